"""What heads of columns and labels of cards say their values are."""

import pytest

from extractors.goals.headings import heading, is_brought_down


@pytest.mark.parametrize(
    ("head", "kind", "year"),
    [
        ("Mål 2031", "aim", 2031),
        ("2031-mål", "aim", 2031),
        ("Mål for 2031", "aim", 2031),
        ("Årsmål", "aim", None),
        ("Ambition", "aim", None),
        ("Krav", "aim", None),
        ("Aftalt resultat", "aim", None),
        ("Tilsagn ultimo 2031", "aim", 2031),
        ("Vi lovede", "aim", None),
        ("Kontraktens niveau", "aim", None),
        ("Opnået mål", "outcome", None),
        ("Resultat 2031", "outcome", 2031),
        ("Res. 2031", "outcome", 2031),
        ("Måling 2031", "outcome", 2031),
        ("Opgjort pr. 31. december", "outcome", None),
        ("Etableret", "outcome", None),
        ("Hvor langt er vi?", "outcome", None),
        ("Målopfyldelse", "fulfilment", None),
        ("Pct. af årsmål", "fulfilment", None),
        ("Målet nået?", "verdict", None),
        ("Trafiklys", "verdict", None),
        ("Resultat sidste år", "earlier", None),
        ("Samme tid 2030", "earlier", 2030),
        ("Til sammenligning 2030", "earlier", 2030),
        ("Baseline 2028", "earlier", 2028),
        ("Landsgennemsnit", "comparison", None),
        ("Afvigelse", "deviation", None),
        ("Forventet resultat", "forecast", None),
        ("Forventet", "maybe_aim", None),
        ("Budget 2031", "budget", 2031),
        ("Korrigeret budget", "budget", None),
        ("Forventet regnskab", "budget", None),
        ("Nr.", "number", None),
        ("Opgøres ved", "method", None),
        ("2031", "time", 2031),
        ("3. kvt.", "time", None),
        ("I alt", "time", None),
        ("Målgruppe", None, None),
        ("Formål", None, None),
        ("Antal", None, None),
        ("Indbyggere", None, None),
    ],
)
def test_a_head_says_what_its_values_are(head: str, kind: str | None, year: int | None) -> None:
    meaning = heading((head,))
    assert (meaning.kind, meaning.year) == (kind, year)


@pytest.mark.parametrize(
    ("head", "partial", "whole"),
    [
        ("Resultat 1. halvår 2031", True, False),
        ("Status Q3", True, False),
        ("Jan.-aug. 2031", True, False),
        ("Opnået pr. 30.6.2031", True, False),
        ("År til dato", True, False),
        ("Opnået pr. 31.12.2031", False, True),
        ("Status Q4", False, True),
        ("Hele året", False, True),
        ("Resultat 2031", False, False),
    ],
)
def test_a_head_says_whether_its_year_was_over(head: str, partial: bool, whole: bool) -> None:
    meaning = heading((head,))
    assert (meaning.partial, meaning.whole) == (partial, whole)


def test_the_innermost_head_that_says_something_decides() -> None:
    assert heading(("2031", "Mål")).kind == "aim"
    assert heading(("2031", "Mål")).group == ("2031",)
    assert heading(("Resultat", "1. halvår")).kind == "outcome"
    assert heading(("Resultat", "1. halvår")).partial


def test_the_words_left_of_a_head_name_what_is_measured() -> None:
    assert heading(("Ventetid – mål 2031",)).rest == "Ventetid"


@pytest.mark.parametrize(
    ("label", "expected"),
    [("Ventetid i dage", True), ("Sygefravær", True), ("Reduktion af madspild", False), ("Nye kunder", False)],
)
def test_some_things_are_to_be_brought_down(label: str, expected: bool) -> None:
    assert is_brought_down(label) is expected


@pytest.mark.parametrize("title", ["Mål 8 –", "Mål 3: Lodser", "Delmål 2 – både"])
def test_the_title_of_a_goal_heads_no_column(title: str) -> None:
    assert heading((title,)).kind is None
    assert heading(("Mål 2031",)).kind == "aim"
