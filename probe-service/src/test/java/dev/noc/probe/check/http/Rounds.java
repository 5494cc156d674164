package dev.noc.probe.check.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.noc.icmp.NameService;
import dev.noc.probe.check.RoundThreads;
import dev.noc.probe.check.Settings;
import dev.noc.protocol.Assignment;
import dev.noc.protocol.Result;
import dev.noc.protocol.ResultError;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.json.JsonMapper;

/** The check with all that it needs, for a test. */
final class Rounds implements AutoCloseable {

    private final RoundThreads threads = new RoundThreads();
    private final NameService names = new NameService();
    private final HttpCheck check;

    Rounds(Trust trust) {
        this.check = new HttpCheck(new Settings(JsonMapper.shared()), names, threads, trust, Clock.systemUTC());
    }

    Result of(String url, Map<String, Object> settings) throws Exception {
        return begin(url, settings).get();
    }

    CompletableFuture<Result> begin(String url, Map<String, Object> settings) {
        return check.round(new Assignment("page", "Page", url, "http", 10_000, true, settings));
    }

    static void assertLost(Result result, String reason) {
        assertThat(result.rttMillis()).containsExactly((Double) null);
        assertThat(result.error()).isEqualTo(new ResultError("target", reason));
    }

    @Override
    public void close() {
        threads.close();
        names.close();
    }
}
