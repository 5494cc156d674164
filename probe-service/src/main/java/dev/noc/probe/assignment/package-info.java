/** What to watch: as the backend says, else as remembered on disk, else three well-known hosts. */
@ApplicationModule(allowedDependencies = "backend")
@NullMarked
package dev.noc.probe.assignment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
