"""Heads of laid-out text that go on below the line that has one over each column, and what is no head."""

from __future__ import annotations

import pytest
from test_tables_aligned import facts

from extractors.tables.typed.blocks import sheet_of, typed_blocks
from extractors.tables.typed.bound import is_bound


def heads(text: str) -> list[tuple[str, int, int]]:
    """The heads of the one table, each with its first and last column."""
    (block,) = typed_blocks(sheet_of(text.split("\n")))
    return [(head.piece.text, head.first, head.last) for _, line in sorted(block.heads.items()) for head in line]


BROKEN = """
Havne fordelt på ejer og område
 Område                   Danmark            Holland     Øvrige lande     Uden for Nor\u00ad             I alt
                                                                                     den
 Både                          2                   -                1                1                 4
 Fisk                          1                   1                1                -                 3
 Gods                          -                   -                1                1                 2
 I alt                         3                   1                3                2                 9
"""


def test_the_rest_of_a_broken_word_stands_below_its_head() -> None:
    assert heads(BROKEN)[-3:] == [("Uden for Nor\u00ad", 3, 3), ("I alt", 4, 4), ("den", 3, 3)]
    assert facts(BROKEN)[("Gods",), ("Uden for Norden",)] == "1"


SPANNED = """
Forbrug fordelt på havne
 Havn                                       Forbrug (1.000 kWh)         Fald (pct.)                 Kr. pr. gæ\u00ad
                                                2020           2031       Nået         Måltal           stedøgn
                                                                          2031           2031
 Nordhavn                                        742             378        49             48               6,4
 Sydhavn                                         598             293        51             50               6,8
 Østhavn                                         361             213        41             45              11,1
 Vesthavn                                        871             488        44             40               8,7
"""


def test_a_head_spans_heads_that_go_on_below() -> None:
    found = facts(SPANNED)
    assert found[("Sydhavn",), ("Fald (pct.)", "Måltal 2031")] == "50"
    assert found[("Vesthavn",), ("Fald (pct.)", "Nået 2031")] == "44"


YEARS = """
Gæster i havnene i hele året
Sted                                4. kvt. 2029   4. kvt. 2030     4. kvt. 2031   Ændring 2030-2031
                                                                                     Antal          Pct.
Lystbåde
Gæster, faste                               487            498              512         14             2,8
Gæster, nye                                 171            162              149        -13             -8,0
Øvrige
Fiskekuttere                                352            341              319        -22             -6,5
Færger                                      214            207              188        -19             -9,2
Kajakker                                     88             84               73        -11            -13,1
I alt                                      1312           1292             1241        -51             -3,9
"""


@pytest.mark.parametrize("years", ["2030-2031", "2030-31", "2030–2031"])
def test_a_span_of_years_is_bound_to_the_word_before_it(years: str) -> None:
    assert is_bound("Ændring", years, frozenset())
    assert not is_bound("2029", years, frozenset())


def test_a_change_over_years_spans_its_count_and_its_share() -> None:
    assert heads(YEARS)[-3:] == [("Ændring 2030-2031", 3, 4), ("Antal", 3, 3), ("Pct.", 4, 4)]
    assert facts(YEARS)[("Lystbåde", "Gæster, nye"), ("Ændring 2030-2031", "Pct.")] == "-8,0"


WEIGHED = """
 2. Gode havne
                                                                                    Andel i alt: 20 pct.

 2.1 Gæster på besøg i havnen                                                                      4.500
 2.2 Skoler på kursus                                                                                 85
 2.3 Gæsters karakter fra 1 til 5                                                                    4,5


 3. Gode ansatte
                                                                                    Andel i alt: 25 pct.

 3.1 Frivillige ved årets udgang                                                                     140
 3.2 Skader                                                                                            6

 Bemanding i havnene
  Havn                                         Hverdage         Nat og weekend                     Både
  Nordhavn                                            8                     6                         5
  Sydhavn                                             6                     6                         4
  Østhavn                                             6                     4                         2
"""


def test_goals_below_their_weight_are_no_table_and_the_next_one_is_read() -> None:
    found = facts(WEIGHED)
    assert {row for row, _ in found} == {("Nordhavn",), ("Sydhavn",), ("Østhavn",)}
    assert found[("Østhavn",), ("Nat og weekend",)] == "4"
