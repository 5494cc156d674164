@NullMarked
package dev.noc.backend.system;

import org.jspecify.annotations.NullMarked;
