"""What a backend has to do with every day: results that come in evenly, and clients of the live stream."""

import datetime
import http.client
import json
import selectors
import socket
import threading
import time
import urllib.parse

from services import TOKEN, URL

BATCH = 100


def address():
    url = urllib.parse.urlsplit(URL)
    return url.hostname, url.port


class Results:
    """Reports so many results a second, of t0, t1, ... in turns, until the block ends. Fails if one was not stored."""

    def __init__(self, targets, per_second):
        self._targets = targets
        self._pause = BATCH / per_second
        self._stop = threading.Event()
        self._failure = None
        self._thread = threading.Thread(target=self._run)
        self.sent = 0
        self.late = 0.0

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._stop.set()
        self._thread.join()
        if self._failure:
            raise self._failure

    def _run(self):
        try:
            self._report()
        except Exception as failure:  # told by whoever ends the block
            self._failure = failure

    def _report(self):
        connection = http.client.HTTPConnection(*address())
        headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
        due = time.time()
        while not self._stop.wait(max(0.0, due - time.time())):
            self.late = max(self.late, time.time() - due)
            connection.request("POST", "/metrics", self._next(due), headers)
            answer = connection.getresponse()
            told = json.loads(answer.read())
            if answer.status != 202 or told["accepted"] != BATCH:
                raise AssertionError(f"{answer.status} {told}")
            self.sent += BATCH
            due += self._pause

    def _next(self, due):
        time_of_all = datetime.datetime.fromtimestamp(due, datetime.timezone.utc).isoformat(timespec="milliseconds")
        begun = time_of_all.replace("+00:00", "Z")
        results = [
            {"target": f"t{(self.sent + n) % self._targets}", "time": begun, "rttMillis": [11.9 + n / 100, 12.0, 12.41, 12.0, 11.803]}
            for n in range(BATCH)
        ]
        return json.dumps({"probe": "office", "results": results})


class StreamClients:
    """Reads the live stream with so many connections, from one thread, until the block ends. Fails if one was cut off."""

    def __init__(self, count):
        self._selector = selectors.DefaultSelector()
        self._sockets = [self._connect() for _ in range(count)]
        self._open = True
        self._thread = threading.Thread(target=self._run)
        self.bytes = 0
        self.ended = 0

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._open = False
        self._thread.join()
        for each in self._sockets:
            each.close()
        if self.ended:
            raise AssertionError(f"{self.ended} of {len(self._sockets)} clients were cut off")

    def _connect(self):
        connection = socket.create_connection(address())
        connection.sendall(b"GET /api/v1/stream HTTP/1.1\r\nHost: noc\r\nAccept: text/event-stream\r\n\r\n")
        self._selector.register(connection, selectors.EVENT_READ)
        return connection

    def _run(self):
        while self._open:
            for key, _ in self._selector.select(0.2):
                read = len(key.fileobj.recv(65_536))
                self.bytes += read
                if not read:
                    self.ended += 1
                    self._selector.unregister(key.fileobj)
