"""A real scheduler and two real workers give the local engine's warehouse, also when one of them is killed."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import SAMPLES
from own_packets import AGENDA, BILAG, write

from ingest.engines import cluster
from ingest.warehouse.diff import diff
from ingest.warehouse.lake_views import make_views
from ingest.warehouse.store import Warehouse
from schemas.errors import EngineError
from schemas.relations import RELATIONS, RUN_DOCUMENTS, RUNS

pytest.importorskip("distributed", reason="the extra dask is not installed")

COPIES = 8
BIN = Path(sys.executable).parent


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def dask(folder, *arguments):
    """A command of Dask in a process group of its own; what it says goes to a file."""
    environment = {**os.environ, "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "10"}
    with (folder / "dask.log").open("ab") as log:
        return subprocess.Popen(
            [str(BIN / "dask"), *arguments],
            cwd=folder,
            env=environment,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )


def end(process, how=signal.SIGTERM):
    """Ends a process and all it started."""
    try:
        os.killpg(process.pid, how)
        process.wait(10)
    except ProcessLookupError:
        return
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("scheduler")
    port = free_port()
    process = dask(folder, "scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard")
    yield f"tcp://127.0.0.1:{port}"
    end(process)


@pytest.fixture
def workers(address, tmp_path):
    started = [dask(tmp_path, "worker", address, "--nthreads", "1", "--no-dashboard") for _ in range(2)]
    yield started
    for process in started:
        end(process)


@pytest.fixture
def packets(tmp_path):
    """The samples and some packets of our own, more than a worker has done when the other is killed."""
    folder = tmp_path / "packets"
    folder.mkdir()
    for sample in (*SAMPLES.glob("*.txt"), *SAMPLES.glob("dagsorden*.pdf")):
        shutil.copy(sample, folder)
    for number in range(COPIES):
        write(folder, **{f"a{number:02}": f"{AGENDA}\nUdgave {number}\n", f"b{number:02}": f"{BILAG}\n{number}\n"})
    (folder / "bad.pdf").write_bytes(b"PK\x03\x04 no packet")
    return folder


def bilag(folder, *arguments):
    return subprocess.run([str(BIN / "bilag"), *arguments], cwd=folder, capture_output=True, text=True, timeout=120)


def counts(db):
    with Warehouse(db, read_only=True) as warehouse:
        return {
            relation.name: warehouse.answer(f"SELECT count(*) FROM {relation.name}")[1]
            for relation in RELATIONS
            if relation not in (RUNS, RUN_DOCUMENTS)
        }


def test_a_worker_killed_in_mid_run_changes_nothing(address, workers, packets, tmp_path):
    run = ("ingest", "packets", "--no-ocr", "--db")
    local = bilag(tmp_path, *run, "local.duckdb", "--jobs", "2")
    many = subprocess.Popen(
        [str(BIN / "bilag"), *run, "many.duckdb", "--engine", "dask", "--scheduler", address, "--lake", "lake"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    started = time.monotonic()
    while len(list((tmp_path / "lake").glob("*/*.parquet"))) < 4:
        assert many.poll() is None, many.stdout.read()
        assert time.monotonic() - started < 60
        time.sleep(0.02)
    end(workers[0], signal.SIGKILL)
    assert many.poll() is None, "it was done before a worker was killed: nothing is shown"
    told, _ = many.communicate(timeout=120)
    assert many.returncode == local.returncode == 3, told
    assert diff(tmp_path / "local.duckdb", tmp_path / "many.duckdb") == []
    assert counts(tmp_path / "many.duckdb") == counts(tmp_path / "local.duckdb")

    make_views(tmp_path / "lake", tmp_path / "views.duckdb")
    assert counts(tmp_path / "views.duckdb") == counts(tmp_path / "local.duckdb")


def test_a_scheduler_that_does_not_answer_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr(cluster, "FIRST_WORKER", 0.5)
    with pytest.raises(EngineError, match="No Dask scheduler answers"):
        next(cluster.run([], scheduler=f"tcp://127.0.0.1:{free_port()}", lake=str(tmp_path)))


def test_a_scheduler_without_workers_is_said(address, tmp_path, monkeypatch):
    monkeypatch.setattr(cluster, "FIRST_WORKER", 1.0)
    time.sleep(1.0)
    with pytest.raises(EngineError, match="no workers"):
        next(cluster.run([], scheduler=address, lake=str(tmp_path)))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(("--engine", "dask"), "--scheduler"), (("--scheduler", "tcp://127.0.0.1:1"), "--engine dask")],
)
def test_half_an_order_is_refused(packets, tmp_path, arguments, told):
    done = bilag(tmp_path, "ingest", "packets", *arguments)
    assert done.returncode == 2
    assert told in done.stderr
