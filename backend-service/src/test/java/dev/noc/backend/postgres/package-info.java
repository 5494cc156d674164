/** A real PostgreSQL server for the tests of a run, of the kind that Debian's package brings. */
@NullMarked
package dev.noc.backend.postgres;

import org.jspecify.annotations.NullMarked;
