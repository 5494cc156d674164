package dev.noc.probe.check;

import dev.noc.icmp.Prefer;
import dev.noc.protocol.ResultError;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Looks names up for the checks whose result tells how long that took: it keeps no answer of its own. */
@Component
public class HostNames implements AutoCloseable {

    /** The C library asks its second name server after 5 s. */
    public static final Duration PATIENCE = Duration.ofSeconds(8);

    /** The system's own way to look a name up. */
    interface Lookup {
        InetAddress[] allByName(String name) throws UnknownHostException;
    }

    /** The name service did answer: glibc's words, musl's words. Anything else is its failure. */
    private static final Pattern NO_SUCH_NAME = Pattern.compile("Name or service not known"
            + "|No address associated with hostname|Name does not resolve|Name has no usable address");

    private final Lookup lookup;

    /** Platform threads: a look-up blocks in C, and two slow ones would hold every virtual thread on two cores. */
    private final ExecutorService threads = newThreads();

    /** So that thousands of names do not start thousands of threads. */
    private final Semaphore turns = new Semaphore(32, true);

    /** The JVM repeats a failed look-up for a second, but without its reason. */
    private final Map<String, ResultError> lastErrors = new ConcurrentHashMap<>();

    public HostNames() {
        this(InetAddress::getAllByName);
    }

    HostNames(Lookup lookup) {
        this.lookup = lookup;
    }

    /** One that has just been used is taken again; a pool of fixed size would fill up first. */
    private static ExecutorService newThreads() {
        var factory = Thread.ofPlatform().daemon().name("host-name-", 0).factory();
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
    }

    /** Returns the one address of a name that is to be watched; of a literal its own. */
    public InetAddress resolve(String name, Prefer prefer, Duration patience) throws UnresolvedException {
        var literal = Addresses.literal(name);
        var address = literal.isPresent() ? literal.get() : Preference.choose(prefer, lookUp(name, patience));
        // These would be answered by someone else: 0.0.0.0 by this very host.
        if (address.isAnyLocalAddress() || address.isMulticastAddress()) {
            throw new UnresolvedException(Reasons.ofTarget(
                    "%s is not the address of one host. Correct the target's address.".formatted(name)));
        }
        return address;
    }

    private List<InetAddress> lookUp(String name, Duration patience) throws UnresolvedException {
        var deadline = System.nanoTime() + patience.toNanos();
        try {
            if (!turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new TimeoutException();
            }
            var addresses = begin(name).get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            lastErrors.remove(name);
            return addresses;
        } catch (ExecutionException e) {
            throw new UnresolvedException(explain(name, e));
        } catch (TimeoutException e) {
            var waited = "no answer within %,d ms".formatted(patience.toMillis());
            throw new UnresolvedException(serviceFailed(name, waited));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnresolvedException(serviceFailed(name, "the probe was stopped"));
        }
    }

    /** Nobody can stop a look-up, so its turn ends with it, not with the patience of who asked for it. */
    private Future<List<InetAddress>> begin(String name) {
        var answer = new CompletableFuture<List<InetAddress>>();
        threads.execute(() -> {
            try {
                answer.complete(List.of(lookup.allByName(name)));
            } catch (UnknownHostException | RuntimeException e) {
                answer.completeExceptionally(e);
            } finally {
                turns.release();
            }
        });
        return answer;
    }

    private ResultError explain(String name, ExecutionException e) {
        var cause = Objects.requireNonNullElse(e.getCause(), e);
        var words = String.valueOf(cause.getMessage());
        if (words.equals(name)) {
            return Optional.ofNullable(lastErrors.get(name)).orElseGet(() -> serviceFailed(name, "no reason given"));
        }
        var error = NO_SUCH_NAME.matcher(words).find() ? noSuchName(name) : serviceFailed(name, words);
        lastErrors.put(name, error);
        return error;
    }

    private static ResultError noSuchName(String name) {
        return Reasons.ofTarget("There is no such name: %s. Correct the target's address.".formatted(name));
    }

    private static ResultError serviceFailed(String name, String words) {
        return Reasons.ofProbe("This host could not look up the name %s (%s). Check its name service: /etc/resolv.conf."
                .formatted(name, words));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
