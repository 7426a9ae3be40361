"""Columns of means beside the target of their year."""

from __future__ import annotations

import pytest
from goal_packets import Pair, pairs, read

ROWS = "Ny bådplads\t131\t120\t114{}\nStørre bådplads\t168\t150\t157{}\n"
EXPECTED = [Pair(120, 114, "met"), Pair(150, 157, "not_met")]


@pytest.mark.parametrize("mean", ["Gennemsnit", "Snit"])
@pytest.mark.parametrize("judged", [True, False])
def test_the_mean_of_the_year_of_the_target_is_its_result(mean: str, judged: bool) -> None:
    head = f"Ansøgning\t{mean} 2030\tMål 2031\t{mean} 2031" + ("\tVurdering" if judged else "")
    rows = ROWS.format("\tNået", "\tIkke nået") if judged else ROWS.format("", "")
    found = pairs(read(("Havnens årsrapport 2031", f"Tabel 3. Ventetid i dage, højst\n{head}\n{rows}")))
    assert found == EXPECTED


def test_a_mean_without_a_year_before_or_a_verdict_is_what_one_compares_with() -> None:
    text = "Tabel 3. Tilfredse gæster i pct.\nHavn\tMål 2031\tGennemsnit 2031\nNordby\t84\t80\nSydby\t86\t80\n"
    assert all(pair.result is None for pair in pairs(read(("Havnens årsrapport 2031", text))))


def test_what_was_set_is_the_target_beside_a_result() -> None:
    text = (
        "Havnens fire mål for 2031 er gjort op.\n"
        "Tabel 8: Målene for 2031\n"
        "Mål\tFastsat\tResultat\tOpfyldt\n"
        "Planlagte eftersyn gennemført\t97 pct.\t98 pct.\tJa\n"
        "Breve besvaret inden for to uger\t90 pct.\t83,7 pct.\tNej\n"
    )
    found = pairs(read(("Havnens årsrapport 2031", text)))
    assert [(pair.target, pair.result) for pair in found] == [(97, 98), (90, 83.7)]
