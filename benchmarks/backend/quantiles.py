"""How far the quantiles of a long range are from those of all its samples."""

import http.client
import json
import time

import past
from services import WORK, backend, targets
from traffic import address

BUCKET = 365 * past.DAY
SCALES = {"try": 1, "quick": 30, "full": 365}


def measure(scale, report):
    """All rounds lie in one bucket of 365 days, so that one figure stands for all of them."""
    days = SCALES[scale]
    folder = f"{WORK}/quantiles"
    start = int(time.time()) // BUCKET * BUCKET - BUCKET
    samples = []

    def told():
        for at, round_samples in past.rounds(2, start, days * past.DAY):
            samples.extend(each for each in round_samples if each is not None)
            yield at, round_samples

    with backend(folder, TARGETS_FILE=targets(folder, 1), RETENTION_RAW="1200d", RETENTION_MINUTE="1200d"):
        past.report("t0", told())
        past.await_rollups(folder, start + days * past.DAY)
        connection = http.client.HTTPConnection(*address())
        connection.request(
            "GET", f"/api/v1/targets/t0/history?points=1&from={past.instant(start)}&to={past.instant(start + BUCKET)}"
        )
        answer = json.loads(connection.getresponse().read())
    samples.sort()
    if answer["sent"] != [days * past.DAY // past.INTERVAL * past.SAMPLES]:
        raise AssertionError(f"sent is {answer['sent']}")
    rows, worst = [], 0
    for name, part in (("medianMillis", 0.5), ("p95Millis", 0.95), ("p99Millis", 0.99)):
        exact = samples[int(part * (len(samples) - 1))] / 1000
        off = abs(answer[name][0] / exact - 1) * 100
        worst = max(worst, off)
        rows.append([name, exact, answer[name][0], f"{off:.3f}"])
    report.table([f"quantiles of {days} days, {len(samples):,} samples", "exact, ms", "noc, ms", "off by, %"], rows)
    report.bar("quantiles of a 1-year range against the exact ones, %", worst, 1)
