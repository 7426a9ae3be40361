"""Lists of måltal, one line a place, and the list of results that stands in a bilag of its own."""

import pytest
from goal_packets import Pair, pairs, read, targets

PLACES = ("Lillerup", "Storby", "Havnsted", "Skovlund")


def listed(head: str, values: tuple[int, ...], *, total: int | None = None) -> str:
    """A bilag that is such a list."""
    rows = [f"{place} {value}" for place, value in zip(PLACES, values, strict=True)]
    rows += [f"I alt {total}"] if total is not None else []
    return "\n".join([f"Oversigt over {head.lower()}", "", head, *rows])


@pytest.mark.parametrize(
    ("aims", "results"),
    [
        ("Måltal (antal lærlinge)", "Resultat (antal lærlinge)"),
        ("Måltal 2031", "Resultat 2031"),
        ("Måltal for optag", "Opgjort optag"),
    ],
)
def test_the_results_of_the_same_places_stand_in_the_next_bilag(aims: str, results: str) -> None:
    rows = read(
        ("Hvad hver by skal nå", listed(aims, (8, 15, 21, 33))),
        ("Status ved årets slutning 2031", listed(results, (8, 12, 26, 31))),
        title="Lærepladser i regionen",
    )
    assert [pair[:2] for pair in pairs(rows)] == [(8, 8), (15, 12), (21, 26), (33, 31)]


def test_the_sum_of_the_places_is_no_target_of_its_own() -> None:
    rows = read(("Hvad hver by skal nå", listed("Måltal 2031", (8, 15, 21, 33), total=77)))
    assert [(target.value, target.standing) for target in targets(rows)][-2:] == [(33, "in_force"), (77, "total")]


def test_a_total_that_the_rows_do_not_come_to_stays() -> None:
    rows = read(("Hvad hver by skal nå", listed("Måltal 2031", (8, 15, 21, 33), total=80)))
    assert targets(rows)[-1].standing == "in_force"
    assert pairs(rows)[-1] == Pair(80, None, "unknown")


def test_values_of_an_earlier_year_answer_no_later_target() -> None:
    rows = read(
        ("Hvad hver by skal nå", listed("Måltal 2031", (8, 15, 21, 33))),
        ("Til sammenligning", listed("Resultat 2030", (8, 12, 26, 31))),
    )
    assert [pair.result for pair in pairs(rows)] == [None] * 4


def test_of_two_years_each_has_its_own_results() -> None:
    rows = read(
        ("Måltal 2030", listed("Måltal 2030", (5, 6, 7, 8))),
        ("Måltal 2031", listed("Måltal 2031", (8, 15, 21, 33))),
        ("Resultat 2031", listed("Resultat 2031", (8, 12, 26, 31))),
    )
    assert [pair[:2] for pair in pairs(rows)] == [
        (5, None), (6, None), (7, None), (8, None), (8, 8), (15, 12), (21, 26), (33, 31),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("aims", "later", "expected"),
    [
        ("Måltal for optag 2031", "Optag 2031", [8, 12, 26, 31]),
        ("Måltal (antal lærlinge)", "Lærlinge i gang ved årets slutning 2031", [8, 12, 26, 31]),
        ("Måltal for optag 2031", "Optag 2030", [None] * 4),
        ("Måltal for optag 2031", "Indbyggere i tusinder 2031", [None] * 4),
        ("Måltal for optag 2031", "Budget for optag 2031", [None] * 4),
    ],
)
def test_a_list_without_a_word_for_results_is_known_by_what_it_counts(
    aims: str, later: str, expected: list[float | None]
) -> None:
    rows = read(
        ("Hvad hver by skal nå", listed(aims, (8, 15, 21, 33))),
        ("Bilag", listed(later, (8, 12, 26, 31))),
    )
    assert [pair.target for pair in pairs(rows)] == [8, 15, 21, 33]
    assert [pair.result for pair in pairs(rows)] == expected


def test_two_lists_that_may_both_be_the_results_are_neither() -> None:
    rows = read(
        ("Hvad hver by skal nå", listed("Måltal for optag", (8, 15, 21, 33))),
        ("Bilag", listed("Optag i alt", (8, 12, 26, 31))),
        ("Bilag", listed("Optag af unge", (4, 5, 6, 7))),
    )
    assert [pair.result for pair in pairs(rows)] == [None] * 4


def test_names_that_are_not_all_the_same_tie_nothing() -> None:
    rows = read(
        ("Hvad hver by skal nå", listed("Måltal for optag", (8, 15, 21, 33))),
        ("Bilag", listed("Optag", (8, 12, 26, 31)).replace("Storby", "Nyby")),
    )
    assert [pair.result for pair in pairs(rows)] == [None] * 4
