"""Typed tables whose cells bind a value, whose heads are years, or whose labels read like sentences."""

from test_tables_aligned import facts

BOUND = """
Emner i 2031

                                             Mål 2031        2031          2030

Anmeldte skader pr. 1.000
ansatte                                      højst 35        41            38
Påbud                                        0               2             1
Ledere med kursus i arbejds-
miljø                                        100 %           94 %          91 %
Trivsel (skala 0-100)                        mindst 72       74            -
"""


def test_a_bound_is_part_of_its_value_and_a_year_behind_a_word_is_a_head() -> None:
    found = facts(BOUND)
    assert found[("Anmeldte skader pr. 1.000 ansatte",), ("Mål 2031",)] == "højst 35"
    assert found[("Ledere med kursus i arbejdsmiljø",), ("2031",)] == "94 %"
    assert len(found) == 12


COUNTED = """
Nr.  Emne                                 Måltal 2032   Året 2031    Status        Vurdering
1    Fravær, alle ansatte                 højst 4,8 %   5,3 %        5,1 %         Ikke nået
2    Ledere, der har været på kursus      mindst 80 %   76 %         78 %          Ikke nået
     og stadig er ansat efter et år
3    Ansatte på fuld tid                  mindst 62 %   58,9 %       60,3 %        Delvist nået
"""


def test_rows_with_numbers_may_read_like_sentences() -> None:
    found = facts(COUNTED)
    label = "2 Ledere, der har været på kursus og stadig er ansat efter et år"
    assert found[(label,), ("Status",)] == "78 %"
    assert found[("3 Ansatte på fuld tid",), ("Året 2031",)] == "58,9 %"


LETTERED = """
Mål                                            Måltal 2031          Status, marts 2031
A. Samarbejde med virksomheder, i
gennemsnit for året                            42 pct.              42,8 pct.
B. Borgere i virksomhedsrettet tilbud som
andel af alle                                  mindst 65 pct.       59 pct.
C. Hold til borgere på dagpenge, der er
begyndt i året                                 150                  44
"""


def test_the_first_line_of_a_label_may_read_like_running_text() -> None:
    found = facts(LETTERED)
    assert found[("B. Borgere i virksomhedsrettet tilbud som andel af alle",), ("Status, marts 2031",)] == "59 pct."
    assert len(found) == 6


AGAIN = """
Mål: Mindst 90 % svarer
                 NORD       SYD        VEST       I alt
1. halvår 2032   79 %       88 %       91 %       84 %
1. halvår 2031   86 %       90 %       93 %       88 %

Mål: Mindst 95 % svarer til tiden
                 NORD       SYD        VEST       I alt
1. kvartal 2032  81 %       86 %       83 %       82 %

Mål: Højst 5 %
                 NORD       ØST        VEST       I alt
1. kvartal 2032  7 %        6 %        5 %        6 %
"""


def test_a_row_alone_below_heads_that_are_printed_again_is_a_table() -> None:
    found = facts(AGAIN)
    assert found[("1. kvartal 2032",), ("SYD",)] == "86 %"
    assert len(found) == 12
