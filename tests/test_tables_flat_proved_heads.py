"""Which flattened heads span others: told by sums, differences and shares, and by where a wrapped head goes on."""

from __future__ import annotations

import pytest
from flat_tables import facts, packet, rows

from extractors.tables.flat.extract import find_flat_tables
from extractors.tables.flat.proofs import Proofs, misfits_units


def test_differences_tell_which_head_reaches_down_beside_the_others() -> None:
    text = """
Tabel 1: Kontingent, pct.
Forening Medlemmer Aktive medlemmer
under 25 år
Frivil-
lige
2031 2032 Forskel 2031 2032 Forskel
Roklubben 14,1 14,6 0,5 9,2 9,0 -0,2 3,1
Skakklubben 22,4 22,3 -0,1 17,7 18,0 0,3 2,8
Danseholdet 31,0 33,2 2,2 12,5 12,5 0,0 4,4
Spejderne 18,6 18,1 -0,5 15,3 15,9 0,6 5,0
"""
    heads = [head for _, head, _ in facts(text)][:7]
    assert heads[2] == "Medlemmer / Forskel"
    assert heads[5] == "Aktive medlemmer under 25 år / Forskel"
    assert heads[6].startswith("Frivil")


def test_a_head_that_ends_on_the_line_of_lower_heads_spans_none_of_them() -> None:
    text = """
Tabel 2: Vandprøver, gennemsnit
Bassin Klor Temperatur Godkendte,
Krav Målt Krav Målt pct.
Øst 1,0 1,1 26,0 26,4 97,2
Vest 1,5 1,4 28,0 27,6 91,5
Syd 1,0 0,9 26,0 25,1 88,8
"""
    assert facts(text)[:5] == rows(
        ["Klor / Krav", "Klor / Målt", "Temperatur / Krav", "Temperatur / Målt", "Godkendte, pct."],
        ("Øst", "1,0 1,1 26,0 26,4 97,2"),
    )


def test_the_only_shares_tell_what_the_heads_behind_a_wrapped_head_are_below() -> None:
    text = """
Tabel 3: Lånere
Filial Maj
2031
Maj
2032
Bevægelse Mål
2033 Antal Pct.
Torvet 402 410 8 2,0 % 415
Havnen 268 251 -17 -6,3 % 260
Skoven 91 99 8 8,8 % 100
"""
    assert [(head, value) for _, head, value in facts(text)][:5] == [
        ("Maj 2031", "402"),
        ("Maj 2032", "410"),
        ("Bevægelse / Antal", "8"),
        ("Bevægelse / Pct.", "2,0 %"),
        ("Mål 2033", "415"),
    ]


def test_sums_and_differences_tell_how_lower_heads_are_shared_out() -> None:
    text = """
Tabel 4: Tilskud, kr.
Forening Grundlag Støtte 2032 Støtte 2031 Ændring Kr. pr.
Medlemmer medlem
pr. 1. juni
Hold
2031
Efter
medlemmer
Efter
hold
I alt Antal Pct.
Roning 1.412 61 8.420 4.005 12.425 12.013 412 3,4 % 8,8
Skak 730 22 4.353 1.444 5.797 5.612 185 3,3 % 7,9
Dans 2.004 90 11.950 5.909 17.859 18.201 -342 -1,9 % 8,9
Sang 611 18 3.643 1.182 4.825 4.799 26 0,5 % 7,9
"""
    heads = [head for _, head, _ in facts(text)][:9]
    assert heads == [
        "Grundlag / Medlemmer pr. 1. juni",
        "Grundlag / Hold 2031",
        "Støtte 2032 / Efter medlemmer",
        "Støtte 2032 / Efter hold",
        "Støtte 2032 / I alt",
        "Støtte 2031",
        "Ændring / Antal",
        "Ændring / Pct.",
        "Kr. pr. medlem",
    ]


def test_the_last_group_may_begin_as_the_others_and_go_on_otherwise() -> None:
    text = """
Forbrug på værkstederne
Værksted Type Plan 2031 Skøn 2031 Afvigelse
Hold Pris
(1.000
kr.)
Udgift
(mio. kr.)
Hold Pris
(1.000
kr.)
Udgift
(mio. kr.)
Hold mio. kr.
Keramik A 12,0 210 2,5 13,0 208 2,7 1,0 0,2
Tekstil B 8,0 175 1,4 7,5 180 1,4 -0,5 0,0
Træ og metal C 20,0 330 6,6 21,0 330 6,9 1,0 0,3
"""
    heads = [head for _, head, _ in facts(text)][:8]
    assert heads[:2] == ["Plan 2031 / Hold", "Plan 2031 / Pris (1.000 kr.)"]
    assert heads[5:] == ["Skøn 2031 / Udgift (mio. kr.)", "Afvigelse / Hold", "Afvigelse / mio. kr."]


def test_a_head_of_differences_spans_nothing_they_are_reckoned_from() -> None:
    text = """
Tabel 5: Drift
Hus Afvigelse Plan
Vedtaget Regnskab Mio. kr. Pct.
Nord 120,4 118,2 -2,2 -1,8
Syd 88,0 91,5 3,5 4,0
Vest 45,7 45,1 -0,6 -1,3
"""
    assert not any(head.startswith("Afvigelse / Vedtaget") for _, head, _ in facts(text))


def test_words_that_come_again_on_a_line_of_their_own_begin_a_head() -> None:
    text = """
Plan for bygninger
Nr. Opgave Ventet udgift
2031, 1.000 kr.
Ventet udgift
2032, 1.000 kr.
1 Nyt tag på hallen ved åen 480 1.720
2 Maling af skolens vinduer 215 1.030
3 Asfalt på parkeringspladsen 130 345
"""
    heads = [head for _, head, _ in facts(text)][:2]
    assert heads == ["Ventet udgift 2031, 1.000 kr.", "Ventet udgift 2032, 1.000 kr."]


def test_years_behind_codes_of_a_budget_are_heads() -> None:
    text = """
Tabel 6: Driftsplan
1.000 kr. (2031-priser) B 2031 BF 2032 BO 2033 BO 2034
Personale 7.310 7.455 7.520 7.605
Bygninger 1.140 1.165 1.190 1.215
Salg (450) (460) (470) (480)
"""
    assert facts(text)[:4] == rows(
        ["B 2031", "BF 2032", "BO 2033", "BO 2034"], ("Personale", "7.310 7.455 7.520 7.605")
    )


def test_two_points_stand_for_a_value_that_is_not_told() -> None:
    text = """
Tabel 7: Ledige, pct.
Sogn 2031 2032 Unge
Aa 3,1 3,0 7,1
Bæk 2,8 2,7 ..
Dal 2,2 2,4 6,0
"""
    found = facts(text)
    assert ("Bæk", "2032", "2,7") in found
    assert {label for label, _, _ in found} == {"Aa", "Bæk", "Dal"}


def test_a_name_with_a_number_names_a_group_where_all_values_have_decimals() -> None:
    text = """
Tabel 8: Ledige, pct.
Sogn 2031 2032 Unge
Distrikt 3
Aa 3,1 3,0 7,1
Bæk 2,8 2,7 5,5
Øvrige sogne
Dal 2,2 2,4 6,0
Eng 2,9 2,4 6,1
"""
    labels = [label for label, _, _ in facts(text)][::3]
    assert labels == ["Distrikt 3 / Aa", "Distrikt 3 / Bæk", "Øvrige sogne / Dal", "Øvrige sogne / Eng"]


@pytest.mark.parametrize("last", ["Pladser Mål", "Plads Mål"])
def test_equal_heads_that_nothing_tells_apart_refuse_the_table(last: str) -> None:
    text = f"""
Tabel 9: Tider
Vagt Start Slut {last}
Plan Målt Plan Målt
Dag 1,0 1,1 6,0 6,4 7,2 8,1
Nat 1,5 1,4 8,0 7,6 9,5 8,8
Aften 1,0 0,9 6,0 5,1 8,8 8,2
"""
    grids, findings = find_flat_tables(packet(text))
    assert grids == []
    assert [finding.rule for finding in findings] == ["table_refused"]


def test_the_unit_behind_the_comma_of_a_label_is_no_value() -> None:
    text = """
Ekstra indtægt mod plan
Plan 2031 Skøn 2032 Ekstra
Svømning, 1.000 kr. 21.300 21.730 430
Cafe, 1.000 kr. 9.115 9.265 150
I alt 30.415 30.995 580
"""
    assert [head for _, head, _ in facts(text)][:3] == ["Plan 2031", "Skøn 2032", "Ekstra"]
    assert len(facts(text)) == 9


def test_the_first_year_is_that_of_the_base() -> None:
    text = """
Resultatmål for haven
Mål Enhed Baseline 2031 2033 2034
Stier km 21 33 42
Besøg antal 710 980 1.250
Tilfredshed pct. 68 77 83
"""
    assert facts(text)[:3] == rows(["Baseline 2031", "2033", "2034"], ("Stier", "21 33 42"))


def test_one_line_between_rows_below_two_heads_of_labels_begins_a_label() -> None:
    text = """
Tabel 10. Anlæg ved kysten (mio. kr.)
Projekt Kommune Udgift Støtte
Bro ved Øre Struer 12,2 5,1
Mole i Nor Lemvig 31,4 11,0
Havnemur Skive 22,5 8,3
Sand ved Hvidbjerg
Klit Struer 7,7 2,6
Pumpe Viborg 9,8 3,1
"""
    labels = [label for label, _, _ in facts(text)][::2]
    assert labels[3].startswith("Sand ved Hvidbjerg Klit")


def test_a_head_in_percent_stands_over_no_thousands() -> None:
    paths = [("Budget", "Vedtaget"), ("Budget", "Pct."), ("Rest",)]
    assert misfits_units(paths, Proofs(thousands=frozenset({0, 1})))
    assert not misfits_units([("Fordelt efter areal (60 pct.)",)], Proofs(thousands=frozenset({0})))


def test_months_are_heads_of_columns_and_of_no_labels() -> None:
    text = """
Tabel 1 Ventende
Kommune Jan. Feb. Mar. Apr.
Struer 3 2 4
Lemvig 1 0 1
Thisted 11 14 9
"""
    assert facts(text) == []


def test_what_ends_when_may_stand_over_years() -> None:
    text = """
Tabel 1 Lån
Lån Rente (pct.) Rest 2030 Rest 2031 Udløb
Havnen 1,85 21.430 18.966 2043
Skolen 0,42 8.800 6.600 2038
"""
    assert ("Havnen", "Rest 2031", "18.966") in facts(text)


def test_the_head_over_what_a_difference_is_reckoned_from_spans_it() -> None:
    text = """
Tabel 8 Udgift og indtægt pr. linje
Linje Udgift Indtægt Afvigelse,
udgift
Dækning,
Budget Ventet pct.
Linje 1A 35.301 35.251 -12.361 -50 35
Linje 11 13.722 14.023 -3.911 301 28
Linje 12 14.834 14.929 -2.622 95 18
Linje 14 8.055 8.635 -1.717 580 20
"""
    heads = ["Udgift / Budget", "Udgift / Ventet", "Indtægt", "Afvigelse, udgift", "Dækning, pct."]
    assert facts(text)[5:10] == rows(heads, ("Linje 11", "13.722 14.023 -3.911 301 28"))


def test_numbers_of_notes_at_the_end_of_rows_are_no_values() -> None:
    text = """
Tabel 2 Resultat
Ordning Regnskab
2030
2031 Budget 2032 Note
Budget Regnskab Afvigelse
Rest og mad 61.204 62.900 63.377 -477 65.100 3
Papir og pap 38.915 40.150 38.042 2.108 40.800
Storskrald 9.640 9.900 10.315 -415 10.200
"""
    heads = ["Regnskab 2030", "2031 / Budget", "2031 / Regnskab", "2031 / Afvigelse", "Budget 2032"]
    assert facts(text)[:5] == rows(heads, ("Rest og mad", "61.204 62.900 63.377 -477 65.100"))
    assert len(facts(text)) == 15
