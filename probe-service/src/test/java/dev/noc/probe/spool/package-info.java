@NullMarked
package dev.noc.probe.spool;

import org.jspecify.annotations.NullMarked;
