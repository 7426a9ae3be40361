"""A document that takes too long, too much or its worker's life is refused; the others never notice."""

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time

from own_packets import AGENDA, BILAG, write

from ingest.engines import Limits, run, run_in_groups
from ingest.engines.isolation import Isolated
from ingest.pipeline import process
from ingest.sources import Source


def sources(paths):
    return [Source(str(path)) for path in paths]


def test_outcomes_come_in_the_order_of_the_sources(tmp_path):
    paths = write(tmp_path, **{f"p{n:02}": f"{AGENDA}\nUdgave {n}\n" for n in range(12)})
    outcomes = list(run(sources(paths), jobs=3))
    assert [outcome.path for outcome in outcomes] == [str(path) for path in paths]
    assert {outcome.status for outcome in outcomes} == {"loaded"}


def test_rows_for_loading_come_packed_and_counted(tmp_path):
    (path,) = write(tmp_path, a=f"{AGENDA}\nBilag 7: Findes ikke\n")
    alone = process(Source(str(path)))
    ((packed,),) = run_in_groups(sources([path]))
    assert packed.packed
    assert not packed.rows
    assert packed.counts() == {name: count for name, count in alone.counts().items() if count}
    assert packed.findings() == alone.findings()


def signal_first_worker(number):
    """Sends a signal to the first worker that a test starts, a little later."""
    others = {child.pid for child in multiprocessing.active_children()}

    def kill():
        while not (workers := [c for c in multiprocessing.active_children() if c.pid not in others]):
            time.sleep(0.05)
        time.sleep(0.5)
        os.kill(workers[0].pid, number)

    threading.Thread(target=kill).start()


def test_a_document_that_never_lets_go_is_refused_when_its_time_is_over_and_the_next_is_read(tmp_path):
    slow = "Kommune 2024 2025\n" * 400_000
    paths = write(tmp_path, a=slow, b=AGENDA)
    signal_first_worker(signal.SIGSTOP)
    first, second = run(sources(paths), limits=Limits(seconds=2.0))
    assert (first.status, first.errors[0].rule) == ("failed", "limit_exceeded")
    assert "--seconds" in first.errors[0].message
    assert second.status == "loaded"


def test_a_document_past_its_memory_is_refused_and_the_next_is_read(tmp_path):
    large = "Kommune 2024 2025\n" * 2_000_000
    paths = write(tmp_path, a=large, b=AGENDA)
    first, second = run(sources(paths), limits=Limits(seconds=60.0, memory_mb=260))
    assert (first.status, first.errors[0].rule) == ("failed", "limit_exceeded")
    assert "--memory" in first.errors[0].message
    assert second.status == "loaded"


def test_a_worker_that_dies_costs_its_document_alone(tmp_path):
    slow = "Kommune 2024 2025\n" * 400_000
    paths = write(tmp_path, a=slow, b=BILAG)
    signal_first_worker(signal.SIGKILL)
    first, second = run(sources(paths), limits=Limits(seconds=30.0))
    assert (first.status, first.errors[0].rule) == ("failed", "worker_lost")
    assert second.status == "loaded"


def test_a_worker_that_dies_while_it_is_free_costs_nothing(tmp_path):
    (path,) = write(tmp_path, a=AGENDA)
    worker = Isolated(Limits(), None)
    try:
        worker.process.kill()
        worker.process.join()
        assert worker.run(Source(str(path))).status == "loaded"
    finally:
        worker.close()


def test_ctrl_c_while_workers_are_got_ready_is_not_theirs(tmp_path):
    (path,) = write(tmp_path, a=AGENDA)
    script = tmp_path / "script.py"
    script.write_text(
        "import os, signal\n"
        "from multiprocessing.forkserver import _forkserver\n"
        "from ingest.engines import run\n"
        "from ingest.engines.isolation import prepare\n"
        "from ingest.sources import Source\n"
        "if __name__ == '__main__':\n"
        "    prepare()\n"
        "    os.kill(_forkserver._forkserver_pid, signal.SIGINT)\n"
        f"    print(*[done.status for done in run([Source({str(path)!r})])])\n"
    )
    ended = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=120, check=False)
    assert (ended.stdout, ended.stderr) == ("loaded\n", "")


def test_a_script_without_a_main_guard_is_told_so_and_does_not_start_processes_for_ever(tmp_path):
    (path,) = write(tmp_path, a=AGENDA)
    script = tmp_path / "script.py"
    script.write_text(
        "from ingest.run import ingest\n"
        "from ingest.warehouse.store import Warehouse\n"
        f"with Warehouse({str(tmp_path / 'w.duckdb')!r}) as warehouse:\n"
        f"    ingest([{str(path)!r}], warehouse)\n"
    )
    ended = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=120, check=False)
    assert ended.returncode == 1
    told = ended.stderr.strip().splitlines()[-1]
    assert "EngineError" in told
    assert "if __name__ == '__main__':" in told
