"""Sums as evidence: what they prove, what they report, what they leave alone."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractors.tables.extract import extract_tables
from ingest.reading.text import read_text
from schemas.packet import Packet
from schemas.records import Finding, Observation, Record


def _records(*rows: str, caption: str = "") -> list[Record]:
    text = "\n".join([caption, *(row.replace(" | ", "\t").replace("|", "\t") for row in rows), ""])
    return extract_tables(Packet(document=read_text(text.encode(), filename="sum.txt", sha256="0" * 64)))


def _mismatches(*rows: str, caption: str = "") -> list[tuple[str | None, str | None]]:
    found = [r for r in _records(*rows, caption=caption) if isinstance(r, Finding) and r.rule == "total_mismatch"]
    return [(f.expected, f.actual) for f in found]


def _values(*rows: str, caption: str = "") -> dict[str, Decimal | None]:
    return {r.row_label: r.value for r in _records(*rows, caption=caption) if isinstance(r, Observation)}


def test_a_total_that_does_not_add_up_is_told_with_both_numbers() -> None:
    rows = ("Område | Børn | Voksne", "Nord | 12 | 30", "Syd | 14 | 41", "I alt | 26 | 70")
    assert _mismatches(*rows) == [("71", "70")]


def test_the_printed_total_is_loaded_as_printed() -> None:
    rows = _records("Område | Børn | Voksne", "Nord | 12 | 30", "Syd | 14 | 41", "I alt | 26 | 70")
    total = [r for r in rows if isinstance(r, Observation) and r.value_text == "70"]
    assert [(r.value, r.is_total) for r in total] == [(Decimal(70), True)]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(["Område | A | B", "Nord | 12 | 30", "Syd | 14 | 41", "I alt | 26 | 71"], id="total last"),
        pytest.param(["Område | A | B", "I alt | 26 | 71", "Nord | 12 | 30", "Syd | 14 | 41"], id="total first"),
        pytest.param(
            ["Post | A | B", "Løn | 10 | 9", "Husleje | 5 | 5", "Udgifter i alt | 15 | 14", "Takster | -9 | -9",
             "Tilskud | -6 | -6", "Indtægter i alt | -15 | -15", "Netto | 0 | -1"],
            id="balance",
        ),
        pytest.param(
            ["Sanktion | A | B", "Døgn | |", "Påbud | 3 | 4", "Vilkår | 2 | 2", "Døgn i alt | 5 | 6", "Dag | |",
             "Påbud | 1 | 0", "Vilkår | 6 | 8", "Dag i alt | 7 | 8", "Samlet i alt | 12 | 14"],
            id="groups",
        ),
        pytest.param(["Område | A | B | I alt", "Nord | 12 | 30 | 42", "Syd | 14 | 41 | 55"], id="total column"),
        pytest.param(
            ["Post | Budget | Regnskab | Forskel", "Løn | 10 | 12 | 2", "Leje | 7 | 4 | -3"],
            id="difference",
        ),
        pytest.param(
            ["Område | Antal | Andel", "Nord | 1 | 33 %", "Syd | 2 | 66 %", "I alt | 3 | 100 %"],
            id="shares",
        ),
        pytest.param(["Område | A | B", "Nord | 1,04 | 2", "Syd | 1,04 | 2", "I alt | 2,1 | 4"], id="rounded"),
        pytest.param(
            ["Område | Sager | Gennemsnitlig ventetid", "Nord | 2 | 9", "Syd | 3 | 5", "I alt | 5 | 7"],
            id="averages",
        ),
        pytest.param(["Område | Sager | Takst", "Nord | 2 | 900", "Syd | 3 | 500", "I alt | 5 | 700"], id="prices"),
        pytest.param(
            ["Område | A | B", "Nord | 12 | 30", "Syd | 14 | to", "I alt | 26 | 71"],
            id="a word among numbers",
        ),
    ],
)  # fmt: skip
def test_tables_that_add_up_or_need_not_raise_no_alarm(rows: list[str]) -> None:
    assert _mismatches(*rows) == []


def test_sums_tell_that_commas_group_thousands() -> None:
    rows = ("|Budget", "Direkte udgifter | 21,118", "Fælles udgifter | 1.604", "Udgifter i alt | 22,722")
    values = _values(*rows, caption="TABEL 1: BUDGET I 1.000 KRONER")
    assert values["Direkte udgifter"] == 21118
    assert values["Udgifter i alt"] == 22722


def test_sums_tell_that_commas_are_decimals() -> None:
    values = _values("|Ton", "Papir | 1,125", "Glas | 2,5", "I alt | 3,625")
    assert values["Papir"] == Decimal("1.125")


def test_a_comma_that_nothing_decides_is_a_decimal_told_as_doubtful() -> None:
    records = _records("|Længde", "Sti | 1,125", "Vej | 7,250")
    assert [r.value for r in records if isinstance(r, Observation)] == [Decimal("1.125"), Decimal("7.250")]
    assert [r.rule for r in records if isinstance(r, Finding)] == ["ambiguous_comma"]
    assert max(r.confidence for r in records if isinstance(r, Observation)) <= 0.6


def test_another_table_of_the_document_decides_the_comma() -> None:
    text = (
        "TABEL 1: REGNSKAB, 1.000 KR.\n\tBeløb\nLøn\t21,118\nLeje\t1.604\nI alt\t22,722\n\n"
        "TABEL 2: BUDGET, 1.000 KR.\n\tBeløb\nLøn\t20,500\nLeje\t1,500\nI alt\t22,000\n"
    )
    records = extract_tables(Packet(document=read_text(text.encode(), filename="to.txt", sha256="0" * 64)))
    assert [r.value for r in records if isinstance(r, Observation)][3:] == [20500, 1500, 22000]


def test_cells_in_sums_that_hold_are_surer_than_others() -> None:
    records = _records("Område | A | B", "Nord | 12 | 30", "Syd | 14 | 41", "I alt | 26 | 70")
    sure = {r.value_text: r.confidence for r in records if isinstance(r, Observation)}
    assert sure["12"] > sure["30"]


def test_a_region_over_its_municipalities_is_a_total() -> None:
    rows = [
        "Kommune | Borgere | Kvote", "Region Sjælland | 30 | 9", "259 Køge | 10 | 4", "269 Solrød | 20 | 5",
        "Region Nordjylland | 12 | 3", "813 Frederikshavn | 5 | 2", "820 Vesthimmerland | 7 | 2",
    ]  # fmt: skip
    records = _records(*rows)
    facts = {r.row_label: r for r in records if isinstance(r, Observation) and r.col_label == "Kvote"}
    assert facts["Region Sjælland"].is_total
    assert facts["Region Sjælland"].region_code == "1085"
    assert facts["Region Nordjylland / 820 Vesthimmerland"].municipality_code == "820"
    assert _mismatches(*rows) == [("4", "3")]


@pytest.mark.parametrize(
    ("head", "told"),
    [("Udgift pr. gæst", 0), ("Tilskud pr. billet (kr.)", 0), ("Pr. ultimo 2031", 1), ("Gæster pr. juni", 1)],
)
def test_what_is_reckoned_for_one_of_many_is_added_up_by_nobody(head: str, told: int) -> None:
    rows = (f"Sted | Gæster | {head}", "Nord | 12 | 30", "Syd | 14 | 41", "I alt | 26 | 36")
    assert len(_mismatches(*rows)) == told
