"""Flattened tables: codes, paragraphs and years that are no values."""

from __future__ import annotations

import pytest
from flat_tables import facts, rows


def test_a_code_stays_with_the_name_behind_it_where_both_have_a_head() -> None:
    text = """
Tabel 1 - Kvoter
Kode Kommune Indbyggere Kvote 2024 Andel i pct.
253 Greve 51.000 12 1,17
259 Køge 61.000 9 2,25
306 Odsherred 33.000 7 1,25
350 Lejre 28.000 3 0,50
"""
    assert facts(text) == rows(
        ["Indbyggere", "Kvote 2024", "Andel i pct."],
        ("253 Greve", "51.000 12 1,17"),
        ("259 Køge", "61.000 9 2,25"),
        ("306 Odsherred", "33.000 7 1,25"),
        ("350 Lejre", "28.000 3 0,50"),
    )


def test_the_number_of_a_paragraph_is_part_of_the_label() -> None:
    text = """
Tabel 2 - Borgere efter alder
Ydelse Under 25 år Over 25 år
§ 107 512 488
§ 108 198 611
§ 109 31 35
"""
    found = facts(text)
    assert [label for label, _, _ in found] == ["§ 107", "§ 107", "§ 108", "§ 108", "§ 109", "§ 109"]
    assert [value for _, _, value in found] == ["512", "488", "198", "611", "31", "35"]


def test_years_of_budgets_and_school_years_head_a_column_each() -> None:
    budget = """
Tabel 3 - Rammer, mio. kr.
Område R2023 B2024 BF2025 BO2026
Sygehuse 6.812,3 6.870,0 6.902,5 6.931,1
Psykiatri 1.104,8 1.131,2 1.166,0 1.190,3
Medicin 544,4 561,3 578,6 596,0
"""
    assert {head for _, head, _ in facts(budget)} == {"R2023", "B2024", "BF2025", "BO2026"}
    school = """
Tabel 4 - Elever
Alder ved start 2018/19 2019/20 2020/21 Ændring
Under 20 år 122 130 141 11
20-24 år 210 198 187 -11
Over 24 år 301 322 350 28
"""
    assert {head for _, head, _ in facts(school)} == {"2018/19", "2019/20", "2020/21", "Ændring"}


def test_a_total_above_the_rows_is_the_last_head_whatever_the_last_row_is_called() -> None:
    text = """
Tabel 2: Afgørelser i 2024 fordelt på tema

Afgørelse

Trivsel og
sundhed

Faglig ledelse

Fysiske rammer

I alt

Vilkår 4 7 22 33

Påbud 1 3 14 18

I alt 5 10 36 51
"""
    heads = ["Trivsel og sundhed", "Faglig ledelse", "Fysiske rammer", "I alt"]
    assert facts(text) == rows(heads, ("Vilkår", "4 7 22 33"), ("Påbud", "1 3 14 18"), ("I alt", "5 10 36 51"))


def test_functions_of_accounts_are_groups_and_no_headings_of_chapters() -> None:
    text = """
Tabel 1 Forbrug (1.000 kr.)
Gruppe Budget Forbrug
5.57.71 Dagpenge
Uge 5-26 10.671 6.943
Uge 27-52 1.642 810
5.58.80 Revalidering
Ydelse 2.117 1.231
Kurser 16.326 9.836
"""
    assert ("5.58.80 Revalidering / Kurser", "Forbrug", "9.836") in facts(text)
    assert ("5.57.71 Dagpenge / Uge 5-26", "Budget", "10.671") in facts(text)


def test_a_number_behind_plus_or_minus_belongs_to_the_label() -> None:
    text = """
Tabel 1 Følsomhed
Forudsætning Lav Høj
Pris på olie ± 20 % -18 18
Rente ± 1 procentpoint -6 6
"""
    assert ("Pris på olie ± 20 %", "Lav", "-18") in facts(text)
    assert len(facts(text)) == 4


def test_numbers_that_rise_behind_one_word_name_the_rows() -> None:
    text = """
Tabel 2 Besøg
Uge Besøg Svar
Uge 27 412 398
Uge 28 388 371
Uge 31 405 399
"""
    assert facts(text)[2:4] == [("Uge 28", "Besøg", "388"), ("Uge 28", "Svar", "371")]


def test_rows_of_one_name_in_several_groups_keep_their_values() -> None:
    text = """
Tabel 3 Elever
Køn 2031 2032 2033
Nord
Piger 12 14 16
Drenge 15 18 20
Syd
Piger 21 24 27
Drenge 25 28 30
Vest
Piger 31 34 37
Drenge 35 38 40
"""
    assert ("Syd / Piger", "2031", "21") in facts(text)
    assert len(facts(text)) == 18


def test_a_unit_above_the_labels_beside_the_head_of_notes_is_their_head() -> None:
    text = """
Resultatopgørelse
t.kr. Note Regnskab 2031 Budget 2031
Omsætning I 148.620 151.000
Andre indtægter 2.044 1.500
Varer II (61.905) (60.200)
"""
    assert ("Omsætning", "Budget 2031", "151.000") in facts(text)
    assert len(facts(text)) == 6


def test_units_are_a_column_of_words_and_names_in_the_middle_of_groups_head_nothing() -> None:
    text = """
Tabel 2 Aktivitet
Område Aktivitet Enhed
Regnskab
2031
Budget
2032
Ventet
2032 Forskel
Børn i dagpleje antal 212 198 191 -7
Børn i vuggestue antal 486 498 490 -8
Dagtilbud
Børn i børnehave antal 1.264 1.251 1.229 -22
Elever i klasser antal 4.118 4.075 4.061 -14
Skole
Elever i tilbud antal 251 262 270 8
Elever i friskoler antal 893 905 918 13
"""
    found = facts(text)
    assert ("Børn i vuggestue", "Budget 2032", "498") in found
    assert ("Elever i klasser", "Forskel", "-14") in found
    assert len(found) == 24


def test_spans_of_money_are_labels_below_a_sentence() -> None:
    text = """
Sagerne er fordelt efter udgift og vist herunder.
Udgift pr. sag Antal sager Samlet udgift (mio. kr.)
Under 0,5 mio. kr. 6 10,7
0,5-1,0 mio. kr. 10 16,9
1,0-1,5 mio. kr. 29 13,3
Over 1,5 mio. kr. 12 6,4
"""
    assert ("0,5-1,0 mio. kr.", "Antal sager", "10") in facts(text)
    assert len(facts(text)) == 8


@pytest.mark.parametrize(
    ("heads", "kind"),
    [("Projekt Periode", ""), ("Projekt Rolle Periode", " Partner")],
    ids=["years", "kind and years"],
)
def test_the_years_and_the_kind_of_a_project_are_cells_of_their_own(heads: str, kind: str) -> None:
    names = ["Ny havn", "Grøn vej", "Skov for alle", "Fisk i kasser"]
    lines = [f"{name}{kind} 2031-203{n} 7,3{n} 2,8{n} 6{n}" for n, name in enumerate(names, 2)]
    text = "\n".join(["Tabel 6. Projekter", heads, "Samlet", "bevilling", "Brugt i", "alt", "Virksomheder", *lines])
    assert list(dict.fromkeys(row for row, _, _ in facts(text))) == names
