@NullMarked
package dev.noc.backend.history;

import org.jspecify.annotations.NullMarked;
