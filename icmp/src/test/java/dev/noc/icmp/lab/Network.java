package dev.noc.icmp.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Four hosts of our own: {@code near} pings; {@code router} and {@code far} stand in a row behind it; {@code odd} is a
 * neighbour on which a {@link Responder} may run.
 *
 * <pre>
 * near 10.50.1.1 -- 10.50.1.2 router 10.50.2.1 -- 10.50.2.2 far      (fd50:1::1, fd50:1::2, fd50:2::1, fd50:2::2)
 * near 10.50.3.1 -- 10.50.3.2 odd
 * 10.96/16, fd96::7    answered by far        10.98/16            local to odd
 * 10.95/16, fd95::/64  unreachable at router  10.95.7/24, fd93::/64  prohibited there
 * 10.94/16, fd94::/64  thrown away at far     10.60/16            near's own network with nobody in it
 * </pre>
 *
 * <p>The router's kernel sends one host few errors a second; a responder has no such limit.
 */
public final class Network implements AutoCloseable {

    public static final String NEAR = "near";
    public static final String ROUTER = "router";
    public static final String FAR = "far";
    public static final String ODD = "odd";

    private static final String[] HOSTS = {NEAR, ROUTER, FAR, ODD};

    private static final int SYS_SETRESUID;
    private static final int SYS_SETRESGID;

    static {
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        SYS_SETRESUID = arm ? 147 : 117;
        SYS_SETRESGID = arm ? 149 : 119;
    }

    private final String prefix = "noc-icmp-" + ProcessHandle.current().pid() + "-" + System.nanoTime() % 100_000 + "-";

    private Network() {}

    /** Makes the hosts; aborts the test where this process may not. */
    public static Network open() throws IOException, InterruptedException {
        assumeRoot();
        var network = new Network();
        try {
            network.build();
            return network;
        } catch (IOException | RuntimeException e) {
            network.close();
            throw e;
        }
    }

    /** Aborts the test unless network namespaces can be made here. */
    public static void assumeRoot() throws IOException, InterruptedException {
        if (!Files.isWritable(Path.of("/run")) || !Files.exists(Path.of("/proc/self/ns/net"))) {
            abort("SKIPPED: this test makes network namespaces; run it as root on Linux.");
        }
        try {
            run("ip", "-V");
        } catch (IOException e) {
            abort("SKIPPED: this test makes network namespaces with `ip`; install iproute2. " + e.getMessage());
        }
    }

    private void build() throws IOException, InterruptedException {
        var script = new StringBuilder();
        for (var host : HOSTS) {
            script.append("netns add %s\n".formatted(prefix + host));
        }
        batch(script.toString());
        for (var host : HOSTS) {
            in(host, "link set lo up\n");
            sysctl(host, "net.ipv6.conf.default.accept_dad=0");
        }
        wire(NEAR, ROUTER, "1", "v1");
        wire(ROUTER, FAR, "2", "v2");
        wire(NEAR, ODD, "3", "v3");
        wire(NEAR, ODD, "4", "v4");
        in(NEAR, "addr add 10.60.0.1/16 dev v4\n");
        in(ODD, "link set v4 arp off\naddr flush dev v4\nroute add local 10.98.0.0/16 dev lo\n");
        in(FAR, """
                route add 10.50.1.0/24 via 10.50.2.1
                route add fd50:1::/64 via fd50:2::1
                route add local 10.96.0.0/16 dev lo
                addr add fd96::7/128 dev lo
                route add blackhole 10.94.0.0/16
                route add blackhole fd94::/64
                """);
        in(ROUTER, """
                route add 10.96.0.0/16 via 10.50.2.2
                route add fd96::/64 via fd50:2::2
                route add unreachable 10.95.0.0/16
                route add unreachable fd95::/64
                route add prohibit 10.95.7.0/24
                route add prohibit fd93::/64
                route add 10.94.0.0/16 via 10.50.2.2
                route add fd94::/64 via fd50:2::2
                """);
        in(NEAR, """
                route add 10.50.2.0/24 via 10.50.1.2
                route add 10.94.0.0/15 via 10.50.1.2
                route add 10.96.0.0/16 via 10.50.1.2
                route add 10.98.0.0/16 via 10.50.3.2
                route add fd50:2::/64 via fd50:1::2
                route add fd93::/64 via fd50:1::2
                route add fd94::/64 via fd50:1::2
                route add fd95::/64 via fd50:1::2
                route add fd96::/64 via fd50:1::2
                """);
        sysctl(ROUTER, "net.ipv4.ip_forward=1", "net.ipv6.conf.all.forwarding=1", "net.ipv4.icmp_ratelimit=0");
        sysctl(
                ROUTER,
                "net.ipv6.icmp.ratelimit=0",
                "net.ipv4.icmp_msgs_per_sec=1000000",
                "net.ipv4.icmp_msgs_burst=100000");
        sysctl(ODD, "net.ipv4.icmp_echo_ignore_all=1");
        sysctl(NEAR, "net.ipv4.ping_group_range=0 2147483647");
    }

    private void wire(String left, String right, String net, String device) throws IOException, InterruptedException {
        batch("link add %1$s netns %2$s type veth peer name %1$s netns %3$s\n"
                .formatted(device, prefix + left, prefix + right));
        var ends = new String[] {left, right};
        for (int i = 0; i < ends.length; i++) {
            in(ends[i], """
                    addr add 10.50.%1$s.%2$d/24 dev %3$s
                    addr add fd50:%1$s::%2$d/64 dev %3$s nodad
                    link set %3$s up
                    """.formatted(net, i + 1, device));
        }
    }

    /** Runs lines of {@code ip -batch} in a host. */
    public void in(String host, String lines) throws IOException, InterruptedException {
        feed(lines, "ip", "-n", prefix + host, "-batch", "-");
    }

    public void sysctl(String host, String... settings) throws IOException, InterruptedException {
        for (var setting : settings) {
            run("ip", "netns", "exec", prefix + host, "sysctl", "-qw", setting);
        }
    }

    /** Runs the action in a thread that is in the host; sockets opened there stay there. */
    public <T> T on(String host, Callable<T> action) throws Exception {
        return inThread(() -> {
            enter(host);
            return action.call();
        });
    }

    /** As {@link #on}, as the user nobody without any capability. */
    public <T> T asNobodyOn(String host, Callable<T> action) throws Exception {
        return inThread(() -> {
            enter(host);
            Calls.syscall(SYS_SETRESGID, 65534, 65534, 65534);
            Calls.syscall(SYS_SETRESUID, 65534, 65534, 65534);
            return action.call();
        });
    }

    private void enter(String host) {
        int namespace = Calls.open("/run/netns/" + prefix + host);
        try {
            Calls.setns(namespace);
        } finally {
            Calls.close(namespace);
        }
    }

    private static <T> T inThread(Callable<T> action) throws Exception {
        var task = new FutureTask<>(action);
        Thread.ofPlatform().name("on-a-host").start(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static void batch(String lines) throws IOException, InterruptedException {
        feed(lines, "ip", "-batch", "-");
    }

    private static void run(String... command) throws IOException, InterruptedException {
        feed("", command);
    }

    private static void feed(String input, String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(UTF_8));
        }
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("%s said: %s".formatted(String.join(" ", command), said));
        }
    }

    @Override
    public void close() {
        for (var host : HOSTS) {
            try {
                run("ip", "netns", "del", prefix + host);
            } catch (IOException e) {
                // It was never made.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
