package dev.noc.icmp;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A name service whose answers are used for a while: pings are too many to ask for each. */
final class Names implements AutoCloseable {

    /** How long an answer is used. The JVM may have kept it for up to 30 s before. */
    static final Duration LIFETIME = Duration.ofSeconds(60);

    private final NameService service;
    private final AddressCache cache = new AddressCache(LIFETIME, System::nanoTime);

    Names(NameService service) {
        this.service = service;
    }

    static Names ofSystem() {
        return new Names(new NameService());
    }

    /** Returns the address if no name service need be asked for it: of a literal, or of a name asked for lately. */
    Optional<InetAddress> known(String name, Prefer prefer) {
        var addresses = cache.find(name);
        if (addresses.isEmpty()) {
            return Optional.empty();
        }
        var address = prefer.choose(addresses.get());
        return Prefer.isOneHost(address) ? Optional.of(address) : Optional.empty();
    }

    InetAddress resolve(String name, Prefer prefer) throws UnresolvedException, InterruptedException {
        var known = cache.find(name);
        return prefer.oneHost(name, known.isPresent() ? known.get() : lookUp(name));
    }

    private List<InetAddress> lookUp(String name) throws UnresolvedException, InterruptedException {
        var addresses = service.lookUp(name, NameService.PATIENCE);
        cache.put(name, addresses);
        return addresses;
    }

    @Override
    public void close() {
        service.close();
    }
}
