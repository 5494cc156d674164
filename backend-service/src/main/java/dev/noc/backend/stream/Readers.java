package dev.noc.backend.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** All clients: lets in as many as there is room for, and counts them. */
@Component
class Readers {

    private final Journal journal;
    private final StreamProperties settings;
    private final Semaphore room;
    private final Counter dropped;

    Readers(Journal journal, StreamProperties settings, MeterRegistry registry) {
        this.journal = journal;
        this.settings = settings;
        this.room = new Semaphore(settings.maxClients());
        this.dropped = Counter.builder("noc.stream.dropped").register(registry);
        Gauge.builder("noc.stream.clients", room, free -> settings.maxClients() - free.availablePermits())
                .register(registry);
    }

    /** Takes a place for a client, to be given back by {@link #leave()}; or refuses it. */
    void enter() {
        if (!room.tryAcquire()) {
            throw StreamRefusal.full(settings.maxClients());
        }
    }

    void leave() {
        room.release();
    }

    /** Serves a client until it goes, is too slow, or the backend stops. */
    void serve(@Nullable String lastEventId, Set<String> targets, OutputStream out) {
        var reader = new Reader(journal, journal.join(), targets, settings.heartbeat(), out);
        try {
            reader.begin(lastEventId);
            reader.read();
        } catch (IOException e) {
            if (isSlow(e)) {
                dropped.increment();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            journal.leave();
        }
    }

    /** Before the server stops, or it would wait for the clients to go. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        journal.close();
    }

    /** It took nothing for as long as the server waits for anybody, or fell behind what is kept. Others have just gone. */
    private static boolean isSlow(IOException e) {
        return e instanceof MissedEvents
                || NestedExceptionUtils.getMostSpecificCause(e) instanceof SocketTimeoutException;
    }
}
