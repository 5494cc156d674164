@NullMarked
package dev.noc.backend.stream;

import org.jspecify.annotations.NullMarked;
