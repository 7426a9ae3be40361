"""Rows of figures below a goal are no targets."""

import pytest
from made_documents import text_document

from extractors.goals.figures import is_of_figures, is_row_of_figures


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Tilfredse borgere   85 %   88 %   Ja", True),
        ("0-9 ansatte\t702\t790\t12,5 %", True),
        ("Drift   1.200   -", True),
        ("Tilfredse borgere 85 % 88 % 91 % Ja", True),
        ("Over 9 ansatte 281 301 7,1 %", True),
        ("Målet er 450, 300 og 150 forløb i 2023, 2024 og 2025.", False),
        ("Mål   Mindst 85 pct. af borgerne er tilfredse", False),
        ("Måltal 2024: 85 %", False),
        ("Tilfredse borgere   85 %", False),
        ("Af 950 forløb er 512 gennemført, og 88 pct. er tilfredse.", False),
        ("x" * 1000, False),
    ],
)
def test_lines_with_two_numbers_in_columns_are_rows_of_figures(line: str, expected: bool) -> None:
    assert is_row_of_figures(line) is expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Resultat", "-139", "223", "-89"), True),
        (("Resultat", "223", "Drift"), False),
        (("82 %", "74", "311"), False),
    ],
)
def test_cells_below_each_other_are_of_figures(lines: tuple[str, ...], expected: bool) -> None:
    document = text_document("\n".join(lines))
    place = next(at for at, line in enumerate(document.lines) if line.text.strip() in ("223", "74"))
    assert is_of_figures(document.lines, place) is expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Løn 5.210 5.334", "Husleje og kontor 1.120 1.098", "Resultat 65 145"), True),
        (("Løn 5.210 5.334", "Resultat 65 145"), False),
        (("Løn 5.210 5.334", "Resultat 65 145", "Der er 12 både i havnen."), False),
        (("Andel, pct. 52 60 %", "Løn 5.210 5.334", "Resultat 65 145"), False),
    ],
)
def test_rows_of_two_numbers_below_each_other_are_of_figures(lines: tuple[str, ...], expected: bool) -> None:
    document = text_document("\n".join(lines))
    place = next(at for at, line in enumerate(document.lines) if line.text.startswith("Resultat"))
    assert is_of_figures(document.lines, place) is expected
