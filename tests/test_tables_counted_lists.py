"""Bullets that count things as tables, and lists that are running text."""

from __future__ import annotations

import pytest
from flat_tables import Facts, packet

from extractors.tables.extract import find_tables


def facts(text: str) -> Facts:
    """(row path, column path, value) of every cell of every table."""
    return [
        (" / ".join(grid.row_paths[cell.row]), " / ".join(grid.col_paths[cell.col]), cell.text)
        for grid in find_tables(packet(text))[0]
        for cell in grid.cells
        if not cell.is_header
    ]


VISITS = """
Antal samtaler fordelt på form:

• 1.310 – telefoniske samtaler
• 96 – samtaler ved
fremmøde

Alle samtaler er gennemført af to medarbejdere.
"""


def test_counts_before_a_dash_are_rows() -> None:
    assert facts(VISITS) == [
        ("telefoniske samtaler", "", "1.310"),
        ("samtaler ved fremmøde", "", "96"),
    ]


def test_a_few_words_behind_a_count_are_its_label() -> None:
    text = "Antal steder ved årets udgang:\n\n• 14 private opholdssteder\n• 3 sikrede institutioner\n"
    assert facts(text) == [("private opholdssteder", "", "14"), ("sikrede institutioner", "", "3")]


DONE = """
Nævnet har i årets løb blandt andet:

– Optaget 12 højskoler og 7 museer
– Truffet 31 beslutninger om støtte, der omfattede 44 projekter
– Truffet 6 beslutning om afslag
– Modtaget 150 ansøgninger vedrørende drift – 90 på kulturområdet og 60 på
idrætsområdet
– Modtaget og besvaret 18 klager, disse er lagt på hjemmesiden
"""


def test_what_was_done_and_counted_is_a_row_of_a_list() -> None:
    assert facts(DONE) == [
        ("Optaget / højskoler", "antal", "12"),
        ("Optaget / museer", "antal", "7"),
        ("beslutninger om støtte", "antal beslutninger", "31"),
        ("beslutninger om støtte", "antal projekter", "44"),
        ("beslutning om afslag", "antal beslutninger", "6"),
        ("ansøgninger vedrørende drift", "antal", "150"),
        ("ansøgninger vedrørende drift / kulturområdet", "antal", "90"),
        ("ansøgninger vedrørende drift / idrætsområdet", "antal", "60"),
        ("klager", "antal", "18"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        VISITS.replace("form:", "form."),
        VISITS.replace("• 96 – samtaler ved", "• Desuden er der holdt møder ved"),
        DONE.replace("– Truffet 6 beslutning om afslag", "– Udvalget holdt 6 møder om afslag"),
        DONE.replace("lagt på hjemmesiden", "lagt på hjemmesiden efter 14 dage"),
        "Status for målene er:\n\n• 14 korte forløb\n• 3 lange forløb\n",
        "Fristerne for et antal sager er:\n\n• 14 dage ved almindelige sager\n• 3 uger ved klager\n",
        "Antallet af medlemmer:\n\n• 2 medlemmer udpeges af kommunerne\n• 3 medlemmer vælges af bestyrelsen\n",
        "Udvalget har:\n\n– Afholdt 3 møder\n– Drøftet kulturaftalen\n",
        "Den ny fordeling følger folketallet. Vi lover for 2031:\n\n• 14 praktikpladser\n• 3 lærepladser\n",
        "Antallet falder. I 2031 skal der være:\n\n• 14 praktikpladser\n• 3 lærepladser\n",
    ],
)
def test_a_list_with_one_entry_of_another_form_is_running_text(text: str) -> None:
    assert facts(text) == []


def test_a_list_inside_a_table_is_not_read_twice() -> None:
    text = "Tabel 1: Samtaler\nForm 2030 2031\nI telefon 12 14\nVed fremmøde 3 4\nI alt 15 18\n"
    assert len(find_tables(packet(text))[0]) == 1


def test_a_total_with_a_capital_is_a_head_of_its_own_behind_the_head_of_the_labels() -> None:
    text = (
        "Tabel 1. Midler fordelt på kommuner og klynger\n\n Klynge/Region Kommuner Region I alt \n\n"
        "Region Nord 4.030.016  4.135.869   8.165.885  \n\nKlynge Øst 1.094.303  1.123.046   2.217.349  \n"
        "Klynge Midt 1.765.739  1.812.118   3.577.857  \nKlynge Vest 430.128  441.425   871.553  \n"
    )
    assert [(column, value) for _, column, value in facts(text)[:3]] == [
        ("Kommuner", "4.030.016"), ("Region", "4.135.869"), ("I alt", "8.165.885"),
    ]  # fmt: skip
