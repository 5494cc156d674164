package dev.noc.backend.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource({
        "Google DNS, google-dns",
        "Kasse Über 1, kasse-uber-1",
        "'  --a  b--  ', a-b",
        "192.0.2.1, 192-0-2-1",
        "東京, target",
    })
    void readsLikeTheName(String name, String slug) {
        assertThat(Slug.of(name)).isEqualTo(slug).matches(Slug.PATTERN);
    }

    @Test
    void neverEndsInAHyphenWhereItIsCut() {
        var name = "a".repeat(Slug.MAX_LENGTH - 1) + " b";

        assertThat(Slug.of(name)).isEqualTo("a".repeat(Slug.MAX_LENGTH - 1));
    }
}
