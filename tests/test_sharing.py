"""A large document is shared among processes and comes to the same rows, also when a process that helps dies."""

import hashlib
import multiprocessing
import os
import pickle
import sys
import threading
import time
from functools import partial

import pypdfium2
import pytest
from conftest import SAMPLES
from own_packets import AGENDA, BILAG, write
from pdf_making import make_pdf, pdf_of

from ingest.engines import Limits, run
from ingest.engines.crew import Ask, Crew, Done, Helper, Next, Offer, Part, Shared, Turn
from ingest.engines.isolation import Isolated
from ingest.pipeline import LARGE as LARGE_TEXT
from ingest.pipeline import process
from ingest.reading import ocr
from ingest.reading.content import ReadOptions
from ingest.reading.pdf import LARGE, RANGE, read_pdf
from ingest.run import ingest
from ingest.sharing import run_parts
from ingest.sources import Source
from ingest.warehouse.export import export_relations
from ingest.warehouse.store import Warehouse

PAGES = 240


class Elsewhere:
    """A share that sends everything to «another process» and back, and notes how many parts there were."""

    def __init__(self, source):
        self.source = source
        self.parts = []

    def run(self, kit, parts):
        self.parts.append(len(parts))
        helper = Helper()
        results = []
        for number, part in enumerate(parts):
            done = helper.run(Part(pickle.dumps(kit) if number == 0 else None, pickle.dumps(part)))
            assert done.result is not None
            results.append(pickle.loads(done.result))
        return results


def pages_of_samples(count):
    """A PDF of the samples' pages over and over."""
    made = pypdfium2.PdfDocument.new()
    sources = [pypdfium2.PdfDocument(path) for path in sorted(SAMPLES.glob("*.pdf"))]
    while len(made) < count:
        for source in sources:
            made.import_pages(source)
    return made


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """A folder with one PDF of several hundred pages."""
    folder = tmp_path_factory.mktemp("large")
    pages_of_samples(PAGES).save(folder / "bilag.pdf")
    return folder


def exported(folder, place, **options):
    """The bytes of every exported relation, and how the files ended."""
    place.mkdir()
    with Warehouse(place / "w.duckdb") as warehouse:
        summary = ingest([str(folder)], warehouse, options=ReadOptions(ocr=False), **options)
        files = export_relations(warehouse, place / "export", "jsonl")
    return {file.name: file.read_bytes() for file in files}, [outcome.status for outcome in summary.outcomes]


def kill_the_second_worker(killed):
    """Kills the second process that starts from now on: the first has the document, the second helps with it."""
    others = {child.pid for child in multiprocessing.active_children()}

    def kill():
        end = time.monotonic() + 60
        while time.monotonic() < end:
            workers = [child for child in multiprocessing.active_children() if child.pid not in others]
            if len(workers) == 2:
                last = max(workers, key=lambda child: int(child.name.rpartition("-")[2]))
                last.kill()
                killed.append(last.pid)
                return
            time.sleep(0.005)

    thread = threading.Thread(target=kill)
    thread.start()
    return thread


def test_a_large_pdf_gives_the_same_bytes_alone_shared_and_with_a_worker_killed(large, tmp_path):
    alone, outcomes = exported(large, tmp_path / "alone", jobs=1)
    assert outcomes == ["loaded"]
    shared, outcomes = exported(large, tmp_path / "shared", jobs=2)
    assert outcomes == ["loaded"]
    assert shared == alone
    killed = []
    thread = kill_the_second_worker(killed)
    after, outcomes = exported(large, tmp_path / "killed", jobs=2)
    thread.join()
    assert outcomes == ["loaded"]
    assert len(killed) == 1
    assert after == alone


def test_a_large_text_gives_the_same_bytes_alone_and_shared(tmp_path):
    folder = tmp_path / "packets"
    folder.mkdir()
    write(folder, pakke=(AGENDA + "\f" + BILAG + "\f") * 60)
    assert exported(folder, tmp_path / "one", jobs=1) == exported(folder, tmp_path / "three", jobs=3)


def test_pages_and_extractors_of_a_large_pdf_are_parts_and_give_the_same_rows(large):
    source = Source(str(large / "bilag.pdf"))
    share = Elsewhere(source)
    shared = process(source, options=ReadOptions(ocr=False), share=share)
    alone = process(source, options=ReadOptions(ocr=False))
    assert len(share.parts) == 2
    assert share.parts[0] >= PAGES // RANGE
    assert shared.rows == alone.rows


def test_a_small_document_is_not_shared():
    source = Source(str(SAMPLES / "dagsorden_kkr_midtjylland_2025-09-17.pdf"))
    share = Elsewhere(source)
    done = process(source, options=ReadOptions(ocr=False), share=share)
    assert done.status == "loaded"
    assert share.parts == []


def damaged_pages():
    """A PDF with more pages than are read in one, among them empty ones and some whose objects are missing."""
    count = LARGE + 5
    kids = " ".join(f"{4 + number} 0 R" for number in range(count))
    pages = [
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 400 600]"
        + (" /Contents 3 0 R /Resources <</Font <</F 9999 0 R>>>>" if number % 7 else "")
        + ">>"
        for number in range(count)
    ]
    for number in (RANGE - 1, RANGE, LARGE):
        pages[number] = "null"
    stream = "BT /F 12 Tf 50 500 Td (Kommune) Tj ET"
    return pdf_of(
        "<</Type /Catalog /Pages 2 0 R>>",
        f"<</Type /Pages /Count {count} /Kids [{kids}]>>",
        f"<</Length {len(stream)}>>\nstream\n{stream}\nendstream",
        *pages,
    )


def labelled_pages():
    """A PDF with numbers at the feet of its pages and a bookmark at each tenth."""

    def page(number):
        def draw(canvas):
            canvas.drawString(50, 500, f"Punkt {number}")
            canvas.drawString(200, 20, f"Side {number} af {LARGE + 20}")
            if number % 10 == 1:
                canvas.bookmarkPage(f"p{number}")
                canvas.addOutlineEntry(f"Punkt {number}", f"p{number}")

        return draw

    return make_pdf(*(page(number) for number in range(1, LARGE + 21)))


@pytest.mark.parametrize("make", [damaged_pages, labelled_pages])
def test_numbers_labels_bookmarks_and_failures_of_pages_are_those_of_one_reader(make, tmp_path):
    data = make()
    path = tmp_path / "bilag.pdf"
    path.write_bytes(data)
    reading = partial(read_pdf, data, filename="bilag.pdf", sha256=hashlib.sha256(data).hexdigest())
    share = Elsewhere(Source(str(path)))
    alone = reading()
    assert reading(share=share) == alone
    assert share.parts
    assert [line.index for line in alone.lines] == list(range(len(alone.lines)))


TESSERACT = """\
#!/bin/sh
case "$1" in
--list-langs) echo dan ;;
--version) echo tesseract 5 ;;
*)
    size=$(wc -c)
    printf 'level\\tblock_num\\tpar_num\\tline_num\\tleft\\ttop\\twidth\\theight\\tconf\\ttext\\n'
    printf '5\\t1\\t1\\t1\\t100\\t100\\t80\\t20\\t90\\tbilledet%d\\n' $((size))
    ;;
esac
"""
"""Stands for the program: says one word, the size of the picture it is given."""


@pytest.mark.skipif(sys.platform == "win32", reason="a script of the shell stands for tesseract")
def test_pages_that_are_pictures_are_recognised_elsewhere_too(tmp_path, monkeypatch):
    program = tmp_path / "tesseract"
    program.write_text(TESSERACT, encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    ocr.find_tesseract.cache_clear()
    path = tmp_path / "scan.pdf"
    path.write_bytes(make_pdf(*(partial(bar, 20 * number) for number in range(1, 6))))
    source = Source(str(path))
    share = Elsewhere(source)
    try:
        shared, alone = process(source, share=share), process(source)
    finally:
        ocr.find_tesseract.cache_clear()
    assert share.parts == [5]
    assert shared.rows == alone.rows
    assert alone.findings()["info", "ocr_used"] == 1


def bar(width, canvas):
    """A page that is a picture: a bar and no text."""
    canvas.rect(50, 300, width, 100, fill=1)


def test_a_file_that_changed_meanwhile_is_not_read_by_a_helper(tmp_path):
    data = labelled_pages()
    path = tmp_path / "bilag.pdf"
    path.write_bytes(data)

    class Late(Elsewhere):
        def run(self, kit, parts):
            path.write_bytes(make_pdf(lambda canvas: canvas.drawString(50, 500, "En anden")))
            done = Helper().run(Part(pickle.dumps(kit), pickle.dumps(parts[0])))
            assert done == Done(None)
            return run_parts(None, kit, parts)

    shared = read_pdf(
        data, filename="b.pdf", sha256=hashlib.sha256(data).hexdigest(), share=Late(Source(str(path)))
    )
    assert len(shared.pages) == LARGE + 20


def add(number, kit):
    return kit + number


def fail(kit):
    raise ValueError(f"no part for {kit}")


def serve(pipe, answers, hands=True):
    """Answers an owner as the run does, with these results of helpers; gives the parts the owner did itself."""
    own = []
    shared = None
    while True:
        try:
            told = pipe.recv()
        except EOFError:
            return own
        if isinstance(told, Ask):
            pipe.send(hands)
        elif isinstance(told, Offer):
            shared = Shared(told)
            for answer in answers:
                shared.back(shared.deal(), answer)
        elif isinstance(told, Next):
            turn = shared.turn()
            if turn.part is not None and turn.result is None:
                own.append(turn.part)
            pipe.send(turn)


def owned(parts, answers, hands=True):
    """What an owner comes to, and which of the offered parts it did itself."""
    ours, theirs = multiprocessing.Pipe()
    own = []
    thread = threading.Thread(target=lambda: own.extend(serve(theirs, answers, hands)))
    thread.start()
    try:
        return Crew(ours, Source("x")).run(10, parts), own
    finally:
        ours.close()
        thread.join(10)


def test_results_come_in_the_order_of_the_parts_whoever_did_them():
    parts = [partial(add, number) for number in range(4)]
    results, own = owned(parts, [Done(pickle.dumps(10)), Done(pickle.dumps(11))])
    assert results == [10, 11, 12, 13]
    assert own == [2, 3]


def test_a_part_that_was_lost_is_done_by_the_owner():
    results, _ = owned([partial(add, number) for number in range(3)], [Done(None)])
    assert results == [10, 11, 12]


def test_what_a_part_raises_is_raised_by_the_owner():
    with pytest.raises(ValueError, match="no part for 10"):
        owned([fail, partial(add, 1)], [Done(None)])


def test_without_free_hands_nothing_is_offered():
    results, own = owned([partial(add, number) for number in range(3)], [], hands=False)
    assert results == [10, 11, 12]
    assert own == []


def test_a_helper_outlives_a_part_that_fails():
    helper = Helper()
    assert helper.run(Part(pickle.dumps(1), pickle.dumps(fail))) == Done(None)
    assert helper.run(Part(None, pickle.dumps(partial(add, 2)))) == Done(pickle.dumps(3, pickle.HIGHEST_PROTOCOL))


def test_an_owner_waits_while_a_part_is_out():
    shared = Shared(Offer(b"", (b"a",)))
    part = shared.deal()
    assert shared.turn() is None
    shared.back(part, Done(b"r"))
    assert (shared.turn(), shared.turn()) == (Turn(0, b"r"), Turn())


def test_a_helper_past_its_time_loses_its_part_alone():
    worker = Isolated(Limits(), None, shares=True)
    try:
        worker.help(Part(pickle.dumps(60), pickle.dumps(time.sleep)), time.monotonic() + 0.5)
        while (told := worker.collect()) is None:
            time.sleep(0.05)
        assert told == Done(None)
        assert worker.free
        worker.help(Part(pickle.dumps(1), pickle.dumps(partial(add, 2))), time.monotonic() + 60)
        while (told := worker.collect()) is None:
            time.sleep(0.05)
        assert pickle.loads(told.result) == 3
    finally:
        worker.close()


def test_a_large_document_past_its_time_ends_whoever_helps(tmp_path):
    slow = "Kommune 2024 2025\n" * 400_000
    assert slow.count("\n") > LARGE_TEXT
    (path,) = write(tmp_path, a=slow)
    (outcome,) = run([Source(str(path))], jobs=2, limits=Limits(seconds=3.0))
    assert (outcome.status in ("failed", "partial"), outcome.errors[0].rule) == (True, "limit_exceeded")
