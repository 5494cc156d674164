package dev.noc.probe.check;

/** Sentences for people, within what a backend takes. */
final class Reasons {

    private static final int LONGEST = 500;

    private Reasons() {}

    static String cut(String reason) {
        return reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST - 3) + "...";
    }
}
