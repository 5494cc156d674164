package dev.noc.icmp.engine;

import dev.noc.icmp.linux.Alarm;
import dev.noc.icmp.linux.EchoSocket;
import dev.noc.icmp.linux.KernelClock;
import dev.noc.icmp.linux.Linux;
import dev.noc.icmp.linux.Mode;
import dev.noc.icmp.linux.SocketRefusedException;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Sends volleys and tells what became of them, in one thread. Any number of threads may submit. */
public final class Engine implements AutoCloseable {

    private static final long FOREVER = 3_600_000_000_000L;
    private static final long RETRY = 5_000_000L;

    private final Sockets sockets;
    private final Alarm alarm;
    private final KernelClock clock;
    private final Counters counters = new Counters();
    private final Tokens tokens = new Tokens(1 << 12, 1 << 20);
    private final Deadlines deadlines = new Deadlines();
    private final Desk desk;
    private final Links links;
    private final Pulse pulse;
    private final int mostAtOnce;
    private final Queue<Volley> inbox = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Volley> schedule = new PriorityQueue<>((a, b) -> Long.compare(a.due, b.due));
    private final Thread thread;

    private volatile boolean asleep;
    private volatile boolean closing;

    private Engine(Sockets sockets, String name) {
        this.sockets = sockets;
        this.alarm = sockets.alarm();
        this.clock = new KernelClock(sockets.clocks());
        this.desk = new Desk(tokens, clock, counters);
        this.links = new Links(sockets, desk, deadlines, clock, counters);
        this.pulse = new Pulse(sockets.capacity());
        this.mostAtOnce = Math.clamp(sockets.capacity() / 4, 1, EchoSocket.BATCH);
        this.thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    /** Opens the sockets from the calling thread, with its rights and in its network namespace. */
    public static Engine open(Mode mode, int bufferBytes) throws SocketRefusedException {
        return new Engine(Sockets.open(mode, bufferBytes), "icmp-engine");
    }

    /** Sends the first request of a volley now. After {@link #close} its listener hears that nothing was sent. */
    public void submit(Volley volley) {
        inbox.add(volley);
        if (closing) {
            cancelInbox();
        } else if (asleep) {
            asleep = false;
            alarm.ring();
        }
    }

    public Map<Count, Long> counts() {
        return counters.all();
    }

    private void run() {
        try {
            Alarm.beExact();
            while (!closing) {
                turn();
            }
        } finally {
            closing = true;
            cancelAll();
        }
    }

    private void turn() {
        takeInbox();
        links.retry();
        sendDue();
        long drainedAt = clock.tick();
        if (links.drain(pulse.isBusy(drainedAt))) {
            deadlines.expire(drainedAt, desk::overdue);
        }
        sleep();
    }

    private void takeInbox() {
        long now = clock.tick();
        for (var volley = inbox.poll(); volley != null; volley = inbox.poll()) {
            volley.due = now;
            schedule.add(volley);
        }
    }

    private void sendDue() {
        int sent = 0;
        for (var volley = schedule.peek(); volley != null && isDue(volley, sent); volley = schedule.peek()) {
            if (volley.hasMore()) {
                sendOne(volley);
                sent++;
            }
            reschedule(volley);
        }
        links.flush();
        pulse.sent(clock.now(), sent);
    }

    /** The queues are read before more is sent: each request brings a stamp and a reply, and both need room there. */
    private boolean isDue(Volley volley, int sent) {
        return volley.due <= clock.now() && sent < mostAtOnce && tokens.hasRoom();
    }

    private void sendOne(Volley volley) {
        var echo = new Echo(volley, volley.next++);
        desk.open(echo);
        links.send(echo);
    }

    /** One whose next request is due at once stays the first. */
    private void reschedule(Volley first) {
        long spacing = first.shape.spacing();
        if (!first.hasMore()) {
            schedule.remove();
        } else if (spacing > 0) {
            schedule.remove();
            first.due += spacing;
            schedule.add(first);
            pulse.follows(spacing);
        }
    }

    private void sleep() {
        long now = clock.tick();
        long next = nextSend(now);
        if (next <= now || !inbox.isEmpty()) {
            return;
        }
        if (pulse.isBusy(now) && (desk.waiting() > 0 || !schedule.isEmpty())) {
            alarm.sleep(links.hasDeferred() ? RETRY : pulse.tick(desk.waiting()), false);
        } else {
            sleepUntil(Math.min(next, deadlines.next()), now);
        }
    }

    private long nextSend(long now) {
        if (links.hasDeferred() || !tokens.hasRoom()) {
            return now + RETRY;
        }
        return schedule.isEmpty() ? now + FOREVER : schedule.peek().due;
    }

    /** Unlike in a tick, new work and replies end this sleep. */
    private void sleepUntil(long time, long now) {
        asleep = true;
        if (time > now && inbox.isEmpty() && !closing) {
            alarm.sleep(Math.min(time - now, FOREVER), desk.waiting() > 0);
        }
        asleep = false;
    }

    private void cancelAll() {
        tokens.forEach(echo -> {
            if (echo.isWaiting()) {
                desk.unsent(echo, Linux.ECANCELED);
            }
        });
        schedule.forEach(Engine::cancel);
        cancelInbox();
    }

    private void cancelInbox() {
        for (var volley = inbox.poll(); volley != null; volley = inbox.poll()) {
            cancel(volley);
        }
    }

    private static void cancel(Volley volley) {
        while (volley.hasMore()) {
            volley.tell(volley.next++, new Answer.Unsent(Linux.ECANCELED));
        }
    }

    /** Ends the thread and gives back all that was opened. What was under way counts as not sent. */
    @Override
    public void close() {
        synchronized (thread) {
            closing = true;
            alarm.ring();
            joinThread();
            sockets.close();
        }
    }

    private void joinThread() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
