package dev.noc.backend.status;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.noc.backend.result.ResultsRecorded;
import dev.noc.backend.result.Round;
import dev.noc.backend.result.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Judges the rounds in the transaction that stores them. Rounds in order are judged from memory; a late one has its series
 * judged anew from there on, or, where many series have some, is noted there as one that waits for it.
 */
@Component
class Judge {

    private final StandingLoader standings;
    private final SpanStore spans;
    private final LateJudge lateJudge;
    private final Backlog backlog;
    private final Expectations expectations;
    private final Announcer announcer;

    Judge(
            StandingLoader standings,
            SpanStore spans,
            LateJudge lateJudge,
            Backlog backlog,
            Expectations expectations,
            Announcer announcer) {
        this.standings = standings;
        this.spans = spans;
        this.lateJudge = lateJudge;
        this.backlog = backlog;
        this.expectations = expectations;
        this.announcer = announcer;
    }

    @EventListener
    void on(ResultsRecorded event) {
        var draft = standings.begin(() -> event.bySeries().entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey, own -> own.getValue().getFirst().time())));
        var changes = new ArrayList<SpanChange>();
        var late = new LinkedHashMap<Series, List<Round>>();
        var anew = new HashMap<Series, List<Instant>>();
        event.bySeries().forEach((series, own) -> {
            var known = draft.get(series);
            if (known == null) {
                anew.put(series, times(own));
            } else if (isLate(own.getFirst(), known.standing())) {
                late.put(series, own);
            } else {
                carryForward(series, known, own, draft, changes);
            }
        });
        keepOrJudge(late, draft, anew, changes);
        spans.apply(changes);
        changes.addAll(lateJudge.judge(anew, draft));
        announcer.tell(changes, draft);
    }

    private void keepOrJudge(
            Map<Series, List<Round>> late,
            Standings.Draft draft,
            Map<Series, List<Instant>> anew,
            List<SpanChange> changes) {
        var times = new HashMap<Series, List<Instant>>();
        late.forEach((series, own) ->
                times.put(series, lateTimes(own, draft.require(series).standing())));
        if (backlog.keep(times)) {
            late.forEach((series, own) -> {
                int first = requireNonNull(times.get(series)).size();
                if (first < own.size()) {
                    carryForward(series, draft.require(series), own.subList(first, own.size()), draft, changes);
                }
            });
        } else {
            late.forEach((series, own) -> anew.put(series, times(own)));
        }
    }

    private static List<Instant> lateTimes(List<Round> rounds, Standing standing) {
        return times(rounds.stream().filter(round -> isLate(round, standing)).toList());
    }

    /** A gap may have been noted already where the round belongs. */
    private static boolean isLate(Round round, Standing standing) {
        return !round.time().isAfter(standing.lastTime())
                || !round.time().isAfter(standing.span().decided());
    }

    private static List<Instant> times(List<Round> rounds) {
        return rounds.stream().map(Round::time).toList();
    }

    private void carryForward(
            Series series, Known known, List<Round> rounds, Standings.Draft draft, List<SpanChange> changes) {
        var fold = new Fold(known.standing(), expectations.of(series.targetId()));
        for (var round : rounds) {
            fold.add(Evidence.of(round));
        }
        draft.put(series, new Known(requireNonNull(fold.standing()), rounds.getLast()));
        if (!fold.begun().isEmpty()) {
            changes.add(new SpanChange(series, List.of(), fold.begun()));
        }
    }
}
