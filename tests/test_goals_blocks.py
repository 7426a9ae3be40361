"""Targets in blocks of lines that blank lines set apart, without heads above them."""

import pytest
from goal_packets import REPORT, Pair, pairs, read, targets

BLOCKS = (
    ("Akutte henvendelser besvaret inden to timer, 90 % af alle", "93,5 %", "Opfyldt"),
    ("Kørsler med forsinkelse ned på 40", "52", "Ikke opfyldt. To biler var på værksted i 3 uger"),
    ("Chauffører der har førstehjælpskursus,\nmindst 75 %", "61 af 80, det er 76 %", "Leveret lige netop"),
    ("Nye ladestandere i garagen, 14 standere", "Levering er udskudt", "Opgøres i 2032"),
)
EXPECTED = [Pair(90, 93.5, "met"), Pair(40, 52, "not_met"), Pair(75, 76, "met"), Pair(14, None, "pending")]


def listed(*blocks: tuple[str, ...]) -> str:
    return (
        "Sådan gik det.\n\n" + "\n\n".join("\n".join(block) for block in blocks) + "\n\nUddybning følger nedenfor."
    )


def test_blocks_made_alike_are_targets_with_results() -> None:
    rows = read((REPORT, listed(*BLOCKS)))
    assert pairs(rows) == EXPECTED
    assert targets(rows)[1].comparator == "<="


@pytest.mark.parametrize(
    "blocks",
    [
        BLOCKS[:2],  # two may stand so by chance
        tuple((aim, value, "Se bilaget") for aim, value, _ in BLOCKS),  # no verdicts
        tuple((aim, "Se bilaget", word) for aim, _, word in BLOCKS),  # no values
        (
            ("Anna Toft", "41 %", "Ja"),
            ("Bo Lind", "38 %", "Ja"),
            ("Cara Holm", "22 %", "Nej"),
        ),  # no numbers in words
        (("Hold nr. 4", "41", "Ja"), ("Hold nr. 5", "38", "Ja"), ("Hold nr. 6", "22", "Nej")),
    ],
)
def test_other_blocks_are_left(blocks: tuple[tuple[str, ...], ...]) -> None:
    assert [pair for pair in pairs(read((REPORT, listed(*blocks)))) if pair.result is not None] == []
