"""Titles, chapters and lines set apart above flattened heads."""

import pytest
from flat_tables import facts, rows

TWO_TABLES = """
Mål 8 – Viden

Økonomi pr. 30. juni 2031

1.000 kr.                Budget 2031   Forbrug   Pct.
Tilskud                        8.120     4.060     50
Bidrag                         2.400     1.930     80
I alt                         10.520     5.990     57

Gæster i 1. halvår fordelt på type
                          2029     2030     2031
Huse                       541      552      590
Pladser                    438      456      452
I alt                      979    1.008    1.042
"""


def test_years_below_a_title_head_another_table_whose_values_tell_nothing_of_the_heads_above() -> None:
    found = facts(TWO_TABLES)
    assert found[:9] == rows(
        ["Budget 2031", "Forbrug", "Pct."],
        ("Tilskud", "8.120 4.060 50"),
        ("Bidrag", "2.400 1.930 80"),
        ("I alt", "10.520 5.990 57"),
    )
    assert found[9:] == rows(
        ["2029", "2030", "2031"], ("Huse", "541 552 590"), ("Pladser", "438 456 452"), ("I alt", "979 1.008 1.042")
    )


def test_the_heading_of_a_chapter_is_no_head_of_the_labels() -> None:
    text = """
5. Økonomi og ansatte

Regnskab (1.000 kr.) Budget 2031 Regnskab 2031
Tilskud 15.480 15.480
Bidrag 31.200 29.744
Andet 900 1.212
"""
    assert {col for _, col, _ in facts(text)} == {"Budget 2031", "Regnskab 2031"}


def test_columns_below_no_heads_are_called_by_their_units_where_each_has_one_of_its_own() -> None:
    text = """
Sådan fordeler det sig:

Bil                 121.000 ton      40 %
Bus                  98.000 ton      32 %
Tog                  61.000 ton      20 %
Fly                  26.000 ton       8 %
"""
    assert facts(text)[:2] == [("Bil", "ton", "121.000 ton"), ("Bil", "%", "40 %")]
    assert facts(text.replace("32 %", "32 ton")) == []


FAR = """
Hvordan kommer folk på arbejde?
Bil som fører                    54 %
Bus                               7 %
Cykel hele vejen                 11 %
Andet                             2 %
"""


def test_one_column_below_no_head_is_read_where_it_stands_far_from_the_labels() -> None:
    assert facts(FAR)[:2] == [("Bil som fører", "", "54 %"), ("Bus", "", "7 %")]
    assert facts(FAR.replace("  54 %", "mindst 54 %").replace("   7 %", "højst 7 %")) == []
    assert facts("\n".join(" ".join(line.split()) for line in FAR.split("\n"))) == []


@pytest.mark.parametrize("blank", ["", " "])
def test_one_column_of_degrees_below_wrapped_heads_and_a_group(blank: str) -> None:
    text = f"""
Overblik over målene
{blank}
Mål
Havnens vurdering af
målopfyldelsen
{blank}
Havnens mål
{blank}
1. Kendskab til Havnen
83 pct.
{blank}
2. Gæster fra udlandet
80 pct.
{blank}
3. Rent vand og nye
broer
99 pct.
{blank}
Byens mål
{blank}
4. Flere både
100 pct.
"""
    head = "Havnens vurdering af målopfyldelsen"
    assert facts(text) == [
        ("Havnens mål / 1. Kendskab til Havnen", head, "83 pct."),
        ("Havnens mål / 2. Gæster fra udlandet", head, "80 pct."),
        ("Havnens mål / 3. Rent vand og nye broer", head, "99 pct."),
        ("Byens mål / 4. Flere både", head, "100 pct."),
    ]


@pytest.mark.parametrize("arrow", ["\uf0ea", "↑", "▲"])
def test_arrows_behind_values_are_no_cells(arrow: str) -> None:
    text = f"""
Mål for havnen
Mål Udgangspunkt Seneste måling Mål 2033
Sejlere
Andel, der kommer igen
18 % (2027) 16 % (2030) {arrow} 12 %
Unge, der sejler alene med
andre
28 % (2027) - 20 %
"""
    assert ("Sejlere / Andel, der kommer igen", "Mål 2033", "12 %") in facts(text)
    assert len(facts(text)) == 6
