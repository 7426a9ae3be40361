"""Numbers of conditions, votes, bounds and those who are left out are no targets and no results."""

import pytest
from goal_packets import CONTRACT, REPORT, Pair, pairs, read, results, targets


@pytest.mark.parametrize(
    "text",
    [
        "Målene kan justeres, hvis to tredjedele af kommunerne er enige.",
        "Tilskuddet kan sættes ned, hvis der deltager færre end 70 borgere.",
        "Rådet er beslutningsdygtigt, når mindst halvdelen af medlemmerne er til stede.",
        "Ændringer i vedtægterne kræver, at mindst to tredjedele stemmer for.",
        "Overskridelsen ligger under den grænse på 0,5 pct., der udløser en handleplan.",
        "Styrelsen anvender en grænse på 13 pct., hvorover kommunen skal redegøre.",
        "Kommuner med færre end ti samtaler i kvartalet udelades af gennemsnittet.",
        "Virksomheder med mere end 50 ansatte deltager i målingen.",
        "Gul: under 10 pct. fra målet.",
        "Merforbrug på mere end 4 pct. skal forelægges lauget.",
        "Afvigelser på over 400 timer forklares i notatet.",
        "Skader på mindst 3 personer skal indberettes til styrelsen.",
        "Nye regler kræver, at mindst to tredjedele af byerne tilslutter sig.",
        "Optagelse af nye parter kræver, at mindst tre fjerdedele er enige, og at ingen betaler mere end 25 kr.",
        "Beslutninger om taksten kræver tilslutning fra mindst halvdelen af ejerne.",
        "Ved uenighed træffes afgørelsen af et udvalg, hvor mindst to tredjedele skal være enige.",
        "Der sondres mellem små ture på mindst to timer og store ture på mindst ti timer.",
        "Forløbene opdeles i korte på højst 6 timer og lange på mindst 12 timer.",
        "Ved et langt forløb forstås et forløb på mindst 12 timer.",
        "Borgere har krav på svar inden for 14 dage.",
    ],
)
@pytest.mark.parametrize("paper", [CONTRACT, REPORT])
def test_no_target_and_no_result(text: str, paper: str) -> None:
    rows = read((paper, f"Mål 2 – Kortere ventetid\n{text}\n"))
    assert (targets(rows), results(rows)) == ([], [])


def test_the_size_of_those_meant_is_no_target_of_a_sheet() -> None:
    text = (
        "Mål 1 – Kendskab\n"
        "Mål: Kendskabet blandt firmaer med mere end fem ansatte skal i 2031 være 50 pct.\n"
        "Resultat: Kendskabet blev målt til 42 pct.\n"
    )
    assert pairs(read((REPORT, text))) == [Pair(50, 42, "not_met")]


def test_a_goal_that_a_former_result_is_held_against_is_a_former_one() -> None:
    text = (
        "Mål 3 – Videre\n3.1: 55 pct. har søgt råd.\n"
        "Status\n59 % har søgt råd. Sidste års tal var 51 % mod et mål på 50 %.\n"
    )
    assert pairs(read((REPORT, text))) == [Pair(55, 59, "met")]


@pytest.mark.parametrize(
    ("label", "sign"), [("Genoptræning uden ventetid", ">="), ("Ventetid på genoptræning", "<=")]
)
def test_what_is_had_without_a_burden_is_none(label: str, sign: str) -> None:
    rows = read(
        (REPORT, f"Tabel 1. Mål\n\nIndikator\tMåltal\tResultat\n{label} (pct.)\t90\t93\nGlade (pct.)\t80\t81\n")
    )
    assert [row.comparator for row in targets(rows)] == [sign, ">="]


@pytest.mark.parametrize(
    "text",
    [
        "Et mål, der nås med mindst 95 pct., udløser halvdelen af pointene.",
        "En belægning under 85 pct. udløser en drøftelse med driftsherren.",
        "Efter vedtægterne skal egenkapitalen være mindst 5,0 mio. kr., og den udgør nu 6,3 mio. kr.",
        "Antallet af mål er bragt ned fra 14 til seks.",
    ],
)
def test_rules_of_a_body_and_counts_of_goals_are_none(text: str) -> None:
    rows = read((REPORT, f"Mål 2 – Drift\n{text}\n"))
    assert (targets(rows), results(rows)) == ([], [])


def test_the_number_of_a_course_is_its_name() -> None:
    text = "Parterne satte det mål, at højst 20 pct. af eleverne på grundforløb 2 måtte falde fra i 2031.\n"
    assert [(row.comparator, float(row.value)) for row in targets(read((REPORT, text)))] == [("<=", 20)]


def test_the_number_behind_a_label_of_results_is_the_result() -> None:
    text = (
        "Mål 3: Flere i arbejde\nMål: Andelen af kvinder i arbejde løftes til 52 pct. ved udgangen af 2031.\n"
        "Resultat: 52,6 pct. i 3. kvartal 2031, som er det seneste kvartal med tal. For mænd er den 63,9 pct.\n"
    )
    assert pairs(read((REPORT, text))) == [Pair(52, 52.6, "met")]


def test_what_was_set_out_to_do_stands_in_points_below_a_heading() -> None:
    text = "Service i 2031\n\nDet satte vi os for\n– At besøge 450 firmaer\n– At indgå 30 aftaler\n\nDet nåede vi\n"
    assert [float(row.value) for row in targets(read((REPORT, text)))] == [450, 30]


def test_what_a_body_commits_itself_to_stands_in_points_behind_a_colon() -> None:
    text = "Kommunerne forpligter sig i 2032 til følgende:\n• 1.460 aftaler med elever\n• 510 aftaler i alt\n"
    assert [float(row.value) for row in targets(read(("", text)))] == [1460, 510]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kommunerne fastholder, at 9.000 hektar skal være udtaget senest i 2036.", [9000]),
        ("To pladser skal besættes fra 2036.", []),
        ("Skoven kom op på 610 hektar, hvor planerne lagde op til 550 hektar.", [550]),
    ],
)
def test_what_running_text_of_a_report_binds_for_a_year_to_come_is_a_target(text: str, expected: list[int]) -> None:
    assert [float(row.value) for row in targets(read((REPORT, text)))] == expected


@pytest.mark.parametrize(
    ("text", "result", "degree"),
    [
        ("Kendskabet er målt til 43 pct. mod 41 pct. Målet er dermed opfyldt med 86 pct.", 43, 86),
        ("Kendskabet er opgjort til 48 pct. Målet er opfyldt med 96 pct.", 48, 96),
        ("Målet om mindst 50 pct. er opfyldt med 54 pct.", 54, None),
    ],
)
def test_how_far_a_goal_without_its_number_is_met_is_no_target(text: str, result: int, degree: int | None) -> None:
    told = f"Mål 1 – Kendskab\nMål 1.1: Kendskabet er mindst 50 pct.\nAfrapportering – Mål 1\n{text}\n"
    rows = read((REPORT, told))
    assert [(p.target, p.result) for p in pairs(rows)] == [(50, result)]
    assert [row.fulfilment_pct for row in results(rows)] == [degree]
