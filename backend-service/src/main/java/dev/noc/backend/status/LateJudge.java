package dev.noc.backend.status;

import static java.util.stream.Collectors.toMap;

import dev.noc.backend.result.Rounds;
import dev.noc.backend.result.Series;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has series judged anew from the oldest of some late rounds on, and those on the way that waited for it. */
@Component
class LateJudge {

    /** A report may hold rounds so much ahead of this clock, and a little more may pass until it is judged. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final Rounds rounds;
    private final SpanStore spans;
    private final UnjudgedStore unjudged;
    private final Expectations expectations;
    private final Clock clock;

    LateJudge(Rounds rounds, SpanStore spans, UnjudgedStore unjudged, Expectations expectations, Clock clock) {
        this.rounds = rounds;
        this.spans = spans;
        this.unjudged = unjudged;
        this.expectations = expectations;
        this.clock = clock;
    }

    /**
     * Judges all rounds of these series that are not judged yet.
     *
     * @param late when the rounds began that were stored in this transaction, and are not among those that wait
     * @return what it changed, and has stored
     */
    List<SpanChange> judge(Map<Series, ? extends Collection<Instant>> late, Standings.Draft draft) {
        var pending = unjudged.take(late.keySet());
        late.forEach((series, times) -> {
            if (!times.isEmpty()) {
                pending.computeIfAbsent(series, none -> new TreeSet<>()).addAll(times);
            }
        });
        var all = new ArrayList<SpanChange>();
        var now = clock.instant();
        while (!pending.isEmpty()) {
            var changes = judgeOnce(pending, draft, now);
            spans.apply(changes);
            all.addAll(changes);
        }
        return all;
    }

    /** Reads for all series at once, and leaves the rounds that were not reached. */
    private List<SpanChange> judgeOnce(Map<Series, NavigableSet<Instant>> pending, Standings.Draft draft, Instant now) {
        var rejudgements = begin(pending, draft, now);
        var working = rejudgements;
        while (!working.isEmpty()) {
            var read = rounds.between(working.stream().map(Rejudgement::window).toList());
            working.forEach(each -> each.take(read.getOrDefault(each.series(), List.of()), now));
            working = working.stream().filter(each -> !each.isDone()).toList();
        }
        var rest = new HashMap<Series, NavigableSet<Instant>>();
        var changes = new ArrayList<SpanChange>();
        for (var each : rejudgements) {
            var series = each.series();
            changes.add(each.change());
            draft.put(series, each.known(draft.get(series)));
            var unreached = each.unreached();
            if (!unreached.isEmpty()) {
                rest.put(series, unreached);
            }
        }
        pending.clear();
        pending.putAll(rest);
        return changes;
    }

    private List<Rejudgement> begin(Map<Series, NavigableSet<Instant>> late, Standings.Draft draft, Instant now) {
        var from = late.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, own -> own.getValue().first()));
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
                        own.getValue(),
                        stored.getOrDefault(own.getKey(), List.of()),
                        before.getOrDefault(own.getKey(), List.of()).stream()
                                .map(Evidence::of)
                                .toList(),
                        newest(own.getValue().last(), draft.get(own.getKey()), now),
                        judgedUntil(draft.get(own.getKey()))))
                .toList();
    }

    private static Instant newest(Instant lastLate, @Nullable Known known, Instant now) {
        var judged = known == null ? now.plus(AHEAD) : known.standing().lastTime();
        return lastLate.isAfter(judged) ? lastLate : judged;
    }

    private static Instant judgedUntil(@Nullable Known known) {
        return known == null ? Instant.MIN : known.standing().lastTime();
    }
}
