package dev.noc.backend.status;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.noc.backend.result.AllSeries;
import dev.noc.backend.result.Round;
import dev.noc.backend.result.Rounds;
import dev.noc.backend.result.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the standings from the database: at the start, and whenever another backend has judged since. */
@Component
class StandingLoader implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(StandingLoader.class);

    /** After every round that there may be. */
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final AllSeries allSeries;
    private final Rounds rounds;
    private final SpanStore spans;
    private final UnjudgedStore unjudged;
    private final Standings standings;
    private final Peers peers;
    private final Expectations expectations;
    private final Announcer announcer;
    private final TransactionTemplate transaction;

    StandingLoader(
            AllSeries allSeries,
            Rounds rounds,
            SpanStore spans,
            UnjudgedStore unjudged,
            Standings standings,
            Peers peers,
            Expectations expectations,
            Announcer announcer,
            TransactionTemplate transaction) {
        this.allSeries = allSeries;
        this.rounds = rounds;
        this.spans = spans;
        this.unjudged = unjudged;
        this.standings = standings;
        this.peers = peers;
        this.expectations = expectations;
        this.announcer = announcer;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        reload();
        var held = spans.newest(allSeries.all());
        newestRounds(allSeries.all(), Map.of()).keySet().stream()
                .filter(series -> !held.containsKey(series))
                .collect(groupingBy(Series::targetId))
                .forEach(this::judgeFromTheStart);
    }

    /** Reads anew if another backend has judged since; with SQLite there is none. */
    void refresh() {
        if (!peers.isCurrent()) {
            reload();
        }
    }

    void reload() {
        standings.exclusively(() -> {
            peers.adopt();
            read(Map.of());
        });
    }

    /**
     * Returns the changes of the current transaction, on top of standings that nobody changes meanwhile.
     *
     * @param fresh series of which this transaction stored rounds, and the time of the oldest
     */
    Standings.Draft begin(Supplier<Map<Series, Instant>> fresh) {
        var draft = standings.draft();
        if (draft.isEmpty() && !peers.judge()) {
            read(fresh.get());
        }
        return draft;
    }

    /** What is told where rounds are not judged yet is good to look at, and not to go on from. */
    private void read(Map<Series, Instant> fresh) {
        var series = allSeries.all();
        var newest = newestRounds(series, fresh);
        var known = spans.newest(series).entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        held -> known(held.getKey(), held.getValue(), newest.getOrDefault(held.getKey(), List.of()))));
        var distrusted = unjudged.series();
        distrusted.addAll(fresh.keySet());
        standings.replace(known, distrusted);
    }

    private Map<Series, List<Round>> newestRounds(List<Series> series, Map<Series, Instant> until) {
        int keeps = series.stream()
                .mapToInt(each -> StatusRules.keeps(expectations.of(each.targetId())))
                .max()
                .orElse(0);
        return series.isEmpty()
                ? Map.of()
                : rounds.before(
                        series.stream().collect(toMap(each -> each, each -> until.getOrDefault(each, LATEST))), keeps);
    }

    private Known known(Series series, Span span, List<Round> newest) {
        var evidence = newest.stream().map(Evidence::of).toList();
        var standing = StatusRules.rebuild(span, evidence, expectations.of(series.targetId()));
        return new Known(standing, newest.isEmpty() ? null : newest.getLast());
    }

    /** An older version stored these rounds, and judged them by other rules. */
    private void judgeFromTheStart(String targetId, List<Series> series) {
        log.info("Judging the stored rounds of target {}. This happens once, after an update.", targetId);
        transaction.executeWithoutResult(status -> {
            var draft = begin(Map::of);
            var changes = new ArrayList<SpanChange>();
            // Another backend that starts at the same time may have been first.
            var judged = spans.newest(series).keySet();
            for (var each : series.stream().filter(own -> !judged.contains(own)).toList()) {
                var fold = new Fold(null, expectations.of(targetId));
                var last = new AtomicReference<Round>();
                rounds.each(each, Instant.EPOCH, LATEST, round -> {
                    fold.add(Evidence.of(round));
                    last.set(round);
                });
                draft.put(each, new Known(requireNonNull(fold.standing()), last.get()));
                changes.add(new SpanChange(each, List.of(), fold.begun()));
            }
            spans.apply(changes);
            announcer.tell(changes, draft);
        });
    }
}
