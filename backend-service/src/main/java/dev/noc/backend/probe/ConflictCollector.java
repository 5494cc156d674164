package dev.noc.backend.probe;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Shows Prometheus which probes are two processes. Read at each scrape, because a conflict ends with time alone. */
@Component
class ConflictCollector implements Collector {

    private static final String CONFLICT = "noc_probe_conflict";

    private final Probes probes;
    private final Clock clock;

    ConflictCollector(Probes probes, Clock clock, PrometheusRegistry registry) {
        this.probes = probes;
        this.clock = clock;
        registry.register(this);
    }

    @Override
    public String getPrometheusName() {
        return CONFLICT;
    }

    @Override
    public MetricSnapshot collect() {
        var now = clock.instant();
        var conflict = GaugeSnapshot.builder().name(CONFLICT).help("1 while two processes report under one id, 0 else");
        for (var presence : probes.all()) {
            conflict.dataPoint(GaugeDataPointSnapshot.builder()
                    .labels(Labels.of("probe", presence.id()))
                    .value(presence.isInConflict(now) ? 1 : 0)
                    .build());
        }
        return conflict.build();
    }
}
