package dev.noc.icmp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one echo request, and why where that is known. */
record Outcome(Sample sample, @Nullable Fault fault) {

    static Outcome reply(Duration roundTrip) {
        return new Outcome(new Sample.Reply(roundTrip), null);
    }

    static Outcome loss() {
        return new Outcome(new Sample.Loss(), null);
    }

    static Outcome failed(Fault fault) {
        return new Outcome(new Sample.Loss(), fault);
    }

    /** One request that we could not send spoils the burst: what is missing is not lost, so no ratio can be built. */
    static PingResult sum(List<Outcome> outcomes) {
        var samples = new ArrayList<Sample>(outcomes.size());
        Fault first = null;
        for (var outcome : outcomes) {
            var fault = outcome.fault();
            if (fault != null && fault.scope() == Fault.Scope.PROBE) {
                return new PingResult(List.of(), fault);
            }
            first = first == null ? fault : first;
            samples.add(outcome.sample());
        }
        return new PingResult(samples, first);
    }
}
