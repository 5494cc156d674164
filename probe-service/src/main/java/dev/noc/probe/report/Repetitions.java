package dev.noc.probe.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Keeps a log calm: what was said less than a minute ago is no news. */
final class Repetitions {

    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Clock clock;
    private String last = "";
    private Instant said = Instant.MIN;

    Repetitions(Clock clock) {
        this.clock = clock;
    }

    boolean isNews(String words) {
        var now = clock.instant();
        if (words.equals(last) && now.isBefore(said.plus(QUIET))) {
            return false;
        }
        last = words;
        said = now;
        return true;
    }
}
