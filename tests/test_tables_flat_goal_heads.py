"""Flattened tables of goals and accounts: verdicts, the year of a base, what is left over, units of heads."""

from __future__ import annotations

import pytest
from flat_tables import facts, rows

VERDICTS = """
Tabel C. Krav til skibene
Nr. og krav Enhed Udfald
2030
Krav 2031 Udfald
2031
{head}
1 Sejladser til tiden pct. 88,4 ≥ 90,0 91,5 Ja
2 Aflyste sejladser pct. 1,4 ≤ 1,0 1,2 Nej
3 Klager pr. 10.000 gæster antal 7,5 ≤ 6,0 5,1 Ja
4 Svartid i havnen min. 4,1 ≤ 3,5 3,2 Ja
"""


@pytest.mark.parametrize("head", ["Mål opfyldt", "Mål nået?", "Opfyldt", "Status"])
def test_words_below_a_head_of_verdicts_are_no_part_of_the_next_row(head: str) -> None:
    found = facts(VERDICTS.format(head=head))
    assert [(row, head, value.replace("≥ ", "≥").replace("≤ ", "≤")) for row, head, value in found] == rows(
        ["Udfald 2030", "Krav 2031", "Udfald 2031"],
        ("1 Sejladser til tiden", "88,4 ≥90,0 91,5"),
        ("2 Aflyste sejladser", "1,4 ≤1,0 1,2"),
        ("3 Klager pr. 10.000 gæster", "7,5 ≤6,0 5,1"),
        ("4 Svartid i havnen", "4,1 ≤3,5 3,2"),
    )


GOALS = """
Mål 4-5, Kulturudvalget
Mål Indikator {base}
2029
Krav
2031
Udfald
2031
Status
{first}
bibliotekerne
Lånere, der kommer igen inden for
et år (pct.)
61 66 68 Opfyldt
Børn med lånerkort
(pct.)
72 75 71 Ikke
opfyldt
{second}
musikskolen
Elever på hold i
fritiden (antal)
410 450 452 Opfyldt
"""


@pytest.mark.parametrize("base", ["Udgangspunkt", "Baseline", "Begyndelse"])
@pytest.mark.parametrize(
    ("first", "second"),
    [("4. Flere skal bruge", "5. Flere børn går i"), ("Flere skal bruge", "Flere børn går i")],
)
def test_the_first_goal_and_the_year_of_the_base_are_of_their_own_rows(base: str, first: str, second: str) -> None:
    found = facts(GOALS.format(base=base, first=first, second=second))
    goal = f"{first} bibliotekerne"
    assert found == rows(
        [f"{base} 2029", "Krav 2031", "Udfald 2031"],
        (f"{goal} / Lånere, der kommer igen inden for et år (pct.)", "61 66 68"),
        (f"{goal} / Børn med lånerkort (pct.)", "72 75 71"),
        (f"{second} musikskolen / Elever på hold i fritiden (antal)", "410 450 452"),
    )


LEFT = """
Tabel C. Regnskab pr. bad (1.000 kr.)
Bad Udgift Indtægt {left} Ændring i {small}
fra 2030
{left} pr. gæst
(kr.)
Nordbadet 5.310 1.980 3.330 120 11
Sydbadet 4.270 1.310 2.960 -45 17
Skovbadet 3.650 740 2.910 180 26
Øvrige bade 9.400 2.150 7.250 310 21
"""


@pytest.mark.parametrize("left", ["Netto", "Saldo"])
def test_what_is_left_of_two_columns_is_no_change(left: str) -> None:
    found = facts(LEFT.format(left=left, small=left.lower()))
    assert list(dict.fromkeys(head for _, head, _ in found)) == [
        "Udgift", "Indtægt", left, f"Ændring i {left.lower()} fra 2030", f"{left} pr. gæst (kr.)",
    ]  # fmt: skip
    assert len(found) == 20


@pytest.mark.parametrize("units", ["Antal Pct.", "Kr. Pct.", "Antal Procent"])
def test_two_units_on_one_line_are_two_heads(units: str) -> None:
    text = f"""
Tabel D. Gæster fordelt på sted
Sted 2029 2030 2031 Ændring 2030-2031
{units}
Hytter 1.402 1.448 1.462 14 1,0
Telte 398 387 352 -35 -9,0
Kroer 141 146 151 5 3,4
I alt 1.941 1.981 1.965 -16 -0,8
"""
    heads = list(dict.fromkeys(head for _, head, _ in facts(text)))
    assert heads == ["2029", "2030", "2031", *(f"Ændring 2030-2031 / {unit}" for unit in units.split())]


@pytest.mark.parametrize("unit", ["(m)", "(km)", "(cm)", "(m2)"])
def test_a_unit_in_brackets_ends_its_head(unit: str) -> None:
    text = f"""
Tabel E. Krav til stierne
Sted Længste vej til
næste bænk {unit}
Bænke pr.
sti
Lys til
(kl.)
Byen 300 14 23
Skoven 800 6 20
Stranden 1.200 4 21
"""
    heads = list(dict.fromkeys(head for _, head, _ in facts(text)))
    assert heads == [f"Længste vej til næste bænk {unit}", "Bænke pr. sti", "Lys til (kl.)"]


STANDING = """
Tabel 3. Økonomi i 1.000 kr.
Post Budget 2029 Regnskab 2029 Afvigelse
Løn 4.210 4.198 12
Lokaler 612 640 -28
I alt 4.822 4.838 -16
Mål for indsatsen
Indikator Basis {goal} 2029 Status
Gårde i forløb 120 131 125
Nye medlemmer 40 44 45
Møder i netværk 12 12 13
"""


@pytest.mark.parametrize("goal", ["Mål", "Måltal", "Målsætning"])
def test_status_beside_a_goal_stands_over_numbers_and_the_table_above_ends(goal: str) -> None:
    found = [fact for fact in facts(STANDING.format(goal=goal)) if fact[0] not in ("Løn", "Lokaler", "I alt")]
    assert found == rows(
        ["Basis", f"{goal} 2029", "Status"],
        ("Gårde i forløb", "120 131 125"),
        ("Nye medlemmer", "40 44 45"),
        ("Møder i netværk", "12 12 13"),
    )


LONE_YEAR = """
Tabel 1: Pladser ved kajen 2031

 {head}

2031

Udlejede

pladser 2031

Forskel Opfyldelse

(pct.)

Havby 20 17 -3 85

Sundby 40 42 2 105

Vigby 16 12 -4 75

I alt 76 71 -5 93
"""


@pytest.mark.parametrize("head", ["Måltal", "Krav", "Norm"])
def test_a_year_alone_goes_on_the_head_of_what_was_to_be(head: str) -> None:
    assert facts(LONE_YEAR.format(head=head)) == rows(
        [f"{head} 2031", "Udlejede pladser 2031", "Forskel", "Opfyldelse (pct.)"],
        ("Havby", "20 17 -3 85"),
        ("Sundby", "40 42 2 105"),
        ("Vigby", "16 12 -4 75"),
        ("I alt", "76 71 -5 93"),
    )


def test_a_year_below_the_names_of_rows_stays_a_head() -> None:
    found = facts(LONE_YEAR.format(head="Havn"))
    assert {col for _, col, _ in found} == {"2031", "Udlejede pladser 2031", "Forskel", "Opfyldelse (pct.)"}
