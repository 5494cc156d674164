package dev.noc.probe.check.http;

import dev.noc.icmp.Prefer;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** What a round is to do: {@link HttpSettings} with nothing left open. */
record HttpPlan(
        HttpUrl url,
        String method,
        StatusSet expected,
        @Nullable String bodyContains,
        int maxRedirects,
        Duration timeout,
        boolean verifyTls,
        Prefer prefer) {

    Request request(HttpUrl to) {
        return new Request.Builder()
                .url(to)
                .method(method, null)
                .header("User-Agent", "noc-probe")
                .header("Accept", "*/*")
                .header("Connection", "close")
                .build();
    }
}
