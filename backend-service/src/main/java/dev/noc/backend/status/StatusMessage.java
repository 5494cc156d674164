package dev.noc.backend.status;

import dev.noc.backend.result.Round;
import dev.noc.backend.result.RoundFigures;
import dev.noc.backend.target.Target;
import dev.noc.protocol.ResultError;
import dev.noc.protocol.WireTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The one line that says what a status rests on, such as {@code 4 of 5 replies, 12.0 ms}. */
final class StatusMessage {

    private static final double MICROS_PER_MILLI = 1_000;

    private StatusMessage() {}

    /** @param last the newest round; null when it is no longer kept */
    static String of(Target target, Standing standing, @Nullable Round last) {
        if (last != null && !last.measured() && last.error() != null) {
            return "The probe could not measure: " + last.error().reason();
        }
        if (last == null
                || (standing.status() == Status.UNKNOWN && standing.recent().isEmpty())) {
            return "No result since " + WireTime.format(standing.lastTime());
        }
        return lastRound(target, last) + pattern(target, standing);
    }

    private static String lastRound(Target target, Round last) {
        var outcome = target.check().outcome(last.received(), last.sent(), last.attributes());
        var latency = RoundFigures.median(last.rttMillis());
        if (latency != null) {
            return outcome + ", " + inWords(latency) + " ms";
        }
        @Nullable ResultError error = last.error();
        return error == null ? outcome : withReason(outcome, error.reason());
    }

    /** With one digit; in a local network everything would be 0.0 ms. */
    private static BigDecimal inWords(double millis) {
        var micros = BigDecimal.valueOf(Math.round(millis * MICROS_PER_MILLI), 3);
        return micros.setScale(millis < 1 ? 2 : 1, RoundingMode.HALF_UP);
    }

    /** Some reasons say it all: "status 404: Answers with status 404" would say it twice. */
    private static String withReason(String outcome, String reason) {
        return reason.toLowerCase(Locale.ROOT).contains(outcome.toLowerCase(Locale.ROOT))
                ? reason
                : outcome + ": " + reason;
    }

    /** What the last round alone does not explain. */
    private static String pattern(Target target, Standing standing) {
        var thresholds = target.thresholds();
        return switch (standing.status()) {
            case DEGRADED -> {
                var quality = Quality.of(standing.recent());
                yield quality.rounds() == 1 ? "" : "; " + quality.cause(thresholds);
            }
            case DOWN -> {
                int answered = StatusRules.trailing(standing.recent(), Evidence::isAnswered);
                yield answered == 0
                        ? ""
                        : "; UP again after %d rounds with an answer, this is number %d"
                                .formatted(thresholds.upAfterRounds(), answered);
            }
            default -> "";
        };
    }
}
