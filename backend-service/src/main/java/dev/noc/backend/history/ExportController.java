package dev.noc.backend.history;

import dev.noc.backend.question.Parameters;
import dev.noc.backend.question.TimeRange;
import dev.noc.backend.result.AllSeries;
import dev.noc.backend.result.Rounds;
import dev.noc.backend.result.Series;
import dev.noc.backend.target.Targets;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Hands out what is kept of a target, as a file of any length: it is read and sent a piece at a time. */
@RestController
class ExportController {

    private static final Duration USUAL = Duration.ofDays(1);

    private final Targets targets;
    private final AllSeries series;
    private final Rounds rounds;
    private final RollupStore rollups;
    private final JsonMapper json;
    private final Clock clock;

    ExportController(
            Targets targets, AllSeries series, Rounds rounds, RollupStore rollups, JsonMapper json, Clock clock) {
        this.targets = targets;
        this.series = series;
        this.rounds = rounds;
        this.rollups = rollups;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/api/v1/export")
    @Parameter(name = "target", in = ParameterIn.QUERY, required = true, description = "the id of a target")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "a time; 24 hours before 'to'")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "a time; now")
    @Parameter(name = "probe", in = ParameterIn.QUERY, description = "one probe; all of them, one after the other")
    @Parameter(name = "kind", in = ParameterIn.QUERY, description = "rounds or rollups; rounds")
    @Parameter(
            name = "width",
            in = ParameterIn.QUERY,
            description = "of roll-ups: minute, ten_minutes, hour and so on; hour")
    @Parameter(name = "format", in = ParameterIn.QUERY, description = "csv or ndjson; csv")
    void export(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query, HttpServletResponse response)
            throws IOException {
        var asked = Parameters.of(query);
        var target = asked.required("target", "must be the id of a target");
        var range = asked.range(clock.instant(), USUAL);
        var probe = asked.text("probe");
        var kind = asked.choice("kind", Kind.ROUNDS);
        var width = asked.choice("width", Resolution.HOUR);
        if (width == Resolution.RAW) {
            asked.complain("width", "must not be raw for roll-ups: ask for kind=rounds");
        }
        var format = asked.choice("format", ExportFormat.CSV);
        asked.refuseWhatIsWrong();
        targets.require(target);
        var wanted = series.ofTarget(target).stream()
                .filter(some -> probe == null || some.probe().equals(probe))
                .toList();
        announce(response, format, "noc-%s-%s".formatted(target, kind.name().toLowerCase(Locale.ROOT)));
        try (var out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            if (kind == Kind.ROUNDS) {
                writeRounds(wanted, range, format.writer(out, json));
            } else {
                writeRollups(wanted, range, width, format.writer(out, json));
            }
        } catch (UncheckedIOException e) {
            // The client has gone, so there is nobody to tell.
        }
    }

    private static void announce(HttpServletResponse response, ExportFormat format, String name) {
        response.setContentType(format.contentType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + "." + format.suffix())
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private void writeRounds(List<Series> wanted, TimeRange range, ExportWriter out) {
        out.begin(RoundLine.class);
        wanted.forEach(some -> rounds.each(some, range.from(), range.to(), round -> out.write(RoundLine.of(round))));
    }

    private void writeRollups(List<Series> wanted, TimeRange range, Resolution width, ExportWriter out) {
        out.begin(RollupLine.class);
        wanted.forEach(some -> rollups.each(
                width,
                new Stretch(some.id(), range.from(), range.to()),
                rollup -> out.write(RollupLine.of(some, rollup))));
    }

    /** What there is to export. */
    private enum Kind {
        ROUNDS,
        ROLLUPS
    }
}
