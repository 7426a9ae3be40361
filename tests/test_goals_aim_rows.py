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


def test_rates_and_shares_in_time_hold_for_each_house() -> None:
    text = table(
        "Tabel 4. Selskabernes resultater i 2031\n",
        "Selskab\tRettidighed\tUheld pr. 1.000 sejladser\tAntal sejladser",
        "Målkrav\t94,0\t3,0\t900",
        "Sund og Bælt Sejl\t95,5\t5,1\t310",
        "Øboernes Færge\t91,5\t0,4\t402",
    )
    rows = read((REPORT, text))
    assert sorted((p.target, p.result) for p in pairs(rows)) == [(3, 0.4), (3, 5.1), (94, 91.5), (94, 95.5)]
    assert {row.segment for row in results(rows)} == {"Sund og Bælt Sejl", "Øboernes Færge"}


@pytest.mark.parametrize("day", ["pr. 10. juni", "pr. kvartal", "pr. 2031"])
def test_counts_at_a_day_are_no_rates(day: str) -> None:
    text = table("Tabel 4. Kurser\n", f"Center\tKurser {day}", "Måltal\t100", "Nordby\t41", "Sydby\t32")
    assert results(read((REPORT, text))) == []


@pytest.mark.parametrize(("total", "told"), [("", [78, 84]), ("I alt\t162", [162])])
def test_scores_near_the_target_are_levels_where_nothing_sums_them_up(total: str, told: list[float]) -> None:
    text = table(
        "Tabel 4. Målinger i 2031\n",
        "Center\tTilfredshed",
        "Nordby\t78",
        "Sydby\t84",
        *[total] * bool(total),
        "Mål\t80",
    )
    assert sorted(row.value for row in results(read((REPORT, text)))) == told
