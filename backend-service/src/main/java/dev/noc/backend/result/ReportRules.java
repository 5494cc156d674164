package dev.noc.backend.result;

import dev.noc.protocol.Report;
import dev.noc.protocol.Result;
import dev.noc.protocol.ResultError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a report must be. Collects everything that is wrong, so that one answer tells it all. */
final class ReportRules {

    static final Duration MAX_AHEAD = Duration.ofMinutes(5);

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int MAX_REASON_LENGTH = 500;
    private static final int MAX_VIOLATIONS = 20;

    private final Instant latest;
    private final List<Violation> violations = new ArrayList<>();
    private int place;

    private ReportRules(Instant now) {
        this.latest = now.plus(MAX_AHEAD);
    }

    /** Returns what is wrong with a report as it came over the wire, where anything may be missing. */
    static List<Violation> violations(Report report, @Nullable String instance, Instant now) {
        var rules = new ReportRules(now);
        rules.checkInstance(instance);
        rules.checkReport(report);
        return rules.violations.stream().limit(MAX_VIOLATIONS).toList();
    }

    private void checkInstance(@Nullable String instance) {
        if (instance != null && !ID.matcher(instance).matches()) {
            add(ReportController.INSTANCE, "must be 1 to 64 letters, digits or . _ -, such as a UUID; or no header");
        }
    }

    private void checkReport(Report report) {
        if (isBlank(report.probe()) || !ID.matcher(report.probe()).matches()) {
            add("probe", "must be the probe's id: 1 to 64 letters, digits or . _ -");
        }
        List<@Nullable Result> results = report.results();
        if (results == null || results.isEmpty()) {
            add("results", "must hold at least one result");
            return;
        }
        for (int i = 0; i < results.size(); i++) {
            check(i, results.get(i));
        }
    }

    private void check(int index, @Nullable Result result) {
        place = index;
        if (result == null) {
            addHere("", "must be an object");
            return;
        }
        if (isBlank(result.target())) {
            addHere(".target", "must be the id of a target");
        }
        checkTime(".time", result.time());
        checkError(".error", result.error());
        checkSamples(".rttMillis", result.rttMillis(), result.error());
        if (result.attributes() != null) {
            AttributeRules.check(".attributes", result.attributes(), this::addHere);
        }
    }

    private void checkTime(String field, @Nullable Instant time) {
        if (time == null) {
            addHere(field, "must be when the round began, such as 2026-11-20T09:00:00.000Z");
        } else if (time.isAfter(latest)) {
            addHere(field, "is more than 5 minutes ahead of the backend: set the probe's clock (NTP)");
        } else if (time.isBefore(Instant.EPOCH)) {
            addHere(field, "is before 1970: set the probe's clock (NTP)");
        }
    }

    private void checkError(String field, @Nullable ResultError error) {
        if (error == null) {
            return;
        }
        if (!ResultError.PROBE.equals(error.scope()) && !ResultError.TARGET.equals(error.scope())) {
            addHere(field + ".scope", "must be 'probe' or 'target'");
        }
        if (isBlank(error.reason()) || error.reason().length() > MAX_REASON_LENGTH) {
            addHere(field + ".reason", "must be a sentence of 1 to 500 characters");
        }
    }

    private void checkSamples(String field, @Nullable List<@Nullable Double> samples, @Nullable ResultError error) {
        if (samples == null) {
            addHere(field, "must be an array: one entry a sample, null for a loss");
            return;
        }
        boolean mayBeEmpty = error != null && ResultError.PROBE.equals(error.scope());
        if (samples.size() > Result.MAX_SAMPLES || (samples.isEmpty() && !mayBeEmpty)) {
            addHere(field, "must hold 1 to 100 entries; it may be empty only where the error's scope is 'probe'");
        }
        for (int i = 0; i < samples.size(); i++) {
            var rtt = samples.get(i);
            if (rtt != null && !(rtt >= 0 && rtt <= SampleBytes.MAX_MILLIS)) {
                addHere("%s[%d]".formatted(field, i), "must be milliseconds, 0 to 86,400,000, or null for a loss");
            }
        }
    }

    /** Names are put together only where they are needed: nearly no result of thousands a second is malformed. */
    private void addHere(String field, String message) {
        add("results[%d]%s".formatted(place, field), message);
    }

    private void add(String field, String message) {
        violations.add(new Violation(field, message));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** One field, and what it must be. */
    record Violation(String field, String message) {}
}
