@NullMarked
package dev.noc.probe.report;

import org.jspecify.annotations.NullMarked;
