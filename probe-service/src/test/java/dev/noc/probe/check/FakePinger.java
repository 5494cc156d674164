package dev.noc.probe.check;

import dev.noc.icmp.Fault;
import dev.noc.icmp.PingRequest;
import dev.noc.icmp.PingResult;
import dev.noc.icmp.Pinger;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Sends nothing, and answers as a test says. */
public class FakePinger implements Pinger {

    private final Function<PingRequest, PingResult> script;

    public FakePinger(Function<PingRequest, PingResult> script) {
        this.script = script;
    }

    @Override
    public PingResult ping(PingRequest request) {
        return script.apply(request);
    }

    @Override
    public CompletableFuture<PingResult> submit(PingRequest request) {
        return CompletableFuture.completedFuture(ping(request));
    }

    @Override
    public Optional<Fault> check() {
        return Optional.empty();
    }

    @Override
    public String description() {
        return "nothing, for a test";
    }

    @Override
    public void close() {}
}
