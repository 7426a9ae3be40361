"""Points of an agreement with their values at the end of the line, and reports that name goals in brackets."""

from goal_packets import CONTRACT, REPORT, Pair, pairs, read, results, targets

AGREED = """\
1. Hurtig hjælp
1.1 I byen er første båd fremme inden ti minutter ved        mindst 90 pct. af turene
1.2 Fartøjerne sejler inden fem minutter ved                 mindst 95 pct. af kaldene
2. Forebyggelse
2.1 Syn af både                                                    640 gennemføres
2.2 Svar på ansøgninger                                   højst 20 dage i gennemsnit
3. Mennesker
3.1 Uheld med fravær                                                      højst 6
3.2 Fald i bådenes udledning i forhold til 2022                              8 pct.
"""


def test_each_point_is_a_target_with_its_number() -> None:
    rows = targets(read((CONTRACT, AGREED)))
    assert [(row.goal_no, row.sub_no, row.comparator, float(row.value)) for row in rows] == [
        ("1", "1.1", ">=", 90), ("1", "1.2", ">=", 95), ("2", "2.1", "=", 640),
        ("2", "2.2", "<=", 20), ("3", "3.1", "<=", 6), ("3", "3.2", ">=", 8),
    ]  # fmt: skip


def test_two_such_lines_are_no_list() -> None:
    text = "1.1 Syn af både            640\n1.2 Besøg            20\n"
    assert targets(read((CONTRACT, text))) == []


def test_results_answer_the_goal_that_stands_in_brackets_behind_them() -> None:
    told = (
        "Tal i parentes henviser til målene.\n\n"
        "Der blev meldt 11 uheld, men kun 4 af dem gav fravær (3.1). I byen var vi fremme i tide ved 91,8 pct. af "
        "turene (1.1). Bådene bragte udledningen 9,5 pct. under niveauet i 2022 (3.2).\n\n"
        "• 640 både er synet (2.1). 71 af dem fik et påbud.\n"
        "• Svar på ansøgninger (2.2): 17 dage. Det længste tog 64 dage.\n"
    )
    rows = read((CONTRACT, AGREED), (REPORT, told))
    assert sorted(pairs(rows), key=lambda pair: pair.target or 0) == [
        Pair(6, 4, "met"), Pair(8, 9.5, "met"), Pair(20, 17, "met"), Pair(90, 91.8, "met"),
        Pair(95, None, "unknown"), Pair(640, 640, "met"),
    ]  # fmt: skip


def test_one_number_in_brackets_names_no_goals() -> None:
    told = "Der blev meldt 11 uheld (3.1), og vejret var mildt.\n"
    assert {row.sub_no for row in results(read((CONTRACT, AGREED), (REPORT, told)))} <= {None}


def test_a_table_below_the_targets_of_an_agreement_answers_none() -> None:
    crews = "\nBemanding pr. havn\nHavn\tHverdage\tWeekend\nNord\t8\t6\nSyd\t6\t6\nVest\t6\t4\n"
    assert results(read((CONTRACT, AGREED + crews))) == []
