@NullMarked
package dev.noc.probe;

import org.jspecify.annotations.NullMarked;
