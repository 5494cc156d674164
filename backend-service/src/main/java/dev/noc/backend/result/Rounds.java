package dev.noc.backend.result;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rounds that are kept. Times are those at which rounds began. */
@Service
public class Rounds {

    private static final int PAGE = 2_000;
    private static final Instant END_OF_TIME = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final AllSeries series;
    private final RoundStore store;
    private final RoundReader reader;

    Rounds(AllSeries series, RoundStore store, RoundReader reader) {
        this.series = series;
        this.store = store;
        this.reader = reader;
    }

    /** Returns those of these rounds that exist. */
    public Map<RoundKey, Round> find(Collection<RoundKey> keys) {
        var wanted = new HashMap<RoundKey, Series>();
        keys.forEach(key -> series.find(key.targetId(), key.probe()).ifPresent(found -> wanted.put(key, found)));
        return reader.find(wanted).stream().collect(toMap(Round::key, identity()));
    }

    /** Returns the rounds from a time on, up to another that does not belong to it; oldest first. */
    public List<Round> between(Series series, Instant from, Instant to) {
        return between(List.of(new Window(series, from, to))).getOrDefault(series, List.of());
    }

    /**
     * Returns the rounds of each window, oldest first, with one statement. A series without rounds is not there; the windows
     * of one series must not overlap.
     */
    public Map<Series, List<Round>> between(Collection<Window> windows) {
        return reader.between(windows);
    }

    /** Returns the newest rounds before a time, at most so many; oldest first. */
    public List<Round> before(Series series, Instant time, int limit) {
        return before(Map.of(series, time), limit).getOrDefault(series, List.of());
    }

    /** Returns the newest rounds of each series before a time, oldest first, with one statement. A series without is not there. */
    public Map<Series, List<Round>> before(Map<Series, Instant> times, int limit) {
        return reader.before(times, limit);
    }

    /** Reads a stretch of any length, oldest first, in constant memory. What is stored meanwhile may be among it. */
    public void each(Series series, Instant from, Instant to, Consumer<Round> reading) {
        var next = from;
        List<Round> page;
        do {
            page = reader.page(series, next, to, PAGE);
            page.forEach(reading);
            next = page.isEmpty() ? to : page.getLast().time().plusMillis(1);
        } while (page.size() == PAGE);
    }

    /** Returns when the oldest round of a series began that did not begin before a time. */
    public Optional<Instant> next(Series series, Instant from) {
        return reader.page(series, from, END_OF_TIME, 1).stream()
                .map(Round::time)
                .findFirst();
    }

    /** Deletes at most so many rounds that began before a time. Returns how many; fewer than that when no more are left. */
    @Transactional
    public int forget(Instant before, int limit) {
        return store.deleteBefore(before, limit);
    }
}
