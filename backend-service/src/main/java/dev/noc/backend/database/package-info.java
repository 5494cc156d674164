/** Which database noc keeps its data in, and what people do with it as a whole. Uses no feature. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.noc.backend.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
