/** What every feature needs and none names: problem documents, the token, JSON, the database, the clock. Used by nobody. */
@ApplicationModule(allowedDependencies = "database")
@NullMarked
package dev.noc.backend.system;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
