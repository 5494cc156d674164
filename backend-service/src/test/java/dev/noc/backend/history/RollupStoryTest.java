package dev.noc.backend.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.backend.result.Series;
import dev.noc.protocol.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Whatever the order in which results arrive, the roll-ups are those of all of them. {@code -Dnoc.stories} says how many stories. */
class RollupStoryTest extends ForgetfulBackend {

    @Autowired
    ProgressStore progress;

    @Autowired
    JsonMapper json;

    static LongStream stories() {
        return LongStream.range(0, Long.getLong("noc.stories", 20));
    }

    @ParameterizedTest(name = "story {0}")
    @MethodSource("stories")
    void rollupsAreTheSumOfAllRounds(long seed) {
        var target = "story-" + seed;
        var story = begin(target, seed);

        deliver(story, new Random(seed));
        settleLater(Duration.ofHours(27));

        assertThat(series.ofTarget(target)).hasSize(2).allSatisfy(some -> {
            assertThat(stored(some, Resolution.HOUR)).isNotEmpty();
            for (var width : Resolution.ROLLED_UP) {
                assertThat(stored(some, width)).isEqualTo(summed(some, width));
            }
        });
        api.delete("/api/v1/targets/" + target).expectStatus().isNoContent();
    }

    @Test
    void historyIsTheSameBeforeAndAfterRollingUp() {
        var target = "live-edge";
        var story = begin(target, 1);
        story.told().forEach(this::send);
        var path = "/api/v1/targets/%s/history?points=500&from=%s&to=%s"
                .formatted(target, clock.instant().minus(Duration.ofHours(18)), clock.instant());
        var before = get(path);

        settleLater(Duration.ofHours(7));

        assertThat(get(path)).isEqualTo(before).contains("\"resolution\":\"minute\"");
    }

    @Test
    void rebuildingChangesNothing() {
        var target = "rebuilt";
        begin(target, 2).told().forEach(this::send);
        settleLater(Duration.ofDays(1));
        var some = series.ofTarget(target).getFirst();
        var before = rollups.all(some.id());
        rollups.remove(Resolution.TEN_MINUTES, List.of(new Stretch(some.id(), Instant.EPOCH, clock.instant())));

        api.post("/api/v1/history/rebuild", "").expectStatus().isAccepted();
        settleLater(Duration.ZERO);

        assertThat(rollups.all(some.id())).isEqualTo(before);
        assertThat(get("/api/v1/history/rebuild")).contains("\"left\":0");
    }

    private Story begin(String target, long seed) {
        add(target);
        return Story.of(seed, target, clock.instant());
    }

    private void deliver(Story story, Random random) {
        for (var report : story.arriving()) {
            send(report);
            if (random.nextInt(4) == 0) {
                chores.run();
            }
        }
    }

    private void send(Report report) {
        var newest = report.results().getLast().time();
        if (newest.isAfter(clock.instant())) {
            clock.advance(Duration.between(clock.instant(), newest));
        }
        for (int from = 0; from < report.results().size(); from += Report.MAX_RESULTS) {
            var to = Math.min(report.results().size(), from + Report.MAX_RESULTS);
            var part = new Report(report.probe(), report.results().subList(from, to));
            api.post("/metrics", json.writeValueAsString(part)).expectStatus().isAccepted();
        }
    }

    private void settleLater(Duration time) {
        later(time);
        chores.run();
    }

    private String get(String path) {
        var body = api.get(path)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return body == null ? "" : body;
    }

    private List<Rollup> stored(Series some, Resolution width) {
        var stored = new ArrayList<Rollup>();
        rollups.each(width, new Stretch(some.id(), Instant.EPOCH, clock.instant()), stored::add);
        return stored;
    }

    /** Computes from all rounds at once what must be stored of the buckets that are over. */
    private List<Rollup> summed(Series some, Resolution width) {
        var sums = new TreeMap<Instant, Tally>();
        rounds.each(
                some,
                Instant.EPOCH,
                clock.instant(),
                round -> sums.computeIfAbsent(width.floor(round.time()), start -> new Tally())
                        .add(round));
        var over = width.floor(progress.built(some.id()));
        return sums.headMap(over).entrySet().stream()
                .map(sum -> sum.getValue().toRollup(some.id(), width, sum.getKey()))
                .toList();
    }
}
