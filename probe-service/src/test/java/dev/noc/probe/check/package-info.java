@NullMarked
package dev.noc.probe.check;

import org.jspecify.annotations.NullMarked;
