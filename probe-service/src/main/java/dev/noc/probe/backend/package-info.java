/** The one way to the backend: its address, our token, and what it answered. Knows neither targets nor results. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.noc.probe.backend;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
