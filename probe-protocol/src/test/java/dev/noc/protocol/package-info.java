@NullMarked
package dev.noc.protocol;

import org.jspecify.annotations.NullMarked;
