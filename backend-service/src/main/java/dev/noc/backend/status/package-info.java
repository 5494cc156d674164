/** What the rounds say about a target, now and over time: is it up, degraded, down, or do we not know? And what was wrong when. */
@ApplicationModule(allowedDependencies = {"target", "result", "question", "database"})
@NullMarked
package dev.noc.backend.status;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
