@NullMarked
package dev.noc.backend;

import org.jspecify.annotations.NullMarked;
