"""What heads, labels and captions say."""

from __future__ import annotations

import pytest

from extractors.tables.captions import is_figure_caption, is_note, parse_bare_caption, parse_caption, untitled
from extractors.tables.labels import closing_unit, head_unit, is_bare_total, is_column_total, is_total, year_of


@pytest.mark.parametrize(
    ("text", "table_no", "title", "unit"),
    [
        ("Tabel 3: Antal besøg", "Tabel 3", "Antal besøg", None),
        ("Tabel 12 - Budget, 1.000 kr.", "Tabel 12", "Budget, 1.000 kr.", "1.000 kr."),
        ("TABEL 2: UDGIFTER, MIO. KR.", "TABEL 2", "UDGIFTER, MIO. KR.", "mio. kr."),
        ("Tabel 4 – Frafald i pct.", "Tabel 4", "Frafald i pct.", "%"),
        ("Tabel 1.", "Tabel 1", None, None),
        ("Tabel B2.  ", "Tabel B2", None, None),
        ("**Tabel 5: Pladser**", "Tabel 5", "Pladser", None),
    ],
)
def test_numbered_captions(text: str, table_no: str, title: str | None, unit: str | None) -> None:
    assert parse_caption(text) == (table_no, title, unit)


@pytest.mark.parametrize(
    "text",
    [
        "Tabel 1 viser udviklingen i antal besøg.",
        "Af tabel 2 fremgår det",
        "Tabel over besøg",
        "Tabellen viser",
        "",
        "Figur 2: Besøg",
    ],
)
def test_prose_about_tables_is_no_caption(text: str) -> None:
    assert parse_caption(text) is None


def test_a_heading_gives_title_and_unit() -> None:
    assert untitled("Samlede udgifter (mio. kr.)") == (None, "Samlede udgifter (mio. kr.)", "mio. kr.")


@pytest.mark.parametrize(
    "text",
    ["Figur 2: Besøg", "Diagram 9: Tilsyn", "Graf 1", "Kort 3: Kommuner", "Kort over klynger", "Kort A. Ruter"],
)
def test_captions_of_figures(text: str) -> None:
    assert is_figure_caption(text)


@pytest.mark.parametrize("text", ["Kort fravær", "Kort frist", "Kort i kommunen", "Korte forløb"])
def test_what_is_short_is_no_map(text: str) -> None:
    assert not is_figure_caption(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tabel 4 Takster i kr.", ("Tabel 4", "Takster i kr.", "kr.")),
        ("Tabel 12 Plan 2025-2026 i 1.000 kr.", ("Tabel 12", "Plan 2025-2026 i 1.000 kr.", "1.000 kr.")),
        ("Tabel 4: Takster", ("Tabel 4", "Takster", None)),
        ("Tabel 4 viser takster", None),
        ("Takster", None),
    ],
)
def test_a_line_set_as_a_title_needs_no_mark_behind_its_number(text: str, expected: object) -> None:
    assert parse_bare_caption(text) == expected


@pytest.mark.parametrize(
    "text", ["Kilde: Registeret", "Anm.: Afrundet", "Note: Foreløbige tal", "* Skøn", "Opgjort 31/12"]
)
def test_notes(text: str) -> None:
    assert is_note(text)


@pytest.mark.parametrize("text", ["Noterne er samlet bagest", "Kildevand", "Notodden"])
def test_words_that_only_begin_like_notes(text: str) -> None:
    assert not is_note(text)


@pytest.mark.parametrize(
    "label",
    [
        "I alt",
        "Ialt",
        "Total",
        "Udgifter i alt",
        "Samlet i alt",
        "Netto ( + = merforbrug)",
        "Hele landet",
        "Kommuner i alt",
        "Sum",
    ],
)
def test_totals(label: str) -> None:
    assert is_total(label)


@pytest.mark.parametrize(
    "label", ["Samlet antal børn", "Nettolønnet personale", "Talentforløb", "Sommerhuse", "Alternativ"]
)
def test_labels_that_are_no_totals(label: str) -> None:
    assert not is_total(label)


@pytest.mark.parametrize(
    ("label", "bare"), [("I alt", True), ("Total:", True), ("Udgifter i alt", False), ("Netto", True)]
)
def test_bare_totals_name_nothing_else(label: str, bare: bool) -> None:
    assert is_bare_total(label) is bare


@pytest.mark.parametrize(
    ("head", "total"), [("I alt", True), ("Besøg i alt", True), ("Samlet antal børn", False), ("Antal", False)]
)
def test_total_columns(head: str, total: bool) -> None:
    assert is_column_total(head) is total


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Budget 2024", 2024), ("År 2023", 2023), ("pr. 31. december 2022", 2022), ("2022-2025", None),
        ("2022/2023", None), ("2021 og 2022", None), ("1.2024", None), ("Antal", None), ("12024", None),
    ],
)  # fmt: skip
def test_the_year_a_label_names(text: str, year: int | None) -> None:
    assert year_of(text) == year


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("Lønudgift (1.000 kr.)", "1.000 kr."), ("Frafald i pct.", "%"), ("Udgift, mio. kr.", "mio. kr."),
        ("Tab (pct. af lageret)", "%"), ("Drift, procent af samlet budget", "%"),
        ("Kroner og ører", None), ("Elever (personer)", None), ("Skole", None),
    ],
)  # fmt: skip
def test_units_at_the_end_of_row_labels(label: str, unit: str | None) -> None:
    assert closing_unit(label) == unit


def test_the_innermost_head_gives_the_unit() -> None:
    assert head_unit(("Beløb, mio. kr.", "ændring i pct.")) == "%"
    assert head_unit(("Beløb, mio. kr.", "Drift")) == "mio. kr."
    assert head_unit(("Antal", "Drift")) is None
