"""Heads of flattened tables whose quarter stands above its year."""

from goal_packets import REPORT, pairs, read

TABLE = """Tabel 3: Andre driftsmål

Driftsmål
Mål
2031
3. kvt.
2030
{last}
2031

Breve sendt inden 2 hverdage
85 %
81,5 %
87,1 %

Gæster med egen vejleder
70 %
66,2 %
64,9 %
"""


def test_a_quarter_and_the_year_below_it_are_one_head() -> None:
    rows = pairs(read((REPORT, TABLE.format(last="2. kvt."))))
    assert [(row.target, row.result) for row in rows] == [(85, 87.1), (70, 64.9)]


def test_a_year_that_is_a_column_of_its_own_is_not_taken_up() -> None:
    text = TABLE.replace("Mål\n2031\n3. kvt.\n2030\n{last}\n2031", "Mål\n2. kvt.\n2031")
    assert [row.target for row in pairs(read((REPORT, text)))] == [85, 70]
