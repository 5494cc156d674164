package dev.noc.icmp;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a burst gave.
 *
 * @param samples one a request in the order of sending; none when the fault is ours, for then nothing was measured
 * @param fault why samples are lost or missing, where someone said so
 * @param late replies from this address after their time-out, since its burst before was over; their samples are losses
 * @param duplicates further replies from this address to one request, since its burst before was over
 */
public record PingResult(List<Sample> samples, @Nullable Fault fault, int late, int duplicates) {

    public PingResult {
        samples = List.copyOf(samples);
        if (samples.isEmpty() != (fault != null && fault.scope() == Fault.Scope.PROBE)) {
            throw new IllegalArgumentException("Samples are missing exactly when the fault is the probe's own.");
        }
    }

    /** A burst to which no reply came late or twice. */
    public PingResult(List<Sample> samples, @Nullable Fault fault) {
        this(samples, fault, 0, 0);
    }

    PingResult with(int late, int duplicates) {
        return late == 0 && duplicates == 0 ? this : new PingResult(samples, fault, late, duplicates);
    }

    static PingResult failed(PingRequest request, Fault fault) {
        return switch (fault.scope()) {
            case PROBE -> new PingResult(List.of(), fault);
            case TARGET -> new PingResult(Collections.nCopies(request.count(), new Sample.Loss()), fault);
        };
    }
}
