package dev.noc.probe.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A real HTTP server on this host that answers as a test says, and keeps what it was asked. */
public final class FakeBackend implements AutoCloseable {

    /** What a client asked. */
    public record Request(
            String method,
            String path,
            @Nullable String authorization,
            @Nullable String ifNoneMatch,
            String body) {}

    /** What it is told. */
    public record Reply(int status, String body, Map<String, String> headers) {

        public static Reply of(int status, String body) {
            return new Reply(status, body, Map.of());
        }
    }

    private static final long PATIENCE_SECONDS = 20;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    private final List<Backend> clients = new CopyOnWriteArrayList<>();
    private volatile Function<Request, Reply> script;

    private FakeBackend(int port, Function<Request, Reply> script) throws IOException {
        this.script = script;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public static FakeBackend start(Function<Request, Reply> script) throws IOException {
        return new FakeBackend(0, script);
    }

    /** Starts one where another one was. */
    public static FakeBackend startAt(URI url, Function<Request, Reply> script) throws IOException {
        return new FakeBackend(url.getPort(), script);
    }

    public void answer(Function<Request, Reply> changed) {
        script = changed;
    }

    public void answer(int status, String body) {
        answer(request -> Reply.of(status, body));
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** A client of this server, closed with it. */
    public Backend client() {
        var client = client(url());
        clients.add(client);
        return client;
    }

    public static Backend client(URI url) {
        var properties = new BackendProperties(url, "secret", null);
        return new Backend(properties, new Token(properties));
    }

    /** Returns the next request, waiting for it. */
    public Request next() throws InterruptedException {
        var request = requests.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(request).as("a request to the backend").isNotNull();
        return Objects.requireNonNull(request);
    }

    public int waiting() {
        return requests.size();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            var request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    headers.getFirst("Authorization"),
                    headers.getFirst("If-None-Match"),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            var reply = script.apply(request);
            requests.add(request);
            var body = reply.body().getBytes(UTF_8);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        clients.forEach(Backend::close);
        server.stop(0);
        threads.shutdownNow();
    }
}
