/** The check {@code http}: one request over connections that nothing was sent on before. */
@NullMarked
package dev.noc.probe.check.http;

import org.jspecify.annotations.NullMarked;
