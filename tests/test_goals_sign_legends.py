"""Signs of verdicts that the paper explains."""

import pytest
from goal_packets import Pair, pairs, read, targets

ROWS = """\
                                       Regnskab     Mål      Status       Vurdering
Mål                                    2030         2031     31.8.2031

Fravær i havnevagten                   7,4 %        6,5 %    6,9 %        {unsure}

Afgange til tiden                      88,2 %       91,0 %   89,7 %       {lost}

Både, der er kontrolleret              61 %         55 %     58 %         {won}

Forlis pr. 1.000 sejlture              61           55       *            *

* Tallene for 2031 foreligger først i marts 2032.
"""


@pytest.mark.parametrize(
    ("legend", "signs"),
    [
        (
            "+     målet er nået eller forventes nået\n/     usikkert, om det nås\n-     målet forventes ikke nået",
            "+/-",
        ),
        (
            "(+) = Målet er opfyldt\n(o) = I tvivl\n(/) = Det er usikkert, om målet nås\n(-) = Det er ikke nået",
            "+/-",
        ),
        ("Tegnforklaring: + = målet er nået, ~ = målet er i risiko, ÷ = målet nås ikke", "+~÷"),
        ("↑ = målet ventes nået\n→ = usikkert om målet nås\n↓ = målet ventes ikke nået", "↑→↓"),
        (
            "++\tMålet forventes indfriet\n?\tDet er i tvivl, om målet indfries\n--\tMålet forventes ikke indfriet",
            ("++", "?", "--"),
        ),
    ],
)
def test_signs_mean_what_the_paper_says(legend: str, signs: str) -> None:
    won, unsure, lost = signs
    text = f"Opfølgning på udvalgets mål 2031\n\n{legend}\n\n" + ROWS.format(won=won, unsure=unsure, lost=lost)
    assert pairs(read(("", text), meeting=2031)) == [
        Pair(6.5, 6.9, "pending"), Pair(91, 89.7, "not_met"), Pair(55, 58, "met"), Pair(55, None, "pending"),
    ]  # fmt: skip


def test_a_sign_that_nobody_explains_says_nothing() -> None:
    text = "Opfølgning på udvalgets mål 2031\n\n" + ROWS.format(won="+", unsure="/", lost="-")
    assert [p.status for p in pairs(read(("", text), meeting=2032))][:2] == ["not_met", "not_met"]


@pytest.mark.parametrize(
    ("label", "comparator"),
    [
        ("Andel ubesvarede opkald", "<="),
        ("Unge uden uddannelse eller job", "<="),
        ("Fuldtidspersoner på kontanthjælp", "<="),
        ("Andel ubehandlede sager", "<="),
        ("Unge uden uddannelse, der er kommet i job", ">="),
        ("Andel unge uden job, der får en mentor", ">="),
    ],
)
def test_what_is_had_without_is_a_burden_unless_it_is_mended(label: str, comparator: str) -> None:
    text = f"Resultater 2031\n\nMål\tMål 2031\tResultat 2031\n{label}\t12 %\t10 %\nAndel tilfredse\t80 %\t82 %\n"
    assert targets(read(("Afrapportering for 2031", text)))[0].comparator == comparator
