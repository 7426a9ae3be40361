"""Tables flattened with each cell below the other, whose rows share the label above them."""

import pytest
from goal_packets import HALF_YEAR, Pair, pairs, read, targets

HEADS = ("Område", "Måltal 2031", "Status 30.6.2031", "Lys")
CELLS = (
    "1. Færger", "Afgange til tiden: 92 %", "94,1 %", "Grøn", "Højst 40 klager over\nkøen ved lejet", "31", "Grøn",
    "2. Lodser", "12 møder med havnene", "5", "Gul", "Mindst 30 lodser tager kurset", "33", "Nået",
)  # fmt: skip
FOOT = ("Side 1", *HEADS)
FOUND = [Pair(92, 94.1, "met"), Pair(40, 31, "met"), Pair(12, 5, "pending"), Pair(30, 33, "met")]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_cells_are_told_apart_by_blank_lines_or_by_what_the_heads_ask_for(between: str) -> None:
    assert pairs(read((HALF_YEAR, between.join((*HEADS, *CELLS))))) == FOUND


def test_heads_printed_again_on_the_next_page_are_passed_over() -> None:
    text = "\n\n".join((*HEADS, *CELLS[:7], *FOOT, *CELLS[7:]))
    assert pairs(read((HALF_YEAR, text))) == FOUND


def test_each_target_has_the_number_of_the_label_above_it() -> None:
    rows = targets(read((HALF_YEAR, "\n\n".join((*HEADS, *CELLS)))))
    assert [row.goal_no for row in rows] == ["1", "1", "2", "2"]
    assert rows[0].metric == "Afgange til tiden"


def test_colours_of_what_is_foreseen_are_no_verdicts() -> None:
    text = "\n\n".join((*HEADS[:3], "Forventning", *CELLS)).replace("33", "Måles i oktober").replace("Nået", "Gul")
    assert Pair(30, None, "pending") in pairs(read((HALF_YEAR, text)))


def test_how_many_stay_below_a_bound_is_no_value_of_it() -> None:
    text = "\n\n".join((*HEADS, *CELLS)).replace("Afgange til tiden: 92 %", "Højst 5 % aflyste afgange")
    found = pairs(read((HALF_YEAR, text.replace("94,1 %", "9 af 11 ruter ligger inden for grænsen"))))
    assert not [pair for pair in found if pair.target == 5 and pair.result is not None]


ASKED = ("Indsats", "Hvad var målet?", "Hvor er vi nu?", "Vurdering")
TOLD = (
    "1. Flere både", "Antallet af både stiger fra 38 i\n2030 til mindst 52 i 2031", "55 både ligger i havnen",
    "Opfyldt",
    "2. Svømning", "Der afholdes 14 kurser i\nsvømning", "12 kurser er holdt. Halmø og Strynø er\nikke med",
    "Ikke opfyldt",
    "3. Samtaler", "80 pct. af lodserne har haft en\nsamtale", "Tallet kendes ikke. Kun to havne har\ntalt",
    "Kan ikke vurderes",
)  # fmt: skip


def test_cells_over_several_lines_that_blank_lines_set_apart_are_read_though_each_row_has_a_label() -> None:
    found = pairs(read(("Statusskema 2031", "\n\n".join((*ASKED, *TOLD)))))
    assert found == [Pair(52, 55, "met"), Pair(14, 12, "not_met"), Pair(80, None, "unknown")]


def test_the_title_that_the_next_page_begins_with_is_no_part_of_the_last_cell() -> None:
    text = "\n\n".join((*ASKED, *TOLD)) + "\n\fUddybende bemærkninger\n\nHavnen er dyb."
    assert len(pairs(read(("Statusskema 2031", text)))) == 3


def test_a_cell_that_is_no_verdict_ends_the_rows() -> None:
    text = "\n\n".join((*ASKED, *TOLD)).replace("Kan ikke vurderes", "Havnefogeden er spurgt")
    assert Pair(80, None, "unknown") not in pairs(read(("Statusskema 2031", text)))
