"""Number cards side by side."""

import pytest
from goal_packets import HALF_YEAR, REPORT, Pair, findings, pairs, read, results, targets

CARDS = (
    "  Ventetid i telefonen     Tilfredse borgere        Sager løst straks\n"
    "  3,4 min.                 4,4                      78 %\n"
    "  Mål: højst 4,0 min.      Mål: mindst 4,2          Mål: mindst 80 %\n"
)
EXPECTED = [Pair(4, 3.4, "met"), Pair(4.2, 4.4, "met"), Pair(80, 78, "not_met")]
NAMES = ["Ventetid i telefonen", "Tilfredse borgere", "Sager løst straks"]


def flattened(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.splitlines())


@pytest.mark.parametrize(
    "text",
    [
        CARDS,
        CARDS.replace("\n", "\n\n"),
        CARDS.replace("     ", "\t"),
        flattened(CARDS),
        f"Her er tallene for kvartalet.\n\n{CARDS}\nDet går godt i huset.",
        CARDS.replace("Mål:", "Måltal 2031:"),
        CARDS.replace("Mål: højst", "Mål ≤").replace("Mål: mindst", "Mål ≥"),
    ],
)
def test_each_card_is_a_target_with_its_result(text: str) -> None:
    rows = read((REPORT, text))
    assert pairs(rows) == EXPECTED
    assert [target.metric for target in targets(rows)] == NAMES


def test_large_numbers_may_stand_above_the_names() -> None:
    names, values, aims = CARDS.splitlines()
    rows = read((REPORT, "\n".join((values, names, aims))))
    assert pairs(rows) == EXPECTED
    assert [target.metric for target in targets(rows)] == NAMES


def test_results_may_stand_below_with_their_label() -> None:
    names, values, aims = CARDS.splitlines()
    labelled = values.replace("3,4 min.", "Nu: 3,4 min.").replace("4,4  ", "Nu: 4,4").replace("78 %", "Nu: 78 %")
    assert pairs(read((REPORT, "\n".join((names, aims, labelled))))) == EXPECTED


def test_value_and_aim_may_share_a_cell() -> None:
    text = "Svartid i dage          Besvarede opkald\n2,1 dage (mål: højst 3 dage)     91 % (mål: mindst 93 %)\n"
    rows = read((REPORT, text))
    assert pairs(rows) == [Pair(3, 2.1, "met"), Pair(93, 91, "not_met")]
    assert [target.metric for target in targets(rows)] == ["Svartid i dage", "Besvarede opkald"]


def test_a_title_above_tells_cards_of_one_name_apart() -> None:
    text = (
        "TELEFON                  SKRANKEN\n\n"
        "Ventetid                 Ventetid\n3,4 min.                 9 min.\n"
        "Mål: højst 4 min.        Mål: højst 8 min.\n"
    )
    rows = read((REPORT, text))
    assert pairs(rows) == [Pair(4, 3.4, "met"), Pair(8, 9, "not_met")]
    assert [target.metric for target in targets(rows)] == ["TELEFON / Ventetid", "SKRANKEN / Ventetid"]


def test_rows_of_cards_below_each_other_are_read_each() -> None:
    assert pairs(read((REPORT, f"{CARDS}\n\n{CARDS}"))) == [*EXPECTED, *EXPECTED]


def test_a_card_without_a_value_has_no_result() -> None:
    rows = read((REPORT, CARDS.replace("4,4", "–  ")))
    assert [(pair.target, pair.result) for pair in pairs(rows)] == [(4, 3.4), (4.2, None), (80, 78)]


def test_words_below_say_whether_the_goals_are_met() -> None:
    text = CARDS + "  Nået                     Nået                     Ikke nået\n"
    assert [result.stated_status for result in results(read((REPORT, text)))] == ["met", "met", "not_met"]


@pytest.mark.parametrize(
    "text",
    [
        CARDS.replace("78 %", ""),  # a card more than values: they stand where they stand
        CARDS.replace("  4,4  ", "  4,4"),
    ],
)
def test_values_belong_to_the_cards_that_they_stand_in(text: str) -> None:
    for pair in pairs(read((REPORT, text))):
        assert pair in [*EXPECTED, Pair(80, None, "unknown")]


@pytest.mark.parametrize(
    "values",
    ["3,4 min. 78 %", "3,4 min. 4,4 78 % 12", "godt skidt godt", "   3,4 min.            4,4    5,1    78 %"],
)
def test_cards_that_cannot_be_cut_are_refused(values: str) -> None:
    names, _, aims = CARDS.splitlines()
    rows = read((REPORT, "\n".join((names, values, aims))))
    assert pairs(rows) == []
    assert [finding.rule for finding in findings(rows)] == ["goal_cards_unread"]


@pytest.mark.parametrize(
    "text",
    [
        "Mål 1: 40 forløb i 2031. Mål 2: 60 forløb i 2031.",
        "Mål: Mindst 80 pct. af kunderne er tilfredse. Resultat: 84 pct.",
        "Årets mål: 40 forløb",
    ],
)
def test_other_lines_are_no_cards(text: str) -> None:
    assert not any(finding.rule == "goal_cards_unread" for finding in findings(read((REPORT, text))))


@pytest.mark.parametrize(
    "text",
    [
        "Telefon\t3,4 min.\tMål: højst 4 min.\nPost\t2,1 dage\tMål: højst 2 dage\n",
        "Telefon   3,4 min.   Mål: højst 4 min.   Nået\nPost      2,1 dage   Mål: højst 2 dage   Ikke nået\n",
        "Telefon: 3,4 min. (mål: højst 4 min.)     Post: 2,1 dage (mål: højst 2 dage)\n",
        "Telefon: 3,4 min.        Post: 2,1 dage\nMål: højst 4 min.        Mål: højst 2 dage\n",
        "Telefon               Post\n3,4 min.              2,1 dage\n(mål: højst 4 min.)   (mål: højst 2 dage)\n",
        "Telefon 3,4 min. / Mål højst 4 min.\nPost 2,1 dage / Mål højst 2 dage\n",
    ],
)
def test_name_result_and_aim_may_share_lines_and_cells(text: str) -> None:
    rows = read((REPORT, text))
    assert pairs(rows) == [Pair(4, 3.4, "met"), Pair(2, 2.1, "not_met")]
    assert [target.metric for target in targets(rows)] == ["Telefon", "Post"]


def test_cards_below_each_other_have_the_results_that_stand_nearest() -> None:
    text = (
        "Klimaudvalget\n"
        "Mål 12. Energi                     Mål 13. Affald\n"
        "Mål 2031: højst 118 kWh            Mål 2031: mindst 58 pct.\n"
        "Status 30. juni 2031: 121 kWh      Status 30. juni 2031: 61 pct.\n"
        "Mål 14. Sager                      Mål 15. Standere\n"
        "Mål 2031: højst 30 dage            Mål 2031: 80 ladepunkter\n"
        "Status 30. juni 2031: 28 dage      Status 30. juni 2031: 46 ladepunkter\n"
    )
    assert [(p.target, p.result) for p in pairs(read((HALF_YEAR, text)))] == [
        (118, 121), (58, 61), (30, 28), (80, 46),
    ]  # fmt: skip
