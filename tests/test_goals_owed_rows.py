"""Flattened tables of numbered targets with one value a row and words behind it."""

import pytest
from goal_packets import CONTRACT, pairs, read, targets

TABLE = """\
§ 4. Aftalens mål

{heads}
1. Lånere, der kommer igen inden 30 dage 60 % Biblioteket
2. Udlånte bøger i alt 8.500 Fælles register
3. Ventetid på en bestilt bog, der er
lånt ud højst 12 dage Kommunerne
4. Lånere med kort til flere huse 75 % Biblioteket
Opgørelsen sker en gang om året og første gang i februar 2032.
"""


@pytest.mark.parametrize("heads", ["Mål Måltal 2031 Opgøres af", "Indikator Krav Ansvarlig"])
def test_the_number_before_the_last_words_is_the_target(heads: str) -> None:
    rows = read((CONTRACT, TABLE.format(heads=heads)))
    assert [(p.target, p.result) for p in pairs(rows)] == [(60, None), (8500, None), (12, None), (75, None)]
    assert [row.goal_no for row in targets(rows)] == ["1", "2", "3", "4"]


@pytest.mark.parametrize("heads", ["Mål Måltal 2031 Resultat 2031", "Mål Måltal 2031", "Emne Pris Ansvarlig"])
def test_other_heads_make_no_such_table(heads: str) -> None:
    rows = read((CONTRACT, TABLE.format(heads=heads)))
    assert 8500 not in [row.value for row in targets(rows) if row.metric == "Udlånte bøger i alt"]


def test_rows_that_are_not_counted_from_one_are_left_alone() -> None:
    text = TABLE.format(heads="Mål Måltal 2031 Opgøres af").replace("1. Lån", "7. Lån")
    assert 8500 not in [row.value for row in targets(read((CONTRACT, text))) if row.metric == "Udlånte bøger i alt"]
