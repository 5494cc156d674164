/** What was measured, on its way to the backend: sends it from the spool until the backend took it. */
@ApplicationModule(allowedDependencies = {"backend", "spool"})
@NullMarked
package dev.noc.probe.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
