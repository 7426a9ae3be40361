"""The way of one document: read → split → extract → rows. Each stage is a plain function of the one before.

This is the one place that decides what an error means for a document. A typed error of reading refuses the
document. Whatever goes wrong in a later stage, foreseen or not, costs that stage's rows alone: the document is
loaded as ``partial`` with a finding that names stage and error, and the others of the run are not touched. A fault
over one table costs that table (:mod:`extractors.tables.faults`), and the document is ``partial`` too. The same
goes for the stages that a document past its time does not end or does not begin (:mod:`ingest.patience`).
"""

from __future__ import annotations

import gc
import logging
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from operator import attrgetter
from typing import Any, Literal, TypeVar

from ingest.packing import Packed, pack
from ingest.patience import breakable
from ingest.reading.content import ReadOptions, read
from ingest.sharing import Share, run_parts
from ingest.sources import Source, read_bytes, sha256_of
from ingest.version import pipeline_version
from schemas.document import Document
from schemas.errors import BilagError, LimitExceeded, TableFailed
from schemas.packet import Packet
from schemas.records import DocumentRow, Finding, PageRow, Record
from schemas.relations import BOX, DOCUMENTS, EXTRACTED, FINDINGS, PAGES, TEXT, Relation, stamp

log = logging.getLogger(__name__)

OCR_TRUST = 0.8
"""What the confidence of a row is multiplied by where its page was read by OCR."""

LARGE = 1500
"""Lines from which a document's extractors are shared out: to send it costs a twentieth of what they take."""

CONTENTS: tuple[Relation, ...] = (DOCUMENTS, PAGES, *EXTRACTED)
"""Relations whose rows belong to a document, in the order they are loaded."""

Row = tuple[Any, ...]
T = TypeVar("T")
Outcome = Literal["loaded", "partial", "unchanged", "duplicate", "left_out", "failed"]


@dataclass(slots=True)
class StageError:
    """What went wrong in a stage."""

    stage: str
    error_class: str
    rule: str
    message: str


@dataclass(slots=True)
class Stored:
    """Rows that lie in a file of a lake (:mod:`ingest.warehouse.lake`), and how many.

    ``file`` is a path or an fsspec URL; ``counts`` are rows by relation, ``findings`` by severity and rule.
    """

    file: str
    counts: dict[str, int]
    findings: dict[tuple[str, str], int]


@dataclass(slots=True)
class Processed:
    """One file after all stages: its rows by relation, in the order of the relation's columns.

    ``document_id`` is None where the file's bytes could not be had; then there are no rows at all. Where the rows
    lie in a lake, ``rows`` is empty and ``stored`` says where they are; so it is where they are ``packed``.
    """

    path: str
    document_id: str | None
    status: Outcome
    rows: dict[str, list[Row]] = field(default_factory=dict)
    errors: list[StageError] = field(default_factory=list)
    seconds: float = 0.0
    stored: Stored | None = None
    packed: Packed | None = None

    def count(self, relation: str) -> int:
        """Rows of this relation."""
        return self.counts().get(relation, 0)

    def counts(self) -> dict[str, int]:
        """Rows by relation."""
        kept = self.packed or self.stored
        return kept.counts if kept else {name: len(rows) for name, rows in self.rows.items()}

    def findings(self) -> dict[tuple[str, str], int]:
        """Findings by severity and rule."""
        if kept := self.packed or self.stored:
            return kept.findings
        places = FINDINGS.position("severity"), FINDINGS.position("rule")
        return dict(Counter((row[places[0]], row[places[1]]) for row in self.rows.get(FINDINGS.name, ())))

    def pack(self) -> None:
        """Packs the rows, where there are any.

        Raises:
            MISFITS: a value does not fit the type of its column. Nothing is changed then.
        """
        if self.rows:
            packed = pack((relation, self.rows.get(relation.name, ())) for relation in CONTENTS)
            packed.findings = self.findings()
            self.packed, self.rows = packed, {}


EXTRACTORS: tuple[tuple[str, str, str], ...] = (
    ("structure", "extractors.splitting.records", "structure_records"),
    ("passages", "extractors.text.running_text", "extract_passages"),
    ("tables", "extractors.tables.extract", "extract_tables"),
    ("goals", "extractors.goals.extract", "extract_goals"),
    ("recommendations", "extractors.agenda.recommendations", "extract_recommendations"),
    ("appointments", "extractors.agenda.appointments", "extract_appointments"),
    ("mentions", "extractors.mentions.extract", "extract_mentions"),
    ("references", "extractors.agenda.references", "extract_references"),
)
"""Stage, module and function of each extractor, in the order they run."""


def extractors() -> Iterator[tuple[str, Callable[[Packet], list[Record]]]]:
    """The extractors by name. Each module is imported when its stage comes: start-up stays short."""
    for name, module, function in EXTRACTORS:
        yield name, _extractor(module, function)


def _extractor(module: str, function: str) -> Callable[[Packet], list[Record]]:
    extract: Callable[[Packet], list[Record]] = getattr(import_module(module), function)
    return extract


def split(document: Document) -> Packet:
    """Document to packet."""
    from extractors.splitting.packet import split as split_document

    return split_document(document)


def process(source: Source, *, options: ReadOptions | None = None, share: Share | None = None) -> Processed:
    """Takes one file through all stages. Never raises for what a file may hold or lack.

    ``share`` does parts of a large document's work elsewhere; the outcome is the same.
    """
    started = time.perf_counter()
    errors: list[StageError] = []
    data = _stage("find", errors, partial(read_bytes, source))
    if data is None:
        return failed(source, *errors)
    done = process_bytes(data, source, options=options, share=share)
    done.seconds = time.perf_counter() - started
    return done


def process_bytes(
    data: bytes, source: Source, *, options: ReadOptions | None = None, share: Share | None = None
) -> Processed:
    """Takes content that is already in memory through all stages.

    The garbage collector rests meanwhile: a document makes a million small objects and hardly a cycle, and looking
    for cycles among them took a tenth of the time.
    """
    with _resting_collector():
        return _process_bytes(data, source, options, share)


@contextmanager
def _resting_collector() -> Iterator[None]:
    resting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if resting:
            gc.enable()


def _process_bytes(data: bytes, source: Source, options: ReadOptions | None, share: Share | None) -> Processed:
    sha256 = sha256_of(data)
    row = _document_row(source, sha256, len(data))
    errors: list[StageError] = []
    reading = partial(read, data, filename=source.filename, sha256=sha256, options=options, share=share)
    document = _stage("read", errors, reading)
    if document is None:
        row.status = "failed"
        return _finish(source, row, [], _error_findings(errors), errors)
    packet = _stage("split", errors, partial(_broken_off, partial(split, document))) or Packet(document)
    records = _note_findings(document)
    stages = [partial(_extract, place) for place in range(len(EXTRACTORS))]
    shared = share if len(document.lines) >= LARGE else None
    for drawn, told in _stage("extract", errors, partial(run_parts, shared, packet, stages)) or ():
        records += drawn
        errors += told
    errors = _together(errors)
    _lower_confidence(document, records)
    records += _error_findings(errors)
    unread = any(page.status in ("failed", "garbled") for page in document.pages) or any(
        note.severity == "error" for note in document.notes
    )
    row.media_type = document.media_type
    row.kind = packet.kind
    row.body = packet.body
    row.meeting_date = packet.meeting_date
    row.venue = packet.venue
    row.title = packet.title or document.title
    row.page_count = len(document.pages)
    row.text_source = document.text_source
    row.status = "partial" if errors or unread else "ok"
    return _finish(source, row, _page_rows(document), records, errors)


def _extract(place: int, packet: Packet) -> tuple[list[Record], list[StageError]]:
    """What one of :data:`EXTRACTORS` finds, and what went wrong."""
    name, module, function = EXTRACTORS[place]
    errors: list[StageError] = []
    with _resting_collector():
        drawn = _stage(name, errors, lambda: _broken_off(partial(_extractor(module, function), packet))) or []
    errors += [
        StageError(name, TableFailed.__name__, record.rule, record.message)
        for record in drawn
        if isinstance(record, Finding) and record.rule == TableFailed.rule
    ]
    return drawn, errors


def _broken_off(work: Callable[[], T]) -> T:
    with breakable():
        return work()


def _together(errors: Sequence[StageError]) -> list[StageError]:
    """The errors with those that are the same in several stages as one that names them all."""
    stages: dict[tuple[str, str, str], list[str]] = {}
    for error in errors:
        stages.setdefault((error.error_class, error.rule, error.message), []).append(error.stage)
    return [StageError(", ".join(names), *told) for told, names in stages.items()]


def failed(source: Source, *errors: StageError, sha256: str | None = None, size: int = 0) -> Processed:
    """The outcome of a file that was refused; where its content is known, a document row and findings say so."""
    if sha256 is None:
        return Processed(source.display, None, "failed", errors=list(errors))
    row = _document_row(source, sha256, size)
    row.status = "failed"
    return _finish(source, row, [], _error_findings(errors), list(errors))


def _document_row(source: Source, sha256: str, size: int) -> DocumentRow:
    return DocumentRow(
        document_id=sha256[:16],
        filename=source.filename,
        path=source.display,
        sha256=sha256,
        bytes=size,
        media_type="application/octet-stream",
        pipeline_version=pipeline_version(),
    )


def _stage(name: str, errors: list[StageError], work: Callable[[], T]) -> T | None:
    """Runs one stage; what it raises becomes a StageError."""
    try:
        return work()
    except BilagError as error:
        errors.append(_stage_error(name, error))
    except MemoryError:
        errors.append(
            _stage_error(name, LimitExceeded("The document needs more memory than it may", "Raise --memory"))
        )
    except Exception as error:  # the boundary: a bug in a stage must not cost the other files
        log.info("stage %s failed", name, exc_info=True)
        errors.append(
            StageError(name, type(error).__name__, "stage_failed", f"{type(error).__name__} in stage {name}")
        )
    return None


def _stage_error(stage: str, error: BilagError) -> StageError:
    return StageError(stage, type(error).__name__, error.rule, str(error))


def _error_findings(errors: Sequence[StageError]) -> list[Record]:
    return [
        Finding(
            rule=error.rule,
            severity="error",
            message=f"{'Stages' if ',' in error.stage else 'Stage'} {error.stage}: {error.message}",
        )
        for error in errors
        if error.rule != TableFailed.rule  # told by the stage, with its lines
    ]


def _lower_confidence(document: Document, records: Sequence[Record]) -> None:
    """Rows from pages that were read by OCR are less sure than those of printed text."""
    recognised = {page.number for page in document.pages if page.text_source == "ocr"}
    if recognised:
        for record in records:
            if record.page in recognised:
                record.confidence = round(record.confidence * OCR_TRUST, 4)


def _note_findings(document: Document) -> list[Record]:
    return [
        Finding(rule=note.rule, severity=note.severity, message=note.message, page=note.page)
        for note in document.notes
    ]


def _page_rows(document: Document) -> list[PageRow]:
    return [
        PageRow(
            document_id=document.document_id,
            page=page.number,
            label=page.label,
            line_first=page.lines[0].number if page.lines else None,
            text=page.text,
            text_source=page.text_source,
            width=page.width,
            height=page.height,
            status=page.status,
            note=page.note,
        )
        for page in document.pages
    ]


def _finish(
    source: Source, row: DocumentRow, pages: list[PageRow], records: list[Record], errors: list[StageError]
) -> Processed:
    row.extracted_rows = len(records)
    rows = {DOCUMENTS.name: encode(DOCUMENTS, [row]), PAGES.name: encode(PAGES, pages)}
    stamped = stamp(row.document_id, records)
    for relation in EXTRACTED:
        rows[relation.name] = encode(relation, stamped[relation.name])
    status: Outcome = "loaded" if row.status == "ok" else row.status
    return Processed(source.display, row.document_id, status, rows, errors)


def encode(relation: Relation, records: Sequence[Any]) -> list[Row]:
    """Records as tuples in the order of the relation's columns, as the warehouse takes them.

    Boxes become dicts; lone surrogates and NULs, which no database takes, become U+FFFD.
    """
    columns = relation.columns
    values = attrgetter(*[column.name for column in columns])
    by_column: list[Sequence[Any]] = list(zip(*map(values, records), strict=True))
    if not by_column:
        return []
    for place, column in enumerate(columns):
        if column.sql_type == TEXT and not _is_clean("".join(filter(None, by_column[place]))):
            by_column[place] = [text and _cleaned(text) for text in by_column[place]]
        elif column.sql_type == BOX:
            by_column[place] = [
                box and {"x0": box[0], "y0": box[1], "x1": box[2], "y1": box[3]} for box in by_column[place]
            ]
    return list(zip(*by_column, strict=True))


def _is_clean(text: str) -> bool:
    """True where a database takes the text as it is."""
    if "\0" in text:
        return False
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _cleaned(text: str) -> str:
    return text.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")
