#!/usr/bin/env python3
"""Fail if a test was skipped, or if the system tests left no report: a check that did not run proves nothing."""

import sys
import xml.etree.ElementTree as xml
from pathlib import Path

ROOT = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent)


def read_cases():
    """Every test case of every report, with the module that it belongs to."""
    for kind in ("surefire", "failsafe"):
        for report in sorted(ROOT.glob(f"*/target/{kind}-reports/TEST-*.xml")):
            module = report.relative_to(ROOT).parts[0]
            for case in xml.parse(report).getroot().iter("testcase"):
                yield module, case


def describe(module, case):
    skipped = case.find("skipped")
    reason = skipped.get("message") or (skipped.text or "").strip() or "no reason given"
    return f"  {module}: {case.get('classname')}.{case.get('name')}: {reason}"


def main():
    cases = list(read_cases())
    skipped = [describe(module, case) for module, case in cases if case.find("skipped") is not None]
    if skipped:
        sys.exit("error: These tests were skipped:\n" + "\n".join(skipped) + "\n       Give them what they ask for.")
    if not any(module == "system-tests" for module, _ in cases):
        sys.exit("error: The system tests left no report.\n       See why Maven did not run them.")
    print(f"{len(cases)} tests ran, none was skipped.")


main()
