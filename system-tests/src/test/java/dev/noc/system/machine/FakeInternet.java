package dev.noc.system.machine;

import java.util.List;

/**
 * Hosts of our own at the addresses of noc's three default targets, for this machine and its containers. Nothing that is
 * sent to them leaves the machine: where these hosts are gone, a route that swallows everything is left.
 *
 * <pre>container ── bridge ── host (198.18.53.1) ═ veth ═ namespace (198.18.53.2; lo: 8.8.8.8, 1.1.1.1, 9.9.9.9)</pre>
 */
public final class FakeInternet implements AutoCloseable {

    public static final List<String> ADDRESSES = List.of("8.8.8.8", "1.1.1.1", "9.9.9.9");

    // Of 198.18.0.0/15, which is set apart for tests of networks (RFC 2544).
    private static final String HERE = "198.18.53.1";
    private static final String THERE = "198.18.53.2";
    private static final String LINK = "noc-test";
    // The one is better than other routes to the same address, the other worse than any.
    private static final String METRIC = "1";
    private static final String LAST_METRIC = "5353";

    private final Namespace namespace;

    private FakeInternet(Namespace namespace) {
        this.namespace = namespace;
    }

    public static FakeInternet open() {
        swallowWhatWouldLeave();
        var namespace = Namespace.create("internet");
        var internet = new FakeInternet(namespace);
        unlink();
        internet.link();
        ADDRESSES.forEach(address -> {
            // Behind the address itself: without it, silence instead of "host unreachable".
            namespace.ip("route", "add", "blackhole", address + "/32");
            internet.revive(address);
            Command.of("ip", "route", "replace", address + "/32", "via", THERE, "dev", LINK, "metric", METRIC)
                    .succeed();
        });
        return internet;
    }

    /** The host no longer answers. */
    public void silence(String address) {
        namespace.disown(address);
    }

    public void revive(String address) {
        namespace.own(address);
    }

    /** Takes back all that was made. To be called when nothing asks for these addresses any more. */
    @Override
    public void close() {
        unlink();
        namespace.close();
        ADDRESSES.forEach(
                address -> Command.of("ip", "route", "del", "blackhole", address + "/32", "metric", LAST_METRIC)
                        .succeed());
    }

    private static void swallowWhatWouldLeave() {
        ADDRESSES.forEach(
                address -> Command.of("ip", "route", "replace", "blackhole", address + "/32", "metric", LAST_METRIC)
                        .succeed());
    }

    /** Removes the link, also that of a run that was killed, and with it the routes over it. */
    private static void unlink() {
        Command.of("ip", "link", "del", LINK).run();
    }

    private void link() {
        Command.of("ip", "link", "add", LINK, "type", "veth", "peer", "name", LINK, "netns", namespace.toString())
                .succeed();
        Command.of("ip", "address", "add", HERE + "/30", "dev", LINK).succeed();
        Command.of("ip", "link", "set", LINK, "up").succeed();
        namespace.ip("address", "add", THERE + "/30", "dev", LINK);
        namespace.ip("link", "set", LINK, "up");
    }
}
