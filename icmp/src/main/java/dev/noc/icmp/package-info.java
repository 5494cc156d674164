/**
 * Echo requests to an address, and what became of each. {@link dev.noc.icmp.Pinger} is the way in; a loss, an error of
 * the target's side and a failure of our own are three different things here.
 */
@NullMarked
package dev.noc.icmp;

import org.jspecify.annotations.NullMarked;
