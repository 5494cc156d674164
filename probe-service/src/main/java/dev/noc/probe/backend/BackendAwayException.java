package dev.noc.probe.backend;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** No answer came. The reason says why in a few words, for a log line and not for a stack trace. */
public class BackendAwayException extends Exception {

    private final String reason;

    private BackendAwayException(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }

    static BackendAwayException because(Exception e) {
        var causes = Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                .toList();
        var reason = causes.stream()
                .map(BackendAwayException::words)
                .filter(words -> !words.isEmpty())
                .reduce("", (outer, inner) -> inner);
        return new BackendAwayException(reason.isEmpty() ? "the connection broke: " + causes.getLast() : reason, e);
    }

    /** The JDK's own messages are often empty here. */
    private static String words(Throwable e) {
        if (e instanceof UnresolvedAddressException || e instanceof UnknownHostException) {
            return "its name cannot be resolved";
        }
        if (e instanceof ConnectException) {
            return "it does not accept connections";
        }
        return e instanceof TimeoutException ? "it does not answer in time" : "";
    }
}
