"""The many ways in which contracts and reports of other bodies and years word their goals; and what is no goal."""

import pytest
from goal_packets import CONTRACT, REPORT, Pair, pairs, read, results, targets


@pytest.mark.parametrize(
    ("text", "comparator", "value", "unit"),
    [
        ("Målet er, at mindst halvdelen af de vejledte kunder får en plan.", ">=", 50, "%"),
        ("Målet er, at mindst tre fjerdedele af kunderne får en plan.", ">=", 75, "%"),
        ("Andelen af tilfredse kunder skal nå op på 75 pct.", ">=", 75, "%"),
        ("Mindst 30 pct. af kunderne skal have øget eksporten senest 12 måneder efter forløbet.", ">=", 30, "%"),
        ("Kunderne skal have svar senest inden 14 dage.", "<=", 14, "dage"),
        ("Sagsbehandlingen må højst vare 8 uger.", "<=", 8, "uger"),
        ("Omsætningen hos kunderne skal stige med 5 pct. i forhold til 2030.", ">=", 5, "%"),
        ("Andelen af kvindelige ejere skal være 40 pct. eller derover.", ">=", 40, "%"),
    ],
)
@pytest.mark.parametrize(
    "heading", ["Mål 2 – Kunder", "KPI 2: Kunder", "Indsatsmål 2: Kunder", "Strategisk mål B: Kunder"]
)
def test_goals_of_a_contract_are_read_under_any_heading(
    heading: str, text: str, comparator: str, value: int, unit: str
) -> None:
    found = targets(read((CONTRACT, f"{heading}\n\n{text}"), meeting=2031))
    assert [(t.comparator, t.value, t.unit, t.goal_no) for t in found] == [
        (comparator, value, unit, heading.split(" –")[0].split(":")[0][-1])
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mål: 85 % – Opnået: 83 % – Ikke opfyldt", Pair(85, 83, "not_met")),
        ("Måltal 2031: 900 | Resultat: 935", Pair(900, 935, "met")),
        ("Mål: mindst 120 kunder. Resultat: 131 kunder. Status: Opfyldt", Pair(120, 131, "met")),
        ("Kendskabet er i 2031 målt til 58 pct. mod 54 pct. i 2030. Målet var mindst 55 pct.", Pair(55, 58, "met")),
        ("91 % af kommunerne er tilfredse, hvilket er over målet på 85 %.", Pair(85, 91, "met")),
        ("Der er gennemført 388 forløb. Det er 12 færre end målet på 400 forløb.", Pair(400, 388, "not_met")),
        ("Ventetiden var 9 dage. Målet om højst 7 dage er dermed ikke nået.", Pair(7, 9, "not_met")),
        ("Der er afholdt 34 møder (måltal 30).", Pair(30, 34, "met")),
        ("Måltallet på 250 besøg er overgået, idet der er gennemført 266 besøg.", Pair(250, 266, "met")),
    ],
)
@pytest.mark.parametrize(
    "title", ["Årsberetning 2031", "Resultatrapport for 2031", "Opfølgning på mål 2031", REPORT]
)
def test_reports_of_any_name_are_read(title: str, text: str, expected: Pair) -> None:
    assert pairs(read((title, f"Mål 4 – Drift\n\n{text}"))) == [expected]


def test_groups_side_by_side_are_segments() -> None:
    text = (
        "Mål 3 – Kunder\n\nMål Mindst 80 pct. er tilfredse.\n\nAfrapportering og målopfyldelse – Mål 3\n\n"
        "82 pct. af ejerlederne og 76 pct. af de ansatte er tilfredse."
    )
    rows = read((REPORT, text))
    assert pairs(rows) == [Pair(80, 82, "met"), Pair(80, 76, "not_met")]
    assert [r.segment for r in results(rows)] == ["ejerlederne", "ansatte"]


def test_a_move_aims_at_its_end() -> None:
    text = "Mål 3 – Eksport\n\nMål Antallet af eksporterende kunder øges fra 310 til 350."
    assert [t.value for t in targets(read((CONTRACT, text), meeting=2031))] == [350]


def test_what_stands_beside_the_goals_is_no_part_of_them() -> None:
    text = (
        "Delmål 4.2: Kunder på landet\n\nMin. 25 % af forløbene skal ligge på landet.\n\nØkonomi\n\n"
        "Kommunerne bidrager med 14 mio. kr., svarende til 54 pct. af budgettet."
    )
    assert [t.value for t in targets(read((CONTRACT, text), meeting=2031))] == [25]


def test_goals_that_a_text_announces_are_read() -> None:
    text = (
        "Sundhedsplanen har tre målsætninger. Antallet af indlæggelser skal falde med 10 pct. Mindst 90 pct. af "
        "borgerne skal have en plan. Ventetiden må højst være 14 dage."
    )
    assert [(t.comparator, t.value) for t in targets(read(("", text)))] == [(">=", 10), (">=", 90), ("<=", 14)]


def test_a_goal_that_a_plan_sets_for_a_year_to_come_is_read() -> None:
    text = "Planen sætter mål for klimaet. Den fastsætter, at udledningen skal reduceres med 70 pct. i 2040."
    assert [(t.value, t.period) for t in targets(read(("", text)))] == [(70, "2040")]


@pytest.mark.parametrize(
    "text",
    [
        "Efter loven skal alle borgere have tilbud om mindst 25 timer, og kommunen skal svare inden 14 dage.",
        "Det overordnede formål er nået. 45 pct. af firmaerne eksporterede i 2030, og konkurserne steg med 12 pct.",
        "Undersøgelsen viser, at over 70 pct. mangler arbejdskraft. Målgruppen er firmaer med 5-50 ansatte.",
        "Den samlede forpligtelse er 1,9 mio. kr., og lejemålet løber til 2031.",
        "Administrationen må højst udgøre 10 pct. af bevillingen. Tilskuddet har til formål at styrke eksporten.",
        "Regeringens målsætning om 70 pct. reduktion i 2040 blev vedtaget i 2029.",
        "Målet er at spare. Beredskabet anslår, at der skal bruges 30 pumper, og der er 12 pumper i dag.",
        "Sekretariatet har mål for området. Det skal ses i lyset af, at 45 pct. af de ansatte er over 55 år.",
    ],
)
def test_what_is_no_goal_gives_nothing(text: str) -> None:
    assert targets(read(("", text))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nr. Mål Måltal Resultat Status\n1 Vejledte kunder 800 845 Opfyldt\n2 Andel nye 40 % 36 % Ikke opfyldt",
            [Pair(800, 845, "met"), Pair(40, 36, "not_met")],
        ),
        (
            "Nr.\tMål\tMåltal\tResultat\tStatus\n1\tVejledte kunder\t800\t845\tOpfyldt",
            [Pair(800, 845, "met")],
        ),
        (
            "Målepunkt\tResultat 2030\tMål 2031\tResultat 2031\tMål 2032\nKunder\t812\t850\t871\t900",
            [Pair(850, 871, "met"), Pair(900, None, "pending")],
        ),
        (
            "Indikator\tMål 2031\tOpnået 2031\tTrafiklys\nVentetid i dage\tmaks. 10\t14\tRød",
            [Pair(10, 14, "not_met")],
        ),
        (
            "Indikator\tMål\tResultat\tMål\tResultat\nKunder\t812\t850\t871\t900",
            [Pair(812, 850, "met"), Pair(871, 900, "met")],
        ),
    ],
)  # fmt: skip
def test_tables_with_numbered_rows_and_years_side_by_side(text: str, expected: list[Pair]) -> None:
    assert pairs(read(("Målopfyldelse 2031", text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mål 1. Kunder\nMåltal: 250 kunder får en plan\nStatus ultimo 2031: 263 kunder har fået en plan.",
            [Pair(250, 263, "met")],
        ),
        ("Mål 4.1: Kunder i forløb\nMål 2031: 400\nOpnået 2031: 377", [Pair(400, 377, "not_met")]),
        (
            "Mål 1: 50 pct. af kunderne skal være nye\n54 pct. af kunderne var nye (2030: 49 pct.)",
            [Pair(50, 54, "met")],
        ),
        ("Mål 2: 1.000 kunder skal vejledes\n962 kunder blev vejledt (2030: 1.041)", [Pair(1000, 962, "not_met")]),
        ("Mål 3: Huset afholder 12 møder\nHuset har afholdt 14 møder", [Pair(12, 14, "met")]),
        (
            "Mål 3: Ventetiden skal nedbringes til 30 dage.\nVentetiden er nedbragt til 41 dage.",
            [Pair(30, 41, "not_met")],
        ),
        (
            "2.4 Svartid\nMålsætning: Kunder får svar inden for 2 arbejdsdage.\n"
            "Resultat: Kunder har fået svar inden for 1,5 arbejdsdage.",
            [Pair(2, 1.5, "met")],
        ),
        ("Mål 5 – Anbefaling\n\nMål 9 ud af 10 kunder vil anbefale huset.", [Pair(90, None, "unknown")]),
        ("| Mål | Måltal 2031 | Resultat 2031 | Opfyldt |\n| Nye | 100 | 112 | Ja |", [Pair(100, 112, "met")]),
    ],
)  # fmt: skip
def test_goals_and_results_on_lines_of_their_own(text: str, expected: list[Pair]) -> None:
    assert pairs(read((REPORT, text))) == expected


def test_entries_below_a_line_that_names_goals_are_targets() -> None:
    text = (
        "Parterne er enige om følgende mål for 2031:\n\n• 35 % af de ledige er i job efter 6 måneder\n"
        "• Mindst 120 firmaer indgår en aftale\n• Højst 10 dages ventetid på første samtale\n\n"
        "Aftalen kan opsiges med 3 måneders varsel."
    )
    found = targets(read(("Partnerskabsaftale 2031", text), meeting=2031))
    assert [(t.comparator, t.value) for t in found] == [(">=", 35), (">=", 120), ("<=", 10)]


def test_those_who_were_asked_are_no_target() -> None:
    text = (
        "Mål 1 Kunderne oplever effekt\nMinimum 65 pct. af kunderne vurderer, at hjælpen har haft effekt.\n"
        "Målet opgøres ved en undersøgelse blandt 500 kunder."
    )
    assert [t.value for t in targets(read((CONTRACT, text), meeting=2031))] == [65]


def test_goals_behind_a_colon_are_read() -> None:
    text = (
        "I planen er der sat to mål: Andelen af rygere skal være højst 5 pct., og fraværet skal falde med 15 pct."
    )
    assert [(t.comparator, t.value) for t in targets(read(("", text)))] == [("<=", 5), (">=", 15)]


def test_a_list_of_what_is_to_be_done_and_one_of_what_was_done() -> None:
    text = (
        "Mål 3 – Forløb\n\nDer skal gennemføres:\n\n• 520 korte forløb\n• 24 temamøder\n\n"
        "Afrapportering og målopfyldelse – Mål 3\n\nDer er gennemført:\n\n• 541 korte forløb\n• 22 temamøder"
    )
    assert pairs(read((REPORT, text))) == [Pair(520, 541, "met"), Pair(24, 22, "not_met")]


@pytest.mark.parametrize(
    "row", ["1.1 Unikke\nkunder\t900\t935", "1.1 Unikke\t900\t935\nkunder", "1.1 Unikke kunder\t900\t935"]
)
def test_labels_over_two_lines_are_whole(row: str) -> None:
    rows = read((REPORT, f"Indikator\tMåltal\tResultat\n{row}"))
    assert [(t.sub_no, t.metric, t.value) for t in targets(rows)] == [("1.1", "Unikke kunder", 900)]


def test_a_table_of_targets_alone_is_read() -> None:
    text = "Indsats\tMåltal 2031\tMåltal 2032\nKorte forløb\t500\t520\nTilfredse\tmindst 80 %\t82 %"
    found = targets(read((CONTRACT, text), meeting=2031))
    assert [(t.metric, t.value, t.period) for t in found] == [
        ("Korte forløb", 500, "2031"), ("Korte forløb", 520, "2032"), ("Tilfredse", 80, "2031"),
        ("Tilfredse", 82, "2032"),
    ]  # fmt: skip
