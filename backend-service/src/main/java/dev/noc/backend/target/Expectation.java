package dev.noc.backend.target;

import java.time.Duration;

/**
 * What the rounds of a target are judged by.
 *
 * @param interval time between the starts of two rounds
 */
public record Expectation(Duration interval, Thresholds thresholds) {}
