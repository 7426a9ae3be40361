"""Tables of numbered goals: numbers with letters, and a goal whose values stand on the lines below its name."""

from test_tables_aligned import facts

GOALS = """
Nr.  Mål                                              Måltal 2031   Resultat 2031   Opfyldelse

Fælles mål
1a   Andel nye brugere                                40 %          44 %            100 %
1b   Kendskab i oplandet                              60 %          -               Måles 2032
2    Brugere ”godt tilfredse” med vejledningen,
     små foreninger                                   75 %          71 %            95 %
     store foreninger                                 75 %          79 %            100 %
3    Deltagere der har brugt egen instruktør          30 %          28 %            93 %

Lokale mål
4    Åbne aftener                                     120           131             100 %
5    Foreninger med mindst 5 hold                     22            19              86 %
6    Tilskud fra fonde (mio. kr.)                     3             4,2             100 %
"""


def test_numbers_with_letters_and_names_over_their_rows_are_read() -> None:
    found = facts(GOALS)
    assert found[("Fælles mål", "1a Andel nye brugere"), ("Resultat 2031",)] == "44 %"
    name = "2 Brugere ”godt tilfredse” med vejledningen,"
    assert found[(name, "små foreninger"), ("Måltal 2031",)] == "75 %"
    assert found[(name, "store foreninger"), ("Resultat 2031",)] == "79 %"
    assert found[("3 Deltagere der har brugt egen instruktør",), ("Opfyldelse",)] == "93 %"
    assert found[("Lokale mål", "6 Tilskud fra fonde (mio. kr.)"), ("Resultat 2031",)] == "4,2"
