package dev.noc.backend.stream;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client of the stream that reads as the standard has it, over a real socket. */
final class StreamClient implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int PATIENCE_SECONDS = 30;

    /** What is dispatched as an event. */
    record Message(String id, String event, String data) {}

    private final HttpResponse<InputStream> response;
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> idsOfHeartbeats = new LinkedBlockingQueue<>();
    private final CompletableFuture<Boolean> endedRegularly = new CompletableFuture<>();
    private volatile String lastId = "";

    private StreamClient(HttpResponse<InputStream> response) {
        this.response = response;
        Thread.ofVirtual().start(this::read);
    }

    static StreamClient connect(int port, String query) {
        return connect(port, query, null);
    }

    static StreamClient connect(int port, String query, @Nullable String lastEventId) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/stream" + query))
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return new StreamClient(HTTP.send(request.build(), BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int status() {
        return response.statusCode();
    }

    @Nullable
    String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    /** Where it is, so far. */
    String lastId() {
        return lastId;
    }

    /** Waits for the next event of a name; those of other names that come before it are passed over. */
    Message next(String event) throws InterruptedException {
        var message = next();
        while (!message.event().equals(event)) {
            message = next();
        }
        return message;
    }

    private Message next() throws InterruptedException {
        return requireNonNull(messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "no event came");
    }

    /** Waits for the next sign of life, and returns the id that came with it. */
    String nextHeartbeat() throws InterruptedException {
        return requireNonNull(idsOfHeartbeats.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "no heartbeat came");
    }

    /** Returns whether an event has come that nobody took. */
    boolean hasNext() {
        return !messages.isEmpty();
    }

    /** Waits for the end; false where the connection just broke. */
    boolean endsRegularly() throws Exception {
        return endedRegularly.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            var block = new Block();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                block = block.with(line);
            }
            endedRegularly.complete(true);
        } catch (IOException e) {
            endedRegularly.complete(false);
        }
    }

    /** The lines up to a blank one. */
    private final class Block {

        private String event = "message";
        private String data = "";
        private boolean comment;

        Block with(String line) {
            if (line.isEmpty()) {
                dispatch();
                return new Block();
            }
            int colon = line.indexOf(':');
            var value = line.substring(colon + 1).stripLeading();
            switch (line.substring(0, colon)) {
                case "id" -> lastId = value;
                case "event" -> event = value;
                case "data" -> data += value;
                case "" -> comment = true;
                default -> {}
            }
            return this;
        }

        private void dispatch() {
            if (!data.isEmpty()) {
                messages.add(new Message(lastId, event, data));
            } else if (comment) {
                idsOfHeartbeats.add(lastId);
            }
        }
    }
}
