"""Tables that set targets and results side by side."""

import pytest
from goal_packets import CONTRACT, HALF_YEAR, REPORT, Pair, made_packet, pairs, read, results, targets

from extractors.goals.flattened import grid_of_lines
from extractors.goals.gridded import read_grid_goals
from extractors.goals.papers import papers

HEAD = "Resultatmål\tMål 2031\tResultat 2031\tMålopfyldelse\tVurdering\n"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("1.1 Nye kunder\tmindst 60 %\t66 %\t100 %\tOpfyldt", Pair(60, 66, "met")),
        ("1.2 Klager\thøjst 12\t15\t80 %\tIkke opfyldt", Pair(12, 15, "not_met")),
        ("Forløb\t1.240\t1.180\t95 %\tIkke nået", Pair(1240, 1180, "not_met")),
        ("Tilskud\t24,5 mio. kr.\t26 mio. kr.\t100 %\tNået", Pair(24.5, 26, "met")),
        ("Kendskab\t50 %\t-\t-\tOpgøres i 2032", Pair(50, None, "unknown")),
    ],
)
def test_a_row_is_a_target_with_its_result(row: str, expected: Pair) -> None:
    assert pairs(read((REPORT, f"{HEAD}{row}"))) == [expected]


def test_gaps_set_cells_apart_as_tabs_do() -> None:
    text = (
        "Indikator              Måltal    Opnået\nNye kunder             60 %      66 %\nBesøg  "
        "                300       280"
    )
    assert pairs(read((REPORT, text))) == [Pair(60, 66, "met"), Pair(300, 280, "not_met")]


def test_a_flattened_table_is_read_by_its_values() -> None:
    text = (
        "Resultatmål Mål 2031 Resultat 2031 Målopfyldelse Vurdering\n1.1 Nye kunder mindst 60 % 66 % "
        "100 % Opfyldt\n"
        "1.2 Lange forløb 1.240 1.180 95 % Ikke nået"
    )
    assert pairs(read((REPORT, text))) == [Pair(60, 66, "met"), Pair(1240, 1180, "not_met")]


def test_numbers_of_goals_are_read_from_the_label() -> None:
    (target,) = targets(read((REPORT, f"{HEAD}3.2 Nye kunder\tmindst 60 %\t66 %\t100 %\tOpfyldt")))
    assert (target.goal_no, target.sub_no, target.metric, target.comparator) == ("3", "3.2", "Nye kunder", ">=")


def test_degree_and_verdict_of_their_columns_are_kept() -> None:
    (result,) = results(read((REPORT, f"{HEAD}Forløb\t400\t380\t95 %\tDelvist opfyldt")))
    assert (result.fulfilment_pct, result.status, result.stated_status) == (95, "not_met", "partly")


def test_counts_of_a_running_year_are_pending() -> None:
    text = "Mål\tMåltal 2031\tResultat pr. 1. juli\nForløb\t400\t180\nTilfredse\t80 %\t77 %"
    assert pairs(read((HALF_YEAR, text), meeting=2031)) == [Pair(400, 180, "pending"), Pair(80, 77, "not_met")]


@pytest.mark.parametrize(
    "text",
    [
        "Mål\tMetode\tResultat\nFlere kunder\tOpringning\tGodt i gang",
        "Område\tBudget 2031\tResultat 2031\nDrift\t12,4\t12,9",
        "Målgruppe\tAntal\tResultat\nUnge\t12\t14",
        "Pulje\tAntal ansøgninger\tTilsagn\tAfventer\nFyrfonden\t6\t2\t1\nHavnefonden\t4\t1\t2",
        "Målet er nået, og resultatet er 40.\nKunder\t12\t14",
        "Lokale Mål og Resultater for huset\nKunder 12 14",
    ],
)
def test_other_tables_are_left_alone(text: str) -> None:
    assert targets(read((REPORT, text))) == []


def test_blank_cells_at_the_end_of_a_row_cost_only_what_they_would_say() -> None:
    rows = f"{HEAD}Forløb\t400\t380\nBesøg\t300\t280\t93 %\tIkke nået"
    assert pairs(read((REPORT, rows))) == [Pair(400, 380, "not_met"), Pair(300, 280, "not_met")]


def test_rows_of_a_table_are_not_read_as_text_again() -> None:
    text = f"Mål 1 – Kunder\n\n{HEAD}1.1 Nye kunder\tmindst 60 %\t66 %\t100 %\tOpfyldt"
    assert pairs(read((REPORT, text))) == [Pair(60, 66, "met")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Indikator\t2030\tKrav\tOpnået 2031\nTil tiden\t88 %\t≥ 90 %\t91 %\nAflyst\t0,9 %\thøjst 0,8 %\t1,1 %",
            [Pair(90, 91, "met"), Pair(0.8, 1.1, "not_met")],
        ),
        (
            "\tBrandsyn\tKurser\nAftalt\t420\t36\nRealiseret\t433\t31\nÅret før\t410\t35",
            [Pair(420, 433, "met"), Pair(36, 31, "not_met")],
        ),
        (
            "KPI\t1. kvt.\t2. kvt.\t3. kvt.\tI alt\tÅrsmål\nMedlemmer\t12\t17\t9\t38\t60\nKurser\t2\t3\t2\t7\t7",
            [Pair(60, 38, "pending"), Pair(7, 7, "met")],
        ),
        (
            "Fag\tMåltal 2031\tOptag 2031\tOpfyldelse\nSkipper\t60\t45\t75 %\nStyrmand\t20\t21\t105 %",
            [Pair(60, 45, "not_met"), Pair(20, 21, "met")],
        ),
        (
            "Kommune\tIndbyggere\tTilsagn\tEtableret\nKøge\t61.200\t45\t47\nGreve\t51.000\t38\t33",
            [Pair(45, 47, "met"), Pair(38, 33, "not_met")],
        ),
        (
            "Indsats\t2030\t\t2031\t\n\tMål\tResultat\tMål\tResultat\nSkov\t120\t98\t140\t151\nSol\t15\t16\t20\t18",
            [
                Pair(120, 98, "not_met"), Pair(140, 151, "met"), Pair(15, 16, "met"), Pair(20, 18, "not_met"),
            ],
        ),
        (
            "Indsats\tUdgangspunkt 2028\t2030\t2031\tMål 2031\nSkov\t80\t98\t151\t140\nSol\t10\t16\t18\t20",
            [Pair(140, 151, "met"), Pair(20, 18, "not_met")],
        ),
        (
            "Aftalens mål\tResultat 2031\n45 nye firmaer er startet\t48\nHøjst 4 pct. er ledige\t4,6 %",
            [Pair(45, 48, "met"), Pair(4, 4.6, "not_met")],
        ),
        (
            "Sted\tSamlet\tGenbrug i pct. (ny)\tMål 2031 (pct.)\nNord\t412\t62\t55\nSyd\t374\t51\t55",
            [Pair(55, None, "unknown"), Pair(55, None, "unknown")],
        ),
        (
            "Sted\tKg\t\tGenbrug i pct.\t\tMål 2031 (pct.)\n\tSamlet\tRest\t2030\t2031\t\n"
            "Nord\t412\t190\t48\t62\t55\nSyd\t374\t180\t44\t51\t55",
            [Pair(55, 62, "met"), Pair(55, 51, "not_met")],
        ),
        (
            "Nr.\tMåltal\t2031\n1.1\tKorte forløb\t480\n1.2\tLange forløb\t165",
            [Pair(480, None, "unknown"), Pair(165, None, "unknown")],
        ),
    ],
)  # fmt: skip
def test_tables_of_goals_come_in_many_layouts(text: str, expected: list[Pair]) -> None:
    assert pairs(read((REPORT, text))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Post\tBudget 2031\tRegnskab 2031\tAfvigelse\nLøn\t5.900\t5.733\t-167\nDrift\t6.400\t6.712\t312",
        "Kommune\t2029\t2030\t2031\nKøge\t312\t298\t305\nGreve\t401\t422\t418",
        "Kommune\tKvote 2031\tModtaget\nKøge\t12\t14\nGreve\t8\t8",
        "Alder\tKvinder\tMænd\tI alt\nUnder 30 år\t41\t63\t104\n30-44 år\t88\t97\t185",
        "Fag\tMålgruppe\tResultat\nDansk\t12\t14\nEngelsk\t15\t16",
        "Område\tForventet\tRegnskab\nSkoler\t12,4\t12,9\nÆldre\t22,1\t21,8",
    ],
)
def test_ordinary_tables_set_no_targets(text: str) -> None:
    assert targets(read(("", text))) == []


@pytest.mark.parametrize(
    ("heads", "rows"),
    [
        (("Område", "Vægt (pct.)", "Beløb (kr.)"), (("Borgermål", "80", "9.000"), ("I alt", "100", "12.000"))),
        (("Emne", "Enhed", "Mål", "Resultat"), (("Ture", "75", "71,2", "72,9"), ("Kurser", "190", "87", "96"))),
    ],
    ids=["what goals count for", "heads over other columns than their values"],
)
def test_columns_of_something_else_set_no_targets(
    heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...]
) -> None:
    packet = made_packet((REPORT, "\n".join(map(" ".join, (heads, *rows)))))
    grid = grid_of_lines(0, heads, [(at, list(row)) for at, row in enumerate(rows, 1)], 1)
    assert read_grid_goals(packet, papers(packet)[0], [grid]) == []


def test_pledges_beside_no_result_are_targets_only_where_goals_are_spoken_of() -> None:
    text = "Hold\tBehov\tTilsagn\nForår\t214\t180\nEfterår\t198\t143"
    assert targets(read(("", text), title="Status på praktik")) == []
    assert [t.value for t in targets(read((CONTRACT, text)))] == [180, 143]


def test_where_a_table_tells_how_many_kept_within_the_aim_its_averages_are_no_results() -> None:
    text = (
        "Tabel 1: Svartid (uger) og overholdelse\nBrev\t2030\t2031\tInden for servicemål\tServicemål\n"
        "Klage\t3,1\t4,2\t88 pct.\t7 dage\nSpørgsmål\t1,4\t1,1\t94 pct.\t2 uger"
    )
    rows = read((REPORT, text))
    assert [(t.comparator, t.value, t.unit) for t in targets(rows)] == [("<=", 7, "dage"), ("<=", 2, "uger")]
    assert pairs(rows) == [Pair(7, None, "unknown"), Pair(2, None, "unknown")]


def test_lengths_of_time_are_held_against_each_other_in_their_own_units() -> None:
    text = (
        "Tabel 1: Svartider i dage\nBrev\tServicemål\tOpnået 2031\nKlage\t2 uger\t13,5\nSpørgsmål\t5 dage\t5,5\n"
        "Ansøgning\t1 måned\t28"
    )
    assert pairs(read((REPORT, text))) == [Pair(2, 13.5, "met"), Pair(5, 5.5, "not_met"), Pair(1, 28, "unknown")]


def test_a_stated_verdict_tells_that_less_is_better() -> None:
    text = "Indikator\tMål\tResultat\tOpfyldt\nDage i kø\t14\t12\tJa\nSager\t300\t290\tNej"
    rows = read((REPORT, text))
    assert [(t.comparator, t.value) for t in targets(rows)] == [("<=", 14), (">=", 300)]
    assert [r.status for r in results(rows)] == ["met", "not_met"]


def test_labels_above_their_values_are_read_in_flattened_text() -> None:
    text = (
        "Indikator 2030 Krav Opnået 2031 Vurdering\nRettidighed for\nfaste ruter\n88,1 % ≥ 90 % 91,3 % Opfyldt\n"
        "Aflyste ture 0,9 % højst 0,8 % 1,1 % Ikke opfyldt\nKlager pr. 10.000 1,4 < 1,5 1,2 Opfyldt"
    )
    rows = read((REPORT, text))
    assert pairs(rows) == [Pair(90, 91.3, "met"), Pair(0.8, 1.1, "not_met"), Pair(1.5, 1.2, "met")]
    assert [t.metric for t in targets(rows)] == ["Rettidighed for faste ruter", "Aflyste ture", "Klager pr. 10.000"]


def test_a_head_of_two_columns_of_labels_reads_no_row_whose_gaps_are_lost() -> None:
    text = "Målopfyldelse Mål Mål Resultat\n\nHele landet kr. 12 2024\n"
    assert [t for t in targets(read(("", text))) if t.value is not None] == []


@pytest.mark.parametrize("aim", ["Krav", "Loft", "Pejlemærke", "Tærskel"])
def test_any_word_for_an_aim_heads_a_flattened_table(aim: str) -> None:
    text = (
        f"Indikator 2030 {aim} Opnået 2031 Vurdering\nRettidighed for\nfaste ruter\n88,1 % ≥ 90 % 91,3 % Opfyldt\n"
        "Aflyste ture 0,9 % højst 0,8 % 1,1 % Ikke opfyldt\nKlager pr. 10.000 1,4 < 1,5 1,2 Opfyldt"
    )
    assert pairs(read((REPORT, text))) == [Pair(90, 91.3, "met"), Pair(0.8, 1.1, "not_met"), Pair(1.5, 1.2, "met")]


def test_rows_without_a_label_are_further_results_of_the_target_above() -> None:
    text = (
        "Nr.\tMål\tKrav\tResultat\tVurdering\n1\tSvar til tiden\t95 %\t97 % (nord)\tNået\n"
        "\t\t\t91 % (syd)\tIkke nået\n2\tFælles øvelser\t6\t7\tNået"
    )
    assert pairs(read((REPORT, text))) == [Pair(95, 97, "met"), Pair(95, 91, "not_met"), Pair(6, 7, "met")]


def test_levels_at_several_times_of_a_year_are_a_result_each() -> None:
    text = "Mål\tMåltal 2031\t1. kvt.\t2. kvt.\tVurdering\nFravær\thøjst 5 %\t6 %\t4 %\tOpfyldt\nHold\t30\t12\t9\t"
    rows = read((HALF_YEAR, text), meeting=2031)
    assert [(p.result, p.status) for p in pairs(rows) if p.target == 5] == [(6, "not_met"), (4, "met")]
    assert [r.period for r in results(rows)] == ["1. kvt.", "2. kvt."]


def test_a_row_that_says_in_words_that_it_has_no_target_is_a_result_alone() -> None:
    text = (
        "Mål\tMåltal 2031\tResultat 2031\nBesøg\t400\t412\nOmtale i avisen\t-\t146\n"
        "Frivillige\tfølges\t31 personer\nI alt\t-\t589"
    )
    assert pairs(read((REPORT, text))) == [Pair(400, 412, "met"), Pair(None, 31, "unknown")]


def test_the_level_that_aims_set_out_from_is_no_aim() -> None:
    text = (
        "Nøglemål 2031\n\nNr.  Nøglemål                  Enhed        Niveau i 2030     2031\n"
        " 1   Pladser i havnen          antal                33            40\n"
        " 2   Bro i god stand           procent              74            85\n"
        " 3   Både med kort             procent              61            65\n"
    )
    rows = read(("Nøglemål 2031", text))
    assert [pair.result for pair in pairs(rows)] == [None, None, None]
    assert [pair.target for pair in pairs(rows)] == [40, 85, 65]


def test_notes_below_a_table_make_no_second_row_of_its_lines() -> None:
    text = (
        "Opfølgning 2031\n\nAfsnit\tEmne\tAftalt\tOpgjort for 2031\tVurdering\n"
        "4.2\tFald i takst\t1,0 pct.\t1,4 pct.\tNået\n4.4\tVentetid\t75 dage\t94 dage\tIkke nået\n"
        "4.5\tBelægning\t96 pct.\t97,2 pct.\tNået\n\n"
        "Ad 4.2. Uden de nye pladser var faldet 1,1 pct.\n\nAd 4.4. Median er 61 dage.\n"
    )
    found = [pair[:2] for pair in pairs(read((REPORT, text))) if pair.target is not None]
    assert found == [(1, 1.4), (75, 94), (96, 97.2)]


def test_a_degree_of_fulfilment_beside_the_two_says_that_a_table_is_of_goals() -> None:
    table = "Hold\tDimensionering 2031\tIndgåede aftaler 2031{0}\nBuschauffør\t60\t51{1}\nHavnearbejder\t40\t42{2}"
    rows = read(("", table.format("\tOpfyldelse", "\t85 pct.", "\t105 pct.")), title="Orientering", meeting=2032)
    assert pairs(rows) == [Pair(60, 51, "not_met"), Pair(40, 42, "met")]
    assert targets(read(("", table.format("", "", "")), title="Orientering", meeting=2032)) == []


def test_of_single_months_the_last_answers() -> None:
    table = (
        "Mål\tMåltal\tMaj 2030\tMarts 2031\tMaj 2031\nUnge uden egen bolig\t240\t262\t251\t233\n"
        "Breve besvaret i tide, pct.\t80\t71\t76\t82\n"
    )
    found = [pair[:2] for pair in pairs(read((REPORT, table)))]
    assert found == [(240, 233), (80, 82)]


def test_a_head_with_the_name_of_the_aim_heads_what_came_about() -> None:
    text = "Havn\tVedtaget\tReduktionsmål 2033\tReduktion 2031\n"
    text += "Nordby\t2029\t70 pct.\t31 pct.\nSydby\t2030\t65 pct.\t66 pct."
    found = pairs(read((REPORT, text)))
    assert [(target, result) for target, result, _ in found] == [(70, 31), (65, 66)]


@pytest.mark.parametrize(
    ("said", "status"), [("Ikke opnået", "not_met"), ("Rød", "pending"), ("Endnu ikke opgjort", "pending")]
)
def test_what_a_row_says_in_words_counts_while_the_time_of_its_target_runs(said: str, status: str) -> None:
    text = f"Mål\tMål 2033\tResultat 2031\tVurdering\nKurser\t400\t318\t{said}\nTilfredse\t85 %\t91 %\tOpnået\n"
    assert [pair.status for pair in pairs(read((REPORT, text)))] == [status, "met"]


def test_the_aim_of_a_sheet_above_heads_no_column_of_the_next_table() -> None:
    text = (
        "Indikator\nSvartid på breve\n\nMåltal\n100 dage\n\nResultat\n112 dage i 2031\n\nVurdering\nIkke opnået\n\n"
        "Tabel 1. Husets aktivitet\n 2029 2030 2031 \nBreve 1.214 1.187 1.152 \nKurser 486 491 497 \n"
    )
    assert {pair.target for pair in pairs(read((REPORT, text)))} <= {100}


@pytest.mark.parametrize("house", ["Kommunen", "Regionen", "Hospitalet", "Hele kommunen"])
def test_the_house_itself_heads_what_was_reached_before_a_verdict(house: str) -> None:
    text = f"Indikator\tMål\t{house}\tFarve\n1.1 Glade gæster\t85 %\t79 %\tRød\n1.2 Nye elever\t40\t44\tGrøn\n"
    rows = read((REPORT, f"Overblik – 2. kvartal 2031\n\n{text}2.1 Sygefravær\t5,0 %\t4,7 %\tGrøn"))
    assert [pair[:2] for pair in pairs(rows)] == [(85, 79), (40, 44), (5, 4.7)]


def test_numbers_of_named_sub_goals_are_no_targets_though_another_column_names_the_rows() -> None:
    text = """\
Mål                           Indikator                                 Måltal 2031     Resultat 2031  Status
2.1 Hurtigere hjælp af        Tid fra opkald til skib i minutter    højst 9 minutter     11 minutter  Ikke
lodsen                                                                                                 nået
2.2 Faste folk om             Antal afløsere i alt                           højst 6             5,2   Nået
bord                          for hvert skib på 21
                              dage
2.3 Færre                     Andel ture for sent med            højst 13,5 pct.      14,1 pct.   Ikke
forsinkelser                  20 minutter blandt både på 40+                                           nået
2.4 Glade gæster              Andel af gæster i byen, som                   85 pct.         87 pct.   Nået
                              vil komme igen næste år
"""
    found = pairs(read((REPORT, text)))
    assert [pair[:2] for pair in found] == [(9, 11), (6, 5.2), (13.5, 14.1), (85, 87)]


WEIGHED = """Tabel 1: Lærlinge 2031

By Måltal 2031 {name} {behind}

Havby 120 96 {a}

Storby 80 84 {b}

Lilleby 40 38 {c}

I alt 240 218 {d}
"""


@pytest.mark.parametrize(
    ("name", "behind", "cells", "told"),
    [
        ("Tilgang 2031", "Målopfyldelse", ("80 %", "105 %", "95 %", "91 %"), True),
        ("Tilgang", "Afvigelse", ("-24", "4", "-2", "-22"), True),
        ("Tilgang 2030", "Målopfyldelse", ("80 %", "105 %", "95 %", "91 %"), False),
    ],
)
def test_the_column_from_which_degrees_are_reckoned_tells_the_results(
    name: str, behind: str, cells: tuple[str, ...], told: bool
) -> None:
    text = WEIGHED.format(name=name, behind=behind, **dict(zip("abcd", cells, strict=True)))
    rows = read((REPORT, text))
    found = pairs(rows)
    assert [pair.target for pair in found][:3] == [120, 80, 40]
    assert targets(rows)[-1].standing == ("in_force" if told else "total")
    assert [pair.result for pair in found] == ([96, 84, 38, 218] if told else [None] * len(found))


def test_a_value_behind_its_own_label_heads_no_column() -> None:
    text = (
        "Mål: Mindst 400 gæster\n\nStatus: 412\n\nMål: Svarrate på 60 %\n\nStatus: 57 %\n\n\n\nSalg 2028-2031\n\n"
        "Mio. kr. 2028 2029 2030 2031\nBillet 21,4 38,0 44,7 29,3\nTilskud 12,8 19,5 8,1 26,6\n"
        "I alt 34,2 57,5 52,8 55,9\n"
    )
    assert {pair.target for pair in pairs(read((REPORT, text)))} == {400, 60}


@pytest.mark.parametrize("head", ["Indfriet", "Nået", "Opnået i pct."])
def test_shares_of_counts_below_a_word_for_reached_are_degrees(head: str) -> None:
    text = f"Aktivitet\n\tMåltal 2031\t1. halvår\t{head}\nTure\t600\t330\t55 %\nKurser\t40\t18\t45 %\n"
    rows = read((HALF_YEAR, text))
    assert [(pair.target, pair.result) for pair in pairs(rows)] == [(600, 330), (40, 18)]
    assert [row.fulfilment_pct for row in results(rows)] == [55, 45]


def test_shares_of_shares_below_a_word_for_reached_are_results() -> None:
    text = "Tilfredshed\n\tMåltal 2031\tOpnået\nGæster\t80 %\t84 %\nSejlere\t70 %\t66 %\n"
    assert [(pair.target, pair.result) for pair in pairs(read((REPORT, text)))] == [(80, 84), (70, 66)]
