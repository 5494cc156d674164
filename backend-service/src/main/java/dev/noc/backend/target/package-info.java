/** Which hosts and services are watched, and how. Knows nothing of results, status or the dashboard. */
@ApplicationModule(allowedDependencies = "database")
@NullMarked
package dev.noc.backend.target;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
