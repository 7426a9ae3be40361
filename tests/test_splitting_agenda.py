"""Sections of items, and what a document says of itself."""

from datetime import date

import pytest
from made_documents import text_document

from extractors.splitting import split, structure_records
from schemas.records import Finding, ItemRow, SectionRow

PROSE = "Kommunerne ved fjorden har arbejdet sammen om havne-\nplanen siden foråret."


def item(number, title, *sections):
    return "\n\n".join([f"{number}. {title}\nSAG-2024-00001 mbn", *(f"{name}\n{text}" for name, text in sections)])


TWO = "\n\n\n".join(
    [
        item(
            "2.1", "Valg: Formand", ("Baggrund", PROSE), ("Indstilling", "Det indstilles, at KKR Sjælland vælger.")
        ),
        item("2.2", "Valg: Suppleant", ("Baggrund", PROSE), ("Videre proces", PROSE), ("Sagsfremstilling", PROSE)),
    ]
)


def test_sections_run_from_their_heading_to_the_next():
    packet = split(text_document(TWO))
    spans = [
        (s.item_no, s.name, packet.lines[s.span.first].text, packet.lines[s.span.last].text)
        for s in packet.sections
    ]
    assert spans[0] == ("2.1", "Baggrund", "Baggrund", "planen siden foråret.")
    assert spans[1] == ("2.1", "Indstilling", "Indstilling", "Det indstilles, at KKR Sjælland vælger.")


def test_rows_of_sections_hold_running_text():
    rows = [row for row in structure_records(split(text_document(TWO))) if isinstance(row, SectionRow)]
    assert rows[0].text == "Kommunerne ved fjorden har arbejdet sammen om havneplanen siden foråret."
    assert (rows[0].line, rows[0].line_first, rows[0].line_last) == (4, 4, 6)


def test_a_heading_of_one_item_only_is_a_section_where_few_items_have_any():
    names = {section.name for section in split(text_document(TWO)).sections}
    assert "Videre proces" in names


def test_a_heading_of_one_item_of_many_is_part_of_its_text():
    many = "\n\n\n".join(item(f"2.{n}", f"Valg: Nummer {n}", ("Baggrund", PROSE)) for n in range(1, 9))
    packet = split(
        text_document(many + "\n\n\n" + item("2.9", "Valg: Sidst", ("Baggrund", PROSE), ("Videre proces", PROSE)))
    )
    assert {section.name for section in packet.sections} == {"Baggrund"}


def test_headings_in_a_bilag_are_no_sections_of_the_item():
    packet = split(text_document("2.1 Valg: Formand", f"Notat\nHavneplan\n\nBaggrund\n{PROSE}\n\nBilag\n{PROSE}"))
    assert packet.sections == ()


def test_every_line_of_an_item_knows_its_item_and_section():
    packet = split(text_document(TWO))
    index = next(line.index for line in packet.lines if line.text.startswith("Det indstilles"))
    assert packet.item_at(index).item_no == "2.1"
    assert packet.section_at(index).name == "Indstilling"


COVER = """Mission
Vi arbejder for kommunerne ved fjorden.
DAGSORDEN 2024

K K R  M I D T J Y L L A N D
Dato: 04-03-2024 09:30
Sted: Silkeborg Rådhus, Søvej 1, 8600 Silke-
borg. Mødet er fra 9.30 til 12
"""


def test_cover_of_an_agenda():
    packet = split(text_document(COVER, TWO))
    assert (packet.kind, packet.body, packet.meeting_date) == ("dagsorden", "KKR Midtjylland", date(2024, 3, 4))
    assert packet.venue == "Silkeborg Rådhus, Søvej 1, 8600 Silkeborg"
    assert packet.title == "DAGSORDEN 2024"


def test_minutes_are_told_by_their_decisions():
    decided = item(
        "2.1", "Valg: Formand", ("Indstilling", "At der vælges."), ("Beslutning", "Valgt blev næstformanden.")
    )
    packet = split(text_document("Referat af møde i KKR Sjælland den 3. maj 2023", decided))
    assert (packet.kind, packet.meeting_date) == ("referat", date(2023, 5, 3))
    assert [section.name for section in packet.sections] == ["Indstilling", "Beslutning"]


WORDS = ("Havne", "Færger", "Broer", "Moler", "Både")


def test_a_packet_of_bilag_without_a_date_has_none():
    pages = [
        "2.1 Valg: Formand",
        *(
            f"Side {n}\nSeptember 2023\nKKR Nordjylland\n{word} er et stort emne.\n{word} fylder meget."
            for n, word in enumerate(WORDS, 1)
        ),
    ]
    packet = split(text_document(*pages))
    assert (packet.kind, packet.body, packet.meeting_date) == ("bilag", "KKR Nordjylland", None)


def test_two_bodies_named_alike_often_are_no_answer():
    packet = split(text_document("KKR Nordjylland og KKR Syddanmark har aftalt en plan.\n" * 5))
    assert packet.body is None


@pytest.mark.parametrize(
    "pages", [[""], ["", "", ""], ["\n\n \n"], ["2.1"], ["Bilag"], ["Indhold"], [". . . . . 3"], ["\t\t\t"]]
)
def test_next_to_nothing_passes(pages):
    packet = split(text_document(*pages))
    assert packet.items == ()
    assert all(isinstance(row, Finding) for row in structure_records(packet))


def test_rows_of_items_tell_place_and_evidence():
    row = next(row for row in structure_records(split(text_document(COVER, TWO))) if isinstance(row, ItemRow))
    assert (row.page, row.line, row.page_first, row.page_last) == (2, 10, 2, 2)
    assert "case number" in row.evidence
    assert 0.5 < row.confidence < 1


def test_a_title_and_its_date_over_two_lines():
    packet = split(
        text_document("Bilag til møde i KKR Syddanmark\nden 7. juni 2024", "2.1 Valg: Formand", "Atlas\n" + PROSE)
    )
    assert (packet.meeting_date, packet.title) == (
        date(2024, 6, 7),
        "Bilag til møde i KKR Syddanmark den 7. juni 2024",
    )


def test_the_place_ends_where_the_next_heading_begins():
    packet = split(text_document("Mødedato: 12. juni 2023\nMødested: Silkeborg Rådhus\n\nDAGSORDEN", TWO))
    assert (packet.venue, packet.meeting_date) == ("Silkeborg Rådhus", date(2023, 6, 12))


@pytest.mark.parametrize(
    "head",
    [
        "KKR Sjælland | 18-06-2025 | 1",
        "KKR SJÆLLAND                                                                               |  18-06-2025",
        "KKR Sjælland – 18. juni 2025 – side 3",
        "KKR Sjælland, den 18. juni 2025",
    ],
)
def test_a_running_head_tells_the_meeting_also_where_it_stands_once(head):
    text = f"2.1 Orienteringssag: Havnenes mål\n\n{head}\n\nBilag 1: Mål for havnene\n\nHavnene har to mål.\n"
    packet = split(text_document(text))
    assert (packet.body, packet.meeting_date) == ("KKR Sjælland", date(2025, 6, 18))


@pytest.mark.parametrize(
    "line", ["KKR Sjælland fik 18 forslag den 18. juni 2025.", "Kilde: KKR Sjælland, 18. juni 2025"]
)
def test_a_sentence_about_the_body_is_no_running_head(line):
    text = f"2.1 Orienteringssag: Havnenes mål\n\nHavnene har to mål.\n\n{line}\n\nHavnene er tre.\n"
    assert split(text_document(text)).meeting_date is None
