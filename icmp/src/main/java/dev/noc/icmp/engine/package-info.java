/** One thread that sends echo requests on time, keeps them in mind, and tells what became of each. */
@NullMarked
package dev.noc.icmp.engine;

import org.jspecify.annotations.NullMarked;
