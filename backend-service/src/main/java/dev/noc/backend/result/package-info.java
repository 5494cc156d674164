/** Takes the probes' reports in, recognises what it knows already and keeps the rounds. */
@ApplicationModule(allowedDependencies = {"probe", "target"})
@NullMarked
package dev.noc.backend.result;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
