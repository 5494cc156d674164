package dev.noc.backend.status;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import dev.noc.backend.result.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes the incidents what the spans say they are, from where these changed. */
@Component
class IncidentKeeper {

    private final SpanStore spans;
    private final IncidentStore incidents;
    private final LongIncidents longIncidents;
    private final Expectations expectations;
    private final ApplicationEventPublisher events;

    IncidentKeeper(
            SpanStore spans,
            IncidentStore incidents,
            LongIncidents longIncidents,
            Expectations expectations,
            ApplicationEventPublisher events) {
        this.spans = spans;
        this.incidents = incidents;
        this.longIncidents = longIncidents;
        this.expectations = expectations;
        this.events = events;
    }

    /** Looks at all targets together: a few statements, however many of them changed. */
    void revise(Collection<SpanChange> changes, Standings.Draft standings, Instant now) {
        var byTarget =
                changes.stream().collect(groupingBy(change -> change.series().targetId()));
        var reach = new HashMap<String, Instant>();
        byTarget.forEach(
                (target, own) -> reach.put(target, from(own).minus(IncidentRules.reach(expectations.of(target)))));
        var kept = incidents.since(reach);
        byTarget.entrySet()
                .removeIf(target -> target.getValue().stream().noneMatch(IncidentKeeper::touchesBad)
                        && standings.of(target.getKey()).size() == 1
                        && !kept.containsKey(target.getKey()));
        var lower = new HashMap<String, Instant>();
        var begun = new HashMap<String, IncidentFold>();
        byTarget.forEach((target, own) -> {
            var known = kept.getOrDefault(target, List.of());
            var fold = longIncidents.find(target, from(own), expectations.of(target), known);
            lower.put(target, fold.map(IncidentFold::end).orElseGet(() -> earliest(from(own), known)));
            begun.put(target, fold.orElseGet(() -> new IncidentFold(target, expectations.of(target))));
        });
        var stretches = stretches(lower, standings, now);
        byTarget.forEach((target, own) -> {
            boolean live = own.stream().anyMatch(change -> change.isLive(now, expectations.of(target)));
            var fold = requireNonNull(begun.get(target));
            var further = stretches.getOrDefault(target, List.of());
            longIncidents.note(target, fold, further, from(own));
            var changeable = since(fold.start(), kept.getOrDefault(target, List.of()));
            further.forEach(fold::add);
            replace(changeable, fold.incidents(), live);
        });
    }

    /** Those before the one that is gone on with stay as they are. */
    private static List<KeptIncident> since(@Nullable Instant start, List<KeptIncident> kept) {
        return start == null
                ? kept
                : kept.stream()
                        .filter(known -> !known.incident().start().isBefore(start))
                        .toList();
    }

    /** Looks again at one target whose probes have been blind for long, or that must be announced. */
    void announce(KeptIncident kept) {
        incidents.update(new KeptIncident(kept.incident(), true));
        events.publishEvent(new IncidentOpened(kept.incident(), true));
    }

    /** Ends what nobody could tell anything of for too long. */
    void revisit(KeptIncident kept, Standings.Draft standings, Instant now) {
        var incident = kept.incident();
        var target = incident.targetId();
        var stretches = stretches(Map.of(target, incident.start()), standings, now);
        replace(
                List.of(kept),
                IncidentRules.of(target, stretches.getOrDefault(target, List.of()), expectations.of(target)),
                true);
    }

    private Map<String, List<Stretch>> stretches(Map<String, Instant> from, Standings.Draft standings, Instant now) {
        var times = new HashMap<Series, Instant>();
        from.forEach((target, time) -> standings.of(target).keySet().forEach(series -> times.put(series, time)));
        var decided = spans.since(times);
        var stretches = new HashMap<String, List<Stretch>>();
        from.forEach((target, time) -> {
            var own = new HashMap<Series, List<Span>>();
            standings.of(target).keySet().forEach(series -> own.put(series, decided.getOrDefault(series, List.of())));
            stretches.put(target, Timeline.of(own, time, latest(own, now)));
        });
        return stretches;
    }

    /** A round may be a few minutes ahead of this clock. */
    private static Instant latest(Map<Series, List<Span>> decided, Instant now) {
        return decided.values().stream()
                .flatMap(List::stream)
                .map(span -> span.decided().plusMillis(1))
                .filter(now::isBefore)
                .max(Instant::compareTo)
                .orElse(now);
    }

    private void replace(List<KeptIncident> kept, List<Incident> derived, boolean live) {
        var unmatched = new ArrayList<>(kept);
        var added = new ArrayList<Incident>();
        for (var incident : derived) {
            match(unmatched, incident, derived)
                    .ifPresentOrElse(
                            known -> {
                                unmatched.remove(known);
                                change(known, incident.withId(known.incident().id()), live);
                            },
                            () -> added.add(incident));
        }
        incidents.delete(unmatched);
        unmatched.forEach(gone -> events.publishEvent(new IncidentWithdrawn(gone.incident())));
        added.forEach(incident -> add(incident, live));
    }

    /** The one that began with it, or one that overlaps it and is not another one's. */
    private static Optional<KeptIncident> match(List<KeptIncident> kept, Incident incident, List<Incident> derived) {
        var same = kept.stream()
                .filter(known -> known.incident().start().equals(incident.start()))
                .findFirst();
        return same.or(() -> kept.stream()
                .filter(known -> overlap(known.incident(), incident))
                .filter(known -> derived.stream()
                        .noneMatch(
                                other -> other.start().equals(known.incident().start())))
                .min(Comparator.comparing(known -> known.incident().start())));
    }

    private static boolean overlap(Incident one, Incident other) {
        var oneEnd = one.end();
        var otherEnd = other.end();
        return (oneEnd == null || oneEnd.isAfter(other.start())) && (otherEnd == null || otherEnd.isAfter(one.start()));
    }

    private void add(Incident incident, boolean live) {
        boolean announced = live && incident.isOpen();
        var stored = incidents.insert(new KeptIncident(incident, announced)).incident();
        events.publishEvent(stored.isOpen() ? new IncidentOpened(stored, live) : new IncidentClosed(stored, live));
    }

    private void change(KeptIncident known, Incident incident, boolean live) {
        if (known.incident().equals(incident)) {
            return;
        }
        boolean opensLive = !known.announced() && live && incident.isOpen();
        incidents.update(new KeptIncident(incident, known.announced() || opensLive));
        if (opensLive) {
            events.publishEvent(new IncidentOpened(incident, true));
        } else if (known.incident().isOpen() && !incident.isOpen()) {
            events.publishEvent(new IncidentClosed(incident, live));
        } else {
            events.publishEvent(new IncidentChanged(incident, live));
        }
    }

    private static boolean touchesBad(SpanChange change) {
        return Stream.concat(change.gone().stream(), change.begun().stream()).anyMatch(Span::isBad);
    }

    private static Instant from(List<SpanChange> changes) {
        return changes.stream().map(SpanChange::from).min(Instant::compareTo).orElseThrow();
    }

    private static Instant earliest(Instant from, List<KeptIncident> kept) {
        return kept.stream()
                .map(known -> known.incident().start())
                .filter(from::isAfter)
                .min(Instant::compareTo)
                .orElse(from);
    }
}
