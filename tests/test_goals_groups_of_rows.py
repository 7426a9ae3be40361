"""Heads of numbered rows above the title of a group, and rows without a number of their own."""

import pytest
from goal_packets import HALF_YEAR, Pair, pairs, read, targets

from extractors.goals.flat_heads import cut_heads

HEAD = "Mål Måltal 2031 Status 1. halvår Vurdering\n\n"


@pytest.mark.parametrize("group", ["Nationale mål", "Fælles mål for havnene", "Drift", "Havnens egne mål"])
def test_the_title_of_a_group_above_the_rows_is_no_head(group: str) -> None:
    text = (
        f"{HEAD}{group}\n1.1 Kendskab til havnens\nkurser mindst 40 pct. Opgøres i 4. kvartal Grå\n"
        "1.2 Anløb af gæstesejlere 640 312 Grøn\n1.3 Tilfredse gæster mindst 85 pct. 81 pct. Gul\n"
        "\nRegionale mål\n2.1 Kurser i sømandskab 24 11 Grøn"
    )
    rows = read((HALF_YEAR, text), meeting=2031)
    assert pairs(rows) == [
        Pair(40, None, "pending"), Pair(640, 312, "pending"), Pair(85, 81, "not_met"), Pair(24, 11, "pending"),
    ]  # fmt: skip
    assert [row.comparator for row in targets(rows)] == [">=", "=", ">=", "="]


@pytest.mark.parametrize(
    "heads",
    [
        ("Mål", "Måltal 2031", "Status 1. halvår", "Vurdering"),
        ("Indikator", "Mål 2031", "Resultat 1. kvartal", "Trafiklys"),
        ("Nr.", "Mål", "Krav", "Opnået 1. halvår", "Vurdering"),
        ("Mål", "Måltal", "Status 1. halvår 2031", "Vurdering"),
        ("Mål", "Måltal", "1. kvt. 2031", "Vurdering"),
    ],
)
def test_a_verdict_stands_behind_a_part_of_the_year(heads: tuple[str, ...]) -> None:
    cut = cut_heads(" ".join(heads), 2, worded=True)
    assert cut is not None
    assert cut[1] == heads


def test_a_row_that_begins_like_the_one_above_has_its_number() -> None:
    text = (
        f"{HEAD}1.1 Meget tilfredse gæster,\nsejlere mindst 80 pct. 84 pct. Grøn\n"
        "Meget tilfredse gæster,\ncampister mindst 75 pct. 71 pct. Gul\n"
        "1.2 Kendskab til havnens\nkurser mindst 40 pct. Opgøres i 4. kvartal Grå\n1.3 Kurser 24 11 Grøn"
    )
    rows = read((HALF_YEAR, text), meeting=2031)
    assert pairs(rows)[:2] == [Pair(80, 84, "met"), Pair(75, 71, "not_met")]
    assert [row.sub_no for row in targets(rows)] == ["1.1", "1.1", "1.2", "1.3"]
