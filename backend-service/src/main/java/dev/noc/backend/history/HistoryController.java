package dev.noc.backend.history;

import dev.noc.backend.question.Parameters;
import dev.noc.backend.question.TimeRange;
import dev.noc.backend.result.AllSeries;
import dev.noc.backend.result.Series;
import dev.noc.backend.target.Targets;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of a target over any range of time. */
@RestController
@RequestMapping("/api/v1/targets/{id}")
class HistoryController {

    static final Duration LONGEST = Duration.ofDays(3_660);

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LONGEST_HEATMAP = Duration.ofDays(366);
    private static final Duration USUAL_HEATMAP = Duration.ofDays(28);
    private static final int POINTS = 500;
    private static final int DAYS_A_WEEK = 7;
    private static final int HOURS_A_DAY = 24;

    private final Targets targets;
    private final AllSeries series;
    private final HistoryReader reader;
    private final Horizons horizons;
    private final Clock clock;

    HistoryController(Targets targets, AllSeries series, HistoryReader reader, Horizons horizons, Clock clock) {
        this.targets = targets;
        this.series = series;
        this.reader = reader;
        this.horizons = horizons;
        this.clock = clock;
    }

    @GetMapping("/history")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "a time; 24 hours before 'to'")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "a time; now")
    @Parameter(name = "points", in = ParameterIn.QUERY, description = "about how many buckets, 1 to 2000; 500")
    @Parameter(name = "probe", in = ParameterIn.QUERY, description = "one probe; all of them together")
    ResponseEntity<HistoryView> history(
            @PathVariable String id, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        targets.require(id);
        var asked = Parameters.of(query);
        var range = range(asked, DAY, LONGEST);
        int points = asked.number("points", 1, Grid.MAX_POINTS, POINTS);
        var probe = asked.text("probe");
        asked.refuseWhatIsWrong();
        var grid = Grid.over(range, points, horizons.finestSince(range.from()));
        return answer(grid.end(), HistoryView.of(grid, reader.read(seriesOf(id, probe), grid)));
    }

    @GetMapping("/heatmap")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "a time; 28 days before 'to'")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "a time; now")
    @Parameter(name = "zone", in = ParameterIn.QUERY, description = "whose hours, such as Europe/Berlin; UTC")
    @Parameter(name = "probe", in = ParameterIn.QUERY, description = "one probe; all of them together")
    ResponseEntity<HeatmapView> heatmap(
            @PathVariable String id, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        targets.require(id);
        var asked = Parameters.of(query);
        var range = range(asked, USUAL_HEATMAP, LONGEST_HEATMAP);
        var zone = asked.zone("zone", ZoneOffset.UTC);
        var probe = asked.text("probe");
        asked.refuseWhatIsWrong();
        var from = Resolution.HOUR.floor(range.from());
        var to = Resolution.HOUR.ceil(range.to());
        return answer(to, HeatmapView.of(from, to, zone.getId(), week(seriesOf(id, probe), from, to, zone)));
    }

    private TimeRange range(Parameters asked, Duration leftOut, Duration longest) {
        var range = asked.range(clock.instant(), leftOut);
        if (range.length().compareTo(longest) > 0) {
            asked.complain("from", "must be at most %,d days before 'to'".formatted(longest.toDays()));
        }
        return range;
    }

    private List<Series> seriesOf(String targetId, @Nullable String probe) {
        return series.ofTarget(targetId).stream()
                .filter(some -> probe == null || some.probe().equals(probe))
                .toList();
    }

    private List<List<Tally>> week(List<Series> all, Instant from, Instant to, ZoneId zone) {
        var week = Stream.generate(
                        () -> Stream.generate(Tally::new).limit(HOURS_A_DAY).toList())
                .limit(DAYS_A_WEEK)
                .toList();
        for (var some : all) {
            reader.each(some, from, to, Resolution.HOUR, (time, add) -> {
                var local = Resolution.HOUR.floor(time).atZone(zone);
                add.to(week.get(local.getDayOfWeek().getValue() - 1).get(local.getHour()));
            });
        }
        return new ArrayList<>(week);
    }

    /** What ended a day ago hardly ever changes; an ETag tells a client quickly whether anything else did. */
    private <T> ResponseEntity<T> answer(Instant end, T body) {
        boolean over = end.isBefore(clock.instant().minus(DAY));
        var caching = over ? CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate() : CacheControl.noCache();
        return ResponseEntity.ok().cacheControl(caching).body(body);
    }
}
