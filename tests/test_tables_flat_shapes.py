"""Flattened tables of other shapes: years as rows, lists, a cell a line, words between numbers."""

from __future__ import annotations

import pytest
from flat_tables import SIMPLE, Facts, doubled, facts, packet, rows

from extractors.tables.flat.extract import find_flat_tables


@pytest.mark.parametrize("start", ["Tabel 4: Udvikling i sager\n", "Udvikling i sager\n\n"])
def test_years_as_row_labels(start: str) -> None:
    text = start + "År Nye Afsluttede\n2019 120 110\n2020 130 125\n2021 140 150\n"
    assert facts(text) == rows(["Nye", "Afsluttede"], ("2019", "120 110"), ("2020", "130 125"), ("2021", "140 150"))


def test_years_below_a_label_are_parts_of_it() -> None:
    text = """
Tabel 1: Godkendte familier
Type Antal familier Antal pladser
Almen familie14 80 98
2021 36 41
2022 44 57
Forstærket familie15 34 58
2021 11 22
2022 23 36
"""
    assert [row for row, _, _ in facts(text)][::2] == [
        "Almen familie",
        "Almen familie / 2021",
        "Almen familie / 2022",
        "Forstærket familie",
        "Forstærket familie / 2021",
        "Forstærket familie / 2022",
    ]


def test_dates_as_row_labels_keep_their_year() -> None:
    text = "Tabel 5: Møder\nDato Deltagere Sager\n1. marts 2022 12 4\n5. april 2022 14 6\n"
    assert facts(text)[0] == ("1. marts 2022", "Deltagere", "12")


def test_two_tables_in_one_run_of_rows_with_another_number_of_columns() -> None:
    text = """
Scenarier Nord Syd Vest Øst
Løn 1.200 1.300 1.400 1.500
Drift 300 310 320 330
Husleje 90 91 92 93
FORDELING KR %
Løn 5.400 78
Drift 1.260 18
Husleje 366 4
"""
    assert facts(text)[-2:] == [("Husleje", "KR", "366"), ("Husleje", "%", "4")]


def test_cell_with_two_values_stays_one_cell() -> None:
    text = """
Tabel 7: Henvendelser
Type Antal
Botilbud 31 (10 %)
Dagtilbud 24 (-37 %)
I alt 55
"""
    assert [value for _, _, value in facts(text)] == ["31 (10 %)", "24 (-37 %)", "55"]


def test_column_of_running_text_between_label_and_numbers() -> None:
    text = """
Tabel 5: Typer af forløb
Type Anvendelse Antal gennemførte
Første tilsyn Alle temaer skal behandles ved det første tilsyn efter godken-
delsen. Der er altid besøg
464
Årligt tilsyn Det årlige tilsyn, hvor alle eller enkelte temaer inddrages
1.081
Opfølgning Følger op på, om udstedte påbud er opfyldt. Kan indeholde
besøg
850
"""
    assert facts(text) == rows(
        ["Antal gennemførte"], ("Første tilsyn", "464"), ("Årligt tilsyn", "1.081"), ("Opfølgning", "850")
    )


def test_second_label_column_of_words_is_no_part_of_the_label() -> None:
    text = """
Tabel 8: Anmodninger
Afsender Lovgrundlag Antal
Pressen Offentlighedsloven 101
Andre myndigheder Forvaltningsloven 14
Berørte borgere Forvaltningsloven 19
"""
    assert [row for row, _, _ in facts(text)] == ["Pressen", "Andre myndigheder", "Berørte borgere"]


def test_groups_before_the_running_number_of_their_first_row() -> None:
    text = """
Tabel 2: Puljer
Tema Nr. Pulje Beløb i mio. kr.
Vej 1 Pulje til broer 100
2 Pulje til asfalt 150
Bane 3 Pulje til perroner 200
4 Pulje til skinner 250
I alt 700
"""
    assert [row for row, _, _ in facts(text)] == [
        "Vej / 1 Pulje til broer",
        "Vej / 2 Pulje til asfalt",
        "Bane / 3 Pulje til perroner",
        "Bane / 4 Pulje til skinner",
        "I alt",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Vejledninger i året:\n\n· Vækst og drift: 350\n· Korte forløb: 600",
            [("Vækst og drift", "", "350"), ("Korte forløb", "", "600")],
        ),
        (
            "Løn i kommunerne\n\n• Gennemsnit: 7,9 pct.\n• Højst: 17,3 pct. (Odsherred)\n• Lavest: 4,3 pct. (Køge)",
            [
                ("Gennemsnit", "", "7,9 pct."),
                ("Højst (Odsherred)", "", "17,3 pct."),
                ("Lavest (Køge)", "", "4,3 pct."),
            ],
        ),
        (
            "Kampagnen gav:\nAviser: 481.783 visninger\nRadio: 152.765 visninger",
            [("Aviser", "visninger", "481.783"), ("Radio", "visninger", "152.765")],
        ),
        (
            "Svarene er:\nVækst: 98,1% (tilfreds i alt)\nDrift: 95,4% (tilfreds i alt)",
            [("Vækst", "tilfreds i alt", "98,1%"), ("Drift", "tilfreds i alt", "95,4%")],
        ),
        (
            "I året er der sejlet\n\n• Antal ture: 39\n\n• Antal biler: 1.044\n\n• Til tiden: 95 %",
            [("Antal ture", "", "39"), ("Antal biler", "", "1.044"), ("Til tiden", "", "95 %")],
        ),
    ],
)
def test_lists_that_are_tables(text: str, expected: Facts) -> None:
    assert facts(text) == expected


def test_every_value_knows_its_own_line() -> None:
    grids, _ = find_flat_tables(packet(SIMPLE))
    assert {cell.text: cell.line for cell in grids[0].cells if not cell.is_header} == {
        "12": 2, "1.014": 4, "7": 3, "-": 3, "19": 4,
    }  # fmt: skip


def test_short_answers_between_label_and_number_are_no_part_of_the_label() -> None:
    text = """
Tabel 2: Puljer
Pulje  Ansøg-

ning

Relevant

mio. kr.

Broer i hele landet ja ja 100
Asfalt måske 150
Perroner (ja) ja 200
Skinner ja måske 250
Cykelstier ja 20
Havne måske 30
Lufthavne ja 40
"""
    assert facts(text)[:3] == [
        ("Broer i hele landet", "mio. kr.", "100"),
        ("Asfalt", "mio. kr.", "150"),
        ("Perroner", "mio. kr.", "200"),
    ]


STEPS = """
Tabel 1: Sager
Område
Antal
Andel
Nordbyen
12
5 %
Sydbyen
22
9 %
I alt
34
14 %
"""


@pytest.mark.parametrize("text", [STEPS, doubled(STEPS)])
def test_one_cell_a_line(text: str) -> None:
    expected = [("Nordbyen", "12", "5 %"), ("Sydbyen", "22", "9 %"), ("I alt", "34", "14 %")]
    assert facts(text) == [
        (label, head, value)
        for label, *values in expected
        for head, value in zip(["Antal", "Andel"], values, strict=True)
    ]


def test_one_cell_a_line_keeps_the_line_of_each_value() -> None:
    grids, _ = find_flat_tables(packet(STEPS))
    assert [cell.line for cell in grids[0].cells if not cell.is_header] == [5, 6, 8, 9, 11, 12]


def test_note_below_a_table() -> None:
    text = (
        SIMPLE
        + "Anm.: Pladserne er opgjort pr. 1. januar og omfatter alle tilbud, der er god-\nkendt i året.\nProsa.\n"
    )
    grids, _ = find_flat_tables(packet(text))
    assert grids[0].note == (
        "Anm.: Pladserne er opgjort pr. 1. januar og omfatter alle tilbud, der er godkendt i året."
    )


def test_small_numbers_that_happen_to_add_up_make_no_groups() -> None:
    text = """
Tabel 4: Ændring i pct.-point

Kommune A B C D

Assens 6 2 3 1

Nyborg 6 1 2 1

Odense 8 1 1 0

Kerteminde 4 0 2 3

Svendborg 7 3 4 2

Ærø 5 2 3 1

Faaborg-Midtfyn 2 1 1 1
"""
    assert {label for label, _, _ in facts(text)} == {
        "Assens", "Nyborg", "Odense", "Kerteminde", "Svendborg", "Ærø", "Faaborg-Midtfyn",
    }  # fmt: skip
    rows = text.replace("Assens", "Sejlads").replace("Nyborg", "Drift").replace("Odense", "Havne")
    assert all(" / " not in label for label, _, _ in facts(rows))


def test_an_open_sentence_above_a_list_is_its_caption() -> None:
    lead = "I året har der været følgende trafik over øhavet med de fire nye færger"
    text = f"{lead}\n\n• Antal ture: 39\n\n• Antal biler: 1.044\n\n• Antal cykler: 95"
    (grid,), _ = find_flat_tables(packet(text))
    assert grid.caption == lead
    (grid,), _ = find_flat_tables(packet(text.replace("færger\n", "færger.\n")))
    assert grid.caption is None
