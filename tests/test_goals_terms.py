"""The time by which a target is to be reached, against the time of which its result tells."""

import pytest
from goal_packets import REPORT, made_packet, pairs, read

from extractors.goals.extract import extract_goals
from extractors.goals.terms import Due, Moment, due_of
from schemas.records import Result


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Mindst 60 pct. inden udgangen af 2033", Due(Moment(2033, 12), bound=True)),
        ("Mindst 60 pct. senest den 1. juli 2033", Due(Moment(2033, 7), bound=True)),
        ("Mindst 60 pct. ved årets udgang", Due(Moment(2032, 12), bound=True)),
        ("Mindst 60 pct. inden årsskiftet", Due(Moment(2032, 12), bound=True)),
        ("40 kurser på hele året", Due(Moment(2032, 12), bound=False)),
        ("40 kurser i 2034", Due(Moment(2034, 12), bound=False)),
        ("40 kurser i perioden 2032-2035", Due(Moment(2035, 12), bound=False)),
        ("Fra 12 kurser i 2030 til 40 ved udgangen af 2033", Due(Moment(2033, 12), bound=True)),
        ("Mindst 60 pct.", None),
    ],
)
def test_a_text_names_when_something_is_to_be_reached(text: str, due: Due | None) -> None:
    found = due_of(text, 2032)
    assert (None if found is None else found._replace(label=None)) == due


def test_of_several_years_the_one_named_with_the_target_counts() -> None:
    assert due_of("20 i 2032 og 40 i 2034", 2032, own=2032) == Due(Moment(2032, 12), bound=False, label="2032")


def statuses(text: str, meeting: int = 2032) -> list[str]:
    rows = extract_goals(made_packet(("", text), title="Status på samarbejdet", meeting=meeting))
    return [row.status for row in rows if isinstance(row, Result)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Mindst 80 pct. af bilerne skal køre på el ved årets udgang. I dag gør 62 pct. det.", "pending"),
        ("Mindst 80 pct. af bilerne skal køre på el i 2032. I dag gør 62 pct. det.", "not_met"),
        ("Mindst 80 pct. af bilerne skal køre på el i 2035. I dag gør 62 pct. det.", "pending"),
        ("Mindst 80 pct. af bilerne skal køre på el ved udgangen af 2031. 62 pct. gjorde det.", "not_met"),
        ("Mindst 80 pct. af bilerne skal køre på el i 2035. Andelen er 91 pct.", "met"),
    ],
)
def test_below_a_target_whose_end_is_to_come_a_share_is_pending(text: str, status: str) -> None:
    assert statuses(text) == [status]


def test_a_heading_sets_the_time_of_the_targets_below_it() -> None:
    text = (
        "Vores mål ved udgangen af 2033:\n\n- Der skal være højst 90 langtidsledige.\n"
        "- Mindst 70 pct. skal have en mentor.\n\n"
        "Hvor langt er vi nået?\n\nDer er 120 langtidsledige. 52 pct. har en mentor.\n"
    )
    assert set(statuses(text)) == {"pending"}


@pytest.mark.parametrize(
    ("above", "status"),
    [
        ("Mål 6: Beredskab (tillæg af juni 2031)\n\nMålet: Der er en vagt.\n\nResultat: Vagten er der.", "not_met"),
        ("Status pr. 30. juni 2031", "pending"),
    ],
)
def test_a_time_in_the_heading_of_another_goal_is_none_of_the_result(above: str, status: str) -> None:
    text = f"{above}\n\nMål 7: Kurser\n\nMålet: Huset holder 40 kurser i 2031.\n\nResultat: 31 kurser er holdt."
    rows = read((REPORT, text))
    assert [row.status for row in rows if isinstance(row, Result)] == [status]


@pytest.mark.parametrize(
    "verdict", ["Målet er ikke opfyldt, men det er 2 point bedre end før.", "Målet er ikke nået."]
)
def test_what_the_next_sentence_says_of_the_goal_counts(verdict: str) -> None:
    text = f"Mindst 80 pct. af bilerne skal køre på el ved årets udgang. Andelen er 62 pct. {verdict}"
    assert statuses(text) == ["not_met"]


def test_a_time_that_is_compared_with_is_not_that_of_the_result() -> None:
    text = (
        "Antallet af ledige skulle være under 2.000 ved udgangen af 2031. "
        "I december var der 2.214 ledige, 96 flere end i december 2030."
    )
    assert statuses(text) == ["not_met"]


def test_a_share_of_a_row_is_pending_before_the_end_that_its_label_sets() -> None:
    text = (
        "Status pr. 30. september 2032\n\nMål\tMåltal\tStatus\n"
        "Andel elbiler ved årets udgang\t80 pct.\t62 pct.\nAndel grøn strøm\t90 pct.\t85 pct.\n"
    )
    assert [pair.status for pair in pairs(read(("", text), title="Status på målene", meeting=2032))] == [
        "pending", "not_met",
    ]  # fmt: skip


def test_the_heads_of_a_table_above_are_no_heading_of_the_lines_below_it() -> None:
    text = (
        "Mål 1: Flere i job\nIndikator                  Dec. 2030     Dec. 2031     Skulle være\n"
        "Personer i job                503           468            480\n\n"
        "Mål 2: Raske hurtigere\nRaskmeldinger i procent af forløb.........................34 (mål: mindst 35)\n"
    )
    found = pairs(read((REPORT, text)))
    assert [p.status for p in found if p.target == 35] == ["not_met"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Bladet skal ved periodens udløb have 900 læsere.", "pending"),
        ("Bladet skal ved aftaleperiodens udgang have 900 læsere.", "pending"),
        ("3. Mål for aftaleperioden\n\nBladet skal have mindst 90 pct. faste læsere.", "pending"),
        ("2.1. Mål for perioden\n\nBladet skal have mindst 90 pct. faste læsere.", "pending"),
        ("3. Mål for bladet\n\nBladet skal have mindst 90 pct. faste læsere.", "not_met"),
    ],
)
def test_the_period_of_an_agreement_ends_in_its_last_year(text: str, status: str) -> None:
    report = "Mål 1 – Bladet\n\nVed årets udgang havde bladet 640 læsere, og 71 pct. faste læsere."
    agreed = f"SAMARBEJDSAFTALE 2031-2034\n\nMål 1 – Bladet\n\n{text}\n"
    rows = read(("Samarbejdsaftale 2031-2034", agreed), ("Årsrapport 2032", report), meeting=2033)
    assert [row.status for row in rows if isinstance(row, Result) and row.target_id][:1] == [status]


def test_the_heading_of_an_agreement_inside_a_report_names_its_period() -> None:
    text = (
        "Årsrapport 2031\n\nMolen\n\nMolen er åben.\n\nSAMARBEJDSAFTALE 2031-2033\n\nStatus\n\n"
        "Målet er 40 nye pladser i aftaleperioden. Ved udgangen af 2031 er der oprettet 22."
    )
    assert [pair.status for pair in pairs(read(("Årsrapport 2031", text)))] == ["pending"]


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Smileyen viser bestyrelsens vurdering af, om målet nås ved årets udgang.", "not_met"),
        ("Gul: målet forventes nået ved årets udgang.", "not_met"),
        ("Vi skal redegøre for, i hvilket omfang de aftalte mål er nået i perioden 2031-2033.", "not_met"),
        ("Alle mål skal være nået ved årets udgang.", "pending"),
    ],
)
def test_what_a_legend_says_of_the_end_of_the_year_puts_no_goal_off(said: str, status: str) -> None:
    text = (
        f"Halvårsrapport 2032\n\nStatus pr. 30. juni 2032\n\n{said}\n\nMål 1: Tilfredse gæster\n\n"
        "Mindst 80 pct. af gæsterne skal være tilfredse.\n\nI første halvår er 71 pct. af gæsterne tilfredse.\n"
    )
    assert statuses(text) == [status]


@pytest.mark.parametrize(
    ("opening", "status"),
    [
        ("Maj 2032\n\nDen 11. marts 2031 blev havnen lukket.", "not_met"),
        ("Den 11. marts 2031 blev havnen lukket, og lodserne gik hjem.", "not_met"),
        ("Havby, den 11. marts 2031", "pending"),
    ],
)
def test_a_day_on_which_something_happened_is_not_that_of_the_paper(opening: str, status: str) -> None:
    text = f"{opening}\n\nMål 7: Kurser\n\nMålet: Der er 40 kurser i 2031.\n\nResultat: I 2031 er 31 kurser holdt."
    rows = extract_goals(made_packet((REPORT, text), meeting=None))
    assert [row.status for row in rows if isinstance(row, Result)] == [status]
