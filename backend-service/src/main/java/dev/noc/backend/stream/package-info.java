/** Tells those who stay connected what has just been stored, as server-sent events. Reads only; nobody waits for a reader. */
@ApplicationModule(allowedDependencies = {"target", "result", "status", "dashboard", "question"})
@NullMarked
package dev.noc.backend.stream;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
