"""What a report of goals tells beside its results: degrees, denials, earlier readings, money, laws."""

import pytest
from goal_packets import Pair, pairs, read, results, targets

from schemas.records import Record

ANNUAL = "Årsrapport 2031"


def annual(target: str, told: str, kind: str = ANNUAL) -> list[Pair]:
    """The pairs of a goal; another goal below it makes the paper one of goals."""
    return pairs(rows_of(target, told, kind))[:-1]


def rows_of(target: str, told: str, kind: str = ANNUAL) -> list[Record]:
    own = f"Mål 1: Gæster\nMål: {target}\nStatus: {told}"
    text = f"{kind}\n\n{own}\n\nMål 2: Ture\nMål: 90 ture\nStatus: 97 ture\n"
    return read((kind, text), title=kind, meeting=2032)


@pytest.mark.parametrize(
    ("told", "expected", "degrees"),
    [
        ("Kendskabet er målt til 43,2 pct. Dermed er målet opfyldt med 90 pct.", [Pair(48, 43.2, "not_met")], [90]),
        ("Kendskabet er målt til 43,2 pct. Det giver en opfyldelse på 90 pct.", [Pair(48, 43.2, "not_met")], [90]),
        (
            "43,2 pct. kender huset. Målet om kendskab er således opfyldt med 90 pct.",
            [Pair(48, 43.2, "not_met")],
            [90],
        ),
    ],
)
def test_a_degree_drawn_from_the_result_is_no_result(told: str, expected: list[Pair], degrees: list[int]) -> None:
    rows = rows_of("Mindst 48 pct. af byens borgere skal kende huset.", told)
    assert pairs(rows)[: len(expected)] == expected
    assert [r.fulfilment_pct for r in results(rows) if r.fulfilment_pct is not None] == degrees


@pytest.mark.parametrize(
    "told",
    [
        "Der er holdt 391 korte kurser og 148 lange kurser. Det er henholdsvis 46 pct. og 41 pct. af årets mål.",
        "Der er holdt 391 korte kurser og 148 lange kurser. Opfyldelsen er henholdsvis 46 og 41 pct.",
        "Der er holdt 391 korte kurser og 148 lange kurser. Målet om korte kurser er opfyldt 46 pct., målet om "
        "lange kurser 41 pct.",
    ],
)
def test_degrees_told_in_order_belong_to_the_results_before_them(told: str) -> None:
    kind = "Halvårsrapport 2031"
    text = f"{kind}\n\nMål 1: Kurser\n1.1 850 korte kurser\n1.2 360 lange kurser\nStatus\n{told}\n\nMål 2: Ture\n"
    rows = read((kind, text), title=kind, meeting=2031)
    assert pairs(rows) == [Pair(850, 391, "pending"), Pair(360, 148, "pending")]
    assert [r.fulfilment_pct for r in results(rows)] == [46, 41]


def test_a_degree_of_a_segment_belongs_to_its_result() -> None:
    rows = rows_of(
        "Mindst 80 pct. af kunderne skal være tilfredse. Målet gælder for hvert segment.",
        "Vækstsegmentet: 81,6 pct. Driftssegmentet: 76,0 pct. For driftssegmentet svarer det til en opfyldelse på "
        "95 pct.",
    )
    assert [(float(r.value or 0), r.fulfilment_pct) for r in results(rows)][:2] == [(81.6, None), (76, 95)]


@pytest.mark.parametrize(
    ("target", "told", "expected"),
    [
        ("120 gæster skal gennemføre et kursus.", "Der er 64 tilmeldte, men ingen har gennemført endnu.", None),
        (
            "I 2031 skal 60 pct. kende huset.",
            "Ved den seneste måling i 2029 svarede 51 pct., at de kendte det.",
            None,
        ),
        (
            "Mindst 80 pct. af gæsterne skal være meget tilfredse.",
            "Andelen er 76 pct. Havde vi talt som i 2029, hvor kravet var 80 pct., ville den have været 97 pct.",
            76,
        ),
        ("I 2032 skal 85 pct. være tilfredse.", "I den sidste måling fra 2029 var 79 pct. tilfredse.", None),
        (
            "Mindst 20 mio. kr. i støtte",
            "Der er givet tilsagn om 26,5 mio. kr. Yderligere en ansøgning på 8 mio. kr. er afslået.",
            26.5,
        ),
        (
            "Mindst 68 pct. forventer i høj grad en gevinst.",
            "Foreløbig forventer 70 pct. i høj grad, at de vinder.",
            70,
        ),
        ("Mindst fem foreninger skal have en plan.", "Kun to foreninger levede op til dette.", 2),
        (
            "Mindst 48 pct. af borgerne skal kende huset.",
            "Målingen viser 50 pct.\n\nØvrige målinger\nAvisen har spurgt 318 borgere, hvoraf 61 pct. kendte "
            "huset.",
            50,
        ),
    ],
)
def test_what_is_told_beside_a_goal_answers_it_not(target: str, told: str, expected: float | None) -> None:
    assert [pair.result for pair in annual(target, told)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Der er budgetteret med 7,2 årsværk, og det faktiske forbrug var 6,9 årsværk.",
        "Ved valget skal det tilstræbes, at mindst 40 pct. af medlemmerne er kvinder, jf. ligestillingsloven.",
    ],
)
def test_a_budget_of_staff_and_what_a_law_asks_are_no_goals(text: str) -> None:
    assert pairs(read(("", f"Sagsfremstilling\n\n{text}"), title="Status på kontrakten", meeting=2031)) == []


def test_what_came_about_below_a_list_of_news_is_no_target() -> None:
    text = (
        "Kontrakten viderefører målene fra 2030. To forhold er nye:\n\n– Målet om gæster er udgået.\n\n"
        "– Der er et nyt mål om ture.\nI 2029 nåede huset 537 lange kurser og 1.012 korte.\n"
    )
    assert pairs(read(("", text), title="Resultatkontrakt 2031 mellem KKR Havland og Huset", meeting=2030)) == []


@pytest.mark.parametrize(
    "label",
    [
        "Resultat pr. 30. juni:", "Status 30.6.:", "Resultat (1. halvår 2031):", "Status ved udgangen af juni:",
        "Status pr. 30. juni 2031:", "Resultat, foreløbigt:",
    ],
)  # fmt: skip
def test_a_label_of_results_may_name_its_time(label: str) -> None:
    text = (
        f"Halvårsrapport 2031\n\nMål 1. Antal\nMålsætning: 450 lange kurser\n{label} 203 lange kurser. Det svarer "
        "til 45 pct. af årsmålet.\n\nMål 2. Gæster\nMålsætning: Mindst 60 pct. af gæsterne skal komme igen.\n"
        f"{label} Heraf er 64 pct. kommet igen.\n"
    )
    rows = read(("Halvårsrapport 2031", text), title="Halvårsrapport 2031", meeting=2031)
    assert pairs(rows) == [Pair(450, 203, "pending"), Pair(60, 64, "met")]


def test_degrees_in_order_reach_over_sentences_and_parts() -> None:
    text = (
        "Halvårsrapport 2031\n\nMål 1. Antal\nMålsætning: 450 lange kurser, heraf mindst 120 om have, og 1.100 "
        "korte kurser\nResultat: Der er holdt 203 lange kurser, hvoraf 71 har handlet om have. Antallet af korte "
        "kurser er 588. Det svarer til henholdsvis 45, 59 og 53 pct. af årsmålene.\n\n"
        "Mål 2. Ture\nMålsætning: 90 ture\n"
    )
    rows = read(("Halvårsrapport 2031", text), title="Halvårsrapport 2031", meeting=2031)
    assert pairs(rows)[:3] == [Pair(450, 203, "pending"), Pair(120, 71, "pending"), Pair(1100, 588, "pending")]
    assert [r.fulfilment_pct for r in results(rows)] == [45, 59, 53]


@pytest.mark.parametrize(
    ("target", "told", "expected"),
    [
        (
            "Der hentes mindst 15 mio. kr. i ekstern finansiering.",
            "Der er ansøgt om 22 mio. kr., og der er foreløbig bevilget 9,4 mio. kr.",
            [9.4],
        ),
        ("Der skal ansøges om mindst 20 mio. kr.", "Der er ansøgt om 22 mio. kr.", [22]),
        (
            "82 pct. af kunderne skal være tilfredse, både i drifts- og i vækstsegmentet.",
            "I driftssegmentet svarer 79 pct., at de er det, mens det i vækstsegmentet er 86 pct.",
            [79, 86],
        ),
        (
            "Antallet af gæster skal vokse fra 310 ved udgangen af 2030 til 350 ved udgangen af 2031.",
            "Ved årets udgang var der 362 gæster.",
            [362],
        ),
    ],
)
def test_what_is_sought_and_what_is_had(target: str, told: str, expected: list[float]) -> None:
    assert sorted(pair.result or 0 for pair in annual(target, told)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NPS er mindst 70.", [70]),
        ("Huset besøger hver skole mindst fire gange om året og holder to møder med lærerne.", [4, 2]),
        ("Mindst halvdelen af kunderne må ikke have været på kursus før.", [50]),
    ],
)
def test_sentences_of_a_contract_under_a_goal(text: str, expected: list[float]) -> None:
    contract = "Resultatkontrakt 2031 mellem KKR Havland og Huset"
    body = (
        f"{contract}\n\n1. Økonomi\nMindst 60 pct. af bevillingen går til kurser.\n\nMål 1. Kunder\n{text}\n\n"
        "Mål 2. Ture\nHuset holder 90 ture.\n"
    )
    found = [t.value for t in targets(read((contract, body), title=contract, meeting=2031))]
    assert found == [*expected, 90]


def test_a_goal_that_an_agenda_moves_is_the_one_of_the_contract() -> None:
    contract = "Resultatkontrakt 2031 mellem KKR Havland og Huset"
    agenda = "Sagsfremstilling\nMålet for tilfredshed hæves fra 80 til 82 pct."
    goals = "Mål 1. Kunder\nMindst 82 pct. af kunderne er tilfredse.\n\nMål 2. Ture\nHuset holder 9 ture."
    body = f"{contract}\n\n{goals}\n"
    rows = targets(read(("", agenda), (contract, body), title=contract, meeting=2030))
    assert [(t.goal_no, t.value) for t in rows] == [("1", 82), ("2", 9)]
    assert "ikker" not in (rows[0].metric or "")


def test_degrees_of_two_goals_told_in_one_sentence_go_to_the_two_results() -> None:
    rows = rows_of(
        "Lodserne holder i 2031 350 sejlture og 60 fyraftener.",
        "Lodserne har i 2031 holdt 280 sejlture og 75 fyraftener. Målet for sejlture er dermed opfyldt med 80 "
        "pct., mens målet for fyraftener er opfyldt med 100 pct.",
    )
    assert [(r.value, r.fulfilment_pct) for r in results(rows)][:2] == [(280, 80), (75, 100)]
