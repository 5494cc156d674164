/** What was measured, on its way to the backend: waits in memory until the backend took it. */
@ApplicationModule(allowedDependencies = {"backend", "schedule"})
@NullMarked
package dev.noc.probe.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
