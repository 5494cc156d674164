package dev.noc.backend.system;

import org.springframework.core.Ordered;

/** In which order the filters see a request. What counts refusals stands before them all. */
final class Filters {

    static final int PAGE_HEADERS = Ordered.HIGHEST_PRECEDENCE + 50;
    static final int TOKEN = Ordered.HIGHEST_PRECEDENCE + 100;
    static final int BODY_LIMIT = Ordered.HIGHEST_PRECEDENCE + 200;

    private Filters() {}
}
