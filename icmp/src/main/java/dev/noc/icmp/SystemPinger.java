package dev.noc.icmp;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/**
 * Pings by the system's {@code ping} command, of iputils or busybox. Round-trip times are ping's own, to three digits.
 *
 * <p>Each echo request has a process of its own. {@code ping -c 5} would need one only, but iputils then waits for the last
 * reply no longer than twice the longest round trip seen so far (schedule_exit in its source), so that a late reply to
 * the last request counts as lost while the same delay is fine for the first.
 */
public final class SystemPinger implements Pinger {

    /** Bursts that were submitted and run at the same time: each takes a process and two threads a request. */
    private static final int MOST_AT_ONCE = 64;

    private final PingCommand command;
    private final Names names;
    private final Semaphore turns = new Semaphore(MOST_AT_ONCE, true);

    public SystemPinger() {
        this(List.of("ping"));
    }

    SystemPinger(List<String> program) {
        this.command = new PingCommand(program);
        this.names = Names.ofSystem();
    }

    @Override
    public PingResult ping(PingRequest request) throws InterruptedException {
        try {
            return Outcome.sum(burst(request, names.resolve(request.address(), request.prefer())));
        } catch (UnresolvedException e) {
            return PingResult.failed(request, e.fault());
        }
    }

    @Override
    public CompletableFuture<PingResult> submit(PingRequest request) {
        return PendingResult.of(() -> pingInTurn(request));
    }

    private PingResult pingInTurn(PingRequest request) throws InterruptedException {
        turns.acquire();
        try {
            return ping(request);
        } finally {
            turns.release();
        }
    }

    @Override
    public String description() {
        return "the system's ping command";
    }

    @Override
    public void close() {
        names.close();
    }

    private List<Outcome> burst(PingRequest request, InetAddress address) throws InterruptedException {
        var start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var requests = IntStream.range(0, request.count())
                    .mapToObj(i -> start + request.spacing().multipliedBy(i).toNanos())
                    .map(due -> threads.submit(requestAt(due, address, request)))
                    .toList();
            return collect(requests, threads);
        }
    }

    private Callable<Outcome> requestAt(long due, InetAddress address, PingRequest request) {
        return () -> {
            Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            return command.run(address, request.timeout(), request.size());
        };
    }

    /** However this ends, no process is left: closing the threads waits for those that were interrupted here. */
    private static List<Outcome> collect(List<Future<Outcome>> requests, ExecutorService threads)
            throws InterruptedException {
        var outcomes = new ArrayList<Outcome>();
        try {
            for (var request : requests) {
                outcomes.add(request.get());
            }
            return outcomes;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A burst failed for a reason that is not the network's.", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
