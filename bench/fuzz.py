"""Throws mutated packets, made-up lines and odd cells at the pipeline and its grammars.

    python bench/fuzz.py [--inputs 100000] [--seed 1] [--seconds 20]

Each input must come back within its seconds of CPU, without an exception, and with everything accounted for: a row
for each page, known pages and lines in every row, a finding where a stage failed. Then the warehouse must take its
rows, link its meetings and goals, answer from every view and add up (some hundred inputs share a warehouse). Seeds
are the samples and small texts, tables and PDFs made here. What breaks is written to out/fuzz/ to be read again.
"""

from __future__ import annotations

import argparse
import io
import random
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from ingest.pipeline import Processed, process_bytes
from ingest.reading.content import ReadOptions
from ingest.sources import Source
from ingest.warehouse.checks import check
from ingest.warehouse.goal_links import link_goals
from ingest.warehouse.meetings import link_meetings
from ingest.warehouse.store import Warehouse
from schemas.records import RunDocument
from schemas.relations import EXTRACTED, PAGES

ROOT = Path(__file__).resolve().parent.parent
BROKEN = ROOT / "out" / "fuzz"
OPTIONS = ReadOptions(ocr=False)
ALIKE = {
    **{str(digit): (chr(0x660 + digit), chr(0xFF10 + digit), "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit]) for digit in range(10)},
    "i": "ıİí",
    "s": "ſѕ",
    "k": "\u212a",
    "K": "\u212aК",
    "a": "аà",
    "å": "\u212baａ",
    "o": "оo\u0308",
    "e": "еé",
    " ": "\u00a0\u2009\u200b\t",
    "-": "\u2011\u2212\u00ad–",
    ".": "․。",
    ",": "‚，",
    "f": "ﬁﬀ",
    "%": "٪％",
}
SHARED = 300
"""Inputs that are loaded into one warehouse."""

PHRASES = (
    "Mål 3.1: Beslutningssag: 2.4 Bilag 1: Indstilling Baggrund Tabel 3 I alt Kommune 101 København mindst 80 pct.",
    "1.258 -1.767 31,760 ½ 24 (-37 %) 12. marts 2024 ultimo 2023 (V), borgmester § 66, stk. 1 nr. 2 mio. kr. – •",
    "... ........12 Side | 4 KKR Sjælland SAG-2024-00017 abcd Målet var 10. Resultatet blev 12. https://www.kl.dk/x-",
    "profes- sionshøjskolen Ringkøbing- Skjern \t\t \f \x0b \u00ad \u200b \ufffd ﬁ é",
)
WORDS = [word for phrase in PHRASES for word in phrase.split(" ")]


LABELS = [
    "Horsens",
    "Odder Kommune",
    "I alt",
    "Tilbud / Anmeldt",
    "0-7 pladser",
    "2.1 Mål",
    "Gns.",
    "101 København",
    "Kommune",
    "Hele landet",
]
FIGURES = [
    "12",
    "1.258",
    "-",
    "0",
    "31,760",
    "24 (-37 %)",
    "½",
    "-1.198",
    "81 pct.",
    "2024",
    "1e309",
    "∞",
    "NaN",
    "kr.",
    ">= 45",
    "31.02.2025",
    "",
]
HEADS = [
    "Tabel 1: Pladser",
    "Kommune",
    "2023",
    "2024",
    "2025",
    "I alt",
    "Mål",
    "Resultat",
    "Målopfyldelse",
    "Antal",
    "Procent",
    "Bilag 1: Notat",
]


class TookTooLong(Exception):
    """An input ran past the limit."""


def small_pdf(chance: random.Random) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    sheet = io.BytesIO()
    canvas = Canvas(sheet, pagesize=(595, 842), invariant=1, pageCompression=chance.randrange(2))
    for _ in range(chance.randrange(1, 4)):
        for row in range(chance.randrange(1, 25)):
            canvas.setFont("Helvetica", chance.choice((6, 10, 14)))
            canvas.drawString(chance.randrange(600), 800 - 30 * row, " ".join(chance.choices(WORDS, k=6)))
            if chance.random() < 0.3:
                canvas.line(50, 800 - 30 * row, 550, 800 - 30 * row)
        canvas.showPage()
    canvas.save()
    return sheet.getvalue()


def made_text(chance: random.Random) -> bytes:
    lines = [" ".join(chance.choices(WORDS, k=chance.randrange(9))) for _ in range(chance.randrange(1, 60))]
    return (
        chance.choice(("\n", "\n\n", "\r\n", "\n "))
        .join(lines)
        .encode(chance.choice(("utf-8", "utf-16", "cp1252")), "replace")
    )


def made_table(chance: random.Random) -> bytes:
    """Rows of labels and figures, in columns that tabs, spaces or nothing but one space keep apart."""
    columns, width = chance.randrange(1, 9), chance.randrange(4, 30)
    lines = []
    for row in range(chance.randrange(2, 40)):
        kind = HEADS if row < 2 or chance.random() < 0.05 else FIGURES
        cells = [chance.choice(HEADS if kind is HEADS else LABELS), *chance.choices(kind, k=columns)]
        if chance.random() < 0.1:
            del cells[chance.randrange(len(cells)) :]
        lines.append(cells)
    apart = chance.choice(("tab", "space", "columns"))
    if apart == "columns":
        text = ["".join(cell.ljust(width) for cell in cells) for cells in lines]
    else:
        text = [("\t" if apart == "tab" else " ").join(cells) for cells in lines]
    return chance.choice(("\n", "\n\n")).join(text).encode()


def disguised(data: bytes, chance: random.Random) -> bytes:
    """Letters and digits in place of which others stand that look or count alike."""
    text = data.decode("utf-8", "replace")
    share = chance.choice((0.01, 0.1, 0.5))
    return "".join(
        chance.choice(ALIKE[letter]) if letter in ALIKE and chance.random() < share else letter for letter in text
    ).encode()


def mutated(data: bytes, chance: random.Random) -> bytes:
    result = bytearray(data)
    for _ in range(chance.choice((1, 2, 5, 20, 80))):
        if not result:
            break
        place, size = chance.randrange(len(result)), chance.randrange(1, 40)
        match chance.randrange(5):
            case 0:
                result[place] = chance.randrange(256)
            case 1:
                del result[place : place + size]
            case 2:
                result[place:place] = result[place : place + size]
            case 3:
                result[place:place] = chance.choice(WORDS).encode("utf-8")
            case _:
                result[place:place] = chance.randbytes(size)
    return bytes(result)


def pieces_of_samples() -> list[bytes]:
    """Stretches of the text samples, small enough to run many of."""
    pieces = []
    for file in sorted((ROOT / "samples").glob("*.txt")):
        data = file.read_bytes()
        pieces += [data[start : start + 3000] for start in range(0, len(data), 3000)]
    return pieces


def examine(done: Processed) -> list[str]:
    """What is not accounted for in an outcome."""
    problems = [
        f"stage {e.stage}: {e.message}"
        for e in done.errors
        if e.rule in ("stage_failed", "table_failed", "limit_exceeded")
    ]
    if done.errors and not done.count("findings"):
        problems.append("an error without a finding")
    pages = {row[PAGES.position("page")] for row in done.rows.get("pages", ())}
    if done.status != "failed" and not pages:
        problems.append("loaded without pages")
    for relation in EXTRACTED:
        place = relation.position("page")
        for row in done.rows.get(relation.name, ()):
            if row[place] is not None and row[place] not in pages:
                problems.append(f"{relation.name}: page {row[place]} does not exist")
    return problems


def examine_warehouse(batch: Sequence[Processed]) -> list[str]:
    """What a warehouse of these outcomes does not take, answer or add up."""
    problems = []
    now = datetime(2000, 1, 1)
    outcomes = {done.document_id: done for done in batch if done.document_id}
    with Warehouse(":memory:") as warehouse:
        loaded = [
            (done, RunDocument(run_id="fuzz", path=done.path, document_id=key, status=done.status))
            for key, done in outcomes.items()
        ]
        warehouse.load(loaded, now)
        link_meetings(warehouse)
        link_goals(warehouse)
        views = warehouse.query("SELECT view_name AS name FROM duckdb_views() WHERE NOT internal")
        for view in views:
            warehouse.query(f"SELECT * FROM {view['name']}")
        check_errors = [finding for finding in check(warehouse) if finding.severity == "error"]
        problems += [f"{finding.rule}: {finding.message}" for finding in check_errors]
    return problems


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=int, default=20)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    pieces = pieces_of_samples()
    kinds: dict[str, Callable[[], bytes]] = {
        "made text": lambda: made_text(chance),
        "mutated text": lambda: mutated(chance.choice(pieces), chance),
        "made table": lambda: made_table(chance),
        "disguised text": lambda: disguised(chance.choice(pieces), chance),
        "mutated PDF": lambda: mutated(small_pdf(chance), chance),
        "random bytes": lambda: chance.randbytes(chance.randrange(2000)),
    }

    def ring(*_: object) -> None:
        raise TookTooLong

    signal.signal(signal.SIGVTALRM, ring)
    counts: Counter[str] = Counter()
    outcomes: Counter[str] = Counter()
    slowest, started = 0.0, time.perf_counter()
    waiting: list[Processed] = []
    for number in range(options.inputs):
        kind = chance.choices(list(kinds), (4, 4, 3, 2, 3, 1))[0]
        data = kinds[kind]()
        before = time.process_time()
        signal.setitimer(signal.ITIMER_VIRTUAL, options.seconds)
        try:
            done = process_bytes(data, Source(f"fuzz{number}"), options=OPTIONS)
            problems = examine(done)
            outcomes[done.status] += 1
            waiting.append(done)
        except TookTooLong:
            problems = [f"longer than {options.seconds} s"]
        except Exception:  # noqa: BLE001  any exception at all is what this program looks for
            problems = [traceback.format_exc()]
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        slowest = max(slowest, time.process_time() - before)
        counts[kind] += 1
        if problems:
            counts["broken"] += 1
            BROKEN.mkdir(parents=True, exist_ok=True)
            (BROKEN / f"{options.seed}-{number}").write_bytes(data)
            print(f"{kind} {number}: {problems[0]}", flush=True)
        if len(waiting) == SHARED or number == options.inputs - 1:
            try:
                problems = examine_warehouse(waiting)
            except Exception:  # noqa: BLE001  likewise
                problems = [traceback.format_exc()]
            counts["broken"] += len(problems)
            for problem in problems:
                print(f"warehouse of the inputs up to {number}: {problem}", flush=True)
            waiting = []
    print(f"{options.inputs} inputs in {time.perf_counter() - started:.0f} s: {dict(counts)}")
    print(f"outcomes {dict(outcomes)}; slowest {slowest:.2f} s")
    sys.exit(1 if counts["broken"] else 0)


if __name__ == "__main__":
    main()
