package dev.noc.probe.backend;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The backend as its probes see it. Every connection is opened from here, so a probe works behind NAT. */
@Component
public class Backend implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    /** Of the whole answer: the client's own time-out ends with its headers. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

    /** Tells this process from another one that uses the same probe id. */
    private static final String INSTANCE_HEADER = "Noc-Probe-Instance";

    private static final int MAX_ANSWER_BYTES = 16 << 20;

    private final BackendProperties properties;
    private final Token token;
    private final String instance = UUID.randomUUID().toString();

    private final HttpClient http;

    Backend(BackendProperties properties, Token token) {
        this.properties = properties;
        this.token = token;
        this.http = client(properties.url());
    }

    /** Version 1.1: an offer to upgrade would go with every request, and not every proxy takes it well. */
    private static HttpClient client(URI url) {
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT_TIMEOUT);
        if (!"https".equals(url.getScheme())) {
            client.sslContext(trustingNobody());
        }
        return client.build();
    }

    /** The client's own context reads every certificate authority there is: memory that plain HTTP never uses. */
    private static SSLContext trustingNobody() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[0], null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no TLS", e);
        }
    }

    public URI url() {
        return properties.url();
    }

    /** Asks for a resource, or for status 304 when it still is the version that the tag names. */
    public Answer get(String path, @Nullable String etag) throws BackendAwayException, InterruptedException {
        var request = HttpRequest.newBuilder(properties.at(path)).GET();
        if (etag != null) {
            request.header("If-None-Match", etag);
        }
        return ask(request);
    }

    /** Sends a JSON document. */
    public Answer post(String path, byte[] json) throws BackendAwayException, InterruptedException {
        return ask(HttpRequest.newBuilder(properties.at(path))
                .header("Content-Type", "application/json")
                .header(INSTANCE_HEADER, instance)
                .POST(BodyPublishers.ofByteArray(json)));
    }

    private Answer ask(HttpRequest.Builder request) throws BackendAwayException, InterruptedException {
        var answer = exchange(request);
        return answer.refusesToken() && token.renew() ? exchange(request) : answer;
    }

    private Answer exchange(HttpRequest.Builder request) throws BackendAwayException, InterruptedException {
        token.current().ifPresent(secret -> request.setHeader("Authorization", "Bearer " + secret));
        var answer = http.sendAsync(request.build(), BodyHandlers.limiting(BodyHandlers.ofString(), MAX_ANSWER_BYTES));
        try {
            return Answer.of(answer.get(ANSWER_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            throw BackendAwayException.because(e);
        } finally {
            answer.cancel(true);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
