package dev.noc.icmp;

import dev.noc.icmp.engine.Answer;
import dev.noc.icmp.linux.Linux;
import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says in words what the engine found. */
final class Verdict {

    private static final Fault DROPPED = Fault.ofProbe("This host threw replies away because a receive buffer was full."
            + " Raise its limit: sysctl -w net.core.rmem_max=4194304, or watch fewer targets.");

    static final Fault CLOSED = Fault.ofProbe("The pinger was closed. Open another one.");

    private Verdict() {}

    static Outcome of(Answer answer, InetAddress address) {
        return switch (answer) {
            case Answer.Reply reply ->
                new Outcome(new Sample.Reply(Duration.ofNanos(reply.nanos()), reply.coarse()), null);
            case Answer.Silence silence -> Outcome.loss();
            case Answer.Refused refused ->
                Outcome.failed(Fault.ofTarget("%s says: %s."
                        .formatted(
                                refused.error().from().getHostAddress(),
                                refused.error().words())));
            case Answer.Dropped dropped -> Outcome.failed(DROPPED);
            case Answer.Unsent unsent -> Outcome.failed(faultOf(unsent, address.getHostAddress()));
        };
    }

    /** Says why a request could not leave. */
    static Fault faultOf(Answer.Unsent answer, String literal) {
        return answer.errno() == Linux.ECANCELED ? CLOSED : complaint(answer.errno(), literal);
    }

    /** Returns null for a time that nobody knows. */
    static @Nullable Duration duration(long nanos) {
        return nanos < 0 ? null : Duration.ofNanos(nanos);
    }

    private static Fault complaint(int errno, String literal) {
        return switch (errno) {
            case Linux.ENETUNREACH, Linux.EHOSTUNREACH -> Complaint.NO_ROUTE.about(literal);
            case Linux.ENETDOWN -> Complaint.LINK_DOWN.about(literal);
            case Linux.EINVAL -> Complaint.DISCARDED.about(literal);
            case Linux.EACCES -> Complaint.PROHIBITED.about(literal);
            case Linux.EPERM -> Complaint.FIREWALL.about(literal);
            case Linux.EADDRNOTAVAIL, Linux.EAFNOSUPPORT -> Complaint.NO_ADDRESS.about(literal);
            case Linux.EAGAIN, Linux.ENOBUFS, Linux.ENOMEM -> Complaint.BUFFERS_FULL.about(literal);
            default ->
                Fault.ofProbe("This host could not send a request to %s: errno %d. Look at `ip route get %s`."
                        .formatted(literal, errno, literal));
        };
    }
}
