@NullMarked
package dev.noc.icmp.linux;

import org.jspecify.annotations.NullMarked;
