package dev.noc.icmp;

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
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Turns the name of a host into an address, and says who is to blame where that does not work. Keeps no answer. */
public final class NameService implements AutoCloseable {

    /** The C library asks its second name server after 5 s. */
    public static final Duration PATIENCE = Duration.ofSeconds(8);

    /** The system's own way to look a name up. */
    public interface Lookup {
        InetAddress[] allByName(String name) throws UnknownHostException;
    }

    /** The name service did answer: glibc's words, musl's words, the JDK's own. Anything else is its failure. */
    private static final Pattern NO_SUCH_NAME = Pattern.compile("Name or service not known"
            + "|No address associated with hostname"
            + "|Name does not resolve"
            + "|Name has no usable address"
            + "|invalid IPv6 address");

    /** So that thousands of names do not start thousands of threads. */
    private static final int MOST_AT_ONCE = 64;

    private final Lookup lookup;
    private final Semaphore turns = new Semaphore(MOST_AT_ONCE, true);

    /** Platform threads: a look-up blocks in C, and two slow ones would hold every virtual thread on two cores. */
    private final ExecutorService threads = newThreads();

    /** The JVM repeats a failed look-up for a while, but without its reason. */
    private final Map<String, Fault> lastFaults = new ConcurrentHashMap<>();

    /** Asks the name service of this host. */
    public NameService() {
        this(InetAddress::getAllByName);
    }

    public NameService(Lookup lookup) {
        this.lookup = lookup;
    }

    /** One that has just been used is taken again; a pool of fixed size would fill up first. */
    private static ExecutorService newThreads() {
        var factory = Thread.ofPlatform().daemon().name("name-lookup-", 0).factory();
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
    }

    /** Returns the address that a text is, without asking anyone. */
    public static Optional<InetAddress> literal(String text) {
        if (text.isEmpty() || (Character.digit(text.charAt(0), 16) < 0 && ":[".indexOf(text.charAt(0)) < 0)) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns the one address of a name that is to be watched; of a literal its own. */
    public InetAddress resolve(String name, Prefer prefer, Duration patience)
            throws UnresolvedException, InterruptedException {
        var literal = literal(name);
        return prefer.oneHost(name, literal.isPresent() ? List.of(literal.get()) : lookUp(name, patience));
    }

    /** Returns all addresses of a name, in the order of the system. Waiting for a turn is part of the patience. */
    List<InetAddress> lookUp(String name, Duration patience) throws UnresolvedException, InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        try {
            if (!turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new TimeoutException();
            }
            var addresses = begin(name).get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            lastFaults.remove(name);
            return addresses;
        } catch (ExecutionException e) {
            throw new UnresolvedException(explain(name, Objects.requireNonNullElse(e.getCause(), e)));
        } catch (TimeoutException e) {
            var waited = "no answer within %,d ms".formatted(patience.toMillis());
            throw new UnresolvedException(serviceFailed(name, waited));
        }
    }

    /** Nobody can stop a look-up, so its turn ends with it, not with the patience of who asked for it. */
    private Future<List<InetAddress>> begin(String name) throws UnresolvedException {
        var answer = new CompletableFuture<List<InetAddress>>();
        try {
            threads.execute(() -> complete(answer, name));
        } catch (RejectedExecutionException e) {
            turns.release();
            throw new UnresolvedException(Verdict.CLOSED);
        }
        return answer;
    }

    private void complete(CompletableFuture<List<InetAddress>> answer, String name) {
        try {
            answer.complete(List.of(lookup.allByName(name)));
        } catch (UnknownHostException | RuntimeException e) {
            answer.completeExceptionally(e);
        } finally {
            turns.release();
        }
    }

    private Fault explain(String name, Throwable cause) {
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
