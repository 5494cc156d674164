package dev.noc.icmp;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a burst gave.
 *
 * @param samples one a request in the order of sending; none when the fault is ours, for then nothing was measured
 * @param fault why samples are lost or missing, where someone said so
 */
public record PingResult(List<Sample> samples, @Nullable Fault fault) {

    public PingResult {
        samples = List.copyOf(samples);
        if (samples.isEmpty() != (fault != null && fault.scope() == Fault.Scope.PROBE)) {
            throw new IllegalArgumentException("Samples are missing exactly when the fault is the probe's own.");
        }
    }

    static PingResult failed(PingRequest request, Fault fault) {
        return switch (fault.scope()) {
            case PROBE -> new PingResult(List.of(), fault);
            case TARGET -> new PingResult(Collections.nCopies(request.count(), new Sample.Loss()), fault);
        };
    }
}
