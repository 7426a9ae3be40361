"""Lists of names with a value each, below the goal that they answer."""

import pytest
from goal_packets import CONTRACT, HALF_YEAR, REPORT, Pair, pairs, read, results

GOAL = "Ventetiden til en plads på højskolen må højst være 14 dage. Sidste år var den:\n\n"
NAMES = "     Nordby          12 dage\n     Sydby           17 dage\n     Øby             14 dage\n"
WAITED = [Pair(14, 12, "met"), Pair(14, 17, "not_met"), Pair(14, 14, "met")]


@pytest.mark.parametrize(
    "listed",
    [
        NAMES,
        "     Nordby ......... 12 dage\n     Sydby .......... 17 dage\n     Øby ............ 14 dage\n",
        "- Nordby: 12 dage\n- Sydby: 17 dage\n- Øby: 14 dage\n",
        "     By        Dage\n     Nordby    12\n     Sydby     17\n     Øby       14\n",
        f"{NAMES}     Vesterby        opgøres i maj\n",
    ],
    ids=["gaps", "leaders", "bullets", "a head", "a name without a value"],
)
def test_each_name_of_a_list_is_a_result_of_the_target_above(listed: str) -> None:
    assert pairs(read((REPORT, f"{GOAL}{listed}"))) == WAITED


def test_the_name_is_the_segment_of_its_result() -> None:
    assert [r.segment for r in results(read((REPORT, GOAL + NAMES)))] == ["Nordby", "Sydby", "Øby"]


def test_a_list_below_a_card_answers_its_target() -> None:
    text = (
        "Genbrug af haveaffald\n\nMål: Mindst 60 procent i hver by\n\nMetode: Vejning på pladserne\n\n"
        "Resultat:\n   Nordby      61,5 %\n   Sydby       58,2 %\n   Øby         63,0 %"
    )
    found = [Pair(60, 61.5, "met"), Pair(60, 58.2, "not_met"), Pair(60, 63, "met")]
    assert pairs(read((REPORT, text))) == found


def test_a_bound_that_ends_the_line_above_is_what_the_names_are_held_against() -> None:
    text = (
        "Vi har sat mål for kurserne.\n\n• Trænere, der har taget kursus i førstehjælp: mindst 90 %.\n"
        "   - Gymnastik: 94 %\n   - Håndbold: 81 %\n   - Fodbold og atletik: 90 %"
    )
    assert [p for p in pairs(read((HALF_YEAR, text), meeting=2031)) if p.result is not None] == [
        Pair(90, 94, "met"), Pair(90, 81, "not_met"), Pair(90, 90, "met"),
    ]  # fmt: skip


def test_several_values_of_a_name_are_told_apart_by_their_heads() -> None:
    rows = "Hold     Voksne   Øvrige\nNordby    97 %     88 %\nSydby     95 %     84 %\nØby       93 %     96 %"
    text = f"Målet er, at mindst 95 procent af medlemmerne har stemt.\n\n{rows}"
    found = [(r.segment, r.value) for r in results(read((REPORT, text)))]
    assert ("Nordby, Voksne", 97) in found
    assert ("Sydby, Øvrige", 84) in found
    assert len(found) == 6


@pytest.mark.parametrize(
    "listed",
    [
        "     Kvinder   41 %\n     Mænd      38 %\n     Børn      21 %\n",
        "     Nordby    1.200 kr.\n     Sydby     1.400 kr.\n     Øby       1.100 kr.\n",
        "  By     Indbyggere   Hold   Stævner\n  Nordby   61.300     81   17\n  Sydby   44.900   93   14\n"
        "  Øby   23.100   66   9\n",
        "     Nordby    181\n     Sydby     203\n     Øby       96\n",
    ],
    ids=["shares of one whole", "money", "counts side by side", "counts"],
)
def test_other_lists_answer_no_target(listed: str) -> None:
    text = f"Målet er, at mindst 90 procent af medlemmerne har stemt.\n\n{listed}"
    assert not [r for r in results(read((REPORT, text))) if r.target_id is not None and r.segment]


@pytest.mark.parametrize(
    ("goal", "count"),
    [("Der skal holdes mindst 4 ture i hver by.", 3), ("Der skal holdes mindst 12 ture i år.", 0)],
)
def test_counts_of_names_answer_only_what_is_asked_for_each(goal: str, count: int) -> None:
    text = f"{goal}\n\n     Nordby    5 ture\n     Sydby     4 ture\n     Øby       3 ture\n"
    assert sum(r.segment is not None for r in results(read((REPORT, text)))) == count


def test_of_values_beside_each_other_the_one_with_the_unit_asked_for_answers() -> None:
    text = (
        "Målet er, at mindst 95 procent af medlemmerne i hver by har stemt. Resultatet blev:\n\n"
        "     By        Svar     Overholdt\n     Nordby    402      96 procent\n"
        "     Sydby     588      97 procent\n     Øby       211      92 procent\n"
    )
    found = [(r.segment, r.value) for r in results(read((REPORT, text))) if r.segment]
    assert found == [("Nordby", 96), ("Sydby", 97), ("Øby", 92)]


def test_an_agreement_that_lays_down_a_bound_right_above_sets_the_target() -> None:
    text = (
        "Byernes samarbejdsaftale fastlægger, at borgeren får hjælpen inden for 14 dage. Tallene for maj er:\n\n"
        "By          Antal sager   Gennemsnitlig tid\nNordby      41            12 dage\nSydby       38            "
        "17 dage\nØby         29            14 dage"
    )
    assert pairs(read(("", text))) == WAITED


def test_a_list_of_the_report_answers_the_target_whose_name_stands_above_it() -> None:
    contract = (
        "Resultatkontrakt 2031\n\nMål 1. Hurtig visitation\nVisitationen skal være afsluttet senest 14 dage efter "
        "henvendelsen.\n\nMål 2. Kurser\nDer holdes 40 kurser om året."
    )
    told = "Byerne har sendt tal for visitationen. Der er forskel:\n\n"
    names = "- Nordby: 12 dage i gennemsnit\n- Sydby: 17 dage i gennemsnit\n- Øby: 14 dage i gennemsnit\n"
    found = pairs(read((CONTRACT, contract), (REPORT, f"Afrapportering for 2031\n\n{told}{names}")))
    assert [pair for pair in found if pair.result is not None] == WAITED
    other = told.replace("visitationen", "rengøringen")
    found = pairs(read((CONTRACT, contract), (REPORT, f"Afrapportering for 2031\n\n{other}{names}")))
    assert [pair for pair in found if pair.result is not None] != WAITED


def test_levels_answer_no_target_of_a_fall() -> None:
    text = (
        "Målet er, at udgiften pr. plads skal være reduceret med mindst 2 pct. i 2031.\n\nTabel 1. Takster\n\n"
        "Tilbud                 2030       2031     Belægning 2031\n"
        "Nordby                 2.541      2.518      97,1 %\n"
        "Sydby                  2.716      2.702      98,4 %\n"
        "Øby                    6.233      6.240      91,6 %\n"
    )
    assert [pair[:2] for pair in pairs(read((REPORT, text)))] == [(2, None)]


@pytest.mark.parametrize(
    "row", ["Besøg på kontoret i Lissabon: 41 grupper med 612 deltagere", "Kurser i huset: 90 deltagere"]
)
def test_a_row_of_other_figures_leads_no_list(row: str) -> None:
    told = f"Årets mål er nået.\n\nÅret i tal\n\n{row}\n\n- Nyhedsbreve: 622\n- Følgere: 5.380\n- Praktikanter: 8\n"
    agreed = "Spor 3. Webmøder\nHuset skal i 2031\n• have mindst 500 deltagere i webmøder\n• holde otte aftener\n"
    rows = pairs(read((REPORT, told), (CONTRACT, agreed)))
    assert [pair.result for pair in rows if pair.target == 500] == [None]


BOTH = """\
Strategien stiller krav om, at mindst 80 % af gæsterne er tilfredse med henholdsvis hallen og badet.

{label}
{one}:  83 %
{other}:  71 %
"""


@pytest.mark.parametrize("label", ["Resultat:", "Resultat 2031:", "Resultater:", "Opnået:", "Opnået i 2031:"])
def test_two_results_whose_names_the_goal_has_both_answer_it(label: str) -> None:
    text = BOTH.format(label=label, one="Hallen", other="Badet")
    assert pairs(read((REPORT, text))) == [Pair(80, 83, "met"), Pair(80, 71, "not_met")]


def test_two_results_of_other_things_are_no_list() -> None:
    text = BOTH.format(label="Resultat:", one="Deltagelse", other="Fremmøde")
    assert Pair(80, 71, "not_met") not in pairs(read((REPORT, text)))
