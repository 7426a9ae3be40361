"""Goals that stand where none is in force: below titles, or before words, that say so."""

from __future__ import annotations

import pytest
from goal_packets import Pair, pairs, read, targets

TABLE = (
    "Område\tMåltal\tBemærkning\nBesøg i svømmehallen\t400\t-\nNye både i havnen\t12\t-\nTilfredse sejlere\t85 %\t-"
)
LIST = "- 40 pct. af affaldet skal genbruges\n- 30 km hegn skal sættes op inden 2034"


def standings(text: str) -> set[str]:
    """How the targets of an item's own text stand."""
    return {target.standing for target in targets(read(("", f"Om havnen\n\n{text}"), title="Notat om havnen"))}


@pytest.mark.parametrize(
    ("title", "standing"),
    [
        ("Tabel 1. Måltal for havnen", "in_force"),
        ("Tabel 1. Måltal i den forrige aftale (gælder ikke længere)", "earlier"),
        ("2. Mål, der er udgået", "earlier"),
        ("Måltal, som udvalget forkastede i maj", "rejected"),
        ("Måltal, der ikke blev vedtaget", "cited"),
        ("Tabel 3. Forslag til måltal, der er sendt i høring", "cited"),
        ("3. Statens mål", "cited"),
        ("Enkelte havnes mål", "cited"),
    ],
)
def test_a_title_tells_how_the_goals_of_the_table_below_it_stand(title: str, standing: str) -> None:
    assert standings("\n" * 12 + f"{title}\n\n{TABLE}") == {standing}


@pytest.mark.parametrize(
    ("behind", "standing"),
    [
        ("Tallene er statens, og de gælder for alle.", "cited"),
        ("Havnen har ikke del i målene.", "cited"),
        ("Tallene er fra april.", "in_force"),
        ("4. Andet\n\nHavnen har ikke del i målene.", "in_force"),
    ],
)
def test_words_below_a_table_tell_whose_goals_it_prints(behind: str, standing: str) -> None:
    assert standings(f"3. Mål for kysten\n\n{TABLE}\n\n{behind}") == {standing}


def test_a_chapter_of_others_holds_what_stands_below_its_smaller_titles() -> None:
    assert standings(f"3. Statens mål\n\n3.1 Kysten\n\n{TABLE}") == {"cited"}


def test_a_paper_that_says_that_its_body_has_no_goals_sets_none() -> None:
    assert standings(f"Rådet har ikke selv vedtaget mål på området.\n\nMål for kysten\n\n{TABLE}") == {"cited"}


def test_proposed_goals_of_a_list_are_cited() -> None:
    assert standings("\n" * 12 + f"Ønsker fra seminaret (ikke besluttet)\n\n{LIST}") <= {"cited"}


def test_goals_with_results_are_told_whatever_stands_above_them() -> None:
    told = "Område\tMåltal 2031\tResultat 2031\nBesøg i hallen\t400\t420\nTilfredse sejlere\t85 %\t81 %"
    rows = read(("", f"Om havnen\n\n3. Statens mål\n\n{told}"), title="Notat om havnen")
    assert pairs(rows) == [Pair(400, 420, "met"), Pair(85, 81, "not_met")]


@pytest.mark.parametrize(
    ("behind", "standing"),
    [
        ("Lauget vurderede, at det hænger sammen med for mange andre ting.", "rejected"),
        ("Det blev vedtaget.", "proposed"),
    ],
)
def test_what_was_proposed_and_not_taken_up_is_no_goal_of_the_paper_that_sets_them(
    behind: str, standing: str
) -> None:
    text = (
        "Resultataftale 2031-2034\n\nMindst 40 skippere sejler med el i 2034.\n\n"
        f"Arbejdsgruppen foreslog desuden et mål om, at fraværet blandt lodserne skulle ned under 5 pct. {behind}"
    )
    rows = read(("Havnestrategi og målaftale 2031-2034", text), title="Havnene", meeting=2031)
    assert [(t.value, t.standing) for t in targets(rows)] == [(40, "in_force"), (5, standing)]
