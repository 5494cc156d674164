/**
 * What the Linux kernel offers for echo requests: calls, sockets, their messages as bytes, and clocks. Knows nothing of
 * targets, time-outs or results.
 */
@NullMarked
package dev.noc.icmp.linux;

import org.jspecify.annotations.NullMarked;
