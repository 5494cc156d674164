package dev.noc.probe.check;

import dev.noc.icmp.Fault;
import dev.noc.protocol.ResultError;

/** Sentences for people, within what a backend takes. */
public final class Reasons {

    private static final int LONGEST = 500;

    private Reasons() {}

    public static ResultError ofTarget(String reason) {
        return new ResultError(ResultError.TARGET, cut(reason));
    }

    public static ResultError ofProbe(String reason) {
        return new ResultError(ResultError.PROBE, cut(reason));
    }

    public static ResultError of(Fault fault) {
        return fault.scope() == Fault.Scope.PROBE ? ofProbe(fault.reason()) : ofTarget(fault.reason());
    }

    public static String cut(String reason) {
        return reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST - 3) + "...";
    }
}
