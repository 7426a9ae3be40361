"""Tables that text prints as one cell a paragraph are read only where their heads are surely in order."""

import pytest
from test_tables_aligned import facts, packet

from extractors.tables.extract import find_tables


def paragraphs(*cells: str) -> str:
    """One cell a paragraph, as a converter prints tables without keeping their columns."""
    return "\n\n".join(cells)


def cells_of(text: str) -> list[str]:
    return text.split()


ROWS = cells_of("Skovby 14 21 1.310 Strandby 11 24 2.018 Havneby 9 20 998 Engby 12 30 1.877")


def test_heads_of_one_line_each_stand_over_the_columns_in_order() -> None:
    found = facts(paragraphs("Tabel 1: Tilbud", "Kommune", "Pladser", "Borgere", "Takst", *ROWS))
    assert found[("Strandby",), ("Borgere",)] == "24"
    assert found[("Engby",), ("Takst",)] == "1.877"
    assert len(found) == 12


@pytest.mark.parametrize(
    "heads",
    [
        ("Kommune", "Pladser", "Takst pr.\ndøgn", "Borgere"),  # the upper line of a head comes first
        ("Antal", "Kommune", "Pladser", "Borgere", "Takst"),  # over which of them does the first one stand?
        ("Kommune", "Pladser", "Pladser", "Takst"),
    ],
)
def test_heads_that_may_stand_in_another_order_refuse_the_table_and_say_so(heads: tuple[str, ...]) -> None:
    grids, findings = find_tables(packet(paragraphs("Tabel 1: Tilbud", *heads, *ROWS)))
    assert grids == []
    assert [(finding.rule, "Tabel 1" in finding.message) for finding in findings] == [("table_refused", True)]


def test_a_number_before_the_first_label_belongs_to_a_column_that_was_not_told() -> None:
    cells = cells_of("1.214 Hjemmepleje 1.258 148 Anbragte 139 71 Fritvalg 73 46 Sygefravær 51")
    assert facts(paragraphs("Tabel 1: Før og nu", "2026", "2027", *cells)) == {}


def test_a_last_column_that_adds_up_the_others_is_the_total() -> None:
    cells = cells_of("Skovby 8 65 73 Strandby 141 229 370 Havneby 10 190 200 Engby 16 224 240")
    assert facts(paragraphs("Tabel 1: Boliger", "Kommune", "2028", "2029", "2030", *cells)) == {}
