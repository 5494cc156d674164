@NullMarked
package dev.noc.icmp;

import org.jspecify.annotations.NullMarked;
