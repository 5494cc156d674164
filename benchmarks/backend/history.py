"""How long a year of one target takes over HTTP, with a thousand targets in the database."""

import contextlib
import os
import random
import sqlite3
import time

import past
from services import WORK, backend, database, targets

TARGETS = 1_000
DAYS = 365
HOUR = 3_600_000
SCALES = {"try": (20, 20, 50), "quick": (TARGETS, 300, 1_000), "full": (TARGETS, 500, 5_000)}


def measure(scale, report):
    """One target's day is reported and rolled up; the roll-ups of that day are then copied to every day and every target."""
    count, warm_up, requests = SCALES[scale]
    folder = f"{WORK}/history"
    keep = {"RETENTION_RAW": "14d", "TARGETS_FILE": targets(folder, count)}
    midnight = int(time.time()) // past.DAY * past.DAY
    with backend(folder, **keep):
        past.report("t0", past.rounds(1, midnight - past.DAY, past.DAY + 120))
        past.await_rollups(folder, midnight)
    rows = copy(database(folder), count, midnight * 1000)
    dice = random.Random(7)
    end = past.instant(midnight)
    ranges = {"a year": (DAYS, 1000), "30 days": (30, 500), "7 days": (7, 500)}
    found = {}
    with backend(folder, **keep):
        for name, (days, points) in ranges.items():
            start = past.instant(midnight - days * past.DAY)

            def path(_, start=start, points=points):
                return f"/api/v1/targets/t{dice.randrange(count)}/history?from={start}&to={end}&points={points}"

            past.ask(path, warm_up)
            millis, answer = past.ask(path, requests)
            if None in answer["medianMillis"]:
                raise AssertionError(f"There are gaps in {name}")
            found[name] = [f"{past.at(millis, part):.1f}" for part in (0.5, 0.99, 1)] + [len(answer["start"]), answer["resolution"]]
            if name == "a year":
                report.bar("history of 365 days, 1 target of 1,000, p99 over HTTP, ms", past.at(millis, 0.99), 30)
    report.table(
        [f"history of one of {count:,} targets, ms", "p50", "p99", "max", "buckets", "from"],
        [[name, *figures] for name, figures in found.items()],
    )
    report.note(
        f"{requests} requests each, one after the other, of targets in any order; {rows:,} roll-ups in a file of "
        f"{os.path.getsize(database(folder)) / 2**20:,.0f} MiB: ten minutes of the last week, and hours, six hours and days of the year."
    )


def copy(file, count, midnight):
    with contextlib.closing(sqlite3.connect(file)) as noc:
        noc.execute("pragma synchronous = off")
        series = noc.execute("select id from series").fetchone()[0]
        noc.executemany("insert or ignore into series (target_id, probe) values (?, 'office')", [(f"t{n}",) for n in range(count)])
        columns = "rounds, unmeasured, sent, received, late, duplicates, min_micros, sum_micros, max_micros, latencies"
        noc.execute(
            f"create temp table day as select width, start, {columns} from rollup where series_id = ? and start < ? and width >= ?",
            (series, midnight, HOUR / 6),
        )
        noc.execute("delete from rollup where series_id = ?", (series,))
        noc.execute("create temp table back as with recursive b (days) as (select 0 union all select days + 1 from b where days < 364) select * from b")
        noc.execute(
            f"""
            insert into rollup (series_id, width, start, {columns})
            select s.id, d.width, d.start - b.days * 86400000, {columns}
            from series s cross join (select distinct width from day) w cross join (select * from back order by days desc) b cross join day d
            where d.width = w.width and (d.width >= ? or b.days < 7)
            """,
            (HOUR,),
        )
        noc.execute("insert or replace into rollup_progress (series_id, built) select id, ? from series", (midnight,))
        noc.execute("delete from round")
        noc.commit()
        return noc.execute("select count(*) from rollup").fetchone()[0]
