/** Pings by noc's engine as a measurement wants, through the library's public way in alone. */
@NullMarked
package dev.noc.benchmarks.icmp;

import org.jspecify.annotations.NullMarked;
