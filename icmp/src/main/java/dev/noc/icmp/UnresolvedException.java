package dev.noc.icmp;

/** A name that gives no address: there is no such name, or the name service does not answer. */
final class UnresolvedException extends Exception {

    private final Fault fault;

    UnresolvedException(Fault fault) {
        super(fault.reason());
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
