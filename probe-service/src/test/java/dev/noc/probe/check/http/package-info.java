@NullMarked
package dev.noc.probe.check.http;

import org.jspecify.annotations.NullMarked;
