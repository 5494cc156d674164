package dev.noc.backend.status;

import static java.util.Objects.requireNonNull;

import dev.noc.backend.result.AllSeries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Notices what changes by time alone: that results no longer come, and what that means for the incidents. */
@Component
class Vigil {

    private static final Logger log = LoggerFactory.getLogger(Vigil.class);

    private final AllSeries allSeries;
    private final Standings standings;
    private final StandingLoader loader;
    private final Expectations expectations;
    private final SpanStore spans;
    private final Announcer announcer;
    private final IncidentStore incidents;
    private final IncidentKeeper keeper;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Vigil(
            AllSeries allSeries,
            Standings standings,
            StandingLoader loader,
            Expectations expectations,
            SpanStore spans,
            Announcer announcer,
            IncidentStore incidents,
            IncidentKeeper keeper,
            TransactionTemplate transaction,
            Clock clock) {
        this.allSeries = allSeries;
        this.standings = standings;
        this.loader = loader;
        this.expectations = expectations;
        this.spans = spans;
        this.announcer = announcer;
        this.incidents = incidents;
        this.keeper = keeper;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Begins a transaction only if there is something to write. */
    void look() {
        loader.refresh();
        try {
            noteWhatChanged();
        } catch (DataIntegrityViolationException e) {
            log.debug("A target was deleted meanwhile, here or by another backend", e);
            loader.reload();
        }
    }

    private void noteWhatChanged() {
        var now = clock.instant();
        boolean overdue = standings.all().entrySet().stream()
                .anyMatch(target -> target.getValue().bySeries().values().stream()
                        .anyMatch(known -> isOverdue(known, target.getKey(), now)));
        if (overdue) {
            transaction.executeWithoutResult(status -> noteWhatIsOverdue(now));
        }
        var open = incidents.open();
        if (open.stream().anyMatch(kept -> isToAnnounce(kept, now) || isForgotten(kept, now))) {
            transaction.executeWithoutResult(status -> tidy(now));
        }
    }

    private void noteWhatIsOverdue(Instant now) {
        var draft = loader.begin(Map::of);
        standings.keepOnly(allSeries.all());
        var changes = new ArrayList<SpanChange>();
        standings
                .all()
                .forEach((target, own) -> own.bySeries().forEach((series, known) -> {
                    if (isOverdue(known, target, now)) {
                        var fold = new Fold(known.standing(), expectations.of(target));
                        fold.pass(now);
                        draft.put(series, new Known(requireNonNull(fold.standing()), known.round()));
                        changes.add(new SpanChange(series, List.of(), fold.begun()));
                    }
                }));
        spans.apply(changes);
        announcer.tell(changes, draft);
    }

    private void tidy(Instant now) {
        var draft = loader.begin(Map::of);
        for (var kept : incidents.open()) {
            if (isToAnnounce(kept, now)) {
                keeper.announce(kept);
            } else if (isForgotten(kept, now)) {
                keeper.revisit(kept, draft, now);
            }
        }
    }

    private boolean isOverdue(Known known, String targetId, Instant now) {
        return known.standing().status() != Status.UNKNOWN
                && StatusRules.isStale(known.standing(), now, expectations.of(targetId));
    }

    /** Late rounds told that it began; now it is plain that it goes on. */
    private boolean isToAnnounce(KeptIncident kept, Instant now) {
        if (kept.announced()) {
            return false;
        }
        var target = kept.incident().targetId();
        var current = standings.ofTarget(target).values().stream()
                .filter(known -> !StatusRules.isStale(known.standing(), now, expectations.of(target)))
                .map(known -> known.standing().status())
                .toList();
        var status = Verdict.of(current);
        return status == Status.DOWN || status == Status.DEGRADED;
    }

    private boolean isForgotten(KeptIncident kept, Instant now) {
        var own = standings.ofTarget(kept.incident().targetId());
        return !own.isEmpty()
                && Verdict.of(Standings.statuses(own)) == Status.UNKNOWN
                && own.values().stream()
                        .map(known -> known.standing().span().start())
                        .allMatch(
                                since -> Duration.between(since, now).compareTo(IncidentRules.LONGEST_BLINDNESS) >= 0);
    }
}
