"""Results that name the sub-goals of which they tell: in a list that numbers them again, below ``Status 1.1``."""

import pytest
from goal_packets import CONTRACT, HALF_YEAR, REPORT, Pair, pairs, read, targets

LIST = """\
Mål 1 – Et åbent hus

Måltal:
• 1.1: Mindst 80 pct. af gæsterne er tilfredse
• 1.2: Huset holder 40 koncerter

Resultat:
• 1.1: 84 pct. er tilfredse, heraf er 30 pct. meget tilfredse. Målet er nået.
• 1.2: Der er holdt 36 koncerter. Målet er ikke nået.
"""
FOUND = [Pair(80, 84, "met"), Pair(40, 36, "not_met")]


def test_a_list_below_results_that_numbers_the_targets_again_answers_them() -> None:
    assert pairs(read((REPORT, LIST))) == FOUND


def test_so_does_one_with_letters_behind_the_numbers() -> None:
    assert pairs(read((REPORT, LIST.replace("1.1:", "1a:").replace("1.2:", "1b:")))) == FOUND


BELOW = """\
Mål 1 – Et åbent hus

Resultatmål
• 1.1: Mindst 80 pct. af gæsterne er tilfredse
• 1.2: Omsætningen vokser 5 procentpoint mere end i andre huse

Status 1.1
84 pct. er tilfredse.

Status 1.2
Opgørelsen ventes først i november. Den seneste måling, fra 2029, viste 3 procentpoint.
"""


def test_titles_with_the_number_of_a_sub_goal_alone_tell_whose_status_comes() -> None:
    assert pairs(read((HALF_YEAR, BELOW)))[0] == Pair(80, 84, "met")


def test_the_last_measurement_behind_a_result_that_is_put_off_is_none() -> None:
    assert [pair.result for pair in pairs(read((HALF_YEAR, BELOW))) if pair.target == 5] == [None]


CHAPTERS = """\
{title}

{mark} Ansøgninger
Der indsendes mindst 90 ansøgninger i 2031.

{next} Tilfredshed
Gæsterne giver huset en score på 4,3 eller højere.

4. Betaling
Kommunerne betaler 6,25 kr. pr. indbygger.
"""


@pytest.mark.parametrize("title", ["3. Mål for perioden", "§ 3. Resultatmål", "3 Servicemål"])
def test_sections_of_the_chapter_of_goals_are_goals(title: str) -> None:
    text = CHAPTERS.format(title=title, mark="3.1", next="3.2")
    found = targets(read((CONTRACT, text)))
    assert [(row.goal_no, float(row.value or 0)) for row in found] == [("3.1", 90), ("3.2", 4.3)]


SHEET = """\
Mål 1: Tjek

Mål Huset gennemfører 480 tjek.
Heraf skal:
o 160 være i industrien
o 320 være i handel

Metode Opgøres i husets system.

Mål 2: Aftaler

Mål Der holdes seks møder, og der indgås aftale med 40 foreninger om varme.

Mål 3: Kurser

Mål Der holdes mindst 15 kurser i hver kommune, dog 4 på Øen.
"""


def test_entries_of_a_modal_new_clauses_and_exceptions_are_owed() -> None:
    found = [float(row.value or 0) for row in targets(read((CONTRACT, SHEET)))]
    assert found == [480, 160, 320, 6, 40, 15, 4]
