package dev.noc.backend.target;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class TargetRulesTest {

    private final TargetRules rules = new TargetRules(
            Kinds.all(), Validation.buildDefaultValidatorFactory().getValidator());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            icmp | example.org
            icmp | 2001:db8::1
            tcp  | example.org:443
            tcp  | 192.0.2.1:22
            tcp  | [2001:db8::1]:65535
            http | http://example.org
            http | HTTPS://[2001:db8::1]:8443/health?full=yes
            http | https://my_host:1/
            dns  | example.org
            dns  | _dmarc.example.org
            dns  | 1.2.0.192.in-addr.arpa
            """)
    void takesWhatTheCheckCallsAnAddress(String check, String address) {
        assertThat(wrong("\"check\": \"%s\", \"address\": \"%s\"".formatted(check, address)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            icmp | [2001:db8::1]           | 'example.org'
            icmp | example.org:80          | 'example.org'
            tcp  | example.org             | 'example.org:443'
            tcp  | example.org:0           | 'example.org:443'
            tcp  | example.org:65536       | 'example.org:443'
            tcp  | 2001:db8::1:443         | '[2001:db8::1]:443'
            tcp  | [192.0.2.1]:443         | '192.0.2.1:22'
            tcp  | [example.org]:443       | 'example.org:443'
            tcp  | :443                    | 'example.org:443'
            http | example.org             | 'https://example.org/health'
            http | ftp://example.org       | 'https://example.org/health'
            http | https://                | 'https://example.org/health'
            http | https:///health         | 'https://example.org/health'
            http | https:example.org       | 'https://example.org/health'
            http | https://a:b@example.org | without user, password
            http | https://example.org/#a  | or fragment
            http | https://example.org:0   | 'https://example.org/health'
            http | https://exa mple.org    | 'https://example.org/health'
            http | https://2001:db8::1/    | 'https://example.org/health'
            dns  | https://example.org     | 'example.org'
            dns  | 192.0.2.1               | only where 'recordType' is PTR
            """)
    void refusesAnotherAddressWithAnExample(String check, String address, String advice) {
        assertThat(wrong("\"check\": \"%s\", \"address\": \"%s\"".formatted(check, address)))
                .startsWith("address must be ")
                .contains(advice);
    }

    @Test
    void takesAnAddressWhereItsNameIsLookedUp() {
        assertThat(wrong("""
                "check": "dns", "address": "2001:db8::1", "recordType": "ptr\"""")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            icmp | "count": 0               | count must be greater than or equal to 1
            icmp | "count": 101             | count must be less than or equal to 100
            icmp | "count": 5.5             | count must be a whole number
            icmp | "count": "5"             | count must be a whole number
            icmp | "count": [5]             | count must be a whole number
            icmp | "sizeBytes": 1401        | sizeBytes must be
            icmp | "spacingMillis": 9       | spacingMillis must be
            icmp | "prefer": "ipv5"         | prefer must be 'ipv4' or 'ipv6'
            icmp | "prefer": 4              | prefer must be 'ipv4' or 'ipv6'
            icmp | "own": {"count": 5}      | own is no field of the check 'icmp'
            icmp | "method": "GET"          | method is no field of the check 'icmp', which has count, prefer,
            tcp  | "count": 21              | count must be
            tcp  | "timeoutMillis": 60001   | timeoutMillis must be
            http | "count": 3               | count is no field of the check 'http'
            http | "method": "POST"         | method must be 'GET' or 'HEAD'
            http | "expectedStatus": "20"   | expectedStatus must be status codes
            http | "expectedStatus": "600"  | expectedStatus must be status codes
            http | "expectedStatus": "299-200" | expectedStatus must be
            http | "bodyContains": ""       | bodyContains size must be
            http | "maxRedirects": 21       | maxRedirects must be
            http | "verifyTls": "no"        | verifyTls must be true or false
            http | "method": "HEAD", "bodyContains": "x" | bodyContains needs the method GET
            dns  | "recordType": "HINFO"    | recordType must be A, AAAA,
            dns  | "expectedAnswers": "a"   | expectedAnswers must be a list of texts
            dns  | "expectedAnswers": []    | expectedAnswers size must be
            dns  | "expectedAnswers": ["a", " "] | expectedAnswers[1] must not be blank
            dns  | "server": "9.9.9.9:0"    | server must be a host
            dns  | "server": "2001:db8::1"  | server must be a host
            """)
    void refusesAFieldThatIsNotAsTheCheckWantsIt(String check, String field, String complaint) {
        assertThat(wrong("\"check\": \"%s\", \"address\": \"%s\", %s".formatted(check, address(check), field)))
                .startsWith(complaint)
                .doesNotContain(";");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            icmp | "intervalMillis": 1000
            icmp | "intervalMillis": 1000, "count": 10
            icmp | "intervalMillis": 3401, "count": 3, "timeoutMillis": 3000, "spacingMillis": 200
            tcp  | "intervalMillis": 1000
            http | "intervalMillis": 1000
            http | "timeoutMillis": 60000
            dns  | "intervalMillis": 1000, "timeoutMillis": 899
            """)
    void takesAnIntervalThatIsLongerThanARound(String check, String fields) {
        assertThat(wrong("\"check\": \"%s\", \"address\": \"%s\", %s".formatted(check, address(check), fields)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            icmp | "intervalMillis": 10000, "count": 100                                            | 20,300 ms
            icmp | "intervalMillis": 3400, "count": 3, "timeoutMillis": 3000, "spacingMillis": 200  | 3,400 ms
            tcp  | "intervalMillis": 2000, "spacingMillis": 750                                     | 2,000 ms
            http | "intervalMillis": 10000, "timeoutMillis": 10000                                  | 10,000 ms
            dns  | "intervalMillis": 1000, "timeoutMillis": 900                                     | 1,000 ms
            """)
    void refusesAnIntervalThatIsNot(String check, String fields, String round) {
        assertThat(wrong("\"check\": \"%s\", \"address\": \"%s\", %s".formatted(check, address(check), fields)))
                .startsWith("intervalMillis must be longer than a round, which may take " + round);
    }

    @Test
    void tellsEverythingThatIsWrongAtOnceAndUnknownFieldsFirst() {
        assertThat(wrong("""
                "check": "tcp", "adress": "example.org:443", "count": 0, "tags": ["a b"]"""))
                .matches("adress is no field of .*; address is missing: .*; tags\\[0] must be .*; count must be .*");
    }

    @Test
    void listsTheChecksThatThereAre() {
        assertThat(wrong("""
                "check": "ftp", "address": "x y", "count": 0""")).isEqualTo("check must not be 'ftp': this version knows dns, http, icmp, tcp");
    }

    @Test
    void bringsFieldsIntoTheirPlainForm() {
        assertThat(accepted("""
                "check": "dns", "address": "example.org", "recordType": "mx", "count": null""").own()).isEqualTo(Map.of("recordType", "MX"));
        assertThat(accepted("""
                "check": "http", "address": "http://a", "method": "head", "prefer": "IPv6", "expectedStatus": "200, 301\"""").own())
                .isEqualTo(Map.of("expectedStatus", "200,301", "method", "HEAD", "prefer", "ipv6"));
    }

    private static String address(String check) {
        return switch (check) {
            case "tcp" -> "example.org:443";
            case "http" -> "https://example.org";
            default -> "example.org";
        };
    }

    private String wrong(String fields) {
        return rules.violations(spec(fields)).stream()
                .map(violation -> violation.field() + " " + violation.message())
                .collect(joining("; "));
    }

    private TargetSpec accepted(String fields) {
        return rules.accept(spec(fields));
    }

    private static TargetSpec spec(String fields) {
        return new JsonMapper().readValue("{\"name\": \"x\", %s}".formatted(fields), TargetSpec.class);
    }
}
