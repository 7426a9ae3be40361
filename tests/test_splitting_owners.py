"""Whose a paper is that no header stands before."""

import pytest
from made_documents import text_document

from extractors.splitting import split
from extractors.splitting.owners import leaves_room, telling
from extractors.splitting.sections import section_name

PROSE = "Kommunerne har arbejdet sammen om sagen siden foråret.\nArbejdet går videre i det nye år."
LONG = "\n".join([PROSE] * 6)


def memo(subject, pages=1):
    """A memo about something, as the pages of a text."""
    first = f"Notat\nOm {subject}\n" + "\n".join([f"{PROSE}\nDet gælder også {subject} i år."] * 20)
    return [first, *[LONG] * (pages - 1)]


def found(*pages):
    packet = split(text_document(*pages))
    return [(a.item_no, a.attachment_no, packet.lines[a.span.first].page) for a in packet.attachments], packet


def rules(packet):
    return {finding.rule for finding in packet.findings}


def divider(number, title):
    return f"{number} {title}"


FERRIES, HARBOURS, BRIDGES = "Orientering om færgeplan", "Status på havnefonden", "Forslag til brovedligehold"


def test_a_paper_with_the_words_of_the_next_header_is_of_its_item():
    papers, packet = found(
        divider("2.1", FERRIES), *memo("færgeplanen"), *memo("havnefondens midler"), divider("2.2", HARBOURS), LONG
    )
    assert papers == [("2.1", "1", 2), ("2.2", "1", 3), ("2.2", "2", 5)]
    assert "paper_without_header" in rules(packet)
    assert [item.span.first for item in packet.items] == [item.header.first for item in packet.items]


def test_a_paper_that_tells_nothing_stays_with_the_item_above_it():
    papers, packet = found(
        divider("2.1", FERRIES), *memo("færgeplanen"), *memo("mødeformen"), divider("2.2", HARBOURS), LONG
    )
    assert papers == [("2.1", "1", 2), ("2.1", "2", 3), ("2.2", "1", 5)]
    assert "paper_without_header" not in rules(packet)


def test_a_strange_paper_before_a_left_out_number_is_of_no_item_where_headers_are_repeated():
    pages = [divider("2.1", FERRIES), *memo("færgeplanen"), divider("2.1", FERRIES), *memo("færgeplanen")]
    papers, packet = found(*pages, *memo("mødeformen"), divider("2.4", HARBOURS), LONG)
    assert papers == [("2.1", "1", 2), ("2.1", "2", 4), (None, "", 5), ("2.4", "1", 7)]
    assert "pages_without_item" in rules(packet)


def test_a_paper_of_the_same_subject_before_a_left_out_number_stays_with_its_item():
    pages = [divider("2.1", FERRIES), *memo("færgeplanen"), divider("2.1", FERRIES), *memo("færgeplanen")]
    papers, _ = found(*pages, *memo("færgeplanens økonomi"), divider("2.4", HARBOURS), LONG)
    assert papers[2] == ("2.1", "3", 5)


def test_papers_before_the_first_header_are_of_its_item_where_they_have_its_words():
    pages = [*memo("brovedligeholdet", 2), divider("3.1", BRIDGES), LONG, divider("3.1", BRIDGES), *memo("broer")]
    papers, packet = found(*pages)
    assert papers == [("3.1", "1", 1), ("3.1", "2", 4), ("3.1", "3", 6)]
    assert "paper_without_header" in rules(packet)


def test_papers_before_the_first_header_about_something_else_are_of_no_item():
    pages = [*memo("færgerne", 2), divider("3.1", BRIDGES), LONG, divider("3.1", BRIDGES), *memo("broer")]
    papers, packet = found(*pages)
    assert papers == [(None, "", 1), ("3.1", "1", 4), ("3.1", "2", 6)]
    assert "pages_without_item" in rules(packet)


def test_a_letter_with_the_words_of_the_next_header_is_of_its_item():
    about = "Havnefonden skal åbnes igen.\nHavnefondens midler slipper op.\nSend svar til Havnefonden."
    letter = f"Transportministeriet\n\nKære minister\n\n{about}\n{LONG}"
    papers, _ = found(divider("2.1", FERRIES), *memo("færgeplanen"), letter, divider("2.2", HARBOURS), LONG)
    assert papers == [("2.1", "1", 2), ("2.2", "1", 3), ("2.2", "2", 5)]


def test_the_same_paper_again_is_a_bilag_of_its_own():
    sheet = "Øhavets Færgeskole\n\n" + "\n".join(
        f"{word} linje i et blad om sejlads og søfolkenes uddannelse" for word in ("et", "to", "tre", "fire", "fem")
    )
    first = "Havnerapport\n" + LONG
    papers, _ = found(divider("2.1", FERRIES), first, f"Vedtægter for færgeskolen\n{sheet}", LONG, sheet, LONG)
    assert papers == [("2.1", "1", 2), ("2.1", "2", 3), ("2.1", "3", 5)]


def test_a_dated_agreement_on_top_of_a_page_is_a_bilag_named_by_its_title():
    agreement = f"Marts 2031\n\nAftale om havnenes fælles drift\n\nmellem\n\nHavnene\n{LONG}"
    packet = split(text_document(divider("2.1", FERRIES), "Havnerapport\n" + LONG, agreement))
    assert packet.attachments[1].title.startswith("Aftale om havnenes fælles drift")


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Orientering om Færgeplan 2031-2035", ["færgeplan"]),
        ("Status på arbejdet med HF (Havnefonden)", ["hf", "havnefonden"]),
        ("Godkendelse af anbefalinger", []),
    ],
)
def test_the_words_of_a_title_that_tell_its_subject(title, words):
    assert telling(title) == words


@pytest.mark.parametrize(
    ("before", "after", "room"),
    [("2.1", "2.2", False), ("2.1", "2.3", True), ("2.9", "3.1", True), ("4", "5", False), ("4", "7", True)],
)
def test_where_an_item_may_stand_between_two_numbers(before, after, room):
    assert leaves_room(before, after) is room


def test_a_word_of_the_next_title_in_passing_moves_no_paper():
    papers, _ = found(
        divider("2.1", FERRIES),
        *memo("færgeplanen"),
        *memo("mødeformen"),
        LONG + "\nHavnefonden er nævnt.",
        divider("2.2", HARBOURS),
        LONG,
    )
    assert papers[:2] == [("2.1", "1", 2), ("2.1", "2", 3)]


def test_repeated_heads_of_a_table_are_no_paper_again():
    head = "\n".join(f"Antal havne i kommunen pr. {n}. januar ifølge Statistisk Årbog" for n in range(1, 6))
    rows = "\n".join(f"Havn {n} {n * 7}" for n in range(1, 30))
    papers, _ = found(divider("2.1", FERRIES), "Havnerapport\n" + LONG, f"{head}\n{rows}", f"{head}\n{rows}")
    assert papers == [("2.1", "1", 2)]


def test_the_head_of_a_table_is_no_title_of_its_paper():
    table = "Havne i alt 2029 Andel2030 Andel2031 Andel 2032 på 2033\n\nNyborg 4 5 6 7\n" + "Assens 3 4 5 6\n" * 9
    packet = split(text_document(divider("2.1", FERRIES), table))
    assert packet.attachments[0].title is None


def test_a_title_may_go_on_behind_its_colon():
    paper = "Øhavets kommuner i fælles brev til ministeren:\nLad færgerne sejle om natten\n\n" + LONG
    packet = split(text_document(divider("2.1", FERRIES), paper))
    assert (
        packet.attachments[0].title == "Øhavets kommuner i fælles brev til ministeren: Lad færgerne sejle om natten"
    )


def test_a_memo_with_headings_of_an_agenda_behind_its_divider_makes_no_agenda():
    memo_page = f"NOTAT\nBaggrund\n{PROSE}\n\nAnbefaling\n{LONG}"
    papers, packet = found(divider("2.1", FERRIES), LONG, divider("2.2", HARBOURS), memo_page)
    assert papers == [("2.1", "1", 2), ("2.2", "1", 4)]
    assert packet.kind == "bilag"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anbefaling til kontaktrådet", "Indstilling"),
        ("Anbefaling til kontaktrådet omkring", None),
        ("Indstilling fra udvalget vedrørende", None),
    ],
)
def test_a_heading_that_goes_on_is_the_title_of_a_paper(text, name):
    assert section_name(text) == name
