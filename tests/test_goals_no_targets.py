"""What looks like a target or its result in tables and sheets, and is none."""

from dataclasses import replace

import pytest
from goal_packets import CONTRACT, HALF_YEAR, REPORT, Pair, made_packet, pairs, read, results, targets

from extractors.goals.column import NUMBERING, Column
from extractors.goals.columns import pairings
from extractors.goals.headings import heading
from extractors.goals.papers import papers
from extractors.goals.reading import read_sentences
from extractors.goals.roles import roles
from extractors.goals.structure import parts
from extractors.tables.grid import GridCell


def table(*rows: str) -> str:
    return "\n".join(rows) + "\n"


@pytest.mark.parametrize(("text", "told"), [("3", True), ("4a", True), ("E2", True), ("KA-7", True), ("-4", False)])
def test_a_number_below_nought_is_no_number_of_a_goal(text: str, told: bool) -> None:
    assert (NUMBERING.fullmatch(text) is not None) is told


def column(at: int, path: tuple[str, ...], *texts: str) -> Column:
    return Column(path, {row: GridCell(row, at, text, row, 1) for row, text in enumerate(texts, 1)}, at)


@pytest.mark.parametrize(("unit", "answers"), [("pct.", ()), ("kr.", (2,))])
def test_a_share_answers_no_target_in_kroner(unit: str, answers: tuple[int, ...]) -> None:
    columns = [
        replace(column(0, ("Tilbud",), "Botilbud", "Værksteder"), is_label=True),
        column(1, ("Mål, kr. pr. døgn",), "2.610", "540"),
        column(2, (f"Regulering, {unit}", "2031"), "3,1", "2,8"),
    ]
    (pair,) = pairings(columns, heading(("Takster",)), year=2031, spoken_of=True)
    assert tuple(result.at for result in pair.results) == answers


def test_a_degree_of_two_measures_is_that_of_neither() -> None:
    text = table(
        "Tabel 2. Kørsel i 2031\n",
        "Sted\tMål udrykningstid\tFaktisk udrykningstid\tMål afgangstid\tFaktisk afgangstid\tMålopfyldelse, pct.",
        "Vig\t10\t8\t5\t6\t92",
        "Havn\t15\t14\t5\t4\t95",
    )
    rows = read((REPORT, text))
    assert sorted((p.target, p.result, p.status) for p in pairs(rows)) == [
        (5, 4, "met"), (5, 6, "not_met"), (10, 8, "met"), (15, 14, "met"),
    ]  # fmt: skip
    assert {row.fulfilment_pct for row in results(rows)} == {None}


def test_the_labels_of_a_sheet_stand_behind_bullets_as_well() -> None:
    text = table(
        "Mål 1: Flere kurser\n",
        "• Måltal: Der holdes 40 kurser i 2031",
        "• Metode: Der ansættes to lærere",
        "• Afrapportering: Opgøres hvert halvår\n",
        "Mål 2: Færre klager\n",
        "• Måltal: Der er højst 12 klager i 2031",
        "• Metode: Der svares inden for fem dage",
        "• Afrapportering: Opgøres hvert halvår\n",
    )
    assert sorted((row.goal_no, float(row.value)) for row in targets(read((CONTRACT, text)))) == [
        ("1", 40), ("2", 12),
    ]  # fmt: skip


def test_lines_of_a_table_printed_twice_are_read_once() -> None:
    agreed = table(
        "Nr.\tIndikator\tOpgørelse\tEnhed\tMål 2031",
        "1\tVejledte virksomheder\tAndel, der er aktive\tpct.\t72",
        "2\tTilfredse virksomheder\tAndel, der er meget tilfredse\tpct.\t90",
    )
    told = table(
        "Nr.\tIndikator\tMål 2031\tResultat",
        "1\tVejledte virksomheder (pct.)\t72\t74",
        "2\tTilfredse virksomheder (pct.)\t90\t87",
    )
    rows = read((CONTRACT, agreed), (HALF_YEAR, told))
    assert [(p.target, p.result) for p in pairs(rows)] == [(72, 74), (90, 87)]


@pytest.mark.parametrize(
    ("said", "head"),
    [
        ("Tallene er alene til orientering.", "Gruppe  "),
        ("Nøgletallene vises kun til oplysning.", "Gruppe  "),
        ("", "Nøgletal"),
    ],
)
def test_what_is_only_told_and_reckoned_with_is_no_target(said: str, head: str) -> None:
    text = f"""\
Indikator                             Måltal 2031   Resultat 2031
Glade børn, pct.                          80            82
Børn i klub, pct.                         40            38

Udvalgte tal
{said}
Tabel 2. Udvalgte tal
{head}                               2029    2030    2031   Forudsat 2031
Børn i havn                          2214    2176    2148           2160
Elever i by                          4903    4861    4822           4830
"""
    assert [pair[:2] for pair in pairs(read((REPORT, text)))] == [(80, 82), (40, 38)]


@pytest.mark.parametrize("aged", ["65 år og derover", "67 år eller mere", "70 år og opefter", "65 år eller ældre"])
def test_the_age_of_those_who_are_meant_is_no_target(aged: str) -> None:
    text = f"Antallet af fald skal i 2031 være højst 48 pr. 1.000 borgere på {aged}. I byen var tallet 53."
    assert pairs(read((REPORT, text))) == [Pair(48, 53, "not_met")]


def role_of(value: int, text: str, paper: str = REPORT) -> str:
    """What rules say of the number of a text."""
    packet = made_packet((paper, text))
    found = [part for one in papers(packet, ()) for part in parts(packet, one)]
    for sentence in read_sentences(packet, found):
        for quantity, role in zip(sentence.analysis.quantities, roles(sentence), strict=True):
            if quantity.value == value:
                return role
    raise AssertionError(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (8, "Målet er, at mindst 50 pct. af de nye haller har et udslip under 8 kg pr. m2."),
        (1, "Målet for 2031 er, at 25 havne har én fælles vagt."),
        (61, "Målet er 70 pct. Ved nytår sejlede 31 pct. på el, og i 2033 stiger andelen til 61 pct."),
        (57, "Målet er 60 pct. Andelen er 48 pct. for hele egnen, med 57 pct. i Havby som det højeste."),
        (14, "Sekretariatet hos Kaj 14 udarbejder inden årets udgang et udkast til en plan."),
        (2100, "Målet er nær. Der bliver i 2034 brug for 2.100 offentligt tilgængelige standere."),
        (80, "Målet er nær. Selv om tempoet er øget, vurderer vi, at vi slutter året på 80 regnskaber."),
    ],
)
def test_what_describes_or_foresees_is_neither_target_nor_result(value: int, text: str) -> None:
    assert role_of(value, f"Indsatser\n\n{text}\n") == "other"


@pytest.mark.parametrize(
    ("value", "text", "role"),
    [
        (8, "Målet er, at mindst 50 pct. af hallerne bliver nye, og målet for udslippet er under 8 kg.", "target"),
        (61, "Målet er 70 pct. Ved nytår var det 31 pct., og i 2031 er det steget til 61 pct.", "result"),
        (48, "Målet er 60 pct. Andelen er 48 pct. for hele egnen, med 57 pct. i Havby som det højeste.", "result"),
        (14, "Målet for 2031 er 20 møder. Der er i Havby 14 møder.", "result"),
    ],
)
def test_what_stands_alike_keeps_its_role(value: int, text: str, role: str) -> None:
    assert role_of(value, f"Indsatser\n\n{text}\n") == role


TURNED_DOWN = """Mål 7: Planer

Begrundelse

På mødet blev det drøftet at sænke måltallet for planer fra 620 til 560.
Bestyrelsen ønskede ikke at gå videre med forslaget, og måltallet ligger fast.
"""
NO_GOAL = """Indsatser og mål

Regionen har beregnet, at der i 2034 bliver brug for 2.100 offentligt tilgængelige standere.
I dag er der 785. Beregningen er ikke et mål, men bruges i planerne.
"""


@pytest.mark.parametrize("text", [TURNED_DOWN, NO_GOAL])
def test_what_was_turned_down_or_is_called_no_goal_is_not_in_force(text: str) -> None:
    assert "in_force" not in [row.standing for row in targets(read((REPORT, text)))]


ENDS = """Målsætning 1

Færre venter for længe

Indikator: Andel, der venter over en time

Målværdi (2031): højst 17,0 pct.

Seneste værdi (2030): 16,8 pct. Målværdien er nået

Forskellen er stor. Den laveste andel er 13,9 pct. (Havby) og den højeste 19,6 pct. (Storby).

Besøg på grund af ryg udgør 41 pct., hånd 17 pct. og fod 22 pct.
"""


def test_ends_and_parts_below_a_labelled_value_are_no_targets() -> None:
    assert [pair.target for pair in pairs(read((REPORT, ENDS)))] == [17.0]


def test_where_a_year_is_judged_to_end_is_no_result() -> None:
    text = (
        "Mål 5: Energi\n\nDelmål 5.1 Mindst 120 butikker skal have et regnskab i 2031.\n\n"
        "Der er indtil nu lavet 31 regnskaber. Selv om tempoet er øget, vurderer vi, at vi slutter året på "
        "80-90, og at målet dermed ikke bliver indfriet.\n"
    )
    assert pairs(read((HALF_YEAR, text))) == [Pair(120, 31, "pending")]


@pytest.mark.parametrize(
    "said", ["Næste måling sker i oktober.", "Målingen er i gang, og resultatet ventes i december."]
)
def test_a_result_that_is_expected_later_is_not_taken_from_the_introduction(said: str) -> None:
    text = (
        "Forord\n\nUnge udgør 48 pct. af gæsterne i huset.\n\nMål 1: Kendskab\n\n"
        f"Delmål 1.1 Kendskabet til huset skal i 2031 være mindst 50 pct. blandt gæsterne.\n\n{said}\n"
    )
    assert [pair for pair in pairs(read((HALF_YEAR, text))) if pair.target] == [Pair(50, None, "pending")]
