"""Gathers numbers and prints them as tables."""

import os
import statistics
import sys

TOOLS = {
    "noc": "noc",
    "noc60": "noc, bursts of 60",
    "C": "C loop",
    "fping": "fping",
    "smokeping": "smokeping_prober",
    "ping": "ping",
}


class Cells:
    """The numbers of one row: for each tool the median of what was measured, or the sum."""

    def __init__(self, kind="median"):
        self._kind = kind
        self._values = {}
        self._words = {}

    def add(self, tool, value):
        self._values.setdefault(tool, []).append(value)

    def put(self, tool, words):
        self._words[tool] = words

    def value(self, tool):
        return sum(self._values.get(tool, []))

    def median(self, tool):
        return statistics.median(self._values[tool])

    def ratios(self, tool, other):
        """Of each repetition: the machine's own speed changes from one to the next."""
        return [left / right for left, right in zip(self._values[tool], self._values[other])]

    def ratio(self, tool, other):
        return statistics.median(self.ratios(tool, other))

    def text(self, tool, digits):
        if tool in self._words:
            return self._words[tool]
        values = self._values.get(tool)
        if values is None:
            return ""
        if self._kind == "sum":
            return f"{sum(values):,.{digits}f}"
        spread = f" ({min(values):,.{digits}f}–{max(values):,.{digits}f})" if len(values) > 1 else ""
        return f"{statistics.median(values):,.{digits}f}{spread}"


class Report:
    def __init__(self):
        self._rows = []
        self._bars = []
        self._notes = []
        self._loads = []

    def interleave(self, repetitions, turns):
        """Runs all turns so often, beginning with another one each time, so that a disturbance hits all alike."""
        for repetition in range(repetitions):
            shift = repetition % len(turns)
            for turn in turns[shift:] + turns[:shift]:
                turn()

    def section(self, title):
        load = os.getloadavg()[0]
        self._loads.append(f"{title} {load:.2f}")
        print(f"{title} (load {load:.2f}) ...", file=sys.stderr, flush=True)

    def row(self, name, cells, digits=2):
        self._rows.append([name] + [cells.text(tool, digits) for tool in TOOLS])

    def bar(self, name, value, bar, at_least=False):
        reached = value >= bar if at_least else value <= bar
        sign = "≥" if at_least else "≤"
        self._bars.append([name, f"{sign} {bar:,g}", f"{value:,.4g}" if value < 1000 else f"{value:,.0f}", "yes" if reached else "**no**"])

    def note(self, text):
        self._notes.append(f"- {text}")

    def markdown(self):
        used = [i for i in range(len(TOOLS) + 1) if any(row[i] for row in self._rows)]
        head = ["median (lowest–highest)"] + list(TOOLS.values())
        parts = [table([head[i] for i in used], [[row[i] for i in used] for row in self._rows])]
        if self._notes:
            parts.append("\n".join(self._notes))
        if self._bars:
            parts.append(table(["bar", "wanted", "found", "reached"], self._bars))
        parts.append("Load average before each part: " + ", ".join(self._loads) + ".")
        return "\n\n".join(parts)


def table(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
