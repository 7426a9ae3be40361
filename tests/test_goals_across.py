"""A contract, the report on it, the agenda that sums it up and the next contract, from the files to the answers in
SQL."""

from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from ingest.run import ingest
from ingest.warehouse.store import Warehouse

CONTRACT = """\
Bilag til møde i KKR Nordjylland den 12. februar 2031

Indholdsfortegnelse - Bilag

2.1 Beslutningssag: Resultatkontrakt 2031 med Erhvervshus Nordkyst	2
Bilag 1: Resultatkontrakt 2031 mellem KKR Nordjylland og Erhvervshus Nordkyst	3


2.1

Beslutningssag: Resultatkontrakt 2031 med Erhvervshus Nordkyst


Resultatkontrakt 2031 mellem KKR Nordjylland og Erhvervshus Nordkyst

Kontrakten er indgået mellem KKR Nordjylland og Erhvervshus Nordkyst og gælder i 2031.

Mål 1 – Kendskab til huset

Mål	I 2031 skal mindst 52 pct. af virksomhederne kende erhvervshuset.
Metode	Opgøres i en måling i november.
Afrapportering	Årligt til KKR.

Mål 2 – Tilfredse kunder

Mål	Mindst 80 pct. af kunderne er meget tilfredse med rådgivningen.
Metode	Opgøres ved en brugerundersøgelse.
Afrapportering	Årligt til KKR.

Mål 3 – Forløb

Der skal gennemføres 640 korte forløb i 2031.

Mål 4 – Grøn omstilling

Mål	Mindst 25 pct. af de lange forløb handler om grøn omstilling.
"""

REPORT = """\
Bilag til møde i KKR Nordjylland den 11. februar 2032

Indholdsfortegnelse - Bilag

2.3 Orienteringssag: Afrapportering for 2031 fra Erhvervshus Nordkyst	2
Bilag 1: Afrapportering på resultatkontrakt 2031	3
2.4 Beslutningssag: Resultatkontrakt 2032 med Erhvervshus Nordkyst	5
Bilag 1: Resultatkontrakt 2032 mellem KKR Nordjylland og Erhvervshus Nordkyst	6


2.3

Orienteringssag: Afrapportering for 2031 fra Erhvervshus Nordkyst


Afrapportering på resultatkontrakt 2031

Erhvervshus Nordkyst afrapporterer her på kontrakten for 2031.

Afrapportering og målopfyldelse – Mål 1

Målingen i november 2031 viste, at 49 pct. af virksomhederne kender erhvervshuset.

Afrapportering og målopfyldelse – Mål 2

84 pct. af kunderne er meget tilfredse med rådgivningen.

Afrapportering og målopfyldelse – Mål 3

Huset har i 2031 gennemført 655 korte forløb.

Afrapportering og målopfyldelse – Mål 4

I alt 22 pct. af de lange forløb har handlet om grøn omstilling.


2.4

Beslutningssag: Resultatkontrakt 2032 med Erhvervshus Nordkyst


Resultatkontrakt 2032 mellem KKR Nordjylland og Erhvervshus Nordkyst

Mål 1 – Kendskab til huset

Mål	I 2032 skal mindst 54 pct. af virksomhederne kende erhvervshuset.

Mål 2 – Tilfredse kunder

Mål	Mindst 80 pct. af kunderne er meget tilfredse med rådgivningen.

Mål 3 – Forløb

Der skal gennemføres 620 korte forløb i 2032.
"""

AGENDA = """\
KKR
NORDJYLLAND

DAGSORDEN
KKR Nordjylland
Dato: 11-02-2032 10:00
Sted: Hjørring Rådhus

2. Sager til behandling

2.3. Orienteringssag: Afrapportering for 2031 fra Erhvervshus Nordkyst

SAG-2032-00412 abcd

Baggrund

Erhvervshus Nordkyst afrapporterer en gang om året på resultatkontrakten.

Indstilling

Det indstilles, at KKR Nordjylland tager afrapporteringen til efterretning.

Sagsfremstilling

Mål 3 i resultatkontrakten 2031 var 640 korte forløb, og der er gennemført 655. Målet om, at mindst 52 pct. af
virksomhederne kender erhvervshuset, er ikke nået, idet målingen viste 49 pct.

Bilag

• Afrapportering på resultatkontrakt 2031
"""


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> duckdb.DuckDBPyConnection:
    folder = tmp_path_factory.mktemp("packets")
    for name, text in (
        ("bilag_2031-02-12.txt", CONTRACT), ("bilag_2032-02-11.txt", REPORT), ("dagsorden_2032-02-11.txt", AGENDA)
    ):  # fmt: skip
        Path(folder, name).write_text(text, encoding="utf-8")
    file = folder / "w.duckdb"
    with Warehouse(file) as warehouse:
        ingest([str(folder)], warehouse)
    return duckdb.connect(str(file), read_only=True)


def test_the_report_answers_the_contract_of_the_year_before(db: duckdb.DuckDBPyConnection) -> None:
    rows = db.execute(
        "select goal_no, target_value, result_value, x.status from target_results_across x join documents d"
        " using (document_id) where linked and not restated and d.filename = 'bilag_2031-02-12.txt'"
        " order by goal_no"
    ).fetchall()
    assert rows == [
        ("1", Decimal(52), Decimal(49), "not_met"), ("2", Decimal(80), Decimal(84), "met"),
        ("3", Decimal(640), Decimal(655), "met"), ("4", Decimal(25), Decimal(22), "not_met"),
    ]  # fmt: skip


def test_the_agenda_pairs_what_it_sums_up_and_names_no_goal_that_it_does_not(db: duckdb.DuckDBPyConnection) -> None:
    rows = db.execute(
        "select goal_no, target_value, result_value from target_results join documents d using (document_id)"
        " where d.kind = 'dagsorden' order by target_value"
    ).fetchall()
    assert rows == [(None, Decimal(52), Decimal(49)), ("3", Decimal(640), Decimal(655))]


def test_the_next_contract_is_held_against_the_one_before(db: duckdb.DuckDBPyConnection) -> None:
    rows = db.execute(
        "select goal_no, change, stricter from targets_changed where year = 2032 order by goal_no"
    ).fetchall()
    assert rows == [("1", "raised", True), ("2", "the same", None), ("3", "lowered", False), ("4", "dropped", None)]
