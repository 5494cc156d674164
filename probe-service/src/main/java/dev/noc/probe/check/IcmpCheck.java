package dev.noc.probe.check;

import dev.noc.icmp.Fault;
import dev.noc.icmp.PingResult;
import dev.noc.icmp.Pinger;
import dev.noc.icmp.Sample;
import dev.noc.protocol.Assignment;
import dev.noc.protocol.Result;
import dev.noc.protocol.ResultError;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Echo requests in a burst. */
@Component
class IcmpCheck implements Check {

    private static final double NANOS_A_MILLI = 1e6;

    private final Pinger pinger;
    private final Settings settings;
    private final Clock clock;

    IcmpCheck(Pinger pinger, Settings settings, Clock clock) {
        this.pinger = pinger;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "icmp";
    }

    @Override
    public CompletableFuture<Result> round(Assignment target) {
        var request = settings.of(target, IcmpSettings.class, own -> own.request(target));
        var start = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return pinger.submit(request).thenApply(result -> result(target, start, result));
    }

    private static Result result(Assignment target, Instant start, PingResult result) {
        return new Result(target.id(), start, rttMillis(result), error(result.fault()), attributes(result));
    }

    private static List<@Nullable Double> rttMillis(PingResult result) {
        var millis = new ArrayList<@Nullable Double>();
        for (var sample : result.samples()) {
            millis.add(sample instanceof Sample.Reply reply ? reply.roundTrip().toNanos() / NANOS_A_MILLI : null);
        }
        return millis;
    }

    /** Most rounds have none, and 10,000 targets need no empty maps. */
    private static @Nullable Map<String, Object> attributes(PingResult result) {
        if (result.late() == 0 && result.duplicates() == 0) {
            return null;
        }
        var attributes = new LinkedHashMap<String, Object>();
        put(attributes, "late", result.late());
        put(attributes, "duplicates", result.duplicates());
        return attributes;
    }

    private static void put(Map<String, Object> attributes, String name, int count) {
        if (count > 0) {
            attributes.put(name, count);
        }
    }

    private static @Nullable ResultError error(@Nullable Fault fault) {
        if (fault == null) {
            return null;
        }
        return Reasons.of(fault);
    }
}
