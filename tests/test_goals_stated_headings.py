"""Headings of goals that state their target, or begin to tell what came of it."""

import pytest
from goal_packets import Pair, pairs, read, results, targets

PLAN = """Årsrapport 2031 for klimaplan 2028-2035

Delmål 1.1   Produktionen af el fra vind skal være 210 GWh i 2035.
Status ●     Den samlede produktion var 118 GWh i 2031.

Delmål 1.2   {aim}
Status ◐     Andelen er 22,5 pct. pr. 1. januar 2032. Året før var den 18,1 pct.

Delmål 1.3   Der skal være 120 ladestandere i 2032.
Status ●     Der er opsat 126 ladestandere.
"""


@pytest.mark.parametrize(
    "aim", ["40 pct. af husene har varmepumpe i 2035.", "Mindst 40 pct. af husene er tætte i 2035."]
)
def test_a_number_may_open_the_target_behind_the_number_of_its_goal(aim: str) -> None:
    rows = read(("Årsrapport 2031", PLAN.format(aim=aim)), title="Klimaplan")
    assert Pair(40, 22.5, "pending") in pairs(rows)
    assert [target.sub_no for target in targets(rows)] == ["1.1", "1.2", "1.3"]


@pytest.mark.parametrize(
    "aim", ["Ingen borger venter mere end 14 dage på svar.", "Ingen sag ligger længere end 14 dage."]
)
def test_what_nobody_may_exceed_is_a_target(aim: str) -> None:
    told = "I 2031 ventede borgerne i gennemsnit 17 dage."
    text = f"Status på måltal 2031\n\nMåltal 1: {aim}\n\n{told}\n\nMåltal 2: Trivsel\n"
    assert Pair(14, 17, "not_met") in pairs(read(("Status på måltal 2031", text), title="Måltal"))


CONTRACT = """Resultataftale 2031

Mål A. Glade gæster
80 % af gæsterne vil i høj grad anbefale stedet.

Mål B. Partnere
Foreningen har 140 betalende partnere ved udgangen af 2031.
"""
REPORT = """Afrapportering for 2031

Mål A. 76 % af gæsterne vil i høj grad anbefale stedet. Blandt de tyske gæster er det 82 % og blandt de danske
71 %. Rengøring trækker ned.

Mål B. Vi sluttede året med 133 partnere, syv færre end målet. 14 partnere har lukket i løbet af året, og
nogle nye er kommet til.
"""


def test_a_paragraph_behind_the_mark_of_a_goal_is_read_on_over_its_lines() -> None:
    rows = read(("Resultataftale 2031", CONTRACT), ("Afrapportering for 2031", REPORT))
    assert set(pairs(rows)) == {
        Pair(80, 76, "not_met"), Pair(80, 82, "met"), Pair(80, 71, "not_met"), Pair(140, 133, "not_met"),
    }  # fmt: skip
    assert {row.segment for row in results(rows) if row.value in (82, 71)} == {"de tyske gæster", "de danske"}


@pytest.mark.parametrize(
    "behind", ["Blandt de tyske var der 82 på besøg og blandt de danske 71.", "I Nordby er det 82 %."]
)
def test_other_sentences_behind_a_result_answer_nothing(behind: str) -> None:
    report = REPORT.replace("Blandt de tyske gæster er det 82 % og blandt de danske\n71 %.", behind)
    rows = read(("Resultataftale 2031", CONTRACT), ("Afrapportering for 2031", report))
    assert [pair for pair in pairs(rows) if pair.target == 80] == [Pair(80, 76, "not_met")]
