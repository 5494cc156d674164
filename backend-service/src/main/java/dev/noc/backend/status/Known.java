package dev.noc.backend.status;

import dev.noc.backend.result.Round;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a series.
 *
 * @param round the newest round; null when it is no longer kept
 */
record Known(Standing standing, @Nullable Round round) {}
