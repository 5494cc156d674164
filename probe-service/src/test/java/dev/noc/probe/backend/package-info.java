@NullMarked
package dev.noc.probe.backend;

import org.jspecify.annotations.NullMarked;
