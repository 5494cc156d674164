/** Sums rounds up over minutes, hours and days, forgets what is too old, and answers any range of time at once. */
@ApplicationModule(allowedDependencies = {"database", "question", "result", "target"})
@NullMarked
package dev.noc.backend.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
