"""Nothing that a document can hold stops the reading of goals, and long documents take their time only once."""

import pytest
from effort import calls
from goal_packets import CONTRACT, made_packet, pairs, read
from hypothesis import given, settings
from hypothesis import strategies as st
from made_documents import text_document

from extractors.goals.extract import extract_goals
from schemas.packet import AgendaItem, Packet, Span
from schemas.records import Finding, Result, Target

PIECES = st.sampled_from(
    [
        "Mål 3 – Kunder", "Mål 3.1: Kunder", "• 3.1: 40 forløb", "Mål", "Metode", "Måltal:", "Nationalt mål",
        "(", "målet på",
        "mindst 80 pct.", "er opfyldt", "100 % opfyldt, når de 4", "fra 700 i 2030 til 800 i 2031",
        "45% er lig 100%", "½", "til",
        "1. Kendskab", "88%", "målopfyldelse", "drift: 4 %", "nul-udledning i 2050", "ikke", ":",
        "- 472 forløb", "\t", " ", "____", "***", "2\u20244 Orienteringssag: Årsrapport 2023",
        "Afrapportering og målopfyldelse – Mål 3", "resultatet er 5", "ni", "0", "−3,5 procentpoint", "9" * 40,
    ]
)  # fmt: skip
TEXTS = st.lists(st.lists(PIECES, max_size=5).map(" ".join), max_size=14).map("\n".join)


@settings(max_examples=80, deadline=None)
@given(TEXTS, st.sampled_from(["", CONTRACT, "Afrapportering 2031", "Halvårsrapport"]))
def test_any_mixture_of_goal_talk_is_read(text: str, title: str) -> None:
    rows = extract_goals(made_packet((title, text)))
    keys = {row.target_id for row in rows if isinstance(row, Target)}
    assert all(row.target_id is None or row.target_id in keys for row in rows if isinstance(row, Result))
    assert all(isinstance(row, Target | Result | Finding) and 0 <= row.confidence <= 1 for row in rows)


@pytest.mark.parametrize(
    "text", ["", "\n\n\n", "Mål", "mål " * 200_000, "Mål 3 – " + "x" * 500_000, "1. A\n" * 2000]
)
def test_odd_documents_are_read(text: str) -> None:
    document = text_document(text)
    assert extract_goals(Packet(document)) == []


def test_two_numbers_in_one_word_are_read() -> None:
    rows = extract_goals(
        made_packet(("Kontrakt 2031", "Mål 3 – Kunder\n\nMål\n\n2\u20244 kurser skal afholdes i 2031."))
    )
    assert all(isinstance(row, Target | Finding) for row in rows)


def test_a_packet_without_items_is_read() -> None:
    text = (
        "Afrapportering 2031\n\nMål 3 – Kunder\n\nMål Mindst 75 pct. er "
        "tilfredse.\n\nResultat\n\n79 pct. var tilfredse."
    )
    assert [(t.target, t.result) for t in pairs(extract_goals(Packet(text_document(text))))] == [(75, 79)]


def test_targets_of_one_item_take_no_results_of_another() -> None:
    lines = [
        "Mål 3 – Kunder", "Mål Mindst 75 pct. er tilfredse.", "Mål 3 – Kunder", "Resultat",
        "79 pct. af kunderne var tilfredse.",
    ]  # fmt: skip
    document = text_document("\n\n".join(lines))
    items = (
        AgendaItem("2.1", "Resultatkontrakt 2031", span=Span(0, 3)),
        AgendaItem("2.2", "Afrapportering 2031", span=Span(4, 8)),
    )
    found = pairs(extract_goals(Packet(document, items=items)))
    assert [(p.target, p.result) for p in found] == [(75, None)]


def test_a_document_without_goals_does_not_wake_the_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise AssertionError("the pipeline was asked for")

    monkeypatch.setattr("extractors.language.danish._pipeline", fail)
    assert read(("", "Kommunerne har 5 møder om året.\n\nDer er 12 deltagere."), title="Møder") == []


def test_reading_grows_with_the_document_and_not_with_its_square() -> None:
    def effort(count: int) -> int:
        goals = "\n\n".join(
            f"Mål {n} – Emne {n}\n\nMål Mindst {n % 90 + 5} pct. af kunderne er tilfredse med tilbud {n}."
            for n in range(1, count)
        )
        packet = made_packet((CONTRACT, goals))
        return calls(lambda: extract_goals(packet))

    effort(5)
    assert effort(90) < 12 * effort(15)


@pytest.mark.parametrize(
    "line",
    [
        "Målet er, at 5 pct. af kunderne er nye.",
        "Mål 3.1: Mindst 5 pct. af kunderne er nye.",
        "Resultatet blev 7 forløb, og målopfyldelsen er derfor 90%.",
        "Målet var 12 pct. Resultatet blev 14 pct.",
    ],
)
def test_thousands_of_goals_alike_take_no_more_work_each(line: str) -> None:
    def effort(count: int) -> int:
        packet = made_packet((CONTRACT, "Mål 3 – Kunder\n\n" + f"{line}\n\n" * count))
        return calls(lambda: extract_goals(packet))

    effort(20)
    assert effort(1200) < 12 * effort(200)


@pytest.mark.parametrize("rule", ["________________", "* * *", "***", "####"])
def test_a_rule_drawn_with_letters_below_a_goal_is_no_text(rule: str) -> None:
    text = (
        f"Mål 3 – Kunder\n\nMål\n\nMindst 70 pct. af kunderne skal være tilfredse i 2031.\n\n{rule}\n\nMål 4 – Ture"
    )
    assert [row.value for row in extract_goals(made_packet((CONTRACT, text))) if isinstance(row, Target)] == [70]
