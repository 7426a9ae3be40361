"""Recommendations whose marks the layout set apart, or that have none below an opening that ends in «at»."""

import pytest
from made_documents import text_document

from extractors.agenda.recommendations import extract_recommendations, read_section
from extractors.splitting.packet import split
from extractors.text.joining import Passage
from extractors.text.lone_marks import joined_marks
from extractors.text.markers import read_marker

LONG = "planen for broerne og fyrene ved sundet i de kommende år"


def passages(*texts: str) -> list[Passage]:
    """Passages of one line each, without marks."""
    return [Passage(text, (line,), (0,)) for line, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("texts", "marks"),
    [
        (["•", "godkender planen", "•", "drøfter taksten"], ["•", "•"]),
        (["(cid:127)", "godkender planen"], ["(cid:127)"]),
        (["godkender planen", "•", "•", "•"], [None]),
        (["•", "•", "godkender planen"], [None]),
        (["1.", "godkender planen", "2.", "drøfter taksten"], ["1.", "2."]),
        (["godkender planen", "1.", "2."], [None]),
    ],
)
def test_a_lone_mark_is_of_the_text_below_it(texts: list[str], marks: list[str | None]) -> None:
    assert [passage.marker for passage in joined_marks(passages(*texts))] == marks


def test_numbers_that_the_layout_put_behind_a_sentence_are_no_words_of_it() -> None:
    text = "at planen godkendes i juni 2027. 1. 2."
    (found,) = joined_marks([Passage(text, (0, 1, 2), (0, 33, 36))])
    assert found.text == "at planen godkendes i juni 2027."


@pytest.mark.parametrize("line", ["Planen gælder fra den", "Planen gælder pr.", "Kravet i § 4, stk."])
def test_a_number_that_a_line_waits_for_is_no_mark(line: str) -> None:
    whole = Passage(f"{line} 1. maj", (0, 1, 2), (0, len(line) + 1, len(line) + 4))
    assert joined_marks([whole]) == [whole]


@pytest.mark.parametrize(
    ("texts", "statements"),
    [
        (
            ["Styregruppen indstiller, at Fjordrådet", "•", "vedtager planen,", "•", "godkender taksten."],
            ["Styregruppen indstiller, at Fjordrådet vedtager planen",
             "Styregruppen indstiller, at Fjordrådet godkender taksten."],
        ),
        (
            ["Sekretariatet indstiller,", "– at planen godkendes."],
            ["Sekretariatet indstiller, at planen godkendes."],
        ),
        (
            ["Det indstilles, at", "KKR Fjorden godkender planen.", "KKR Fjorden drøfter taksten."],
            ["Det indstilles, at KKR Fjorden godkender planen.", "Det indstilles, at KKR Fjorden drøfter taksten."],
        ),
    ],
)  # fmt: skip
def test_entries_go_on_the_opening_above_them(texts: list[str], statements: list[str]) -> None:
    assert [statement.text for statement in read_section(passages(*texts))] == statements


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["planen sendes i høring", "fristen fastsættes til 1. maj", "taksten godkendes"], 3),
        (["planen sendes i høring hos de parter, der", "har bedt om det"], 1),
    ],
)
def test_lines_below_an_opening_that_are_clauses_each_are_entries(lines: list[str], count: int) -> None:
    parts = ["Havneforvaltningen indstiller, at", *lines]
    starts, text = [], ""
    for part in parts:
        starts.append(len(text))
        text += f"{part} "
    passage = Passage(text.rstrip(), tuple(range(len(parts))), tuple(starts))
    assert len(read_section([passage])) == count


def test_an_opening_in_the_text_of_an_item_takes_in_what_stands_below_it() -> None:
    text = "Dagsorden\n\n1. Velkomst\n\nDet indstilles, at\n\nKKR Fjorden godkender dagsordenen."
    text += "\n\n2. Eventuelt\n\nIntet."
    rows = extract_recommendations(split(text_document(text)))
    assert [(row.item_no, row.text) for row in rows] == [
        ("1", "Det indstilles, at KKR Fjorden godkender dagsordenen.")
    ]


@pytest.mark.parametrize(
    ("text", "mark"), [("(cid:127) vedtager planen", "•"), ("(cid:31)  drøfter den", "•"), ("(cid:127)", None)]
)
def test_a_bullet_of_a_font_without_letters_is_one(text: str, mark: str | None) -> None:
    found = read_marker(text)
    assert (found.text if found else None) == mark


@pytest.mark.parametrize("joint", [", og", " og", ", samt", ",", " med 2 pct., og", " (bilag 3), samt", ",\n   og"])
def test_a_number_behind_the_word_that_leads_to_it_opens_the_next_entry(joint: str) -> None:
    lines = [
        "Direktionen indstiller, at Havnerådet:",
        "1. godkender regnskabet for kajerne,",
        f"2. anbefaler ejerne at dele udgiften ligeligt{joint}",
        "3. sender planen i høring.",
    ]
    text = "2.1 Kajplan\nSAG-2027-00101 mbn\n\nIndstilling\n" + "\n".join(lines) + "\n"
    rows = extract_recommendations(split(text_document(text)))
    assert [row.action for row in rows] == ["godkende", "anbefale", "sende i høring"]


def test_entries_that_lost_their_marks_are_told_by_their_verbs() -> None:
    lines = ["Direktionen indstiller, at rådet:", "drøfter kajplanen,", "tager taksten til efterretning."]
    text = "2.1 Kajplan\nSAG-2027-00101 mbn\n\nIndstilling\n" + "\n".join(lines) + "\n"
    rows = extract_recommendations(split(text_document(text)))
    assert [row.action for row in rows] == ["drøfte", "tage til efterretning"]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (
            [
                "Direktøren indstiller, at rådet",
                f"godkender {LONG}, og",
                "drøfter taksten.",
            ],
            [
                f"Direktøren indstiller, at rådet godkender {LONG}",
                "Direktøren indstiller, at rådet drøfter taksten.",
            ],
        ),
        (
            ["Direktøren indstiller, at havnerådet ved sundet", "godkender planen og", "drøfter taksten."],
            ["Direktøren indstiller, at havnerådet ved sundet godkender planen og drøfter taksten."],
        ),
    ],
)
def test_lines_below_an_opening_that_breaks_early_are_entries(lines: list[str], found: list[str]) -> None:
    text = "\n".join(lines)
    starts = tuple(sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines)))
    passage = Passage(text.replace("\n", " "), tuple(range(len(lines))), starts)
    assert [statement.text for statement in read_section([passage])] == found
