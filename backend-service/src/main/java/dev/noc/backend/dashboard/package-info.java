/** What people and the page read: the last known state of everything. Reads only. */
@ApplicationModule(allowedDependencies = {"target", "result", "status"})
@NullMarked
package dev.noc.backend.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
