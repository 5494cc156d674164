package dev.noc.probe.check;

import static java.util.stream.Collectors.toMap;

import dev.noc.protocol.Assignment;
import dev.noc.protocol.Result;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** All the ways to watch that this probe knows. */
@Component
public class Checks {

    private static final Logger log = LoggerFactory.getLogger(Checks.class);

    private final Map<String, Check> byKind;
    private final Clock clock;

    public Checks(List<Check> checks, Clock clock) {
        this.byKind = new TreeMap<>(checks.stream().collect(toMap(Check::kind, Function.identity())));
        this.clock = clock;
    }

    /** Measures a target in the way it asks for; what goes wrong here is told by the result, as a fault of the probe. */
    public CompletableFuture<Result> round(Assignment target) {
        var check = byKind.get(target.check());
        if (check == null) {
            return CompletableFuture.completedFuture(failed(
                    target,
                    "This probe knows no check '%s', only %s. Update the probe, or correct the target's check."
                            .formatted(target.check(), byKind.keySet())));
        }
        return begin(check, target).exceptionally(e -> broken(target, e));
    }

    private static CompletableFuture<Result> begin(Check check, Assignment target) {
        try {
            return check.round(target);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private Result broken(Assignment target, Throwable e) {
        var cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
        if (cause instanceof Settings.UnfitSettingsException) {
            return failed(
                    target,
                    "This probe cannot run the %s check that is asked for (%s). Correct the target, or update the probe."
                            .formatted(target.check(), cause.getMessage()));
        }
        if (cause instanceof CancellationException) {
            return failed(target, String.valueOf(cause.getMessage()));
        }
        log.error("The {} check of {} failed", target.check(), target.id(), cause);
        return failed(target, "The check failed inside the probe. Its log says where: " + cause);
    }

    private Result failed(Assignment target, String reason) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Result(target.id(), now, List.of(), Reasons.ofProbe(reason));
    }
}
