package dev.noc.backend.stream;

/**
 * One event before it has a number.
 *
 * @param name of the event, for {@code addEventListener}
 * @param target whom it is about
 * @param json in one line
 */
record Event(String name, String target, String json) {

    /** Returns it as it crosses the wire. */
    String withId(EventId id) {
        return "id: " + id + "\nevent: " + name + "\ndata: " + json + "\n\n";
    }
}
