"""Tables of goals whose targets are numbered sentences and whose cells tell several values."""

import pytest
from goal_packets import REPORT, pairs, read, results

from extractors.goals.cell_parts import parts_of

HEAD = "Mål\tResultat\tMålopfyldelse\tBemærkning\n"


def test_numbered_sentences_below_a_head_of_aims_are_targets_also_where_they_begin_with_one() -> None:
    text = (
        f"{HEAD}1.1 Mindst 61 pct. af sejlerne kender havnen\t58 pct.\t95 %\tMålt i maj\n"
        "1.2 Mindst 35 pct. af gæsterne er nye\t37 pct.\t100 %\t\n"
    )
    assert [pair[:2] for pair in pairs(read((REPORT, text)))] == [(61, 58), (35, 37)]


def test_each_name_of_a_cell_has_its_value_and_its_degree() -> None:
    text = (
        f"{HEAD}2.1 Mindst 75 pct. er glade for broen\tSamlet: 72 pct. Drift: 74 pct. Vækst: 70 pct.\t96 %\tI alt\n"
        "2.2 Net Promoter Score er mindst 60\tDrift: 64 Vækst: 58\tDrift: 100 % Vækst: 97 %\tFå svar\n"
    )
    rows = read((REPORT, text))
    assert [pair[:2] for pair in pairs(rows)] == [(75, 72), (75, 74), (75, 70), (60, 64), (60, 58)]
    assert [(row.segment, row.fulfilment_pct) for row in results(rows)] == [
        (None, 96), ("Drift", None), ("Vækst", None), ("Drift", 100), ("Vækst", 97),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "58 pct.",
        "Status: 58 pct.",
        "Nord: 58 pct. Nord: 61 pct.",
        "Målt den 4. maj: 58 pct. Det er: godt",
        "kl. 12:30",
    ],
)
def test_other_cells_tell_no_parts(text: str) -> None:
    assert parts_of(text) == []
