"""Rows of flattened text whose numbered labels look like headings, wrapped labels and measures, and title rows."""

from __future__ import annotations

import pytest
from flat_tables import facts

PROSE = (
    "Havnerådet fik i foråret fremlagt planen for de kommende \nårs indsats, som nu er sat i gang i alle havne "
    "\nlangs kysten. Den følges op hvert halve år, og tallene \nstår nedenfor.\n"
)


def test_wrapped_labels_that_are_numbered_are_no_headings() -> None:
    text = """
Tabel 2 Havnens mål
Nr. Mål 2031 2032 Landstal
Gæster
1.1 Gæster pr. bådplads 41 44 40
1.2 Gæster, der gerne vil
anbefale havnen
71 % 78 % -
Drift
2.1 Både på land om vinteren i de
store haller
310 322 298
"""
    assert ("Gæster / 1.2 Gæster, der gerne vil anbefale havnen", "2032", "78 %") in facts(text)
    assert ("Drift / 2.1 Både på land om vinteren i de store haller", "Landstal", "298") in facts(text)
    assert len(facts(text)) == 9


def test_the_first_row_below_the_heads_may_be_wrapped() -> None:
    text = """
Tabel 1. Mål for havnen
Nr. Mål Måltal 2031 Resultat 2031 Status
1.1 Gæster, som får plads på selve
dagen
90 pct. 82 pct. Rød
1.2 Svartid højst 5 dage 4 dage Grøn
1.3 Nye både 40 44 Grøn
"""
    assert ("1.1 Gæster, som får plads på selve dagen", "Resultat 2031", "82 pct.") in facts(text)
    assert len(facts(text)) == 6


def test_a_numbered_goal_names_its_row_in_place_of_what_measures_it() -> None:
    text = (
        PROSE
        + """Oversigt
Mål Indikator Måltal 2031 Resultat 2.
kvartal
Status
1.1 Flere gæster Antal overnatninger i alle
havne
880 892 Opfyldt
1.2 Kort ventetid til \nsommerpladser
Ventetid i uger fra ansøgning
højst 6 7 Ikke \nopfyldt
1.3 Trivsel Antal kurser 30 31 Opfyldt
"""
    )
    rows = {row for row, _, _ in facts(text)}
    assert rows == {"1.1 Flere gæster", "1.2 Kort ventetid til sommerpladser", "1.3 Trivsel"}
    assert ("1.2 Kort ventetid til sommerpladser", "Resultat 2. kvartal", "7") in facts(text)


def test_a_bare_number_before_a_wrapped_line_is_of_the_label() -> None:
    text = (
        PROSE
        + """Oversigt
Emne Mål 2031 Resultat 2031
Besøg hos nye gæster inden for 14 \ndage
85 91
Både på land 60 61
Gæster 810 850
"""
    )
    assert ("Besøg hos nye gæster inden for 14 dage", "Resultat 2031", "91") in facts(text)


def test_a_measure_goes_on_in_the_next_line_and_the_row_below_it() -> None:
    text = (
        PROSE
        + """Oversigt
Emne Mål 2031 Status 2030 Status 2031
Gæster 810 790 850
Både 60 55 61
Udgift til vikarer højst 12 mio. \nkr.
14 mio. kr. 13 mio. kr.
"""
    )
    assert ("Udgift til vikarer", "Mål 2031", "højst 12 mio. kr.") in facts(text)
    assert ("Udgift til vikarer", "Status 2031", "13 mio. kr.") in facts(text)


@pytest.mark.parametrize("title", ["Mål for havne 1", "Svar inden for 5 minutter"])
def test_a_title_that_ends_in_a_number_is_no_row(title: str) -> None:
    text = f"""
{title}
Havn Udgangspunkt 2029 Mål 2030 Status 2030 Mål 2031
Skagen 71 76 78 80
Grenaa 64 66 65 70
Assens 310 260 255 240
"""
    assert {row for row, _, _ in facts(text)} == {"Skagen", "Grenaa", "Assens"}
    assert len(facts(text)) == 12


def test_ordinals_of_quarters_leave_a_line_of_heads_one() -> None:
    text = """
Tabel 2. Tal fra havnene
Nøgletal 2. kvartal 2029 2. kvartal 2030 2. kvartal 2031 Ventet 2031
Gæster 2.214 2.176 2.148 2.160
Både 903 861 822 830
"""
    assert ("Gæster", "2. kvartal 2031", "2.148") in facts(text)
    assert len(facts(text)) == 8


@pytest.mark.parametrize("value", ["0,4 point", "865 l/min.", "2.110 m³", "43 min.", "132 virksomheder", "81 MWh"])
def test_measures_are_part_of_values(value: str) -> None:
    text = f"""
Tabel 1 Mål
Emne Mål Resultat
Forløb 450 512
Udbytte {value} {value}
Kurser 60 61
"""
    assert ("Udbytte", "Resultat", value) in facts(text)
    assert len(facts(text)) == 6
