package dev.noc.backend.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.validation.Validation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

class TargetsFileTest {

    @TempDir
    Path folder;

    private final TargetsFile file = new TargetsFile(new TargetRules(
            Kinds.all(), Validation.buildDefaultValidatorFactory().getValidator()));

    @Test
    void readsTargets() throws IOException {
        var specs = file.read(write("""
                targets:
                  - name: Shop till
                    address: 192.0.2.10
                    tags: [shop]
                  - id: vpn
                    name: Clinic VPN
                    address: 2001:db8::11
                    intervalMillis: 60000
                    enabled: false
                """));

        assertThat(specs).extracting(TargetSpec::slug).containsExactly("shop-till", "vpn");
        assertThat(specs.getFirst().enabled()).isTrue();
        assertThat(specs.getLast().intervalMillis()).isEqualTo(60_000);
    }

    @Test
    void readsTheFieldsThatOnlyTheCheckHas() throws IOException {
        var specs = file.read(write("""
                targets:
                  - name: Shop
                    check: http
                    address: https://shop.example/health
                    expectedStatus: 200
                    verifyTls: false
                """));

        assertThat(specs.getFirst().check()).isEqualTo("http");
        assertThat(specs.getFirst().own()).hasToString("{expectedStatus=200, verifyTls=false}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    targets: [{name: a, address: http://x}]                             | targets[0].address must be
                    targets: [{name: a}]                                                | targets[0].address is missing
                    targets: [{name: a, adress: b}]                                     | adress
                    targets: [{name: a, address: b}, {name: A, address: c}]             | two targets have the id 'a'
                    targets: [{name: a, address: b, count: 0}]                          | targets[0].count must be
                    targets: [{name: a, address: b}, {name: b, address: b, verify: no}] | targets[1].verify is no field of
                    targets: [{name: a, address: b, check: ftp}]                        | targets[0].check must not be 'ftp'
                    targets: [null]                                                     | targets[0] is empty
                    targets: {                                                          | line
                    """)
    void saysWhatIsWrong(String content, String reason) throws IOException {
        var path = write(content);

        assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
                .isThrownBy(() -> file.read(path))
                .satisfies(e -> assertThat(e.getReason()).contains(reason))
                .satisfies(e -> assertThat(e.getValue()).isEqualTo(path));
    }

    @Test
    void saysThatTheFileIsMissing() {
        assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
                .isThrownBy(() -> file.read(folder.resolve("nothing.yaml")))
                .satisfies(e -> assertThat(e.getReason()).contains("does not exist", "TARGETS_FILE"));
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("targets.yaml"), content);
    }
}
