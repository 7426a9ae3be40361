"""The period of targets and results: as printed beside them, in headings and titles, and never guessed."""

import pytest
from goal_packets import CONTRACT, REPORT, made_packet, read, results, targets
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
