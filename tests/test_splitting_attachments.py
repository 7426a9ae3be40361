"""Bilag: by the contents, by dividers, by the papers themselves, and as lists."""

from dataclasses import replace

import pytest
from made_documents import pdf_document, pdf_line, text_document

from extractors.splitting import split, structure_records
from schemas.document import Bookmark, Page
from schemas.records import AttachmentRow, ItemRow

PROSE = "Kommunerne ved fjorden har arbejdet sammen om havnene siden foråret.\nArbejdet går videre i det nye år."
LONG = "\n".join([PROSE] * 6)


def found(packet):
    return [
        (a.item_no, a.attachment_no, a.title, None if a.span is None else packet.lines[a.span.first].page)
        for a in packet.attachments
    ]


def rules(packet):
    return [finding.rule for finding in packet.findings]


def test_bodies_without_titles_are_placed_by_the_pages_of_the_contents():
    contents = (
        "Indholdsfortegnelse - Bilag\n2.1 Valg: Formand for havnene ..... 2\n"
        "Bilag 1: Forslag ..... 3\nBilag 2: Regnskab ..... 5\n"
        "2.2 Valg: Suppleant ..... 6\nBilag 1: Oversigt ..... 7"
    )
    packet = split(
        text_document(
            contents,
            "2.1 Valg: Formand for havnene",
            "Først\n" + LONG,
            LONG,
            "Derpå\n" + LONG,
            "2.2 Valg: Suppleant",
            "Sidst\n" + LONG,
        )
    )
    assert found(packet) == [("2.1", "1", "Forslag", 3), ("2.1", "2", "Regnskab", 5), ("2.2", "1", "Oversigt", 7)]
    assert packet.lines[packet.attachments[0].span.last].page == 4


def test_titles_find_bodies_where_page_numbers_are_off():
    contents = (
        "Indholdsfortegnelse - Bilag\n2.1 Valg: Formand ..... 2\n"
        "Bilag 1: Havneatlas ..... 3\nBilag 2: Færgeregnskab ..... 14"
    )
    packet = split(
        text_document(contents, "2.1 Valg: Formand", "Havneatlas\n" + LONG, LONG, "Færgeregnskab\n" + LONG, LONG)
    )
    assert found(packet) == [("2.1", "1", "Havneatlas", 3), ("2.1", "2", "Færgeregnskab", 5)]


def test_an_item_without_header_starts_with_its_first_bilag():
    contents = (
        "Indholdsfortegnelse - Bilag\n2.1 Valg: Formand ..... 2\n"
        "Bilag 1: Havneatlas ..... 2\n2.9 Valg: Suppleant ..... 4\nBilag 1: Færgeregnskab ..... 4"
    )
    packet = split(text_document(contents, "Havneatlas\n" + LONG, LONG, "Færgeregnskab\n" + LONG))
    assert found(packet) == [("2.1", "1", "Havneatlas", 2), ("2.9", "1", "Færgeregnskab", 4)]
    assert [packet.lines[item.span.first].page for item in packet.items] == [2, 4]


def test_bilag_that_is_listed_and_missing_becomes_a_finding():
    contents = (
        "Indholdsfortegnelse - Bilag\n4.1 Siden sidst ..... 2\nBilag 1: Havneatlas ..... 3\nBilag 2: KKR ..... 9"
    )
    packet = split(text_document(contents, "4.1 Siden sidst", "Havneatlas\n" + LONG, LONG))
    assert found(packet) == [("4.1", "1", "Havneatlas", 3), ("4.1", "2", "KKR", None)]
    assert "listed_but_missing" in rules(packet)


def test_entries_without_a_label_are_bilag_in_their_order():
    contents = "Indholdsfortegnelse\n2.1 Valg: Formand\t2\nHavneatlas_2024.pdf\t3\nFærgeregnskab\t4"
    packet = split(text_document(contents, "2.1 Valg: Formand", "Havneatlas\n" + LONG, "Færgeregnskab\n" + LONG))
    assert found(packet) == [("2.1", "1", "Havneatlas_2024.pdf", 3), ("2.1", "2", "Færgeregnskab", 4)]


def test_a_header_printed_again_divides_the_bilag_of_its_item():
    head = "2.1 Temadrøftelse: Havnene i øhavet"
    packet = split(
        text_document(
            head,
            "Atlas\n" + LONG,
            head + " og færgerne",
            "Regnskab\n" + LONG,
            "2.4 Valg: Formand",
            "Liste\n" + LONG,
        )
    )
    assert [(i.item_no, i.title) for i in packet.items] == [
        ("2.1", "Havnene i øhavet og færgerne"),
        ("2.4", "Formand"),
    ]
    assert [row[:2] + row[3:] for row in found(packet)] == [("2.1", "1", 2), ("2.1", "2", 4), ("2.4", "1", 6)]


def test_labels_on_page_tops_divide_where_the_first_follows_the_header():
    packet = split(
        text_document("2.1 Valg: Formand", "Bilag 1: Atlas\n" + LONG, LONG, "Bilag 2: Regnskab\n" + LONG)
    )
    assert found(packet) == [("2.1", "1", "Atlas", 2), ("2.1", "2", "Regnskab", 4)]


def test_labels_behind_the_text_of_a_bilag_are_annexes_of_it():
    packet = split(
        text_document(
            "2.1 Valg: Formand", "Havnerapport\n" + LONG, "Bilag 1: Atlas\n" + LONG, "Bilag 2: Regnskab\n" + LONG
        )
    )
    assert [row[1:] for row in found(packet)] == [
        ("1", "Havnerapport", 2),
        ("1/1", "Atlas", 3),
        ("1/2", "Regnskab", 4),
    ]
    assert packet.attachment_at(packet.document.page(4).lines[1].index).attachment_no == "1/2"


def test_a_sentence_that_cites_a_bilag_is_no_annex():
    cited = "Antallet fremgår af\nBilag 1: Atlas viser antallet af færger i øhavet siden sidste år\nog er steget."
    packet = split(
        text_document("2.1 Valg: Formand", f"Havnerapport\n{PROSE}\n{cited}\n{PROSE}", "Bilag 1: Atlas\n" + LONG)
    )
    assert [(a.attachment_no, packet.lines[a.span.first].page) for a in packet.attachments] == [
        ("1", 2),
        ("1/1", 3),
    ]


def test_annexes_that_are_only_named_in_a_list_have_no_body():
    names = "\n".join(
        f"Bilag {n}: Takster for {name}" for n, name in enumerate(("havne", "færger", "broer", "moler", "både"), 1)
    )
    packet = split(
        text_document("2.1 Valg: Formand", "Havnerapport\n" + LONG, "Bilagsoversigt over aftalen\n" + names)
    )
    assert [a.listed_only for a in packet.attachments if "/" in a.attachment_no] == [True] * 5


def test_a_memo_without_divider_is_a_bilag_of_its_own():
    packet = split(
        text_document(
            "2.1 Valg: Formand", "Havnerapport\n" + LONG, LONG, "Notat\n3. maj 2023\nFærgerne i øhavet\n" + LONG
        )
    )
    assert [row[1::2] for row in found(packet)] == [("1", 2), ("2", 4)]


def test_a_letter_under_no_header_is_joined_to_no_item():
    letter = "Transportministeren\nFærgerne i øhavet\n\nKære minister\n\n" + LONG
    packet = split(text_document("2.1 Valg: Formand", "Havnerapport\n" + LONG, LONG, letter))
    assert [row[:2] for row in found(packet)] == [("2.1", "1"), (None, "")]
    assert [row.attachment_no for row in structure_records(packet) if isinstance(row, AttachmentRow)] == ["1", None]
    assert packet.item_at(packet.document.page(4).lines[0].index) is None
    assert "pages_without_item" in rules(packet)


def test_pages_before_the_first_header_belong_to_no_item():
    packet = split(
        text_document("Havnerapport\n" + LONG * 6, LONG * 6, LONG * 6, "2.1 Valg: Formand", "Atlas\n" + LONG)
    )
    assert packet.item_at(0) is None
    assert "pages_without_item" in rules(packet)


AGENDA = f"2.1. Beslutningssag: Havneplan\nSAG-2024-00001 mbn\n\nBaggrund\n{PROSE}\n\nBilag\n\n"


def test_bilag_listed_by_an_agenda_are_numbered_in_their_order():
    entries = [
        "– Atlas over havnene",
        "– Regnskab for færgerne i det sydfynske øhav 2018-",
        "2022.",
        "– Plan – første udkast",
    ]
    listing = "\n\n".join(entries)
    packet = split(text_document(AGENDA + listing))
    assert found(packet) == [
        ("2.1", "1", "Atlas over havnene", None),
        ("2.1", "2", "Regnskab for færgerne i det sydfynske øhav 2018-2022", None),
        ("2.1", "3", "Plan – første udkast", None),
    ]
    assert all(a.listed_only for a in packet.attachments)
    assert "listed_but_missing" not in rules(packet)


def test_no_bilag_is_no_bilag():
    assert split(text_document(AGENDA + "Ingen bilag")).attachments == ()


def test_bodies_behind_the_list_belong_to_the_listed_bilag():
    second = f"2.2. Orienteringssag: Færger\nSAG-2024-00002 mbn\n\nBaggrund\n{PROSE}"
    packet = split(
        text_document(
            AGENDA + "- Havneatlas\n- Færgeregnskab", "Havneatlas\n" + LONG, LONG, "Færgeregnskab\n" + LONG, second
        )
    )
    assert found(packet) == [("2.1", "1", "Havneatlas", 2), ("2.1", "2", "Færgeregnskab", 4)]
    assert packet.lines[packet.section_at(packet.sections[-1].span.first).span.last].page == 5
    assert [packet.lines[s.span.last].page for s in packet.sections if s.name == "Bilag"] == [1]


NEXT = f"2.2. Orienteringssag: Færger\nSAG-2024-00002 mbn\n\nBaggrund\n{PROSE}"
AGAIN = "2.1. Beslutningssag: Havneplan\n\n"


@pytest.mark.parametrize(
    ("pages", "attachments"),
    [
        pytest.param(
            [AGENDA + "Bilag 1: Havneatlas\n\n" + NEXT + "\n\n" + AGAIN + "Bilag 1: Havneatlas\n\n" + LONG],
            [("2.1", "1", "Havneatlas", 10)],
            id="behind the agenda, below the header printed again",
        ),
        pytest.param(
            [AGENDA.removesuffix("Bilag\n\n") + AGAIN + "Bilag 1: Havneatlas\n\n" + LONG + "\n\n" + NEXT],
            [("2.1", "1", "Havneatlas", 12)],
            id="behind its item, below the header printed again, in no list",
        ),
        pytest.param(
            [AGENDA.removesuffix("Bilag\n\n"), "Bilag 1: Havneatlas\n\n" + LONG, "Bilag 2: Plan\n" + LONG, NEXT],
            [("2.1", "1", "Havneatlas", 12), ("2.1", "2", "Plan", 6)],
            id="on pages of their own behind their item, in no list",
        ),
        pytest.param(
            [AGENDA + "Bilag 1: Havneatlas", NEXT, "Bilag 1: Havneatlas\n\n" + LONG],
            [("2.1", "1", "Havneatlas", 12)],
            id="behind another item than the one that lists it",
        ),
        pytest.param(
            [AGENDA.removesuffix("Bilag\n\n"), NEXT, "Bilag 1: Atlas\n" + LONG, "Bilag 1: Plan\n" + LONG],
            [],
            id="two first bilag behind the last item: of which items nothing tells",
        ),
    ],
)
def test_bodies_in_an_agenda_belong_to_their_items(pages, attachments):
    packet = split(text_document(*pages))
    told = [(item, number, title) for item, number, title, _ in found(packet)]
    assert told == [paper[:3] for paper in attachments]
    assert [item.item_no for item in packet.items] == ["2.1", "2.2"]
    for paper, (*_, fewest) in zip(packet.attachments, attachments, strict=True):
        assert paper.span is not None
        assert paper.span.last - paper.span.first >= fewest


def lines(*texts):
    return [pdf_line(text, 60, 60 + 14 * n) for n, text in enumerate(texts)]


def with_empty_pages(document, *places):
    """The document with pages without text put in before these 1-based pages of the result."""
    pages = list(document.pages)
    for place in places:
        pages.insert(place - 1, Page(place, (), width=595.0, height=842.0, status="no_text", text_source="pdf"))
    moved = [
        replace(page, number=n, lines=tuple(replace(line, page=n) for line in page.lines))
        for n, page in enumerate(pages, 1)
    ]
    return replace(document, pages=tuple(moved))


def test_pages_without_text_belong_to_the_bilag_that_the_contents_name():
    contents = lines(
        "Indholdsfortegnelse - Bilag", "2.1 Valg: Formand ..... 2", "Bilag 1: Havneatlas ..... 3",
        "Bilag 2: Kort ..... 5",
        "2.2 Valg: Suppleant ..... 6", "Bilag 1: Liste ..... 7",
    )  # fmt: skip
    document = pdf_document(
        contents,
        lines("2.1 Valg: Formand"),
        lines("Havneatlas", *PROSE.split("\n")),
        lines("2.2 Valg: Suppleant"),
        lines("Liste", *PROSE.split("\n")),
    )
    packet = split(with_empty_pages(document, 4, 5))
    rows = structure_records(packet)
    papers = [row for row in rows if isinstance(row, AttachmentRow)]
    assert [(r.attachment_no, r.page_first, r.page_last, r.listed_only) for r in papers] == [
        ("1", 3, 4, False), ("2", 5, 5, False), ("1", 7, 7, False),
    ]  # fmt: skip
    assert [(r.item_no, r.page_first, r.page_last) for r in rows if isinstance(r, ItemRow)] == [
        ("2.1", 2, 5),
        ("2.2", 6, 7),
    ]
    assert "attachment_without_text" in rules(packet)


def bookmarked(*marks):
    pages = [
        lines("Forside"),
        lines("2.1 Valg: Formand"),
        lines("Atlas", *PROSE.split("\n")),
        lines("Liste", *PROSE.split("\n")),
    ]
    return split(replace(pdf_document(*pages), bookmarks=tuple(Bookmark(title, page, 0) for title, page in marks)))


def test_bookmarks_stand_in_for_a_table_of_contents():
    packet = bookmarked(("2.1 Valg: Formand", 2), ("Bilag 1: Havneatlas", 3), ("Bilag 2: Havneliste", 4))
    assert found(packet) == [("2.1", "1", "Havneatlas", 3), ("2.1", "2", "Havneliste", 4)]
    assert {paper.toc_page for paper in packet.attachments} == {None}


def test_the_bookmarks_of_a_report_are_no_contents():
    packet = bookmarked(("1 Indledning", 1), ("1.1 Metode", 2), ("1.2 Fund", 3))
    assert [item.item_no for item in packet.items] == ["2.1"]


def test_bilag_numbers_that_name_their_item():
    entries = ["2.1 Valg: Formand ..... 2", "Bilag 2.1.1: Atlas ..... 3", "Bilag 2.1.2: Liste ..... 4"]
    contents = "\n".join(["Indholdsfortegnelse - Bilag", *entries])
    packet = split(text_document(contents, "2.1 Valg: Formand", "Atlas\n" + LONG, "Liste\n" + LONG))
    assert found(packet) == [("2.1", "1", "Atlas", 3), ("2.1", "2", "Liste", 4)]


def test_an_agenda_that_repeats_its_headers_on_every_page_has_no_dividers():
    pages = [
        f"2.{n} Valg: Nummer {n}\n" + (f"SAG-2024-0000{n} mbn\nBaggrund\n" if first else "") + LONG
        for n in (1, 2)
        for first in (1, 0)
    ]
    packet = split(text_document(*pages))
    assert packet.attachments == ()
    assert packet.document.page(2).lines[0].index in packet.furniture


def test_a_short_bilag_may_follow_another_on_the_page_that_the_contents_name():
    contents = lines(
        "Indholdsfortegnelse - Bilag",
        "2.1 Valg: Formand ..... 2", "Bilag 1: Havneatlas ..... 3", "Bilag 2: Fyrliste ..... 3",
        "2.2 Valg: Suppleant ..... 5",
    )  # fmt: skip
    short, tail = LONG.split("\n")[:8], LONG.split("\n")
    pages = [
        contents,
        lines("2.1 Valg: Formand"),
        lines("Bilag 1: Havneatlas", *short, "Bilag 2: Fyrliste", *short),
        lines(*tail),
        lines("2.2 Valg: Suppleant"),
    ]
    packet = split(pdf_document(*pages))
    assert found(packet) == [("2.1", "1", "Havneatlas", 3), ("2.1", "2", "Fyrliste", 3)]
    assert [paper.span.last for paper in packet.attachments if paper.span][-1] >= pages_end(packet, 4)


def pages_end(packet, page):
    return packet.document.page(page).lines[-1].index


@pytest.mark.parametrize(
    ("tail", "ends"), [("Bo Lund\nTlf. 12 34", "Nyt."), ("Bo Lund\n" + "Fyrene er gamle. " * 5, "Fyrene")]
)
def test_where_pages_are_not_known_only_short_lines_tell_whom_to_ask(tail, ends):
    packet = split(text_document(f"2.1 Valg: Formand\nSAG-2024-00001 mbn\nBaggrund\nNyt.\n\nKontakt\n{tail}\n"))
    (item,) = packet.items
    assert packet.lines[item.span.last].text.startswith(ends)


def test_a_last_page_that_tells_whom_to_ask_belongs_to_no_item():
    packet = split(
        text_document("2.1 Valg: Formand\nSAG-2024-00001 mbn\nBaggrund\nNyt.", "Kontakt\nBo Lund\nTlf. 12")
    )
    (item,) = packet.items
    assert packet.document.lines[item.span.last].page == 1
    assert "pages_without_item" in rules(packet)


def test_a_bilag_that_begins_below_the_end_of_another_leaves_it_the_top_of_the_page():
    contents = lines(
        "Indholdsfortegnelse - Bilag",
        "2.1 Valg: Formand ..... 2", "Bilag 1: Havneatlas ..... 3", "Bilag 2: Fyrliste ..... 4",
    )  # fmt: skip
    long = LONG.split("\n")
    pages = [
        contents,
        lines("2.1 Valg: Formand"),
        lines("Bilag 1: Havneatlas", *long),
        lines(*long[:5], "Bilag 2: Fyrliste", *long[:8]),
    ]
    packet = split(pdf_document(*pages))
    ends = [(packet.lines[p.span.first].page, packet.lines[p.span.last].page) for p in packet.attachments if p.span]
    assert ends == [(3, 4), (4, 4)]
