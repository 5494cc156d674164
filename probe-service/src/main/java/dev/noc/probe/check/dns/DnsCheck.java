package dev.noc.probe.check.dns;

import dev.noc.icmp.NameService;
import dev.noc.icmp.Prefer;
import dev.noc.icmp.UnresolvedException;
import dev.noc.probe.check.Attempt;
import dev.noc.probe.check.Check;
import dev.noc.probe.check.Reasons;
import dev.noc.probe.check.RoundThreads;
import dev.noc.probe.check.Settings;
import dev.noc.protocol.Assignment;
import dev.noc.protocol.Result;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Questions in a burst, each sent anew. dnsjava is not even loaded before the first round. */
@Component
class DnsCheck implements Check {

    private final Settings settings;
    private final NameService names;
    private final NameServers ours;
    private final RoundThreads threads;
    private final Clock clock;

    DnsCheck(Settings settings, NameService names, NameServers ours, RoundThreads threads, Clock clock) {
        this.settings = settings;
        this.names = names;
        this.ours = ours;
        this.threads = threads;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "dns";
    }

    @Override
    public CompletableFuture<Result> round(Assignment target) {
        var plan = settings.of(target, DnsSettings.class, own -> own.plan(target));
        return threads.begin(() -> Attempt.sum(target, clock.instant(), attempts(plan)));
    }

    private List<Attempt> attempts(DnsPlan plan) throws InterruptedException {
        try {
            var question = new DnsQuestion(plan, servers(plan));
            return threads.burst(plan.pace(), question::ask);
        } catch (UnresolvedException e) {
            return Attempt.allFailed(plan.pace().count(), Reasons.of(e.fault()));
        }
    }

    private List<InetSocketAddress> servers(DnsPlan plan) throws UnresolvedException, InterruptedException {
        var server = plan.server();
        if (server == null) {
            return ours.current();
        }
        var address = names.resolve(server.host(), Prefer.SYSTEM, NameService.PATIENCE);
        return List.of(new InetSocketAddress(address, server.port()));
    }
}
