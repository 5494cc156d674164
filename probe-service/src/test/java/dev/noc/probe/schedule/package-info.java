@NullMarked
package dev.noc.probe.schedule;

import org.jspecify.annotations.NullMarked;
