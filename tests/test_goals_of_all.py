"""Targets of all that give no number: what came of them is a share."""

import pytest
from goal_packets import Pair, pairs, read

TEXT = """Status på måltal 2031

Måltal 1: {aim}

{told}

Måltal 2: Trivsel
"""
AIM = "Alle borgere, der flytter ind, har en plan senest tre måneder efter."
TOLD = "Skemaet viser, at 88 pct. af borgerne har en plan inden for fristen."


def found(aim: str = AIM, told: str = TOLD) -> list[Pair]:
    text = TEXT.format(aim=aim, told=told)
    return [pair for pair in pairs(read(("Status på måltal 2031", text), title="Måltal")) if pair.target == 100]


@pytest.mark.parametrize(
    ("aim", "told"),
    [
        (AIM, TOLD),
        ("Samtlige elever får en samtale om deres valg.", "Det gælder 88 pct. af eleverne."),
        ("Alle kommunens egne varebiler kører på el i 2031.", "Af 50 varebiler kører 44 på el (88 pct.)."),
    ],
)
def test_the_share_below_tells_how_many_of_all(aim: str, told: str) -> None:
    assert found(aim, told) == [Pair(100, 88, "not_met")]


@pytest.mark.parametrize(
    ("aim", "told"),
    [
        (AIM, "Der er holdt 12 møder om planerne."),
        (AIM, "88 pct. af borgerne og 92 pct. af de pårørende er glade."),
        ("Alle pladser er i brug. Mindst 90 pct. af dem bruges hver dag.", TOLD),
        ("Alle mål gælder for hele året og følges op i marts.", TOLD),
    ],
    ids=["no share", "two shares", "a share of its own", "of the goals"],
)
def test_without_one_share_of_them_nothing_is_made(aim: str, told: str) -> None:
    assert found(aim, told) == []
