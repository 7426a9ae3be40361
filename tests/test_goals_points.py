"""Numbered points that tell behind one label what was agreed, and behind another what came of it."""

import pytest
from goal_packets import REPORT, Pair, pairs, read, targets

POINTS = """\
Årsrapport 2031

Aftalen for 2031 rummer tre mål.

1. Bussen kommer, når den skal
   {a} {aim}: 92 pct. af turene er hos passageren inden for ti minutter.
       {outcome}: 93,4 pct. i 2031 mod 90,8 pct. året før.
   {b} {aim}: Højst 3 pct. af turene må aflyses.
       {outcome}: 3,6 pct. af turene blev aflyst.

2. En god arbejdsplads
   {c} {aim}: Kontoret har mindst 40 chauffører.
       {outcome}: 43 chauffører. Fire af dem er på deltid.
"""
NUMBERS = ("1a)", "1b)", "2a)")
FOUND = [Pair(92, 93.4, "met"), Pair(3, 3.6, "not_met"), Pair(40, 43, "met")]


def told(aim: str, outcome: str, numbers: tuple[str, str, str] = NUMBERS) -> list[Pair]:
    """The pairs of three points with these labels."""
    a, b, c = numbers
    return pairs(read((REPORT, POINTS.format(a=a, b=b, c=c, aim=aim, outcome=outcome))))


@pytest.mark.parametrize(
    ("aim", "outcome"),
    [
        ("Aftalt", "Opnået"),
        ("Aftalt niveau", "Opgjort"),
        ("Krav", "Realiseret"),
        ("Forventet", "Faktisk"),
        ("Løfte", "Det blev til"),
        ("Ambition", "Udfald"),
        ("Planlagt", "Leveret"),
        ("Budgetteret antal", "Faktisk antal"),
        ("Vi ville", "Sådan gik det"),
        ("Sigtet var", "Det landede på"),
        ("Det er aftalt", "Hvad der skete"),
        ("Bestilt", "Virkeligheden"),
    ],
)
def test_two_labels_that_alternate_are_target_and_result(aim: str, outcome: str) -> None:
    assert told(aim, outcome) == FOUND


@pytest.mark.parametrize(
    "numbers",
    [
        ("1a)", "1b)", "2a)"),
        ("1a", "1b", "2a"),
        ("1.1", "1.2", "2.1"),
        ("1.1.", "1.2.", "2.1."),
        ("a)", "b)", "c)"),
        ("(1)", "(2)", "(3)"),
        ("1)", "2)", "3)"),
        ("A.", "B.", "C."),
        ("A1", "A2", "B1"),
    ],
)
def test_points_are_numbered_or_lettered(numbers: tuple[str, str, str]) -> None:
    assert told("Aftalt", "Opnået", numbers) == FOUND


@pytest.mark.parametrize(
    ("aim", "outcome", "expected"),
    [
        ("Huset har mindst seks lærlinge.", "Syv, heraf to på lageret.", Pair(6, 7, "met")),
        ("Huset har mindst seks lærlinge.", "Fem lærlinge, to af dem på lageret.", Pair(6, 5, "not_met")),
        ("Otte elektriske busser kører i 2031.", "Ni elektriske busser kører. Der er 14 i alt.", Pair(8, 9, "met")),
        ("85 pct. af borgerne er tilfredse.", "88 pct. af de 1.140 borgere, der svarede.", Pair(85, 88, "met")),
        ("80 pct. af lærerne er tilfredse.", "74 pct., altså en opfyldelse på 93 pct.", Pair(80, 74, "not_met")),
        (
            "90 pct. leveres inden for fem hverdage.",
            "87,1 pct. Flytningen tog tre uger.",
            Pair(90, 87.1, "not_met"),
        ),
        ("Fraværet er højst 10,5 dage.", "12,2 dage. Fire langtidssyge vejer tungt.", Pair(10.5, 12.2, "not_met")),
        ("Svindet er højst 1,5 pct.", "Det blev gjort op til 1,9 pct. mod 2,1 pct.", Pair(1.5, 1.9, "not_met")),
        ("Der afholdes 40 kurser.", "I alt 43 kurser, heraf 12 på aftenhold.", Pair(40, 43, "met")),
    ],
)
def test_the_first_quantity_that_is_no_part_is_the_value(aim: str, outcome: str, expected: Pair) -> None:
    text = f"Årsrapport 2031\n\n1a) Aftalt: {aim}\nOpnået: {outcome}\n1b) Aftalt: 20 møder\nOpnået: 22 møder\n"
    assert pairs(read((REPORT, text)))[:1] == [expected]


def test_a_point_knows_its_number_and_says_what_is_aimed_at() -> None:
    rows = targets(read((REPORT, POINTS.format(a="1a)", b="1b)", c="2a)", aim="Aftalt", outcome="Opnået"))))
    assert [(t.goal_no, t.sub_no) for t in rows] == [("1", "1a"), ("1", "1b"), ("2", "2a")]
    assert rows[1].metric == "Højst 3 pct. af turene må aflyses"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Baggrund", "Formål"),
        ("Kilde", "Opnået"),
        ("Aktivitet", "Ansvarlig"),
        ("Landsgennemsnit", "Udgangspunkt"),
        ("Note", "Bemærkning"),
        ("Sidste år", "Opnået"),
    ],
)
def test_labels_of_other_things_make_no_list_of_targets(first: str, second: str) -> None:
    paired = [pair for pair in told(first, second) if pair.target is not None and pair.result is not None]
    assert len(paired) < len(FOUND)


def test_one_point_alone_is_no_list_of_points() -> None:
    text = "Årsrapport 2031\n\n1a) Forventet: 12 pct. flere turister.\nFaktisk: Vejret var dårligt i 3 uger.\n"
    assert not [pair for pair in pairs(read((REPORT, text))) if pair.result is not None]
