@NullMarked
package dev.noc.backend.status;

import org.jspecify.annotations.NullMarked;
