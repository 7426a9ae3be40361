"""Where the text of an item ends and the pages of its bilag begin, and which bilag a page is."""

import pytest
from made_documents import text_document

from extractors.agenda.recommendations import extract_recommendations
from extractors.splitting import split
from extractors.splitting.labels import attachment_label, place_of, printed_number
from extractors.text.furniture import find_furniture

PROSE = "Havnene ved sundet får ny belysning, og arbejdet er færdigt til foråret.\nUdgiften deles af ejerne."
BODY = f"Ejerne betaler 40 procent hver.\nKajen lukkes i maj.\n{PROSE}\n{PROSE}\n{PROSE}"
ITEM = f"Havnerådet\nDagsorden til mødet den 4. maj 2027\n\nPunkt 7: Kajlys\n\nBaggrund\n{PROSE}\n\n"
ADVICE = "Indstilling\nSekretariatet indstiller, at rådet godkender planen."


def found(packet):
    return [
        (
            paper.item_no,
            paper.attachment_no,
            paper.title,
            packet.lines[paper.span.first].page if paper.span else None,
        )
        for paper in packet.attachments
    ]


@pytest.mark.parametrize(
    ("listed", "tops"),
    [
        ("A. Lysplan\nB. Budget", ("Bilag A", "Bilag B")),
        ("1 Lysplan\n2 Budget", ("Bilag 1", "Bilag 2")),
        ("7.1 Lysplan\n7.2 Budget", ("BILAG 7.1", "BILAG 7.2")),
        ("7a Lysplan\n7b Budget", ("7a", "7b")),
        ("7-A Lysplan\n7-B Budget", ("7-A", "7-B")),
        ("07.1 Lysplan\n07.2 Budget", ("07.1", "07.2")),
        ("7-1. Lysplan\n7-2. Budget", ("7-1.", "7-2.")),
        ("Bilag 7-1: Lysplan\nBilag 7-2: Budget", ("Bilag 7-1", "Bilag 7-2")),
        ("Bilag 1: Lysplan\nBilag 2: Budget", ("Bilag 1", "Bilag 2")),
        ("- Lysplan\n- Budget", ("BILAG 1, DEL A", "Bilag 2")),
    ],
)
def test_the_number_of_a_listed_bilag_opens_its_page(listed, tops):
    pages = [f"{top}\n\nLys ved vandet\n{BODY}" for top in tops]
    packet = split(text_document(f"{ITEM}{ADVICE}\n\nBilag\n{listed}\n", *pages))
    assert [row[2:] for row in found(packet)] == [("Lysplan", 2), ("Budget", 3)]


@pytest.mark.parametrize(
    ("listed", "numbers"),
    [
        ("A. Lysplan\nB. Budget", ["A", "B"]),
        ("7.1 Lysplan\n7.2 Budget", ["1", "2"]),
        ("7a Lysplan\n7b Budget", ["a", "b"]),
        ("7A Lysplan\n7B Budget", ["A", "B"]),
        ("7-A Lysplan\n7-B Budget", ["A", "B"]),
        ("Dok. 1: Lysplan\nDok. 2: Budget", ["1", "2"]),
        ("- Lysplan\n- Budget", ["1", "2"]),
    ],
)
def test_listed_bilag_keep_their_letters_and_numbers(listed, numbers):
    packet = split(text_document(f"{ITEM}{ADVICE}\n\nBilag\n{listed}\n"))
    assert [row[1:3] for row in found(packet)] == [(numbers[0], "Lysplan"), (numbers[1], "Budget")]


def test_labels_without_a_list_are_of_the_only_item():
    pages = [f"BILAG {n}\nLys ved vandet {n}\n{BODY}" for n in (1, 2)]
    packet = split(text_document(f"{ITEM}{ADVICE}\n", *pages))
    assert found(packet) == [("7", "1", "Lys ved vandet 1", 2), ("7", "2", "Lys ved vandet 2", 3)]


def test_a_label_that_holds_the_number_of_an_item_is_of_that():
    points = "\n\n".join(
        f"2.{n} Orienteringssag: {title}\nBaggrund\n{PROSE}" for n, title in ((1, "Lys"), (2, "Kaj"))
    )
    pages = [f"BILAG {label}\nLys ved vandet\n{BODY}" for label in ("2.1 a", "2.1 b", "2.2")]
    packet = split(
        text_document(f"Havnerådet\nDagsorden den 4. maj 2027\n\n{points}\n\n3.1 Eventuelt\nIntet.", *pages)
    )
    assert [(item, number) for item, number, _, _ in found(packet)] == [("2.1", "A"), ("2.1", "B"), ("2.2", "1")]


@pytest.mark.parametrize("listed", ["Bilag\nLysplan for molen", "Bilag: Lysplan for molen. Budget.", ""])
@pytest.mark.parametrize("top", ["VEJLEDNING OM LAMPER", "Bilag 3.K\nLamper"])
def test_what_stands_on_the_pages_behind_is_no_recommendation(listed, top):
    packet = split(text_document(f"{ITEM}{ADVICE}\n\n{listed}\n", f"{top}\n{BODY}"))
    rows = extract_recommendations(packet)
    if listed or "Bilag" in top:
        assert [row.text for row in rows] == ["Sekretariatet indstiller, at rådet godkender planen."]


def test_pages_behind_a_list_that_are_none_of_its_bilag_are_a_finding():
    packet = split(text_document(f"{ITEM}{ADVICE}\n\nBilag\nLysplan for molen\n", f"VEJLEDNING OM LAMPER\n{BODY}"))
    assert "pages_without_bilag" in [finding.rule for finding in packet.findings]
    assert found(packet) == [("7", "1", "Lysplan for molen", None)]


@pytest.mark.parametrize(("label", "running"), [("Bilag til punkt {}", False), ("Bilag til punkt 3", True)])
def test_labels_that_name_another_point_on_each_page_are_no_running_head(label, running):
    words = ("kajen", "molen", "dokken", "broen", "slippen", "pieren")
    pages = [
        f"{label.format(n)}\nLys ved {word}\nHer får {word} lys.\nDet er {word}s tur."
        for n, word in enumerate(words)
    ]
    document = text_document(*pages)
    assert [page.lines[0].index in find_furniture(document) for page in document.pages] == [running] * len(words)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Bilag 2.1 a", "2.1A"),
        ("Bilag 2.1.A Lysplan", "2.1A"),
        ("Bilag K: Lysplan", "K"),
        ("Bilag Y", "Y"),
        ("2a Lysplan", "2A"),
        ("4.1.2 Lysplan", "4.1.2"),
        ("B. Lysplan", "B"),
        ("Bilag 1 i planen er nyt", None),
        ("2. Lysplan", None),
        ("Bilaget", None),
    ],
)
def test_numbers_that_open_a_line(text, number):
    assert printed_number(text) == number


@pytest.mark.parametrize(
    ("label", "item", "place"),
    [("2", "7", 2), ("B", "7", 2), ("7B", "7", 2), ("2.4.3", "2.4", 3), ("2.4C", "2.4", 3), ("2.5", "2.4", None)],
)
def test_the_place_in_a_list_that_a_number_tells(label, item, place):
    assert place_of(label, item) == place


@pytest.mark.parametrize(
    ("text", "title"),
    [("Bilag J: Lysplan", "Lysplan"), ("Bilag 2 a: Lysplan", "Lysplan"), ("Bilag 3 (del 2): Lysplan", "Lysplan")],
)
def test_labels_with_letters_and_parts(text, title):
    label = attachment_label(text)
    assert label is not None
    assert label["title"] == title


@pytest.mark.parametrize(
    ("listed", "top", "page"),
    [
        ("Kajlysplan af 4. maj 2026 (uddrag)", "KAJLYSPLAN", 2),
        ("Laugets årsopgørelse", "LAUGET\nÅrsopgørelse 2026 over lamper", 2),
        ("Kajens drift", "Laugets regnskab", None),
        ("Kort", "Kort over lamper", None),
    ],
)
def test_the_words_of_a_listed_title_open_its_page(listed, top, page):
    packet = split(text_document(f"{ITEM}{ADVICE}\n\nBilag\n- {listed}\n", f"{top}\n{BODY}"))
    assert found(packet) == [("7", "1", listed, page)]


def test_words_that_two_pages_hold_tell_none():
    pages = [f"LAUGET\nÅrsopgørelse {year} over lamper\n{BODY}" for year in (2026, 2027)]
    packet = split(text_document(f"{ITEM}{ADVICE}\n\nBilag\n- Laugets årsopgørelse\n", *pages))
    assert found(packet) == [("7", "1", "Laugets årsopgørelse", None)]


def test_the_heading_of_a_list_is_no_header_of_its_item():
    text = f"{ITEM}{ADVICE}\n\nBilag til punkt 7\nBilag 1 - Lysplan\nBilag 2 - Budget\n\nPunkt 8: Slip\n{ADVICE}"
    packet = split(text_document(text, *(f"Bilag {n} til punkt 7\n\nOm {n}\n{BODY}" for n in (1, 2))))
    assert [(item.item_no, item.title) for item in packet.items] == [("7", "Kajlys"), ("8", "Slip")]
    assert found(packet) == [("7", "1", "Lysplan", 2), ("7", "2", "Budget", 3)]


@pytest.mark.parametrize(
    ("title", "page"),
    [
        ("Brev fra Bådelauget", 2),
        ("Henvendelse fra Bådelauget", 2),
        ("Brev fra Lodserne", None),
        ("Bådelauget", None),
    ],
)
def test_a_letter_is_known_by_its_sender(title, page):
    letter = f"Bådelauget ved Sundet\n\nTil Havnerådet\n\nKære formand\n\n{BODY}\n\nVenlig hilsen\nPer Bro"
    packet = split(text_document(f"{ITEM}{ADVICE}\n\nBilag\n{title}\n", letter))
    assert found(packet) == [("7", "1", title, page)]


POINTS = "\n\n".join(
    f"Punkt {n}: {title}\n\nBaggrund\n{PROSE}\n\n{ADVICE}" for n, title in ((7, "Lys"), (8, "Slip"))
)
AGENDA = f"Havnerådet\nDagsorden til mødet den 4. maj 2027\n\n{POINTS}\n\n"


@pytest.mark.parametrize(
    "entries",
    [
        "Bilag\nPunkt 7: Lysplan\nPunkt 7: Budget\nPunkt 8: Tegning",
        "Bilagsliste\nBilag 1 (punkt 7): Lysplan\nBilag 2 (punkt 7): Budget\nBilag 3 (punkt 8): Tegning",
        "Oversigt over bilag:\n- Pkt. 7: Bilag 1: Lysplan\n- Pkt. 7: Bilag 2: Budget\n- Pkt. 8: Bilag 3: Tegning",
    ],
)
def test_one_list_holds_the_bilag_of_all_items(entries):
    pages = [f"{title}\n\n{BODY}" for title in ("Lysplan", "Budget", "Tegning")]
    packet = split(text_document(f"{AGENDA}{entries}\n", *pages))
    assert found(packet) == [("7", "1", "Lysplan", 2), ("7", "2", "Budget", 3), ("8", "1", "Tegning", 4)]
    assert not packet.findings


def test_a_list_that_names_other_items_is_none_of_theirs():
    packet = split(text_document(f"{AGENDA}Bilag\nPunkt 3: Lysplan\nPunkt 4: Budget\n"))
    assert {item for item, *_ in found(packet)} <= {"8"}


@pytest.mark.parametrize(
    "label", ["Bilag til Punkt {}:\n\n{}", "Bilag til punkt {}: {}\n", "BILAG TIL PUNKT {} – {}\n"]
)
def test_labels_with_the_number_of_an_item_alone(label):
    pages = [f"{label.format(n, title)}\n{BODY}" for n, title in ((7, "Lysplan"), (8, "Tegning"))]
    packet = split(text_document(AGENDA, *pages))
    assert found(packet) == [("7", "1", "Lysplan", 2), ("8", "1", "Tegning", 3)]
    assert not packet.findings


def test_the_label_behind_a_title_is_no_part_of_it():
    packet = split(text_document(f"{ITEM}{ADVICE}\n\nBilag\n- Lysplan (bilag 2a)\n- Budget (bilag 2b)\n"))
    assert [title for _, _, title, _ in found(packet)] == ["Lysplan", "Budget"]


def test_a_longer_word_is_not_the_title_of_an_item_again():
    texts = [f"Punkt {n}: {title}\n\nBaggrund\n{PROSE}" for n, title in ((7, "Lys"), (8, "Slip"), (7, "Lyskilder"))]
    packet = split(text_document(f"Havnerådet\nDagsorden\n\n{texts[0]}\n\n{texts[1]}", texts[2]))
    assert [(item.item_no, item.title) for item in packet.items] == [("7", "Lys"), ("8", "Slip")]
