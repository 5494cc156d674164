package dev.noc.probe.assignment;

import dev.noc.protocol.Assignment;
import java.util.List;

/**
 * Published when there is something else to watch than before, and once at the start.
 *
 * @param targets those that are enabled, in the order of their ids
 * @param source who told us
 */
public record AssignmentsChanged(List<Assignment> targets, AssignmentSource source) {}
