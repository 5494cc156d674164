package dev.noc.backend.status;

import static java.util.stream.Collectors.groupingBy;

import dev.noc.backend.result.Round;
import dev.noc.backend.target.CheckGauge;
import dev.noc.backend.target.Target;
import dev.noc.backend.target.Targets;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Shows Prometheus what the newest rounds found out besides, as far as their kinds of checks have numbers for it. Looks
 * at each scrape, so that nothing outlives its target or its round, and any backend can tell it.
 */
@Component
class CheckCollector implements MultiCollector {

    private final Targets targets;
    private final Standings standings;
    private final StandingLoader loader;
    private final Clock clock;

    CheckCollector(
            Targets targets, Standings standings, StandingLoader loader, Clock clock, PrometheusRegistry registry) {
        this.targets = targets;
        this.standings = standings;
        this.loader = loader;
        this.clock = clock;
        registry.register(this);
    }

    @Override
    public MetricSnapshots collect() {
        loader.refresh();
        var now = clock.instant();
        var points = targets.all().stream()
                .filter(Target::enabled)
                .flatMap(target -> freshRounds(target, now).flatMap(round -> points(target, round)))
                .collect(groupingBy(point -> point.gauge().series()));
        return new MetricSnapshots(
                points.values().stream().map(CheckCollector::snapshot).toList());
    }

    private Stream<Round> freshRounds(Target target, Instant now) {
        return standings.ofTarget(target.id()).values().stream()
                .filter(known -> !StatusRules.isStale(known.standing(), now, target.expectation()))
                .map(Known::round)
                .filter(Objects::nonNull);
    }

    private static Stream<Point> points(Target target, Round round) {
        return target.check().gauges(round.attributes()).stream().map(gauge -> new Point(round, gauge));
    }

    private static MetricSnapshot snapshot(List<Point> points) {
        var gauge = points.getFirst().gauge();
        var snapshot = GaugeSnapshot.builder().name(gauge.series()).help(gauge.help());
        points.forEach(point -> snapshot.dataPoint(point.toDataPoint()));
        return snapshot.build();
    }

    private record Point(Round round, CheckGauge gauge) {

        GaugeDataPointSnapshot toDataPoint() {
            var labels = Labels.builder().label("target", round.targetId()).label("probe", round.probe());
            gauge.labels().forEach(labels::label);
            return GaugeDataPointSnapshot.builder()
                    .labels(labels.build())
                    .value(gauge.value())
                    .build();
        }
    }
}
