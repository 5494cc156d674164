package dev.noc.icmp;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Turns the name of a host into an address, and says who is to blame where that does not work. */
final class Names implements AutoCloseable {

    /** The system's own way to look a name up. */
    interface Lookup {
        InetAddress[] allByName(String name) throws UnknownHostException;
    }

    /** The name service did answer: glibc's words, musl's words, the JDK's own. Anything else is its failure. */
    private static final Pattern NO_SUCH_NAME = Pattern.compile("Name or service not known"
            + "|No address associated with hostname"
            + "|Name does not resolve"
            + "|Name has no usable address"
            + "|invalid IPv6 address");

    /** The C library asks its second name server after 5 s. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** How long an answer is used. The JVM may have kept it for up to 30 s before. */
    static final Duration LIFETIME = Duration.ofSeconds(60);

    private final Lookup lookup;
    private final Duration patience;
    private final AddressCache cache;

    /** Look-ups at once, so that thousands of names do not start thousands of threads. */
    private static final int MOST_AT_ONCE = 64;

    /** Platform threads: a look-up blocks in C, and two slow ones would hold every virtual thread on two cores. */
    private final ExecutorService threads = newThreads();

    /** The JVM repeats a failed look-up for some seconds, but without its reason. */
    private final Map<String, Fault> lastFaults = new ConcurrentHashMap<>();

    Names(Lookup lookup, Duration patience) {
        this(lookup, patience, new AddressCache(LIFETIME, System::nanoTime));
    }

    Names(Lookup lookup, Duration patience, AddressCache cache) {
        this.lookup = lookup;
        this.patience = patience;
        this.cache = cache;
    }

    static Names ofSystem() {
        return new Names(InetAddress::getAllByName, PATIENCE);
    }

    private static ExecutorService newThreads() {
        var factory = Thread.ofPlatform().daemon().name("name-lookup-", 0).factory();
        var threads = new ThreadPoolExecutor(
                MOST_AT_ONCE, MOST_AT_ONCE, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** Returns the address if no name service need be asked for it: of a literal, or of a name asked for lately. */
    Optional<InetAddress> known(String name, Prefer prefer) {
        var addresses = cache.find(name);
        if (addresses.isEmpty()) {
            return Optional.empty();
        }
        var address = prefer.choose(addresses.get());
        return isOneHost(address) ? Optional.of(address) : Optional.empty();
    }

    InetAddress resolve(String name, Prefer prefer) throws UnresolvedException, InterruptedException {
        var known = cache.find(name);
        return oneHost(name, prefer.choose(known.isPresent() ? known.get() : lookUp(name)));
    }

    private List<InetAddress> lookUp(String name) throws UnresolvedException, InterruptedException {
        var answer = start(name);
        try {
            var addresses = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            lastFaults.remove(name);
            cache.put(name, addresses);
            return addresses;
        } catch (ExecutionException e) {
            throw new UnresolvedException(explain(name, e));
        } catch (TimeoutException e) {
            throw new UnresolvedException(serviceFailed(name, "no answer within " + patience.toSeconds() + " s"));
        } finally {
            answer.cancel(true);
        }
    }

    private Future<List<InetAddress>> start(String name) throws UnresolvedException {
        try {
            return threads.submit(() -> List.of(lookup.allByName(name)));
        } catch (RejectedExecutionException e) {
            throw new UnresolvedException(Verdict.CLOSED);
        }
    }

    /** Some addresses would be answered by someone else: 0.0.0.0 by this very host. */
    private static InetAddress oneHost(String name, InetAddress address) throws UnresolvedException {
        if (!isOneHost(address)) {
            throw new UnresolvedException(
                    Fault.ofTarget("%s is not the address of one host. Correct the target's address.".formatted(name)));
        }
        return address;
    }

    private static boolean isOneHost(InetAddress address) {
        return !address.isAnyLocalAddress() && !address.isMulticastAddress();
    }

    private Fault explain(String name, ExecutionException e) {
        var cause = Objects.requireNonNullElse(e.getCause(), e);
        var words = String.valueOf(cause.getMessage());
        if (words.equals(name)) {
            return lastFaults.getOrDefault(name, serviceFailed(name, "no reason given"));
        }
        var fault = NO_SUCH_NAME.matcher(words).find() ? noSuchName(name) : serviceFailed(name, words);
        lastFaults.put(name, fault);
        return fault;
    }

    private static Fault noSuchName(String name) {
        return Fault.ofTarget("There is no such name: %s. Correct the target's address.".formatted(name));
    }

    private static Fault serviceFailed(String name, String words) {
        return Fault.ofProbe("This host could not look up the name %s (%s). Check its name service: /etc/resolv.conf."
                .formatted(name, words));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
