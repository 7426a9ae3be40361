"""Tables of tab-separated text."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractors.tables.extract import extract_tables
from ingest.reading.text import read_text
from schemas.packet import Packet
from schemas.records import Cell, Finding, Observation, Record, Table

Facts = dict[tuple[str, str], Decimal | None]


def _records(text: str) -> list[Record]:
    document = read_text(text.encode(), filename="bilag.txt", sha256="0" * 64)
    return extract_tables(Packet(document=document))


def _facts(text: str) -> Facts:
    return {(r.row_label, r.col_label): r.value for r in _records(text) if isinstance(r, Observation)}


TWO_HEADS = """TABEL 2: PLADSER OG UDGIFT, MIO. KR.
Tilbud	Pladser	Udgift
		Budget	Regnskab
Dagcenter	40	1,5	1,7
Natcafé	12	0,8	0,6
I alt	52	2,3	2,3

Herefter følger den løbende tekst, der ikke hører til tabellen og derfor ikke skal med.
"""


def test_a_head_spans_the_blank_cells_beside_it() -> None:
    facts = _facts(TWO_HEADS)
    assert facts["Dagcenter", "Udgift / Regnskab"] == Decimal("1.7")
    assert facts["I alt", "Pladser"] == 52
    assert len(facts) == 9


def test_caption_number_and_unit_are_read() -> None:
    (table,) = [r for r in _records(TWO_HEADS) if isinstance(r, Table)]
    assert (table.table_no, table.unit, table.method) == ("TABEL 2", "mio. kr.", "tabs")
    assert (table.line_first, table.line_last) == (1, 6)


def test_money_in_the_caption_is_no_unit_of_a_count() -> None:
    units = {
        r.col_label: r.unit
        for r in _records(TWO_HEADS.replace("Pladser\t", "Antal pladser\t", 1))
        if isinstance(r, Observation)
    }
    assert units["Antal pladser"] is None
    assert units["Udgift / Budget"] == "mio. kr."


def test_group_rows_head_the_rows_below_until_a_bare_total() -> None:
    facts = _facts(
        "Sanktion\t2023\t2024\n"
        "Døgntilbud\t\t\n"
        "Påbud\t3\t4\n"
        "Vilkår\t1\t0\n"
        "Dagtilbud\t\t\n"
        "Påbud\t2\t2\n"
        "Vilkår\t5\t1\n"
        "I alt\t11\t7\n"
    )
    assert facts["Døgntilbud / Påbud", "2024"] == 4
    assert facts["Dagtilbud / Vilkår", "2023"] == 5
    assert facts["I alt", "2023"] == 11


@pytest.mark.parametrize("said", ["ikke oplyst", "Uoplyst", "n/a", "12 (a) 14", "1e309", "9" * 500])
def test_a_row_that_says_something_in_place_of_its_numbers_heads_no_rows_below(said: str) -> None:
    facts = _facts(
        f"Tabel 1: Pladser\nKommune\t2024\t2025\nHorsens\t{said}\t{said}\n"
        "Odder\t12\t13\nSkive\t20\t30\nI alt\t32\t43\n"
    )
    assert sorted({label for label, _ in facts}) == ["I alt", "Odder", "Skive"]


def test_a_row_that_heads_the_columns_anew_still_heads_the_rows_below() -> None:
    facts = _facts("Tilbud\t2024\t2025\nDøgntilbud\tantal\tantal\nHorsens\t4\t5\nOdder\t12\t13\nSkive\t20\t30\n")
    assert ("Døgntilbud / Odder", "2025") in facts


def test_a_blank_outer_label_is_carried_down() -> None:
    facts = _facts("\t\tAnmeldt\tUanmeldt\nDøgn\tFørste besøg\t7\t9\n\tOpfølgning\t2\t1\nDag\tFørste besøg\t4\t4\n")
    assert facts["Døgn / Opfølgning", "Uanmeldt"] == 1


def test_a_second_column_of_text_names_nothing() -> None:
    facts = _facts("Klynge\tMedlemmer\tAntal\nNord\tAlfa, Beta\t12\nSyd\tGamma\t7\n")
    assert facts == {("Nord", "Antal"): Decimal(12), ("Syd", "Antal"): Decimal(7)}


def test_dashes_have_no_value_and_blanks_no_row() -> None:
    facts = _facts("Område\t2023\t2024\nSkole\t12\t-\nBad\t\t7\n")
    assert facts == {("Skole", "2023"): Decimal(12), ("Skole", "2024"): None, ("Bad", "2024"): Decimal(7)}


def test_cells_with_two_values_give_two_observations() -> None:
    facts = _facts("Område\t2023\t2024\nSkole\t12 (40 %)\t18 (50 %)\nBad\t18 (60 %)\t18 (50 %)\n")
    assert facts["Skole", "2024"] == 18
    assert facts["Skole", "2024 / %"] == 50


def test_a_table_of_contents_is_no_table() -> None:
    assert (
        _records("Indholdsfortegnelse\n\n1.1 Velkomst\t3\n1.2 Budget\t4\nBilag 1: Notat\t7\n2.1 Trafik\t12\n") == []
    )


def test_two_columns_of_text_give_no_observation() -> None:
    assert (
        _facts("Mål\tFlere unge i uddannelse\nMetode\tRegistre\nOpfølgning\tEn gang om året\nAnsvar\tUdvalget\n")
        == {}
    )


def test_municipalities_are_known_by_code_and_name() -> None:
    rows = [
        r
        for r in _records("Kommune\tAntal\n101 København\t12\n147 Frederiksberg\t4\nÅrhus\t9\n")
        if isinstance(r, Observation)
    ]
    assert [row.municipality_code for row in rows] == ["101", "147", "751"]


def test_a_code_that_belongs_to_another_name_is_told() -> None:
    findings = [
        r for r in _records("Kommune\tAntal\n101 København\t12\n147 Gentofte\t4\n") if isinstance(r, Finding)
    ]
    assert [f.rule for f in findings] == ["name_code_mismatch"]
    assert findings[0].expected == "157 Gentofte"


def test_running_numbers_are_labels_not_values() -> None:
    facts = _facts("Nr.\tProjekt\tBeløb\n1\tCykelsti\t300\n2\tBro\t120\n3\tSti\t80\n")
    assert facts["2 / Bro", "Beløb"] == 120
    assert len(facts) == 3


def test_two_records_in_a_row_are_laid_below_each_other() -> None:
    facts = _facts("Kommune\tKvote\tKommune\tKvote\nGreve\t4\tSorø\t2\nKøge\t6\tFaxe\t3\nLejre\t2\tStevns\t1\n")
    assert facts["Sorø", "Kvote"] == 2
    assert len(facts) == 6


def test_every_cell_is_kept_as_printed() -> None:
    cells = [r for r in _records(TWO_HEADS) if isinstance(r, Cell)]
    assert {(c.row, c.col, c.text) for c in cells} >= {(0, 2, "Udgift"), (1, 3, "Regnskab"), (2, 3, "1,7")}
    assert [c.is_header for c in cells if c.text == "Dagcenter"] == [True]


def test_lists_whose_marks_stand_before_a_tab_are_no_tables() -> None:
    entries = ["Hvordan får vi flere færger?", "Hvordan sikrer vi, at de", "er til tiden?", "Hvem betaler?"]
    for marks in (["–", "–", "", "–"], ["1.", "2.", "", "3."], ["a)", "b)", "", "c)"]):
        text = "".join(f"{mark}\t {entry}\n" for mark, entry in zip(marks, entries, strict=True))
        assert not [r for r in _records(f"Spørgsmål om havnene\n{text}") if isinstance(r, Table)]


def test_marks_before_numbers_are_ranks_of_a_table() -> None:
    assert len(_facts("Plads\tPoint\n1.\t45\n2.\t30\n3.\t12\n")) == 3


UNITS = """Tilbud	Pladser		Takst
	2021	2022	2021	2022
	antal	antal	1.000 kr.	1.000 kr.
Dagcenter	40	44	15	16
Natcafé	12	12	8	9
"""


def test_a_row_of_units_is_a_head_and_years_recur_below_each_head() -> None:
    observations = [r for r in _records(UNITS) if isinstance(r, Observation)]
    assert _facts(UNITS)["Natcafé", "Takst / 2022 / 1.000 kr."] == 9
    assert [(r.unit, r.year) for r in observations if r.value == 16] == [("1.000 kr.", 2022)]
    assert len(observations) == 8


def test_the_unit_over_the_labels_is_a_head_and_no_value() -> None:
    text = "TABEL 6: REGNSKAB\n1.000 kr.\tBudget 2026\tRegnskab 2026\nLøn\t16.940\t16.412\nKørsel\t610\t688\n"
    assert _facts(text) == {
        ("Løn", "Budget 2026"): 16940,
        ("Løn", "Regnskab 2026"): 16412,
        ("Kørsel", "Budget 2026"): 610,
        ("Kørsel", "Regnskab 2026"): 688,
    }


@pytest.mark.parametrize("last", ["65 år +", "65 år og derover"])
def test_a_last_band_without_an_end_is_a_head(last: str) -> None:
    facts = _facts(
        f"Tabel 2: Lånere fordelt på alder\nBydel\tAlder\t\t\tAlle\n\t20-39 år\t40-64 år\t{last}\t\n"
        "Havnen\t21\t39\t18\t78\nBakken\t9\t24\t16\t49\nI alt\t30\t63\t34\t127\n"
    )
    assert facts["Havnen", f"Alder / {last}"] == 18
    assert facts["Bakken", "Alle"] == 49


def test_a_bounded_value_in_a_row_without_bands_stays_one() -> None:
    facts = _facts("Tabel 2: Krav\nBydel\tÅbent, timer\tKrav\nHavnen\t20\t65 år +\nBakken\t31\t70 år +\n")
    assert ("Havnen", "Åbent, timer") in facts


@pytest.mark.parametrize(
    ("heads", "paths"),
    [
        (
            "Fond\tGiver\t1.000 kr.\t\tBrugt i pct.\n\t\tBevilget\tBrugt\t",
            ["1.000 kr. / Bevilget", "1.000 kr. / Brugt", "Brugt i pct."],
        ),
        (
            "Egn\tLeder\t10-24-årige\t\t70 år og derover\n\t\t2031\t2032\t2032",
            ["10-24-årige / 2031", "10-24-årige / 2032", "70 år og derover / 2032"],
        ),
        (
            "\t\tRegnskab\tAfvigelse\t\n\t\t2031\t1.000 kr.\tPct.",
            ["Regnskab / 2031", "Afvigelse / 1.000 kr.", "Afvigelse / Pct."],
        ),
    ],
)
def test_units_and_ages_above_lower_heads_are_heads(heads: str, paths: list[str]) -> None:
    facts = _facts(f"{heads}\nNord\tAnna\t1.220\t415\t34\nSyd\tBo\t980\t610\t62\n")
    assert [col for row, col in facts if row == "Nord"] == paths


def test_an_amount_in_the_first_row_stays_a_value() -> None:
    facts = _facts("Kajak\t1.000 kr.\nKano\t1.400 kr.\nRoning\t900 kr.\n")
    assert len(facts) == 3
