@NullMarked
package dev.noc.backend.question;

import org.jspecify.annotations.NullMarked;
