package dev.noc.probe.spool;

import java.util.List;

/**
 * Results that are neighbours in the spool, oldest first.
 *
 * @param first the id of the first of them, or 0 when there is none
 * @param last the id of the last of them
 * @param results each as JSON in UTF-8
 */
public record Batch(long first, long last, List<byte[]> results) {

    public boolean isEmpty() {
        return results.isEmpty();
    }

    public int size() {
        return results.size();
    }
}
