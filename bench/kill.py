"""Stops an ingest at random instants and looks at what is left.

    python bench/kill.py [--times 50] [--seed 1] [--signal KILL] [--alone] [--jobs 1] [--documents 0] PATH ...

``--documents 200`` makes so many of the files first, each another document: a run of a few files is over before
the first of them is loaded. Each time: a fresh warehouse, an ingest that is sent the signal (with its workers,
or ``--alone``: the process of the command and nobody else) after a random part of the time a whole ingest
takes. It must end within seconds, with the documented exit code where the signal can be heard, and no process
of it may be left. Then the warehouse must open and hold whole documents only (each row belongs to one of
``documents``, each document has as many rows as were extracted), and the same command must complete it to the
same content as a run that was never stopped.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from copies import replicate

from ingest.sources import find_sources
from ingest.warehouse.diff import diff
from ingest.warehouse.store import Warehouse
from schemas.errors import ExitCode
from schemas.relations import EXTRACTED, PAGES

CODES = {
    signal.SIGKILL: (-signal.SIGKILL,),
    signal.SIGINT: (ExitCode.INTERRUPTED, -signal.SIGINT),
    signal.SIGTERM: (ExitCode.TERMINATED, -signal.SIGTERM),
}
"""How an ingest may end that was sent a signal; by the signal itself while Python is still starting."""

PATIENCE = 30.0
"""Seconds that a stopped ingest and its workers have to end."""


def command(paths: list[str], db: Path, jobs: int) -> list[str]:
    return [str(Path(sys.executable).parent / "bilag"), "ingest", *paths, "--db", str(db), "--jobs", str(jobs)]


def run_whole(paths: list[str], db: Path, jobs: int) -> float:
    start = time.perf_counter()
    subprocess.run(command(paths, db, jobs), check=False, capture_output=True)
    return time.perf_counter() - start


def run_stopped(
    paths: list[str], db: Path, jobs: int, after: float, number: signal.Signals, *, alone: bool
) -> tuple[float, list[str]]:
    """Seconds from the signal to the end of the last process, and what went otherwise than it should."""
    process = subprocess.Popen(
        command(paths, db, jobs), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    )
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        (process.send_signal if alone else partial(os.killpg, process.pid))(number)
    else:
        return 0.0, []
    sent = time.perf_counter()
    _, told = process.communicate(timeout=PATIENCE)
    problems = []
    if process.returncode not in (*CODES[number], ExitCode.OK, ExitCode.SOME_FAILED):
        problems.append(f"ended with {process.returncode}")
    if b"Traceback" in told and process.returncode >= 0:
        problems.append(told.decode(errors="replace")[-600:])
    while (left := session(process.pid)) and time.perf_counter() - sent < PATIENCE:
        time.sleep(0.02)
    if left:
        problems.append(f"{len(left)} processes are left")
        for orphan in left:
            os.kill(orphan, signal.SIGKILL)
    return time.perf_counter() - sent, problems


def session(leader: int) -> list[int]:
    """The living processes of a session."""
    listed = subprocess.run(["ps", "-A", "-o", "pid=,sess=,stat="], capture_output=True, text=True, check=True)
    rows = [line.split() for line in listed.stdout.splitlines()]
    return [int(pid) for pid, group, state in rows if int(group) == leader and not state.startswith("Z")]


def broken(db: Path) -> list[str]:
    """What is wrong with a warehouse after a kill; empty where all is whole."""
    if not db.exists():
        return []
    problems = []
    with Warehouse(db) as warehouse:
        for relation in (PAGES, *EXTRACTED):
            (orphans,) = warehouse.query(
                f"SELECT count(*) AS n FROM {relation.name} ANTI JOIN documents USING (document_id)"
            )
            if orphans["n"]:
                problems.append(f"{orphans['n']} rows of {relation.name} without their document")
        halves = warehouse.query(
            "SELECT d.filename FROM documents d LEFT JOIN extracted_rows r USING (document_id)"
            " GROUP BY d.document_id, d.filename, d.extracted_rows HAVING d.extracted_rows <> count(r.document_id)"
        )
        problems += [f"{row['filename']} is not whole" for row in halves]
    return problems


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--signal", choices=("KILL", "INT", "TERM"), default="KILL")
    parser.add_argument("--alone", action="store_true", help="send it to the process of the command alone")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--documents", type=int, default=0, help="made of the files by replication; 0: as they are")
    options = parser.parse_args()
    number_of = signal.Signals[f"SIG{options.signal}"]
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.duckdb"
        paths = options.paths
        if options.documents:
            paths = [f"{folder}/many"]
            Path(paths[0]).mkdir()
            replicate(
                [Path(source.location) for source in find_sources(options.paths)[0]],
                options.documents,
                Path(paths[0]),
            )
        seconds = run_whole(paths, whole, options.jobs)
        failures = found = begun = 0
        slowest = 0.0
        for number in range(1, options.times + 1):
            db = Path(folder) / f"stopped{number}.duckdb"
            after = chance.uniform(0.0, seconds)
            took, problems = run_stopped(paths, db, options.jobs, after, number_of, alone=options.alone)
            slowest = max(slowest, took)
            problems += broken(db)
            if db.exists():
                with Warehouse(db) as warehouse:
                    loaded = warehouse.query("SELECT count(*) AS n FROM documents")[0]["n"]
                found += loaded
                begun += bool(loaded)
            run_whole(paths, db, options.jobs)
            problems += [f"{change}" for change in diff(whole, db)]
            failures += bool(problems)
            for problem in problems:
                print(f"{options.signal} {number} after {after:.1f} s: {problem}", flush=True)
            db.unlink()
    print(f"{options.times} times {options.signal} in a run of {seconds:.1f} s: {failures} left something wrong;")
    print(
        f"{begun} had documents loaded when stopped, {found / options.times:.1f} on average;"
        f" all processes ended within {slowest:.1f} s"
    )
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
