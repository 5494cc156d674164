package dev.noc.backend.status;

import dev.noc.backend.target.Target;
import dev.noc.backend.target.Targets;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import org.springframework.stereotype.Component;

/** Shows each target's status to Prometheus. Concludes it at each scrape, because it changes with time alone. */
@Component
class StatusCollector implements MultiCollector {

    private static final String UP = "noc_target_up";
    private static final String STATUS = "noc_target_status";

    /** Shown with {@code _info} behind it. */
    private static final String INFO = "noc_target";

    private final Targets targets;
    private final Statuses statuses;

    StatusCollector(Targets targets, Statuses statuses, PrometheusRegistry registry) {
        this.targets = targets;
        this.statuses = statuses;
        registry.register(this);
    }

    @Override
    public List<String> getPrometheusNames() {
        return List.of(UP, STATUS, INFO);
    }

    @Override
    public MetricSnapshots collect() {
        var watched = targets.all().stream().filter(Target::enabled).toList();
        var current = statuses.of(watched);
        return new MetricSnapshots(up(current), status(current), info(watched));
    }

    private static GaugeSnapshot up(List<TargetStatus> current) {
        var up = GaugeSnapshot.builder()
                .name(UP)
                .help("1 while the target answers, 0 while it is DOWN, absent while nobody can tell");
        for (var known : current) {
            if (known.status() != Status.UNKNOWN) {
                var labels = Labels.of("target", known.target().id());
                up.dataPoint(point(known.status().isReachable(), labels));
            }
        }
        return up.build();
    }

    private static GaugeSnapshot status(List<TargetStatus> current) {
        var status =
                GaugeSnapshot.builder().name(STATUS).help("1 for the status that the target has, 0 for the others");
        for (var known : current) {
            for (var each : Status.values()) {
                var labels = Labels.of("target", known.target().id(), "status", each.name());
                status.dataPoint(point(each == known.status(), labels));
            }
        }
        return status.build();
    }

    private static InfoSnapshot info(List<Target> watched) {
        var info = InfoSnapshot.builder().name(INFO).help("Always 1; its labels tell how a target is watched");
        for (var target : watched) {
            info.dataPoint(InfoDataPointSnapshot.builder()
                    .labels(Labels.of(
                            "target", target.id(), "check", target.check().name()))
                    .build());
        }
        return info.build();
    }

    private static GaugeDataPointSnapshot point(boolean value, Labels labels) {
        return GaugeDataPointSnapshot.builder()
                .value(value ? 1 : 0)
                .labels(labels)
                .build();
    }
}
