package dev.noc.backend.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.protocol.ResultError;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoundFiguresTest {

    @Test
    void areThoseOfTheContractsExample() {
        assertThat(figures(11.9, null, 12.4, 12.0, 11.8)).isEqualTo(new RoundFigures(12.0, 20.0, 0.3));
    }

    @Test
    void haveNoJitterWhereEveryPairHasALoss() {
        assertThat(figures(1.0, null, 2.0, null)).isEqualTo(new RoundFigures(2.0, 50.0, null));
    }

    @Test
    void haveOnlyALossWhereNothingCameBack() {
        assertThat(figures(null, null)).isEqualTo(new RoundFigures(null, 100.0, null));
    }

    @Test
    void areUnknownWhereTheProbeCouldNotMeasure() {
        var error = new ResultError(ResultError.PROBE, "no route");

        assertThat(RoundFigures.of(new Round("t", "p", Instant.EPOCH, List.of(), error)))
                .isEqualTo(new RoundFigures(null, null, null));
    }

    private static RoundFigures figures(@Nullable Double... samples) {
        return RoundFigures.of(new Round("t", "p", Instant.EPOCH, Arrays.asList(samples), null));
    }
}
