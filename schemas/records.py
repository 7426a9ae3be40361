"""The record types: one dataclass a relation, the single source of the tables, their comments and the docs.

Every extracted row derives from :class:`Record` and carries its place and confidence. Extractors leave
``document_id`` and the row's own key empty; :func:`schemas.relations.stamp` fills them when the rows of a
document are complete, so that the same file gives the same keys again. Keys that rows of one document use to
point at each other (``table_id``, ``target_id``) are set by the extractor as short local names (``t001``) and are
prefixed with the document by the same step.

A field's annotation gives its SQL type (:mod:`schemas.relations`); its metadata gives the comment, and whether
it is the key or a reference. Unknown is None.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from schemas.document import Box, Line

Severity = Literal["info", "warning", "error"]
Comparator = Literal[">=", "<=", "=", ">", "<"]
Standing = Literal["in_force", "proposed", "rejected", "cited", "earlier", "total"]
Verdict = Literal["met", "not_met", "partly", "pending", "unknown"]
ReferenceKind = Literal["item", "attachment", "case"]
MentionKind = Literal["date", "money", "person", "organisation", "municipality", "law", "case_no", "url"]


def column(comment: str, default: Any = None, *, key: bool = False, ref: str | None = None) -> Any:
    """A field of a record: its comment in the warehouse, whether it is the key, which key it points at."""
    return field(default=default, metadata={"comment": comment, "key": key, "ref": ref})


@dataclass(slots=True, kw_only=True)
class Record:
    """What every extracted row has in common."""

    document_id: str = column("The document the row comes from.", "")
    page: int | None = column("1-based page of the file; NULL where a text file does not tell.")
    line: int | None = column("1-based line of the source text file; NULL for PDF.")
    bbox: Box | None = column("Place on the page in points from its top left; NULL for text files.")
    confidence: float = column("0 to 1: how sure the pipeline is of this row.", 1.0)


def place(line: Line, *, paged: bool = True, box: Box | None = None) -> dict[str, Any]:
    """The ``page``, ``line`` and ``bbox`` of a record that is proved by this line (or by a box on it)."""
    return {"page": line.page if paged else None, "line": line.number, "bbox": box or line.box}


@dataclass(slots=True, kw_only=True)
class DocumentRow:
    """A file that was ingested. The same content under two names is one document."""

    document_id: str = column("First 16 hexadecimal digits of the content's SHA-256.", key=True)
    filename: str = column("Name of the file, without its folder.")
    path: str = column("Where the file lay when it was ingested.")
    sha256: str = column("SHA-256 of the file's bytes.")
    bytes: int = column("Size of the file.")
    media_type: str = column("What the content is, whatever its name says.")
    kind: Literal["dagsorden", "bilag", "referat", "ukendt"] = column("What the document is.", "ukendt")
    body: str | None = column("The body that meets, such as KKR Sjælland.")
    meeting_date: date | None = column("Day of the meeting.")
    venue: str | None = column("Where the meeting is held, as printed.")
    title: str | None = column("Title of the document.")
    meeting_id: str | None = column("The meeting: what ties a dagsorden to its bilag.")
    page_count: int = column("Pages of the file, those without text included.", 0)
    text_source: Literal["pdf", "text", "ocr", "mixed"] | None = column("Where the words come from.")
    status: Literal["ok", "partial", "failed"] = column("Whether all of it could be read.", "ok")
    ingested_at: datetime | None = column("When these rows were written (UTC).")
    pipeline_version: str = column("Version of the pipeline that wrote them.", "")
    extracted_rows: int = column("Rows that the extractors drew from it, over all relations.", 0)


@dataclass(slots=True, kw_only=True)
class PageRow:
    """A page of a document, read or not: every page of the file has a row."""

    document_id: str = column("The document.", "", key=True)
    page: int = column("1-based page of the file.", 0, key=True)
    label: str | None = column("The number printed on the page or given by the file's page labels.")
    line_first: int | None = column("Source line the page starts at (text files).")
    text: str = column("The text as printed, lines joined by newlines.", "")
    text_source: Literal["pdf", "text", "ocr", "mixed"] = column("Where the words come from.", "text")
    width: float | None = column("Width in points as seen; NULL for text.")
    height: float | None = column("Height in points as seen; NULL for text.")
    status: Literal["ok", "no_text", "garbled", "failed"] = column("What became of the page.", "ok")
    note: str | None = column("What is the matter with it, where something is.")


@dataclass(slots=True, kw_only=True)
class ItemRow(Record):
    """A point of the agenda."""

    item_id: str = column("Key of the row.", "", key=True)
    item_no: str = column("Number without final dot, such as 2.4.", "")
    item_type: str | None = column("Orienteringssag, Beslutningssag, …; NULL where none is printed.")
    title: str = column("The whole title, joined over line and page breaks.", "")
    case_no: str | None = column("Case number as printed, such as SAG-2022-00570.")
    caseworker: str | None = column("Initials of the caseworker.")
    chapter: str | None = column("The chapter of the agenda it stands in.")
    toc_page: int | None = column("Page that a table of contents gives for it.")
    page_first: int | None = column("First page of the item.")
    page_last: int | None = column("Last page of the item.")
    line_first: int | None = column("First source line (text files).")
    line_last: int | None = column("Last source line (text files).")
    evidence: str | None = column("What the decision rests on: contents, header, sequence, …")


@dataclass(slots=True, kw_only=True)
class AttachmentRow(Record):
    """A bilag of an agenda item, in the document or only listed."""

    attachment_id: str = column("Key of the row.", "", key=True)
    item_no: str | None = column("The item it belongs to.")
    attachment_no: str | None = column(
        "Its number; 1/2 is the second bilag inside the first. NULL where its item is not known."
    )
    title: str | None = column("Its title, as the table of contents, the list or its divider prints it.")
    toc_page: int | None = column("Page that a table of contents gives for it.")
    listed_only: bool = column("True where the document names it and holds no body of it.", False)
    page_first: int | None = column("First page of its body.")
    page_last: int | None = column("Last page of its body.")
    line_first: int | None = column("First source line of its body (text files).")
    line_last: int | None = column("Last source line of its body (text files).")
    evidence: str | None = column("What the decision rests on.")


@dataclass(slots=True, kw_only=True)
class SectionRow(Record):
    """A headed part of an agenda item."""

    section_id: str = column("Key of the row.", "", key=True)
    item_no: str | None = column("The item; NULL where the paper gives its cases no numbers.")
    section: str = column("Baggrund, Indstilling, Sagsfremstilling, Bilag, Beslutning, …", "")
    text: str = column("Running text: lines joined, hyphens resolved, page furniture left out.", "")
    line_first: int | None = column("Source line of its heading (text files).")
    line_last: int | None = column("Its last source line (text files).")
    page_last: int | None = column("The page it ends on.")


@dataclass(slots=True, kw_only=True)
class PassageRow(Record):
    """A paragraph, heading or list entry as clean running text: what a search looks through."""

    passage_id: str = column("Key of the row.", "", key=True)
    item_no: str | None = column("The item it stands in.")
    attachment_no: str | None = column("The attachment it stands in.")
    section: str | None = column("The section of the item it stands in.")
    kind: Literal["text", "footnote", "url"] = column("What kind of text it is.", "text")
    text: str = column("Lines joined, hyphens resolved, page furniture left out.", "")
    page_last: int | None = column("The page it ends on.")
    line_last: int | None = column("Its last source line (text files).")


@dataclass(slots=True, kw_only=True)
class Recommendation(Record):
    """One sentence of an «Indstilling»: what the meeting is asked to do."""

    recommendation_id: str = column("Key of the row.", "", key=True)
    item_no: str | None = column("The item; NULL where the paper gives its cases no numbers.")
    seq: int = column("Place of the sentence in its section, from 1.", 0)
    actor: str | None = column("Who is to act; NULL where the sentence is passive.")
    action: str | None = column("What is to be done, as infinitive; two verbs joined by '; '.")
    text: str = column("The whole sentence; a lead-in is repeated for the bullets that continue it.", "")


@dataclass(slots=True, kw_only=True)
class Decision(Record):
    """One sentence of a «Beslutning» in minutes: what the meeting did."""

    decision_id: str = column("Key of the row.", "", key=True)
    item_no: str | None = column("The item; NULL where the paper gives its cases no numbers.")
    seq: int = column("Place of the sentence in its section, from 1.", 0)
    actor: str | None = column("Who decided; NULL where the sentence is passive.")
    action: str | None = column("What was decided, as infinitive; two verbs joined by '; '.")
    text: str = column("The whole sentence; a lead-in is repeated for the bullets that continue it.", "")


@dataclass(slots=True, kw_only=True)
class Appointment(Record):
    """A person appointed to a body, or a seat to be filled (``person`` NULL)."""

    appointment_id: str = column("Key of the row.", "", key=True)
    item_no: str | None = column("The item.")
    body: str | None = column("The body appointed to.")
    person: str | None = column("The person; NULL for a seat to be filled.")
    role: str | None = column("The role in the body.")
    municipality: str | None = column("The municipality the person comes from, official name.")
    party: str | None = column("Party letter.")
    text: str = column("The sentence or list entry.", "")


@dataclass(slots=True, kw_only=True)
class Table(Record):
    """A table as printed; continued over pages it is still one."""

    table_id: str = column("Key of the row.", "", key=True)
    item_no: str | None = column("The item it stands in.")
    attachment_no: str | None = column("The attachment it stands in.")
    table_no: str | None = column("Its printed number, such as Tabel 3; not unique.")
    caption: str | None = column("Its printed title, without the number.")
    unit: str | None = column("The unit that holds for the whole table.")
    note: str | None = column("The note printed under it.")
    method: str = column("How it was read: ruled, words, tabs, text, …", "")
    n_rows: int = column("Rows, heads included.", 0)
    n_cols: int = column("Columns, label columns included.", 0)
    page_first: int | None = column("First page.")
    page_last: int | None = column("Last page.")
    line_first: int | None = column("First source line (text files).")
    line_last: int | None = column("Last source line (text files).")


@dataclass(slots=True, kw_only=True)
class Cell(Record):
    """A cell of a table as printed."""

    cell_id: str = column("Key of the row.", "", key=True)
    table_id: str = column("The table.", "", ref="tables")
    row: int = column("0-based row.", 0)
    col: int = column("0-based column.", 0)
    text: str = column("As printed, lines joined.", "")
    row_span: int = column("Rows it covers.", 1)
    col_span: int = column("Columns it covers.", 1)
    is_header: bool = column("True for heads and row labels.", False)


@dataclass(slots=True, kw_only=True)
class Observation(Record):
    """One number of a table with everything that says what it is."""

    observation_id: str = column("Key of the row.", "", key=True)
    table_id: str = column("The table.", "", ref="tables")
    item_no: str | None = column("The item.")
    attachment_no: str | None = column("The attachment.")
    caption: str | None = column("The table's printed title.")
    row_label: str = column("Row path, joined by ' / '.", "")
    col_label: str = column("Column path, joined by ' / '.", "")
    row: int = column("0-based row of its cell.", 0)
    col: int = column("0-based column of its cell.", 0)
    value: Decimal | None = column("The number as printed, in its unit; NULL for '-' and blank.")
    value_text: str = column("The cell as printed.", "")
    unit: str | None = column("%, kr., 1.000 kr., mio. kr., procentpoint, … or what is counted.")
    year: int | None = column("The year it holds for.")
    municipality_code: str | None = column("Official code of the municipality.")
    region_code: str | None = column("Official code of the region.")
    is_total: bool = column("True for totals and subtotals.", False)


@dataclass(slots=True, kw_only=True)
class Target(Record):
    """A measurable target of a contract, in force.

    One that a report of the same item prints again stands where the report does, beside what came of it.
    """

    target_id: str = column("Key of the row.", "", key=True)
    item_no: str | None = column("The item.")
    attachment_no: str | None = column("The attachment that prints it at this place.")
    contract: str | None = column("Title of the contract or report that sets it.")
    party: str | None = column("Who is to meet it, such as Erhvervshus Sjælland.")
    goal_no: str | None = column("Number of the goal as printed, such as 3, B or II: of its point, row or heading.")
    sub_no: str | None = column("Number of the sub-goal, such as 3.1 or a.")
    level: Literal["national", "regional", "lokal"] | None = column("Who set it.")
    segment: str | None = column("Part of the population it holds for, such as drift, vækst.")
    metric: str | None = column("What is measured: a short noun phrase.")
    comparator: Comparator | None = column("How the result must stand to the value.")
    value: Decimal | None = column("The target in its unit.")
    unit: str | None = column("%, kr., or what is counted.")
    period: str | None = column("When it holds, such as 2022.")
    status: Verdict = column("Verdict where no result stands beside it: pending or unknown.", "unknown")
    text: str = column("The sentence.", "")
    standing: Standing = column(
        "in_force; proposed; rejected; cited: only named: one whose change was rejected, one of others, or a "
        "proposal outside of a contract; earlier: of a year before; total: sum of the targets under it.",
        "in_force",
    )


@dataclass(slots=True, kw_only=True)
class Result(Record):
    """A stated result, with the target it answers where one is found."""

    result_id: str = column("Key of the row.", "", key=True)
    target_id: str | None = column("The target; NULL where none is found.", ref="targets")
    item_no: str | None = column("The item.")
    attachment_no: str | None = column("The attachment.")
    contract: str | None = column("Title of the contract or report.")
    goal_no: str | None = column("Number of the goal.")
    sub_no: str | None = column("Number of the sub-goal.")
    level: Literal["national", "regional", "lokal"] | None = column("Who set the goal.")
    segment: str | None = column("Part of the population it holds for.")
    metric: str | None = column("What is measured.")
    value: Decimal | None = column("The result in its unit.")
    unit: str | None = column("%, kr., or what is counted.")
    period: str | None = column("When it was measured.")
    fulfilment_pct: Decimal | None = column("Stated degree of fulfilment in percent.")
    status: Verdict = column("Whether the target is met, by the two numbers, else by the text.", "unknown")
    stated_status: Verdict | None = column("What the text itself says of it.")
    text: str = column("The sentence.", "")
    scope: Literal["target", "goal", "contract"] = column(
        "What it is a result of: one target, a goal as a whole, the whole contract.", "target"
    )
    printed_in: Literal["text", "table"] = column(
        "Where it is printed; the figures of an overview table are observations as well.", "text"
    )
    party: str | None = column("Who reports, such as Erhvervshus Sjælland.")
    is_open: bool = column(
        "True for a figure told under a goal whose target this document does not state: it waits for the target of "
        "another document (goal_links) and is left out of target_results.",
        False,
    )


@dataclass(slots=True, kw_only=True)
class Mention(Record):
    """A date, amount, name or reference in running text."""

    mention_id: str = column("Key of the row.", "", key=True)
    kind: MentionKind = column("What it is.")
    text: str = column("As printed, joined over breaks.", "")
    norm: str | None = column("Normalised form.")
    detail: str | None = column("What stands with it: title and organisation of a person.")
    item_no: str | None = column("The item it stands in.")
    attachment_no: str | None = column("The attachment it stands in.")


@dataclass(slots=True, kw_only=True)
class Reference(Record):
    """A reference in running text to an item, an attachment or a case: ``jf. pkt. 3.1``."""

    reference_id: str = column("Key of the row.", "", key=True)
    item_no: str | None = column("The item it stands in.")
    attachment_no: str | None = column("The attachment it stands in.")
    kind: ReferenceKind = column("What is referred to.", "item")
    target_item_no: str | None = column(
        "The item that is meant, or that of the attachment meant; NULL where unsure."
    )
    target_attachment_no: str | None = column("The attachment that is meant; NULL where not certain.")
    target_case_no: str | None = column("The case that is meant, as printed.")
    text: str = column("As printed, joined over breaks.", "")


@dataclass(slots=True, kw_only=True)
class Finding(Record):
    """Something that does not fit, was refused or could not be decided."""

    finding_id: str = column("Key of the row.", "", key=True)
    rule: str = column("Name of the rule, such as total_mismatch.", "")
    severity: Severity = column("info, warning or error.", "warning")
    message: str = column("What is the matter, in words.", "")
    table_id: str | None = column("The table it is about.", ref="tables")
    expected: str | None = column("What was expected.")
    actual: str | None = column("What was found.")


@dataclass(slots=True, kw_only=True)
class GoalLink:
    """A target of one document and its result in another, found anew at every run."""

    link_id: str = column("Key of the row: the keys of target and result.", "", key=True)
    document_id: str = column("The document that tells the result.", "")
    target_document_id: str = column("The document that sets the target.", "")
    target_id: str = column("The target.", "", ref="targets")
    result_id: str = column("The result.", "", ref="results")
    status: Verdict = column("Whether the target is met, by the two numbers, else by the text.", "unknown")
    restated: bool = column(
        "True where the document of the result states the same target and holds the result against it.", False
    )
    confidence: float = column("0 to 1: how sure the link is.", 1.0)


@dataclass(slots=True, kw_only=True)
class RunRow:
    """One run of the ingest."""

    run_id: str = column("Key of the row.", "", key=True)
    started_at: datetime = column("When it started (UTC).")
    ended_at: datetime | None = column("When it ended; NULL while it runs or where it was killed.")
    command: str = column("The paths and options it was given.", "")
    pipeline_version: str = column("Version of the pipeline.", "")
    files: int = column("Files it was given.", 0)
    loaded: int = column("Documents loaded or replaced.", 0)
    unchanged: int = column("Documents already there.", 0)
    failed: int = column("Files refused.", 0)


@dataclass(slots=True, kw_only=True)
class RunDocument:
    """What became of one file in one run."""

    run_id: str = column("The run.", "", key=True)
    path: str = column("The file.", "", key=True)
    document_id: str | None = column("The document; NULL where the file could not be read at all.")
    status: Literal["loaded", "partial", "unchanged", "duplicate", "left_out", "failed"] = column(
        "The outcome; `left_out`: a file of a folder that is neither PDF nor text, such as an Office file.",
        "loaded",
    )
    stage: str | None = column("Stage that failed: find, read, split, extract, load.")
    error_class: str | None = column("Class of the error.")
    message: str | None = column("What went wrong and what to do.")
    seconds: float | None = column("Time taken by the document.")
