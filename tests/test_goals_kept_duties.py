"""What a law demands at least and a text says was done is target and result at once."""

import pytest
from goal_packets import Pair, pairs, read, targets

HEAD = "Årsrapporten for 2031 viser, at 214 botilbud er under tilsyn.\n\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Alle botilbud har mindst fået ét anmeldt eftersyn, som loven kræver.", [Pair(1, 1, "met")]),
        ("Hvert hjem fik mindst to eftersyn, som lov om hjem foreskriver.", [Pair(2, 2, "met")]),
        (
            "Enheden gav hvert hjem mindst tre eftersyn, hvilket er krævet i lov om hjem.",
            [Pair(3, 3, "met")],
        ),
        ("Alle botilbud skal mindst have ét eftersyn, som loven kræver.", []),
        ("Ikke alle botilbud fik mindst ét eftersyn, som loven kræver.", []),
        ("Alle botilbud har mindst fået ét eftersyn, som lederne ønskede.", []),
    ],
)
def test_a_demand_of_the_law_that_was_kept(text: str, found: list[Pair]) -> None:
    assert pairs(read(("", HEAD + text), title="Tilsynets årsrapport 2031")) == found


def test_net_zero_is_a_target_whatever_it_is_of() -> None:
    text = (
        "Forløbet hjælper kommunen med en plan, som peger frem mod netto nul-CO2-udledning for hele kommunen "
        "senest i 2045, og som viser, hvordan kommunen sikrer sig mod vand."
    )
    rows = targets(read(("Om klimaforløbet", text), title="Klimaforum", meeting=2031))
    assert [(t.comparator, t.value, t.period) for t in rows] == [("<=", 0, "2045")]


def test_a_number_behind_the_word_for_a_factor_goes_on_its_line() -> None:
    text = (
        "Mål 4 - Flere midler\n\nMåltal:\n\n• 4.1: Bevillingen geares mindst med en faktor\n\n"
        "1,75 i form af penge fra fonde\n\nog andre puljer.\n\n"
        "Målet bidrager til vækst i egnens virksomheder og til\n\nflere job i byerne langs kysten.\n"
    )
    rows = targets(read(("Halvårsrapport 2031", text), title="Halvårsrapport 2031", meeting=2031))
    assert [(t.sub_no, t.comparator, float(t.value or 0)) for t in rows] == [("4.1", ">=", 1.75)]
