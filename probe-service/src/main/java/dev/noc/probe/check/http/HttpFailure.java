package dev.noc.probe.check.http;

import dev.noc.icmp.UnresolvedException;
import dev.noc.probe.check.Reasons;
import dev.noc.probe.check.Unreachable;
import dev.noc.protocol.ResultError;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;

/** Says why no answer came. */
record HttpFailure(HttpUrl url, Phases phases, ChainWitness witness, Duration timeout, Instant now) {

    ResultError because(IOException failure) {
        return switch (failure) {
            case UnresolvedException e -> Reasons.of(e.fault());
            case InterruptedIOException e -> silent();
            default -> phases.current() == Phases.Phase.CONNECT ? unconnected(failure) : broken(failure);
        };
    }

    private ResultError silent() {
        return Reasons.ofTarget("%s does not answer within %,d ms: time ran out while %s."
                .formatted(url.host(), timeout.toMillis(), phases.current().words));
    }

    private ResultError unconnected(IOException failure) {
        var address = phases.address();
        if (address == null) {
            return Reasons.ofTarget("%s cannot be connected to: %s.".formatted(url.host(), failure.getMessage()));
        }
        var origin = failure instanceof ConnectException && failure.getCause() instanceof IOException cause
                ? cause
                : failure;
        return Unreachable.because(origin, url.host(), address, timeout);
    }

    private ResultError broken(IOException failure) {
        if (failure instanceof SSLException e) {
            return Reasons.ofTarget(new TlsFailure(url.host(), url.port(), witness.chain(), now).because(e));
        }
        if (isEndOfStream(failure)) {
            return Reasons.ofTarget("%s closed the connection while %s.".formatted(url.host(), phases.current().words));
        }
        if (failure instanceof ProtocolException) {
            return Reasons.ofTarget("%s does not speak proper HTTP on port %d: %s."
                    .formatted(url.host(), url.port(), failure.getMessage()));
        }
        return Reasons.ofTarget("The request to %s failed while %s: %s."
                .formatted(url.host(), phases.current().words, failure.getMessage()));
    }

    /** The end came too soon; OkHttp has words of its own for that. */
    private static boolean isEndOfStream(IOException failure) {
        return failure instanceof EOFException
                || failure instanceof SocketException
                || failure.getCause() instanceof EOFException
                || String.valueOf(failure.getMessage()).startsWith("unexpected end of stream");
    }
}
