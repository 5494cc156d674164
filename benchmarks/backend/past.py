"""Rounds of days that are over: made, reported, and waited for until they are rolled up."""

import contextlib
import datetime
import http.client
import json
import random
import sqlite3
import time

from services import TOKEN, database
from traffic import address

DAY = 86_400
INTERVAL = 10
SAMPLES = 5
BATCH = 1_000


def rounds(seed, start, seconds):
    """Yields the time of each round and its samples: microseconds, None for a loss. A latency with a long tail that
    differs from hour to hour."""
    dice = random.Random(seed)
    for at in range(start, start + seconds, INTERVAL):
        usual = 9_000 + 3_000 * (at // 3_600 % 24 > 16)
        yield at, [
            None if dice.random() < 0.01 else int(usual + 300 * dice.random() + dice.expovariate(1 / 800)) for _ in range(SAMPLES)
        ]


def report(target, all_rounds):
    """Reports rounds a thousand at a time."""
    connection = http.client.HTTPConnection(*address())
    headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
    batch = []
    for at, samples in all_rounds:
        begun = datetime.datetime.fromtimestamp(at, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")
        batch.append({"target": target, "time": begun, "rttMillis": [None if each is None else each / 1000 for each in samples]})
        if len(batch) == BATCH:
            post(connection, headers, batch)
            batch = []
    if batch:
        post(connection, headers, batch)


def post(connection, headers, batch):
    connection.request("POST", "/metrics", json.dumps({"probe": "office", "results": batch}), headers)
    answer = connection.getresponse()
    told = json.loads(answer.read())
    if answer.status != 202 or told["accepted"] != len(batch):
        raise AssertionError(f"{answer.status} {told}")


def await_rollups(folder, end, minutes=60):
    """Returns once every series is rolled up to a time, and nothing waits for being repaired."""
    give_up = time.monotonic() + minutes * 60
    while time.monotonic() < give_up:
        with contextlib.closing(sqlite3.connect(f"file:{database(folder)}?mode=ro", uri=True)) as noc:
            built, due = noc.execute("select (select min(built) from rollup_progress), (select count(*) from rollup_due)").fetchone()
        if built and built >= end * 1000 and not due:
            return
        time.sleep(1)
    raise TimeoutError(f"The rounds are not rolled up after {minutes} minutes.")


def instant(at):
    return datetime.datetime.fromtimestamp(at, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def ask(path, count):
    """Asks so many times over one connection. Path is a function of the number. Returns milliseconds in order, and the last answer."""
    connection = http.client.HTTPConnection(*address())
    millis, body = [], b""
    for number in range(count):
        began = time.perf_counter()
        connection.request("GET", path(number))
        answer = connection.getresponse()
        body = answer.read()
        millis.append((time.perf_counter() - began) * 1000)
        if answer.status != 200:
            raise AssertionError(f"{answer.status} {body[:500]}")
    return sorted(millis), json.loads(body)


def at(values, part):
    """A quantile of sorted values: one that is among them."""
    return values[min(len(values) - 1, int(len(values) * part))]
