"""What papers count and list for themselves: their sections, notes on points of theirs, the bilag of all items."""

from datetime import date

import pytest
from made_documents import text_document

from extractors.splitting import split
from schemas.packet import Packet

TEXT = "Havnelauget har drøftet sagen to gange i foråret.\nDer er enighed om at gå videre med den."
CASE = f"2.6 Orienteringssag: Ny lodsaftale\n\nSAG-2031-00188 abc\n\nBaggrund\n{TEXT}\n\nBilag\n- Lodsaftale"


def numbers(packet: Packet) -> list[str]:
    return [item.item_no for item in packet.items]


def agreement(*titles: str) -> str:
    return "Lodsaftale\n\n" + "\n\n".join(f"{title}\n{TEXT}" for title in titles)


@pytest.mark.parametrize("sign", [".", ""])
def test_sections_that_a_bilag_counts_from_one_are_no_items(sign: str) -> None:
    paper = agreement(
        f"1{sign} Formål", f"2{sign} Opgaver", f"3{sign} Mål\n\n3.1 Indtægter", "3.2 Skibe", f"4{sign} Ophør"
    )
    packet = split(text_document(CASE, paper))
    assert numbers(packet) == ["2.6"]
    assert [(paper.item_no, paper.title) for paper in packet.attachments] == [("2.6", "Lodsaftale")]
    assert packet.attachments[0].span is not None
    assert packet.attachments[0].span.last == packet.document.lines[-1].index


def test_a_chapter_of_the_agenda_counts_on_behind_a_list() -> None:
    points = "1. Møde med lodserne\n\n2. Rundtur på kajen"
    packet = split(
        text_document(CASE.replace(TEXT, f"{TEXT}\n\n{points}"), f"3. Valg\n\n3.1 Formand for lauget\n{TEXT}")
    )
    assert numbers(packet) == ["2.6", "3.1"]


NOTES = "\n\n".join(f"Ad {n}. {title}\n{TEXT}" for n, title in enumerate(("Gæster", "Både", "Priser"), 1))


def test_notes_within_a_section_that_the_next_one_follows_are_no_items() -> None:
    text = f"Lystbådehavnen\n\n1. Baggrund\n{TEXT}\n\n2. Uddybning\n\n{NOTES}\n\n3. Videre forløb\n{TEXT}"
    assert numbers(split(text_document(text))) == []


def test_notes_of_minutes_are_items() -> None:
    listed = "1. Gæster\n2. Både\n3. Priser"
    assert numbers(split(text_document(f"Referat\n\n{listed}\n\n{NOTES}"))) == ["1", "2", "3"]


HEAD = "Til: Havnelauget\nFra: Havnefogeden\nDato: 3. maj 2031\nJournalnr. 31-0817"


def test_the_number_of_a_memo_is_no_case_number_of_its_first_section() -> None:
    text = f"Marstrup Havn\n\nNotat\n\n{HEAD}\n\n1. Indledning\n{TEXT}\n\n2. Skibe\n{TEXT}"
    assert numbers(split(text_document(text))) == []


def test_a_header_above_the_words_for_the_bilag_of_a_meeting_heads_its_bilag() -> None:
    packed = "Bilag til Havnelaugets møde den 13. september 2031"
    text = f"3.1 Marstrup Havn - status pr.\n30. juni\n\n{packed}\n\nNotat\n\n{HEAD}\n\n1. Indledning\n{TEXT}"
    packet = split(text_document(text))
    assert [(item.item_no, item.title) for item in packet.items] == [("3.1", "Marstrup Havn - status pr. 30. juni")]
    assert [(paper.item_no, paper.title) for paper in packet.attachments] == [("3.1", "Notat")]
    assert packet.meeting_date == date(2031, 9, 13)


def meeting(bilag: str, behind: str) -> Packet:
    """An agenda of three items, the first with a list of its own, and a list behind the last."""
    items = "\n\n".join(
        f"{n}. {title}\nSagsnr.: 31/00{n}\n\nSagsfremstilling\n{TEXT}{bilag if n == 1 else ''}"
        for n, title in enumerate(("Ny færge", "Takster på kajen", "Næste år"), 1)
    )
    return split(text_document(f"Dagsorden\n\n{items}", behind))


@pytest.mark.parametrize(
    ("bilag", "behind", "found"),
    [
        ("", "1. Ny færge\n1. Tegning\n2. Pris\n\n2. Takster på kajen\nIngen bilag", "1/1 Tegning, 1/2 Pris"),
        ("", "1. Ny færge\n- Tegning\n\n3. Næste år\n- Kalender", "1/1 Tegning, 3/1 Kalender"),
        ("\n\nBilag\n1. Ny færge", "2. Takster på kajen\nBilag 1: Takst", "1/1 Ny færge, 2/1 Takst"),
        ("\n\nBilag\n- Tegning", "1. Ny færge\n1. Tegning (7215406)\n\n3. Næste år\nIngen bilag", "1/1 Tegning"),
        ("\n\nBilag\n- Tegning", "1. Ny færge\nIngen bilag", "1/1 Tegning"),
        ("\n\nBilag: Tegning", "3. Næste år\nIngen bilag", "1/1 Tegning"),
    ],
)
def test_a_list_of_all_bilag_gives_each_item_its_own(bilag: str, behind: str, found: str) -> None:
    packet = meeting(bilag, f"Bilagsliste\n\n{behind}")
    assert numbers(packet) == ["1", "2", "3"]
    read = [f"{paper.item_no}/{paper.attachment_no} {paper.title}" for paper in packet.attachments]
    assert ", ".join(read) == found
    assert "header_out_of_sequence" not in [finding.rule for finding in packet.findings]


def test_a_bilag_ends_where_the_next_listed_one_begins() -> None:
    case = f"Dagsorden\n\n1. Ny færge\nSagsnr.: 31/001\n\nSagsfremstilling\nPrisen står i bilag 1. {TEXT}"
    listed = "\n\nBilag\n1. Tegning af færgen\n2. Kilder til tallene"
    packet = split(
        text_document(
            case + listed,
            f"Bilag 1\n\nTEGNING\n\n{TEXT}\n{TEXT}",
            f"Færgen set fra siden\n{TEXT}",
            f"Bilag 2 Kilder til tallene\n\n{TEXT}\n{TEXT}",
        )
    )
    assert [paper.attachment_no for paper in packet.attachments] == ["1", "2"]
    first, second = (paper.span for paper in packet.attachments)
    assert first is not None
    assert second is not None
    assert first.last < second.first


def test_a_listed_memo_is_told_by_its_title_below_whom_it_is_to() -> None:
    listed = CASE.replace("- Lodsaftale", "- Lodsaftale\n- Notat: Skibenes ventetid ved slusen")
    memo = (
        f"Notat\n\nTil: Havnelauget\n\nFra: Havnefogeden, den 3. maj 2031\n\nSkibenes ventetid ved slusen\n\n{TEXT}"
    )
    first, second = split(text_document(listed, agreement("Formål", "Ophør"), memo)).attachments
    assert first.span is not None
    assert second.span is not None
    assert (first.span.last < second.span.first, second.title) == (True, "Notat: Skibenes ventetid ved slusen")


def test_a_line_in_capitals_below_a_title_is_of_the_paper_behind_it() -> None:
    title = "Orienteringssag: Status på kontrakten for 2031 med Marstrup Havn og de to andre havne ved fjorden"
    packet = split(
        text_document(f"2.3 {title}\nKONTRAKT 2031 - STATUS FOR HAVNEN\n\nMarstrup Havn\n\n{TEXT}\n{TEXT}")
    )
    assert [item.title for item in packet.items] == [title.removeprefix("Orienteringssag: ")]
    assert [paper.title for paper in packet.attachments] == ["KONTRAKT 2031 - STATUS FOR HAVNEN"]


@pytest.mark.parametrize(
    ("title", "top", "papers"),
    [
        ("Årsrapport og lodskontrakt 2031", "ÅRSRAPPORT 2030", ["Lodskontrakt 2031-2033", "ÅRSRAPPORT 2030"]),
        ("Årsrapport og lodskontrakt 2031", "Regnskab 2030", ["Lodskontrakt 2031-2033"]),
        ("Lodskontrakt 2031", "ÅRSRAPPORT 2030", ["Lodskontrakt 2031-2033"]),
    ],
)
def test_the_papers_that_an_item_names_open_pages(title: str, top: str, papers: list[str]) -> None:
    header = f"2.6 Orienteringssag: {title}"
    packet = split(
        text_document(f"{header}\n\nLodskontrakt 2031-2033\n\n{TEXT}", TEXT, f"{top}\n\n{TEXT}", f"{top}\n\n{TEXT}")
    )
    assert [paper.title for paper in packet.attachments] == papers
