"""The metric of a target is a short noun phrase."""

import pytest
from goal_packets import CONTRACT, read, targets


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Mindst 50 pct. af de vejledte skal være nye i forhold til dem, der kom i fjor.", "vejledte, der er nye"),
        ("Mindst 80 pct. af kunderne angiver i målingen, at de er ”Tilfredse”.", "kunderne, der er tilfredse"),
        ("I 2031 angiver mindst 45 pct. af kunderne, at de har brugt hjælpen.", "kunderne, der har brugt hjælpen"),
        ("Huset opnår en Net Promoter Score på mindst 70.", "Net Promoter Score"),
        ("I 2031 skal kendskabet til huset være mindst 50 pct.", "kendskabet til huset"),
        ("For Erhvervshus Havland skal kendskabet til huset i 2031 være 45 pct.", "kendskabet til huset"),
        ("Sagsbehandlingstiden må højst være 8 uger.", "Sagsbehandlingstiden"),
        ("Målet er, at andelen af nye kunder skal nå op på 75 pct.", "nye kunder"),
        ("Der skal holdes 12 faglige møder.", "faglige møder"),
        ("Kunderne har en mervækst på mindst 10 procentpoint i omsætning.", "mervækst i omsætning"),
        ("Huset henviser 70% af de kunder, der får en plan, til hjælp.", "kunder, der får en plan, til hjælp"),
        ("Antallet af indlæggelser skal falde med 10 pct.", "indlæggelser"),
    ],
)  # fmt: skip
def test_a_metric_is_a_short_noun_phrase(text: str, metric: str) -> None:
    (target,) = targets(read((CONTRACT, f"Mål 3 – Kunder\n\nMål {text}"), meeting=2031))
    assert target.metric == metric
    assert len(metric.split()) <= 8
