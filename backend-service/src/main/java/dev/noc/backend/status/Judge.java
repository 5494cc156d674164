package dev.noc.backend.status;

import static java.util.stream.Collectors.toMap;

import dev.noc.backend.result.AllSeries;
import dev.noc.backend.result.ResultsRecorded;
import dev.noc.backend.result.Round;
import dev.noc.backend.result.Rounds;
import dev.noc.backend.result.Series;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Judges the rounds in the transaction that stores them: the two never disagree. Rounds in order are judged from memory; a
 * late one has its series judged anew from there on.
 */
@Component
class Judge {

    /** A report may hold rounds so much ahead of this clock, and a little more may pass until it is judged. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final AllSeries allSeries;
    private final Rounds rounds;
    private final StandingLoader standings;
    private final SpanStore spans;
    private final Expectations expectations;
    private final Announcer announcer;
    private final Clock clock;

    Judge(
            AllSeries allSeries,
            Rounds rounds,
            StandingLoader standings,
            SpanStore spans,
            Expectations expectations,
            Announcer announcer,
            Clock clock) {
        this.allSeries = allSeries;
        this.rounds = rounds;
        this.standings = standings;
        this.spans = spans;
        this.expectations = expectations;
        this.announcer = announcer;
        this.clock = clock;
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
        var all = new ArrayList<SpanChange>();
        while (!pending.isEmpty()) {
            var changes = new ArrayList<SpanChange>();
            var late = new LinkedHashMap<Series, List<Round>>();
            pending.forEach((series, own) -> {
                var known = draft.get(series);
                if (known == null || isLate(own.getFirst(), known.standing())) {
                    late.put(series, own);
                } else {
                    changes.add(carryForward(series, known, own, draft));
                }
            });
            pending = judgeAnew(late, draft, changes);
            spans.apply(changes);
            all.addAll(changes);
        }
        announcer.tell(all.stream().filter(change -> !change.isEmpty()).toList(), draft);
    }

    /** A gap may have been noted already where the round belongs. */
    private static boolean isLate(Round round, Standing standing) {
        return !round.time().isAfter(standing.lastTime())
                || !round.time().isAfter(standing.span().decided());
    }

    private SpanChange carryForward(Series series, Known known, List<Round> own, Standings.Draft draft) {
        var fold = new Fold(known.standing(), expectations.of(series.targetId()));
        own.forEach(round -> fold.add(Evidence.of(round)));
        draft.put(series, new Known(Objects.requireNonNull(fold.standing()), own.getLast()));
        return new SpanChange(series, List.of(), fold.begun());
    }

    /** Reads for all series at once. Returns the rounds that were not reached. */
    private Map<Series, List<Round>> judgeAnew(
            Map<Series, List<Round>> late, Standings.Draft draft, List<SpanChange> changes) {
        if (late.isEmpty()) {
            return Map.of();
        }
        var now = clock.instant();
        var rejudgements = begin(late, draft, now);
        var working = rejudgements;
        while (!working.isEmpty()) {
            var read = rounds.between(working.stream().map(Rejudgement::window).toList());
            working.forEach(each -> each.take(read.getOrDefault(each.series(), List.of()), now));
            working = working.stream().filter(each -> !each.isDone()).toList();
        }
        var rest = new HashMap<Series, List<Round>>();
        for (var each : rejudgements) {
            changes.add(each.change());
            draft.put(each.series(), each.known(draft.get(each.series())));
            var unreached = unreached(Objects.requireNonNull(late.get(each.series())), each.settledAt());
            if (!unreached.isEmpty()) {
                rest.put(each.series(), unreached);
            }
        }
        return rest;
    }

    private List<Rejudgement> begin(Map<Series, List<Round>> late, Standings.Draft draft, Instant now) {
        var from = late.entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey, own -> own.getValue().getFirst().time()));
        var stored = spans.since(from);
        int keeps = late.keySet().stream()
                .mapToInt(series -> StatusRules.keeps(expectations.of(series.targetId())))
                .max()
                .orElseThrow();
        var before = rounds.before(from, keeps);
        return late.entrySet().stream()
                .map(own -> new Rejudgement(
                        own.getKey(),
                        expectations.of(own.getKey().targetId()),
                        own.getValue().stream().map(Round::time).toList(),
                        stored.getOrDefault(own.getKey(), List.of()),
                        before.getOrDefault(own.getKey(), List.of()).stream()
                                .map(Evidence::of)
                                .toList(),
                        newest(own.getValue(), draft.get(own.getKey()), now),
                        judgedUntil(draft.get(own.getKey()))))
                .toList();
    }

    private static Instant newest(List<Round> late, @Nullable Known known, Instant now) {
        var last = late.getLast().time();
        var judged = known == null ? now.plus(AHEAD) : known.standing().lastTime();
        return last.isAfter(judged) ? last : judged;
    }

    private static Instant judgedUntil(@Nullable Known known) {
        return known == null ? Instant.MIN : known.standing().lastTime();
    }

    private static List<Round> unreached(List<Round> late, @Nullable Instant settledAt) {
        return settledAt == null
                ? List.of()
                : late.stream().filter(round -> round.time().isAfter(settledAt)).toList();
    }
}
