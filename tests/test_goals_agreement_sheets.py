"""An agreement with its goals in labelled paragraphs, its follow-up below, and an overview before the accounts."""

import pytest
from goal_packets import Pair, pairs, read, targets

SHEETS = """Aftale 2031 mellem direktionen og Parkafdelingen
med afsluttende opfølgning

Mål 1 - Rene stier

Mål              Stierne skal være rene.

Succeskriterium  Andelen af rene stier er i 2031 mindst 85 pct.

{label}         {start}

{done}       - Fire betjente følger de stier, hvor der er klager over mere end 12 pct. af turene
                 - Introforløb på seks uger for alle nye

Opfølgning       I 2031 var 81 pct. af stierne rene.

Vurdering        Ikke nået

Oversigt over opfølgningen

Mål                                              Succeskriterium      Resultat 2031      Vurdering
1  Rene stier                                    85 pct.              81 pct.            Ikke nået
2a Bænke                                         40                   44                 Nået
2b Borgere, der er tilfredse                     70 pct.              66 pct.            Ikke nået

Økonomi 2031 (1.000 kr.)

                                Budget        Korrigeret      Regnskab      Afvigelse
Stier                           96.410        98.030          103.882       5.852
Skove                           58.774        60.120          64.906        4.786
Søer                            38.902        39.015          38.240        -775
"""
FOUND = [Pair(85, 81, "not_met"), Pair(40, 44, "met"), Pair(70, 66, "not_met")]


@pytest.mark.parametrize("label", ["Baseline", "Udgangspunkt"])
@pytest.mark.parametrize("done", ["Handlinger", "Tiltag", "Aktiviteter"])
def test_what_is_done_and_where_it_began_are_no_targets(label: str, done: str) -> None:
    text = SHEETS.format(label=label, done=done, start="a. 74 pct.   b. 31 bænke")
    assert pairs(read(("Aftale 2031", text), title="Aftale 2031")) == FOUND


def test_a_name_beside_its_number_is_the_label() -> None:
    rows = read(("Aftale 2031", SHEETS.format(label="Baseline", done="Tiltag", start="74 pct. (2030)")))
    assert {"Bænke", "Borgere, der er tilfredse"} <= {target.metric for target in targets(rows)}
