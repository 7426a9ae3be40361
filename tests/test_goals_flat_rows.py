"""Flattened tables of goals: columns of units, bounds in labels, heads that are no labels, one row alone."""

import pytest
from goal_packets import CONTRACT, REPORT, Pair, pairs, read, targets

UNITS = """Delmål Enhed Mål
2031
Status
2031
Cykler, andel af ture % 24 26,5
Cykler i kommunens pulje % 40 31
Stativer ved stationer antal 150 163
Asfalt på cykelstier ton 900 870
"""


def test_the_column_of_units_gives_each_row_its_unit() -> None:
    rows = read((REPORT, UNITS))
    assert [(target.value, target.unit, target.comparator) for target in targets(rows)][:2] == [
        (24, "%", ">="),
        (40, "%", ">="),
    ]
    assert Pair(40, 31, "not_met") in pairs(rows)


TABLE = """Mål 3: Hurtigere svar

Indikator Måltal 2031 Status Vurdering
{row}
Andel med svar inden for fem uger Mindst 60 % 57 % Ikke opfyldt

Frafaldet efter ni måneder er 31 %, og 22 borgere har fået en kontaktperson.
"""


def test_a_length_of_time_with_a_bound_is_part_of_the_name() -> None:
    rows = read((REPORT, TABLE.format(row="Sager over 26 uger Højst 90 74 Opfyldt")))
    assert pairs(rows)[:2] == [Pair(90, 74, "met"), Pair(60, 57, "not_met")]


def test_a_bounded_length_of_time_is_the_aim_where_no_other_is() -> None:
    rows = read((REPORT, TABLE.format(row="Ventetid på svar Højst 26 uger 24 uger Opfyldt")))
    assert Pair(26, 24, "met") in pairs(rows)


def test_what_stands_below_a_table_of_goals_states_none() -> None:
    rows = read((REPORT, TABLE.format(row="Sager i alt Højst 90 74 Opfyldt")))
    assert 31 not in [target.value for target in targets(rows)]


@pytest.mark.parametrize("label", ["Indikator:", "Indikator"])
def test_a_label_before_a_sentence_states_its_goal(label: str) -> None:
    text = f"Mål 3: Hurtigere svar\n\n{label} Mindst 60 pct. af borgerne får svar inden for fem uger i 2031.\n"
    assert [target.value for target in targets(read((CONTRACT, text)))] == [60]


def test_a_row_alone_below_its_head_is_read() -> None:
    text = (
        "Mål 2: Færre uden arbejde\n\nIndikator Måltal 2031 Status Vurdering\n"
        "Andel langtidsledige blandt de unge Højst 14 % 12,4 % Opfyldt\n"
    )
    assert pairs(read((REPORT, text))) == [Pair(14, 12.4, "met")]


def test_a_length_of_time_before_the_modal_tells_which_are_counted() -> None:
    text = "Antallet af sager over 26 uger skal ved udgangen af 2031 være højst 90."
    assert [target.value for target in targets(read((CONTRACT, text)))] == [90]


def test_a_length_of_time_behind_the_modal_is_owed() -> None:
    text = "Sager skal afsluttes inden for højst 26 uger."
    assert [target.value for target in targets(read((CONTRACT, text)))] == [26]


VERDICTS_BELOW = """Nr. Indikator Baseline 2030 2031 2032 Mål 2035 Vurdering
Havnen
1 Andel gæster, der kommer igen inden for
Årets udgang 38 % 40 % 43 % 45 %
På vej
2 Fartøjer i det fælles
bookingsystem 60 95 140 150
På vej
3 Ventetid ved broen (minutter) 31 27 19 14
Bagud
Byen
4 Tilfredshed med turistkontoret
(skala 1-5) 4,1 4,2 4,6 4,5
Nået
"""


def test_verdicts_and_titles_of_groups_on_lines_of_their_own_shift_no_row() -> None:
    rows = read((REPORT, VERDICTS_BELOW))
    assert pairs(rows) == [
        Pair(45, 43, "pending"), Pair(150, 140, "pending"), Pair(14, 19, "pending"), Pair(4.5, 4.6, "met"),
    ]  # fmt: skip
    told = targets(rows)
    assert [target.goal_no for target in told] == ["1", "2", "3", "4"]
    assert [target.comparator for target in told] == [">=", ">=", "<=", ">="]
    assert told[0].metric == "Andel gæster, der kommer igen inden for Årets udgang"
    assert told[3].metric == "Tilfredshed med turistkontoret (skala 1-5)"
