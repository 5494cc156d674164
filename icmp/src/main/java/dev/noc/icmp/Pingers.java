package dev.noc.icmp;

import dev.noc.icmp.linux.Mode;
import dev.noc.icmp.linux.SocketRefusedException;

/** Finds the best way to ping that this process is allowed. */
public final class Pingers {

    private Pingers() {}

    /**
     * A pinger, and why it is this one.
     *
     * @param reason one line for a log; where a better way is closed, it says how to open it
     */
    public record Choice(Pinger pinger, String reason) {}

    /** Tries a datagram socket, then a raw socket, and falls back on the system's ping command. Never fails. */
    public static Choice best() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return command("ICMP sockets are used on Linux only.");
        }
        try {
            return sockets();
        } catch (SocketRefusedException e) {
            return command(explain(e));
        } catch (UnsupportedOperationException | LinkageError e) {
            return command("This JVM cannot call the C library: " + e);
        }
    }

    private static Choice sockets() throws SocketRefusedException {
        try {
            return choice(new NativePinger(Mode.DATAGRAM), "This process may open them.");
        } catch (SocketRefusedException refusal) {
            var pinger = new NativePinger(Mode.RAW);
            return choice(
                    pinger,
                    "Datagram sockets are closed to this process (%s), raw ones are not."
                            .formatted(refusal.getMessage()));
        }
    }

    private static String explain(SocketRefusedException refusal) {
        return refusal.forbidden()
                ? "This process may not open ICMP sockets. " + Complaint.LET_IN
                : "The kernel gives no ICMP socket (%s). Look that number up: `errno N`."
                        .formatted(refusal.getMessage());
    }

    private static Choice command(String why) {
        return choice(new SystemPinger(), why);
    }

    private static Choice choice(Pinger pinger, String why) {
        return new Choice(pinger, "Pinging by %s. %s".formatted(pinger.description(), why));
    }
}
