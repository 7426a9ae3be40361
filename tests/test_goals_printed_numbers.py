"""The numbers that papers print for targets that they do not call Mål 1, Mål 2 …"""

import pytest
from goal_packets import read, targets

from extractors.goals.printed_numbers import Printed, of_mark

TITLE = "Samarbejdsaftale 2031"


def numbers(text: str) -> list[tuple[str | None, str | None]]:
    rows = read((TITLE, f"{TITLE}\n\n{text}"), title="Havnene", meeting=2031)
    return [(target.goal_no, target.sub_no) for target in targets(rows)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Vi vil nå følgende:\n1. Der skal være lys på mindst 75 kajer i 2031.\n"
            "2. Mindst 40 lodser skal på kursus i 2031.\n",
            [("1", None), ("2", None)],
        ),
        (
            "**Indsats A. Havnene**\n\n- A1: Der skal være lys på mindst 75 kajer i 2031.\n"
            "- A2: Mindst 40 lodser skal på kursus i 2031.\n",
            [("A", "A1"), ("A", "A2")],
        ),
        (
            "Eget mål 1: Havnene\n\nDer skal være lys på mindst 75 kajer i 2031.\n\n"
            "Eget mål 2: Lodserne\n\nMindst 40 lodser skal på kursus i 2031.\n",
            [("1", None), ("2", None)],
        ),
        (
            "Indsats A. Havnene\n\nDer skal være lys på mindst 75 kajer i 2031.\n\n"
            "Indsats B. Lodserne\n\nMindst 40 lodser skal på kursus i 2031.\n",
            [("A", None), ("B", None)],
        ),
        (
            "4. Havnene og CO2\n\nDer skal være lys på mindst 75 kajer i 2031.\n\n"
            "5. Lodser\n\nMindst 40 lodser skal på kursus i 2031.\n",
            [("4", None), ("5", None)],
        ),
        (
            "4. Havnene\n\na) Der skal være lys på mindst 75 kajer i 2031.\n"
            "b) Mindst 40 lodser skal på kursus i 2031.\n",
            [("4", "a"), ("4", "b")],
        ),
        (
            "Første krav: Havnene\n\nDer skal være lys på mindst 75 kajer i 2031.\n\n"
            "Andet krav: Lodserne\n\nMindst 40 lodser skal på kursus i 2031.\n",
            [("1", None), ("2", None)],
        ),
    ],
    ids=[
        "numbered points",
        "letters in bold",
        "goals of its own",
        "headings",
        "headings with counts",
        "letters below a chapter",
        "ordinals",
    ],
)
def test_a_target_has_the_number_of_its_point_or_of_the_heading_above(
    text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "3. Økonomi\n\nDer skal være lys på mindst 75 kajer i 2031.\n",
        "75 kajer skal have lys i 2031, og målet er nået, når mindst 70 har det.\n",
        "Kapitel 3. Opfølgning\n\nDer skal være lys på mindst 75 kajer i 2031.\n",
    ],
    ids=["a section", "what is counted", "a chapter"],
)
def test_sections_and_counts_are_no_numbers_of_goals(text: str) -> None:
    assert {goal for goal, _ in numbers(text)} <= {None}


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        ("3.1", Printed("3", "3.1")),
        ("3a", Printed("3", "3a")),
        ("II.b", Printed("II", "II.b")),
        ("B2", Printed("B2", None)),
        ("7", Printed("7", None)),
    ],
)
def test_a_mark_tells_the_goal_and_what_is_below_it(mark: str, expected: Printed) -> None:
    assert of_mark(mark) == expected


@pytest.mark.parametrize(
    ("above", "expected"),
    [("A. Havnene\n\n", ("A", "A1")), ("Vi vil nå følgende.\n\n", ("A1", None))],
    ids=["a group with the letter", "no such group"],
)
def test_the_letter_of_a_mark_is_a_goal_where_a_heading_has_it(
    above: str, expected: tuple[str | None, str | None]
) -> None:
    text = f"{above}A1. Kajer\nDer skal være lys på mindst 75 kajer i 2031.\n"
    assert numbers(text) == [expected]


def test_a_text_may_count_its_goals_in_words() -> None:
    text = "Det første løfte var havnene. Vi lovede, at mindst 75 kajer får lys i 2031.\n"
    assert numbers(text) == [("1", None)]


TABLE = "Kursus\tMåltal 2031\tResultat 2031\nKorte kurser\t41\t45\nLange kurser\t12\t11\n"


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("Mål 6. Kurser\n\nTabel 2. Kurser holdt i året\n", ["6", "6"]),
        ("Husets kurser\n\nTabel 3: Mål 5 – kurser holdt pr. 30. juni\n", ["5", "5"]),
        ("Husets kurser\n\nTABEL 3: MÅL 5 – KURSER HOLDT PR. 30. JUNI\n", ["5", "5"]),
        # another table, or a good deal of text, stands between
        ("Mål 6. Kurser\n\nTabel 2. Lærere\nLærer\t2031\nMaler\t4\n\nTabel 3. Kurser holdt i året\n", [None, None]),
        ("Mål 6. Kurser\n\n" + "Husets lærere har talt om det.\n" * 12 + "Tabel 2. Kurser holdt\n", [None, None]),
        ("Husets kurser\n\nTabel 3: Måltal 2031 – kurser\n", [None, None]),
    ],
)
def test_a_table_is_of_the_goal_that_its_caption_or_the_heading_right_above_names(
    above: str, expected: list[str | None]
) -> None:
    rows = read(("Årsrapport 2031", f"Årsrapport 2031\n\n{above}{TABLE}"), title="Husets årsrapport 2031")
    assert [target.goal_no for target in targets(rows)] == expected
