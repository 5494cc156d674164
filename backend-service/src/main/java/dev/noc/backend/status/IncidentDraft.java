package dev.noc.backend.status;

import static java.util.Objects.requireNonNull;

import dev.noc.backend.status.Incident.Proof;
import dev.noc.backend.status.Incident.Votes;
import dev.noc.backend.status.Stretch.Voice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An incident while its stretches are gone through, oldest first. */
final class IncidentDraft {

    /** So many changes between bad and good within minutes are flapping. */
    private static final int FLAPPING_CHANGES = 3;

    private final String targetId;
    private final Duration flappingWithin;
    private final Deque<Instant> newestChanges = new ArrayDeque<>();
    private final SortedSet<String> badProbes = new TreeSet<>();
    private final SortedSet<String> goodProbes = new TreeSet<>();

    private @Nullable Stretch first;
    private @Nullable Stretch worst;
    private Instant badUntil = Instant.EPOCH;
    private boolean good = true;
    private int changes;
    private boolean flapping;
    private @Nullable Evidence lastBad;
    private @Nullable Evidence firstGood;

    IncidentDraft(String targetId, Duration flappingWithin) {
        this.targetId = targetId;
        this.flappingWithin = flappingWithin;
    }

    IncidentDraft copy() {
        var copy = new IncidentDraft(targetId, flappingWithin);
        copy.newestChanges.addAll(newestChanges);
        copy.badProbes.addAll(badProbes);
        copy.goodProbes.addAll(goodProbes);
        copy.first = first;
        copy.worst = worst;
        copy.badUntil = badUntil;
        copy.good = good;
        copy.changes = changes;
        copy.flapping = flapping;
        copy.lastBad = lastBad;
        copy.firstGood = firstGood;
        return copy;
    }

    void bad(Stretch stretch) {
        if (good) {
            change(stretch.start());
        }
        first = first == null ? stretch : first;
        worst = worst == null || stretch.status().compareTo(worst.status()) > 0 ? stretch : worst;
        good = false;
        badUntil = stretch.end();
        lastBad = null;
        firstGood = null;
        for (var voice : stretch.voices()) {
            if (voice.isBad()) {
                badProbes.add(voice.probe());
            } else if (voice.span().status() == Status.UP) {
                goodProbes.add(voice.probe());
            }
        }
    }

    void good(Stretch stretch) {
        if (good) {
            return;
        }
        change(stretch.start());
        good = true;
        // A majority may also change because a probe falls silent. Then no round ended it.
        stretch.decisive()
                .map(Voice::span)
                .filter(span -> span.start().equals(stretch.start()))
                .ifPresent(span -> {
                    lastBad = span.before();
                    firstGood = span.first();
                });
    }

    boolean isGood() {
        return good;
    }

    Instant start() {
        return requireNonNull(first).start();
    }

    Instant badUntil() {
        return badUntil;
    }

    Incident toIncident(boolean over) {
        var begin = requireNonNull(first);
        var peak = requireNonNull(worst);
        var beginning = begin.decisive().map(Voice::span).orElseThrow();
        var gravest = peak.decisive().map(Voice::span).orElseThrow();
        var proof = new Proof(
                beginning.before(),
                beginning.first(),
                begin.status() == peak.status() ? null : gravest.first(),
                lastBad,
                firstGood);
        return new Incident(
                0,
                targetId,
                begin.start(),
                over ? badUntil : null,
                peak.status(),
                requireNonNull(gravest.cause()),
                changes,
                flapping,
                proof,
                new Votes(List.copyOf(badProbes), List.copyOf(goodProbes)));
    }

    private void change(Instant time) {
        changes++;
        newestChanges.addLast(time);
        if (newestChanges.size() > FLAPPING_CHANGES) {
            newestChanges.removeFirst();
        }
        flapping |= newestChanges.size() == FLAPPING_CHANGES
                && !time.isAfter(newestChanges.getFirst().plus(flappingWithin));
    }
}
