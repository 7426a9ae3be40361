"""Lines of years right below a target, deadlines of their own, and what a paper calls its year."""

import pytest
from goal_packets import REPORT, Pair, pairs, read, targets

SHEETS = """\
1.1  Tætte haner

     Mål:         Mindst 60 % {by}
     {lines}

     Vi vurderer, at målet kan nås.

1.2  Spild pr. husstand

     Mål:         Højst 150 kg
     2029:        201 kg
     2031:        168 kg
"""


@pytest.mark.parametrize(
    ("by", "lines", "expected"),
    [
        ("i 2034", "2029:   47 %\n     2030:   50 %\n     2031:   56 %", Pair(60, 56, "pending")),
        ("i 2034", "2031:   56 %\n     2030:   50 %", Pair(60, 56, "pending")),
        ("", "2030:   50 %\n     2031:   61 %", Pair(60, 61, "met")),
        ("", "2031:   56 % (stikprøve i maj, 400 haner)", Pair(60, 56, "not_met")),
        ("i 2034", "2030:   ca. 50 %\n     2031:   ca. 56 %", Pair(60, 56, "pending")),
    ],
    ids=["rising", "falling", "no deadline", "one year", "about"],
)
def test_the_latest_year_below_a_target_is_its_result(by: str, lines: str, expected: Pair) -> None:
    assert pairs(read((REPORT, SHEETS.format(by=by, lines=lines)))) == [expected, Pair(150, 168, "not_met")]


def test_years_below_a_bare_label_are_no_results() -> None:
    text = "Mål 1: Tætte haner\n\nMåltal:\n2031: 60 %\n2032: 65 %\n\nResultat:\n2031: 63 %\n"
    assert [p.target for p in pairs(read((REPORT, text)))] == [60, 65]


TABLE = """\
Nr.   Mål                                                  {head}   Status ved udgangen af 2031

K1    Udledningen fra havnen er reduceret                  2039     19 %
      med 70 % i forhold til 2028

K2    100 % af bådene sejler på el                         2035     24 %
      eller biogas

K3    Mængden af plast i det brændte                       2034     Analyse igangsat i
      er højst 9 %                                                  foråret 2032

K4    Alle haller over 800 m2 energimærkes                 2031     Ingen haller i 2031
"""


@pytest.mark.parametrize("head", ["Frist   ", "Deadline", "Senest  "])
def test_a_column_of_deadlines_tells_by_when_each_goal_is_due(head: str) -> None:
    rows = read((REPORT, TABLE.format(head=head)))
    assert pairs(rows) == [Pair(70, 19, "pending"), Pair(100, 24, "pending"), Pair(9, None, "pending")]
    assert [(t.goal_no, t.sub_no, t.period) for t in targets(rows)] == [
        ("K1", None, "2039"),
        ("K2", None, "2035"),
        ("K3", None, "2034"),
    ]
