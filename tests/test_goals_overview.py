"""Overviews of goals with the degree to which each is reached."""

import pytest
from goal_packets import REPORT, findings, made_packet, read, results, targets

from extractors.goals.overview import read_overview
from extractors.goals.papers import papers

LIST = """\
Oversigt over mål
Mål Indstilling til målopfyldelse i %

Nationalt fastsatte mål:

1. Kundernes kendskab til huset

88%

2. Spredning = mål 9

100%

3. Kvalitet og viden

93%

Regionale mål:

9. Samarbejde i hele
landsdelen

100%
"""
TABLE = "Mål\tMålopfyldelse\n1. Kendskab\t88%\n2. Spredning = mål 9\t100%\n3. Kvalitet\t93%"


def test_percentages_below_their_goals_belong_to_them() -> None:
    packet = made_packet((REPORT, LIST))
    (paper,) = papers(packet)
    found = [(d.goal_no, d.degree, d.printed_in) for d in read_overview(packet, paper)]
    assert found == [("1", 88, "text"), ("2", 100, "text"), ("3", 93, "text"), ("9", 100, "text")]


def test_a_title_over_two_lines_is_joined() -> None:
    packet = made_packet((REPORT, LIST))
    (paper,) = papers(packet)
    assert read_overview(packet, paper)[-1].title == "Samarbejde i hele landsdelen"


def test_degrees_of_goals_are_results_and_no_targets() -> None:
    rows = read((REPORT, LIST))
    assert targets(rows) == []
    assert [(r.goal_no, r.fulfilment_pct, r.status) for r in results(rows)] == [
        ("1", 88, "partly"), ("2", 100, "met"), ("3", 93, "partly"), ("9", 100, "met"),
    ]  # fmt: skip


def test_an_overview_on_single_lines_is_known_as_a_table() -> None:
    assert {r.printed_in for r in results(read((REPORT, TABLE)))} == {"table"}


def test_two_percentages_make_no_overview() -> None:
    packet = made_packet((REPORT, "Målopfyldelse\n1. Kendskab\t88%\n2. Spredning\t100%"))
    (paper,) = papers(packet)
    assert read_overview(packet, paper) == []


def test_a_table_without_word_of_fulfilment_is_no_overview() -> None:
    packet = made_packet((REPORT, "Frafald\n1. Lærer\t8%\n2. Pædagog\t10%\n3. Sygeplejerske\t9%"))
    (paper,) = papers(packet)
    assert read_overview(packet, paper) == []


def test_a_degree_that_differs_from_the_overview_is_told() -> None:
    report = "Afrapportering og målopfyldelse – Mål 3\n\nDen samlede målopfyldelse vurderes at være 90%"
    rules = [f.rule for f in findings(read((REPORT, f"{LIST}\n{report}")))]
    assert rules == ["fulfilment_differs"]


def test_a_goal_of_one_target_is_missed_not_partly_met() -> None:
    sheet = "Mål 3 – Kvalitet\n\nMål Mindst 75 pct. af kunderne er tilfredse."
    by_goal = {r.goal_no: r.status for r in results(read((REPORT, f"{LIST}\n{sheet}"))) if r.scope == "goal"}
    assert by_goal["3"] == "not_met"


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("Mål Mindst 75 pct. af kunderne er tilfredse.", "not_met"),
        ("Mål Mindst 75 pct. af kunderne er tilfredse, og mindst 80 pct. får svar.", "partly"),
        # what is put off is not judged
        (
            "Mål Mindst 75 pct. af kunderne er tilfredse. Mindst 90 pct. skal komme igen.\n\n"
            "Resultat 70 pct. er tilfredse. Hvor mange der kommer igen, kan tidligst opgøres i 2033.",
            "not_met",
        ),
    ],
)
def test_of_how_many_targets_a_goal_is_decides_between_missed_and_partly_met(told: str, status: str) -> None:
    rows = read((REPORT, f"{LIST}\nMål 3 – Kvalitet\n\n{told}"))
    assert {r.goal_no: r.status for r in results(rows) if r.scope == "goal"}["3"] == status


def test_targets_of_the_next_agreement_are_no_parts_of_a_goal_of_the_report() -> None:
    report = f"{LIST}\nMål 3 – Kvalitet\n\nMål Mindst 75 pct. af kunderne er tilfredse."
    following = (
        "Resultatkontrakt 2032 mellem KKR Havland og Erhvervshus Havland\n\n"
        "Mål 3 – Trivsel\n\nMål Mindst 60 pct. af lederne trives. Mindst 20 huse er med."
    )
    rows = read((REPORT, report), ("Resultatkontrakt 2032", following))
    assert {r.goal_no: r.status for r in results(rows) if r.scope == "goal"}["3"] == "not_met"


def test_rows_of_a_table_are_parts_of_the_goal_above_it() -> None:
    table = "Kommune\tMinimum 2031\tResultat 2031\nNordby\t40\t44\nSydby\t30\t21\nVesterby\t20\t26"
    text = f"{LIST}\nMål 3 – Kvalitet\n\nMål Hver kommune når sit minimum.\n\nResultat To kommuner.\n\n{table}"
    rows = read((REPORT, text))
    assert {r.goal_no: r.status for r in results(rows) if r.scope == "goal"}["3"] == "partly"


def test_the_head_may_give_the_unit_of_degrees_below_their_goals() -> None:
    text = (
        "Mål\n\nMålopfyldelse\ni pct.\n\n1. Kendskab til havnen\n\n84\n\n"
        "2. Ture i alle ti sogne\n\n100\n\n3. Lodser\n\n97\n"
    )
    packet = made_packet((REPORT, text))
    (paper,) = papers(packet)
    assert [(d.goal_no, d.degree) for d in read_overview(packet, paper)] == [("1", 84), ("2", 100), ("3", 97)]
    (bare,) = papers(made_packet((REPORT, text.replace("\ni pct.", ""))))
    assert read_overview(made_packet((REPORT, text.replace("\ni pct.", ""))), bare) == []


YEARS = """\
Mål Type Målopfyldelse
2030
Målopfyldelse
2031

1. Kundernes kendskab til huset Nationalt 71 % 84 %
2. Spredning i alle egne Nationalt 100 % 98 %
3. Regnskaber for klima i små
firmaer Regionalt 90 % 100 %
"""


def test_of_degrees_of_several_years_those_of_the_paper_are_told() -> None:
    rows = read((REPORT, YEARS))
    assert targets(rows) == []
    assert [(r.goal_no, r.fulfilment_pct) for r in results(rows)] == [("1", 84), ("2", 98), ("3", 100)]
    (packet,) = (made_packet((REPORT, YEARS)),)
    assert [d.title for d in read_overview(packet, papers(packet)[0])][
        2
    ] == "Regnskaber for klima i små firmaer Regionalt"


def test_columns_of_other_numbers_beside_the_degrees_make_no_overview() -> None:
    text = YEARS.replace("Målopfyldelse\n2030", "Resultat\n2030")
    packet = made_packet((REPORT, text))
    assert read_overview(packet, papers(packet)[0]) == []


def test_a_degree_belongs_to_the_result_that_comes_to_it() -> None:
    text = (
        "Mål 1 - Kendskab\n\nMålsætning Mindst 50 pct. af firmaerne kender huset.\n\nStatus og vurdering\n"
        "Målingen viser, at 43 pct. af firmaerne kender huset. Det er tre point flere end året før, hvor det var "
        "40 pct. Delmålet er dermed opfyldt 86 %.\n"
    )
    told = [(r.value, r.fulfilment_pct) for r in results(read((REPORT, text))) if r.fulfilment_pct is not None]
    assert told == [(43, 86)]
