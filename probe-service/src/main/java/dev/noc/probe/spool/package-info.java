/** Results on disk, from the end of their round until the backend took them. Knows nothing of the backend. */
@ApplicationModule(allowedDependencies = "schedule")
@NullMarked
package dev.noc.probe.spool;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
