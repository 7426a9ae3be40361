"""Kills an ingest at random instants and looks at what is left.

    python bench/kill.py [--times 50] [--seed 1] PATH ...

Each time: a fresh warehouse, an ingest that is killed (SIGKILL, with its workers) after a random part of the time
a whole ingest takes. Then the warehouse must open and hold whole documents only (each row belongs to one of
``documents``, and each document has as many rows as were extracted), and the same command must complete it to the
same content as a run that was never killed.
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
from pathlib import Path

from ingest.warehouse.diff import diff
from ingest.warehouse.store import Warehouse
from schemas.relations import EXTRACTED, PAGES


def command(paths: list[str], db: Path) -> list[str]:
    return [str(Path(sys.executable).parent / "bilag"), "ingest", *paths, "--db", str(db)]


def run_whole(paths: list[str], db: Path) -> float:
    start = time.perf_counter()
    subprocess.run(command(paths, db), check=False, capture_output=True)
    return time.perf_counter() - start


def run_killed(paths: list[str], db: Path, after: float) -> None:
    process = subprocess.Popen(
        command(paths, db), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


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
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.duckdb"
        seconds = run_whole(options.paths, whole)
        failures = found = 0
        for number in range(1, options.times + 1):
            db = Path(folder) / f"killed{number}.duckdb"
            run_killed(options.paths, db, chance.uniform(0.0, seconds))
            problems = broken(db)
            if db.exists():
                with Warehouse(db, read_only=True) as warehouse:
                    found += warehouse.query("SELECT count(*) AS n FROM documents")[0]["n"]
            run_whole(options.paths, db)
            problems += [f"{change}" for change in diff(whole, db)]
            failures += bool(problems)
            for problem in problems:
                print(f"kill {number}: {problem}")
            db.unlink()
    print(f"{options.times} kills in a run of {seconds:.1f} s: {failures} left something wrong;")
    print(f"{found / options.times:.1f} documents on average were loaded when the run was killed")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
