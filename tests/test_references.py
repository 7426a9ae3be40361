"""References to items, attachments and cases, and what is none."""

import pytest
from made_documents import text_document

from extractors.agenda.references import extract_references
from schemas.packet import AgendaItem, AttachedPaper, Packet, SectionPart, Span


def refer(text, *, papers=(), inside=None, sections=()):
    """References of a text that stands in item 2.4, or in the attachment ``inside`` of it."""
    document = text_document(text)
    span = Span(0, len(document.lines) - 1)
    items = (
        AgendaItem("2.4", "Planen", span=span, case_no="SAG-2031-00123"), AgendaItem("2.7", "Broen"),
        AgendaItem("2.8", "Færgen"), AgendaItem("2.9", "Tunnelen"), AgendaItem("3.1", "Rådet"),
    )  # fmt: skip
    attachments = tuple(
        AttachedPaper("2.4", number, None, span=span if number == inside else None) for number in papers
    )
    packet = Packet(document, items=items, attachments=attachments, sections=sections)
    return [
        (r.kind, r.target_item_no, r.target_attachment_no or r.target_case_no) for r in extract_references(packet)
    ]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Planen skal ses med broen, jf. pkt. 3.1.", ["3.1"]),
        ("Planen drøftes også i dag (se punkt 2.8).", ["2.8"]),
        ("Jf. også pkt. 2.7 og 2.8 om havet.", ["2.7", "2.8"]),
        ("Det følger af pkt. 2.7-2.9 på dagsordenen.", ["2.7", "2.8", "2.9"]),
        ("Sagen hænger sammen med dagsordenens punkt 3.1.", ["3.1"]),
        ("Færgen behandles under pkt. 2.8 om havet.", ["2.8"]),
        ("Som nævnt i pkt. 2.4 ovenfor.", []),
        ("Priserne steg 3 pkt. 2.8 pct.", []),
        ("Det følger af § 3, stk. 1, pkt. 2.8.", []),
        ("Det står i punkt 2.8 i referatet.", []),
        ("Broen fik 9.9 i karakter, pkt. 9.9.", []),
        ("Ungdommens mødepunkt 2031 åbner.", []),
    ],
)
def test_references_to_items(text, items):
    assert refer(text) == [("item", number, None) for number in items]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Planen er vedlagt, jf. bilag 2.", ["2"]),
        ("Tallene steg (se bilag 1).", ["1"]),
        ("I bilag 1 og 3 ses tallene.", ["1", "3"]),
        ("Bilag 1-3 viser tallene.", ["1", "2", "3"]),
        ("Tallene fremgår af Bilag 2: Takster.", ["2"]),
        ("Bilag 2: Takster for broen", []),
        ("Arten er nævnt i bilag 1 til bekendtgørelsen.", []),
        ("Beløbet står i bilag 2 i den gældende rammeaftale.", []),
        ("Bilag 2031 er udgået.", []),
    ],
)
def test_references_to_attachments_of_the_item(text, numbers):
    assert refer(text, papers=("1", "2", "3")) == [("attachment", "2.4", number) for number in numbers]


@pytest.mark.parametrize(
    ("text", "cases"),
    [
        ("Der henvises til sag nr. 2031-4321.", ["2031-4321"]),
        ("Broen blev behandlet i SAG-2031-00777 om havet.", ["SAG-2031-00777"]),
        ("Broen blev behandlet i SAG-2031-00123 om havet.", []),
        ("J.nr. 2031-4321", []),
    ],
)
def test_references_to_other_cases(text, cases):
    assert refer(text) == [("case", None, number) for number in cases]


def test_inside_an_attachment_a_bilag_is_its_own_and_a_point_needs_the_agenda():
    text = "Tallene ses i bilag 2, jf. pkt. 3.1. Se også dagsordenens punkt 2.8."
    assert refer(text, papers=("1", "1/1", "1/2"), inside="1") == [
        ("attachment", "2.4", "1/2"),
        ("item", "2.8", None),
    ]


def test_what_cannot_be_decided_has_no_target():
    assert refer("Tallene ses i bilag 2.", papers=("1", "2"), inside="1") == [("attachment", None, None)]


def test_a_list_of_bilag_refers_to_nothing():
    text = "Bilag\nbilag 1 om broen"
    assert refer(text, papers=("1",), sections=(SectionPart("2.4", "Bilag", Span(0, 1)),)) == []


def test_a_row_has_its_place_and_text():
    packet = Packet(text_document("Indledning.\n\nPlanen er vedlagt (jf.\nbilag 2)."), items=())
    (row,) = extract_references(packet)
    assert (row.line, row.text, row.item_no, row.reference_id) == (3, "jf. bilag 2", None, "ref00001")


@pytest.mark.parametrize("text", ["", "jf. pkt. " * 5000, "bilag 1, 2, 3-4 og " * 5000, "1.1.1-" * 9000])
def test_any_document_is_read(text):
    assert isinstance(extract_references(Packet(text_document(text))), list)
