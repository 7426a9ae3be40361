"""What a target and a result that may be a pair have in common, and numbers that are neither."""

import pytest
from goal_packets import read, targets

from extractors.goals import odds
from extractors.goals.candidates import labels_in


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("§ 8. Færgen sejler hver dag", {"8"}),
        ("Til § 8 (brændstof): Forbruget faldt", {"8"}),
        ("Ad 2. Pladserne", {"2"}),
        ("Besøg (krav A)", {"A"}),
        ("Resultatkrav D – Skoler", {"D"}),
        ("3.1 Vi holder åbent", {"3.1"}),
        ("Vedr. punkt 4: Kajen", {"4"}),
        ("Der kom 12 skoleklasser", set()),
        ("Havnen har åbent", set()),
    ],
)
def test_labels_open_a_text_or_name_what_it_answers(text: str, labels: set[str]) -> None:
    assert labels_in(text) == labels


NOTE = "Vi har sat os mål. Havnen skal ved årets udgang være på ”listen”310."
SLIDES = """Havnene i tal

Der er mål for nogle.

- 7 ud af 10 både skal sejle for sejl

- Havnen skal have 310 både
"""


def test_the_mark_of_a_note_is_no_target(monkeypatch: pytest.MonkeyPatch) -> None:
    assert targets(read(("Årsberetning 2031", NOTE))) == []
    monkeypatch.setattr(odds, "CLOSING", frozenset())
    assert [row.value for row in targets(read(("Årsberetning 2031", NOTE)))] == [310]


def test_a_passing_word_of_goals_makes_no_targets_of_slides(monkeypatch: pytest.MonkeyPatch) -> None:
    assert targets(read(("Bilag 1: Havnene i tal", SLIDES))) == []
    monkeypatch.setattr(odds, "SELDOM", odds.Least(0, 0))
    assert [row.value for row in targets(read(("Bilag 1: Havnene i tal", SLIDES)))] == [70]
