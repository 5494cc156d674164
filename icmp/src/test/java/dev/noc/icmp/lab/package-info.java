/** Network namespaces of our own, and hosts in them that answer as a test wants. No packet leaves the machine. */
@NullMarked
package dev.noc.icmp.lab;

import org.jspecify.annotations.NullMarked;
