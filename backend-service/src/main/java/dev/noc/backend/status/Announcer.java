package dev.noc.backend.status;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells what changed spans mean for the targets: another status, incidents. */
@Component
class Announcer {

    private final IncidentKeeper incidents;
    private final Standings standings;
    private final Expectations expectations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Announcer(
            IncidentKeeper incidents,
            Standings standings,
            Expectations expectations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.incidents = incidents;
        this.standings = standings;
        this.expectations = expectations;
        this.events = events;
        this.clock = clock;
    }

    void tell(Collection<SpanChange> all, Standings.Draft draft) {
        var changes = all.stream().filter(change -> !change.isEmpty()).toList();
        if (changes.isEmpty()) {
            return;
        }
        var now = clock.instant();
        changes.stream()
                .collect(groupingBy(change -> change.series().targetId()))
                .forEach((target, own) -> tell(target, own, draft, now));
        incidents.revise(changes, draft, now);
    }

    private void tell(String targetId, List<SpanChange> changes, Standings.Draft draft, Instant now) {
        var before = Verdict.of(Standings.statuses(standings.ofTarget(targetId)));
        var standing = draft.of(targetId);
        var after = Verdict.of(Standings.statuses(standing));
        if (before == after) {
            return;
        }
        var expected = expectations.of(targetId);
        boolean live = changes.stream().anyMatch(change -> change.isLive(now, expected));
        standing.values().stream()
                .map(known -> known.standing().span())
                .filter(span -> span.status() == after)
                .map(Span::start)
                .max(Instant::compareTo)
                .ifPresent(since -> events.publishEvent(new StatusChanged(targetId, before, after, since, live)));
    }
}
