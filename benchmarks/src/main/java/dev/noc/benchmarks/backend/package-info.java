/** Loads a backend as many probes do, and does the least that any store must do, for comparison. */
@NullMarked
package dev.noc.benchmarks.backend;

import org.jspecify.annotations.NullMarked;
