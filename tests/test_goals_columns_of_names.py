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


def test_segments_and_their_whole_each_answer_the_column_of_targets() -> None:
    text = table(
        "Svar fra sejlerne i 2031\n",
        "Målepunkt\tMål 2031\tDrift\tVækst\tSamlet",
        "2.1 Meget tilfredse med havnen\t77 %\t79 %\t71 %\t75 %",
        "2.2 Vil anbefale havnen (NPS)\t62\t65\t61\t63",
    )
    rows = read((REPORT, text))
    assert [(p.target, p.result) for p in pairs(rows)] == [
        (77, 79),
        (77, 71),
        (77, 75),
        (62, 65),
        (62, 61),
        (62, 63),
    ]
    assert [row.segment for row in results(rows)] == ["Drift", "Vækst", None] * 2


def test_counts_of_parts_leave_the_whole_to_answer() -> None:
    text = table(
        "Ture i 2031\n",
        "Aktivitet\tMåltal 2031\tFyn\tSydjylland\tI alt",
        "Ture\t600\t310\t270\t580",
        "Kurser\t40\t18\t25\t43",
    )
    assert [(p.target, p.result) for p in pairs(read((REPORT, text)))] == [(600, 580), (40, 43)]


@pytest.mark.parametrize(
    ("caption", "heads", "found"),
    [
        (
            "Tabel 3. Måltal for 2032 fordelt på egne",
            "Sejl- og motorfolk\tHavne- og broassistenter",
            [168, 455, 121, 222],
        ),
        ("Tabel 3. Elever i 2032 fordelt på egne", "Sejl- og motorfolk\tHavne- og broassistenter", []),
        ("Tabel 3. Måltal for 2032 fordelt på egne", "Antal elever 2031\tAndel i pct.", []),
    ],
)
def test_a_caption_that_calls_its_values_targets_makes_them_such(
    caption: str, heads: str, found: list[int]
) -> None:
    text = table(f"{caption}\n", f"Egn\t{heads}", "Nord og øerne\t168\t455", "Vest\t121\t222")
    assert [float(row.value) for row in targets(read((REPORT, text)))] == found
