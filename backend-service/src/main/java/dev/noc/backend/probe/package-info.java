/** Who reports: each probe, when it was last heard, and whether two processes take each other for one. */
@ApplicationModule(allowedDependencies = "target")
@NullMarked
package dev.noc.backend.probe;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
