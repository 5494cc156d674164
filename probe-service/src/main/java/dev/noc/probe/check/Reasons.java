package dev.noc.probe.check;

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

    public static String cut(String reason) {
        return reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST - 3) + "...";
    }
}
