/** The backend: takes results in, keeps them, concludes from them and shows what it knows. One package a feature. */
@NullMarked
package dev.noc.backend;

import org.jspecify.annotations.NullMarked;
