@NullMarked
package dev.noc.backend.dashboard;

import org.jspecify.annotations.NullMarked;
