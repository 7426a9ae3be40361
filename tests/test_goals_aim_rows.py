"""Tables of houses with a row of targets below or above them."""

import pytest
from goal_packets import REPORT, pairs, read, results, targets


def table(*rows: str) -> str:
    return "\n".join(rows) + "\n"


@pytest.mark.parametrize(("first", "whole"), [(False, "Alle afsnit"), (True, "Alle afsnit"), (False, "I alt")])
def test_a_row_of_targets_holds_for_each_house(first: bool, whole: str) -> None:
    houses = [
        "Afsnit Nord\t84\t91",
        "Afsnit Syd\t93\t88",
        f"{whole}\t89\t90",
    ]
    aim = "Krav 2031\t90\t88"
    body = [aim, *houses] if first else [*houses, aim]
    rows = read((REPORT, table("Tabel 4. Rettidige svar, pct.\n", "Afsnit\tPrøvesvar\tUdskrivningsbreve", *body)))
    assert sorted((p.target, p.result, p.status) for p in pairs(rows)) == [
        (88, 88, "met"), (88, 90, "met"), (88, 91, "met"),
        (90, 84, "not_met"), (90, 89, "not_met"), (90, 93, "met"),
    ]  # fmt: skip
    assert {row.metric for row in targets(rows)} == {"Prøvesvar", "Udskrivningsbreve"}
    assert {"Afsnit Nord", "Afsnit Syd"} < {row.segment for row in results(rows)}


def test_counts_add_up_to_the_target_of_their_total() -> None:
    text = table(
        "Tabel 4. Kurser i 2031\n",
        "Center\tAntal kurser",
        "Nord\t41",
        "Syd\t52",
        "I alt\t93",
        "Måltal 2031\t100",
    )
    assert [(p.target, p.result) for p in pairs(read((REPORT, text)))] == [(100, 93)]


@pytest.mark.parametrize(
    ("name", "kept"),
    [("Hele landet", False), ("Landsgennemsnit", False), ("Havby Afsnit", True)],
)
def test_the_country_is_no_house(name: str, kept: bool) -> None:
    text = table(
        "Tabel 4. Rettidige svar, pct.\n",
        "Afsnit\tPrøvesvar",
        "Nord\t84",
        "Syd\t93",
        f"{name}\t77",
        "Måltal\t90",
    )
    assert (77 in [row.value for row in results(read((REPORT, text)))]) is kept


def test_named_rows_of_other_things_have_no_target_below_them() -> None:
    text = table(
        "Tabel 4. Udgifter til målene, mio. kr.\n",
        "Post\t2031\t2032",
        "Heraf løn\t8,4\t8,6",
        "Heraf varer\t3,1\t3,3",
        "Mål\t12,0\t12,5",
    )
    assert results(read((REPORT, text))) == []
