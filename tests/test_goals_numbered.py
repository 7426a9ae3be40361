"""Goals whose parts are told by number: what a page asks for, and the titles of what came of it."""

import pytest
from goal_packets import CONTRACT, HALF_YEAR, Pair, pairs, read, targets


def half_year(text: str) -> list[Pair]:
    return pairs(read((HALF_YEAR, f"{HALF_YEAR}\n\n{text}"), title="Halvårsstatus", meeting=2031))


@pytest.mark.parametrize(
    "title", ["Status mål 1.2", "Status for mål 1.2", "Resultat delmål 1.2", "Opfølgning på mål 1.2:"]
)
def test_a_title_says_whose_result_comes(title: str) -> None:
    text = (
        "Mål 1: Flere gæster\n1.1 Mindst 40 pct. af gæsterne skal være unge.\n1.2 Mindst 60 pct. af gæsterne skal "
        f"komme igen.\n\nStatus mål 1.1\nTallet kommer først i december.\n\n{title}\nAndelen er 63 pct.\n"
    )
    assert half_year(text) == [Pair(40, None, "pending"), Pair(60, 63, "met")]


def test_a_title_may_name_several_and_begin_the_text() -> None:
    text = (
        "Mål 4: Antal\n4.1 300 korte kurser\n4.2 90 lange kurser\n\n"
        "Status mål 4.1 og 4.2: Der er holdt 140 korte kurser og 51 lange kurser.\n"
    )
    assert half_year(text) == [Pair(300, 140, "pending"), Pair(90, 51, "pending")]


def test_one_status_below_several_numbered_targets_tells_of_them_all() -> None:
    text = (
        "Mål 2: Kurser\n2.1 400 lange kurser\n2.2 700 korte kurser\nStatus\n"
        "Der er pr. 30. juni holdt 187 lange kurser og 398 korte kurser.\n\nMål 3: Gæster\n3.1 90 gæster\n"
        "Status\nDer er kommet 41 gæster.\n"
    )
    assert half_year(text) == [Pair(400, 187, "pending"), Pair(700, 398, "pending"), Pair(90, 41, "pending")]


def test_what_a_goal_asks_for_may_stand_above_its_title() -> None:
    text = (
        "Mål 2: Geografi\n2.1 Landsbyernes andel skal være mindst 30 pct.\n\nStatus mål 2.1\nAndelen er 31 pct.\n\n"
        "3.1 80 pct. af gæsterne skal være tilfredse.\n3.2 Net Promoter Score skal være mindst 60.\n"
        "Mål 3: Kvalitet\n\nStatus mål 3.1\n77 pct. er tilfredse.\n\nStatus mål 3.2\nVores NPS er opgjort til 64.\n"
    )
    rows = read((HALF_YEAR, f"{HALF_YEAR}\n\n{text}"), title="Halvårsstatus", meeting=2031)
    assert [(t.goal_no, t.sub_no, t.value) for t in targets(rows)] == [
        ("2", "2.1", 30), ("3", "3.1", 80), ("3", "3.2", 60),
    ]  # fmt: skip
    assert pairs(rows) == [Pair(30, 31, "met"), Pair(80, 77, "not_met"), Pair(60, 64, "met")]
    assert all("3.2" not in (t.metric or "") for t in targets(rows))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mål 1: Mindst fem møder skal holdes i en forening. Der er holdt to møder.", [Pair(5, 2, "not_met")]),
        (
            "Mål 1: Foreningen skal hvert år hente mindst 40 nye medlemmer i de sogne, der ligger længst fra "
            "byen, og som ikke hidtil har haft nogen forening. I 2031 blev det til 46. Fremgangen skyldes især "
            "to sogne i nord.",
            [Pair(40, 46, "met")],
        ),
        ("Mål 1: 300 lærere fra skolerne deltager årligt i kurserne. Tallet var 212.", [Pair(300, 212, "not_met")]),
    ],
)
def test_a_goal_told_in_a_paragraph_of_its_own(text: str, expected: list[Pair]) -> None:
    other = "Mål 2: Der holdes mindst 12 kurser. Der blev holdt 14 kurser."
    rows = read(("Årsrapport 2031", f"Årsrapport 2031\n\n{text}\n{other}"), title="Årsrapport", meeting=2032)
    assert pairs(rows) == [*expected, Pair(12, 14, "met")]


def test_numbered_lines_count_in_words_too() -> None:
    text = "Mål 9: Vækst\n9.1 Der skal holdes otte messer.\n9.2 Halvdelen af butikkerne skal have en plan.\n"
    rows = read((CONTRACT, f"{CONTRACT}\n\n{text}"), title=CONTRACT, meeting=2031)
    assert [(t.sub_no, t.value) for t in targets(rows)] == [("9.1", 8), ("9.2", 50)]
