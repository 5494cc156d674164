package dev.noc.icmp;

import java.net.UnknownHostException;

/** A name that gives no address: there is no such name, or the name service does not answer. */
public final class UnresolvedException extends UnknownHostException {

    private final transient Fault fault;

    UnresolvedException(Fault fault) {
        super(fault.reason());
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
