"""Targets of all that give no number: what came of them is a share."""

import pytest
from goal_packets import CONTRACT, REPORT, Pair, pairs, read

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


@pytest.mark.parametrize(
    "text",
    [
        "Der skal være indgået aftaler med alle 17 havne inden udgangen af 2031.",
        "Huset skal i 2031\n• holde ture for skoler\n• sørge for, at alle 17 havne har fået besøg",
        "Huset skal i 2031 sikre, at samtlige 17 havne har en kontaktperson.",
        "Alle 17 havne har senest i 2031 en redningsplan.",
        "Alle 17 havne skal have en redningsplan.",
    ],
)
def test_all_of_a_count_are_what_an_agreement_asks_for(text: str) -> None:
    assert Pair(17, None, "unknown") in pairs(read((CONTRACT, f"Mål 3: Havnene\n\n{text}\n")))


@pytest.mark.parametrize(
    "text",
    [
        "Huset skal tilbyde ture i alle 17 havne.",
        "Huset har kontordage med alle 17 havne, mindst 20 dage pr. havn om året.",
        "Ture skal være åbne for alle 17 havne.",
    ],
)
def test_where_or_for_whom_is_no_count_aimed_at(text: str) -> None:
    rows = pairs(read((CONTRACT, f"Mål 3: Havnene\n\n{text}\n")))
    assert not [pair for pair in rows if pair.target == 17]


WHOLE = "Mål 3: Prøver\n\nMål    {aim}\n\nStatus på mål 3\n{told}\n"


@pytest.mark.parametrize(
    ("aim", "told", "expected"),
    [
        (
            "Alle 12 skoler skal have en vejleder.",
            "Målet er nået på 11 af de 12 skoler.",
            [Pair(12, 11, "not_met")],
        ),
        ("Alle 12 skoler skal have en vejleder.", "Målet er nået på 12 af de 12 skoler.", [Pair(12, 12, "met")]),
        (
            "Mindst 80 pct. skal bestå. Målet er opfyldt, når det er nået på alle 12 skoler.",
            "Målet er opfyldt på 11 af de 12 skoler.",
            [Pair(80, None, "unknown"), Pair(12, 11, "not_met")],
        ),
        ("Mindst 80 pct. skal bestå.", "Kravet er opfyldt hos 9 ud af 12 skoler.", [Pair(80, None, "unknown")]),
    ],
)
def test_among_how_many_a_goal_is_reached_is_no_target(aim: str, told: str, expected: list[Pair]) -> None:
    assert pairs(read((REPORT, WHOLE.format(aim=aim, told=told)))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Der holdes 14 aftener, fordelt på mindst 5 skoler.",
        "Der holdes 14 aftener om havet, spredt over mindst fem skoler.",
        "Der holdes 14 aftener, ligeligt fordelt på mindst 5 skoler.",
    ],
)
def test_among_how_many_something_is_parted_is_no_target(text: str) -> None:
    assert pairs(read((CONTRACT, f"Mål 3: Aftener\n\n{text}\n"))) == [Pair(14, None, "unknown")]


@pytest.mark.parametrize("each", ["hver af de 12 skoler", "enhver af de 12 skoler"])
def test_where_each_is_to_have_it_is_no_target(each: str) -> None:
    text = f"Mål 3: Prøver\n\nMål    På {each} skal mindst 80 pct. bestå.\n"
    assert pairs(read((CONTRACT, text))) == [Pair(80, None, "unknown")]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Det er aftalt, at alle 17 havne har en redningsplan senest i december 2033. Foreløbig har 4 havne en "
         "redningsplan.", Pair(17, 4, "pending")),
        ("Mål 6. Redning\n\nAlle 17 havne har ved udgangen af 2032 en redningsplan.\n\nStatus: 13 havne har en "
         "redningsplan i maj 2032.", Pair(17, 13, "pending")),
    ],
    ids=["agreed", "below a heading"],
)  # fmt: skip
def test_an_item_asks_for_all_of_a_count_as_well(text: str, pair: Pair) -> None:
    rows = read(("", f"Sagsfremstilling\n\n{text}\n"), title="Opfølgning på fælles mål 2030-2033", meeting=2032)
    assert pair in pairs(rows)


def test_what_an_item_tells_of_all_is_no_target() -> None:
    text = "Målene er nået. Alle 17 havne har deltaget i mødet inden sommeren."
    rows = read(("", f"Sagsfremstilling\n\n{text}\n"), title="Opfølgning på fælles mål 2030-2033", meeting=2032)
    assert not [pair for pair in pairs(rows) if pair.target == 17]
