/** The whole system, from outside: local mode, containers, Prometheus, and the page in a browser. */
@NullMarked
package dev.noc.system;

import org.jspecify.annotations.NullMarked;
