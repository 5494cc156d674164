package dev.noc.icmp;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Turns the name of a host into an address, and says who is to blame where that does not work. */
final class Names implements AutoCloseable {

    /** The system's own way to look a name up. */
    interface Lookup {
        InetAddress byName(String name) throws UnknownHostException;
    }

    /** The name service did answer: glibc's words, musl's words, the JDK's own. Anything else is its failure. */
    private static final Pattern NO_SUCH_NAME = Pattern.compile("Name or service not known"
            + "|No address associated with hostname"
            + "|Name does not resolve"
            + "|Name has no usable address"
            + "|invalid IPv6 address");

    private final Lookup lookup;
    private final Duration patience;

    /** Platform threads: a look-up blocks in C, and two slow ones would hold every virtual thread on two cores. */
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("name-lookup-", 0).factory());

    /** The JVM repeats a failed look-up for some seconds, but without its reason. */
    private final Map<String, Fault> lastFaults = new ConcurrentHashMap<>();

    Names(Lookup lookup, Duration patience) {
        this.lookup = lookup;
        this.patience = patience;
    }

    InetAddress resolve(String name) throws UnresolvedException, InterruptedException {
        var answer = threads.submit(() -> lookup.byName(name));
        try {
            var address = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            lastFaults.remove(name);
            return oneHost(name, address);
        } catch (ExecutionException e) {
            throw new UnresolvedException(explain(name, e));
        } catch (TimeoutException e) {
            throw new UnresolvedException(serviceFailed(name, "no answer within " + patience.toSeconds() + " s"));
        } finally {
            answer.cancel(true);
        }
    }

    /** Some addresses would be answered by someone else: 0.0.0.0 by this very host. */
    private static InetAddress oneHost(String name, InetAddress address) throws UnresolvedException {
        if (address.isAnyLocalAddress() || address.isMulticastAddress()) {
            throw new UnresolvedException(
                    Fault.ofTarget("%s is not the address of one host. Correct the target's address.".formatted(name)));
        }
        return address;
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
