package dev.noc.benchmarks.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** One probe with a connection of its own. */
final class ReportingProbe {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);
    private static final int ACCEPTED = 202;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Double> millis = new ArrayList<>();
    private final HttpRequest.Builder request;
    private final String name;
    private final int batch;
    private final Rounds rounds;

    ReportingProbe(Arguments options, int number) {
        this.name = "p" + number;
        this.batch = options.number("batch");
        this.rounds = new Rounds(options.number("targets"), System.currentTimeMillis() - Reporter.BACK_MILLIS, number);
        this.request = HttpRequest.newBuilder(URI.create(options.text("url") + "/metrics"))
                .header("Authorization", "Bearer " + options.text("token"))
                .header("Content-Type", "application/json");
    }

    /** Sends so many reports. Whatever is not stored as new ends the run. */
    void report(int count) {
        for (int i = 0; i < count; i++) {
            byte[] body = nextReport().getBytes(StandardCharsets.UTF_8);
            long began = System.nanoTime();
            try {
                var answer =
                        http.send(request.POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofString());
                if (answer.statusCode() != ACCEPTED || !answer.body().contains("\"accepted\":" + batch + ",")) {
                    throw new IllegalStateException(answer.statusCode() + " " + answer.body());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            millis.add((System.nanoTime() - began) / 1e6);
        }
    }

    void forgetTimes() {
        millis.clear();
    }

    /** Returns how long each report took. */
    DoubleStream millis() {
        return millis.stream().mapToDouble(Double::doubleValue);
    }

    private String nextReport() {
        var json = new StringBuilder(batch * 130)
                .append("{\"probe\":\"")
                .append(name)
                .append("\",\"results\":[");
        int[] samples = new int[Rounds.SAMPLES];
        for (int i = 0; i < batch; i++, rounds.advance()) {
            rounds.samples(samples);
            json.append(i == 0 ? "" : ",")
                    .append("{\"target\":\"t")
                    .append(rounds.target())
                    .append("\",\"time\":\"")
                    .append(TIME.format(Instant.ofEpochMilli(rounds.time())))
                    .append("\",\"rttMillis\":");
            append(samples, json);
            json.append('}');
        }
        return json.append("]}").toString();
    }

    private static void append(int[] samples, StringBuilder json) {
        char separator = '[';
        for (int sample : samples) {
            json.append(separator);
            if (sample == Rounds.LOST) {
                json.append("null");
            } else {
                json.append(sample / 1_000).append('.').append(String.valueOf(1_000 + sample % 1_000), 1, 4);
            }
            separator = ',';
        }
        json.append(']');
    }
}
