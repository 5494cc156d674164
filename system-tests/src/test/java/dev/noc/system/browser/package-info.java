/** A real Chromium, and what a visit to the page left in it. */
@NullMarked
package dev.noc.system.browser;

import org.jspecify.annotations.NullMarked;
