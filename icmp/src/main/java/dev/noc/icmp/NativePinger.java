package dev.noc.icmp;

import dev.noc.icmp.engine.Count;
import dev.noc.icmp.engine.Engine;
import dev.noc.icmp.engine.Volley;
import dev.noc.icmp.linux.Endpoint;
import dev.noc.icmp.linux.Mode;
import dev.noc.icmp.linux.SocketRefusedException;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Pings through a socket of its own, for any number of targets at once. The kernel itself stamps when a request leaves and
 * when its reply comes, so no delay of this process is in a round-trip time.
 *
 * <pre>{@code
 * try (var pinger = Pingers.best().pinger()) {
 *     var result = pinger.ping(new PingRequest("192.0.2.1", 5, Duration.ofMillis(200), Duration.ofSeconds(1)));
 * }
 * }</pre>
 */
public final class NativePinger implements Pinger {

    /** Asked for; the kernel gives at most net.core.rmem_max unless this process has CAP_NET_ADMIN. */
    private static final int BUFFER = 4 << 20;

    private final Engine engine;
    private final Names names = Names.ofSystem();
    private final Mode mode;

    NativePinger(Mode mode) throws SocketRefusedException {
        this(mode, BUFFER);
    }

    NativePinger(Mode mode, int bufferBytes) throws SocketRefusedException {
        this.mode = mode;
        this.engine = Engine.open(mode, bufferBytes);
    }

    @Override
    public PingResult ping(PingRequest request) throws InterruptedException {
        try {
            return await(send(request, names.resolve(request.address(), request.prefer())));
        } catch (UnresolvedException e) {
            return PingResult.failed(request, e.fault());
        }
    }

    @Override
    public CompletableFuture<PingResult> submit(PingRequest request) {
        var address = names.known(request.address(), request.prefer());
        return address.isPresent() ? send(request, address.get()).future() : PendingResult.of(() -> ping(request));
    }

    /** Returns what was counted since the start: late, duplicate and foreign replies among it. */
    public Map<Count, Long> counts() {
        return engine.counts();
    }

    /** Returns a tracer that sends through this pinger's socket. It ends with the pinger. */
    public Tracer tracer() {
        return new Tracer(engine, names);
    }

    @Override
    public String description() {
        return switch (mode) {
            case DATAGRAM -> "ICMP datagram sockets with the kernel's time stamps";
            case RAW -> "raw ICMP sockets with the kernel's time stamps";
        };
    }

    @Override
    public void close() {
        engine.close();
        names.close();
    }

    private Burst send(PingRequest request, InetAddress address) {
        var burst = new Burst(address, request.count());
        var shape = new Volley.Shape(
                request.count(), request.spacing().toNanos(), request.timeout().toNanos(), request.size(), 0);
        burst.submit(engine, new Volley(Endpoint.of(address), shape, burst));
        return burst;
    }

    private static PingResult await(Burst burst) throws InterruptedException {
        try {
            return burst.future().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A burst failed for a reason that is not the network's.", e.getCause());
        } finally {
            burst.future().cancel(false);
        }
    }
}
