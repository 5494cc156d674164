"""The same rounds as Uptime Kuma keeps them: bytes on the disk, and the time of a chart of 30 days.

Its tables and indexes are those of version 2.0 (db/knex_init_db.js and db/knex_migrations of louislam/uptime-kuma): a
row a heartbeat, and averages of minutes (kept for a day), hours and days.
"""

import contextlib
import os
import sqlite3
import statistics
import time

import past
from services import WORK, backend, database, targets

SCALES = {"try": (1, 2, 20), "quick": (5, 30, 200), "full": (100, 30, 500)}

SCHEMA = """
create table heartbeat (
    id integer primary key autoincrement not null, important boolean not null default 0,
    monitor_id integer not null, status smallint not null, msg text, time datetime not null, ping integer,
    duration integer not null default 0, down_count integer not null default 0, end_time datetime, retries integer not null default 0);
create index important on heartbeat (important);
create index monitor_id on heartbeat (monitor_id);
create index monitor_time_index on heartbeat (monitor_id, time);
create index monitor_important_time_index on heartbeat (monitor_id, important, time);
"""

STATISTICS = """
create table {0} (
    id integer primary key autoincrement not null, monitor_id integer not null, timestamp integer not null, ping float not null,
    up smallint not null, down smallint not null, ping_min float not null default 0, ping_max float not null default 0, extras text);
create unique index {0}_monitor_timestamp on {0} (monitor_id, timestamp);
create index {0}_timestamp on {0} (timestamp);
"""


def measure(scale, report):
    count, days, requests = SCALES[scale]
    folder = f"{WORK}/kuma"
    end = int(time.time()) // past.DAY * past.DAY
    start = end - days * past.DAY
    with backend(folder, TARGETS_FILE=targets(folder, count), RETENTION_RAW="31d"):
        for n in range(count):
            past.report(f"t{n}", past.rounds(n, start, end - start))
        past.await_rollups(folder, end)
        span = f"from={past.instant(start)}&to={past.instant(end)}"
        millis, answer = past.ask(lambda number: f"/api/v1/targets/t{number % count}/history?points=500&{span}", requests)
        if None in answer["p99Millis"]:
            raise AssertionError("There are gaps")
    noc = size(database(folder))
    of_rounds, of_rollups = (table_size(database(folder), table) for table in ("round", "rollup"))
    kuma_file = f"{folder}/kuma.db"
    fill(kuma_file, count, start, end)
    rollups = chart(
        database(folder),
        count,
        requests,
        "select start, received, sent, sum_micros, min_micros, max_micros from rollup where width = 3600000 and start >= ?2 * 1000"
        " and series_id = (select id from series where target_id = 't' || ?1) order by start",
        start,
    )
    averages = chart(kuma_file, count, requests, "select * from stat_hourly where monitor_id = ? and timestamp >= ? order by timestamp", start)
    beats = chart(
        kuma_file,
        count,
        max(3, requests // 50),
        "select * from heartbeat where monitor_id = ? and time >= datetime(?, 'unixepoch') order by time",
        start,
    )
    kuma = size(kuma_file)
    beats_kept = count * (end - start) // past.INTERVAL
    report.table(
        [f"{count} targets, {days} days, every 10 s", "noc", "in Uptime Kuma's way"],
        [
            ["pings kept", beats_kept * past.SAMPLES, beats_kept],
            ["bytes on the disk", noc, kuma],
            ["of these, rounds, each", of_rounds / beats_kept, ""],
            ["of these, roll-ups, a target and day", of_rollups / count / days, ""],
            ["bytes a round or heartbeat, all in", noc / beats_kept, kuma / beats_kept],
            ["reading the hours of these days: mean, least, most, SQL alone, ms (median)", f"{rollups:.2f}", f"{averages:.2f}"],
            ["a chart of these days with percentiles, ms (median)", f"{statistics.median(millis):.1f} (over HTTP)", f"{beats:.0f} (every heartbeat, SQL alone)"],
        ],
    )
    report.note("noc keeps five samples a round, Uptime Kuma one ping a heartbeat: its averages hold neither loss within a round nor percentiles.")
    report.bar("bytes on the disk, noc ÷ Uptime Kuma's way", noc / kuma, 1)


def size(file):
    with contextlib.closing(sqlite3.connect(file)) as data:
        data.execute("pragma wal_checkpoint(truncate)")
    return os.path.getsize(file)


def table_size(file, table):
    with contextlib.closing(sqlite3.connect(file)) as data:
        return data.execute("select sum(pgsize) from dbstat where name = ?", (table,)).fetchone()[0]


def fill(file, count, start, end):
    with contextlib.closing(sqlite3.connect(file)) as kuma:
        kuma.executescript("pragma journal_mode = wal; pragma synchronous = off;" + SCHEMA)
        for table in ("stat_minutely", "stat_hourly", "stat_daily"):
            kuma.executescript(STATISTICS.format(table))
        for monitor in range(count):
            kuma.executemany(
                "insert into heartbeat (important, monitor_id, status, msg, time, ping, duration, end_time) values (0, ?, ?, ?, ?, ?, 10, ?)",
                heartbeats(monitor, start, end),
            )
            for table, width, kept in (("stat_minutely", 60, past.DAY), ("stat_hourly", 3_600, 30 * past.DAY), ("stat_daily", past.DAY, end)):
                kuma.execute(
                    f"""
                    insert into {table} (monitor_id, timestamp, ping, up, down, ping_min, ping_max)
                    select monitor_id, unixepoch(time) / {width} * {width} stamp, coalesce(avg(ping), 0), sum(status), sum(1 - status),
                        coalesce(min(ping), 0), coalesce(max(ping), 0)
                    from heartbeat where monitor_id = ? and time >= datetime(?, 'unixepoch') group by stamp
                    """,
                    (monitor, max(start, end - kept)),
                )
            kuma.commit()


def heartbeats(monitor, start, end):
    for at, samples in past.rounds(monitor, start, end - start):
        ping, stamp = samples[0], past.instant(at).replace("T", " ").replace("Z", ".000")
        yield monitor, int(ping is not None), "" if ping else "Request timed out", stamp, ping and round(ping / 1000), stamp


def chart(file, count, requests, sql, start):
    """Returns the median time of reading what a chart is drawn from, in milliseconds."""
    millis = []
    with contextlib.closing(sqlite3.connect(file)) as kuma:
        for number in range(requests):
            began = time.perf_counter()
            rows = kuma.execute(sql, (number % count, start)).fetchall()
            millis.append((time.perf_counter() - began) * 1000)
            if not rows:
                raise AssertionError("The chart is empty")
    return statistics.median(millis)
