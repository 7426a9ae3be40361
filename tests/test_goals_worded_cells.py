"""Tables set with spaces whose targets are sentences that run over several lines of their cells."""

import pytest
from goal_packets import REPORT, Pair, pairs, read, targets

APART = """\
Felt          Det skal vi nå i 2031                Status 2031           Vurdering

Vand          85 % af hanerne er tætte, når
              de er blevet efterset i for-
              året                                 88,5 %                Nået

              Højst 40 brud på ledninger
              i løbet af et år
                                                   47                    Ikke nået

Kajer         Mindst 12 nye pullerter er sat
              op                                   12                    Nået"""

RUN_ON = """\
Resultatmål for 2031                            Resultat              Mål nået
Andelen af gæster, der kommer igen inden for
et år, skal være mindst 35 pct.
                                                31,5 pct.             Nej
Der skal holdes 14 ture for skoler i Nord-
byen
                                                17                    Ja
Antallet af klager må højst være 20             18                    Ja"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (APART, [Pair(85, 88.5, "met"), Pair(40, 47, "not_met"), Pair(12, 12, "met")]),
        (RUN_ON, [Pair(35, 31.5, "not_met"), Pair(14, 17, "met"), Pair(20, 18, "met")]),
    ],
    ids=["empty lines part the rows", "a capital letter begins a row"],
)
def test_a_target_runs_over_lines_and_its_result_stands_beside_or_below(text: str, expected: list[Pair]) -> None:
    assert pairs(read((REPORT, text))) == expected


def test_the_target_is_its_own_label_with_its_hyphens_resolved() -> None:
    first = targets(read((REPORT, APART)))[0]
    assert first.text.startswith("85 % af hanerne er tætte, når de er blevet efterset i foråret")


def test_rows_without_numbers_to_reach_make_no_table() -> None:
    text = APART.replace("85 %", "De fleste").replace("Højst 40", "Færre").replace("Mindst 12", "Flere")
    assert [t for t in targets(read((REPORT, text))) if t.value in (88.5, 47, 12)] == []
