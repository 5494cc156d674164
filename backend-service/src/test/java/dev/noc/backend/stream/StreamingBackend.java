package dev.noc.backend.stream;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import dev.noc.backend.Api;
import dev.noc.backend.SettableClock;
import dev.noc.protocol.WireTime;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;

/** A backend with the targets {@code till} and {@code door}, what is reported to it and who reads its stream. */
final class StreamingBackend {

    private static final List<String> TARGETS = List.of("till", "door");

    private final Api api;
    private final SettableClock clock;
    private final MeterRegistry meters;
    private final int port;

    private StreamingBackend(ApplicationContext context) {
        api = context.getBean(Api.class);
        clock = context.getBean(SettableClock.class);
        meters = context.getBean(MeterRegistry.class);
        port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    static StreamingBackend of(ApplicationContext context) {
        var backend = new StreamingBackend(context);
        for (var id : TARGETS) {
            backend.api
                    .post("/api/v1/targets", """
                    {"name": "%s", "address": "192.0.2.1"}""".formatted(id))
                    .expectStatus()
                    .isCreated();
        }
        return backend;
    }

    /** Removes the targets and waits until all clients are gone. */
    void leave() {
        for (var id : TARGETS) {
            api.delete("/api/v1/targets/" + id);
        }
        await().until(() -> clients() == 0);
    }

    StreamClient connect(String query) {
        return StreamClient.connect(port, query);
    }

    StreamClient connect(String query, String lastId) {
        return StreamClient.connect(port, query, lastId);
    }

    /** Asks for the stream, takes as little as a socket can, and reads nothing. */
    Socket deaf() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(1024);
        socket.connect(new InetSocketAddress("localhost", port));
        socket.getOutputStream()
                .write("GET /api/v1/stream HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Reports one round of a target and returns its time. */
    String report(String target, String rttMillis) {
        var time = tick();
        api.report(target, clock.instant(), rttMillis);
        return time;
    }

    void reportMuch(String target) {
        var samples = IntStream.range(0, 100).mapToObj(i -> "1.0").collect(Collectors.joining(","));
        var results = IntStream.range(0, 1_000)
                .mapToObj(i ->
                        "{\"target\":\"%s\",\"time\":\"%s\",\"rttMillis\":[%s]}".formatted(target, tick(), samples))
                .collect(Collectors.joining(","));
        api.post("/metrics", "{\"probe\": \"office\", \"results\": [" + results + "]}")
                .expectStatus()
                .isAccepted();
    }

    /** Returns a time that no result has yet. */
    String tick() {
        clock.advance(Duration.ofMillis(1));
        return WireTime.format(clock.instant());
    }

    String body(String path) {
        return requireNonNull(api.get(path).returnResult(String.class).getResponseBody());
    }

    double clients() {
        return meters.get("noc.stream.clients").gauge().value();
    }

    static long number(String id) {
        return EventId.parse(id).orElseThrow().number();
    }
}
