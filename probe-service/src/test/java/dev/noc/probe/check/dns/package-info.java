@NullMarked
package dev.noc.probe.check.dns;

import org.jspecify.annotations.NullMarked;
