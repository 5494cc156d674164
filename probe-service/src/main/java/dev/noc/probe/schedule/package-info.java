/** When each target is due. Runs the rounds, and publishes what they gave. */
@ApplicationModule(allowedDependencies = {"assignment", "check"})
@NullMarked
package dev.noc.probe.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
