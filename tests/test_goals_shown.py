"""Targets that an agreement and the report of it print are shown beside what came of them."""

import pytest
from goal_packets import CONTRACT, HALF_YEAR, read, targets

AGREED = (
    f"{CONTRACT}\n\nMål 4 - Havnene\n\nMåltal:\n• Mindst 60 pct. af havnene har fået ny belysning ved kajerne.\n"
)
NUMBERED = "• 4.1: Mindst 60 pct. af havnene har fået ny belysning ved kajerne."
REPORTED = """\
Mål 4 - Havnene

Måltal:
{again}

Mål 4.1: Belysning
{told}
"""
TOLD = "64 pct. af havnene har fået ny belysning."


def shown(again: str, told: str = TOLD, agreed: str = AGREED) -> list[tuple[str | None, str | None, int | None]]:
    rows = read((CONTRACT, agreed), (HALF_YEAR, REPORTED.format(again=again, told=told)), meeting=2031)
    return [(target.sub_no, target.attachment_no, target.line) for target in targets(rows)]


@pytest.mark.parametrize("told", [TOLD, "Andelen gøres op ved årets udgang."], ids=["with a result", "without"])
def test_a_target_is_shown_where_its_report_prints_it_with_its_own_number(told: str) -> None:
    assert shown(NUMBERED, told) == [("4.1", "2", 11)]


def test_the_agreement_stays_named_as_its_contract() -> None:
    rows = read((CONTRACT, AGREED), (HALF_YEAR, REPORTED.format(again=NUMBERED, told=TOLD)), meeting=2031)
    assert [target.contract for target in targets(rows)] == [CONTRACT]


def test_without_a_report_that_prints_it_again_it_is_shown_in_the_agreement() -> None:
    assert [target.attachment_no for target in targets(read((CONTRACT, AGREED), meeting=2031))] == ["1"]


def test_a_sentence_printed_again_is_known_by_its_words_whatever_was_read_of_it() -> None:
    held = "I 2030 blev der givet tilsagn for 27 mio. kr. til havnene. Det er målet at fastholde niveauet i 2031."
    agreed = AGREED.replace("Mindst 60 pct. af havnene har fået ny belysning ved kajerne.", held)
    assert shown(f"• 4.1: {held}", "Der er i første halvår givet tilsagn for 19 mio. kr.", agreed)[0][1] == "2"
