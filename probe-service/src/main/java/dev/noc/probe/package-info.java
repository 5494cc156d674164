/** The probe: measures what it is told to watch and reports it. One package a feature. */
@NullMarked
package dev.noc.probe;

import org.jspecify.annotations.NullMarked;
