"""What is looked at before a costly pattern is tried lets all pass that the pattern takes."""

from collections.abc import Callable

import pytest

from extractors.language.numbers import DASHES, FRACTIONS, is_number_like, parse_cell
from extractors.tables.apart import unread_runs
from extractors.tables.flat.values import find_values, split_values
from schemas.document import Document, Line, Page
from schemas.packet import Packet
from schemas.units import SPELLINGS


@pytest.mark.parametrize(
    "text",
    [
        "7",
        "-7",
        "1.250",
        "3,5 %",
        "(12)",
        "kr. 40",
        "ca. 8",
        "12 (3 %)",
        "9 / 4 %",
        "٣",
        *sorted(DASHES),
        *FRACTIONS,
    ],
)
def test_whatever_is_a_number_may_stand_apart(text: str) -> None:
    assert is_number_like(text)
    lines = tuple(Line(i, 1, text, i + 1) for i in range(3))
    packet = Packet(Document("0" * 64, "prøve.txt", "text/plain", (Page(1, lines),), "text", paged=False))
    assert [len(run) for run in unread_runs(packet, [])] == [3]


@pytest.mark.parametrize(
    "unit", [s for s in SPELLINGS["kr."] + SPELLINGS["mio. kr."] + SPELLINGS["%"] if s != ",-"]
)
@pytest.mark.parametrize("write", [str.lower, str.upper, str.capitalize])
def test_a_value_takes_its_unit_however_it_is_written(unit: str, write: Callable[[str], str]) -> None:
    (value,) = find_values(f"Udlån 12 {write(unit)}")
    assert value.text == f"12 {write(unit)}"


@pytest.mark.parametrize(
    "span", ["2021-2023", "2021 - 2023", "2021/22", "juni 2022", "3. kvartal 2022", "SEPT. 2022"]
)
def test_spans_of_time_before_values_are_part_of_the_label(span: str) -> None:
    label, atoms = split_values(f"Optagne {span} 14 18")
    assert (label, [atom.text for atom in atoms]) == (f"Optagne {span}", ["14", "18"])


@pytest.mark.parametrize(("text", "count"), [("30 (4 %)", 2), ("30 [4 %]", 2), ("12 / 40 %", 2), ("12 af 40", 0)])
def test_two_values_of_a_cell_need_their_sign(text: str, count: int) -> None:
    assert len(parse_cell(text)) == count
