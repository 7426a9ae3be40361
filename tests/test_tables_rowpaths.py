"""Which group a row belongs to, and where a total ends it."""

from __future__ import annotations

from decimal import Decimal

from extractors.tables.rowpaths import LabelledRow, row_paths


def _row(number: int, label: str, *values: str, group: bool = False) -> LabelledRow:
    found = {col: Decimal(value) for col, value in enumerate(values, 1)}
    return LabelledRow(number, [label], found, filled=bool(values), group=group)


def test_a_total_of_a_group_adds_up_though_its_change_in_percent_does_not() -> None:
    rows = [
        _row(0, "Syd", group=True),
        _row(1, "Lærer", "402", "305", "-24"),
        _row(2, "Pædagog", "611", "449", "-27"),
        _row(3, "Sum", "1013", "754", "-26"),
        _row(4, "Nord", group=True),
        _row(5, "Lærer", "518", "420", "-19"),
        _row(6, "Pædagog", "842", "655", "-22"),
        _row(7, "Sum", "1360", "1075", "-21"),
        _row(8, "I alt", "2373", "1829", "-23"),
    ]
    paths = row_paths(rows)
    assert [paths[n] for n in (3, 7, 8)] == [("Syd", "Sum"), ("Nord", "Sum"), ("I alt",)]


def test_what_has_no_values_behind_a_total_heads_the_next_group_though_it_is_not_drawn_as_one() -> None:
    rows = [
        _row(0, "Vestlige kommuner og øer", group=True),
        _row(1, "Fanø", "4"),
        _row(2, "Vestlige i alt", "4"),
        _row(3, "Øst"),
        _row(4, "Odder", "7"),
        _row(5, "Mangler", group=False),
        _row(6, "Samsø", "2"),
    ]
    paths = row_paths(rows)
    assert paths[4] == ("Øst", "Odder")
    assert paths[6] == ("Øst", "Samsø")


def test_a_row_that_begins_where_its_group_does_ends_it_where_the_rows_of_the_group_are_set_further_in() -> None:
    rows = [
        _row(0, "Ældre", group=True),
        _row(1, "Hjemmepleje", "9"),
        _row(2, "Centre", "8"),
        _row(3, "Teknik", "4"),
        _row(4, "Kultur", "3"),
    ]
    rows[1].indent = rows[2].indent = 15.0
    assert [row_paths(rows)[n] for n in (2, 3, 4)] == [("Ældre", "Centre"), ("Teknik",), ("Kultur",)]
    for row in rows:
        row.indent = 0.0
    assert row_paths(rows)[3] == ("Ældre", "Teknik")
