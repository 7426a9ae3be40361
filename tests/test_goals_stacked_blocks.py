"""Tables flattened with each cell below the other whose cells run over several lines."""

from goal_packets import REPORT, Pair, pairs, read, targets

TABLE = """\
Emne
Mål 2031
Resultat 2031
Vurdering

Flere gæster skal komme igen
45 pct. af gæsterne kommer igen inden for
et år (målt i uge 36)
41 pct.
Ikke nået

Mindre spild i køkkenet
Madspildet er højst
30 gram pr. gæst
28 gram
Nået

Kortere kø
Mindst 80 pct. af bilerne venter højst
en time
Måles i januar 2032
Gul

Mindst 12 kajer har fået
lys
14 kajer, heraf to i Sydby
Nået
"""


def test_cells_run_over_lines_and_rows_share_a_label() -> None:
    assert pairs(read((REPORT, TABLE))) == [
        Pair(45, 41, "not_met"), Pair(30, 28, "met"), Pair(80, None, "partly"), Pair(12, 14, "met"),
    ]  # fmt: skip


def test_a_target_that_is_a_sentence_is_its_own_label() -> None:
    assert [target.metric for target in targets(read((REPORT, TABLE)))][1] == "Madspildet er højst 30 gram pr. gæst"


def test_a_block_that_can_be_read_in_two_ways_ends_the_table() -> None:
    block = "Kø\n40 biler\n31 biler\n35 biler\nNået"
    text = TABLE.replace("Mindst 12 kajer har fået\nlys\n14 kajer, heraf to i Sydby\nNået", block)
    assert [pair.target for pair in pairs(read((REPORT, text))) if pair.result is not None] == [45, 30]
