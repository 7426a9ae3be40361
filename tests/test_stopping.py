"""A run that is stopped ends soon, leaves no process behind, and what it loaded is whole."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from own_packets import AGENDA, BILAG, write

from ingest.engines.isolation import GROUP
from ingest.warehouse.checks import check
from ingest.warehouse.diff import diff
from ingest.warehouse.store import Warehouse
from schemas.errors import ExitCode

BILAG_COMMAND = str(Path(sys.executable).parent / "bilag")
PATIENCE = 60.0

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither sessions nor these signals")


@pytest.fixture(scope="module")
def packets(tmp_path_factory):
    """Small documents that fill a group and are loaded at once, and two that take long, so that every stop finds a
    run at work."""
    folder = tmp_path_factory.mktemp("packets")
    long = "\n".join(f"{AGENDA}\nUdgave {number}\n" for number in range(800))
    write(folder, y=long, z=long + "Sidste\n", **{f"a{n:02}": f"{BILAG}\nUdgave {n}\n" for n in range(GROUP)})
    return folder


@pytest.fixture(scope="module")
def whole(packets):
    db = packets / "whole.duckdb"
    subprocess.run([BILAG_COMMAND, "ingest", str(packets), "--db", str(db)], check=True, capture_output=True)
    return db


def session(leader):
    """The living processes of a session."""
    listed = subprocess.run(["ps", "-A", "-o", "pid=,sess=,stat="], capture_output=True, text=True, check=True)
    rows = [line.split() for line in listed.stdout.splitlines()]
    return [int(pid) for pid, group, state in rows if int(group) == leader and not state.startswith("Z")]


def stop(packets, db, jobs, number, alone):
    """The end of an ingest that is sent a signal when its first documents are loaded, and its processes left."""
    process = subprocess.Popen(
        [BILAG_COMMAND, "ingest", str(packets), "--db", str(db), "--jobs", str(jobs)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # background jobs are started deaf to it
    )
    assert process.stderr is not None
    while "loaded" not in process.stderr.readline():
        assert process.poll() is None
    (process.send_signal if alone else lambda n: os.killpg(process.pid, n))(number)
    _, told = process.communicate(timeout=PATIENCE)
    waited = time.monotonic() + PATIENCE
    while (left := session(process.pid)) and time.monotonic() < waited:
        time.sleep(0.05)
    return process.returncode, told, left


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    ("number", "alone", "code"),
    [
        (signal.SIGINT, True, ExitCode.INTERRUPTED),
        (signal.SIGINT, False, ExitCode.INTERRUPTED),
        (signal.SIGTERM, True, ExitCode.TERMINATED),
        (signal.SIGTERM, False, ExitCode.TERMINATED),
        (signal.SIGKILL, True, -signal.SIGKILL),
    ],
)
def test_a_stopped_run_ends_whole_and_the_next_one_goes_on(packets, whole, tmp_path, jobs, number, alone, code):
    db = tmp_path / "w.duckdb"
    ended, told, left = stop(packets, db, jobs, number, alone)
    assert (ended, left) == (code, [])
    assert "Traceback" not in told
    if number != signal.SIGKILL:
        assert "the same command goes on from it" in told
    with Warehouse(db) as warehouse:
        loaded = warehouse.query("SELECT count(*) AS n FROM documents")[0]["n"]
        assert [finding for finding in check(warehouse) if finding.severity == "error"] == []
    assert 0 < loaded < GROUP + 2
    done = subprocess.run(
        [BILAG_COMMAND, "ingest", str(packets), "--db", str(db)], capture_output=True, text=True, check=True
    )
    assert f"{GROUP + 2 - loaded} loaded, {loaded} there already" in done.stdout
    assert diff(whole, db) == []
