"""The agreement and the report on it in one file: where the report begins, and the units that answer each other."""

import pytest
from goal_packets import Pair, pairs, results, targets
from made_documents import text_document

from extractors.goals.extract import extract_goals
from extractors.goals.follow_ups import follow_ups
from extractors.splitting.packet import split
from schemas.records import Record

FILLER = "\n\n".join(f"Parterne mødes i udvalg {word}, og referatet sendes ud." for word in "abcdefghijklmnopqr")


def rows(agreement: str, report: str) -> list[Record]:
    """The rows of a file of an agreement, a page of other text and a report."""
    return extract_goals(split(text_document(f"{agreement}\n\nOrganisering\n\n{FILLER}", report)))


@pytest.mark.parametrize(
    ("title", "begins"),
    [
        ("STATUS FOR 2032", True), ("Havnelauget\nÅrsberetning 2032", True), ("Opfølgning på aftalen", True),
        ("3. Status 2032", False), ("Status 2032 gives mundtligt.", False), ("Status", False),
    ],
)  # fmt: skip
def test_a_report_opens_a_page_with_its_title(title: str, begins: bool) -> None:
    pages = (f"Samarbejdsaftale om havnen 2031-2033\n\n{FILLER}", f"{title}\n\nDer kom 40 skibe.")
    assert bool(follow_ups(split(text_document(*pages)))) is begins


def test_a_part_by_name_needs_no_page_of_its_own() -> None:
    text = f"Driftsaftale 2031\n\n{FILLER}\n\nDEL B. RAPPORT FOR 2031\n\nDer kom 40 skibe."
    assert [told.title for told in follow_ups(split(text_document(text)))] == ["DEL B. RAPPORT FOR 2031"]


@pytest.mark.parametrize(
    ("agreement", "report"),
    [
        ("I. Havneaftalen", "II. Status ved aftalens udløb"),
        ("A. DRIFTSOVERENSKOMST", "B. BERETNING"),
        ("FØRSTE DEL - Partnerskabsaftale", "ANDEN DEL - Evaluering"),
        ("DEL 1\nKontrakt for havnen", "DEL 2\nAfrapportering for sejlsæsonen"),
        ("Del A: Kontrakten", "Del B: Årsrapport"),
        ("-- SERVICEAFTALE --", "-- HALVÅRSRAPPORT PR. 30. JUNI 2032 --"),
        ("Samarbejdsaftale", "AFRAPPORTERING FOR 2032\nApril 2033"),
        ("Driftsaftale", "HALVÅRSSTATUS 2032\nBibliotekerne i Havby og Bakkeby, 20. august 2032"),
        ("Driftsaftale", "---------------------\n\nOpfølgning på driftsaftale 2032"),
        ("Driftsaftale", "- - - - - - - - - -\n\nÅrsopfølgning på aftalen"),
        ("Del 1: Driftsaftalen", "Del 2: Resultater"),
        ("AFTALEDEL", "------\n\nSTATUSDEL (oktober 2032)"),
        ("BILAG 1\n-------", "BILAG 2 – AFSLUTTENDE EVALUERING"),
        ("KAPITEL 1 – HVAD VI VIL", "KAPITEL 2 – ÅRSSTATUS"),
    ],
)
def test_a_part_behind_that_of_the_agreement_and_capitals_begin_the_report(agreement: str, report: str) -> None:
    text = f"Havneaftale 2031-2033\n\n{agreement}\n\n{FILLER}\n\n{report}\n\nDer kom 40 skibe i året."
    assert len(follow_ups(split(text_document(text)))) == 1


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("VII. Kurser", "VIII. Økonomi og opfølgning"),
        ("§ 4. Økonomi", "§ 5. Afrapportering"),
        ("Økonomi", "OPFØLGNING"),
        ("Kapitel 4. Økonomi", "Kapitel 5. Opfølgning"),
        ("Kapitel 1. Parterne", "Kapitel 2. Afrapportering\n\nDer skrives en status.\n\nKapitel 3. Økonomi"),
    ],
)
def test_a_chapter_on_how_an_agreement_is_followed_up_begins_no_report(before: str, title: str) -> None:
    text = f"Havneaftale 2031-2033\n\n{FILLER}\n\n{before}\n\nDer betales 4 mio. kr.\n\n{title}\n\nDer meldes til."
    assert follow_ups(split(text_document(text))) == ()


@pytest.mark.parametrize("plan", ["Klimahandleplan 2031-2034", "Ejerstrategi 2031", "Fælles handlingsplan 2031"])
def test_plans_have_reports_behind_them_as_agreements_have(plan: str) -> None:
    text = f"{plan}\n\n{FILLER}\n\nSTATUS FOR 2032\n\nDer kom 40 skibe."
    assert len(follow_ups(split(text_document(text)))) == 1


def test_what_an_agreement_tells_of_the_year_before_is_no_answer() -> None:
    agreement = (
        "Resultatkontrakt 2032\n\nMål 1. Kurser\n\nDer skal i 2032 holdes mindst 340 kurser. I 2031 blev der holdt "
        "318.\n\nMål 2. Klager\n\nDer må højst komme 12 klager."
    )
    report = (
        "STATUS FOR 2032\n\nMål 1. Kurser\n\nAntallet ligger på halvdelen af årets mål.\n\nMål 2. Klager\n\n"
        "Der kom 9 klager."
    )
    found = results(rows(agreement, report))
    assert [(result.value, result.fulfilment_pct) for result in found] == [(9, None)]


def test_reports_behind_other_papers_begin_none() -> None:
    pages = (f"Notat om havnen\n\n{FILLER}", "Status for 2032\n\nDer kom 40 skibe.")
    assert follow_ups(split(text_document(*pages))) == ()


def test_points_of_headed_chapters_answer_each_other_by_number() -> None:
    agreement = (
        "SAMARBEJDSAFTALE 2032\nmellem Havby og Bakkeby\n\n1. Parterne\n\na) Byerne har 41.000 borgere.\n\n"
        "2. Mål for bibliotekerne\n\na) Bibliotekerne skal have mindst 600.000 besøg.\n\n"
        "b) 70 pct. af lånerne skal være tilfredse.\n\n3. Mål for svømmehallen\n\na) Der skal holdes 14 stævner."
    )
    report = (
        "BERETNING FOR 2032\n\n1. Lidt om året\n\nDer blev malet 12 rum.\n\n2. Bibliotekerne\n\n"
        "a) Der kom 611.000. Heraf var 90.000 børn.\n\nb) Andelen endte på 66 pct.\n\n3. Svømmehallen\n\n"
        "a) 15 stævner blev holdt, og 300 frivillige hjalp til."
    )
    assert pairs(rows(agreement, report)) == [
        Pair(600000, 611000, "met"), Pair(70, 66, "not_met"), Pair(14, 15, "met"),
    ]  # fmt: skip
    assert [(t.goal_no, t.sub_no) for t in targets(rows(agreement, report))] == [("2", "a"), ("2", "b"), ("3", "a")]


@pytest.mark.parametrize(
    ("first", "second", "about"),
    [
        ("§ 4. ", "§ 5. ", ("Ad § 4", "Ad § 5")),
        ("Løfte A – Kortere kø\n\n", "Løfte B – Flere gæster\n\n", ("Til løfte A", "Til løfte B")),
        ("Kortere kø\n\n", "Flere gæster på museet\n\n", ("Kortere kø", "Flere gæster på museet")),
        ("Pkt. 2.1\n", "Pkt. 2.2\n", ("2.1 Køen", "2.2 Gæster")),
    ],
)
def test_units_are_taken_up_by_number_or_title(first: str, second: str, about: tuple[str, str]) -> None:
    agreement = (
        f"KULTURAFTALE 2032\nmellem byerne\n\n{first}Ventetiden skal være højst 20 dage.\n\n"
        f"{second}Der skal komme mindst 9.000 gæster."
    )
    report = f"STATUS FOR 2032\n\n{about[0]}\n\nVentetiden var 24 dage.\n\n{about[1]}\n\nDer kom 9.400 gæster."
    assert pairs(rows(agreement, report)) == [Pair(20, 24, "not_met"), Pair(9000, 9400, "met")]


def test_what_a_unit_of_the_report_tells_beside_answers_no_target_of_another_unit() -> None:
    agreement = (
        "KULTURAFTALE 2032\n\nKortere kø\n\nVentetiden skal være højst 20 dage.\n\nFlere gæster\n\n"
        "Der skal komme mindst 9.000 gæster."
    )
    report = "STATUS FOR 2032\n\nKortere kø\n\nDer kom 9.900 gæster ind ad bagdøren.\n\nFlere gæster\n\nUdestår."
    assert [pair.result for pair in pairs(rows(agreement, report))] == [None, None]


def test_numbered_points_under_a_clause_of_goals_are_goals() -> None:
    agreement = (
        "Resultatkontrakt 2032\n\n§ 2. Resultatmål\n\n1. Der skal udgives 30 blade.\n\n2. Mindst 80 pct. af "
        "læserne skal svare, at bladet er godt.\n\n§ 3. Tilskud"
    )
    report = "AFRAPPORTERING 2032\n\nAd 1. Blade\n32 blade.\n\nAd 2. Læserne\nI målingen var det 75 pct."
    assert pairs(rows(agreement, report)) == [Pair(30, 32, "met"), Pair(80, 75, "not_met")]


def test_points_below_a_lead_of_goals_are_goals() -> None:
    agreement = (
        "Samarbejdsaftale 2032\n\nByerne er enige om disse pejlemærker:\n\n• 240 unge får en plads i 2032.\n\n"
        "• Klubben omfatter 12 byer.\n\nUdvalget har 9 medlemmer."
    )
    assert [t.value for t in targets(rows(agreement, "STATUS 2032\n\nVi er i gang."))] == [240, 12]


def test_rows_of_places_are_results_of_the_unit() -> None:
    agreement = (
        "KULTURAFTALE 2032\n\n§ 4. Højst 50 klager pr. 1.000 borgere i hver by.\n\n§ 5. Der skal komme mindst "
        "9.000 gæster."
    )
    report = (
        "OPFØLGNING PÅ AFTALEN 2032\n\nAd § 4\nTallene er forskellige:\n\n   Havby      44    Opfyldt\n"
        "   Bakkeby    53    Ikke opfyldt\n\nAd § 5\nDer kom 9.400 gæster."
    )
    found = {(r.segment, r.value, r.status) for r in results(rows(agreement, report))}
    assert found == {("Havby", 44, "met"), ("Bakkeby", 53, "not_met"), (None, 9400, "met")}


def test_points_that_answer_those_of_a_contract_are_no_items_of_an_agenda() -> None:
    contract = f"Driftsaftale 2032\n\n{FILLER}"
    report = "STATUS 2032\n\n" + "\n\n".join(f"Ad {n}. Emne\n\nDet gik godt med sag {n}." for n in range(1, 6))
    assert split(text_document(contract, report)).items == ()


def test_sheets_count_under_any_name() -> None:
    sheets = "\n\n".join(
        f"{'-' * 60}\nBLAD {n}     {title}\n{'-' * 60}\n\nMål\nMindst {aim} pct. af husene skal være {word}.\n\n"
        f"Metode\nDer spørges 300 naboer.\n\nAfrapportering\nI år var det {told} pct. af husene."
        for n, title, aim, word, told in ((1, "Maling", 60, "malet", 63), (2, "Tage", 80, "tætte", 71))
    )
    rows = extract_goals(split(text_document(f"Årsrapport for 2032\n\n{sheets}")))
    assert pairs(rows) == [Pair(60, 63, "met"), Pair(80, 71, "not_met")]
    assert [t.goal_no for t in targets(rows)] == ["1", "2"]


def test_rows_with_the_numbers_of_points_are_their_targets() -> None:
    agreement = (
        "DRIFTSAFTALE 2032\n\nI. GÆSTER\n\nDerfor er aftalt:\n\n(1) et årligt besøgstal på 14.000\n\n"
        "(2) at børn udgør mindst 30 % af gæsterne"
    )
    report = (
        "Bilag 2 til beretning 2032\n\nAfsnit\tAftalt\tOpnået 2032\tOpfyldt?\nI (1)\t14.000 besøgende\t15.100\tJa\n"
        "I (2)\tmin. 30 % børn\t27 %\tNej"
    )
    assert pairs(rows(agreement, report)) == [Pair(14000, 15100, "met"), Pair(30, 27, "not_met")]


def test_a_report_that_counts_the_goals_anew_answers_those_of_the_agreement() -> None:
    agreed = (
        "DEL I – AFTALE FOR 2031\n\nResultatmål 1: Havnen skal have mindst 900 gæster.\n\n"
        "Resultatmål 2: Mindst 46 procent af gæsterne skal komme om vinteren.\n\n"
        "Resultatmål 3: Tilfredsheden skal være mindst 8,5.\n"
    )
    told = (
        "DEL II – AFRAPPORTERING FOR 2031\n\nÅret var vådt, og 7 både sank.\n\n"
        "Resultatmål 1 – gæster\n\nDer kom 870 gæster.\n\n"
        "Resultatmål 2 – vinteren\n\n48 procent kom om vinteren.\n\n"
        "Resultatmål 3 – tilfredshed\n\nTilfredsheden blev 8,7.\n"
    )
    found = pairs(extract_goals(split(text_document(f"Driftsaftale 2031\n\n{agreed}\n{FILLER}\n\n{told}"))))
    assert found == [Pair(900, 870, "not_met"), Pair(46, 48, "met"), Pair(8.5, 8.7, "met")]


def test_two_results_of_a_passage_answer_two_targets_of_a_sentence_in_the_way_that_is_likelier() -> None:
    text = (
        "SAMARBEJDSAFTALE\nmellem Busselskabet og kommunerne\n\nDel A – Aftalen\n\n§ 3. Kvalitetsmål\n"
        "Selskabet forpligter sig til følgende:\n\na) Rettidighed. Mindst 88 % af afgangene på bybuslinjerne og "
        "mindst 92 % af afgangene på de\n   regionale linjer skal køre rettidigt.\n\n"
        f"b) Udgåede ture. Andelen må højst være 0,4 %.\n\n§ 4. Møder\n{FILLER}\n\n"
        "Del B – Halvårsstatus pr. 30. juni 2032\n\nStatus følger aftalens § 3, litra a–b.\n\na) Rettidighed\n"
        "Vinteren var hård. Bybusserne kørte i første halvår 86,3 % af afgangene rettidigt. De regionale\n"
        "linjer klarede sig bedre og endte på 93,1 %.\n\nb) Udgåede ture\nAndelen er opgjort til 0,3 %.\n"
    )
    found = {(pair.target, pair.result) for pair in pairs(extract_goals(split(text_document(text))))}
    assert {(88, 86.3), (92, 93.1)} <= found


@pytest.mark.parametrize(
    ("cover", "told"),
    [
        ("Halvårsstatus\nDriftskontrakt 2031", "Halvårsstatus Driftskontrakt 2031"),
        ("Driftskontrakt 2031\nHalvårsstatus", "Driftskontrakt 2031 Halvårsstatus"),
        ("Årsberetning\nHavnelauget\nDriftskontrakt 2031", "Årsberetning Havnelauget Driftskontrakt 2031"),
        ("Årsberetning\nHavnelauget", None),
        ("Halvårsstatus\nDriftskontrakt 2031\nHer fortæller vi, hvordan det gik.", None),
    ],
)
def test_a_cover_between_blank_lines_begins_the_report(cover: str, told: str | None) -> None:
    text = f"Driftskontrakt 2031\n\n{FILLER}\n\n\n\n{cover}\n\n\n\nDer kom 40 skibe i første halvår."
    assert [found.title for found in follow_ups(split(text_document(text)))] == ([told] if told else [])


def test_what_a_cover_begins_answers_the_agreement_before_it() -> None:
    agreed = "Mål 1 – Skibe\nMål: Mindst 50 pct. af skibene skal være nye.\n\n"
    told = "Mål 1 – Skibe\nMål 1.1: Nye skibe\n63 pct. af skibene er nye.\n"
    text = f"Driftskontrakt 2031\n\n{agreed}{FILLER}\n\n\n\nHalvårsstatus\nDriftskontrakt 2031\n\n\n\n{told}"
    assert pairs(extract_goals(split(text_document(text)))) == [Pair(50, 63, "met")]


def test_a_title_in_a_long_run_of_lines_is_no_cover() -> None:
    run = "\n".join(["Årsberetning", *["Havnelauget i Havby"] * 9, "Driftskontrakt 2031"])
    text = f"Driftskontrakt 2031\n\n{FILLER}\n\n\n\n{run}\n\n\n\nDer kom 40 skibe."
    assert follow_ups(split(text_document(text))) == ()
