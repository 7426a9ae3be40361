"""Where a line of heads is cut that one space parts: years stay with their words, units with what they are of."""

import pytest
from test_tables_aligned import facts
from test_tables_typed import heads

from extractors.tables.typed.bound import is_bound, yearly_words
from extractors.tables.words import Placed, bands_of

COSTS = """
         Driftsudgifter, 1.000 kr.
                                        Regnskab                   Ændring
                                          2030 Budget 2031 Budget 2032 2031-32
          Lokaler                         3.512    3.660     3.755     95
          Kørsel                           386      310      350       40
          Trykkeri og porto                712      900      900        0
"""
ESTIMATES = """
         Driften fordelt på poster
                                                  Ændring i Budgetoverslag
          1.000 kr.              Budget 2031 Budget 2032 pct. 2033    2034
          Ledelse                     805     830      2,8    830     830
          Vejledere                  2.290   2.348     2,6   2.348    2.348
          Vikarer                     365     377      2,6    377     377
"""
PARTED = """
                                   Oprindeligt Nyeste Forventet
          Område                       budget    budget   resultat Afvigelse
          Skoler                       148,2     149,6    151,0      1,4
          Klubber                      231,5     232,1    232,9      0,8
          Haller                        38,4     38,4      41,7      3,3
"""


def test_a_year_stays_with_the_word_that_comes_again_with_another() -> None:
    found = facts(COSTS)
    assert found[("Kørsel",), ("Budget 2032",)] == "350"
    assert found[("Kørsel",), ("Ændring 2031-32",)] == "40"


def test_a_head_over_several_columns_may_follow_another_closely() -> None:
    found = facts(ESTIMATES)
    assert found[("Vejledere",), ("Ændring i pct.",)] == "2,6"
    assert found[("Vikarer",), ("Budgetoverslag", "2034")] == "377"


def test_heads_that_go_on_in_small_letters_stand_over_one_column_each() -> None:
    assert heads(PARTED)[-3:] == [("Oprindeligt", 0, 0), ("Nyeste", 1, 1), ("Forventet", 2, 2)]


@pytest.mark.parametrize(
    ("left", "right", "bound"),
    [
        ("Budget", "2031 Rest", True),
        ("Budget", "2031", False),
        ("Takst", "2031", True),
        ("Tilskud", "(kr.) Andel", True),
        ("Tilskud,", "1.000 kr.", True),
        ("Tilskud,", "Andel", False),
        ("Snit,", "12 uger", True),
        ("Snit,", "2031", False),
        ("Dage pr.", "1.000 huse", True),
        ("Dage pr.", "Huse", False),
    ],
)
def test_what_is_bound_to_the_words_before_it(left: str, right: str, bound: bool) -> None:
    assert is_bound(left, right, yearly_words(["Takst 2031 Takst 2032", "Budget 2031"])) is bound


ABSENCE = """
                                             Sygdom i pct. 1. kvartal
                                                                  Vækst i
          Sted                   Antal ansatte  2031      2032    pct.point
          Skole Nord                    64       7,2       6,5       -0,7
          Skole Syd                     51       6,4       7,1        0,7
          Haven                        102       8,9       8,0       -0,9
"""
CLOSE = """
                               Nedskrevet Forbrug pr. Forventet
         Område                  budget     30.6. regnskab Afvigelse Forbrug i pct.
         Busser og biler          14.750   10.912   14.890   (140)     74,0
         Taxa                     5.300    4.104    5.520    (220)     77,4
         Ventesale og opslag om kort 900    512      780      120      56,9
         Puljer                   5.150    3.018    4.700     450      58,6
"""


def test_a_head_of_shares_spans_the_years_and_no_counts_beside_them() -> None:
    assert heads(ABSENCE)[-1] == ("Sygdom i pct. 1. kvartal", 1, 2)


def test_a_line_of_heads_that_begins_where_long_labels_end_is_no_title() -> None:
    found = facts(CLOSE)
    assert found[("Taxa",), ("Nedskrevet budget",)] == "5.300"
    assert found[("Taxa",), ("Forbrug pr. 30.6.",)] == "4.104"
    assert found[("Taxa",), ("Forventet regnskab",)] == "5.520"


RATES = """
                                     Besøgende familier
                                                              Vækst i          Heraf    Besøg pr.
                                                                                            1.000
 Kommune                   Huse       2031          2032         pct.           børn    familier
 Nord                     1.171         42            49         16,7             23         41,8
 Syd                      4.929        238           220         -7,6             58         44,6
 Vest                     1.967         83            73        -12,0             31         37,1
"""


def test_the_round_number_of_a_rate_is_part_of_its_head() -> None:
    found = facts(RATES)
    assert found[("Syd",), ("Besøg pr. 1.000 familier",)] == "44,6"
    assert found[("Syd",), ("Besøgende familier", "2032")] == "220"


@pytest.mark.parametrize(("below", "value"), [("1.000", False), ("1.204", True)])
def test_a_number_below_pr_is_no_value_where_it_is_round(below: str, value: bool) -> None:
    words = [
        Placed(10.0, 10.0, 40.0, 20.0, "Besøg", 10.0, False, 0),
        Placed(42.5, 10.0, 55.0, 20.0, "pr.", 10.0, False, 0),
        Placed(30.0, 22.0, 55.0, 32.0, below, 10.0, False, 1),
    ]
    assert bands_of(words)[1].chunks[0].is_value is value


CYCLES = """
                           Medlemmer                  Aktive medlemmer             Frivil-
                                                        under 25 år                   lige
                     2031       2032   Forskel     2031     2032    Forskel
Roklubben            14,1       14,6       0,5      9,2       9,0      -0,2            3,1
Skakklubben          22,4       22,3      -0,1     17,7      18,0       0,3            2,8
Danseholdet          31,0       33,2       2,2     12,5      12,5       0,0            4,4
"""


def test_heads_span_the_lower_heads_that_come_again_as_a_whole() -> None:
    found = heads(CYCLES)
    assert ("Medlemmer", 0, 2) in found
    assert ("Aktive medlemmer", 3, 5) in found
    assert ("under 25 år", 3, 5) in found


def test_the_last_of_them_may_hold_one_head_more() -> None:
    text = """
                   2031                               2032                        Ventet
                                                                                     2033
Sted            Mål     Svar             Mål     Svar         Forskel
Nord             58          55           58          61            3              52
Syd              39          41           39          37           -2              36
"""
    assert ("2032", 2, 4) in heads(text)


@pytest.mark.parametrize(
    ("label", "rest", "name"),
    [
        ("Ture med", "fyrskibet", "Ture med fyrskibet"),
        ("Ture til øer,", "holme og skær", "Ture til øer,"),
        ("Ture med", "Opgjort i maj", "Ture med"),
        ("Ture med", "fyrskibet. Opgjort for alle havne og broer ved sundet.", "Ture med"),
    ],
)
def test_the_second_line_of_the_last_label_is_of_the_table(label: str, rest: str, name: str) -> None:
    text = f"""
Havn                               Budget     Regnskab
Slæbning af store skibe                12            9
Lodsning                                7            8
{label:<24}               3            4
{rest}

Havnene holder åbent."""
    assert facts(text)[(name,), ("Budget",)] == "3"


def test_a_head_over_years_stands_over_the_one_whose_part_is_told() -> None:
    text = """
                              Skibe                          Spild (pct.)
                                                                       1. halvår
Havn              Budget     Faktisk    Afvigelse           2030            2031
Skovby                22          21           -1            5,2             4,4
Strandby               9          11            2            6,0             5,1
"""
    found = facts(text)
    assert found[("Strandby",), ("Spild (pct.)", "1. halvår 2031")] == "5,1"
    assert found[("Strandby",), ("Spild (pct.)", "2030")] == "6,0"


RATE = """
                                      Pladser              Dage pr. 1.000 huse
  Havn                       2031          2033         2031              2032               Vækst i pct.
  Nordhavn                            24            26                 8,4               6,1               -27,4
  Sydhavn                             18            18                 5,9               6,3                 6,8
  Skanseodde                         112           121               11,2                9,0               -19,6
"""


def test_a_head_over_years_ends_where_they_turn_back() -> None:
    found = facts(RATE)
    assert found[("Sydhavn",), ("Dage pr. 1.000 huse", "2032")] == "6,3"
    assert found[("Sydhavn",), ("Pladser", "2033")] == "18"


ACCOUNTS = """
                                    Foreløbigt              Ventet
         Område                        budget Opdateret budget regnskab Forskel
         Skoler                       1.148,2    1.149,6    1.151,0   1,4
         Klubber                        231,5      232,1      232,9   0,8
         Haller                          38,4       38,4       41,7   3,3
"""


def test_two_accounts_are_never_one_head() -> None:
    found = facts(ACCOUNTS)
    assert found[("Klubber",), ("Opdateret budget",)] == "232,1"
    assert found[("Klubber",), ("Ventet regnskab",)] == "232,9"


BEHIND = """
                                                              Samlet Brugt til og            Både, der
 Projekt                        Havn             Løbetid      rammen  med 2031            deltager i
 Grønne kajer                Nordhavn        2031-2033          7,38              2,89                 62
 Lys på molen                Sydhavn         2031-2033          1,05              0,90                 85
 Is fra egen maskine        Vesthavn         2029-2032          4,20              2,02                 25
 Ny kran                      Sydhavn        2031-2033          2,67              0,81                 42
 I alt                                                         15,30              6,62                214
"""


def test_a_head_may_end_a_little_behind_its_column_of_labels() -> None:
    heads = {path for _, path in facts(BEHIND)}
    assert heads == {("Samlet rammen",), ("Brugt til og med 2031",), ("Både, der deltager i",)}


WIDE = """
                                    Antal pladser        Lejeprisen (1.000 kr.)

                                Budget Ventende            Budget Ventende
         Havn                    2032     2032  Forskel     2032     2032
         Nordhavn                28,0     28,6       0,6    1.042    1.055
         Sydhavn                 19,5     19,5       0,0    987      991
         Skanseodde              22,0     21,4      -0,6    1.120    1.134
"""


def test_a_head_inside_one_cell_is_not_parted() -> None:
    assert facts(WIDE)[("Sydhavn",), ("Lejeprisen (1.000 kr.)", "Ventende 2032")] == "991"
