"""Heads of flattened tables that are printed out of the order of their columns, or that cannot be told apart."""

from __future__ import annotations

import pytest
from flat_tables import facts, packet
from test_tables_flat_heads import Paths, head, under

from extractors.tables.extract import extract_tables
from extractors.tables.flat.extract import find_flat_tables
from extractors.tables.flat.regions import is_prose
from extractors.tables.flat.values import split_values
from extractors.tables.flat.words import heads_labels
from schemas.document import Document, Line, Page
from schemas.packet import Packet
from schemas.records import Finding
from schemas.units import counts_in_thousands


@pytest.mark.parametrize(
    ("text", "columns", "labels", "paths"),
    [
        (
            "Sektor 2019 2021 2023\nÆndring 2019-2023\n1.000 kg %",
            5,
            ["Sektor"],
            [("2019",), ("2021",), ("2023",), ("Ændring 2019-2023", "1.000 kg"), ("Ændring 2019-2023", "%")],
        ),
        (
            "Ture (1.000)\nRute Strækning\nDækning\n2020 2021 2021",
            3,
            ["Rute", "Strækning"],
            [("Ture (1.000)", "2020"), ("Ture (1.000)", "2021"), ("Dækning", "2021")],
        ),
        (
            "Cykler pr. husstand Biler pr. plads\n2020 2021 2022 2021 2022",
            5,
            [],
            [
                *under("Cykler pr. husstand", leaves="2020 2021 2022"),
                *under("Biler pr. plads", leaves="2021 2022"),
            ],
        ),
        (
            "Ydelse\nPris, kr. pr. dag Indeks Ændring\n2020 2021 2022 2021 2022 2020-2022, %",
            6,
            ["Ydelse"],
            [
                *under("Pris, kr. pr. dag", leaves="2020 2021 2022"),
                *under("Indeks", leaves="2021 2022"),
                ("Ændring", "2020-2022, %"),
            ],
        ),
        (
            "Løn og drift (kr.)\nElevtype Løn Drift Netto",
            3,
            ["Elevtype"],
            under("Løn og drift (kr.)", leaves="Løn Drift Netto"),
        ),
        ("Beløb i t.kr. 30.6.2024 30.6.2023", 2, ["Beløb i t.kr."], [("30.6.2024",), ("30.6.2023",)]),
    ],
)
def test_heads_out_of_order(text: str, columns: int, labels: list[str], paths: Paths) -> None:
    assert head(text, columns) == (labels, paths)


def test_the_head_of_the_labels_begins_the_lower_row() -> None:
    text = """
Tabel 4: Ansatte
Ansatte Forskel
Branche 1. kv. 2021 1. kv. 2022 Antal Pct.
Byggeri 410 451 41 10,0
Handel 905 896 -9 -1,0
Landbrug 200 210 10 5,0
"""
    assert [column for _, column, _ in facts(text)[:4]] == [
        "Ansatte / 1. kv. 2021", "Ansatte / 1. kv. 2022", "Forskel / Antal", "Forskel / Pct.",
    ]  # fmt: skip


def test_a_total_behind_lower_heads_that_come_again_stands_below_no_upper_head() -> None:
    text = """
Tabel 4: Midler
Klynge
2027 2028
Fast Efter folketal Fast Efter folketal I alt
Kolding 45 71 45 72 233
Vejle 90 138 90 140 458
Horsens 30 56 30 54 170
"""
    assert [column for _, column, _ in facts(text)[:5]] == [
        "2027 / Fast", "2027 / Efter folketal", "2028 / Fast", "2028 / Efter folketal", "I alt",
    ]  # fmt: skip


LEVELS = """
Tabel 4: Borgere uden bolig
Borgere 18-24 år Andel, pct.
I alt Uden bolig Uden bolig
Kommune 2026 2024 2026 2024 2026
Varde 410 57 50 13,9 12,2
Vejen 320 31 35 9,7 10,9
Vejle 905 80 72 8,8 8,0
Kolding 880 61 70 6,9 8,0
"""


def test_three_levels_are_told_by_the_years_and_by_the_form_of_the_values() -> None:
    assert [column for _, column, _ in facts(LEVELS)[:5]] == [
        "Borgere 18-24 år / I alt / 2026",
        "Borgere 18-24 år / Uden bolig / 2024",
        "Borgere 18-24 år / Uden bolig / 2026",
        "Andel, pct. / Uden bolig / 2024",
        "Andel, pct. / Uden bolig / 2026",
    ]


def test_a_head_of_shares_spans_no_counts() -> None:
    text = """
Tabel 2: Besøg hos rådgiverne
Kommune
Firmaer, der fik råd Andel af kommu-
nens firmaer i
pct.
Kort
møde
Langt
møde Fast Aftale
Vestjylland
Lemvig 41 12 3 3,9
Struer 88 31 9 4,6
Skive 30 10 6 3,2
I alt Vestjylland 159 53 18 3,8
"""
    assert facts(text)[:4] == [
        ("Vestjylland / Lemvig", "Firmaer, der fik råd / Kort møde", "41"),
        ("Vestjylland / Lemvig", "Firmaer, der fik råd / Langt møde", "12"),
        ("Vestjylland / Lemvig", "Firmaer, der fik råd / Fast Aftale", "3"),
        ("Vestjylland / Lemvig", "Andel af kommunens firmaer i pct.", "3,9"),
    ]


def test_a_name_printed_above_the_total_names_the_rows_before_it() -> None:
    text = """
Tabel 3: Pladser
Område Kommune 2023 2024
Odder 12 14
Samsø 2 3
Øst
Sum 14 17
Skive 5 6
Lemvig 4 4
Vest
Sum 9 10
"""
    assert [label for label, column, _ in facts(text) if column == "2023"] == [
        "Øst / Odder", "Øst / Samsø", "Øst / Sum", "Vest / Skive", "Vest / Lemvig", "Vest / Sum",
    ]  # fmt: skip


def test_the_heads_of_the_next_table_are_no_group() -> None:
    text = """
Kassebeholdning
Dato Mio. kr.
1. marts 1,82
31. maj 2,64
30. august 0,97
Personale
Ansatte Antal Årsværk
Jurister 4 3,6
Kontor 2 1,5
"""
    assert facts(text)[3:] == [
        ("Jurister", "Antal", "4"),
        ("Jurister", "Årsværk", "3,6"),
        ("Kontor", "Antal", "2"),
        ("Kontor", "Årsværk", "1,5"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        # nothing tells the two columns of 2025 apart
        "Tabel 1: Støtte\nKommune 2024 2025 2025\nVejen 12 13 14\nVarde 22 23 24\nVejle 32 33 34",
        # two rows in one line
        "Tabel 1: Timer\nKommune Målepunkt 2023 2024\nKøbt 8.420 6.115 Vejen Egne 40 2.240\n"
        "Købt 1.420 6.215 Varde Egne 50 3.240\nKøbt 4.420 6.915 Vejle Egne 60 2.740",
        # the word of the second line goes on in the fourth
        "Tabel 1: Indsatser\nMiddel\nVentet virkning i kvæl-\nstof, ton Anlægsud-\nLavt skøn Højt skøn gift, kr.\n"
        "Vådområder 21,0 34,5 17,8\nVandløb 3,5 6,0 9,4\nSkov 38,5 51,0 2,2",
    ],
)
def test_what_cannot_be_told_apart_is_refused_with_a_finding(text: str) -> None:
    grids, findings = find_flat_tables(packet(text))
    assert grids == []
    assert [finding.rule for finding in findings] == ["table_refused"]


@pytest.mark.parametrize(
    ("line", "label", "values"),
    [
        ("Udgift, kr. 2022 2023", "Udgift, kr.", ["2022", "2023"]),
        ("I alt kr. 2022", "I alt", ["kr. 2022"]),
        ("Bostedet § 107", "Bostedet § 107", []),
        ("Bostedet § 107 12 14", "Bostedet § 107", ["12", "14"]),
    ],
)
def test_numbers_that_are_no_values(line: str, label: str, values: list[str]) -> None:
    found, atoms = split_values(line)
    assert (found, [atom.text for atom in atoms]) == (label, values)


@pytest.mark.parametrize(
    ("text", "is_unit"),
    [("1.000 ton", True), ("1000 elever", True), ("1.000", False), ("1.250 ton", False), ("1.000 kroner", True)],
)
def test_what_is_counted_in_thousands(text: str, is_unit: bool) -> None:
    assert counts_in_thousands(text) is is_unit


@pytest.mark.parametrize(
    ("text", "heads"), [("Elevtype", True), ("Bestiller", True), ("Fast type", False), ("Netto", False)]
)
def test_heads_of_labels(text: str, heads: bool) -> None:
    assert heads_labels(text) is heads


def test_a_head_that_ends_in_its_unit_is_no_sentence() -> None:
    assert not is_prose("Part Nøgle Nuværende, kr. Ny aftale, kr. Stigning, kr.")
    assert is_prose("Stigningen til de fire parter er i alt 4,2 mio. kr.")


REPEATED = """
Tabel 2: Budget
Beløb i t.kr.
Regnskab Budget
2020 2021 2022 2023
Tilskud
Stat 22.410 22.760 23.155 23.870
Andre 11.300 11.300 11.480 11.750
\f
Beløb i t.kr.
Regnskab Budget
2020 2021 2022 2023
Drift
Løn 35.210 37.480 34.900 31.250
Husleje 12.640 13.905 9.100 6.200
"""


def test_heads_printed_again_on_the_next_page_name_no_rows() -> None:
    lines = []
    page = 1
    for index, text in enumerate(REPEATED.strip().split("\n")):
        page += text == "\f"
        lines.append(Line(index, page, text.strip(), index + 1))
    pages = tuple(Page(n, tuple(line for line in lines if line.page == n)) for n in (1, 2))
    document = Document("0" * 64, "prøve.txt", "text/plain", pages, "text", paged=True)
    (grid,), findings = find_flat_tables(Packet(document=document))
    assert findings == []
    assert [path for path in grid.row_paths if path] == [
        ("Tilskud", "Stat"), ("Tilskud", "Andre"), ("Drift", "Løn"), ("Drift", "Husleje"),
    ]  # fmt: skip


def test_a_head_that_goes_on_at_the_end_of_the_next_line() -> None:
    text = """
Tabel 1: Boliger til nye borgere
Kommune
Boliger 2022 Ventende på bolig
pr. 31.
Kvote Givet Forskel december 2022
Allerød 16 14 -2 241
Ballerup 10 9 -1 312
Egedal 24 25 1 278
Gladsaxe 17 15 -2 403
"""
    assert [column for _, column, _ in facts(text)[:4]] == [
        "Boliger 2022 / Kvote",
        "Boliger 2022 / Givet",
        "Boliger 2022 / Forskel",
        "Ventende på bolig pr. 31. december 2022",
    ]


@pytest.mark.parametrize(
    ("heads", "values", "paths"),
    [
        ("Post jan feb mar apr* maj*", 5, ["jan", "feb", "mar", "apr", "maj"]),
        ("2026\nSkole Skolested 2022 2023 Lavt Højt", 4, ["2022", "2023", "2026 / Lavt", "2026 / Højt"]),
        (
            "Regnskab Budget Overslag\nBestiller\nHeraf taxa\n2022 2023 2024 2025 2025",
            5,
            ["Regnskab / 2022", "Budget / 2023", "Overslag / 2024", "Overslag / 2025", "Heraf taxa / 2025"],
        ),
        (
            "Ydelsens art Pris 2023, kr. Pris 2024, kr. Stigning i pct.",
            3,
            ["Pris 2023, kr.", "Pris 2024, kr.", "Stigning i pct."],
        ),
    ],
)
def test_heads_below_a_caption(heads: str, values: int, paths: list[str]) -> None:
    rows = "\n".join(
        f"{name} " + " ".join(str(n + k) for k in range(values))
        for n, name in ((110, "Åben"), (350, "Lukket"), (620, "Fast"))
    )
    assert [column for _, column, _ in facts(f"Tabel 1: Tal\n{heads}\n{rows}")[:values]] == paths


def test_rows_that_lack_values_below_years_have_the_columns_of_the_years() -> None:
    text = """
Tabel 1: Sager
Udfald
Familier Tilbud
2022 2023 2022 2023
Redegørelse 11 9 31 28
Varslet påbud 4 6 19 24
Påbud 2 1 5 4
Skærpet tilsyn 1 3 2
Ophør 2 - 1
"""
    assert facts(text)[:2] == [("Redegørelse", "Familier / 2022", "11"), ("Redegørelse", "Familier / 2023", "9")]


def test_cells_of_labels_that_come_again_are_no_column_of_values() -> None:
    text = """
Støtte til projekter, mio. kr.
Projekt Fase 2022 2023 2024 2025
Grøn omstilling i SMV Bevilget 4,85 3,10 1,20
Salg til Norden Bevilget 1,40 1,40 0,70
Robotter i drift Søgt 1,25 2,50 2,50
Unge ejere Søgt 1,10 0,30 0,90 0,80
Bedre it Bevilget 2,15 0,60
I alt 10,75 7,90 5,30 3,40
"""
    assert [fact for fact in facts(text) if fact[0] == "I alt"] == [
        ("I alt", "2022", "10,75"), ("I alt", "2023", "7,90"), ("I alt", "2024", "5,30"), ("I alt", "2025", "3,40"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "path"), [("Linje Strækning", "50 / Aars-Viborg"), ("Nr. Strækning", "50 Aars-Viborg")]
)
def test_numbers_of_lines_are_cells_of_labels(head: str, path: str) -> None:
    text = f"""
Tabel 2: Ture
{head} 2022 2023
50 Aars-Viborg 412 455
53 Hobro-Farsø 398 420
59 Ribe-Tønder 201 207
61 Vejle-Give 176 180
"""
    assert facts(text)[0] == (path, "2022", "412")


def test_sums_down_a_table_that_lacks_rows_are_no_misprints() -> None:
    text = """
Tabel 3: Forbrug
Post Jan Feb Mar
Løn 341 338 352
Husleje 51 51 53
Rådgivning 20 20
Kurser 20 20
I alt 432 429 425
"""
    found = [record for record in extract_tables(packet(text)) if isinstance(record, Finding)]
    assert [finding.rule for finding in found] == ["cells_unplaced"]
