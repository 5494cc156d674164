package dev.noc.backend.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.Api;
import dev.noc.backend.BackendTest;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.json.JsonCompareMode;

@BackendTest
class TargetApiTest {

    private static final String TARGETS = "/api/v1/targets";

    @Autowired
    Api api;

    @Test
    void aNewInstallationWatchesThreeResolvers() {
        api.get(TARGETS)
                .expectBody()
                .jsonPath("$[?(@.address == '8.8.8.8')].id")
                .isEqualTo("google-dns");
        api.get(TARGETS)
                .expectBody()
                .jsonPath("$[?(@.address == '1.1.1.1')].id")
                .isEqualTo("cloudflare-dns");
        api.get(TARGETS)
                .expectBody()
                .jsonPath("$[?(@.address == '9.9.9.9')].id")
                .isEqualTo("quad9-dns");
    }

    @Test
    void addsATargetAndSaysWhereItIs() {
        api.post(TARGETS, """
                        {"name": "Shop till", "address": "192.0.2.10", "tags": ["shop", "till"]}""").expectStatus().isCreated().expectHeader().location("/api/v1/targets/shop-till");

        api.get(TARGETS + "/shop-till").expectStatus().isOk().expectBody().json("""
                {"id": "shop-till", "name": "Shop till", "address": "192.0.2.10", "check": "icmp",
                 "intervalMillis": 10000, "enabled": true, "tags": ["shop", "till"], "provisioned": false}""");
    }

    @Test
    void replacesATarget() {
        api.post(TARGETS, """
                {"id": "clinic", "name": "Clinic", "address": "192.0.2.11", "tags": ["vpn"]}""");

        api.put(TARGETS + "/clinic", """
                        {"name": "Clinic VPN", "address": "2001:db8::11", "intervalMillis": 60000, "enabled": false}""").expectStatus().isOk().expectBody().json("""
                        {"id": "clinic", "name": "Clinic VPN", "address": "2001:db8::11", "check": "icmp",
                         "intervalMillis": 60000, "enabled": false, "tags": [], "provisioned": false}""");
    }

    @Test
    void showsTheFieldsThatOnlyTheCheckHasBesideTheOthers() {
        api.post(TARGETS, """
                {"name": "Shop", "address": "https://shop.example/health", "check": "http", "intervalMillis": 60000,
                 "expectedStatus": "200-299, 301", "method": "get", "maxRedirects": 0, "verifyTls": false,
                 "bodyContains": "ok", "timeoutMillis": 5000, "prefer": "ipv6"}""").expectStatus().isCreated();

        api.get(TARGETS + "/shop").expectBody().json("""
                {"id": "shop", "name": "Shop", "address": "https://shop.example/health", "check": "http",
                 "intervalMillis": 60000, "enabled": true, "tags": [], "provisioned": false,
                 "expectedStatus": "200-299,301", "method": "GET", "maxRedirects": 0, "verifyTls": false,
                 "bodyContains": "ok", "timeoutMillis": 5000, "prefer": "ipv6",
                 "downAfterRounds": 2, "upAfterRounds": 2, "degradedLossPercent": 20}""", JsonCompareMode.STRICT);
    }

    @Test
    void keepsTheThresholdsOfATarget() {
        api.post(TARGETS, """
                {"name": "Far", "address": "192.0.2.12", "downAfterRounds": 3, "upAfterRounds": 1,
                 "degradedLossPercent": 50, "latencyLimitMillis": 150.5}""").expectStatus().isCreated();

        api.get(TARGETS + "/far").expectBody().json("""
                {"id": "far", "downAfterRounds": 3, "upAfterRounds": 1, "degradedLossPercent": 50,
                 "latencyLimitMillis": 150.5}""");

        api.put(TARGETS + "/far", """
                {"name": "Far", "address": "192.0.2.12"}""").expectStatus().isOk().expectBody().json("""
                {"id": "far", "name": "Far", "address": "192.0.2.12", "check": "icmp", "intervalMillis": 10000,
                 "enabled": true, "tags": [], "provisioned": false, "downAfterRounds": 2, "upAfterRounds": 2,
                 "degradedLossPercent": 20}""", JsonCompareMode.STRICT);
    }

    @Test
    void dropsTheFieldsOfTheOldCheckWhenItIsReplaced() {
        api.post(TARGETS, """
                {"name": "Zone", "address": "zone.example", "check": "dns", "recordType": "mx", "count": 2,
                 "expectedAnswers": ["mail.zone.example"]}""").expectStatus().isCreated();

        api.put(TARGETS + "/zone", """
                        {"name": "Zone", "address": "zone.example:53", "check": "tcp", "count": 4}""").expectStatus().isOk();

        api.get(TARGETS + "/zone").expectBody().json("""
                {"id": "zone", "name": "Zone", "address": "zone.example:53", "check": "tcp", "intervalMillis": 10000,
                 "enabled": true, "tags": [], "provisioned": false, "count": 4,
                 "downAfterRounds": 2, "upAfterRounds": 2, "degradedLossPercent": 20}""", JsonCompareMode.STRICT);
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        var errors = api.post(TARGETS, """
                        {"name": "x", "address": "https://x", "check": "http", "timeoutMilis": 9, "maxRedirects": 99,
                         "tags": [" "]}""").expectStatus().isBadRequest().expectBody();

        errors.jsonPath("$.errors.length()").isEqualTo(3);
        errors.jsonPath("$.errors[0].field").isEqualTo("timeoutMilis");
        errors.jsonPath("$.errors[1].field").isEqualTo("tags[0]");
        errors.jsonPath("$.errors[2].field").isEqualTo("maxRedirects");
    }

    @Test
    void describesTheFieldsOfEachCheckInTheOpenApiDocument() {
        var document = api.get("/v3/api-docs").expectStatus().isOk().expectBody();

        document.jsonPath("$.components.schemas.TargetSpec.anyOf.length()").isEqualTo(4);
        document.jsonPath("$.components.schemas.TargetSpec.anyOf[0].$ref").isEqualTo("#/components/schemas/Check-dns");
        document.jsonPath("$.components.schemas.TargetSpec.properties.length()").isEqualTo(11);
        document.jsonPath("$.components.schemas.TargetView.properties.length()").isEqualTo(12);
        document.jsonPath("$.components.schemas.Check-dns.properties.timeoutMillis.maximum")
                .isEqualTo(60_000);
        document.jsonPath("$.components.schemas.Check-http.properties.verifyTls.description")
                .value(String.class, description -> assertThat(description).contains("certificate"));
    }

    @Test
    void deletesATarget() {
        api.post(TARGETS, """
                {"name": "Home", "address": "home.example"}""");

        api.delete(TARGETS + "/home").expectStatus().isNoContent();

        api.get(TARGETS + "/home").expectStatus().isNotFound();
    }

    @Test
    void answersNothingNewWithNotModified() {
        var etag = Optional.ofNullable(api.get(TARGETS)
                        .returnResult(String.class)
                        .getResponseHeaders()
                        .getETag())
                .orElseThrow();

        api.http()
                .get()
                .uri(TARGETS)
                .header(HttpHeaders.IF_NONE_MATCH, etag)
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Nested
    class Refuses {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        {"address": "192.0.2.1"}                                          | name
                        {"name": "x"}                                                     | address
                        {"name": "x", "address": "8.8.8"}                                 | address
                        {"name": "x", "address": "192.0.2.1", "id": "No Slug"}            | id
                        {"name": "x", "address": "192.0.2.1", "intervalMillis": 999}      | intervalMillis
                        {"name": "x", "address": "192.0.2.1", "intervalMillis": 86400001} | intervalMillis
                        {"name": "x", "address": "192.0.2.1", "check": "carrier-pigeon"}  | check
                        {"name": "x", "address": "192.0.2.1", "tags": ["a b"]}            | tags[0]
                        {"name": "x", "adress": "192.0.2.1"}                              | adress
                        {"name": "x", "address": "192.0.2.1", "downAfterRounds": 0}       | downAfterRounds
                        {"name": "x", "address": "192.0.2.1", "upAfterRounds": 21}        | upAfterRounds
                        {"name": "x", "address": "192.0.2.1", "degradedLossPercent": 101} | degradedLossPercent
                        {"name": "x", "address": "192.0.2.1", "latencyLimitMillis": 0}    | latencyLimitMillis
                        """)
        void aTargetAndNamesTheField(String body, String field) {
            api.post(TARGETS, body)
                    .expectStatus()
                    .isBadRequest()
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo(field);
        }

        @Test
        void anIdThatIsTaken() {
            api.post(TARGETS, """
                            {"name": "Google DNS", "address": "192.0.2.1"}""")
                    .expectStatus()
                    .isEqualTo(HttpStatus.CONFLICT)
                    .expectBody()
                    .jsonPath("$.detail")
                    .value(String.class, detail -> assertThat(detail).contains("PUT /api/v1/targets/google-dns"));
        }

        @Test
        void toRenameAnId() {
            api.put(TARGETS + "/google-dns", """
                            {"id": "other", "name": "x", "address": "192.0.2.1"}""").expectStatus().isBadRequest();
        }

        @Test
        void whatDoesNotExist() {
            api.delete(TARGETS + "/nothing")
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("/problems/unknown-target");
        }
    }
}
