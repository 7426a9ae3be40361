"""The period of targets and results: as printed beside them, in headings and titles, and never guessed."""

import pytest
from goal_packets import CONTRACT, REPORT, made_packet, pairs, read, results, targets
from made_documents import text_document

from extractors.goals.extract import extract_goals
from extractors.splitting.packet import split
from schemas.records import Record

AIMS = "- Der skal være højst 90 langtidsledige.\n- Mindst 70 pct. skal have en mentor.\n\n"
TOLD = "Der er 120 langtidsledige. 52 pct. har en mentor.\n"
FILLER = "\n\n".join(f"Parterne mødes i udvalg {word}, og referatet sendes ud." for word in "abcdefghijklmnopqr")


def of_item(text: str) -> list[Record]:
    return extract_goals(made_packet(("", text), title="Status på samarbejdet", meeting=2031))


def test_a_heading_names_the_period_of_the_targets_below_it() -> None:
    rows = of_item(f"Vores mål ved udgangen af 2033:\n\n{AIMS}Hvor langt er vi nået?\n\n{TOLD}")
    assert {row.period for row in targets(rows)} == {"udgangen af 2033"}


def test_a_heading_names_the_period_of_the_results_below_it() -> None:
    rows = of_item(f"Vores mål:\n\n{AIMS}Hvor langt er vi nået? (status pr. 31. august 2031)\n\n{TOLD}")
    assert {row.period for row in results(rows)} == {"31. august 2031"}


def test_an_agreement_for_several_years_holds_for_all_of_them() -> None:
    contract = CONTRACT.replace("2031", "2031-2034")
    papers = (contract, f"Mål 1: Arbejde\n\n{AIMS}Mål 2: Ro\n\n"), ("Årsrapport 2030", "Mødet var godt.\n")
    rows = read(*papers, title="Samarbejdet")
    assert {row.period for row in targets(rows)} == {"2031-2034"}


@pytest.mark.parametrize("title", ["MARTS 2032", "Udarbejdet 12. januar 2032", "(sekretariatet, februar 2032)"])
def test_the_day_on_which_a_report_was_written_is_not_its_period(title: str) -> None:
    agreement = f"Samarbejdsaftale 2031\n\nDel A: Aftalen\n\n1. Der skal holdes 40 kurser om året.\n\n{FILLER}"
    text = f"{agreement}\n\nDel B: Afrapportering {title}\n\n1. Der blev holdt 44 kurser i havnen."
    assert [row.period for row in results(extract_goals(split(text_document(text))))] == ["2031"]


def test_the_label_of_a_row_names_the_year_of_its_target() -> None:
    text = "Mål\tMåltal\tStatus\nElbiler i 2035\t90 pct.\t62 pct.\nGrøn strøm\t95 pct.\t97 pct.\n"
    assert [row.period for row in targets(read((REPORT, text)))] == ["2035", "2031"]


def test_a_half_year_report_tells_of_the_first_half_of_its_year() -> None:
    text = f"Mål 1: Arbejde\n\nHøjst 90 skal være langtidsledige.\n\nResultat\n\n{TOLD}"
    assert {row.period for row in results(read(("Halvårsrapport 2031", text), meeting=2032))} == {"1. halvår 2031"}


def test_a_half_year_without_year_is_of_the_year_of_the_paper() -> None:
    text = "Målet er, at højst 90 er langtidsledige. I 1. halvår var der 120 langtidsledige i gennemsnit."
    rows = extract_goals(made_packet(("", text), title="Status på resultatkontrakt 2031", meeting=2032))
    assert [row.period for row in results(rows)] == ["1. halvår 2031"]


def test_the_years_of_an_agreement_around_it_do_not_take_the_place_of_the_year_of_a_contract() -> None:
    text = f"Målene i rammeaftalen gælder for 2029-2033.\n\nMål 1: Arbejde\n\n{AIMS}Mål 2: Ro\n\n"
    assert {row.period for row in targets(read((CONTRACT, text)))} == {"2031"}


@pytest.mark.parametrize(
    "span",
    [
        "for perioden september 2030 til august 2031",
        "i perioden juli 2030 til juni 2031",
        "for september 2030 - august 2031",
        "i oktober 2030 til og med september 2031",
        "for maj 2030 – april 2031",
    ],
)
def test_what_is_told_from_month_to_month_is_of_the_year_in_which_it_ends(span: str) -> None:
    text = (
        f"Fraværet er 5,6 pct. {span}. Udvalgets mål er, at fraværet i 2031 skal være højst 5,2 pct. "
        "I budget 2030 var målet 5,0 pct."
    )
    assert (5.2, 5.6) in [(p.target, p.result) for p in pairs(read(("", text)))]
