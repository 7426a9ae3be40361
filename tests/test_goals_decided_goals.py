"""Goals that are put up for decision, and goals that a text tells to be set anew."""

import pytest
from goal_packets import REPORT, Pair, pairs, read, targets

LEADS = (
    "Direktionen indstiller, at udvalget godkender disse mål:",
    "Det indstilles, at byrådet vedtager følgende mål:",
    "Forvaltningen foreslår følgende mål:",
)
POINTS = (
    "1. at ventedage i 2032 højst udgør 36 pr. 1.000 borgere,\n\n"
    "2. at 85 pct. af planerne i 2031 sendes til tiden,\n\n"
    "3. at der i 2031 gennemføres 140 forløb for unge.\n"
)


@pytest.mark.parametrize("lead", LEADS)
def test_points_that_are_to_be_decided_are_targets_to_come(lead: str) -> None:
    told_of_before = "Målene er få. Der blev holdt 96 forløb for unge i 2030.\n"
    text = f"Indstilling\n\n{lead}\n\n{POINTS}\nSagsfremstilling\n\n{told_of_before}"
    told = [pair for pair in pairs(read(("", text), meeting=2031)) if pair.target is not None]
    assert told == [Pair(36, None, "pending"), Pair(85, None, "pending"), Pair(140, None, "pending")]


def test_what_is_only_taken_note_of_is_told() -> None:
    text = (
        "Målet er, at 80 pct. af planerne sendes til tiden.\n\n"
        "Det indstilles, at udvalget tager til efterretning,\n\n1. at 84 pct. af planerne blev sendt til tiden.\n"
    )
    assert 84 not in [target.value for target in targets(read(("", text), meeting=2031))]


@pytest.mark.parametrize(
    "sentence",
    [
        "I den forbindelse indstilles det, at målet for dækningsgraden i 2032 fastsættes til mindst 43 pct.",
        "Det indstilles, at målet for dækningsgraden fastholdes på 43 pct. i 2032.",
        "Fra 2032 gælder en ny plan. Her bliver servicemålet for dækning 43 pct.",
        "Fra 2032 gælder en ny plan, og der indføres et mål om, at dækningen mindst er 43 pct.",
        "I 2032 er målet en dækning på 43 pct. og 18 koncerter.",
    ],
)
def test_a_goal_that_is_set_anew_is_no_matter_of_doubt(sentence: str) -> None:
    text = f"Målet om 12 koncerter blev nået med 14 koncerter.\n\nBudgettet rummer 31 mio. kr. {sentence}\n"
    rows = read((REPORT, text), meeting=2031)
    assert [(t.value, t.status) for t in targets(rows) if t.value == 43] == [(43, "pending")]


def test_what_others_have_asked_for_is_not_set() -> None:
    text = (
        "Målet om 12 koncerter blev nået med 14 koncerter.\n\n"
        "Fagforeningen har foreslået, at målet for dækningsgraden sættes til 43 pct. Det er ikke realistisk.\n"
    )
    found = [target for target in targets(read((REPORT, text), meeting=2031)) if target.value == 43]
    assert all(target.standing in ("cited", "rejected") for target in found)


def test_what_og_joins_to_the_goal_of_a_year_to_come_is_one_as_well() -> None:
    text = "Målet om 12 koncerter blev nået med 14.\n\nI 2032 er målet et salg på 31 mio. kr. og 18 turneer.\n"
    found = [float(t.value) for t in targets(read((REPORT, text), meeting=2032)) if t.value is not None]
    assert {31, 18} <= {value / 1_000_000 if value > 1000 else value for value in found}
