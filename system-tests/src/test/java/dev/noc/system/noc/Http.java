package dev.noc.system.noc;

import java.util.Map;

/** A way to ask a server: directly, or from inside a network namespace. */
interface Http {

    /** Sends a request; {@code body} is empty where there is none. */
    Answer send(String method, String path, Map<String, String> headers, String body);
}
