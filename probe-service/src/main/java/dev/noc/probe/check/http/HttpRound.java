package dev.noc.probe.check.http;

import dev.noc.icmp.NameService;
import dev.noc.probe.check.Addresses;
import dev.noc.probe.check.Attempt;
import dev.noc.probe.check.Reasons;
import dev.noc.protocol.WireTime;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** One request and those that it is redirected to, all within one time-out. */
final class HttpRound {

    private final HttpPlan plan;
    private final Instant now;
    private final Phases phases = new Phases();
    private final ChainWitness witness;
    private final OkHttpClient client;
    private final long deadline;
    private HttpUrl url;
    private int redirects;
    private @Nullable Integer status;

    HttpRound(HttpPlan plan, NameService names, Trust trust, Instant now) throws GeneralSecurityException {
        this.plan = plan;
        this.now = now;
        this.url = plan.url();
        this.witness = new ChainWitness(plan.verifyTls() ? trust.judge() : null);
        this.client = FreshClient.of(
                host -> names.resolve(host, plan.prefer(), Duration.ofNanos(left())),
                witness,
                plan.verifyTls(),
                phases);
        this.deadline = System.nanoTime() + plan.timeout().toNanos();
    }

    Attempt attempt() {
        try {
            var fault = follow();
            return fault == null
                    ? Attempt.took(phases.sum(), attributes())
                    : Attempt.failed(Reasons.ofTarget(fault), attributes());
        } catch (IOException e) {
            var failure = new HttpFailure(url, phases, witness, plan.timeout(), now);
            return Attempt.failed(failure.because(e), attributes());
        }
    }

    /** Returns what is wrong with the last answer, or null. */
    private @Nullable String follow() throws IOException {
        while (true) {
            status = null;
            var call = client.newCall(plan.request(url));
            call.timeout().timeout(left(), TimeUnit.NANOSECONDS);
            try (var answer = new Answer(call, call.execute())) {
                status = answer.response().code();
                var location = location(answer.response());
                if (location == null) {
                    return judge(answer.response());
                }
                var next = url.resolve(location);
                if (next == null) {
                    return "Redirects to '%s', which is neither http nor https.".formatted(location);
                }
                if (redirects == plan.maxRedirects()) {
                    return "Redirects more than %d times, now to %s.".formatted(redirects, next);
                }
                redirects++;
                url = next;
            }
        }
    }

    private @Nullable String location(Response response) {
        return switch (response.code()) {
            case 301, 302, 303, 307, 308 -> plan.maxRedirects() == 0 ? null : response.header("Location");
            default -> null;
        };
    }

    private @Nullable String judge(Response response) throws IOException {
        if (!plan.expected().contains(response.code())) {
            return "Answers with status %s, not with %s as expected."
                    .formatted(
                            (response.code() + " " + response.message()).strip(),
                            plan.expected().text());
        }
        var text = plan.bodyContains();
        return text == null || BodySearch.finds(text, response.body())
                ? null
                : "The body does not contain '%s' (in its first MiB).".formatted(text);
    }

    /** Never nothing: that would be no time-out at all. */
    private long left() {
        return Math.max(1, deadline - System.nanoTime());
    }

    private Map<String, Object> attributes() {
        var attributes = new LinkedHashMap<String, Object>();
        if (status != null) {
            attributes.put("statusCode", status);
        }
        phases.addTo(attributes);
        attributes.put("redirects", redirects);
        witness.expiry().ifPresent(end -> attributes.put("tlsExpiry", WireTime.format(end)));
        var address = phases.address();
        if (address != null) {
            attributes.put("address", Addresses.text(address.getAddress()));
        }
        return attributes;
    }

    /** Cancelled before it is closed: else OkHttp reads on for a while, to use the connection again. */
    private record Answer(Call call, Response response) implements AutoCloseable {

        @Override
        public void close() {
            call.cancel();
            response.close();
        }
    }
}
