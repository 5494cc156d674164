/** The parameters of a query: read with their defaults, and refused together with advice. Knows no feature. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.noc.backend.question;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
