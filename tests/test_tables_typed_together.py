"""Heads of laid-out text that span the columns which are reckoned from each other."""

from __future__ import annotations

import pytest
from test_tables_aligned import facts

from extractors.tables.typed.together import Reckoned

FERRIES = """
Tabel 1. Rejsende og drift
 Linje                              Rejsende                  Drift 2031 (1.000 kr.)    Dækning
                                                                                         (pct.)
                            2030          2031     Ændring i     Udgift     Indtægt
                                                        pct.
 Øre-Næs                  41.210        43.682           6,0      8.200       2.460        30,0
 Vig-Holm                 18.400        17.296          -6,0      5.150       1.236        24,0
 Dal-Strand                9.050         9.412           4,0      3.900       1.365        35,0
 Bro-Kaj                   7.600         7.904           4,0      2.800       1.120        40,0
"""
STAFF = """
Tabel 2. Stillinger og fravær
                                     Stillinger                    Fravær
 Afdeling                 Normering       Besat    Afvigelse         2031
 Køkken                        12,0        11,4         -0,6          5,0
 Vaskeri                        8,0         8,5          0,5          6,2
 Park                          15,0        13,9         -1,1          3,8
"""


def test_a_head_over_the_middle_of_years_and_their_change_spans_them() -> None:
    found = facts(FERRIES)
    assert found[("Vig-Holm",), ("Rejsende", "2030")] == "18.400"
    assert found[("Vig-Holm",), ("Rejsende", "Ændring i pct.")] == "-6,0"
    assert found[("Vig-Holm",), ("Drift 2031 (1.000 kr.)", "Indtægt")] == "1.236"


def test_a_head_over_the_middle_of_a_difference_spans_what_it_is_reckoned_from() -> None:
    found = facts(STAFF)
    assert {path for _, path in found} >= {
        ("Stillinger", "Normering"), ("Stillinger", "Besat"), ("Stillinger", "Afvigelse")
    }  # fmt: skip


@pytest.mark.parametrize(
    ("leaves", "first", "last", "holds"),
    [
        (["Budget", "Regnskab", "Afvigelse", "Antal"], 0, 2, True),
        (["Budget", "Regnskab", "Afvigelse", "Antal"], 0, 3, False),
        (["Mænd", "Kvinder", "Andre", "I alt"], 0, 2, False),
    ],
)
def test_only_columns_called_so_stand_together(leaves: list[str], first: int, last: int, holds: bool) -> None:
    assert Reckoned(((2, 1, 0),)).together(leaves, first, last) is holds


def test_a_total_behind_its_parts_stands_with_them() -> None:
    assert Reckoned(sums=((0, 1, 2),)).together(["Mænd", "Kvinder", "I alt"], 0, 2)
    assert not Reckoned(sums=((0, 1, 2),)).together(["Mænd", "Kvinder", "Rest"], 0, 2)
