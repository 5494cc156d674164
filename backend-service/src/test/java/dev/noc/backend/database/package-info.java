@NullMarked
package dev.noc.backend.database;

import org.jspecify.annotations.NullMarked;
