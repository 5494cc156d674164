@NullMarked
package dev.noc.icmp.engine;

import org.jspecify.annotations.NullMarked;
