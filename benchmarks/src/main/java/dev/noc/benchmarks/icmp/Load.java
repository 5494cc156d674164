package dev.noc.benchmarks.icmp;

import dev.noc.icmp.NativePinger;
import dev.noc.icmp.PingRequest;
import dev.noc.icmp.PingResult;
import dev.noc.icmp.Sample;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Bursts to all hosts, round after round. Results are counted in the engine's thread, as a probe would. */
final class Load {

    /** How often a caller with thousands of targets looks what is due. */
    private static final long TICK = 100_000_000L;

    private final NativePinger pinger;
    private final Options options;
    private final @Nullable Records records;
    private final List<Host> hosts;
    private final List<PingRequest> requests;
    private final Map<String, Tally> tallies = new TreeMap<>();
    private final Meter meter = new Meter();
    private final AtomicInteger next = new AtomicInteger();
    private final int total;
    private final int measuredFrom;
    private final CountDownLatch missing;

    Load(NativePinger pinger, Options options, @Nullable Records records) throws IOException {
        this.pinger = pinger;
        this.options = options;
        this.records = records;
        this.hosts = Host.read(options.hosts());
        this.requests = hosts.stream().map(this::request).toList();
        this.total = Math.multiplyExact(options.rounds(), hosts.size());
        this.measuredFrom = options.warmUp() * hosts.size();
        this.missing = new CountDownLatch(total);
        hosts.forEach(host -> tallies.computeIfAbsent(host.label(), any -> new Tally()));
    }

    private PingRequest request(Host host) {
        return new PingRequest(host.address(), options.count(), options.spacing(), options.timeout());
    }

    void run() throws InterruptedException {
        if (options.rate() > 0) {
            submitAtRate();
        } else {
            for (int i = 0; i < options.window(); i++) {
                submitNext();
            }
        }
        missing.await();
    }

    /** What is still under way when the meter stops makes up for what was when it started. */
    private void submitAtRate() {
        long start = System.nanoTime();
        for (long wake = start; next.get() < total; wake += TICK) {
            LockSupport.parkNanos(wake - System.nanoTime());
            while (next.get() < total && start + next.get() * 1_000_000_000L / options.rate() <= System.nanoTime()) {
                submitNext();
            }
        }
    }

    private void submitNext() {
        int burst = next.getAndIncrement();
        if (burst == measuredFrom) {
            meter.start();
        }
        if (burst == total - 1) {
            meter.stop();
        }
        if (burst < total) {
            var told = pinger.submit(requests.get(burst % hosts.size())).thenAccept(new Flight(burst));
            assert !told.isCancelled();
        }
    }

    /** A burst under way. */
    private final class Flight implements Consumer<PingResult> {

        private final int burst;
        private final long start = System.nanoTime();

        Flight(int burst) {
            this.burst = burst;
        }

        @Override
        public void accept(PingResult result) {
            take(burst, result, System.nanoTime() - start);
        }
    }

    private void take(int burst, PingResult result, long nanos) {
        var host = hosts.get(burst % hosts.size());
        if (burst >= measuredFrom) {
            tallies.computeIfAbsent(host.label(), any -> new Tally()).add(result, nanos);
        }
        if (records != null) {
            record(records, host, burst / hosts.size() * options.count(), result);
        }
        missing.countDown();
        if (options.rate() == 0) {
            submitNext();
        }
    }

    private static void record(Records records, Host host, int first, PingResult result) {
        for (int i = 0; i < result.samples().size(); i++) {
            boolean replied = result.samples().get(i) instanceof Sample.Reply;
            records.add(bytes(host), first + i, replied ? nanos(result.samples().get(i)) : -1);
        }
    }

    private static long nanos(Sample sample) {
        return sample instanceof Sample.Reply reply ? reply.roundTrip().toNanos() : -1;
    }

    private static byte[] bytes(Host host) {
        try {
            return InetAddress.getByName(host.address()).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("Not an address: " + host.address(), e);
        }
    }

    void print(PrintStream out) {
        out.printf("pings %d%n", (long) (total - measuredFrom) * options.count());
        out.printf("cpu_nanos %d%nwall_nanos %d%n", meter.cpu(), meter.wall());
        tallies.forEach((label, tally) -> tally.print(label, out));
        pinger.counts().forEach((count, many) -> out.printf("%s %d%n", count, many));
    }
}
