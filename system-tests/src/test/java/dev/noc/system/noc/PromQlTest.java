package dev.noc.system.noc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromQlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max by (target) (noc_target_up) == 0 | noc_target_up",
                "up{job=\"a\"} == 0 or absent(up{job=\"a\"}) | up{job=\"a\"}",
                "sum(rate(a:b:c_total[5m])) / (sum(d) > 0) | a:b:c_total, d",
                "a unless on () (max(b{x=~\"y.+\"}) == 0) | a, b{x=~\"y.+\"}",
                "60 * increase(a[5m]) > 2.5 or vector(0) | a"
            })
    void findsTheSeriesThatAQueryAsksFor(String query, String selectors) {
        assertThat(String.join(", ", PromQl.selectors(query))).isEqualTo(selectors);
    }

    @Test
    void fillsInTheVariablesOfGrafana() {
        assertThat(PromQl.filledIn("rate(a{t=\"$target\",p=~\"$probe\"}[$__rate_interval])", "x"))
                .isEqualTo("rate(a{t=\"x\",p=~\".*\"}[1m])");
    }
}
