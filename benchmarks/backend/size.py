"""How many bytes a round takes on the disk."""

import os
import sqlite3

from ingest import BATCH, DAY_MILLIS, send
from services import WORK, backend, database, targets

SCALES = {"try": 40, "quick": 2_000, "full": 10_000}
TARGETS = 1_000


def measure(scale, report):
    folder = f"{WORK}/size"
    batches = SCALES[scale]
    with backend(folder, TARGETS_FILE=targets(folder, TARGETS, DAY_MILLIS)):
        send(batches, probes=1, count=TARGETS)
    file = database(folder)
    with sqlite3.connect(file) as noc:
        noc.execute("pragma wal_checkpoint(truncate)")
        rounds = noc.execute("select count(*) from round").fetchone()[0]
        tables = noc.execute("select name, sum(pgsize) size from dbstat group by name order by size desc limit 6").fetchall()
    if rounds != batches * BATCH:
        raise AssertionError(f"{rounds} rounds are stored of {batches * BATCH}")
    raw = sum(size for name, size in tables if name == "round")
    report.table(
        [f"on disk, {rounds:,} rounds of {TARGETS} targets, 5 samples each", "bytes", "a round"],
        [[f"`{name}`", size, size / rounds] for name, size in tables]
        + [["the whole file", os.path.getsize(file), os.path.getsize(file) / rounds]],
    )
    report.bar("bytes on disk a round (raw, all indexes)", raw / rounds, 60)
