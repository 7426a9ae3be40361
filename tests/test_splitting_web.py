"""Agendas as web sites print them: lists before the cases, bullets before numbers, labels and links between."""

from __future__ import annotations

import pytest
from made_documents import text_document

from extractors.splitting import split
from extractors.splitting.item_numbers import behind_mark, parse_item_number

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
