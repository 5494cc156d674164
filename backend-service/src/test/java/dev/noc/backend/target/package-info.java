@NullMarked
package dev.noc.backend.target;

import org.jspecify.annotations.NullMarked;
