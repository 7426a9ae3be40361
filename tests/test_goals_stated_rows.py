"""Tables whose targets are sentences, the result at the end of the line, and legends of their colours."""

import pytest
from goal_packets import HALF_YEAR, REPORT, Pair, pairs, read, results, targets

ROWS = (
    "1 Højst 30 unge på ophold uden for byen 28 Grøn",
    "2 Mindst 70 familier med fast kontakt 66 Gul",
    "3 Svar på klager inden for højst 20 dage 26 dage Rød",
    "4 Vikarer for højst 5 % af lønnen 3,8 % Grøn",
)
EXPECTED = [Pair(30, 28, "met"), Pair(70, 66, "not_met"), Pair(20, 26, "not_met"), Pair(5, 3.8, "met")]


@pytest.mark.parametrize(
    "head", ["Nr. Mål Resultat Lys", "# Mål Status Farve", "Nr. Mål 2031 Resultat 2031 Vurdering"]
)
def test_a_numbered_list_of_targets_has_its_results_at_the_ends_of_the_lines(head: str) -> None:
    rows = read((REPORT, "\n".join((head, *ROWS))))
    assert pairs(rows) == EXPECTED
    assert [target.metric for target in targets(rows)][1] == "Mindst 70 familier med fast kontakt"


def test_the_number_of_a_row_is_that_of_its_goal() -> None:
    rows = read((REPORT, "\n".join(("Nr. Mål Resultat Lys", *ROWS))))
    assert [target.goal_no for target in targets(rows)] == ["1", "2", "3", "4"]


def test_cells_of_such_a_table_may_be_set_apart() -> None:
    text = (
        "Nr.   Mål                                        Resultat     Lys\n"
        "1     Højst 30 unge på ophold uden for byen      28           Grøn\n"
        "2     Mindst 70 familier med fast kontakt        66           Gul\n"
    )
    assert pairs(read((REPORT, text))) == EXPECTED[:2]


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ("Nr. Mål Resultat Status", ""),
        ("Nr. Mål Frist Resultat Lys", ""),
        ("Mål Resultat Lys", ""),
        ("Nr. Mål Resultat", " ●"),
    ],
)
def test_heads_may_say_more_or_less_than_the_rows(head: str, tail: str) -> None:
    rows = [row.rpartition(" ")[0] + tail if tail else row for row in ROWS]
    assert pairs(read((REPORT, "\n".join((head, *rows))))) == EXPECTED


def test_a_colour_may_stand_before_the_result() -> None:
    text = "Mål Lys Resultat\nHøjst 30 unge på ophold Grøn 28\nMindst 70 familier med kontakt Gul 66"
    rows = read((REPORT, text))
    assert pairs(rows) == EXPECTED[:2]
    assert [result.stated_status for result in results(rows)] == ["met", "partly"]


def test_rows_without_numbers_are_lines() -> None:
    text = "Mål Resultat\n" + "\n".join(row.partition(" ")[2].rpartition(" ")[0] for row in ROWS)
    assert pairs(read((REPORT, text))) == EXPECTED


@pytest.mark.parametrize(
    "rows",
    [
        "1 Højst 30 unge på ophold\nuden for byen 28 Grøn\n2 Mindst 70 familier med fast kontakt 66 Gul",
        "1 Højst 30 unge på ophold 28 Grøn\nuden for byen\n2 Mindst 70 familier med fast kontakt 66 Gul",
        "1 Kommunen har højst 30 unge på\nophold uden for byen\n28 Grøn\n2 Mindst 70 familier med kontakt 66 Gul",
    ],
)
def test_a_target_goes_on_in_the_next_line(rows: str) -> None:
    assert pairs(read((REPORT, f"Nr. Mål Resultat Lys\n{rows}"))) == EXPECTED[:2]


def test_a_row_whose_value_is_its_own_bound_has_no_result() -> None:
    text = f"Nr. Mål Resultat Lys\n{ROWS[0]}\n{ROWS[1]}\n3 Klager over huset er højst 12 Afventer"
    assert pairs(read((REPORT, text))) == [*EXPECTED[:2], Pair(12, None, "pending")]


@pytest.mark.parametrize(
    "text",
    [
        "Mål Resultat Lys\nDer er 30 unge i huset 28\nDer er 40 unge i byen 31",
        "Målet og resultatet er nået.\n1 Højst 30 unge på ophold 28 Grøn",
        "Nr. Mål Resultat Lys\n1 Højst 30 unge på ophold 28 Grøn",
        "Nr. Formål Resultat Lys\n1 Højst 30 unge på ophold 28 Grøn\n2 Mindst 70 familier 66 Gul",
    ],
)
def test_other_lines_are_no_such_table(text: str) -> None:
    assert all(result.printed_in != "table" for result in results(read((REPORT, text))))


@pytest.mark.parametrize(
    "legend",
    [
        "Gul   målet er endnu ikke nået, men ventes nået i år\nRød   målet bliver ikke nået",
        "Grøn: målet er nået. Gul: målet er på vej. Rød: målet nås ikke.",
        "Farverne: grøn = nået, gul = forventes nået, rød = nås ikke",
        "Gul betyder, at målet endnu ikke er nået, og rød betyder, at målet ikke nås.",
    ],
)
def test_a_legend_tells_what_becomes_of_goals_that_are_not_reached(legend: str) -> None:
    text = f"{legend}\n\nNr. Mål Resultat Lys\n{ROWS[1]}\n3 Mindst 12 nye familier i huset 5 Rød"
    rows = read((HALF_YEAR, text), meeting=2031)
    assert pairs(rows) == [Pair(70, 66, "pending"), Pair(12, 5, "not_met")]
    assert {target.unit for target in targets(rows)} == {"familier"}


def test_a_reached_goal_is_met_whatever_its_colour() -> None:
    text = "Gul: målet er på vej\n\nNr. Mål Resultat Lys\n1 Mindst 70 familier med fast kontakt 73 Gul\n" + ROWS[2]
    assert pairs(read((REPORT, text)))[0] == Pair(70, 73, "met")


@pytest.mark.parametrize(
    "legend",
    [
        "Grøn (vi er i mål), gul (målet er delvist nået) og rød (målet er ikke nået)",
        "Grøn: vi er i mål. Gul: målet er næsten nået. Rød: målet er ikke nået.",
        "Gul   resultatet er tæt på målet\nRød   målet er ikke nået",
    ],
)
def test_a_legend_tells_which_goals_are_partly_reached(legend: str) -> None:
    text = f"{legend}\n\nNr. Mål Resultat Lys\n{ROWS[1]}\n3 Mindst 12 nye familier i huset 5 Rød"
    assert [pair.status for pair in pairs(read((REPORT, text)))] == ["partly", "not_met"]
