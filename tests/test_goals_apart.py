"""Results that stand apart from their targets: in a table of their own, under *Ad*, in another item."""

from __future__ import annotations

from datetime import date

import pytest
from goal_packets import CONTRACT, REPORT, Pair, pairs, read
from made_documents import text_document

from extractors.goals.extract import extract_goals
from schemas.packet import AgendaItem, AttachedPaper, Packet, Span

TARGETS = "Nr.\tMål\tMåltal\nE1\tHusstande med kompost\t60 pct.\nE2\tBorgermøder\t12"
PLAIN = "Mål\tBeskrivelse\tKrav\n1\tSagstid i dage\tMaks. 14\n2a\tUnge på kursus\t90 %\n2b\tÆldre på kursus\t70 %"


@pytest.mark.parametrize(
    ("targets", "told", "expected"),
    [
        (
            TARGETS,
            "Nr.\tResultat\tBemærkning\nE1\t58 pct.\tStigende\nE2\t13\tGod tilslutning",
            [Pair(60, 58, "not_met"), Pair(12, 13, "met")],
        ),
        (
            TARGETS,
            "Ad E1 Andelen er opgjort til 58 pct. mod 51 pct. året før.\n\nAd E2\nDer er holdt 13 borgermøder.",
            [Pair(60, 58, "not_met"), Pair(12, 13, "met")],
        ),
        (
            "E1 Mindst 60 pct. af husstandene har kompost.\nE2 Der afholdes 12 borgermøder.",
            "Ad E1: 58 pct. af husstandene har nu kompost.\nAd E2: Der er afholdt 13 borgermøder.",
            [Pair(60, 58, "not_met"), Pair(12, 13, "met")],
        ),
        (
            PLAIN,
            "Mål\tResultat 2031\tResultat 2030\tMålopfyldelse\n1\t12\t15\tNået\n2a\t86 %\t88 %\tIkke nået\n"
            "2b\tmåles i maj\t-\t-",
            [Pair(14, 12, "met"), Pair(90, 86, "not_met"), Pair(70, None, "unknown")],
        ),
    ],
)
def test_numbers_tie_results_to_targets(targets: str, told: str, expected: list[Pair]) -> None:
    assert pairs(read(("Status på driftsaftale 2031", f"{targets}\n\nOpfølgning\n\n{told}"))) == expected


def test_a_table_of_results_that_answers_no_target_is_left_alone() -> None:
    text = "Nr.\tResultat\tBemærkning\nE1\t58 pct.\tStigende\nE2\t13\tGod tilslutning"
    assert pairs(read(("Status på driftsaftale 2031", text))) == []


def test_a_report_that_prints_the_numbers_of_the_contract_again_tells_results() -> None:
    contract = "Mål 5 – Samspil\n\nMåltal:\n • 5.1: 14 kurser i 2031\n • 5.2: mindst 65 pct. af skolerne er glade"
    report = "Mål 5 – Samspil\n\n • 5.1: Der er holdt 16 kurser.\n • 5.2: 61 pct. af skolerne er glade."
    rows = read((CONTRACT, contract), ("Afrapportering for 2031", report))
    assert pairs(rows) == [Pair(14, 16, "met"), Pair(65, 61, "not_met")]


def packet_of(*papers: tuple[str, str, str, str]) -> Packet:
    """A packet of items (number, title, title of the paper, text), each with one attachment."""
    document = text_document("\n".join(text for *_, text in papers))
    items, attachments, first = [], [], 0
    for number, title, name, text in papers:
        span = Span(first, first + text.count("\n"))
        items.append(AgendaItem(number, title, span=span))
        attachments.append(AttachedPaper(number, "1", name, span=span))
        first = span.last + 1
    return Packet(
        document, kind="bilag", items=tuple(items), attachments=tuple(attachments), meeting_date=date(2032, 3, 1)
    )


CONTRACT_ITEM = (
    "2.1",
    "Udviklingsaftale for Havnskolen 2030-2032",
    "Udviklingsaftale 2030-2032",
    "Mål\tFormulering\tMåltal\n1\tElever på ophold\t400 om året\n2\tSkoler, der booker igen\t75 pct.\n"
    "3\tNye guider\t12",
)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Statusredegørelse 2031 fra Havnskolen", [(400, 437), (75, 71), (12, 8)]),
        ("Statusredegørelse 2031 fra Museet", [(400, None), (75, None), (12, None)]),
    ],
)
def test_the_report_may_stand_in_another_item_that_names_the_same_party(
    title: str, expected: list[tuple[int, int | None]]
) -> None:
    report = (
        "Mål 1: 437 elever har været på ophold i 2031.\nMål 2: 71 pct. af skolerne har booket igen.\n"
        "Mål 3: Otte guider er ansat."
    )
    rows = extract_goals(packet_of(CONTRACT_ITEM, ("2.4", title, "Statusredegørelse 2031", report)))
    found = [pair[:2] for pair in pairs(rows) if pair.target in (400, 75, 12)]
    assert found == expected


def test_next_years_contract_beside_a_report_is_not_answered_by_it() -> None:
    contract = ("2.1", "Resultatkontrakt 2032 med Havnskolen", "Resultatkontrakt 2032", CONTRACT_ITEM[3])
    report = (
        "2.4",
        "Afrapportering for 2031 fra Havnskolen",
        "Afrapportering 2031",
        "Mål 1: 437 elever har været her.",
    )
    rows = extract_goals(packet_of(contract, report))
    assert [pair[:2] for pair in pairs(rows) if pair.target == 400] == [(400, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Indikator\t1. kvt.\t2. kvt.\t3. kvt.\t4. kvt.\tHele 2031\tÅrsmål\nNye boliger\t12\t9\t15\t18\t54\t50",
            [Pair(50, 54, "met")],
        ),
        (
            "Indikator\tVi havde sat os for\tDet blev til\nUnge med bolig\thver femte\t23 pct.\n"
            "Unge med job\thalvdelen\t44 pct.\nFrafald\tikke over 12 pct.\t9 pct.",
            [Pair(20, 23, "met"), Pair(50, 44, "not_met"), Pair(12, 9, "met")],
        ),
        (
            "Indikator\tMåltal\tOpnået\nKlager om måneden\tfra 12 til 8\t8,5",
            [Pair(8, 8.5, "not_met")],
        ),
    ],
)
def test_cells_tell_their_values_in_words_and_the_year_beside_its_quarters(text: str, expected: list[Pair]) -> None:
    assert pairs(read(("Status på driftsaftale 2031", text))) == expected


def test_points_of_an_agenda_with_their_times_are_no_targets() -> None:
    text = (
        "Dagsorden\n1 Velkomst (5 min.)\n2 Status på planen (40 min.)\n3 Udkast til budget (60 min.)\n\n"
        "Ad 2 Status på planen\nDer er holdt 12 møder.\n\nAd 3 Udkast til budget\nDer er regnet med 41 mio. kr.\n"
    )
    assert pairs(read(("Driftsaftale 2031", text))) == []


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("Partnerne lagde 2,85 mio. kr. Der er 214 partnere.", 2.85), ("Der er 214 partnere.", None)],
)
def test_an_amount_is_answered_by_an_amount(answer: str, expected: float | None) -> None:
    text = (
        "E1 Partnere skal bidrage med mindst 3,2 mio. kr.\nE2 Der holdes 12 møder.\n\n"
        f"Ad E1: {answer}\nAd E2: Der er holdt 13 møder.\n"
    )
    found = pairs(read(("Status på driftsaftale 2031", text)))
    assert [pair.result for pair in found if pair.target == 3.2] == [expected]


def test_points_that_tell_below_what_came_of_them_are_not_answered_by_remarks() -> None:
    text = (
        "1) Kurser. Der skal holdes 12 kurser.\n   Status: 9 er holdt.\n\n2) Cykling. Mindst 40 pct. skal cykle.\n"
        "   Status: 43 pct.\n\nBemærkninger\n\nAd 1) Der er 61 ansøgere.\n\nAd 2) I byen er det 55 pct.\n"
    )
    found = [pair[:2] for pair in pairs(read(("Status for 2031", text), meeting=2032))]
    assert (12, 9) in found
    assert (40, 43) in found
    assert (12, 61) not in found


LIMITS = (
    "Sted\tServicemål (dage)\tAndel sager, der skal overholde målet\nHavnen\t10\t90 %\nØerne\t15\t85 %\n"
    "Kysten\t20\t95 %"
)
OPEN = [Pair(90, None, "unknown"), Pair(85, None, "unknown"), Pair(95, None, "unknown")]


def test_titles_with_the_mark_of_a_goal_in_brackets_tell_what_came_of_it() -> None:
    aims = (
        "Mål\tUdgangspunkt\tMåltal\n3a. Lodser på kursus\t31\t40\n3b. Glade sejlere\t77 %\t85 %\n3c. Ture\t655\t700"
    )
    told = (
        "Kurser (3a)\nVed årets udgang havde 44 lodser været på kursus. 12 af dem er nye.\n\n"
        "Tilfredshed (mål 3b)\nSejlerne er glade: 81 % er tilfredse.\n\nØen (se 3d)\nDer var 8 ture."
    )
    rows = read((CONTRACT, f"Aftalen\n\n{aims}\n\n"), (REPORT, f"Resultater\n\n{told}"))
    assert pairs(rows) == [Pair(40, 44, "met"), Pair(85, 81, "not_met"), Pair(700, None, "unknown")]


def test_texts_that_begin_with_the_number_of_an_indicator_tell_what_came_of_it() -> None:
    aims = (
        "Nr.\tIndikator\tMål i 2031\n1\tVentetid i dage pr. sejler\thøjst 0,5\n2\tGlade sejlere\tmindst 85 %\n"
        "3\tSynede både, hver havn\tmindst 65 %"
    )
    told = (
        "Datanotat\n\nIndikator 1. I snit ventede en sejler 0,7 dage på at komme i havn.\n\n"
        "Indikator 2. 88 % er glade. På hele kysten er det 91 %.\n\n"
        "Indikator 3. Synede både:\n\nHavn\tBåde\tSynet\nØst\t158\t101\nVest\t117\t83"
    )
    rows = read((CONTRACT, f"Aftalen\n\n{aims}\n\n"), ("Datanotat", told))
    assert [pair[:2] for pair in pairs(rows)][:2] == [(0.5, 0.7), (85, 88)]


@pytest.mark.parametrize(
    ("heads", "rows", "expected"),
    [
        (
            "I alt\tI tide\tSager overholdt",
            ("Havnen\t498\t467\t93,8 %", "Øerne\t271\t211\t77,9 %", "Kysten\t204\t195\t95,6 %"),
            [Pair(90, 93.8, "met"), Pair(85, 77.9, "not_met"), Pair(95, 95.6, "met")],
        ),
        (
            "I alt\tSager overholdt\tSager påklaget",
            ("Havnen\t498\t93,8 %\t2 %", "Øerne\t271\t77,9 %\t4 %", "Kysten\t204\t95,6 %\t1 %"),
            OPEN,
        ),
        ("I alt\tSager overholdt", ("Havnen\t498\t93,8 %", "Øerne\t271\t77,9 %", "Søen\t204\t95,6 %"), OPEN),
    ],
)
def test_of_several_columns_below_the_same_names_the_one_of_shares_answers_shares(
    heads: str, rows: tuple[str, ...], expected: list[Pair]
) -> None:
    told = "\n".join([f"Sted\t{heads}", *rows])
    text = f"Behandlingstid\n\n{LIMITS}\n\nNoget om sagerne.\n\nBehandlingstid\n\n{told}"
    assert pairs(read(("Status på driftsaftale 2031", text))) == expected
