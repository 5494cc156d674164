package dev.noc.probe.check.http;

import dev.noc.icmp.NameService;
import dev.noc.probe.check.Attempt;
import dev.noc.probe.check.Check;
import dev.noc.probe.check.RoundThreads;
import dev.noc.probe.check.Settings;
import dev.noc.protocol.Assignment;
import dev.noc.protocol.Result;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** A request to a web server. OkHttp is not even loaded before the first round. */
@Component
class HttpCheck implements Check {

    private final Settings settings;
    private final NameService names;
    private final RoundThreads threads;
    private final Trust trust;
    private final Clock clock;

    HttpCheck(Settings settings, NameService names, RoundThreads threads, Trust trust, Clock clock) {
        this.settings = settings;
        this.names = names;
        this.threads = threads;
        this.trust = trust;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "http";
    }

    @Override
    public CompletableFuture<Result> round(Assignment target) {
        var plan = settings.of(target, HttpSettings.class, own -> own.plan(target));
        return threads.begin(() -> {
            var start = clock.instant();
            return Attempt.sum(target, start, List.of(new HttpRound(plan, names, trust, start).attempt()));
        });
    }
}
