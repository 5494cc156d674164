package dev.noc.backend.stream;

import java.io.IOException;

/** A reader is so far behind that what it needs next is not kept any more. */
class MissedEvents extends IOException {

    MissedEvents() {
        super("What comes next is not kept any more");
    }
}
