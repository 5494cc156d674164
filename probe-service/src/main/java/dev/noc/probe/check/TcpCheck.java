package dev.noc.probe.check;

import dev.noc.icmp.NameService;
import dev.noc.icmp.UnresolvedException;
import dev.noc.protocol.Assignment;
import dev.noc.protocol.Result;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Connections in a burst: how long a port takes to open. The name is looked up before, once a round. */
@Component
class TcpCheck implements Check {

    private final Settings settings;
    private final NameService names;
    private final RoundThreads threads;
    private final Clock clock;

    TcpCheck(Settings settings, NameService names, RoundThreads threads, Clock clock) {
        this.settings = settings;
        this.names = names;
        this.threads = threads;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "tcp";
    }

    @Override
    public CompletableFuture<Result> round(Assignment target) {
        var plan = settings.of(target, TcpSettings.class, own -> own.plan(target));
        return threads.begin(() -> Attempt.sum(target, clock.instant(), attempts(plan)));
    }

    private List<Attempt> attempts(TcpSettings.Plan plan) throws InterruptedException {
        try {
            var start = System.nanoTime();
            var address = names.resolve(plan.to().host(), plan.prefer(), NameService.PATIENCE);
            var attributes = Map.<String, Object>of(
                    "address", Addresses.text(address), "resolveMillis", Attempt.millis(System.nanoTime() - start));
            var to = new InetSocketAddress(address, plan.to().port());
            return threads.burst(plan.pace(), () -> connect(plan, to, attributes));
        } catch (UnresolvedException e) {
            return Attempt.allFailed(plan.pace().count(), Reasons.of(e.fault()));
        }
    }

    private static Attempt connect(TcpSettings.Plan plan, InetSocketAddress to, Map<String, Object> attributes) {
        var timeout = plan.pace().timeout();
        try (var socket = new Socket(Proxy.NO_PROXY)) {
            var start = System.nanoTime();
            socket.connect(to, Math.toIntExact(timeout.toMillis()));
            return Attempt.took(System.nanoTime() - start, attributes);
        } catch (IOException e) {
            return Attempt.failed(Unreachable.because(e, plan.to().host(), to, timeout), attributes);
        }
    }
}
