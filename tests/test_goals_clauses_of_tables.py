"""Flattened tables of targets alone in an agreement: where they end, and what does not answer them."""

from goal_packets import CONTRACT, REPORT, pairs, read, targets

TABLE = """\
§ 3. Resultatmål

{group}
Nr. Resultatmål Måltal
1 Borgere, der har været på kursus,
mindst 140 borgere
2a Andel, der er tilfredse med
forløbet, mindst 85 %
2b Gæster i udstillingen 36.000
3 Egen indtægt 4,5 mio. kr.
4 Styregruppen mødes, og referatet lægges
på nettet 3 gange

§ 4. Betaling
Kommunerne betaler den 1. marts.

Bidrag 2031 (kr.)
Aalby 412.000
Bakkerup 1.190.000
Dalstrup 733.000
"""
TEXT = TABLE.format(group="Nationale mål")


def test_labels_go_on_over_lines_and_the_next_clause_ends_the_table() -> None:
    found = targets(read((CONTRACT, TEXT)))
    assert [float(row.value or 0) for row in found] == [140, 85, 36000, 4.5, 3]
    assert [row.sub_no for row in found][1:3] == ["2a", "2b"]


def test_goals_that_all_such_agreements_share_are_in_force() -> None:
    assert {row.standing for row in targets(read((CONTRACT, TEXT)))} == {"in_force"}


def test_what_others_pay_answers_no_target_of_money() -> None:
    assert all(pair.result is None for pair in pairs(read((CONTRACT, TEXT))))


def test_a_report_on_the_year_before_answers_nothing_of_the_next_agreement() -> None:
    report = "Mål 2: Gæster\n\nDer kom 31.000 gæster i udstillingen, og 88 % er tilfredse med forløbet.\n"
    found = pairs(read(("Årsrapport 2030", report), (CONTRACT, TEXT), title="Rapport og kontrakt"))
    assert not [pair for pair in found if pair.target in (85, 36000) and pair.result is not None]


def test_the_unemployed_who_are_helped_are_no_burden() -> None:
    text = "Nr. Resultatmål Måltal\n1 Ledige, der begynder på et kursus 400\n2 Kurser 30\n"
    assert [row.comparator for row in targets(read((REPORT, text)))][:1] != ["<="]
