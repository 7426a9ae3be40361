"""Goals whose result is put off, whose time is still to come, or whose year still runs."""

import pytest
from goal_packets import CONTRACT, HALF_YEAR, REPORT, Pair, findings, pairs, read, results, targets

ITEM = ""


def of_item(text: str, meeting: int = 2032) -> list[Pair]:
    return pairs(read((ITEM, text), title="Status på samarbejdet", meeting=meeting))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "Hver fjerde nye leder skal i 2033 være en kvinde. Målet er nyt og bliver første gang opgjort i 2033.",
            "pending",
        ),
        (
            "Ventetiden må højst være 7 dage. På grund af et nyt system kan ventetiden ikke opgøres for 2031.",
            "pending",
        ),
        ("Mindst 70 pct. af forældrene skal svare på skemaet. Skemaet udsendes først i maj.", "pending"),
        (
            "Når aftalen udløber i 2034, skal vi tilsammen have hjulpet 400 unge. Det tør jeg ikke spå om.",
            "pending",
        ),
        ("Inden aftaleperioden udløber i 2034, skal fire ud af fem forældre være trygge ved skolen.", "pending"),
        ("Ved samarbejdets udløb i 2034 skal 90 skoler have været med.", "pending"),
        (
            "Omsætningen blandt lederne skal være under 12 pct. i 2032. Den første opgørelse kommer i januar.",
            "pending",
        ),
        ("Mindst 60 pct. skal have en plan. Andelen bliver målt første gang til næste år.", "pending"),
        ("Mindst 60 pct. skal have en plan. Andelen kan tidligst opgøres til næste år.", "pending"),
    ],
)
def test_what_is_owed_and_not_told_yet_is_a_target(text: str, status: str) -> None:
    ((_, result, told),) = of_item(text)
    assert (result, told) == (None, status)


@pytest.mark.parametrize(
    "text",
    [
        "Der skal bygges 120 boliger i byen. Huset er fra 1950.",
        "Kommunen skal i 2034 modtage 40 flygtninge.",
        "I 2034 skal 300 elever flyttes til en ny skole.",
        "Alle 30 skoler skal have en plan. Målet er at skabe ro.",
        "Foreningen har haft 40 møder. De opgøres først næste år.",
    ],
)
def test_plans_without_an_agreement_are_no_targets(text: str) -> None:
    assert of_item(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Stk. 1. Kommunerne opretter i 2033 tilsammen 45 pladser til eleverne.", 45),
        ("Skolen udbyder i 2033 syv forløb for unge.", 7),
    ],
)
def test_what_a_party_of_a_contract_will_do_is_a_target(text: str, value: float) -> None:
    rows = read((CONTRACT, text), meeting=2031)
    assert [float(row.value) for row in targets(rows) if row.value is not None] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Skolen har i 2031 oprettet 45 pladser.",
        "Skolen modtager i 2033 efter loven 45 elever.",
        "Skolen har 300 elever.",
    ],
)
def test_what_a_contract_tells_of_its_parties_is_none(text: str) -> None:
    assert targets(read((CONTRACT, text), meeting=2031)) == []


def test_several_years_of_one_goal_have_each_their_target() -> None:
    rows = read(
        (ITEM, "Andelen skal ned på 11 pct. senest i 2033 og på 10 pct. senest i 2035."), title="Mål", meeting=2032
    )
    rows = read(
        (ITEM, "Det er et mål, at andelen skal ned på 11 pct. senest i 2033 og på 10 pct. senest i 2035."),
        title="Mål", meeting=2032,
    )  # fmt: skip
    assert [(row.period, row.status) for row in targets(rows)] == [("2033", "pending"), ("2035", "pending")]


SHEET = (
    "Mål 1. Huset er for alle\n1.1 {target}\nAfrapportering: {told}\n\n"
    "Mål 2. Huset er åbent\n2.1 {other}\nAfrapportering: {rest}"
)


def test_reports_below_goals_tell_their_results() -> None:
    text = SHEET.format(
        target="Besøgstallet skal i 2031 være 58.000, i 2032 62.000 og i 2033 65.000.",
        told="Huset havde i 2031 i alt 60.412 gæster. Festen trak alene 21.000 gæster.",
        other="Hver fjerde gæst skal i 2031 være under 18 år.",
        rest="Andelen af gæster under 18 år var 22 pct. Målet blev ikke nået.",
    )
    assert pairs(read((REPORT, text))) == [
        Pair(58000, 60412, "met"), Pair(62000, None, "pending"), Pair(65000, None, "pending"),
        Pair(25, 22, "not_met"),
    ]  # fmt: skip


def test_the_same_label_in_a_contract_tells_how_a_goal_is_followed_up() -> None:
    text = SHEET.format(
        target="Huset skal have 900 gæster.", told="Hvert halve år, første gang 1. juli.",
        other="Mindst 30 pct. skal være unge.", rest="To gange om året.",
    )  # fmt: skip
    assert results(read((CONTRACT, text))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Målet er højst 12 ulykker i 2031. Der er til og med juni sket 2 ulykker.", Pair(12, 2, "pending")),
        ("Målet er højst 12 ulykker i 2031. Der er til og med juni sket 14 ulykker.", Pair(12, 14, "not_met")),
        (
            "Mængden af affald må i 2031 ikke overstige 165 kg pr. borger. Det er nu 79 kg.",
            Pair(165, 79, "pending"),
        ),
        ("Målet er højst 5 fejl pr. 10.000 ture. Der er 3 fejl pr. 10.000 ture.", Pair(5, 3, "met")),
        ("Målet er en ventetid på højst 12 dage i 2031. Den er 9 dage.", Pair(12, 9, "met")),
        (
            "Vikarudgifterne må højst være 90 mio. kr. i 2031. Til og med april er der brugt 27 mio. kr.",
            Pair(90, 27, "pending"),
        ),
        (
            "Målet er højst 160 bæltefikseringer i 2031. Der er til og med juni sket 70 bæltefikseringer.",
            Pair(160, 70, "pending"),
        ),
    ],
)
def test_a_most_value_of_what_adds_up_is_open_until_the_year_is_over(text: str, expected: Pair) -> None:
    assert pairs(read((HALF_YEAR, text), meeting=2031)) == [expected]


def test_a_most_value_of_what_adds_up_holds_when_the_year_is_over() -> None:
    assert pairs(read((REPORT, "Målet er højst 12 ulykker i 2031. Der skete 2 ulykker."))) == [Pair(12, 2, "met")]


def test_rows_of_tables_that_add_up_are_open_as_well() -> None:
    text = "Indikator\tMål 2031\tStatus pr. 1. juli\nArbejdsulykker\thøjst 12\t2\nVentetid (dage)\thøjst 12\t9\n"
    assert pairs(read((HALF_YEAR, text), meeting=2031)) == [Pair(12, 2, "pending"), Pair(12, 9, "met")]


@pytest.mark.parametrize(
    "text",
    [
        "Målet er otte temadage og 500 gæster. Der blev holdt ni temadage med 462 gæster, så gæstemålet blev ikke "
        "nået.",
        "Der skal holdes 620 møder og 410 messer. Der er holdt 655 møder og 371 messer, så målet for møder er "
        "nået, mens målet for messer ikke er.",
    ],
)
def test_a_verdict_on_one_number_is_not_held_against_the_other(text: str) -> None:
    rows = read((REPORT, f"Mål 1: Møder\n\n{text}\n\nMål 2: Fest\n\nMindst 8 fester skal holdes. Der er holdt 9."))
    assert not [finding for finding in findings(rows) if finding.rule == "verdict_disagrees"]


def test_a_report_of_the_spring_is_on_the_year_before() -> None:
    text = (
        "Mål: 60 pct. skal i 2031 have en plan, og 70 pct. skal have en i 2032.\n"
        "Resultat: 64 pct. havde en i 2031.\n\nMål: Højst 20 klager.\nResultat: 12 klager."
    )
    rows = read(("Resultater i samarbejdet, april 2032", text), meeting=None)
    assert pairs(rows)[:2] == [Pair(60, 64, "met"), Pair(70, None, "pending")]


@pytest.mark.parametrize(
    "behind",
    [
        "Havnen har endnu ikke data for dette.",
        "Der foreligger endnu ikke tal.",
        "Der er endnu ingen målinger.",
        "Det er endnu ikke muligt at opgøre dette.",
        "Vi mangler fortsat data for dette.",
        "Der er ingen data endnu.",
    ],
)
def test_nothing_answers_a_target_of_which_there_is_no_number_yet(behind: str) -> None:
    text = f"Mindst 90 pct. af gæsterne skal have haft en samtale. {behind} 87 pct. af turene var til tiden."
    assert pairs(read(("", text))) == [Pair(90, None, "pending")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Mål: I 2031 sejler mindst 60 pct. af de nye lodser med el.", "pending"),
        ("Det er målet, at mindst 60 pct. af de nye lodser sejler med el i 2031.", "unknown"),
    ],
)
def test_a_share_of_the_running_year_is_asked_for_where_a_label_calls_it_a_goal(text: str, status: str) -> None:
    assert of_item(text, meeting=2031) == [Pair(60, None, status)]


@pytest.mark.parametrize(
    ("title", "status"), [("Oplæg til lodserne, april 2031", "pending"), ("Lodserne 2031", "unknown")]
)
def test_a_month_in_the_title_of_slides_is_when_they_were_shown(title: str, status: str) -> None:
    rows = read(
        (title, "Mål: I 2031 sejler mindst 60 pct. af de nye lodser med el."), title="Lodserne", meeting=None
    )
    assert pairs(rows) == [Pair(60, None, status)]


@pytest.mark.parametrize(
    ("lead", "period", "status"),
    [
        ("Havnelauget vedtog den 10. november 2031 følgende måltal for øernes optag:", "2032", "pending"),
        ("På mødet i november 2031 blev følgende måltal for øernes optag aftalt:", "2032", "pending"),
        ("Følgende måltal for øernes optag gælder i 2031:", "2031", "unknown"),
    ],
)
def test_the_day_on_which_goals_were_set_is_not_the_time_they_hold_for(lead: str, period: str, status: str) -> None:
    text = f"Måltal 2032\n\n{lead}\n\n• 64 nye lodser\n\n• 18 nye skippere"
    rows = read(("Måltal for lodser 2032", text), title="Lodserne", meeting=2032)
    assert [(t.value, t.period, t.status) for t in targets(rows)] == [(64, period, status), (18, period, status)]
