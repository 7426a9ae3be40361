"""Numbers in brackets: below zero where sums say so, else as printed and told."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractors.tables.extract import extract_tables
from ingest.reading.text import read_text
from schemas.packet import Packet
from schemas.records import Finding, Observation, Record


def _records(*tables: str) -> list[Record]:
    text = "\n\n".join(table.replace(" | ", "\t") for table in tables) + "\n"
    return extract_tables(Packet(document=read_text(text.encode(), filename="regnskab.txt", sha256="0" * 64)))


def _values(records: list[Record], head: str) -> dict[str, Decimal | None]:
    return {r.row_label: r.value for r in records if isinstance(r, Observation) and r.col_label == head}


def _doubts(records: list[Record]) -> list[Finding]:
    return [r for r in records if isinstance(r, Finding) and r.rule == "ambiguous_brackets"]


RESULT = (
    "Post | 2022 | 2021\nSalg | 900 | 850\nTilskud | 100 | 90\nIndtægter i alt | 1.000 | 940\nLøn | (700) | (650)\n\
Husleje | (350) | (250)\nUdgifter i alt | (1.050) | (900)\nÅrets resultat | (50) | 40"
)
ABROAD = "Konto | Budget | Forbrug\nKørsel | 40 | 38\nRenter | (3) | 12"


def test_a_difference_that_adds_up_proves_the_minus() -> None:
    records = _records("Udvalg | Budget | Forbrug | Afvigelse\nSkole | 80 | 82 | (2)\nKultur | 40 | 37 | 3")
    assert _values(records, "Afvigelse") == {"Skole": -2, "Kultur": 3}
    assert not _doubts(records)


def test_expenses_of_a_result_are_below_zero() -> None:
    values = _values(_records(RESULT), "2022")
    assert (values["Løn"], values["Udgifter i alt"], values["Årets resultat"]) == (-700, -1050, -50)


def test_brackets_that_no_sum_settles_are_read_as_printed_and_told() -> None:
    records = _records(ABROAD)
    assert _values(records, "Budget")["Renter"] == 3
    assert len(_doubts(records)) == 1
    assert min(r.confidence for r in records if isinstance(r, Observation)) <= 0.6


@pytest.mark.parametrize("other", ["12", "0"])
def test_amounts_of_money_in_brackets_are_below_zero_though_no_sum_tells(other: str) -> None:
    records = _records(f"Anlæg | Udgift, kr. | Salg, kr.\nVogn | 40 | {other}\nHal | 31 | (3)")
    assert _values(records, "Salg, kr.")["Hal"] == -3
    assert len(_doubts(records)) == 1
    assert min(r.confidence for r in records if isinstance(r, Observation)) <= 0.6


def test_amounts_in_brackets_beside_a_printed_minus_stay_as_printed() -> None:
    records = _records("Anlæg | Udgift, kr. | Salg, kr.\nVogn | 40 | -12\nHal | 31 | (3)")
    assert _values(records, "Salg, kr.")["Hal"] == 3
    assert len(_doubts(records)) == 1


def test_a_part_of_the_row_above_adds_nothing_to_the_total() -> None:
    records = _records(
        "Bevilling | 2025 | 2026\nDrift | 240 | 180\nHeraf varigt | 150 | 150\nAnlæg | (20) | -\nI alt | 220 | 180"
    )
    assert _values(records, "2025")["Anlæg"] == -20
    assert not _doubts(records)


def test_what_another_table_proves_of_brackets_holds_for_all() -> None:
    records = _records(RESULT, ABROAD)
    assert _values(records, "Budget")["Renter"] == -3
    assert not _doubts(records)


def test_a_column_of_shares_in_brackets_is_no_minus() -> None:
    records = _records("Sted | Antal | Andel\nNord | 12 | (40 %)\nSyd | 18 | (60 %)\nI alt | 30 | (100 %)")
    assert _values(records, "Andel") == {"Nord": 40, "Syd": 60, "I alt": 100}
    assert not _doubts(records)


def test_a_column_that_has_nothing_but_brackets_stays_as_printed() -> None:
    records = _records("Sted | Antal | Heraf nye\nNord | 12 | (4)\nSyd | 18 | (6)\nI alt | 30 | (10)")
    assert _values(records, "Heraf nye") == {"Nord": 4, "Syd": 6, "I alt": 10}
    assert not _doubts(records)


@pytest.mark.parametrize(("ends", "value"), [((240, 215), -60), ((360, 285), 60)])
def test_a_balance_from_primo_to_ultimo_tells_what_brackets_mean(ends: tuple[int, int], value: int) -> None:
    records = _records(
        f"Konto | Primo | Ind | Ud | Ultimo\nDrift | 200 | 100 | (60) | {ends[0]}\n"
        f"Pulje | 150 | 100 | (35) | {ends[1]}"
    )
    assert _values(records, "Ud")["Drift"] == value
    assert not _doubts(records)


def test_a_year_in_brackets_is_that_of_its_number() -> None:
    records = _records("Mål | Start | Status\nRygere | 18 % (2027) | 16 % (2030)\nUnge | 22 % (2027) | -")
    found = [(r.value, r.unit, r.year) for r in records if isinstance(r, Observation)]
    assert found == [(18, "%", 2027), (16, "%", 2030), (22, "%", 2027), (None, None, None)]


def test_counts_in_brackets_stay_numbers_though_one_is_like_a_year() -> None:
    records = _records("By | Andel\nNord | 18 % (2027)\nSyd | 22 % (714)\nVest | 30 % (1.120)")
    values = [r.value for r in records if isinstance(r, Observation)]
    assert values == [18, 2027, 22, 714, 30, 1120]
