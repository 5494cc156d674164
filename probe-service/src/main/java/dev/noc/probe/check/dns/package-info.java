/** The check {@code dns}: questions to a name server. */
@NullMarked
package dev.noc.probe.check.dns;

import org.jspecify.annotations.NullMarked;
