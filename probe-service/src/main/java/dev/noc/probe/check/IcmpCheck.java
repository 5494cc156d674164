package dev.noc.probe.check;

import dev.noc.icmp.Fault;
import dev.noc.icmp.PingRequest;
import dev.noc.icmp.PingResult;
import dev.noc.icmp.Pinger;
import dev.noc.icmp.Sample;
import dev.noc.protocol.Assignment;
import dev.noc.protocol.Result;
import dev.noc.protocol.ResultError;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Five echo requests in a burst. */
@Component
class IcmpCheck implements Check {

    private static final int SAMPLES = 5;
    private static final Duration WIDEST_SPACING = Duration.ofMillis(200);
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final double NANOS_A_MILLI = 1e6;

    private final Pinger pinger;
    private final Clock clock;

    IcmpCheck(Pinger pinger, Clock clock) {
        this.pinger = pinger;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "icmp";
    }

    @Override
    public Result round(Assignment target) throws InterruptedException {
        var start = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var result = pinger.ping(burst(target));
        return new Result(target.id(), start, rttMillis(result), error(result.fault()));
    }

    /** At the shortest interval, 1 s, the burst is sent within 400 ms. */
    private static PingRequest burst(Assignment target) {
        var tenth = target.interval().dividedBy(10);
        var spacing = tenth.compareTo(WIDEST_SPACING) < 0 ? tenth : WIDEST_SPACING;
        return new PingRequest(target.address(), SAMPLES, spacing, TIMEOUT);
    }

    private static List<@Nullable Double> rttMillis(PingResult result) {
        var millis = new ArrayList<@Nullable Double>();
        for (var sample : result.samples()) {
            millis.add(sample instanceof Sample.Reply reply ? reply.roundTrip().toNanos() / NANOS_A_MILLI : null);
        }
        return millis;
    }

    private static @Nullable ResultError error(@Nullable Fault fault) {
        if (fault == null) {
            return null;
        }
        var scope = fault.scope() == Fault.Scope.PROBE ? ResultError.PROBE : ResultError.TARGET;
        return new ResultError(scope, Reasons.cut(fault.reason()));
    }
}
