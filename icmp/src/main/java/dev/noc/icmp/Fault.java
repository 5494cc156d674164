package dev.noc.icmp;

/**
 * Why samples are lost or missing.
 *
 * @param scope on whose side the reason lies
 * @param reason a sentence that says what went wrong and, where it is ours to mend, what to do
 */
public record Fault(Scope scope, String reason) {

    /** On whose side a reason lies. */
    public enum Scope {
        /** We could not measure, so nothing is known about the target. */
        PROBE,
        /** The target does not answer, and its name, its host or a router on the way says why. */
        TARGET
    }

    static Fault ofProbe(String reason) {
        return new Fault(Scope.PROBE, reason);
    }

    static Fault ofTarget(String reason) {
        return new Fault(Scope.TARGET, reason);
    }
}
