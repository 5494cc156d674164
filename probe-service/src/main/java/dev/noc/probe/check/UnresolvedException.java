package dev.noc.probe.check;

import dev.noc.protocol.ResultError;
import java.net.UnknownHostException;

/** A name that gives no address: there is no such name, or the name service does not answer. */
public final class UnresolvedException extends UnknownHostException {

    private final transient ResultError error;

    UnresolvedException(ResultError error) {
        super(error.reason());
        this.error = error;
    }

    public ResultError error() {
        return error;
    }
}
