"""Heads of years beside the measures of a change, lines around heads that are none of them, and the total that
tells how many columns there are."""

from __future__ import annotations

import pytest
from flat_tables import doubled, facts, rows


def _heads(text: str) -> list[str]:
    return list(dict.fromkeys(head for _, head, _ in facts(text)))


@pytest.mark.parametrize(
    ("heads", "values", "paths"),
    [
        (
            "Havn\nDage i sejlads pr. båd Ændring 2030-2032\n2030 2031 2032 Dage Pct.",
            ["12,9 12,3 11,1 -1,8 -14,0", "15,7 15,9 15,5 -0,2 -1,3", "13,1 12,0 12,7 -0,4 -3,1"],
            [*(f"Dage i sejlads pr. båd / {year}" for year in (2030, 2031, 2032)),
             "Ændring 2030-2032 / Dage", "Ændring 2030-2032 / Pct."],
        ),
        (
            "Regnskab Budget Regnskab Afvigelse fra budget\n2031 2032 2032 1.000 kr. Pct.",
            ["210 220 231 11 5,0", "400 410 402 -8 -2,0", "90 100 112 12 12,0"],
            ["Regnskab / 2031", "Budget / 2032", "Regnskab / 2032", "Afvigelse fra budget / 1.000 kr.",
             "Afvigelse fra budget / Pct."],
        ),
        (
            "Regnskab Budget Forventet\nregnskab\nBudget\n2031 2032 2032 2033",
            ["4.318 4.460 4.395 4.612", "1.802 1.850 1.850 1.913", "322 500 275 500"],
            ["Regnskab / 2031", "Budget / 2032", "Forventet regnskab / 2032", "Budget / 2033"],
        ),
    ],
)  # fmt: skip
def test_years_stand_below_their_heads_and_measures_below_the_change(
    heads: str, values: list[str], paths: list[str]
) -> None:
    lines = "\n".join(f"{name} {row}" for name, row in zip(("Nordby", "Sydby", "Østby"), values, strict=True))
    text = f"Tabel 4. Sejlads\n{heads}\n{lines}"
    assert _heads(text) == paths
    assert _heads(doubled(text)) == paths


def test_years_below_heads_of_things_are_not_shared_out_one_by_one() -> None:
    found = _heads("Tabel 4. Gæster\nHotel Telt\n2031 2032 2031 2032\nNord 1 2 3 4\nSyd 5 6 7 8\nVest 9 8 7 6")
    assert found == ["Hotel / 2031", "Hotel / 2032", "Telt / 2031", "Telt / 2032"]


def test_a_line_behind_a_blank_one_names_rows_as_others_below_do() -> None:
    text = """
Tabel 5: Pladser og hold
Fag Plad-
ser 2031
Hold
2030
Hold
2031
Ledige
pladser 2031
{blank}
Smedning
Nordby 220 201 189 31
Sydby 70 58 54 16
Vævning
Nordby 260 238 229 31
Sydby 90 77 70 20
I alt 640 574 542 98
"""
    found = facts(text.format(blank=" "))
    assert found[:4] == rows(
        ["Pladser 2031", "Hold 2030", "Hold 2031", "Ledige pladser 2031"], ("Smedning / Nordby", "220 201 189 31")
    )
    assert ("Vævning / Sydby", "Hold 2031", "70") in found


def test_the_year_of_a_day_ends_the_title_of_two_lines() -> None:
    text = """
Pladser i de mindste havne pr. 1. januar
2031

Målgruppe
Pladser
Heraf lejet ud
til andre
Pris i snit
pr. døgn

Joller 214 37 341 kr.
Kajakker 46 29 127 kr.
Kuttere 88 19 396 kr.
"""
    assert _heads(text) == ["Pladser", "Heraf lejet ud til andre", "Pris i snit pr. døgn"]


GLUED = """
Tabel 6. Sejlads efter varighed, 2031
Bådtype
Samlet an-
tal
Ture med gæster
Andel lange
ture1-14 timer 15-30 timer Over 30 timer I alt
Joller 5.743 19.924 7.383 23.946 51.253 47 %
Kajakker 1.555 5.351 2.266 6.720 14.337 47 %
Kuttere 4.581 15.270 7.346 21.781 44.397 49 %
"""


@pytest.mark.parametrize("text", [GLUED, doubled(GLUED)])
def test_a_range_glued_to_the_end_of_a_wrapped_head_begins_the_lower_ones(text: str) -> None:
    assert _heads(text) == [
        "Samlet antal",
        *(f"Ture med gæster / {head}" for head in ("1-14 timer", "15-30 timer", "Over 30 timer", "I alt")),
        "Andel lange ture",
    ]


def test_a_word_glued_to_the_end_of_a_wrapped_head_begins_the_lower_ones() -> None:
    text = """
Tabel 7 Puljer i drift
Pulje Fond
1.000 kr. Brugt i pct. af be-
løbBevilget Brugt i 2031 Brugt i alt Rest
Grøn havn Nordfonden 1.220 415 859 361 70
Blå mole Sydfonden 1.759 360 1.244 515 71
Rød bøje Nordfonden 10.196 2.283 3.637 6.559 36
"""
    assert _heads(text) == [
        *(f"1.000 kr. / {head}" for head in ("Bevilget", "Brugt i 2031", "Brugt i alt", "Rest")),
        "Brugt i pct. af beløb",
    ]


def test_the_total_tells_how_many_columns_there_are() -> None:
    amounts = [(f"By{letter}", 20_000 + 1_300 * n) for n, letter in enumerate("abcdefghijklmnop")]
    lines = [f"{name} {n:,} 100.000 {2 * n:,} {100_000 + 2 * n:,}".replace(",", ".") for name, n in amounts]
    lines.insert(3, "Lilleø 3.386 100.000 6.772 40.000 146.772")
    count = sum(n for _, n in amounts) + 3_386
    whole = 17 * 100_000 + 2 * count + 40_000
    lines.append(f"I alt {count:,} 1.700.000 {2 * count:,} 40.000 {whole:,}".replace(",", "."))
    text = "\n".join(["Tabel 8: Tilskud, kr.", "Kommune", "Indbyggere Grundbeløb", "Beløb efter",
                      "indbyggere Ø-tillæg Tilskud i alt", *lines])  # fmt: skip
    found = facts(text)
    assert ("Bya", "Beløb efter indbyggere", "40.000") in found
    assert ("Bya", "Tilskud i alt", "140.000") in found
    assert [value for _, head, value in found if head == "Ø-tillæg"] == ["40.000", "40.000"]
