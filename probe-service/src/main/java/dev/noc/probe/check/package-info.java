/**
 * How a target is watched: one class a kind of check, in a package of its own where it needs helpers. Knows neither when nor
 * what for.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.noc.probe.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
