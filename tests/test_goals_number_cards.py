"""Number cards whose value stands above its name."""

import pytest
from goal_packets import REPORT, pairs, read, targets

ONE = "71 %\naf bøgerne er lånt ud\nMål 2031: mindst 75 %\nMålet er ikke nået\n"
TWO = "3,2 dage\nventer en låner i snit\npå en bestilt bog\nMål 2031: højst 4 dage\nMålet er nået\n"
THREE = "48.300\nbesøg i hovedbiblioteket\nMål 2031: mindst 50.000\nMålet er delvist nået\n"


def test_cards_below_each_other_are_read_from_their_values_down() -> None:
    rows = read((REPORT, f"Biblioteket i tal\n\n{ONE}\n{TWO}\n{THREE}\nKilde: egne tal.\n"))
    assert [(p.target, p.result, p.status) for p in pairs(rows)] == [
        (75, 71, "not_met"), (4, 3.2, "met"), (50000, 48300, "partly")
    ]  # fmt: skip
    assert [row.metric for row in targets(rows)][:2] == [
        "af bøgerne er lånt ud", "venter en låner i snit på en bestilt bog"
    ]  # fmt: skip


def test_cards_may_lack_verdicts_and_blank_lines() -> None:
    text = "64 %\ncykler til arbejde\nMål: mindst 60 %\n12 %\ntager bussen\nMål: mindst 15 %\n"
    assert [(p.target, p.result) for p in pairs(read((REPORT, text)))] == [(60, 64), (15, 12)]


def test_names_of_several_lines_part_the_aims_of_cards_side_by_side() -> None:
    text = (
        "  71 %                          3,2 dage                      93 %\n"
        "  af bøgerne er lånt ud         venter en låner på            af børnene kender\n"
        "                                en bestilt bog                biblioteket\n"
        "  Mål 2031: mindst 75 %         Mål 2031: højst 4 dage        Mål 2031: mindst 90 %\n"
        "  Målet er ikke nået            Målet er nået                 Målet er nået\n"
    ).replace("  Mål 2031: mindst 75 %         Mål", "  Mål 2031: mindst 75 %\n                                Mål")
    assert [(p.target, p.result, p.status) for p in pairs(read((REPORT, text)))] == [
        (75, 71, "not_met"), (4, 3.2, "met"), (90, 93, "met")
    ]  # fmt: skip


def test_values_below_the_aims_belong_to_the_card_above() -> None:
    text = "Udlån\nMål: mindst 75 %\n71 %\nBestillinger\nMål: mindst 80 %\n84 %\n"
    assert [(p.target, p.result) for p in pairs(read((REPORT, text)))] == [(75, 71), (80, 84)]


def test_a_last_value_alone_leaves_open_which_card_each_is_of() -> None:
    text = "71 %\nUdlån\nMål: mindst 75 %\n82 %\nBestillinger\nMål: mindst 80 %\n84 %\n"
    assert (80, 82) not in [(p.target, p.result) for p in pairs(read((REPORT, text)))]


@pytest.mark.parametrize("said", ["Målet er ikke opfyldt", "Kravet blev ikke opfyldt", "Måltallet er ikke nået"])
def test_a_verdict_may_be_a_sentence(said: str) -> None:
    text = f"Udlån\nMål: 2.000 bøger\nResultat: 1.900 bøger\nVurdering: {said}. Der var lukket i maj.\n"
    assert [p.status for p in pairs(read((REPORT, text)))] == ["not_met"]


def test_a_goal_that_is_said_to_be_partly_reached_is_so() -> None:
    text = "Udlån\nMål: mindst 40 pct.\nResultat: 38 pct.\nVurdering: Målet er delvist opfyldt.\n"
    assert [p.status for p in pairs(read((REPORT, text)))] == ["partly"]
