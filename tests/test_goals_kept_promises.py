"""Columns headed by a word for a verdict that tell values, and captions that stand over the labels of rows."""

import pytest
from goal_packets import REPORT, made_packet, pairs, read, results

from extractors.goals.grid_columns import columns_of_grid
from extractors.tables.grid import Grid, GridCell


def table(*rows: str) -> str:
    return "\n".join(rows) + "\n"


@pytest.mark.parametrize("head", ["Holdt i 2031", "Overholdt 2031"])
def test_values_below_a_word_for_a_verdict_are_results(head: str) -> None:
    text = table(
        "Løfter til gæsterne 2031\n",
        f"Løfte\tVi vil holde det i\t{head}",
        "Bordet er klar inden ti minutter\t85 pct. af tilfældene\t79 pct.",
        "Klager besvares inden to dage\t95 pct. af klagerne\t97 pct.",
    )
    assert [(p.target, p.result, p.status) for p in pairs(read((REPORT, text)))] == [
        (85, 79, "not_met"), (95, 97, "met"),
    ]  # fmt: skip


def test_verdicts_below_such_a_word_are_no_results() -> None:
    text = table("Løfter til gæsterne 2031\n", "Løfte\tMåltal\tHoldt i 2031", "Klar til tiden\t85 pct.\tJa",
                 "Klager besvaret\t95 pct.\tNej")  # fmt: skip
    assert results(read((REPORT, text))) == []


def test_a_caption_over_the_labels_of_rows_heads_no_column() -> None:
    caption = "Tal med målet yderst til højre"
    texts = (("Besøg", "41", "45"), ("Kurser", "7", "9"))
    cells = [
        GridCell(row, col, text, row, 1, is_header=col == 0)
        for row, line in enumerate(texts, 2)
        for col, text in enumerate(line)
    ]
    heads = [(caption, "Tal"), (caption, "2030"), ("Mål",)]
    grid = Grid(cells, 4, 3, heads, [(), (), ("Besøg",), ("Kurser",)], [1, 2], "text", 0, 3)
    packet = made_packet((REPORT, "Besøg 41 45"))
    assert [column.path for column in columns_of_grid(packet, grid)] == [(caption, "Tal"), ("2030",), ("Mål",)]
