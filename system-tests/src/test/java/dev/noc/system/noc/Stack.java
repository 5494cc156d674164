package dev.noc.system.noc;

import static org.awaitility.Awaitility.await;

import dev.noc.system.machine.Docker;
import dev.noc.system.machine.FakeInternet;
import dev.noc.system.machine.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** A noc in containers, prepared and started by its scripts; the internet that it sees is {@link FakeInternet}. */
public final class Stack implements AutoCloseable {

    public static final List<String> TRIO = List.of("network-backend", "network-frontend", "network-probe");
    public static final String PROMETHEUS = "network-prometheus";

    private final FakeInternet internet;
    private final Checkout checkout;
    private final Output prepared;
    private final Output started;

    private Stack(FakeInternet internet, Checkout checkout) {
        this.internet = internet;
        this.checkout = checkout;
        this.prepared = checkout.script("prepare-app.sh").succeed();
        this.started = checkout.script("start-app.sh").succeed();
    }

    static Stack start() {
        Claim.stake();
        var checkout = Checkout.create();
        var internet = FakeInternet.open();
        try {
            return new Stack(internet, checkout);
        } catch (RuntimeException | Error e) {
            checkout.script("remove-app.sh").run();
            throw e;
        }
    }

    /** What ./prepare-app.sh said. */
    public Output prepared() {
        return prepared;
    }

    /** What ./start-app.sh said. */
    public Output started() {
        return started;
    }

    public FakeInternet internet() {
        return internet;
    }

    public Checkout checkout() {
        return checkout;
    }

    /** What a browser on this machine opens. */
    public String url() {
        return "http://127.0.0.1:5000";
    }

    public Api api() {
        return Api.at(url());
    }

    public Api prometheus() {
        return Api.at("http://127.0.0.1:9090");
    }

    public List<String> containers() {
        return Docker.names(Docker.Kind.CONTAINER, Traces.PROJECT);
    }

    public String token() {
        try (var lines = Files.lines(checkout.path(".env"))) {
            return lines.filter(line -> line.startsWith("NOC_TOKEN="))
                    .map(line -> line.substring("NOC_TOKEN=".length()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(".env names no NOC_TOKEN"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every round that is in the database at this moment, the oldest first. */
    public List<Round> rounds() {
        return Round.allInCopy(copy -> Docker.copyWhilePaused("network-backend", "/data/.", copy));
    }

    /** Does something while the backend is stopped; when this returns, the backend is healthy again. */
    public void withoutBackend(Runnable work) {
        Docker.run("stop", "network-backend");
        try {
            work.run();
        } finally {
            Docker.run("start", "network-backend");
            await("the backend is healthy again")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> Docker.isHealthy("network-backend"));
        }
    }

    /** Where noc cannot be removed, its internet stays: what its probe goes on sending must not leave the machine. */
    @Override
    public void close() {
        checkout.script("remove-app.sh").succeed();
        internet.close();
        checkout.close();
    }
}
