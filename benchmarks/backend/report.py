"""Gathers what the parts find and prints it."""

import os
import sys


class Report:
    def __init__(self):
        self._tables = []
        self._bars = []
        self._notes = []
        self._loads = []

    def begin(self, part):
        load = os.getloadavg()[0]
        self._loads.append(f"{part} {load:.2f}")
        print(f"{part} (load {load:.2f}) ...", file=sys.stderr, flush=True)

    def table(self, head, rows):
        """Adds a table; cells are text or numbers."""
        self._tables.append(table(head, [[words(cell) for cell in row] for row in rows]))

    def bar(self, name, value, bar, at_least=False):
        """Adds what was found beside what is wanted."""
        reached = value >= bar if at_least else value <= bar
        self._bars.append([name, f"{'≥' if at_least else '≤'} {bar:,g}", words(value), "yes" if reached else "**no**"])

    def note(self, text):
        self._notes.append(f"- {text}")

    def markdown(self):
        parts = list(self._tables)
        if self._notes:
            parts.append("\n".join(self._notes))
        if self._bars:
            parts.append(table(["bar", "wanted", "found", "reached"], self._bars))
        parts.append("Load average before each part: " + ", ".join(self._loads) + ".")
        return "\n\n".join(parts)


def words(cell):
    if isinstance(cell, str):
        return cell
    return f"{cell:,}" if isinstance(cell, int) else f"{cell:,.4g}" if abs(cell) < 1000 else f"{cell:,.0f}"


def table(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
