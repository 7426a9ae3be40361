"""Agendas as web sites print them: lists before the cases, bullets before numbers, labels and links between."""

from __future__ import annotations

import pytest
from made_documents import text_document

from extractors.agenda.appointments import extract_appointments
from extractors.agenda.recommendations import extract_recommendations
from extractors.splitting import split
from extractors.splitting.files import file_names
from extractors.splitting.item_numbers import behind_mark, parse_item_number
from extractors.splitting.sections import section_name

LISTED = """\
UDVALG

Havneudvalget

MØDE

Referat

PUNKTER

81. Godkendelse af mødeplanen for havnene
82. Takster for kajplads
83. Fyret ved Nordmolen

81. Godkendelse af mødeplanen for havnene

Godkendelse af mødeplanen for havnene
Sagsgang og sagstype

Havneudvalget

Beslutningssag

Indstilling

Havnechefen indstiller, at

  1. mødeplanen godkendes
"""


def test_a_list_is_contents_where_its_first_point_comes_right_behind_it():
    items = split(text_document(LISTED)).items
    assert [(item.item_no, item.title, item.span is not None) for item in items] == [
        ("81", "Godkendelse af mødeplanen for havnene", True),
        ("82", "Takster for kajplads", False),
        ("83", "Fyret ved Nordmolen", False),
    ]


def test_the_kind_of_case_stands_below_the_bodies_that_it_goes_through():
    assert split(text_document(LISTED)).items[0].item_type == "Beslutningssag"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("• 118. Takster", "118. Takster"),
        ("• Pkt. 42 Takster", "Pkt. 42 Takster"),
        ("Indholdsfortegnelse1. Takster", "1. Takster"),
        ("Økonomisager Punkt 02 Takster", "Punkt 02 Takster"),
        ("2BPkt. 3 Takster", "Pkt. 3 Takster"),
        ("• 3 både", "• 3 både"),
        ("• 2. maj", "• 2. maj"),
        ("Dagsorden 2027", "Dagsorden 2027"),
    ],
)
def test_what_stands_before_the_number_of_an_item_is_passed(text, rest):
    assert behind_mark(text) == rest


@pytest.mark.parametrize(
    ("text", "number"),
    [("Nr.56 - Takster", "56"), ("Nr. 156 – Takster", "156"), ("Åbent 7 Takster", "7"), ("lukket 8 Takster", "8")],
)
def test_numbers_behind_a_word(text, number):
    found = parse_item_number(text)
    assert found is not None
    assert (found.text, found.title) == (number, "Takster")


BULLETED = """\
Referat

  • 14. Dagsorden - Godkendelse

    Resume

    Godkendelse af dagsorden for mødet.

    Beslutning

    Godkendt.

  • 15. Ny kaj ved Sandholm - Godkendelse

    application/pdf icon skitse_kaj.pdfapplication/pdf icon pris_1.pdf

    Resume

    Kajen er fra 1951.

    Beslutning

    Ad 1

    Godkendt.
"""


def test_items_behind_bullets_end_their_titles_before_the_files():
    items = split(text_document(BULLETED)).items
    assert [(item.item_no, item.title) for item in items] == [
        ("14", "Dagsorden - Godkendelse"),
        ("15", "Ny kaj ved Sandholm - Godkendelse"),
    ]


@pytest.mark.parametrize(
    "labels",
    ["Sag 512-2027-31\n\nDok. 512-2027-9912\n\nInitialer: ABC\n\nÅbent", "Sagsnr.\n\n512-2027-31\n\nÅbent",
     "Sagsnr:\n\n512-2027-31"],
)  # fmt: skip
def test_a_point_printed_alone_has_its_case_number_behind_a_label_or_below_it(labels):
    text = f"5.      Ny færge til Sandø\n\n{labels}\n\nSagsfremstilling\n\nFærgen er fra 1988.\n"
    item = split(text_document(text)).items[0]
    assert (item.item_no, item.title, item.case_no) == ("5", "Ny færge til Sandø", "512-2027-31")


def test_an_item_behind_the_points_of_what_is_recommended_is_none_of_them():
    text = "".join(
        f"{n}. {title} (B)\n\nBeslutning\n\nAt 1: Godkendt.\n\nIndstilling\n\nHavnechefen indstiller,\n\n"
        f"  1. at planen for {title.lower()} godkendes.\n\n"
        for n, title in ((1, "Kajens takster"), (2, "Fyrets lampe"))
    )
    items = split(text_document("Havneudvalget – Referat – 3. maj 2027\n\n" + text)).items
    assert [(item.item_no, item.title, item.item_type) for item in items] == [
        ("1", "Kajens takster", "Beslutning"),
        ("2", "Fyrets lampe", "Beslutning"),
    ]


def test_headings_that_fold_are_sections():
    text = "Sagsnr. 13/402\n1. Vagter\nfold dette punkt ind Resume\n  • Sagsfremstilling\nNok.\n"
    sections = split(text_document(f"Havnerådet - Referat\n\n{text}")).sections
    assert [section.name for section in sections] == ["Resumé", "Sagsfremstilling"]


UNNUMBERED = """\
Beslutningsprotokol

mandag den 3. maj 2027 kl. 17:00

Udvalg: Havneudvalget
  • Udskriv
    Sagsid.: 27/310, Sagsinitialer: abc

    Sagsfremstilling

    Kajen er fra 1951.

    Indstilling

    Havnechefen indstiller,

    at kajen renoveres, og

    at udgiften afholdes af puljen.

    Beslutning Havneudvalget den 03-05-2027

    Godkendt.

  • Udskriv
    Sagsid.: 27/311, Sagsinitialer: abc

    Indstilling

    Havnechefen indstiller,

    at lampen skiftes.

    Lampen bidrager med lys, og fyret udskiftes senere.

    Beslutning Havneudvalget den 03-05-2027

    Godkendt.
"""


def test_what_is_recommended_and_decided_in_cases_without_numbers_is_of_no_item():
    packet = split(text_document(UNNUMBERED))
    rows = extract_recommendations(packet)
    assert (packet.items, packet.kind, packet.body) == ((), "referat", "Havneudvalget")
    assert {row.item_no for row in rows} == {None}
    assert [row.text for row in rows if type(row).__name__ == "Recommendation"] == [
        "Havnechefen indstiller, at kajen renoveres",
        "Havnechefen indstiller, at udgiften afholdes af puljen.",
        "Havnechefen indstiller, at lampen skiftes.",
    ]
    assert [row.text for row in rows if type(row).__name__ == "Decision"] == ["Godkendt.", "Godkendt."]


@pytest.mark.parametrize("head", ["Notat\n\nUdvalg: Havneudvalget", "Analyse af kajer\n\nFra 2027"])
def test_headings_of_a_paper_that_is_of_no_meeting_are_no_sections(head):
    text = f"{head}\n\nBaggrund\n\nKajen er gammel.\n\nIndstilling\n\nDet indstilles, at kajen renoveres.\n"
    assert split(text_document(text)).sections == ()


def test_a_line_with_body_day_and_the_word_makes_minutes():
    packet = split(
        text_document("Havneudvalget - Referat - 3. maj 2027\n\n1. Kajen\n\nSagsnr. 27/311\n\nResume\n\nNok.\n")
    )
    assert (packet.kind, packet.body) == ("referat", "Havneudvalget")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Det indstilles:\nAt 1) rådet godkender taksten.\nAt 2) fyret slukkes.\n",
            [("rådet", "Det indstilles, at rådet godkender taksten."), (None, "Det indstilles, at fyret slukkes.")],
        ),
        (
            "Havnechefen foreslår,\nat taksten hæves,\n\nat fyret slukkes.\n",
            [(None, "Havnechefen foreslår, at taksten hæves"), (None, "Havnechefen foreslår, at fyret slukkes.")],
        ),
        (
            "Havnechefen indstiller til HU via ØU, at\n\n1. godkende taksten for alle både.\n\nSe punkt 16.\n",
            [(None, "Havnechefen indstiller til HU via ØU, at godkende taksten for alle både.")],
        ),
        (
            "På den baggrund indstiller Havn og Fyr:\nAt 1) Taksten hæves.\n",
            [(None, "På den baggrund indstiller Havn og Fyr, at Taksten hæves.")],
        ),
        ("Der er spurgt:\n\n1. Hvornår hæves taksten?\n2. Hvem godkender den?\n", []),
        ("Udvalget anbefaler over for byrådet:\n", []),
    ],
)
def test_lists_of_what_is_recommended(text, rows):
    packet = split(
        text_document(f"Havnerådet\n\nDagsorden\n\n1. Takster\n\nSagsnr. 27/31\n\nIndstilling\n\n{text}")
    )
    assert [(row.actor, row.text) for row in extract_recommendations(packet)] == rows


def test_whom_the_text_of_an_item_requests_is_who_is_to_act():
    text = "Referat\n\n1. Kajen\n\nResume\n\nHavnerådet anmodes om at godkende planen.\n\nBeslutning\n\nJa.\n"
    (row,) = extract_recommendations(split(text_document(text)))[:1]
    assert (row.actor, row.action) == ("Havnerådet", "godkende")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Beslutning fra Børne-, Unge- og Havneudvalget, den 3. maj 2027, punkt 12:", "Beslutning"),
        ("Baggrund for sagens fremlæggelse", "Baggrund"),
        ("Sagens forløb", "Historik"),
    ],
)
def test_headings_that_name_bodies_on_the_way(line, name):
    assert section_name(line) == name


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (
            "application/pdf icon kort_0.pdfapplication/pdf icon plan_a.docx_0.pdf",
            ["kort_0.pdf", "plan_a.docx_0.pdf"],
        ),
        ("kort.pdf plan_a.xlsx", ["kort.pdf", "plan_a.xlsx"]),
        ("Kortet kort.pdf er vedlagt.", []),
        ("Planen er fra 1951.", []),
    ],
)
def test_names_of_files(line, names):
    assert file_names(line) == names


def test_files_below_the_title_of_an_item_are_its_bilag():
    rows = [(p.item_no, p.attachment_no, p.title) for p in split(text_document(BULLETED)).attachments]
    assert rows == [("15", "1", "skitse_kaj.pdf"), ("15", "2", "pris_1.pdf")]


def test_bilag_whose_labels_name_the_point_in_small_letters():
    text = "Havnerådet\n\nReferat\n\n2. Kajen\n\nSagsfremstilling\n\nNok.\n\nBilag\n\npkt 02 bilag 1 - Kort.pdf\n"
    papers = split(text_document(text + "pkt 02 bilag 2 - Priser.pdf\n")).attachments
    assert [(p.attachment_no, p.title) for p in papers] == [("1", "Kort.pdf"), ("2", "Priser.pdf")]


def test_the_day_of_the_agenda_that_is_approved_is_that_of_the_meeting():
    packet = split(text_document(BULLETED.replace("for mødet.", "for HU den 3. maj 2027.")))
    assert str(packet.meeting_date) == "2027-05-03"


@pytest.mark.parametrize("leaves", ["Bo Lund træder ud", "Bo Lund (A) har orlov"])
def test_who_leaves_a_seat_is_not_appointed(leaves):
    text = f"Referat\n\n1. Valg til havnerådet\n\nResume\n\nByrådet har valgt Ida Dam til rådet, da {leaves}.\n"
    rows = extract_appointments(split(text_document(text)))
    assert [row.person for row in rows] == ["Ida Dam"]


COLUMNS = """\
Bo Lund (A)Indholdsfortegnelse åbent møde

1.

Godkendelse af dagsorden

3

2.

Kajens takster

4

4.

Meddelelser

9Indholdsfortegnelse lukket møde

3.

Salg af fyret

7

1. Godkendelse af dagsorden

Åbent

Beslutning

Godkendt.

2. Kajens takster

Åbent

Resume

Nok.
"""


def test_contents_whose_columns_are_lines_of_their_own():
    items = split(text_document(f"Referat\n\n{COLUMNS}")).items
    found = {item.item_no: (item.title, item.toc_page, item.span is not None) for item in items}
    assert found == {
        "1": ("Godkendelse af dagsorden", 3, True),
        "2": ("Kajens takster", 4, True),
        "4": ("Meddelelser", 9, False),
        "3": ("Salg af fyret", 7, False),
    }


def test_numbers_between_lines_that_no_heading_calls_contents_are_none():
    text = COLUMNS.replace("Indholdsfortegnelse", "Tal")
    assert {item.item_no for item in split(text_document(f"Referat\n\n{text}")).items} == {"1", "2"}
