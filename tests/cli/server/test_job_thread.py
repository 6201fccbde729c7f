"""Jobs of a service that is killed and ended: every line is done once, and what is left is taken up again."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from urllib.request import Request, urlopen

from tests.cli.server.test_gunicorn_server import READY

LINES, PATIENCE = 30, 60  # seconds


def article(number: int, of: str) -> bytes:
    said = " ".join(f"“Sentence {n} of piece {number} is new,” said Ona Brandt." for n in range(20))
    return json.dumps({"text": said, "url": f"https://{of}.example/{number}"}).encode()


def asked(address: str, key: str, body: bytes | None = None) -> bytes:
    headers = {"Authorization": f"Bearer {key}", "Prefer": "respond-async", "Content-Type": "application/x-ndjson"}
    with urlopen(Request(address, body, headers), timeout=30) as answer:
        return answer.read()


def begun(address: str, key: str, of: str) -> str:
    """The address of a new job of articles."""
    body = b"\n".join(article(number, of) for number in range(LINES))
    return f"{address}/v1/jobs/{json.loads(asked(f'{address}/v1/documents/batch', key, body))['id']}"


def reached(job: str, key: str, done: int) -> dict:
    """The job once so much of it is done."""
    until = time.monotonic() + PATIENCE
    while (found := json.loads(asked(job, key)))["done"] < done or (done == LINES and found["state"] == "running"):
        assert time.monotonic() < until, found
        time.sleep(0.05)
    return found


def processes_of(parent: int) -> list[int]:
    """A process and those that it started."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()
    return [parent, *map(int, children)]


def test_a_job_outlives_kill_9_and_the_servers_end(call: Callable, start: Callable, own_place: Path, monkeypatch):
    def serve() -> tuple:
        with (own_place / "log").open("wb") as log:  # not a pipe, which nobody reads meanwhile
            process = start("serve", "--port", "0", stdout=log)
        return process, READY.search(process.stderr.readline())[1].decode()

    monkeypatch.setenv("QUOTES_DATABASE", f"sqlite:///{own_place}/quotes.db")
    key = call("keys", "add", "jobs", "--scope", "write").out.strip()
    process, address = serve()
    first = begun(address, key, "gazette")
    assert 0 < reached(first, key, 5)["done"] < LINES
    for number in processes_of(process.pid):
        os.kill(number, signal.SIGKILL)
    process.wait()
    with sqlite3.connect(own_place / "quotes.db") as database:
        ((state, done),) = database.execute("SELECT state, done FROM job").fetchall()
    assert state == "running" and 5 <= done < LINES

    process, address = serve()
    ended = reached(f"{address}/v1/jobs/j1", key, LINES)
    results = [json.loads(line) for line in asked(f"{address}/v1/jobs/j1/results", key).splitlines()]
    assert (ended["state"], ended["total"]) == ("done", LINES)
    assert [(one["line"], one["status"], one["outcome"], one["id"]) for one in results] == [
        (number, 201, "new", f"d{number}") for number in range(1, LINES + 1)]

    second = begun(address, key, "courier")
    reached(second, key, 5)
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=PATIENCE) == 0
    log = map(json.loads, (own_place / "log").read_bytes().splitlines())
    told = [(line["message"], line["job"], line["state"]) for line in log if line["logger"] == "quotes.jobs"]
    assert told == [("a job began", "j1", "running"), ("a job ended", "j1", "done"),
                    ("a job began", "j2", "running"), ("a job was left", "j2", "queued")]
    with sqlite3.connect(own_place / "quotes.db") as database:
        ((done, kept),) = database.execute(
            "SELECT done, (SELECT count(*) FROM document) FROM job WHERE id = 2").fetchall()
    assert kept == LINES + done
