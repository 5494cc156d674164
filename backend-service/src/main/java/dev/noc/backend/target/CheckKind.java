package dev.noc.backend.target;

import java.util.List;
import java.util.Map;

/**
 * How a target is watched. A class of this package that extends it, and is a component, is all that a further kind needs
 * here: it says what an address is, which fields the kind has of its own, and how results are put into words and numbers.
 */
public abstract class CheckKind {

    private final String name;
    private final String samples;
    private final String addressAdvice;
    private final Class<? extends CheckSettings> settings;

    /**
     * @param name as targets and probes name it
     * @param samples what its samples are called, such as {@code replies}
     * @param addressAdvice what an address must be, with an example
     * @param settings a record with a component for each of its own fields
     */
    CheckKind(String name, String samples, String addressAdvice, Class<? extends CheckSettings> settings) {
        this.name = name;
        this.samples = samples;
        this.addressAdvice = addressAdvice;
        this.settings = settings;
    }

    public final String name() {
        return name;
    }

    final String addressAdvice() {
        return addressAdvice;
    }

    final Class<? extends CheckSettings> settings() {
        return settings;
    }

    /**
     * Returns what came of a round in a few words, such as {@code 4 of 5 replies}.
     *
     * @param attributes what the check found out besides
     */
    public String outcome(int answered, int sent, Map<String, Object> attributes) {
        return answered + " of " + sent + " " + samples;
    }

    /**
     * Returns what Prometheus is shown of a round.
     *
     * @param attributes what the check found out besides
     */
    public List<CheckGauge> gauges(Map<String, Object> attributes) {
        return List.of();
    }
}
