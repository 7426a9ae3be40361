"""Ctrl-C and SIGTERM wait until what must not be broken off is over."""

import os
import signal
import subprocess
import sys
import threading
import time
from datetime import datetime
from pathlib import Path

import pytest
from own_packets import AGENDA

from ingest.pipeline import process_bytes
from ingest.signals import held
from ingest.sources import Source
from ingest.warehouse.store import Warehouse
from schemas.errors import ExitCode
from schemas.records import RunDocument

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")


class Asked(KeyboardInterrupt):
    """The process was asked to end."""


@pytest.fixture(params=[signal.SIGINT, signal.SIGTERM], ids=lambda number: number.name)
def number(request):
    """A signal whose handler raises."""

    def stop(*_):
        raise Asked

    before = signal.signal(request.param, stop)
    yield request.param
    signal.signal(request.param, before)


def asked(number, done):
    """A signal within the block, and what comes after it."""
    with held():
        os.kill(os.getpid(), number)
        done.append("all of it")


def test_a_signal_is_heard_when_the_block_is_over(number):
    done = []
    with pytest.raises(Asked):
        asked(number, done)
    assert done == ["all of it"]


def test_blocks_within_blocks_wait_for_the_outermost(number):
    done = []

    def nested():
        with held():
            asked(number, done)
            done.append("and more")

    with pytest.raises(Asked):
        nested()
    assert done == ["all of it", "and more"]


def test_a_signal_is_heard_when_the_block_fails(number):
    def fail():
        with held():
            os.kill(os.getpid(), number)
            raise ValueError("the trouble itself")

    with pytest.raises(Asked) as caught:
        fail()
    assert isinstance(caught.value.__context__, ValueError)


def test_handlers_are_back_behind_the_block(number):
    handler = signal.getsignal(number)
    with held():
        assert signal.getsignal(number) is not handler
    assert signal.getsignal(number) is handler

    done = []

    def work():
        with held():
            done.append("all of it")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == ["all of it"]


def test_signals_without_a_handler_do_what_they_do():
    code = (
        "import os, signal\nfrom ingest.signals import held\nwith held():\n    os.kill(os.getpid(), signal.SIGTERM)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == -signal.SIGTERM


def test_documents_are_loaded_whole_whenever_the_signal_comes(number, tmp_path):
    done = process_bytes((AGENDA * 40).encode(), Source("a.txt"))
    outcome = RunDocument(run_id="1", path="a.txt", document_id=done.document_id, status="loaded")
    with Warehouse(tmp_path / "w.duckdb") as warehouse:
        started = time.perf_counter()
        warehouse.load([(done, outcome)], datetime(2026, 1, 1))
        takes = time.perf_counter() - started
        rows = warehouse.query("SELECT count(*) AS n FROM passages")[0]["n"]

        def load(seconds):
            timer = threading.Timer(seconds, os.kill, (os.getpid(), number))
            timer.start()
            warehouse.load([(done, outcome)], datetime(2026, 1, 1))
            timer.join()
            time.sleep(10)  # is broken off

        for step in range(20):
            with pytest.raises(Asked):
                load(takes * step / 20)
            assert warehouse.query("SELECT count(*) AS n FROM passages")[0]["n"] == rows


def _has_open(pid, path):
    """True where a process has a file open."""
    return any(entry.resolve() == path for entry in Path(f"/proc/{pid}/fd").iterdir())


def _cpu_seconds(pid):
    """The CPU time of a process, in seconds."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="only Linux tells which files are open")
def test_ctrl_c_ends_a_query_in_one_line(tmp_path):
    Warehouse(tmp_path / "w.duckdb").__exit__(None, None, None)
    command = [str(Path(sys.executable).parent / "bilag"), "query", "--db", str(tmp_path / "w.duckdb")]
    process = subprocess.Popen(
        [*command, "SELECT count(*) FROM range(1000000000000) WHERE sin(range) > 2"],
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # background jobs are started deaf to it
    )
    while not _has_open(process.pid, tmp_path / "w.duckdb"):
        time.sleep(0.05)
    opened = _cpu_seconds(process.pid)
    while _cpu_seconds(process.pid) < opened + 1.0:  # once it is open it is asked, however busy the machine is
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    assert (process.communicate(timeout=60)[1], process.returncode) == ("bilag: stopped\n", ExitCode.INTERRUPTED)
