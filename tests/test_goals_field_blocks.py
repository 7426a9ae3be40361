"""Blocks of labelled lines below each other: where a measure set out, how it stands, what it is to be."""

import pytest
from goal_packets import REPORT, Pair, pairs, read, targets

BLOCKS = """\
Læsevejledning

Grøn     Målet er nået, eller det går som planlagt
Gul      Det går fremad, men ikke hurtigt nok

Tema 1: Havnen

Mål A
Liggetiden for færger skal falde

{start} 2029             12,9 timer
Seneste måling 2031       12,4 timer
{aim} 2034                  Højst 11,5 timer
{status}                    Gul

Mål B
Flere lejere skal sortere deres affald

{start} 2029             1.318 lejere
Seneste måling 2031       1.502 lejere
{aim} 2034                  1.900 lejere
{status}                    Grøn

Mål C
Andelen af gæster, der kører i egen bil, skal ned

{start} 2029             30,8 %
Seneste måling            Næste tælling offentliggøres i 2032
{aim} 2034                  26 %
{status}                    -
"""


@pytest.mark.parametrize(
    ("start", "aim", "status"),
    [
        ("Baseline", "Mål", "Status"),
        ("Udgangspunkt", "Måltal", "Status"),
        ("Basis", "Målsætning", "Vurdering"),
        ("Startniveau", "Målværdi", "Status"),
        ("Baseline", "Måltal", "Vurdering"),
    ],
)
def test_blocks_of_fields_are_no_table(start: str, aim: str, status: str) -> None:
    rows = read((REPORT, BLOCKS.format(start=start, aim=aim, status=status)))
    assert [(p.target, p.result) for p in pairs(rows)] == [(11.5, 12.4), (1900, 1502), (26, None)]
    assert [t.comparator for t in targets(rows)] == ["<=", ">=", "<="]


def test_a_colour_of_the_way_does_not_turn_a_target_around() -> None:
    found = pairs(read((REPORT, BLOCKS.format(start="Baseline", aim="Mål", status="Status"))))
    assert found[1] == Pair(1900, 1502, "pending")


def test_words_of_a_verdict_say_more_than_where_a_measure_set_out() -> None:
    text = """\
| Mål | Baseline 2030 | Måltal 2031 | Resultat 2031 | Vurdering |
|---|---|---|---|---|
| Antal besøg | 55 | 50 | 53 | Opfyldt |
| Antal ture | 40 | 44 | 42 | Ikke opfyldt |
"""
    assert [t.comparator for t in targets(read((REPORT, text)))] == [">=", ">="]
