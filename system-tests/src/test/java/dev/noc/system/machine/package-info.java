/** The machine that the tests run on: its programs, network namespaces, containers, and what it may lack. */
@NullMarked
package dev.noc.system.machine;

import org.jspecify.annotations.NullMarked;
