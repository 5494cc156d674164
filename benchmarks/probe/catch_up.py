"""How long a probe takes to tell an hour of a thousand targets to a backend that comes back, and how old the present is."""

import datetime
import json
import os
import sqlite3
import time

from services import WORK, address, await_answer, backend, get, probe, series

TARGETS = 1_000
INTERVAL = 10
HOUR = 3_600

SCHEMA = (
    "create table waiting"
    " (id integer primary key autoincrement, time integer not null, result text not null)"
)


def measure():
    data = f"{WORK}/probe-catch-up"
    os.makedirs(data)
    waiting = fill(f"{data}/spool.db", time.time())
    with backend(TARGETS_FILE=targets_file()):
        await_answer("http://127.0.0.1:5001/actuator/health/readiness")
        with probe(PROBE_DATA=data):
            await_answer("http://127.0.0.1:5002/actuator/health/readiness")
            seconds, age = watch(time.monotonic())
        stored = count(f"{WORK}/backend/noc.db", waiting)
    print("| what waited | told after, s | results a second | missing | age of the newest round meanwhile, s |")
    print("| --- | --- | --- | --- | --- |")
    print(f"| {waiting:,} results | {seconds:.1f} | {waiting / seconds:,.0f} | {waiting - stored} | {age:.1f} |")


def fill(file, now):
    """An hour of results, as a probe would have left them; ends a minute ago."""
    with sqlite3.connect(file) as spool:
        spool.execute("pragma auto_vacuum = incremental")
        spool.execute("pragma journal_mode = wal")
        spool.execute(SCHEMA)
        spool.executemany("insert into waiting (time, result) values (?, ?)", results(int(now - HOUR - 60) * 1000))
        return spool.execute("select count(*) from waiting").fetchone()[0]


def results(start):
    for step in range(HOUR // INTERVAL):
        for target in range(TARGETS):
            millis = start + step * INTERVAL * 1000 + target * INTERVAL
            told = {"target": f"t{target}", "time": iso(millis), "rttMillis": [11.913, 12.052, 12.411, 12.003, 11.847]}
            yield millis, json.dumps(told, separators=(",", ":"))


def iso(millis):
    return datetime.datetime.fromtimestamp(millis / 1000, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


def targets_file():
    file = f"{WORK}/targets.yaml"
    with open(file, "w") as targets:
        targets.write("targets:\n")
        for n in range(TARGETS):
            targets.write(f"  - {{name: t{n}, address: {address(n)}, intervalMillis: {INTERVAL * 1000}}}\n")
    os.makedirs(f"{WORK}/backend")
    return file


def watch(start):
    """Returns when nothing waited any more but what is measured now, and the usual age of the newest rounds till then."""
    ages = []
    while True:
        waiting = series(get("http://127.0.0.1:5002/actuator/prometheus"), "noc_spool_results")
        if waiting < 2 * TARGETS / INTERVAL:
            return time.monotonic() - start, sorted(ages)[len(ages) // 2]
        if time.monotonic() - start > 1.5 * INTERVAL:
            ages.append(age_of_the_newest())
        time.sleep(0.5)


def age_of_the_newest():
    """The age of the median target's newest round, in seconds: half the interval where nothing is held up."""
    overview = json.loads(get("http://127.0.0.1:5001/metrics"))
    now = datetime.datetime.fromisoformat(overview["time"])
    ages = sorted(
        (now - datetime.datetime.fromisoformat(target["lastChecked"])).total_seconds()
        for target in overview["targets"]
        if target["lastChecked"]
    )
    return ages[len(ages) // 2]


def count(database, waited):
    """Stored results of those that waited: they alone begin with a sample of 11.913 ms."""
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as noc:
        return noc.execute("select min(?, count(*)) from round where hex(samples) like '93BA01%'", (waited,)).fetchone()[0]
