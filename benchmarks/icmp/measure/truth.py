"""How far measured round-trip times are from what the responder knows."""

import math


def errors(times, truth, skipped):
    """Microseconds too much, sorted, of each answered ping but the first ones of each host."""
    found = []
    for host, measured in times.items():
        real = truth.get(host, ())
        for nanos, true in list(zip(measured, real))[skipped:]:
            if nanos >= 0 and true >= 0:
                found.append((nanos - true) / 1000)
    return sorted(found, key=abs)


def summary(found):
    """p50, p99, p99.9 and the largest, by size; the sign stays."""
    return [found[min(len(found) - 1, math.ceil(share * len(found)) - 1)] for share in (0.5, 0.99, 0.999, 1)]


def mean_truth(truth):
    real = [nanos for times in truth.values() for nanos in times if nanos >= 0]
    return sum(real) / max(1, len(real))
