package dev.noc.system.noc;

import dev.noc.system.machine.Command;
import dev.noc.system.machine.FakeInternet;
import dev.noc.system.machine.Folders;
import dev.noc.system.machine.Namespace;
import dev.noc.system.machine.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A noc without containers, in a namespace of its own that owns the addresses of the three default targets. */
public final class LocalNoc implements AutoCloseable {

    private final Checkout checkout;
    private final Namespace namespace;

    private LocalNoc(Checkout checkout, Namespace namespace) {
        this.checkout = checkout;
        this.namespace = namespace;
    }

    /** Prepares it outside of the namespace, where a build may fetch what it needs; usually there is nothing to build. */
    public static LocalNoc prepare() {
        var noc = new LocalNoc(Checkout.create().withWhatIsBuilt(), Namespace.create("local"));
        try {
            FakeInternet.ADDRESSES.forEach(noc.namespace::own);
            withoutEngine(noc.checkout.script("prepare-app.sh")).succeed();
            return noc;
        } catch (RuntimeException | Error e) {
            noc.close();
            throw e;
        }
    }

    public Output start(String... arguments) {
        return script("start-app.sh", arguments).succeed();
    }

    /** With another interval than the default one. */
    public Output startWithInterval(String interval) {
        return startWith(Map.of("PROBE_INTERVAL", interval));
    }

    /** With these variables in the environment of what is started. */
    public Output startWith(Map<String, String> environment) {
        var start = script("start-app.sh");
        environment.forEach(start::with);
        return start.succeed();
    }

    public Output stop() {
        return script("stop-app.sh").succeed();
    }

    public Output remove() {
        return script("remove-app.sh").succeed();
    }

    /** Any of its scripts, run to whatever end. */
    public Output run(String script, String... arguments) {
        return script(script, arguments).run();
    }

    private Command script(String name, String... arguments) {
        return withoutEngine(namespace.command("./" + name).and(arguments).in(checkout.path("")));
    }

    private static Command withoutEngine(Command command) {
        return command.with("DOCKER_HOST", "unix:///nonexistent");
    }

    public Api api() {
        return Api.inside(namespace, "http://127.0.0.1:5000");
    }

    /** The probe's own health and metrics. */
    public Api probe() {
        return Api.inside(namespace, "http://127.0.0.1:5002");
    }

    /** The files that are not the repository's. */
    public List<Path> additions() {
        return checkout.additions();
    }

    public Path path(String relative) {
        return checkout.path(relative);
    }

    public String read(String relative) {
        try {
            return Files.readString(path(relative)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid(String service) {
        return Long.parseLong(read("data/run/%s.pid".formatted(service)));
    }

    public List<Long> processes() {
        return namespace.processes();
    }

    /** Whether somebody listens on this port. */
    public boolean isTaken(int port) {
        return namespace
                        .command("bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/" + port)
                        .run()
                        .status()
                == 0;
    }

    /** The rounds in the database of a noc that is stopped, the oldest first. */
    public List<Round> rounds() {
        return Round.allInCopy(copy -> Folders.copy(path("data"), copy));
    }

    @Override
    public void close() {
        namespace.close();
        checkout.close();
    }
}
