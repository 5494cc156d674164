/** What the rounds say about a target: is it up, degraded, down, or do we not know? */
@ApplicationModule(allowedDependencies = {"target", "result"})
@NullMarked
package dev.noc.backend.status;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
