"""Whose meeting it is and when: labels, lines that name both, headings over what was decided."""

from __future__ import annotations

from datetime import date

import pytest
from made_documents import text_document

from extractors.splitting.meeting import body_of_line, names_body
from extractors.splitting.packet import split

DAY = date(2027, 5, 3)
POINT = "\n\n1. Takster\n\nSagsnr. 22/77\n\nIndstilling\n\nAt taksten godkendes.\n"


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Referat - Kyst- og Havneudvalget den 3. maj 2027", "Kyst- og Havneudvalget"),
        ("Havneudvalget – Referat – 3. maj 2027", "Havneudvalget"),
        ("Byrådet - Referat fra mødet den 03-05-2027", "Byrådet"),
        ("By- og Havneudvalget mandag den 3. maj 2027 kl. 16:30", "By- og Havneudvalget"),
        ("Referat Molby Byråd 03-05-2027", "Molby Byråd"),
        ("Kyst & Landudvalget - 03-05-2027", "Kyst & Landudvalget"),
        ("Møde i Forretningsudvalget 2026-2029", "Forretningsudvalget 2026-2029"),
        ("HAVNERÅD", "HAVNERÅD"),
    ],
)
def test_a_line_names_the_body_beside_the_kind_of_paper_and_the_day(line, body):
    assert body_of_line(line) == body


@pytest.mark.parametrize(
    "text",
    ["udvalget", "Forelagt bestyrelsen", "Nyt fra bestyrelsen", "NYT FRA RÅDET", "Udvalget for Havne, Fyr og",
     "Ejerkommunernes byråd"],
)  # fmt: skip
def test_words_for_a_body_are_no_name(text):
    assert not names_body(text)


@pytest.mark.parametrize(
    "head",
    [
        "Beslutningsprotokol\n\nmandag den 3. maj 2027 kl. 17:00\n\nUdvalg: Udvalget for Havne og Fyr",
        "UDVALG\n\nUdvalget for Havne og Fyr\n\nSTED\n\nMolen\n\nSTARTTIDSPUNKT\n\n03-05-2027 17:00:00",
        "Udvalget for Havne og Fyr\n\n03-05-2027\n\nMedlemmer",
        "Referat\nUdvalget for Havne og Fyr\n03-05-2027 kl. 13:00\nLokale 4",
        "Referat\nUdvalget for Havne og Fyr mandag den 3. maj 2027 kl. 13.00\nLokale 4",
    ],
)
def test_body_and_day_of_the_meeting_stand_behind_labels_or_on_lines_of_their_own(head):
    packet = split(text_document(head + POINT))
    assert (packet.body, packet.meeting_date) == ("Udvalget for Havne og Fyr", DAY)


@pytest.mark.parametrize(
    "heading",
    [
        "Beslutning i Havneudvalget den 03-05-2027",
        "Beslutning i Havneudvalget 3. maj 2027:",
        "Havneudvalgets beslutning den 3. maj 2027:",
        "Beslutning i Havneudvalget mandag den 3. maj 2027, pkt. 1",
        "Havneudvalget, 03-05-2027, pkt. 1",
    ],
)
def test_a_point_printed_alone_is_of_the_meeting_that_decided(heading):
    packet = split(text_document(f"{POINT.strip()}\n\n{heading}\n\nGodkendt.\n"))
    assert (packet.body, packet.meeting_date) == ("Havneudvalget", DAY)


def test_what_two_bodies_decided_does_not_tell_whose_paper_it_is():
    decided = "".join(
        f"\n\nBeslutning i {body} den {day}. maj 2027\n\nGodkendt.\n"
        for body, day in (("Havneudvalget", 3), ("Økonomiudvalget", 9))
    )
    packet = split(text_document(POINT.strip() + decided))
    assert (packet.body, packet.meeting_date) == (None, None)
