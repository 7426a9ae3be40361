"""Points that codes count (``ØK/61``), headings that are counted in each item, letters that tell kinds of cases."""

import pytest
from made_documents import text_document

from extractors.splitting import split
from extractors.splitting.item_numbers import coded_numbers, number_parts

PROSE = "Havnene ved sundet får ny belysning, og arbejdet er færdigt til foråret.\nUdgiften deles af ejerne."
ADVICE = "Indstilling\nDet indstilles, at rådet godkender planen."
HEAD = "Havnerådet\nDagsorden til mødet den 4. maj 2027"
TITLES = ("Lys på molen", "Slip og spil", "Eventuelt")


def agenda(points, listed):
    return split(text_document(f"{HEAD}\n\nPunkter\n" + "\n".join(listed), "\n\n".join(points)))


@pytest.mark.parametrize(
    ("codes", "form"),
    [
        (("HR/7", "HR/8", "HR/9"), "{}  {}"),
        (("HR-7", "HR-8", "HR-9"), "{}: {}"),
        (("A/27", "B/27", "C/27"), "Sag {}. {}"),
        (("C/2027", "D/2027", "E/2027"), "{}. {}"),
    ],
)
def test_codes_that_rise_count_the_points(codes, form):
    headers = [form.format(code, title) for code, title in zip(codes, TITLES, strict=True)]
    packet = agenda([f"{header}\n\n{ADVICE}\n\n{PROSE}" for header in headers], headers)
    assert [(item.item_no, item.title) for item in packet.items] == list(zip(codes, TITLES, strict=True))
    assert not packet.findings


@pytest.mark.parametrize(
    "lines",
    [
        ["HR/7 Lys", "HR/8 Slip"],
        ["HR/7 Lys", "HR/9 Slip", "HR/4 Kaj"],
        ["DK-4700 Næstved", "DK-4800 Nykøbing", "DK-4900 Nakskov"],
        ["A/27 Lys", "A/28 Slip", "A/29 Kaj"],
    ],
)
def test_codes_that_make_no_series_count_nothing(lines):
    assert coded_numbers(enumerate(lines)) == []


@pytest.mark.parametrize(
    ("number", "parts"), [("HR/61", (61,)), ("HR-61", (61,)), ("26/11", (11,)), ("C/26", (3,)), ("2.4", (2, 4))]
)
def test_what_a_code_counts(number, parts):
    assert number_parts(number) == parts


def sections(text):
    headers = [f"HR/{n}  {title}" for n, title in zip((7, 8, 9), TITLES, strict=True)]
    packet = agenda([f"{header}\n{text}" for header in headers], headers)
    return [(part.item_no, part.name) for part in packet.sections]


def test_headings_counted_in_each_item_open_its_sections():
    names = sections(f"1. Baggrund\n{PROSE}\n\n2. Økonomi\n{PROSE}\n\n4. Indstilling\nRådet godkender planen.")
    assert names == [
        (item, name) for item in ("HR/7", "HR/8", "HR/9") for name in ("Baggrund", "Økonomi", "Indstilling")
    ]


def test_a_heading_of_proposals_recommends_where_somebody_proposes_below():
    text = f"1. Baggrund\n{PROSE}\n\n2. Direktionens forslag\n"
    assert ("HR/7", "Indstilling") in sections(f"{text}Direktionen foreslår, at rådet\n- godkender planen.")
    assert ("HR/7", "Indstilling") not in sections(f"{text}A. Kajen får lys.")


def test_headings_counted_further_down_are_those_of_a_paper():
    above = "\n".join([PROSE] * 4)
    names = sections(f"Indstilling\n{above}\n\n1. Baggrund\n{PROSE}\n\n2. Økonomi\n{PROSE}")
    assert {name for _, name in names} == {"Indstilling"}


def test_letters_of_the_list_tell_the_kinds_and_their_key_ends_it():
    listed = [f"Punkt {n}: {title} ({kind})" for n, title, kind in zip((1, 2, 3), TITLES, "BOD", strict=True)]
    points = [f"PUNKT {n}: {title.upper()}\n\n{ADVICE}" for n, title in zip((1, 2, 3), TITLES, strict=True)]
    packet = agenda(points, [*listed, "", "B = beslutning, D = drøftelse, O = orientering"])
    assert [(item.item_type, item.title) for item in packet.items] == list(
        zip(("Beslutning", "Orientering", "Drøftelse"), map(str.upper, TITLES), strict=True)
    )


def test_points_on_pages_of_their_own_that_each_recommend_make_an_agenda():
    points = [f"Sag {n}: {title}\n\nSagen fortalt\n{PROSE}\n\nDet indstilles, at planen godkendes." for n, title in
              zip((1, 2, 3), TITLES, strict=True)]  # fmt: skip
    packet = split(text_document(f"{HEAD}\n\nPunkter\nSag 1: {TITLES[0]}\nSag 2: {TITLES[1]}", *points))
    assert [item.item_no for item in packet.items] == ["1", "2", "3"]
    assert packet.attachments == ()
