"""Flattened tables of goals whose rows begin with the numbers of the goals."""

import pytest
from goal_packets import HALF_YEAR, REPORT, Pair, findings, pairs, read, results, targets

WRAPPED = "Nr. Delmål Udgangspunkt\n2030\nMål\n2031\nStatus\njuni 2031\nVurdering\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{WRAPPED}Mål 1 – Trygge skoleveje\n1.1 Andel skolebørn, der cykler\ntil skole\n"
            "38 % 45 % 41,5 % Ikke nået\n"
            "1.2 Nye krydsninger (antal i året) 14 20 23 Nået\nMål 2 – Færre uheld\n"
            "2.1 Uheld med personskade (højst) 64 50 47 Nået",
            [Pair(45, 41.5, "not_met"), Pair(20, 23, "met"), Pair(50, 47, "met")],
            id="head over several lines, with a base",
        ),
        pytest.param(
            "Mål Krav 2031 Opnået i 2031 Vurdering\n1. Optag\n1.1 Nye elever på kokkelinjen 210 198 Ikke opnået\n"
            "1.2 Andel voksne\nelever\nmin. 28 pct. 31 pct. Opnået\n2. Job\n"
            "2.1 Elever i job et halvt år efter 70 pct. Opgøres i 2033 Udestår",
            [Pair(210, 198, "not_met"), Pair(28, 31, "met"), Pair(70, None, "pending")],
            id="no base, a result that is owed",
        ),
        pytest.param(
            "Nr. Indikator Baseline Måltal Resultat\n1.1 Besøg på stien 410 600 588\n"
            "1.2 Kommuner med fælles skilte\n(antal)\n3 8 8\n3.1 Frivillige 1.020 1.300 742",
            [Pair(600, 588, "not_met"), Pair(8, 8, "met"), Pair(1300, 742, "not_met")],
            id="no verdict",
        ),
        pytest.param(
            "Delmål Mål Udgangs-\npunkt 2030\nResultat\n2031\nStatus\n"
            "1.1 Støtte fra fonde, mio. kr. 34 28,6 31,2 Ikke\nnået\n"
            "1.2 Læsere af bladet 900\n(2032)\n640 810 På vej",
            [Pair(34, 31.2, "not_met"), Pair(900, 810, "pending")],
            id="a head cut by a hyphen, an aim with its year behind it",
        ),
        pytest.param(
            "Nr. Mål Start Ambition Seneste måling Opfyldt?\n1.1 Trivsel, skala 1-5 (mindst) 3,9 4,1 4,0 Nej\n"
            "1.2 Ventetid ved skranken (højst) 12 minutter 8 minutter 7 minutter Ja",
            [Pair(4.1, 4.0, "not_met"), Pair(8, 7, "met")],
            id="yes and no, units in words",
        ),
        pytest.param(
            "Nr. Delmål Resultat 2030 Mål 2031 Resultat 2031\n1.1 Lånere 61 75 44\n1.2 Kurser 88 100 103",
            [Pair(75, 44, "not_met"), Pair(100, 103, "met")],
            id="an earlier year's result is none",
        ),
        pytest.param(
            f"{WRAPPED}1.1 Grønne tage 11 19 17 På vej\nHavplanen – målark 4\n{WRAPPED}Mål 2 – Rent vand\n"
            "2.1 Andel renset regnvand\n61 % 75 % - Måles i\nnovember\n2.2 Rensede bassiner 3 9 9 Nået",
            [Pair(19, 17, "pending"), Pair(75, None, "unknown"), Pair(9, 9, "met")],
            id="head again on the next page, a verdict over two lines",
        ),
        pytest.param(
            "Nr. Delmål Sidste år Mål Status Trafiklys\n1.1 Unge med 410 600 388 Rød\nmentor eller støtteperson\n"
            "1.2 Frafald på trin 2 24 % 18 % 16 % Grøn\n1.3 Kurser 40 60 70 Grøn",
            [Pair(600, 388, "not_met"), Pair(18, 16, "met"), Pair(60, 70, "met")],
            id="a label goes on below its values, and one ends in a number",
        ),
        pytest.param(
            "Nr. Delmål Basis 2029 Mål 2031 Opnået 2031\n1.1 Eksportmøder - 40 41\n"
            "1.2 Ansøgninger pr. 1.000 firmaer 31 24 27",
            [Pair(40, 41, "met"), Pair(24, 27, "not_met")],
            id="a base that is blank",
        ),
        pytest.param(
            f"{WRAPPED}1.1 Stier 24 18 16 På vej\n1.2 Træer 100 200 250 Nået\n1.3 Buske 10 11 12 Nået",
            [Pair(18, 16, "pending"), Pair(200, 250, "met"), Pair(11, 12, "met")],
            id="each row in one line, under heads that are not",
        ),
        pytest.param(
            "Nr. Indikator Baseline Måltal Status\n1.1 Stier 10 20 22\n1.2 Træer 100 200 Måles i maj\n"
            "1.3 Buske 10 20 Ikke opgjort\n1.4 Enge 4 5 -",
            [Pair(20, 22, "met"), Pair(200, None, "unknown"), Pair(20, None, "unknown"), Pair(5, None, "unknown")],
            id="words in place of results",
        ),
        pytest.param(
            "Nr. Indikator Måltal 2031 Status 2031 Farve\n1.1 Tilfredse med kurset,\nunge 80 % 74 % Gul\n"
            "1.1 Tilfredse med kurset,\nvoksne 80 % 83 % Grøn\n2.1 Kurser 40 44 Grøn",
            [Pair(80, 74, "not_met"), Pair(80, 83, "met"), Pair(40, 44, "met")],
            id="two rows of one number",
        ),
    ],
)
def test_rows_are_told_apart_by_their_numbers(text: str, expected: list[Pair]) -> None:
    assert pairs(read((REPORT, text))) == expected


def test_numbers_labels_and_directions_come_from_the_rows() -> None:
    text = (
        f"{WRAPPED}4.1 Andel ture i bil\ntil arbejde (højst)\n61 % 50 % 55 % Ikke nået\n4.2 Cykelture 10 12 14 Nået"
    )
    first, second = targets(read((REPORT, text)))
    assert (first.goal_no, first.sub_no, first.comparator) == ("4", "4.1", "<=")
    assert first.metric == "Andel ture i bil til arbejde (højst)"
    assert (second.goal_no, second.sub_no, second.metric) == ("4", "4.2", "Cykelture")


def test_counts_of_a_year_that_runs_are_pending_by_the_day_of_the_head() -> None:
    text = f"{WRAPPED}1.1 Nye skilte 10 30 14 På vej\n1.2 Andel tilfredse 60 % 70 % 72 % Nået"
    rows = read((HALF_YEAR, text), meeting=2031)
    assert pairs(rows) == [Pair(30, 14, "pending"), Pair(70, 72, "met")]
    assert [result.stated_status for result in results(rows)] == ["pending", "met"]


def test_a_row_with_another_count_of_values_is_refused() -> None:
    text = f"{WRAPPED}1.1 Stier 14 20 23 Nået\n1.2 Broer 20 23 Nået\n1.3 Bænke 4 6 7 Nået"
    rows = read((REPORT, text))
    assert pairs(rows) == [Pair(20, 23, "met"), Pair(6, 7, "met")]
    (finding,) = [found for found in findings(rows) if found.rule == "goal_row_unread"]
    assert "row 1.2" in finding.message


@pytest.mark.parametrize(
    "head",
    [
        "Nr. Delmål Mål 2030 Mål 2031 Udgangspunkt",
        "Nr. Indsats Budget 2031 Regnskab 2031 Afvigelse",
        "Nr. Kommune Antal Ændring Andel",
    ],
)
def test_a_head_that_names_no_aim_with_its_result_reads_nothing_as_one(head: str) -> None:
    text = f"{head}\n1.1 Stier 14 20 23\n1.2 Bænke 4 6 5"
    assert not [result for result in results(read((REPORT, text))) if result.target_id]


def test_columns_of_an_earlier_year_do_not_answer_an_aim_beside_a_day_of_its_own() -> None:
    text = "Henvist\tResultat 2030\tMåltal 2031\tPr. 30. juni 2031\n5.1 Banker\t61\t75\t44\n5.2 Fonde\t88\t100\t103"
    assert pairs(read((HALF_YEAR, text), meeting=2031)) == [Pair(75, 44, "pending"), Pair(100, 103, "met")]


def test_a_bare_number_before_bare_values_may_be_a_value_or_end_the_label() -> None:
    text = f"{WRAPPED}1.1 Forløb på trin 2 24 18 16 Nået\n1.2 Træer 100 200 250 Nået\n1.3 Buske 10 11 12 Nået"
    rows = read((REPORT, text))
    assert pairs(rows) == [Pair(200, 250, "met"), Pair(11, 12, "met")]
    assert [finding.rule for finding in findings(rows)] == ["goal_row_unread"]


def test_a_numbered_passage_below_the_table_is_none_of_its_rows() -> None:
    text = (
        f"{WRAPPED}1.1 Stier 10 20 22 Nået\n1.2 Træer 100 200 250 Nået\n2.1 Økonomi\n"
        "Udvalget har holdt 40 møder.\n2.2 Rejser 10 20"
    )
    rows = read((REPORT, text))
    assert pairs(rows)[:2] == [Pair(20, 22, "met"), Pair(200, 250, "met")]
    assert not [finding for finding in findings(rows) if finding.rule == "goal_row_unread"]
