"""Flattened tables of texts whose lines end in a space where they go on, and in none where a cell ends."""

from __future__ import annotations

import pytest
from flat_tables import facts

from extractors.tables.flat.line_ends import ends_tell, goes_on
from schemas.document import Line

PROSE = (
    "Havnerådet fik i foråret fremlagt planen for de kommende \nårs indsats, som nu er sat i gang i alle havne "
    "\nlangs kysten. Den følges op hvert halve år, og tallene \nstår nedenfor.\n"
)
LABELS = "Tilfredse gæster", "Gæster, der kommer igen", "Både på land"
HEADS = "Emne Mål 2032 1. halvår{0}\n2031\n1. halvår{0}\n2032\n"


def lines(text: str) -> list[Line]:
    return [Line(at, 1, line, at + 1) for at, line in enumerate(text.split("\n"))]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (PROSE, True),
        (PROSE.replace(" \n", "\n"), False),
        (PROSE.replace(" \n", " \n\n"), False),
        ("1. \n2. \n• \nmed flere\n" * 9, False),
        (PROSE + "Rådet ser frem til \nat drøfte sagen.\n" + "Både og\nkajakker\n" * 9, False),
    ],
    ids=["kept", "stripped", "before empty lines", "marks of lists", "some stripped"],
)
def test_texts_whose_line_ends_tell(text: str, told: bool) -> None:
    assert ends_tell(lines(text)) is told


@pytest.mark.parametrize(
    ("text", "on"), [("Gæster, der ", True), ("Gæster", False), ("Gæster  ", False), ("1. ", None)]
)
def test_a_line_that_ends_in_one_space_goes_on(text: str, on: bool | None) -> None:
    assert goes_on(text) is on


def test_a_head_goes_on_with_the_year_below_it() -> None:
    text = PROSE + "\nGæster i havnene\n" + HEADS.format(" ")
    text += "".join(f"{label} 4,{at} 3,{at} 2,{at}\n" for at, label in enumerate(LABELS, 1))
    assert [head for _, head, _ in facts(text)[:3]] == ["Mål 2032", "1. halvår 2031", "1. halvår 2032"]


def test_a_label_goes_on_with_a_name_below_it() -> None:
    text = PROSE + "\nGæster i havnene\nHavn 2031 2032\nNordhavn 412 431\nLystbådehavnen \nSkanseodde 118 109\n"
    assert [label for label, _, _ in facts(text + "Sydhavn 77 80\n")[2:4]] == ["Lystbådehavnen Skanseodde"] * 2


def test_a_name_whose_line_ends_heads_the_rows_below_it() -> None:
    text = PROSE + "\nGæster i havnene\nHavn 2031 2032\nVestkysten\nNordhavn 412 431\nSkanseodde 118 109\n"
    assert [label for label, _, _ in facts(text + "Østkysten\nSydhavn 77 80\nMidthavn 31 33\n")][::4] == [
        "Vestkysten / Nordhavn",
        "Østkysten / Sydhavn",
    ]


def test_where_a_line_of_several_heads_goes_on_the_line_end_does_not_tell() -> None:
    text = PROSE + "\nPladser i havnene\nHavn Pladser Leje pr. døgn (kr.) Vækst \n2031 2032 2031 2032 (pct.)\n"
    found = facts(
        text + "Nordhavn 412 431 186 190 4,6\nSkanseodde 118 109 171 175 -7,6\nSydhavn 77 80 140 141 3,9\n"
    )
    assert not any("Vækst 2031" in head for _, head, _ in found)
