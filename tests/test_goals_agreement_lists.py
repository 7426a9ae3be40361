"""Contracts whose goals are the points that end one sentence, and what others are compared with."""

import pytest
from goal_packets import CONTRACT, Pair, pairs, read, targets


@pytest.mark.parametrize("opening", ["Klyngen skal i 2031", "I 2031 skal klyngen:"])
def test_the_points_that_end_a_sentence_of_a_contract_are_targets(opening: str) -> None:
    text = (
        f"{CONTRACT}\n\n§ 2 Mål\n{opening}\na) have mindst 85 betalende medlemmer,\nb) holde 12 møder med "
        "gennemsnitligt 25 gæster,\nc) hente 18 mio. kr. i ekstern finansiering,\nd) sikre, at 90 pct. af "
        "medlemmerne er tilfredse,\ne) bidrage til, at mindst 30 elever får en plads.\n\n"
        "§ 3 Betaling\nBevillingen udbetales i to rater på 1,05 mio. kr.\n"
    )
    found = [t.value for t in targets(read((CONTRACT, text), title=CONTRACT, meeting=2031))]
    assert found == [85, 12, 18, 90, 30]


@pytest.mark.parametrize(
    "text",
    [
        "Kontrakten kan\na) opsiges med seks måneders varsel,\nb) forlænges med to år.",
        "Huset skal ikke\na) holde 12 møder,\nb) besøge 40 skoler.",
    ],
)
def test_points_that_owe_nothing_are_none(text: str) -> None:
    assert targets(read((CONTRACT, f"{CONTRACT}\n\n§ 2 Vilkår\n{text}\n"), title=CONTRACT, meeting=2031)) == []


def test_those_who_are_compared_with_answer_no_goal() -> None:
    text = (
        "Huset har et mål om vækst. Kunderne skulle øge omsætningen med mindst 12 pct. Ifølge Danmarks Statistik "
        "voksede de med 14 pct., mens kontrolgruppen voksede med 5 pct."
    )
    assert pairs(read(("", text), title="Status på kontrakten", meeting=2032)) == [Pair(12, 14, "met")]


def test_how_long_a_thing_takes_by_definition_is_no_target() -> None:
    text = f"{CONTRACT}\n\nMål 1: Kurser\nHuset holder 90 kurser. Et kort kursus er på højst seks timer.\n"
    found = [t.value for t in targets(read((CONTRACT, text), title=CONTRACT, meeting=2031))]
    assert found == [90]


CHAPTERS = """Resultatkontrakt 2032 mellem KKR Havland og Erhvervshus Havland

2. Nationale mål

Nr.\tMål\tMåltal 2032\tMåltal 2031
1.1\tGårde, der kender huset (pct.)\t50\t48
1.2\tNye gårde (pct.)\t46\t45

3. Regionale mål
Parterne har desuden aftalt følgende mål for 2032:
{bullet} Mål 5.1: Huset holder 950 korte besøg.
{bullet} Mål 6.1: Mindst 240 gårde er med i et forløb om jord.

4. Opfølgning og økonomi
Huset afleverer en rapport i august. Det kommunale bidrag udgør 27,4 mio. kr.
"""


@pytest.mark.parametrize("bullet", ["–", "•", "-"])
def test_points_with_numbers_behind_bullets_and_the_chapter_below_them(bullet: str) -> None:
    found = targets(read((CONTRACT.replace("2031", "2032"), CHAPTERS.format(bullet=bullet)), meeting=2031))
    assert [(float(target.value), target.goal_no) for target in found if target.value in (950, 240)] == [
        (950, "5"), (240, "6"),
    ]  # fmt: skip
    assert {48, 45}.isdisjoint(target.value for target in found)
    assert 27.4 not in [float(target.value) for target in found]
