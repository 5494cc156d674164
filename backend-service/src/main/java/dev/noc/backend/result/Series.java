package dev.noc.backend.result;

/**
 * One target as one probe sees it. Rounds, and all that is told from them, are kept by its id.
 *
 * @param id never changes, and is never given to another series
 */
public record Series(long id, String targetId, String probe) {

    /** Rounds are looked up by their series, thousands a second. */
    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }
}
