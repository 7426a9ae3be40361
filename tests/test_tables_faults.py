"""A fault over one table costs that table alone, is told with its lines and leaves the document partial."""

import pytest
from flat_tables import packet
from own_packets import write

import extractors.tables.facts
import extractors.tables.flat.extract
from extractors.tables.extract import extract_tables
from ingest.pipeline import process_bytes
from ingest.sources import Source
from schemas.errors import LimitExceeded
from schemas.records import Finding, Observation

TEXT = """
Tabel 1 - Antal både fordelt på havne
Havn År 2022 År 2021
Nordhavn 12 14
Sydhavn 7 9
I alt 19 23

Her går teksten videre, som den plejer at gøre mellem to tabeller.

Tabel 2 - Antal kraner fordelt på havne
Havn År 2022 År 2021
Østhavn 3 4
Vesthavn 5 6
I alt 8 10
"""


def breaking(raised):
    """A reader of regions that raises over the second table."""
    real = extractors.tables.flat.extract.read_region

    def read(items, region, floor, words):
        if "Østhavn" in items[region.first].text:
            raise raised
        return real(items, region, floor, words)

    return read


@pytest.mark.parametrize("fault", [IndexError("x"), KeyError("x"), ZeroDivisionError(), RecursionError()])
def test_a_fault_costs_its_table_alone(monkeypatch, fault):
    monkeypatch.setattr(extractors.tables.flat.extract, "read_region", breaking(fault))
    records = extract_tables(packet(TEXT))
    assert [r.value for r in records if isinstance(r, Observation)] == [12, 14, 7, 9, 19, 23]
    (finding,) = [r for r in records if isinstance(r, Finding) and r.rule == "table_failed"]
    assert (finding.line, finding.severity) == (11, "error")
    assert "line 11–13" in finding.message
    assert type(fault).__name__ in finding.message


def test_facts_that_fail_cost_their_table_alone(monkeypatch):
    real = extractors.tables.facts.read_grid

    def read(grid, *given, **told):
        if any(cell.text == "12" for cell in grid.cells):
            raise ValueError
        return real(grid, *given, **told)

    monkeypatch.setattr(extractors.tables.facts, "read_grid", read)
    records = extract_tables(packet(TEXT))
    assert [r.value for r in records if isinstance(r, Observation)] == [3, 4, 5, 6, 8, 10]
    assert [r.line for r in records if isinstance(r, Finding)] == [1]


@pytest.mark.parametrize("ends", [LimitExceeded("The document takes longer than it may"), MemoryError()])
def test_what_ends_the_stage_is_no_fault_of_a_table(monkeypatch, ends):
    monkeypatch.setattr(extractors.tables.flat.extract, "read_region", breaking(ends))
    with pytest.raises(type(ends)):
        extract_tables(packet(TEXT))


def test_the_document_is_partial_and_one_finding_says_why(monkeypatch, tmp_path):
    monkeypatch.setattr(extractors.tables.flat.extract, "read_region", breaking(IndexError()))
    (path,) = write(tmp_path, havne=TEXT)
    done = process_bytes(path.read_bytes(), Source(str(path)))
    assert done.status == "partial"
    assert done.findings() == {("error", "table_failed"): 1, ("info", "no_items"): 1}
    assert [(error.stage, error.rule) for error in done.errors] == [("tables", "table_failed")]
    assert done.count("tables") == 1
