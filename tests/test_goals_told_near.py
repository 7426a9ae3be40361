"""What tells the result of a target near it: titles in the line of their text, years, sub-goals, scales, units."""

import pytest
from goal_packets import CONTRACT, Pair, pairs, read, targets

REPORT = "Årsberetning 2031"


def told(text: str) -> list[Pair]:
    """The pairs of a report on the year 2031."""
    return pairs(read((REPORT, f"{REPORT}\n\n{text}\n"), title="Årsberetning", meeting=2032))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Andelen af hjem med varmepumpe skal op på 40 pct. i 2031. I 2030 var den 33 pct. Ved udgangen af 2031 "
            "var den 41 pct.",
            Pair(40, 41, "met"),
        ),
        (
            "Bladet skal nå 900 abonnenter. I 2031 havde det 912 abonnenter. I 2030 var det 840.",
            Pair(900, 912, "met"),
        ),
        (
            "Telefonen skal i gennemsnit tages inden for 80 sekunder. Ventetiden har i året været 66 sekunder.",
            Pair(80, 66, "met"),
        ),
        (
            "Gæsterne bedømmer hvert ophold med 1-5 stjerner. Gennemsnittet skal ligge på 4,2 eller mere. "
            "Gennemsnittet blev 4,4.",
            Pair(4.2, 4.4, "met"),
        ),
    ],
)
def test_the_figure_of_the_year_and_kind_that_is_aimed_at_answers(text: str, expected: Pair) -> None:
    assert [pair for pair in told(text) if pair.target is not None] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Mindst 25 pct. af eleverne skal søge ind. I marts 2031 var det 23,1 pct. Det er en fremgang i forhold til "
        "2030 (22,4 pct.).",
        "Mindst 25 pct. af eleverne skal søge ind. Det blev 23,1 pct. På tømrer er det 9 pct., mens det på frisør "
        "er 29 pct.",
    ],
)
def test_other_years_and_the_spread_answer_nothing(text: str) -> None:
    assert told(text) == [Pair(25, 23.1, "not_met")]


def test_points_below_a_line_that_says_that_they_are_goals_are_read_with_what_follows() -> None:
    goals = [
        "Huller udbedres inden 5 hverdage",
        "Mindst 90 % af vejene er ryddet kl. 7",
        "Gadelys repareres inden 8 dage",
        "Mindst 98 % af legepladserne er uden fejl",
        "Forbruget af diesel er højst 310.000 liter",
    ]
    answers = [
        "Huller blev udbedret efter 4 hverdage i snit.",
        "Vejene var ryddet kl. 7 i 94 % af tilfældene.",
        "Gadelys blev repareret efter 11 dage.",
        "Legepladserne var uden fejl i 99 % af tilfældene.",
        "Forbruget af diesel var 322.000 liter.",
    ]
    text = "De fem måltal lyder i aftalen:\n" + "\n".join(f"{n}. {goal}" for n, goal in enumerate(goals, 1))
    rows = pairs(read(("", text + "\n\nHvordan gik det?\n" + "\n\n".join(answers)), title="Vej", meeting=2032))
    assert (310000, 322000) in {(row.target, row.result) for row in rows}


def test_a_title_in_the_line_of_its_text_says_what_the_text_is_about() -> None:
    text = (
        "Driftsmål for 2031\n\n- Hasteture: 96 % fremme til tiden\n- Sygefravær: højst 4,5 %\n- Genbrug: mindst "
        "60 % af kasserne\n\nSådan gik det\n\nHasteture. 97 % kom frem til tiden. De sidste kørte forkert.\n\n"
        "Genbrug. 57 % af kasserne kom tilbage.\n\nSygefravær. 5,1 %. Det er for meget.\n"
    )
    found = {(pair.target, pair.result) for pair in told(text)}
    assert {(96, 97), (4.5, 5.1), (60, 57)} <= found


def test_what_stands_below_another_sub_goal_answers_none_above_it() -> None:
    text = (
        "Delmål 3.1 Tilfredshed\nKrav: Gennemsnitlig tilfredshed på mindst 4,3.\nStatus: Måles i november.\n\n"
        "Delmål 3.2 Klausuler\nDer er ikke sat et tal. I året har der været 29 personer i praktik.\n"
    )
    assert Pair(4.3, 29, "met") not in told(text)


@pytest.mark.parametrize(
    ("result", "expected"),
    [("287 kg. Især madaffald er flyttet.", 287), ("2,4 pr. 1.000 tømninger. Maj var slem.", 2.4)],
)
def test_a_figure_that_begins_what_a_sheet_reports_is_its_result(result: str, expected: float) -> None:
    bound = "Hver husstand må højst aflevere 300 kg restaffald." if "kg" in result else (
        "Der må højst være 2,1 glemte tømninger pr. 1.000 tømninger."
    )  # fmt: skip
    sheet = f"Mål: Bedre sortering. {bound}\nMetode: Vejning.\nAfrapportering: {result}\n"
    other = "Mål: Glade kunder. Mindst 80 % er tilfredse.\nMetode: Spørgeskema.\nAfrapportering: 83 %.\n"
    found = [pair.result for pair in told(f"MÅLARK 1\n{sheet}\nMÅLARK 2\n{other}")]
    assert found == [expected, 83]


@pytest.mark.parametrize("order", [(0, 1, 2), (0, 2, 1)])
def test_a_list_as_long_as_that_of_the_aims_answers_it_in_order_unless_its_words_say_otherwise(order) -> None:
    aims = [
        "Der skal holdes 40 koncerter i landsbyer.",
        "Publikum skal i alt udgøre 5.000.",
        "Halvdelen af koncerterne (50 %) skal laves sammen med en skole.",
    ]
    answers = ["Der er holdt 44 koncerter.", "Der kom 4.700 tilskuere.", "61 % blev lavet sammen med en skole."]
    text = "INDSATSOMRÅDE 1: MUSIK\n\nAftalens mål:\n" + "\n".join(f"• {aim}" for aim in aims) + "\n\nResultater:\n"
    text += "\n".join(f"• {answers[place]}" for place in order) + "\n"
    text += (
        "\nVores bemærkninger:\n• Vejret var dårligt.\n\nINDSATSOMRÅDE 2: MALERI\n\nAftalens mål:\n"
        "• Mindst 30 børn skal male.\n\nResultater:\n• 28 børn har malet.\n"
    )
    found = [(pair.target, pair.result) for pair in told(text) if pair.target]
    assert found[0] == (40, 44)
    assert (50, 61) in found
    assert ((5000, 4700) in found) == (order == (0, 1, 2))


def test_the_number_of_a_row_counts_nothing() -> None:
    text = (
        "Aftalens mål\n\nNr.  Vi vil                              Hvad vi måler på og hvor langt vi vil\n"
        "1    Få flere i lære                     Søgning fra 9. klasse: 22 % i 2031\n"
        "2    Holde på dem, der begynder          Frafald på grundforløbet: højst 20 %\n"
        "3    Skaffe læreplads til alle           Lærlinge uden aftale: højst 35\n"
    )
    rows = read((CONTRACT, f"{CONTRACT}\n\n§ 2 {text}"), title=CONTRACT, meeting=2031)
    assert {20, 35} <= {row.value for row in targets(rows)} <= {20, 22, 35}
