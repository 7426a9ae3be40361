"""Goals that the paragraphs of an agenda tell one by one, and what they are held against."""

import pytest
from goal_packets import CONTRACT, REPORT, Pair, pairs, read, targets

from extractors.goals.times import bound_times, time_of
from extractors.language.danish import analyse

TOLD = """Mål 1 handler om svartid. Svarprocenten skal i efteråret 2032 være mindst 61 pct., men den bliver først
målt i november, og der foreligger derfor ikke et resultat endnu. Ved den seneste måling i 2030 lå den på 47 pct.
Målet omfatter også, at mindst 33 pct. af svarene er skriftlige. Efter første halvår er 36 pct. skriftlige, og denne
del er opfyldt.

Mål 2 vedrører besøg. Foreløbigt er 71 pct. tilfredse. Målet er, at 75 pct. er tilfredse.

Under mål 3 har 27 pct. af klubberne fået en vejleder. Det er mindre end målet på 35 pct., men lidt mere end de 24
pct., der blev opnået i første halvår 2031.

Mål 4: 64 pct. af de klubber, der har fået en vejleder, vurderer, at den gør en forskel. Målet på 60 pct. er således
nået.

Mål 5 indebærer, at sekretariatet i 2032 udgiver 14 hæfter, ét til hver klub. Ved halvåret er 6 hæfter udgivet."""


def of_item(text: str) -> list[Pair]:
    return pairs(read(("", text), title="Halvårsstatus på aftalen", meeting=2032))


def test_each_paragraph_tells_of_the_goal_that_it_names() -> None:
    packet = read(("", TOLD), title="Halvårsstatus på aftalen", meeting=2032)
    assert [(target.goal_no, target.value) for target in targets(packet)] == [
        ("1", 61), ("1", 33), ("2", 75), ("3", 35), ("4", 60), ("5", 14)
    ]  # fmt: skip


def test_neither_an_earlier_measurement_nor_what_a_result_is_compared_with_answers_a_goal() -> None:
    assert of_item(TOLD) == [
        (61, None, "pending"), (33, 36, "met"), (75, 71, "not_met"), (35, 27, "not_met"), (60, 64, "met"),
        (14, 6, "pending"),
    ]  # fmt: skip


def test_one_such_paragraph_makes_no_running_text_of_titled_goals() -> None:
    text = TOLD.split("\n\n")[1] + "\n\nMål 4: 64 pct. af klubberne får en vejleder i 2032."
    assert (64, None, "pending") in of_item(text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Mål 2: Der gennemføres 85 korte kurser, 42 besøg og 31 foredrag i 2032.", [85, 42, 31]),
        ("Mål 2: Der gennemføres 85 kurser på 2 timer og 3 besøg.", [85, 3]),
    ],
)
def test_counts_that_are_listed_are_asked_for_like_the_first(text: str, values: list[int]) -> None:
    assert [target.value for target in targets(read((CONTRACT, text)))] == values


def test_segments_behind_the_whole_answer_the_one_share_of_their_goal() -> None:
    agreement = "Mål 2 – Service\n\nMål\tMindst 75 pct. af klubberne er tilfredse med servicen.\n"
    report = (
        "Mål 2 – Service\n\nSamlet er 72 pct. af klubberne tilfredse med servicen. I driftssegmentet er andelen 77 "
        "pct., og i vækstsegmentet er den 66 pct."
    )
    assert pairs(read((CONTRACT, agreement), (REPORT, report))) == [
        (75, 72, "not_met"), (75, 77, "met"), (75, 66, "not_met")
    ]  # fmt: skip


def test_a_bullet_is_no_name_of_what_a_line_tells() -> None:
    agreement = "Mål 3 – Kurser\n\nMål\tHuset gennemfører i 2031: - 78 korte kurser - 39 lange kurser.\n"
    points = ["• 80 korte kurser (målet var 78)", "• 37 lange kurser (målet var 39)"]
    report = "\n\n".join(["Mål 3 – Kurser", "Der er gennemført:", *points])
    assert pairs(read((CONTRACT, agreement), (REPORT, report))) == [(78, 80, "met"), (39, 37, "not_met")]


@pytest.mark.parametrize("text", ["Service 96 Delvist opfyldt", "Service 91 opfyldt", "Service 88 nået"])
def test_what_is_thought_of_a_number_is_not_what_it_counts(text: str) -> None:
    (analysis,) = analyse([text])
    assert [quantity.counted for quantity in analysis.quantities] == [None]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Fraværet var 17,2 dage i 2031 mod 18,9 dage i 2030 og 14,6 dage i 2027.", [2031, 2030, 2027]),
        ("Der holdes 40 møder i 2031 og 60 møder i 2033.", [2031, 2033]),
        ("I 2031 er der holdt 40 møder og 12 kurser.", [2031, 2031]),
    ],
)
def test_a_year_behind_what_a_number_counts_is_its_own(text: str, years: list[int]) -> None:
    (analysis,) = analyse([text])
    bound = bound_times(analysis)
    times = [time_of(analysis, quantity, bound, "") for quantity in analysis.quantities]
    assert [time.year if time is not None else None for time in times] == years


def test_questions_are_labels_of_what_stands_below_them() -> None:
    text = (
        "Spor 1 – Bænke\n\nHvad vil vi?\nFlere haver skal have en bænk. Ved starten havde 27 pct. en.\n\n"
        "Hvordan måler vi det?\n• 40 pct. af haverne har en bænk i 2031\n\n"
        "Hvor langt er vi?\n36 pct. har en bænk.\n\n"
        "Spor 2 – Træer\n\nHvad vil vi?\nVi planter.\n\nHvordan måler vi det?\n• 90 haver har et træ i 2031\n\n"
        "Hvor langt er vi?\n94 haver har et træ.\n"
    )
    assert pairs(read((REPORT, text))) == [(40, 36, "not_met"), (90, 94, "met")]


def test_the_column_of_the_year_of_the_aims_is_the_result_beside_other_years() -> None:
    text = (
        "Tabel 2: Nye aftaler fordelt på skoler\n\nSkole Aftaler 2030 Måltal 2031 Aftaler 2031\n"
        "Havskolen 198 205 221\nSkovskolen 74 78 77\nI alt 272 283 298\n"
    )
    assert [pair for pair in pairs(read((REPORT, text))) if pair.target != 283] == [
        (205, 221, "met"), (78, 77, "not_met")
    ]  # fmt: skip
