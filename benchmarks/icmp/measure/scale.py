"""How much is measured: a quick look, or what the README shows."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Scale:
    repetitions: int
    saturated_rounds: int  # of 1,000 pings each, for noc and the C loop
    fping_runs: int  # of 60,000 pings each
    rounds: int  # of 10 s with 10,000 targets; as many again warm up, 2 at most
    seconds: int  # of each measurement of round-trip times


QUICK = Scale(repetitions=2, saturated_rounds=900, fping_runs=3, rounds=1, seconds=8)
FULL = Scale(repetitions=5, saturated_rounds=1100, fping_runs=10, rounds=2, seconds=15)
