"""Numbers that rules take for targets and signals do not: what is told in a finding instead."""

import pytest
from goal_packets import pairs, read, targets

from schemas.records import Finding

REPORT = (
    "Årsberetning 2031\n\nDet var målet, at mindst 900 gæster skulle besøge museet i 2031. Der kom 950 gæster.\n\n"
    "Målet om 12 koncerter blev nået med 14 koncerter.\n\n"
)


def doubted(text: str) -> list[str]:
    """What the findings of a report with this paragraph say of targets in doubt."""
    rows = read(("Årsberetning 2031", REPORT + text), title="Årsberetning", meeting=2032)
    assert [(pair.target, pair.result) for pair in pairs(rows)][:2] == [(900, 950), (12, 14)]
    return [row.message for row in rows if isinstance(row, Finding) and row.rule == "target_in_doubt"]


@pytest.mark.parametrize(
    "text",
    [
        "Afvigelser på mere end 3 pct. skal forelægges udvalget straks.",
        "Beretningen må højst fylde 15 sider og skal sendes senest 30 dage efter årets udgang.",
    ],
)
def test_terms_without_a_result_are_in_doubt(text: str) -> None:
    rows = read(("Årsberetning 2031", REPORT + text), title="Årsberetning", meeting=2032)
    assert [row.value for row in targets(rows)] == [900, 12]


def test_a_rise_is_no_matter_of_doubt() -> None:
    assert doubted("Antallet af skoleklasser på besøg skal stige med 10 pct. frem mod 2033.") == []


def test_what_is_bound_in_a_list_of_targets_is_in_no_doubt() -> None:
    agreed = "Mål 3 – Midler\nMåltal:\n• Der gives tilsagn om tilskud for mindst 30 mio. kr. på øerne\n"
    told = "Mål 3 – Midler\nMål 3.1: Tilskud\nDer er givet tilsagn for 17,5 mio. kr. i første halvår.\n"
    rows = read(("Resultatkontrakt 2031", agreed), ("Halvårsrapport 2031", told), meeting=2031)
    assert [(pair.target, pair.result) for pair in pairs(rows)] == [(30, 17.5)]
