package dev.noc.system.machine;

import static org.awaitility.Awaitility.await;

import java.util.List;

/** A network namespace: what runs in it reaches nothing but the addresses that it owns. */
public final class Namespace implements AutoCloseable {

    private static final String PREFIX = "noc-test-";

    private final String name;

    private Namespace(String name) {
        this.name = name;
    }

    /** Makes one whose name tells to which run of the tests it belongs, and first removes those of runs that were killed. */
    public static Namespace create(String purpose) {
        removeLeftovers();
        var namespace = new Namespace(
                "%s%s-%d".formatted(PREFIX, purpose, ProcessHandle.current().pid()));
        Command.of("ip", "netns", "add", namespace.name).succeed();
        namespace.ip("link", "set", "lo", "up");
        return namespace;
    }

    /** From now on this address answers in here. */
    public void own(String address) {
        ip("address", "replace", address + "/32", "dev", "lo");
    }

    public void disown(String address) {
        ip("address", "del", address + "/32", "dev", "lo");
    }

    /** Runs {@code ip} for this namespace, from outside of it. */
    void ip(String... words) {
        Command.of("ip", "-n", name).and(words).succeed();
    }

    /** A program to be run in here. */
    public Command command(String... words) {
        return Command.of("ip", "netns", "exec", name).and(words);
    }

    public List<Long> processes() {
        return Command.of("ip", "netns", "pids", name).succeed().lines().stream()
                .map(Long::valueOf)
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }

    /** Ends whatever still runs in here. */
    @Override
    public void close() {
        processes().forEach(Namespace::end);
        await("the processes in " + name + " end").until(() -> processes().isEmpty());
        Command.of("ip", "netns", "del", name).succeed();
    }

    private static void end(long process) {
        ProcessHandle.of(process).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Those whose run is over. Also of another run that is going on: it needs its own. */
    private static void removeLeftovers() {
        Command.of("ip", "netns", "list").succeed().lines().stream()
                .map(line -> line.split(" ", 2)[0])
                .filter(name -> name.startsWith(PREFIX))
                .map(Namespace::new)
                .filter(namespace -> !namespace.isInUse())
                .forEach(Namespace::close);
    }

    private boolean isInUse() {
        var process = Long.parseLong(name.substring(name.lastIndexOf('-') + 1));
        return ProcessHandle.of(process).isPresent();
    }
}
