"""Tables of goals flattened with each head above each of its cells."""

import pytest
from goal_packets import REPORT, Pair, pairs, read, targets

FIRST = ("Besøgende i hallen", "Basis 2029", "310", "Mål 2032", "450", "2030", "402", "2031", "428")
SECOND = ("Frafald på hold", "Basis 2029", "20 %", "Mål 2032", "12 %", "2030", "-", "2031", "11 %")


def table(*rows: tuple[str, ...], gap: str = "\n\n") -> str:
    return "Tallene er trukket i går.\n\n" + gap.join("\n".join(row) for row in rows) + "\n\nBemærkning: ingen."


@pytest.mark.parametrize("gap", ["\n\n", "\n", "\n\nB. Foreninger\n\n"])
def test_the_last_year_answers_the_target(gap: str) -> None:
    rows = read((REPORT, table(FIRST, SECOND, gap=gap)), meeting=2032)
    assert [pair[:2] for pair in pairs(rows)] == [(450, 428), (12, 11)]
    assert [target.metric for target in targets(rows)] == ["Besøgende i hallen", "Frafald på hold"]


def test_results_and_colours_have_heads_as_well() -> None:
    heads = ("Måltal 2031", "Resultat 2031", "Vurdering")
    rows = [("Ture", "40", "44", "Grøn"), ("Lejre", "8", "7", "Rød")]
    paired = [(name, *(part for pair in zip(heads, cells, strict=True) for part in pair)) for name, *cells in rows]
    assert pairs(read((REPORT, table(*paired)))) == [Pair(40, 44, "met"), Pair(8, 7, "not_met")]


@pytest.mark.parametrize(
    "rows",
    [
        (FIRST,),  # one row is no table
        (FIRST, ("Frafald", "Mål 2032", "12 %")),  # the heads do not come again
        (("Hallen", "Basis 2029", "310", "2031", "402"), ("Banen", "Basis 2029", "90", "2031", "84")),  # no aim
        (("Hallen", "Mål 2032", "mange", "2031", "402"), ("Banen", "Mål 2032", "flere", "2031", "84")),
    ],
)
def test_rows_that_are_not_alike_are_left(rows: tuple[tuple[str, ...], ...]) -> None:
    assert pairs(read((REPORT, table(*rows)))) == []


def test_a_row_of_fewer_heads_is_of_the_same_kind() -> None:
    rows = (
        (
            "Ventetid til lægen",
            "Målsætning 2031",
            "Højst 9 dage i gennemsnit",
            "Resultat 2031",
            "8,4 dage",
            "Farve",
            "Grøn",
        ),
        ("Fremmøde", "Målsætning 2031", "Mindst 75 pct.", "Resultat 2031", "71 pct.", "Farve", "Rød"),
        ("Unge i trivsel", "Målsætning 2033", "Mindst 80 pct.", "Resultat 2031", "Opgøres først i 2032"),
    )
    found = pairs(read((REPORT, table(*rows)), meeting=2032))
    assert found == [Pair(9, 8.4, "met"), Pair(75, 71, "not_met"), Pair(80, None, "pending")]
