/** A noc of the tests' own, as its users have it: started by its scripts, asked over HTTP, read from its database. */
@NullMarked
package dev.noc.system.noc;

import org.jspecify.annotations.NullMarked;
