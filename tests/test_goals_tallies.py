"""Lists of one value a line, or in the line below its name, under a head of an aim."""

import pytest
from goal_packets import read, targets

APART = """\
Søgning og måltal

Måltal 2031

9. og 10. klasse

Erhvervsskoler

27 %

Gymnasier

62 %

Andet

6%

Kilde: kommunens egen opgørelse.
"""


def test_values_below_their_names_are_targets() -> None:
    rows = targets(read(("", APART), title="Søgetal og måltal"))
    assert [(row.metric, row.value) for row in rows] == [("Erhvervsskoler", 27), ("Gymnasier", 62), ("Andet", 6)]


@pytest.mark.parametrize(
    "text",
    [
        APART.replace("Måltal 2031", "Tal for 2031").replace("og måltal", "i tal"),
        APART.replace("62 %", "62 %\n\n59 %"),
        APART.replace("Gymnasier\n\n62 %\n\n", ""),
    ],
    ids=["no head of an aim", "two values below a name", "too few"],
)
def test_other_lists_are_left_alone(text: str) -> None:
    assert targets(read(("", text), title="Søgetal")) == []
