@NullMarked
package dev.noc.backend.result;

import org.jspecify.annotations.NullMarked;
