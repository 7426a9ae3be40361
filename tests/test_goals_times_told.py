"""The times of targets and results: of a year before, of one to come, put off, and of the next year of two."""

import pytest
from goal_packets import CONTRACT, REPORT, Pair, pairs, read, results, targets


def test_a_year_beside_another_without_its_verb_is_as_long_over() -> None:
    text = (
        "Måltallet er 85 pct. I 2029 blev fristen holdt i 61 pct. af sagerne og i 2030 i 68 pct. I 2031 nåede "
        "andelen op på 79 pct.\n"
    )
    assert pairs(read((REPORT, f"Mål 2 – Frister\n\n{text}"))) == [Pair(85, 79, "not_met")]


def test_a_goal_from_a_year_on_is_not_answered_by_what_was_before() -> None:
    text = (
        "Målet om 12 koncerter blev nået med 14 koncerter.\n\nUdgiften til vikarer er bragt ned fra 14,2 til 9,1 "
        "mio. kr. Fra 2033 er det udvalgets mål, at der højst bruges 6 mio. kr. på vikarer om året.\n"
    )
    assert Pair(6, None, "pending") in pairs(read(("", text), meeting=2031))


@pytest.mark.parametrize(
    "told", ["Målingen er udskudt til efteråret 2032.", "Målet gøres op ved aftalens udløb. Der er holdt 9 møder."]
)
def test_a_measurement_that_is_put_off_is_pending(told: str) -> None:
    text = f"Mål 3 – Frivillige\nMål: Huset har mindst 110 frivillige.\nResultat: {told}\n"
    assert [pair for pair in pairs(read((REPORT, text))) if pair.target] == [Pair(110, None, "pending")]


def test_a_measurement_that_is_told_is_a_result() -> None:
    goal = "Mål 3 – Frivillige\nMål: Huset har mindst 110 frivillige.\n"
    text = f"{goal}Resultat: Ved målingen var der 116 frivillige.\n"
    assert Pair(110, 116, "met") in pairs(read((REPORT, text)))


def test_the_number_of_a_later_year_leaves_out_its_noun() -> None:
    text = "Foreningen skal have 170 betalende klubber ved udgangen af 2031 og 190 ved udgangen af 2032."
    rows = read((CONTRACT, text), meeting=2031)
    assert [(target.value, target.unit) for target in targets(rows)] == [(170, "klubber"), (190, "klubber")]
    assert "2032" in (targets(rows)[1].period or "")


def test_what_was_had_in_an_earlier_year_is_no_target() -> None:
    text = "Foreningen skal have 170 betalende klubber ved udgangen af 2031. Den havde 150 i 2029 og 160 i 2030."
    assert [target.value for target in targets(read((CONTRACT, text), meeting=2031))] == [170]


def test_a_clause_about_an_earlier_year_tells_of_that_year() -> None:
    text = (
        "Mål 5 – Økonomi\nMål: Dækningsgraden skal i 2031 være mindst 44 pct.\n"
        "Resultat: Dækningsgraden var 43,1 pct. Målet er skærpet fra 2030, hvor målet var "
        "42 pct., og vi nåede 43,6 pct.\n"
    )
    assert Pair(44, 43.1, "not_met") in pairs(read((REPORT, text)))


def test_what_stands_between_a_goal_and_its_results_says_what_was_to_be() -> None:
    text = (
        "Mål 5: Samlinger\n\n85 % af husets genstande er ved udgangen af 2031 registreret digitalt.\n\nResultat\n\n"
        "Registreringen er nået op på 88 %.\n\nMål 6: Gæster\n\nHuset skal have 40.000 gæster i 2031.\n\n"
        "Resultat\n\nDer kom 41.500 gæster.\n"
    )
    assert Pair(85, 88, "met") in pairs(read(("Årsrapport 2031", text)))


def test_a_point_of_an_agreement_before_its_first_mark_is_a_target() -> None:
    text = (
        "Driftsaftale 2031\n\nKvalitet\n• Patienternes samlede tilfredshed er mindst 4,1 i 2031.\n"
        "• Mindst 80 pct. af patienterne udredes i tide.\n\nDriftsmål\n• Andelen af digitale besøg skal være "
        "mindst 15 pct. i 2031.\n• Fraværet nedbringes til højst 5 pct.\n"
    )
    rows = read(("Driftsaftale 2031", text), meeting=2031)
    assert 4.1 in [float(target.value or 0) for target in targets(rows)]
    assert results(rows) == []
