"""Agendas whose items share pages, with the bilag behind the last of them."""

import pytest
from made_documents import text_document

from extractors.splitting.cited import cited_numbers
from extractors.splitting.labels import attachment_label, named_item
from extractors.splitting.packet import split
from schemas.packet import Packet

LIST = "Havnelauget\nDAGSORDEN\n\n1. Velkomst\n2. Ny færge\n3. Takster på kajen\n4. Eventuelt\n\n"
ROWS = "\n".join(f"Kajplads {place} er udlejet til {name}." for place, name in enumerate("abcdefgh"))


def agenda(ferry: str, rates: str) -> str:
    """An agenda of four short items on one page, two of them with this text."""
    return (
        f"{LIST}1. Velkomst\n\nFormanden byder velkommen.\n\n2. Ny færge\n\n{ferry}\n\n3. Takster på kajen\n\n"
        f"{rates}\n\n4. Eventuelt\n\nParkering i gården."
    )


def body(label: str, title: str) -> str:
    """A page that opens with a label and a title."""
    return f"{label}\n\n{title}\n\n{ROWS}"


def bilag(packet: Packet) -> list[tuple[str | None, str, str | None]]:
    return [(paper.item_no, paper.attachment_no, paper.title) for paper in packet.attachments]


def test_items_on_one_page_are_an_agenda_and_have_no_bilag_between_them() -> None:
    packet = split(text_document(agenda("Færgen er solgt.", "Taksten er uændret."), "Kort\n\n" + ROWS))
    assert packet.kind == "dagsorden"
    assert [item.item_no for item in packet.items] == ["1", "2", "3", "4"]
    assert bilag(packet) == []


def test_bilag_behind_the_last_item_are_of_the_item_that_cites_them() -> None:
    text = agenda("Tilbuddet (bilag A) og tegningerne er kommet, se bilag C.", "Taksterne står i bilag B.")
    pages = [body("BILAG A", "Tilbud på færgen"), body("BILAG B", "Takstblad"), body("BILAG C", "Tegninger")]
    packet = split(text_document(text, *pages))
    assert bilag(packet) == [
        ("2", "A", "Tilbud på færgen"), ("2", "C", "Tegninger"), ("3", "B", "Takstblad"),
    ]  # fmt: skip
    last = packet.items[-1].span
    assert last is not None
    assert packet.lines[last.last].page == 1


def test_a_bilag_that_no_item_cites_is_of_none_beside_those_that_are_cited() -> None:
    text = agenda("Tilbuddet er bilag 1.", "Taksten er uændret.")
    packet = split(text_document(text, body("Bilag 1", "Tilbud på færgen"), body("Bilag 2", "Kajens historie")))
    assert bilag(packet) == [("2", "1", "Tilbud på færgen"), (None, "", "Kajens historie")]


def test_the_number_of_a_bilag_holds_that_of_its_item() -> None:
    pages = [body("Bilag 2.1", "Tilbud på færgen"), body("Bilag 2.2", "Tegninger"), body("Bilag 3.1", "Takstblad")]
    packet = split(text_document(agenda("Færgen er solgt.", "Taksten er uændret."), *pages))
    assert bilag(packet) == [
        ("2", "1", "Tilbud på færgen"), ("2", "2", "Tegninger"), ("3", "1", "Takstblad"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Se bilag 2 og 4.", {"2", "4"}), ("jf. bilagene A, B og D", {"A", "B", "D"}), ("(bilag 3.2)", {"3.2"}),
        ("bilag 1-3 er vedlagt", {"1", "2", "3"}), ("bilag II og bilag IV", {"II", "IV"}),
        ("bilagene er udsendt", set()), ("Et bilag i sagen", set()),
    ],
)  # fmt: skip
def test_text_cites_bilag_by_their_numbers(text: str, numbers: set[str]) -> None:
    assert cited_numbers(text) == numbers


@pytest.mark.parametrize(
    ("text", "item", "title"),
    [
        ("BILAG 4 – PKT. 17", "17", ""), ("Bilag A (punkt 3)", "3", ""),
        ("Bilag 2, sag 5: Takster", "5", "Takster"), ("Bilag 2 – Punktafgifter", None, "Punktafgifter"),
    ],
)  # fmt: skip
def test_a_label_names_its_item_behind_a_dash_or_in_brackets(text: str, item: str | None, title: str) -> None:
    label = attachment_label(text)
    assert label is not None
    assert (named_item(text), label["title"]) == (item, title)


def test_labels_that_name_their_item_alone_open_bilag() -> None:
    pages = [body("Bilag til punkt 2 (1 af 2)", "Tilbud"), body("Bilag til punkt 2 (2 af 2)", "Tegninger")]
    packet = split(
        text_document(
            agenda("Færgen er solgt.", "Taksten er uændret."), *pages, body("BILAG TIL PUNKT 3", "Takstblad")
        )
    )
    assert bilag(packet) == [("2", "1", "Tilbud"), ("2", "2", "Tegninger"), ("3", "1", "Takstblad")]


def test_a_cover_that_speaks_of_the_agenda_anywhere_tells_the_kind() -> None:
    text = agenda("Færgen er solgt.", "Taksten er uændret.")
    text = text.replace(
        "DAGSORDEN", "Møde i klubhuset den 4. maj 2031, dagsorden med sagsfremstillinger til medlemmerne"
    )
    assert split(text_document(text, "Bagest\n\n" + ROWS)).kind == "dagsorden"


@pytest.mark.parametrize(
    ("title", "item"),
    [("Takster på kajen i 2031", "3"), ("Takster på kajen for en ny færge", None), ("Kajens historie", None)],
)
def test_a_bilag_that_none_cites_is_of_the_item_whose_title_it_bears(title: str, item: str | None) -> None:
    text = agenda("Tilbuddet er bilag 1.", "Taksten er uændret.")
    packet = split(text_document(text, body("Bilag 1", "Tilbud på sejlads"), body("Bilag 2", title)))
    assert [found for found, _, name in bilag(packet) if name == title] == [item]
