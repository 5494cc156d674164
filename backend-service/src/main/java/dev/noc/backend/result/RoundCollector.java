package dev.noc.backend.result;

import dev.noc.backend.target.TargetDeleted;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Shows the samples to Prometheus, once they are stored. Counts from the start of this process. */
@Component
class RoundCollector implements MultiCollector {

    private static final String RTT = "noc_ping_rtt_seconds";

    /** Shown with {@code _total} behind them. */
    private static final String SENT = "noc_ping_sent";

    private static final String LOST = "noc_ping_lost";

    private final Map<Series, SampleCounts> counts = new ConcurrentHashMap<>();

    RoundCollector(PrometheusRegistry registry) {
        registry.register(this);
    }

    @TransactionalEventListener
    void on(ResultsRecorded event) {
        event.bySeries()
                .forEach((series, rounds) -> counts.computeIfAbsent(series, none -> new SampleCounts())
                        .add(rounds));
    }

    @TransactionalEventListener
    void on(TargetDeleted event) {
        counts.keySet().removeIf(series -> series.targetId().equals(event.targetId()));
    }

    @Override
    public List<String> getPrometheusNames() {
        return List.of(RTT, SENT, LOST);
    }

    @Override
    public MetricSnapshots collect() {
        var rtt = HistogramSnapshot.builder().name(RTT).help("Round-trip time of each sample, whatever the check");
        var sent = CounterSnapshot.builder().name(SENT).help("Samples that were sent");
        var lost = CounterSnapshot.builder().name(LOST).help("Samples that were not answered in time");
        counts.forEach((series, own) -> {
            var labels = Labels.of("probe", series.probe(), "target", series.targetId());
            var snapshot = own.snapshot();
            rtt.dataPoint(snapshot.rtt(labels));
            sent.dataPoint(counter(snapshot.sent(), labels));
            lost.dataPoint(counter(snapshot.lost(), labels));
        });
        return new MetricSnapshots(rtt.build(), sent.build(), lost.build());
    }

    private static CounterDataPointSnapshot counter(long value, Labels labels) {
        return CounterDataPointSnapshot.builder()
                .value((double) value)
                .labels(labels)
                .build();
    }
}
