"""The views that link papers: bilag to attachments, cases over meetings, references to what they mean."""

from dataclasses import astuple
from datetime import date
from importlib.resources import files

import duckdb
import pytest

from schemas.records import AttachmentRow, DocumentRow, ItemRow, Reference
from schemas.relations import RELATIONS, stamp

SQL = files("schemas") / "sql"


@pytest.fixture
def db():
    with duckdb.connect() as db:
        for relation in RELATIONS:
            for statement in relation.create():
                db.execute(statement)
        for name in ("municipalities", "analysis", "links"):
            db.execute((SQL / f"{name}.sql").read_text(encoding="utf-8"))
        yield db


def load(db, document, rows, *, kind="dagsorden", day=date(2031, 3, 12)):
    row = DocumentRow(
        document_id=document, filename=f"{document}.pdf", path=document, sha256=document, bytes=1,
        media_type="application/pdf", kind=kind, meeting_date=day, meeting_id=f"KKR {day}",
    )  # fmt: skip
    insert(db, "documents", row)
    for name, records in stamp(document, rows).items():
        for record in records:
            insert(db, name, record)


def insert(db, name, record):
    values = astuple(record)
    db.execute(f"INSERT INTO {name} VALUES ({', '.join('?' * len(values))})", values)


def listed(number, title, item="2.1"):
    return AttachmentRow(item_no=item, attachment_no=number, title=title, listed_only=True)


def body(number, title, item="2.1"):
    return AttachmentRow(item_no=item, attachment_no=number, title=title)


def links(db, kind):
    return db.execute(
        "SELECT from_document_id, from_item_no, from_attachment_no, to_document_id, to_item_no, to_attachment_no"
        " FROM item_links WHERE link = ? ORDER BY ALL",
        [kind],
    ).fetchall()


def test_a_listed_bilag_is_the_attachment_with_its_title_or_its_number(db):
    load(
        db,
        "a",
        [listed("1", "Takster 2031"), listed("2", "Plan for broen"), listed("3", "Kort"), listed("4", "Tal")],
    )
    load(
        db,
        "p",
        [body("1", "Takster 2030"), body("2", "Takster 2031"), body("3", None), body("4", "Helt andet")],
        kind="bilag",
    )
    assert links(db, "bilag") == [
        ("a", "2.1", "1", "p", "2.1", "2"),
        ("a", "2.1", "3", "p", "2.1", "3"),
    ]


@pytest.mark.parametrize(
    ("day", "item", "number"), [(date(2031, 6, 1), "2.1", "1"), (date(2031, 3, 12), "2.2", "1")]
)
def test_a_bilag_of_another_meeting_or_item_is_not_linked(db, day, item, number):
    load(db, "a", [listed("1", "Takster")])
    load(db, "p", [body(number, "Takster", item)], kind="bilag", day=day)
    assert links(db, "bilag") == []


def test_a_case_is_linked_to_its_nearest_earlier_meeting(db):
    for document, month in (("a", 1), ("b", 3), ("c", 6)):
        load(db, document, [ItemRow(item_no=f"2.{month}", title="Broen", case_no="S-1")], day=date(2031, month, 1))
    assert links(db, "case") == [("a", "2.1", None, "b", "2.3", None), ("b", "2.3", None, "c", "2.6", None)]


def test_items_that_share_a_case_in_one_meeting_are_linked_by_their_titles(db):
    for document, month in (("a", 1), ("b", 3)):
        rows = [
            ItemRow(item_no="1.1", title="Dagsorden", case_no="S-1"),
            ItemRow(item_no="1.2", title="Referat", case_no="S-1"),
        ]
        load(db, document, rows, day=date(2031, month, 1))
    assert links(db, "case") == [("a", "1.1", None, "b", "1.1", None), ("a", "1.2", None, "b", "1.2", None)]


def test_references_are_linked_to_items_attachments_and_cases(db):
    load(db, "z", [ItemRow(item_no="4.1", title="Færgen", case_no="S-9")], day=date(2031, 1, 1))
    load(
        db,
        "a",
        [
            ItemRow(item_no="2.1", title="Broen"),
            ItemRow(item_no="3.1", title="Rådet"),
            body("1", "Takster"),
            Reference(item_no="2.1", kind="item", target_item_no="3.1", text="jf. pkt. 3.1"),
            Reference(item_no="2.1", kind="item", target_item_no="9.9", text="jf. pkt. 9.9"),
            Reference(
                item_no="2.1", kind="attachment", target_item_no="2.1", target_attachment_no="1", text="se bilag 1"
            ),
            Reference(item_no="2.1", kind="attachment", text="se bilag 2"),
            Reference(item_no="2.1", kind="case", target_case_no="S-9", text="sag nr. S-9"),
        ],
    )
    assert links(db, "reference") == [
        ("a", "2.1", None, "a", "2.1", "1"),
        ("a", "2.1", None, "a", "3.1", None),
        ("a", "2.1", None, "z", "4.1", None),
    ]
    keys = db.execute("SELECT from_id, to_id FROM item_links WHERE text = 'jf. pkt. 3.1'").fetchall()
    assert keys == db.execute(
        "SELECT r.reference_id, i.item_id FROM item_references r, items i"
        " WHERE r.text = 'jf. pkt. 3.1' AND i.item_no = '3.1'"
    ).fetchall()  # fmt: skip
