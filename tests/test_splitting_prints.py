"""How the programs of municipalities and regions print items: what stands above, beside and below their headers."""

import pytest
from made_documents import text_document

from extractors.agenda.recommendations import extract_recommendations
from extractors.splitting import split
from extractors.splitting.sections import section_name
from schemas.records import Decision, Recommendation


def packet_of(*pages):
    return split(text_document(*pages))


def items(packet):
    return [(item.item_no, item.title, item.case_no) for item in packet.items]


def sections(packet):
    return [(section.item_no, section.name) for section in packet.sections]


def advice(packet):
    return [(r.item_no, r.action, r.text) for r in extract_recommendations(packet) if isinstance(r, Recommendation)]


def decided(packet):
    return [(r.item_no, r.action) for r in extract_recommendations(packet) if isinstance(r, Decision)]


def test_case_numbers_may_stand_above_their_headers():
    packet = packet_of(
        "Dagsorden\n\nSagsnr.: 1-30-72-11-23\n\n1. Nye fyr\n\nResume\n\nTre fyr er bygget.\n\n"
        "Sagsnr.: 1-30-72-12-23\n\n2. Takster\n\nResume\n\nTaksterne følger priserne.\n"
    )
    assert items(packet) == [("1", "Nye fyr", "1-30-72-11-23"), ("2", "Takster", "1-30-72-12-23")]
    assert packet.lines[packet.items[1].span.first].text == "Sagsnr.: 1-30-72-12-23"


def test_a_case_number_below_a_header_is_not_that_of_the_next():
    packet = packet_of("1. Eventuelt\nSagsnr. 23/1180\n2. Nye fyr\nIndstilling\nAt de bygges.\n")
    assert items(packet)[:1] == [("1", "Eventuelt", "23/1180")]
    assert ("2", "Nye fyr", "23/1180") not in items(packet)


def test_numbers_with_sections_below_are_items_wherever_they_begin():
    packet = packet_of(
        "DAGSORDEN\n\n5.    Nye fyr\n\nINDSTILLING\n\nAt de bygges.\n\n"
        "6.    Takster\n\nINDSTILLING\n\nAt de følges.\n"
    )
    assert [number for number, *_ in items(packet)] == ["5", "6"]


def test_a_single_number_with_a_heading_below_is_no_item():
    assert packet_of("Rapport om fyr\n\n3. Metode\nBaggrund\nFyrene er talt.\n").items == ()


def test_a_header_printed_twice_is_one_that_begins_with_the_first():
    packet = packet_of(
        "1. Nye fyr\n\n1.     Nye fyr\n\nSagsnr.: 33-2019-11\nBeslutning\nGodkendt.\n\n"
        "2. Takster\n\n2.     Takster\n\nSagsnr.: 33-2019-12\nBeslutning\nUdsat.\n"
    )
    assert [packet.lines[item.span.first].text for item in packet.items] == ["1. Nye fyr", "2. Takster"]
    assert decided(packet) == [("1", "godkende"), ("2", "udsætte")]


def test_the_title_may_stand_above_a_number_that_is_alone():
    packet = packet_of(
        "Byrådet\n\nNye fyr\nSag nr. 12\n\nBeslutningskompetence: BY\n\nBeslutning\n\nGodkendt.\n\n"
        "Takster\nSag nr. 13\n\nBeslutningskompetence: BY\n\nBeslutning\n\nUdsat.\n"
    )
    assert [(number, title) for number, title, _ in items(packet)] == [("12", "Nye fyr"), ("13", "Takster")]


@pytest.mark.parametrize(
    "remark", ["Åben sag", "Lukket punkt", "Sagen afgøres i: Byrådet", "Sagsforløb: ØK/BY", "Kompetence: Byrådet"]
)
def test_remarks_on_the_case_end_the_title(remark):
    packet = packet_of(f"1. Nye fyr\n{remark}\nSagsnr. 23/1180\nIndstilling\nAt de bygges.\n")
    assert items(packet) == [("1", "Nye fyr", "23/1180")]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Sagstype: Orientering", "Orientering"),
        ("Sagstype: Til drøftelse", "drøftelse"),
        ("Punkttype: Beslutningssag", "Beslutningssag"),
        ("Sagstype: Intern", None),
        ("Sagsgang: Orientering", None),
    ],
)
@pytest.mark.parametrize(
    "text", ["1. Nye fyr\nSagsnr. 23/1180\n{}\nIndstilling", "Punkt 1 – Nye fyr\n{}\nIndstilling"]
)
def test_a_line_below_the_title_tells_the_kind_of_case(line, kind, text):
    packet = packet_of(text.format(line) + "\nAt de bygges.\n")
    assert [(item.title, item.item_type) for item in packet.items] == [("Nye fyr", kind)]


BOARD = """\
Referat
Havnebestyrelsen
Fredag den 6. maj 2016 kl. 9.00

Dagsorden
1. Godkendelse af dagsorden
2. Nye fyr
3. Takster

1. Godkendelse af dagsorden
Sekretariatet indstiller, at Bestyrelsen
Godkender dagsordenen
Referat:
Godkendt.

2. Nye fyr
Direktionen indstiller, at Bestyrelsen
Drøfter placeringen af tre fyr
Anbefaler en fælles ordning til havnene
Referat:
Bestyrelsen godkendte indstillingen.

3. Takster
Formanden orienterede.
"""


def test_a_bare_list_under_its_heading_is_no_item_of_its_own():
    packet = packet_of(BOARD)
    assert [(packet.lines[item.span.first].number, item.title) for item in packet.items] == [
        (10, "Godkendelse af dagsorden"),
        (16, "Nye fyr"),
        (23, "Takster"),
    ]
    assert packet.attachments == ()
    assert packet.kind == "referat"


def test_who_recommends_may_stand_in_place_of_the_heading_and_verbs_in_place_of_bullets():
    assert advice(packet_of(BOARD)) == [
        ("1", "godkende", "Sekretariatet indstiller, at Bestyrelsen godkender dagsordenen"),
        ("2", "drøfte", "Direktionen indstiller, at Bestyrelsen drøfter placeringen af tre fyr"),
        ("2", "anbefale", "Direktionen indstiller, at Bestyrelsen anbefaler en fælles ordning til havnene"),
    ]


def test_minutes_below_are_what_was_decided():
    assert decided(packet_of(BOARD)) == [("1", "godkende"), ("2", "godkende")]


def test_who_was_absent_stands_before_the_decision():
    packet = packet_of(
        "1. Nye fyr\nSagsnr. 23/1180\nBeslutning i Havneudvalget den 3. april 2019:\nFraværende:\nGodkendt.\n"
    )
    assert sections(packet) == [("1", "Beslutning")]
    assert decided(packet) == [("1", "godkende")]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Beslutninger Kulturudvalget den 20-08-2014", "Beslutning"),
        ("Økonomiudvalget, 18. september 2024, pkt. 153:", "Beslutning"),
        ("Social- og Sundhedsudvalget den 14. januar 2025:", "Beslutning"),
        ("Referat - Direktionen", "Referat"),
        ("Direktionen indstiller,", "Indstilling"),
        ("Sekretariatet indstiller, at KKR Sjælland", "Indstilling"),
        ("Forvaltningen indstiller over for Økonomiudvalget, at", "Indstilling"),
        ("Center for Kultur indstiller,", "Indstilling"),
        ("Indledning/Baggrund", "Baggrund"),
        ("Assens den 14. januar 2025:", None),
        ("Direktionen indstiller, at planen godkendes", None),
        ("Hvad forvaltningen anbefaler kommunerne at gøre", None),
    ],
)
def test_headings_that_name_who_decides_or_recommends(line, name):
    assert section_name(line) == name


def test_an_empty_list_of_bilag_does_not_take_the_decision():
    packet = packet_of(
        "1. Nye fyr\nÅben sag\nSagsnr. 23/1180\nBilag:\n\nBeslutninger Havneudvalget den 20-08-2014\nGodkendt.\n"
    )
    assert packet.attachments == ()
    assert decided(packet) == [("1", "godkende")]


def test_a_recommendation_may_stand_in_the_text_of_an_item_without_a_heading_for_it():
    text = "1. Nye fyr\nSagsnr. 23/1180\nSagsfremstilling\nNyt.\n\nDirektionen indstiller, at alt godkendes.\n"
    assert advice(packet_of("Dagsorden\n" + text)) == [
        ("1", "godkende", "Direktionen indstiller, at alt godkendes.")
    ]


def test_where_the_heading_stands_other_sentences_are_no_recommendations():
    text = (
        "1. Nye fyr\nSagsnr. 23/1180\nSagsfremstilling\nDirektionen indstiller, at fyrene males.\n"
        "Indstilling\nDet indstilles, at fyrene godkendes.\n"
    )
    assert [action for _, action, _ in advice(packet_of("Dagsorden\n" + text))] == ["godkende"]


def test_a_bilag_that_the_contents_name_before_the_first_item_is_of_none():
    prose = "Havnene ved fjorden er fælles for de fem kommuner, og det skal de blive ved med.\n" * 8
    packet = packet_of(
        "Indholdsfortegnelse - Bilag\nBilag 1: Temadag om fyr ..... 2\n"
        "2.1 Valg: Formand ..... 3\nBilag 1: Atlas ..... 4\n",
        "Temadag om fyr\n" + prose,
        "2.1 Valg: Formand\n",
        "Atlas\n" + prose,
    )
    found = [
        (p.item_no, p.title, packet.lines[p.span.first].page, packet.lines[p.span.last].page)
        for p in packet.attachments
    ]
    assert found == [(None, "Temadag om fyr", 2, 2), ("2.1", "Atlas", 4, 4)]


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("2.{a} {title}", ["2.a", "2.b", "2.c"]),
        ("{n}a. {title}", ["1.a", "2.a", "3.a"]),
        ("{A}. {title}", ["A", "B", "C"]),
        ("{A}.1) {title}", ["A.1", "B.1", "C.1"]),
        ("{roman}. {title}", ["I", "II", "III"]),
    ],
)
def test_numbers_may_be_or_hold_letters(form, numbers):
    titles = ["Takster", "Nye fyr", "Havne"]
    heads = [
        form.format(n=n, a="abc"[n - 1], A="ABC"[n - 1], roman="I" * n, title=title)
        for n, title in enumerate(titles, 1)
    ]
    text = "\n\n".join(
        f"{head}\nSAG-2024-0000{n} mbn\nIndstilling\nAt alt godkendes." for n, head in enumerate(heads)
    )
    packet = packet_of(f"Dagsorden\n\n{text}\n")
    assert [(number, title) for number, title, _ in items(packet)] == list(zip(numbers, titles, strict=True))


def test_initials_and_letters_of_lists_are_no_items():
    text = "1. Nye fyr\nSagsnr. 23/1180\nBaggrund\nA. Jensen har tegnet:\nA. Et fyr\nB. En havn\nC. En mole\n"
    assert [number for number, *_ in items(packet_of(text))] == ["1"]


MIDDLE = """\
Dagsorden

1. Takster
Sagsnr. 23/1180
Indstilling
At taksterne godkendes.

2. Nyt fra havnefogeden
Havnefogeden fortæller.

3. Nye fyr
Sagsnr. 23/1181
Indstilling
At fyrene godkendes.
"""


def test_a_number_left_out_is_filled_by_the_one_line_that_carries_it():
    assert [number for number, *_ in items(packet_of(MIDDLE))] == ["1", "2", "3"]


@pytest.mark.parametrize(
    "text",
    [
        MIDDLE.replace("\n\n2. Nyt", "\n2. Nyt"),
        MIDDLE.replace("Havnefogeden fortæller.", "Havnefogeden fortæller.\n\n2. Mere om det"),
        MIDDLE.replace("2. Nyt fra havnefogeden", "2. gang sagen er på."),
    ],
    ids=["not clear", "twice", "prose"],
)
def test_a_number_left_out_is_not_filled_by_a_guess(text):
    assert [number for number, *_ in items(packet_of(text))] == ["1", "3"]


@pytest.mark.parametrize("form", ["{}: {}", "{} (Åben) {}", "{} Åbent {}"])
def test_bilag_may_be_numbered_with_a_colon_or_said_to_be_open(form):
    listed = "\n".join(form.format(n, title) for n, title in enumerate(("Nøgle", "Ansøgninger 2026"), 1))
    packet = packet_of(f"1. Takster\nSagsnr. 23/1180\nBilag\n{listed}\n")
    assert [(p.attachment_no, p.title) for p in packet.attachments] == [("1", "Nøgle"), ("2", "Ansøgninger 2026")]


MINUTES = """\
Referat af møde i havnekredsen

1. Godkendelse af dagsorden
Dagsordenen blev godkendt.

2. Nye fyr
{}

3. Eventuelt
"""


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Kredsen besluttede at bygge tre fyr.", ["beslutte"]),
        ("Forslaget blev enstemmigt vedtaget.", ["vedtage"]),
        ("Udsat.", ["udsætte"]),
        ("Planen blev vedtaget i 2019.", []),
        ("Fyrene er gamle, og kommunerne ønsker nye.", []),
        ("Ida Holm drøftede fyrene med havnefogeden.", []),
    ],
)
def test_minutes_without_headings_tell_what_was_decided(text, actions):
    packet = packet_of(MINUTES.format(text))
    assert packet.kind == "referat"
    assert [action for number, action in decided(packet) if number == "2"] == actions


def test_an_agenda_without_headings_tells_no_decisions():
    text = MINUTES.format("Kredsen besluttede at bygge tre fyr.").replace("Referat af møde", "Dagsorden for møde")
    assert decided(packet_of(text)) == []
