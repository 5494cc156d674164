/**
 * Which database noc keeps its data in, and what people do with it as a whole: backup, restore, check, and what happens
 * before it is migrated. Uses no feature.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.noc.backend.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
