@NullMarked
package dev.noc.backend.probe;

import org.jspecify.annotations.NullMarked;
