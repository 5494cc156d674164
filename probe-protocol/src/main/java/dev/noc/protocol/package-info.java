/** The records that a probe and the backend exchange over HTTP; {@code docs/api.md} shows them as JSON. */
@NullMarked
package dev.noc.protocol;

import org.jspecify.annotations.NullMarked;
