"""Goals in the running text of an agenda: targets, proposals, earlier values, interim results."""

import pytest
from goal_packets import Pair, pairs, read, results, targets

HALF_YEAR_ITEM = "Halvårsafrapportering på Resultatkontrakt 2031 mellem KKR Havland og Erhvervshus Havland"
TALK_ITEM = "Fokusområder i Resultatkontrakt 2032 mellem KKR Havland og Erhvervshus Havland"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Det nationale mål 3 er endnu ikke opfyldt: 71 pct. af kunderne er meget tilfredse mod et mål "
            "på 75 pct.",
            [Pair(75, 71, "not_met")],
        ),
        (
            "Foreløbigt er 71 pct. af kunderne meget tilfredse. Målet er, at 75 pct. skal være meget tilfredse.",
            [Pair(75, 71, "not_met")],
        ),
        (
            "Måltallet for lange forløb er 640 i 2031. Der er gennemført 302 lange forløb i første halvår.",
            [Pair(640, 302, "pending")],
        ),
        (
            "Huset havde som mål at vejlede 600 kunder i 2031. Resultatet blev 644 vejledte kunder.",
            [Pair(600, 644, "met")],
        ),
        (
            "Målet på 80 pct. tilfredse kunder er ikke nået, idet 76 pct. af kunderne er tilfredse.",
            [Pair(80, 76, "not_met")],
        ),
        ("Antallet af vejledte kunder blev 1.104 mod et måltal på 1.000.", [Pair(1000, 1104, "met")]),
        ("Kendskabet faldt fra 44 til 41 pct. og nåede ikke målet på 45 pct.", [Pair(45, 41, "not_met")]),
        ("Mødet samlede 60 deltagere, og 40 pct. af dem var nye.", []),
        ("Målgruppen er 400 virksomheder, og formålet er at nå dem alle.", []),
        ("Antallet af forløb steg fra 300 til 360.", []),
        ("Målopfyldelsen er høj, og 5 kommuner har svaret.", []),
    ],
)
def test_running_text_gives_targets_and_results(text: str, expected: list[Pair]) -> None:
    rows = read(("", f"Sagsfremstilling\n\n{text}"), title=HALF_YEAR_ITEM, meeting=2031)
    assert pairs(rows) == expected


def test_a_moved_target_gives_both_values_with_their_years() -> None:
    text = "Opjusteringen af måltallet på de lange forløb fra 540 i 2030 til 640 i 2031 presser kvaliteten."
    found = [(t.value, t.period, t.standing) for t in targets(read(("", text), title=HALF_YEAR_ITEM, meeting=2031))]
    assert found == [(540, "2030", "earlier"), (640, "2031", "in_force")]


@pytest.mark.parametrize(
    ("text", "value", "standing"),
    [
        ("Det foreslås, at målet nedjusteres fra 640 i 2031 til 560 i 2032.", 560, "proposed"),
        ("Det kunne have form af et andelsmål på fx 15 pct. af alle forløb.", 15, "proposed"),
        (
            "Det kan drøftes at sætte et mål for havne. Det kunne fx være seks forløb for en gruppe af havne.",
            6,
            "proposed",
        ),
        ("Det foreslås, at huset i 2032 skal oprette to nye faglige netværk.", 2, "proposed"),
        (
            "Det indstilles, at KKR Havland fastholder et mål på 640 lange forløb i Resultatkontrakt 2032.",
            640,
            "in_force",
        ),
    ],
)
def test_proposals_are_told_from_targets_in_force(text: str, value: int, standing: str) -> None:
    found = targets(read(("", text), title=TALK_ITEM, meeting=2031))
    assert [(t.value, t.standing) for t in found if t.value == value] == [(value, standing)]


def test_a_proposal_is_pending_and_takes_no_result() -> None:
    text = "Det foreslås, at målet hæves fra 60 pct. i 2031 til 70 pct. i 2032. I 2031 svarede 62 pct. af kunderne."
    rows = read(("", text), title=TALK_ITEM, meeting=2031)
    assert Pair(70, None, "pending") in pairs(rows)


def test_a_rejected_target_and_what_is_cited_with_it_are_marked() -> None:
    text = (
        "Det er drøftet, om målet for lange forløb skal sættes ned fra 640 i 2031 til 560 i 2032. Det blev afvist."
    )
    found = targets(read(("", text), title=TALK_ITEM, meeting=2031))
    assert [(t.value, t.standing) for t in found] == [(640, "cited"), (560, "rejected")]


def test_the_same_target_said_twice_is_one() -> None:
    text = (
        "KKR Havland fastholder et mål på 640 lange forløb i 2032.\n\nKredsen anbefaler at "
        "fastholde målet på 640 lange forløb."
    )
    assert [t.value for t in targets(read(("", text), title=TALK_ITEM, meeting=2031))] == [640]


def test_segments_of_running_text_are_results_of_one_target() -> None:
    text = (
        "Foreløbigt er 71 pct. af kunderne meget tilfredse med rådgiverens viden 73 pct. i segmentet af "
        "driftsorienterede kunder "
        "og 66 pct. i segmentet af vækstorienterede kunder. Målet er, at 75 pct. skal være meget "
        "tilfredse i begge segmenter."
    )
    rows = read(("", text), title=HALF_YEAR_ITEM, meeting=2031)
    assert sorted((r.segment or "", r.value) for r in results(rows)) == [("", 71), ("drift", 73), ("vækst", 66)]


def test_a_goal_named_before_holds_for_what_follows() -> None:
    text = "Det nationale mål 3 handler om tilfredshed.\n\nMålet er, at 75 pct. er meget tilfredse."
    assert [t.goal_no for t in targets(read(("", text), title=HALF_YEAR_ITEM, meeting=2031))] == ["3"]


def test_a_list_of_goals_does_not_name_one() -> None:
    text = "Det gælder mål 1, 3 og 7.\n\nMålet er, at 75 pct. er meget tilfredse."
    assert [t.goal_no for t in targets(read(("", text), title=HALF_YEAR_ITEM, meeting=2031))] == [None]


def test_a_list_with_a_lead_in_is_read_as_it_says() -> None:
    text = (
        "Målene for 2031 er:\n\n• 400 korte forløb\n• 90 lange forløb\n\nStatus efter første halvår "
        "er:\n\n• 212 korte forløb\n• 37 lange forløb"
    )
    rows = read(("", text), title=HALF_YEAR_ITEM, meeting=2031)
    assert sorted(pairs(rows)) == [Pair(90, 37, "pending"), Pair(400, 212, "pending")]


def test_zero_emissions_by_a_year_are_a_target() -> None:
    text = (
        "Planen viser vejen til netto nul-udledning senest i 2050. For at nå 60 pct. "
        "reduktion i 2035 skal der mere til."
    )
    found = [
        (t.comparator, t.value, t.period, t.status)
        for t in targets(read(("", text), title="Klimaplaner", meeting=2031))
    ]
    assert found == [("<=", 0, "2050", "pending"), (">=", 60, "2035", "pending")]


def test_the_degree_of_the_whole_contract_is_a_row_of_its_own() -> None:
    text = "Den samlede målopfyldelse på resultatkontrakten vurderes at være 93%."
    (row,) = results(read(("", text), title=HALF_YEAR_ITEM, meeting=2032))
    assert (row.scope, row.goal_no, row.fulfilment_pct, row.status) == ("contract", None, 93, "partly")
