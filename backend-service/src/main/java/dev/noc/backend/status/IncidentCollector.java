package dev.noc.backend.status;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import org.springframework.stereotype.Component;

/** Shows Prometheus how many incidents are open. Counts them at each scrape, so that a restart loses nothing. */
@Component
class IncidentCollector implements Collector {

    private static final String OPEN = "noc_incidents_open";

    private final IncidentStore incidents;

    IncidentCollector(IncidentStore incidents, PrometheusRegistry registry) {
        this.incidents = incidents;
        registry.register(this);
    }

    @Override
    public String getPrometheusName() {
        return OPEN;
    }

    @Override
    public MetricSnapshot collect() {
        var open = GaugeSnapshot.builder().name(OPEN).help("Incidents that go on, by the worst status that they had");
        var counts = incidents.countOpen();
        for (var worst : List.of(Status.DEGRADED, Status.DOWN)) {
            open.dataPoint(GaugeDataPointSnapshot.builder()
                    .labels(Labels.of("status", worst.name()))
                    .value(counts.getOrDefault(worst, 0))
                    .build());
        }
        return open.build();
    }
}
