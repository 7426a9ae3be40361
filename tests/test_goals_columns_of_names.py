"""Tables of goals whose results stand below the names of places, houses or segments."""

import pytest
from goal_packets import CONTRACT, REPORT, pairs, read, results, targets

from schemas.places import is_place


def table(*rows: str) -> str:
    return "\n".join(rows) + "\n"


def test_each_named_column_answers_the_one_column_of_targets() -> None:
    text = table(
        "Tabel 1. Fælles mål 2031\n",
        "Indikator\tMåltal\tFyn\tSydjylland",
        "Nye virksomheder (pct.)\t45\t61\t39",
        "Tilfredse virksomheder (pct.)\t85\t92\t88",
    )
    rows = read((REPORT, text))
    assert sorted((p.target, p.result, p.status) for p in pairs(rows)) == [
        (45, 39, "not_met"), (45, 61, "met"), (85, 88, "met"), (85, 92, "met"),
    ]  # fmt: skip
    assert {row.segment for row in results(rows)} == {"Fyn", "Sydjylland"}


def test_columns_of_other_things_do_not_answer() -> None:
    text = table(
        "Tabel 1. Fælles mål 2031\n",
        "Indikator\tMåltal\tKurser\tTilskud",
        "Nye virksomheder\t45\t61\t39",
        "Tilfredse virksomheder\t85\t92\t88",
    )
    assert results(read((REPORT, text))) == []


def test_below_a_title_that_speaks_of_targets_each_name_has_its_own() -> None:
    text = table(
        "Tabel 3. Udvalgte måltal i Resultatkontrakt 2031\n",
        "Indikator\tFyn\tSydjylland",
        "Kendskabsgrad\t41 pct.\t36 pct.",
        "Forløb i alt\t720\t1.310",
    )
    rows = read((CONTRACT, text))
    assert sorted(float(row.value) for row in targets(rows)) == [36, 41, 720, 1310]
    assert results(rows) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Fyn", True),
        ("Sydjylland", True),
        ("Odense", True),
        ("Region Sjælland", True),
        ("Kurser", False),
        ("", False),
    ],
)
def test_places_are_municipalities_provinces_and_regions(text: str, told: bool) -> None:
    assert is_place(text) is told
