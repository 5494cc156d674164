@NullMarked
package dev.noc.probe.assignment;

import org.jspecify.annotations.NullMarked;
