package dev.noc.backend.status;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.Api;
import dev.noc.backend.BackendTest;
import dev.noc.backend.SettableClock;
import dev.noc.backend.result.AllSeries;
import dev.noc.backend.result.Round;
import dev.noc.backend.result.Series;
import dev.noc.backend.target.Targets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Random stories of a target, told in order as they happen, and told again in any order, twice, in late batches and with
 * restarts between. What is kept of them must be the same, and what the rules make of all rounds at once.
 * {@code -Dnoc.stories=N} tells N of them; a failing one is named by its seed.
 */
@BackendTest
class StoriesTest {

    private static final int SECONDS = 10;

    /** So many others with late rounds that those of the story have to wait. */
    private static final List<String> CROWD =
            IntStream.range(0, 20).mapToObj("story-crowd-%d"::formatted).toList();

    @Autowired
    Api api;

    @Autowired
    SettableClock clock;

    @Autowired
    AllSeries series;

    @Autowired
    SpanStore spans;

    @Autowired
    IncidentStore incidents;

    @Autowired
    PastStatus past;

    @Autowired
    Targets targets;

    @Autowired
    Standings standings;

    @Autowired
    StandingLoader start;

    @Autowired
    Vigil vigil;

    @Autowired
    Backlog backlog;

    @Autowired
    VigilThread vigilThread;

    private Random random = new Random(0);
    private Instant crowdTime = Instant.EPOCH;

    static Stream<Long> seeds() {
        int stories = Integer.getInteger("noc.stories", 20);
        long first = Long.getLong("noc.seed", 1L);
        return IntStream.range(0, stories).mapToObj(i -> first + i);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void endTheSameHoweverTheyAreTold(long seed) {
        random = new Random(seed);
        var begin = clock.instant();
        var story = story(begin);
        add("story-in-order");
        add("story-late");
        crowdTime = begin;

        tellInOrder(story);
        clock.advance(Duration.ofSeconds(random.nextInt(120)));
        tellInAnyOrder(story);
        backlog.judge();
        vigil.look();

        var expected = Told.of(oracle(story), begin);
        assertThat(told("story-in-order", begin)).as("in order, seed %d", seed).isEqualTo(expected);
        assertThat(told("story-late", begin)).as("in any order, seed %d", seed).isEqualTo(expected);
    }

    /** Stories say when time passes, and restart without the thread stopping. */
    @BeforeEach
    void keepTheVigilByHand() {
        vigilThread.stop();
    }

    @AfterEach
    void forgetTheStory() {
        vigilThread.start();
        api.delete("/api/v1/targets/story-in-order");
        api.delete("/api/v1/targets/story-late");
        CROWD.forEach(id -> api.delete("/api/v1/targets/" + id));
        clock.advance(Duration.ofHours(1));
    }

    private void add(String id) {
        api.post("/api/v1/targets", """
                {"name": "%s", "address": "192.0.2.1", "latencyLimitMillis": 95}""".formatted(id)).expectStatus().isCreated();
    }

    /** Stretches of rounds of one kind or mixed, with gaps of all lengths between; for one to three probes. */
    private List<Round> story(Instant begin) {
        var rounds = new ArrayList<Round>();
        int probes = 1 + random.nextInt(3);
        for (int probe = 0; probe < probes; probe++) {
            int length = 30 + random.nextInt(120);
            var row = new StringBuilder();
            while (row.length() < length) {
                var kinds = List.of("5", "5", "0", "x", ".", "54", "503", "50", "5c", "ca", "0x.", "5.")
                        .get(random.nextInt(12));
                int run = 1 + random.nextInt(random.nextInt(10) == 0 ? 40 : 8);
                for (int i = 0; i < run; i++) {
                    row.append(kinds.charAt(random.nextInt(kinds.length())));
                }
            }
            var shift = random.nextInt(SECONDS * 1_000);
            var offset = begin.plusMillis(shift);
            Rows.rounds("story", "p" + probe, row.toString()).stream()
                    .map(round -> new Round(
                            round.targetId(),
                            round.probe(),
                            offset.plus(Duration.between(Rows.START, round.time())),
                            round.rttMillis(),
                            round.error()))
                    .forEach(rounds::add);
        }
        rounds.sort(comparing(Round::time));
        return rounds;
    }

    private void tellInOrder(List<Round> story) {
        for (var batch : batches(story)) {
            var time = batch.getLast().time();
            if (time.isAfter(clock.instant())) {
                clock.advance(Duration.between(clock.instant(), time));
            }
            if (random.nextBoolean()) {
                vigil.look();
            }
            report("story-in-order", batch);
        }
    }

    private void tellInAnyOrder(List<Round> story) {
        var told = new ArrayList<>(story);
        switch (random.nextInt(3)) {
            case 0 -> Collections.shuffle(told, random);
            case 1 -> Collections.rotate(told, random.nextInt(told.size()));
            default -> Collections.reverse(told);
        }
        for (int i = random.nextInt(10); i > 0; i--) {
            told.add(random.nextInt(told.size()), told.get(random.nextInt(told.size())));
        }
        boolean crowded = random.nextInt(3) == 0;
        if (crowded) {
            CROWD.forEach(this::add);
        }
        for (var batch : batches(told)) {
            if (crowded) {
                reportInACrowd(batch);
            } else {
                report("story-late", batch);
            }
            switch (random.nextInt(6)) {
                case 0 -> restart();
                case 1 -> vigil.look();
                case 2 -> backlog.judge();
                default -> {}
            }
        }
    }

    private void restart() {
        standings.all().clear();
        start.afterSingletonsInstantiated();
    }

    private List<List<Round>> batches(List<Round> rounds) {
        var batches = new ArrayList<List<Round>>();
        int most = 1 + random.nextInt(30);
        for (int from = 0; from < rounds.size(); ) {
            int to = Math.min(rounds.size(), from + 1 + random.nextInt(most));
            batches.add(rounds.subList(from, to));
            from = to;
        }
        return batches;
    }

    private void report(String target, List<Round> rounds) {
        byProbe(rounds).forEach((probe, own) -> report(Reports.json(target, probe, own)));
    }

    /** Each round of the others is older than the one before. */
    private void reportInACrowd(List<Round> rounds) {
        byProbe(rounds).forEach((probe, own) -> {
            crowdTime = crowdTime.minusSeconds(SECONDS);
            var all = new HashMap<String, List<Round>>();
            CROWD.forEach(id -> all.put(id, List.of(new Round(id, probe, crowdTime, List.of(5.0), null))));
            all.put("story-late", own);
            report(Reports.json(probe, all));
        });
    }

    private void report(String json) {
        api.post("/metrics", json).expectStatus().isAccepted();
    }

    private static Map<String, List<Round>> byProbe(List<Round> rounds) {
        var byProbe = new TreeMap<String, List<Round>>();
        rounds.forEach(round -> byProbe.computeIfAbsent(round.probe(), none -> new ArrayList<>())
                .add(round));
        return byProbe;
    }

    /** Everything at once, by the rules alone. */
    private Told.Oracle oracle(List<Round> story) {
        var expected = targets.require("story-late").expectation();
        var bySeries = new TreeMap<String, Fold>();
        story.forEach(round -> bySeries.computeIfAbsent(round.probe(), none -> new Fold(null, expected))
                .add(Evidence.of(round)));
        bySeries.values().forEach(fold -> fold.pass(clock.instant()));
        var decided = new TreeMap<String, List<Span>>();
        bySeries.forEach((probe, fold) -> decided.put(probe, fold.begun()));
        return new Told.Oracle(decided, expected, clock.instant());
    }

    private Told told(String target, Instant begin) {
        var kept = new TreeMap<String, List<Span>>();
        var times = new HashMap<Series, Instant>();
        series.ofTarget(target).forEach(each -> times.put(each, Instant.EPOCH));
        spans.since(times).forEach((each, own) -> kept.put(each.probe(), own));
        return new Told(
                Told.plain(kept),
                incidents.find(new IncidentQuestion(target, null, null, null, 1_000)).reversed().stream()
                        .map(Told::plain)
                        .toList(),
                past.availability(targets.require(target), begin, clock.instant()));
    }
}
