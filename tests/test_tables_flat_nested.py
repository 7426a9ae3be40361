"""Flattened heads over lower heads, and heads that cannot stand over their values."""

from __future__ import annotations

import pytest
from flat_tables import facts, packet, rows

from extractors.tables.flat.extract import find_flat_tables


def test_three_levels_of_heads_come_again_below_each_other() -> None:
    text = """
Tabel 1: Ture med havnebussen
Linje Både Hverdage (man-fre) Weekender
2024 2025 2024 2025
1. kv. 2. kv. 1. kv. 2. kv. 1. kv. 2. kv. 1. kv. 2. kv.
Inderhavn 4 1,2 1,3 1,4 1,5 2,2 2,3 2,4 2,5
Yderhavn 12 3,2 3,3 3,4 3,5 4,2 4,3 4,4 4,5
"""
    found = facts(text)
    assert ("Inderhavn", "Både", "4") in found
    assert ("Inderhavn", "Hverdage (man-fre) / 2025 / 1. kv.", "1,4") in found
    assert ("Yderhavn", "Weekender / 2024 / 2. kv.", "4,3") in found
    assert len(found) == 18


def test_which_upper_heads_span_others_is_told_by_how_the_values_are_printed() -> None:
    text = """
Tabel 2: Børn i klubberne
Klub Pladser Timer pr. barn Dækning
Fritid Ungdom Fritid Ungdom
Nord 40 31 5,25 4,10 88
Syd 22 18 6,00 3,75 91
Vest 35 20 5,50 4,25 79
"""
    assert facts(text) == rows(
        ["Pladser / Fritid", "Pladser / Ungdom", "Timer pr. barn / Fritid", "Timer pr. barn / Ungdom", "Dækning"],
        ("Nord", "40 31 5,25 4,10 88"),
        ("Syd", "22 18 6,00 3,75 91"),
        ("Vest", "35 20 5,50 4,25 79"),
    )


def test_a_new_group_begins_where_the_years_go_back() -> None:
    text = """
Tabel 3: Udlån og besøg
Bibliotek Udlån Besøg
2023 2024 2025 Ændring
2024-25
2024 2025
Ringe 410 420 431 11 80 82
Faaborg 390 385 380 -5 61 66
Assens 512 530 541 11 90 97
"""
    heads = {head for _, head, _ in facts(text)}
    assert {"Udlån / 2025", "Udlån / Ændring 2024-25", "Besøg / 2024", "Besøg / 2025"} <= heads


def test_heads_that_would_share_other_heads_by_guess_are_left_out() -> None:
    text = """
Tabel 4: Borgere over 80 år
Alder Faktisk Fremskrivning
2024 2025 2027 2030
80-84 år 310 322 340 377
85-89 år 180 182 190 204
Over 90 år 71 70 75 88
"""
    assert [head for _, head, _ in facts(text)][:4] == ["2024", "2025", "2027", "2030"]


def test_school_years_without_the_century_are_heads() -> None:
    text = """
Tabel 5: Elever
Skole Skoleår
25/26 26/27 27/28
Vejlby 301 310 322
Lunden 144 139 151
Alle skoler 445 449 473
"""
    assert facts(text)[:2] == [("Vejlby", "Skoleår / 25/26", "301"), ("Vejlby", "Skoleår / 26/27", "310")]


def test_parts_of_any_size_are_told_by_how_the_values_are_printed() -> None:
    text = """
Tabel 13: Affald
Kommune Kg pr. indbygger Genbrug i pct. Mål (pct.)
Samlet Rest 2024 2025
Struer 412 190 44,8 62,3 55
Lemvig 498 221 49,4 59,2 55
Skive 374 173 49,6 58,9 55
"""
    heads = [
        "Kg pr. indbygger / Samlet",
        "Kg pr. indbygger / Rest",
        "Genbrug i pct. / 2024",
        "Genbrug i pct. / 2025",
    ]
    assert [head for _, head, _ in facts(text)][:5] == [*heads, "Mål (pct.)"]


@pytest.mark.parametrize(
    "text",
    [
        # the heads came out line by line, so that money would stand over shares
        """
Tabel 17: Pladser og takst
Tilbud
Pladser Belægning
2025 Takst 2026
Heraf drevet
2024 2025 af andre
Botilbud 1.248 1.206 102,8 % 2.083 kr. -0,5 %
Værksteder 1.857 1.864 99,4 % 3.631 kr. -0,9 %
Klubber 922 871 104,0 % 582 kr. 0,1 %
""",
        # a row of heads begins below heads that were not wrapped
        """
Tabel 18: Overgang i pct.
Kommune Elever i
alt
Andel til Karakter
Gymnasier Skoler Andet Ingen
Struer 1.815 71,2 20,4 8,0 3,2 7,3
Lemvig 1.767 64,3 24,6 5,8 5,6 7,1
Skive 2.289 65,0 17,5 6,9 3,8 6,8
""",
    ],
)
def test_heads_that_cannot_stand_over_their_values_refuse_the_table(text: str) -> None:
    grids, findings = find_flat_tables(packet(text))
    assert grids == []
    assert [finding.rule for finding in findings] == ["table_refused"]


def test_the_number_of_a_table_may_be_a_letter() -> None:
    (grid,) = find_flat_tables(packet("\nTabel B. Nøgletal\nSted Hold Elever\nNord 4 52\nSyd 5 61\nVest 7 70\n"))[0]
    assert (grid.table_no, grid.caption) == ("Tabel B", "Nøgletal")


def test_a_row_of_units_may_hold_measures_and_one_or_two_words_for_a_unit() -> None:
    text = """
Tabel 20: Nøgletal
Periode Henvendelser Tilfredshed Score Udgift
  antal pct. point t.kr.
2024 1.133 75,7 79 3,01
2025 1.433 72,7 69 4,01
1. halvår 2026 617 74,6 66 3,57
"""
    heads = ["Henvendelser / antal", "Tilfredshed / pct.", "Score / point", "Udgift / t.kr."]
    assert [head for _, head, _ in facts(text)][:4] == heads


def test_words_for_measures_are_heads_where_nothing_else_is() -> None:
    text = "\nTabel 21: Henvendelser\nAntal Andel\nNaboer 212 38%\nAnsatte 187 34%\nAndre 158 28%\n"
    assert facts(text)[:2] == [("Naboer", "Antal", "212"), ("Naboer", "Andel", "38%")]


def test_a_head_of_text_may_have_a_line_to_itself() -> None:
    text = """
Tabel 22: Mål
Mål Indikator Mål 2026 Resultat 1.
halvår
Status
1.1 Kendskab 52% 55% Opfyldt
3.1 Tilfredse borgere 82% 79% Ikke opfyldt
5.1 Korte forløb 900 512 I proces
"""
    found = facts(text)
    assert ("1.1 Kendskab", "Resultat 1. halvår", "55%") in found
    assert ("5.1 Korte forløb", "Mål 2026", "900") in found


def test_a_head_may_be_a_word_that_joins_others_elsewhere() -> None:
    text = """
Ulykker
År Med fravær Uden
2023 7 12
2024 5 15
2025 4 9
"""
    assert facts(text) == rows(["Med fravær", "Uden"], ("2023", "7 12"), ("2024", "5 15"), ("2025", "4 9"))


def test_units_behind_years_are_heads_of_their_own() -> None:
    text = """
Tabel 3 Gebyrer
Gebyr Kr. med moms Ændring
2031 2032 Kr. Pct.
Vand 1.185,00 1.262,50 77,50 6,5
Varme 1.820,00 1.845,00 25,00 1,4
Skrald 640,00 610,00 -30,00 -4,7
"""
    heads = ["Kr. med moms / 2031", "Kr. med moms / 2032", "Ændring / Kr.", "Ændring / Pct."]
    assert facts(text)[:4] == rows(heads, ("Vand", "1.185,00 1.262,50 77,50 6,5"))


def test_a_head_that_goes_on_before_heads_that_come_again_spans_none_of_them() -> None:
    text = """
Tabel 2 Vagter
Kommune 2031 (skøn) Plan 2032 Ændring i
vagter Vagter Ture Kørsel (km) Vagter Ture
Struer 14,5 6.120 8.400 16,5 6.400 1,5
Lemvig 5,0 1.870 4.110 6,0 1.900 1,0
Thisted 6,5 2.415 7.250 6,5 2.500 0,0
"""
    heads = ["2031 (skøn) / Vagter", "2031 (skøn) / Ture", "2031 (skøn) / Kørsel (km)", "Plan 2032 / Vagter"]
    assert facts(text)[:6] == rows(
        [*heads, "Plan 2032 / Ture", "Ændring i vagter"], ("Struer", "14,5 6.120 8.400 16,5 6.400 1,5")
    )


def test_a_unit_in_brackets_behind_another_unit_is_of_the_head_above() -> None:
    text = """
Tabel 8 Genbesøg
Kommune
Genbesøg Nye besøg Forskel til landet
Antal Pct. Antal Pct. (procentpoint)
Struer 312 12,4 184 7,3 0,6
Lemvig 150 11,1 98 7,2 -0,7
Thisted 1.046 13,5 611 7,9 1,7
"""
    assert [head for _, head, _ in facts(text)[:5]] == [
        "Genbesøg / Antal",
        "Genbesøg / Pct.",
        "Nye besøg / Antal",
        "Nye besøg / Pct.",
        "Forskel til landet (procentpoint)",
    ]


def test_heads_whose_columns_have_sums_elsewhere_span_them() -> None:
    text = """
Tabel 11 Mængder (ton)
Fraktion 2031, kvartaler 2031 i alt 2030 i alt Ændring, % Behandling 2031
1. kvt. 2. kvt. 3. kvt. 4. kvt. Genbrugt Brændt
Rest 960 1.267 776 559 3.562 3.314 7,5 - 3.562
Mad 1.786 1.397 25 704 3.912 3.953 -1,0 3.577 335
Papir 177 696 1.147 1.274 3.294 3.471 -5,1 2.815 479
"""
    found = facts(text)
    assert ("Mad", "2031, kvartaler / 4. kvt.", "704") in found
    assert ("Papir", "2030 i alt", "3.471") in found
    assert ("Papir", "Behandling 2031 / Brændt", "479") in found


def test_a_unit_in_brackets_below_the_rest_of_a_wrapped_head_is_of_that_head() -> None:
    text = """
Tabel 3 Pladser
Kommune
Pladser Belægning Gns.
ophold
Normeret I drift 2031 2032 (dage)
Struer 18 16 88,4 % 91,0 % 21,3
Lemvig 14 14 90,2 % 94,7 % 18,6
Thisted 30 27 92,8 % 93,5 % 16,9
"""
    assert [head for _, head, _ in facts(text)[3:5]] == ["Belægning / 2032", "Gns. ophold (dage)"]


def test_years_of_one_thing_lie_near_each_other() -> None:
    text = """
Tabel 1 Havne og gæster
Havn Både Karakter Spild (pct.)
2030 2031 2030 2031
Skagen 742 731 7,6 7,7 4,9
Grenaa 618 602 7,0 7,1 6,4
Assens 556 549 7,3 7,2 5,8
"""
    heads = ["Både / 2030", "Både / 2031", "Karakter / 2030", "Karakter / 2031", "Spild (pct.)"]
    assert facts(text)[:5] == rows(heads, ("Skagen", "742 731 7,6 7,7 4,9"))


def test_a_bracketed_unit_is_of_the_head_that_a_line_end_tells_to_go_on() -> None:
    prose = "Havnen har i de seneste \når fået flere gæster end i \nårene før, og de bliver længere \ni havnen.\n"
    text = (
        prose
        + """Pladser og takster
Havn Pladser Takst pr. døgn (kr.) Vækst \n2030 2031 2030 2031 (pct.)
Skagen 1.214 1.240 186 191 2,1
Grenaa 1.562 1.588 204 210 2,5
Assens 388 402 150 157 4,7
"""
    )
    heads = ["Pladser / 2030", "Pladser / 2031", "Takst pr. døgn (kr.) / 2030", "Takst pr. døgn (kr.) / 2031"]
    assert facts(text)[:5] == rows([*heads, "Vækst (pct.)"], ("Skagen", "1.214 1.240 186 191 2,1"))
