"""Shares told as two counts."""

import pytest
from goal_packets import pairs, read

AGREEMENT = """Driftsaftale 2031 for færgen

Mål 1 – Skippere
Mindst 70 pct. af skipperne skal angive, at vagtplanen er god.

Mål 2 – Gæster
Der skal være 900 gæster.
"""


@pytest.mark.parametrize(
    ("told", "result"),
    [
        ("I maj svarede 9 ud af 12 skippere, at vagtplanen er god.", 75),
        ("7 af de 10 skippere er glade for vagtplanen.", 70),
        ("9 ud af 12 skippere svarede. Heraf er 6 ud af 9 glade for vagtplanen.", None),
        ("Målet var 9 ud af 12 skippere.", None),
    ],
)
def test_a_part_of_a_count_answers_a_share(told: str, result: float | None) -> None:
    report = f"Årsrapport 2031 for færgen\n\nMål 1 – Skippere\n{told}\n\nMål 2 – Gæster\nDer var 917 gæster.\n"
    rows = read(("Driftsaftale 2031", AGREEMENT), ("Årsrapport 2031", report), meeting=2032)
    assert [p.result for p in pairs(rows) if p.target == 70] == [result]
