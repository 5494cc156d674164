package dev.noc.backend.status;

import static dev.noc.backend.status.Status.DEGRADED;
import static dev.noc.backend.status.Status.DOWN;
import static dev.noc.backend.status.Status.UNKNOWN;
import static dev.noc.backend.status.Status.UP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictTest {

    static Stream<Arguments> verdicts() {
        return Stream.of(
                Arguments.of(List.of(UP), UP),
                Arguments.of(List.of(DOWN), DOWN),
                Arguments.of(List.of(UP, DOWN), UP),
                Arguments.of(List.of(DOWN, UP, DOWN), DOWN),
                Arguments.of(List.of(UP, DEGRADED, DOWN), DEGRADED),
                Arguments.of(List.of(DOWN, UNKNOWN, UNKNOWN), DOWN),
                Arguments.of(List.of(UNKNOWN, UNKNOWN), UNKNOWN),
                Arguments.of(List.of(), UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void isThatOfTheMajorityOfThoseThatCanTell(List<Status> seen, Status expected) {
        assertThat(Verdict.of(seen)).isEqualTo(expected);
    }
}
