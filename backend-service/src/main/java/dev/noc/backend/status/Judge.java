package dev.noc.backend.status;

import static java.util.stream.Collectors.toMap;

import dev.noc.backend.result.AllSeries;
import dev.noc.backend.result.ResultsRecorded;
import dev.noc.backend.result.Round;
import dev.noc.backend.result.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Judges the rounds in the transaction that stores them. Rounds in order are judged from memory; a late one has its series
 * judged anew from there on, or, where many series have some, is noted there as one that waits for it.
 */
@Component
class Judge {

    private final AllSeries allSeries;
    private final StandingLoader standings;
    private final SpanStore spans;
    private final LateJudge lateJudge;
    private final Backlog backlog;
    private final Expectations expectations;
    private final Announcer announcer;

    Judge(
            AllSeries allSeries,
            StandingLoader standings,
            SpanStore spans,
            LateJudge lateJudge,
            Backlog backlog,
            Expectations expectations,
            Announcer announcer) {
        this.allSeries = allSeries;
        this.standings = standings;
        this.spans = spans;
        this.lateJudge = lateJudge;
        this.backlog = backlog;
        this.expectations = expectations;
        this.announcer = announcer;
    }

    @EventListener
    void on(ResultsRecorded event) {
        Map<Series, List<Round>> pending = new LinkedHashMap<>();
        for (var round : event.rounds()) {
            pending.computeIfAbsent(allSeries.of(round.targetId(), round.probe()), none -> new ArrayList<>())
                    .add(round);
        }
        var draft = standings.begin(pending.entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey, own -> own.getValue().getFirst().time())));
        var late = late(pending, draft);
        boolean kept = backlog.keep(late);
        var changes = new ArrayList<SpanChange>();
        var anew = new HashMap<Series, List<Instant>>();
        pending.forEach((series, own) -> {
            var known = draft.get(series);
            var before = late.getOrDefault(series, List.of());
            if (known == null || (!kept && !before.isEmpty())) {
                anew.put(series, times(own));
            } else if (before.size() < own.size()) {
                changes.add(carryForward(series, known, own.subList(before.size(), own.size()), draft));
            }
        });
        spans.apply(changes);
        changes.addAll(lateJudge.judge(anew, draft));
        announcer.tell(changes, draft);
    }

    /** Returns when the rounds began that others were judged without. */
    private static Map<Series, List<Instant>> late(Map<Series, List<Round>> rounds, Standings.Draft draft) {
        var late = new LinkedHashMap<Series, List<Instant>>();
        rounds.forEach((series, own) -> {
            var known = draft.get(series);
            if (known != null && isLate(own.getFirst(), known.standing())) {
                late.put(
                        series,
                        times(own.stream()
                                .filter(round -> isLate(round, known.standing()))
                                .toList()));
            }
        });
        return late;
    }

    /** A gap may have been noted already where the round belongs. */
    private static boolean isLate(Round round, Standing standing) {
        return !round.time().isAfter(standing.lastTime())
                || !round.time().isAfter(standing.span().decided());
    }

    private static List<Instant> times(List<Round> rounds) {
        return rounds.stream().map(Round::time).toList();
    }

    private SpanChange carryForward(Series series, Known known, List<Round> own, Standings.Draft draft) {
        var fold = new Fold(known.standing(), expectations.of(series.targetId()));
        own.forEach(round -> fold.add(Evidence.of(round)));
        draft.put(series, new Known(Objects.requireNonNull(fold.standing()), own.getLast()));
        return new SpanChange(series, List.of(), fold.begun());
    }
}
