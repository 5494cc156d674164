package dev.noc.backend.target;

import java.util.Map;

/**
 * A number that Prometheus is shown of what a check found out besides.
 *
 * @param series its name, which begins with {@code noc_} and ends with its unit
 * @param labels beside {@code target} and {@code probe}
 */
public record CheckGauge(String series, String help, Map<String, String> labels, double value) {}
