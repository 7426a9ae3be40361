"""Agendas of councils, regions and committees: their numbers, headings, bodies and days."""

from datetime import date

import pytest
from made_documents import text_document

from extractors.agenda.recommendations import extract_recommendations
from extractors.splitting import split
from extractors.splitting.sections import section_name
from schemas.document import Bookmark, Document

COUNCIL = """\
Åbent referat
til Byrådet
Mødedato: 6. juni 2023 kl. 17.00

211. Godkendelse af dagsordenen
Sagsnr. 23/00417
Beslutning fra Byrådet 06-06-2023
Godkendt.

212. Ny svømmehal i Østerby
Sagsnr. 23/01180
Resumé
Hallen ventes at stå færdig i 2026.
Forvaltningen indstiller
1. at der afsættes 2 mio. kr. til projektet
Sagens bilag
Bilag 1: Skitser af hallen
Beslutning fra Byrådet 06-06-2023
Vedtaget.

213. Spørgetid
Der var ingen spørgsmål.
"""


def test_items_numbered_on_over_the_year_are_found_with_the_last_that_has_nothing_but_a_title():
    packet = split(text_document(COUNCIL))
    assert [(i.item_no, i.title, i.case_no) for i in packet.items] == [
        ("211", "Godkendelse af dagsordenen", "23/00417"),
        ("212", "Ny svømmehal i Østerby", "23/01180"),
        ("213", "Spørgetid", None),
    ]


def test_headings_of_councils_are_sections():
    packet = split(text_document(COUNCIL))
    assert [s.name for s in packet.sections if s.item_no == "212"] == [
        "Resumé", "Indstilling", "Bilag", "Beslutning",
    ]  # fmt: skip
    assert [(a.attachment_no, a.title) for a in packet.attachments] == [("1", "Skitser af hallen")]


def test_a_lead_in_below_its_heading_is_no_heading():
    text = "3. Hal: Ny hal\nSagsnr. 23/1180\nIndstilling\nForvaltningen indstiller:\n- at hallen bygges\n"
    packet = split(text_document(text))
    assert [s.name for s in packet.sections] == ["Indstilling"]


def test_years_and_codes_with_a_capital_behind_them_are_no_items():
    text = COUNCIL + "Kommuner\n" + "".join(f"{code} Sted {code}\n" for code in (214, 215, 217, 219, 223))
    assert [i.item_no for i in split(text_document(text)).items] == ["211", "212", "213"]


POINTS = """\
Dagsorden til møde i Udvalget for Kultur og Fritid
Onsdag den 8. maj 2024 kl. 8.30-10.00, Rådhuset

Pkt. 1 – Nyt fra udvalgene
Formanden orienterer.

Pkt. 2 – Tilskud til foreninger
Indstilling
Det indstilles, at udvalget drøfter tilskuddene.

Pkt. 3 – Lokaler
Der mangler lokaler.
"""


def test_points_beside_one_with_sections_are_items():
    assert [i.item_no for i in split(text_document(POINTS)).items] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Referat fra møde i Teknik- og Miljøudvalget", "Teknik- og Miljøudvalget"),
        ("Dagsorden til ordinært møde i Udvalget for Kultur og Fritid", "Udvalget for Kultur og Fritid"),
        ("til Kommunalbestyrelsen", "Kommunalbestyrelsen"),
        ("Dagsorden for møde i Regionsrådet den 4. maj 2022", "Regionsrådet"),
        ("Dagsorden til Økonomiudvalgets ordinære møde", "Økonomiudvalget"),
        ("Referat fra Kultur- og Fritidsudvalget", "Kultur- og Fritidsudvalget"),
    ],
)
def test_the_body_is_read_from_the_line_that_says_whose_meeting_it_is(line, body):
    text = f"Dagsorden\n{line}\n\nPunkt 1: Takster\nSagsnr. 22/77\nIndstilling\nAt taksten godkendes.\n"
    assert split(text_document(text)).body == body


def test_a_weekday_with_a_time_on_the_cover_is_the_day_of_the_meeting():
    assert split(text_document(POINTS)).meeting_date == date(2024, 5, 8)


def test_bookmarks_of_section_headings_are_no_bilag():
    document = text_document(POINTS)
    marks = [
        ("Pkt. 1 – Nyt fra udvalgene", 1), ("Pkt. 2 – Tilskud til foreninger", 1), ("Indstilling", 1),
        ("Pkt. 3 – Lokaler", 1),
    ]  # fmt: skip
    bookmarks = tuple(Bookmark(title, page, 0) for title, page in marks)
    packet = split(Document(**{**_fields(document), "bookmarks": bookmarks}))
    assert packet.attachments == ()
    assert [s.name for s in packet.sections] == ["Indstilling"]


def _fields(document: Document) -> dict[str, object]:
    return {name: getattr(document, name) for name in document.__dataclass_fields__}


def test_a_short_header_over_wide_text_ends_with_its_line():
    wide = "Foreningerne har søgt om tilskud til leje af lokaler i de kommunale haller og på skolerne i 2024,\n" * 6
    text = POINTS.replace("\n\n", "\n").replace("udvalgene\n", "udvalgene og fra direktionen\n") + wide
    titles = [i.title for i in split(text_document(text)).items]
    assert titles[0] == "Nyt fra udvalgene og fra direktionen"


LIST = """\
Teknisk Udvalg
Dagsorden
Dato: 12-03-2024

1 Godkendelse af dagsorden

24/310

Indstilling:

Det indstilles, at dagsordenen godkendes.

2 Budget 2025: Nye broer

24/1544

Indstilling:

Det indstilles, at udvalget drøfter broerne.

3 Køb af grund

24/402

Lukket.
"""


def test_bare_numbers_with_case_numbers_in_a_series_are_items():
    packet = split(text_document(LIST))
    assert [(i.item_no, i.title, i.case_no) for i in packet.items] == [
        ("1", "Godkendelse af dagsorden", "24/310"),
        ("2", "Budget 2025: Nye broer", "24/1544"),
        ("3", "Køb af grund", "24/402"),
    ]


def test_the_kind_of_case_may_stand_behind_the_title_in_brackets():
    text = "2.1 Pladser til elever (Orienteringssag)\nSAG-2019-01234 abc\n\nBaggrund\nDer er 40 pladser.\n"
    item = split(text_document(text)).items[0]
    assert (item.item_type, item.title) == ("Orienteringssag", "Pladser til elever")


REPORT = "Status\n\nIndledning\n{prose}\n\n2.1 Fælles tiltag\n{prose}\n\n2.2 Lokale tiltag\n{prose}\n"


def test_headings_that_two_reports_share_are_no_dividers():
    prose = "Havnene har fået nye kajer, og der er sat skilte op i alle byer."
    report = REPORT.format(prose=prose)
    pages = ["2.1 Temadrøftelse: Havne", report, "2.3 Beslutningssag: Skilte", report]
    assert [i.item_no for i in split(text_document(*pages)).items] == ["2.1", "2.3"]


def test_labels_that_name_the_item_part_its_bilag_where_pages_are_not_known():
    text = (
        "2.4 Temadrøftelse: Havne\n\nBilag 2.4.1: Status for havne\n\nHavnene er åbne.\n\n"
        "Bilag 2.4.2: Planer for havne\n\nDer kommer en ny mole.\n"
    )
    packet = split(text_document(text))
    assert [(a.attachment_no, a.title) for a in packet.attachments] == [
        ("1", "Status for havne"),
        ("2", "Planer for havne"),
    ]


def test_bookmarks_below_the_level_of_the_items_are_no_items():
    pages = [
        "2.1 Temadrøftelse: Havne",
        "Bilag 1: Status\n\nHavne\n\n2.2 Lokale tiltag\n\nDer er lagt planer.",
        "2.3 Beslutningssag: Skilte",
        "Bilag 1: Plan\n\nSkilte",
    ]
    marks = [
        ("2.1 Temadrøftelse: Havne", 1, 1), ("Bilag 1: Status", 2, 1), ("2.2 Lokale tiltag", 2, 2),
        ("2.3 Beslutningssag: Skilte", 3, 1), ("Bilag 1: Plan", 4, 1),
    ]  # fmt: skip
    document = text_document(*pages)
    bookmarks = tuple(Bookmark(*mark) for mark in marks)
    packet = split(Document(**{**_fields(document), "bookmarks": bookmarks}))
    assert [i.item_no for i in packet.items] == ["2.1", "2.3"]
    assert [(a.item_no, a.attachment_no) for a in packet.attachments] == [("2.1", "1"), ("2.3", "1")]


def test_headings_below_a_label_are_those_of_the_bilag():
    note = "Havnene\n\nBaggrund\n\nHavnene har fået nye kajer.\n\nForslag\n\nDer sættes skilte op."
    packet = split(
        text_document(
            f"1.2 Godkendelse af referat\nBilag 1: Referat af møde den 3. maj 2022\n{note}",
            f"2.1 Temadrøftelse: Havne\nBilag 1: Notat om havne\n{note}",
            f"2.1 Temadrøftelse: Havne\nBilag 2: Plan for havne\n{note}",
        )
    )
    assert packet.sections == ()
    assert [(a.item_no, a.attachment_no, a.title) for a in packet.attachments] == [
        ("1.2", "1", "Referat af møde den 3. maj 2022"),
        ("2.1", "1", "Notat om havne"),
        ("2.1", "2", "Plan for havne"),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Beslutning i Teknisk Udvalg den 3. maj 2023", "Beslutning"),
        ("Indstilling fra Direktionen", "Indstilling"),
        ("Beslutning fra Byrådet 06-06-2023", "Beslutning"),
        ("Beslutning på mødet den 3. maj", "Beslutning"),
        ("Anbefalinger fra arbejdsgruppen om havne", None),
        ("Referat af møde den 3. maj 2022", None),
        ("Social- og Sundhedsforvaltningens indstilling", "Indstilling"),
        ("Forvaltningen indstiller, at taksten godkendes", None),
    ],
)
def test_headings_that_name_a_body_are_told_from_titles_of_papers(text, name):
    assert section_name(text) == name


RUN_IN = """\
Dagsorden for møde i havnekredsen
den 2. oktober 2024 kl. 13-15 i Faaborg

Ad 1. Velkomst
Formanden byder velkommen.

Ad 2. Udbud af færger
Færgerne er gamle, og der er
behov for nye.
Indstilling: Det indstilles, at kredsen
godkender udbuddet.

Ad 3. Eventuelt
"""


def test_headings_on_the_first_line_of_their_text_are_sections():
    document = text_document(RUN_IN)
    packet = split(document)
    assert [(s.item_no, s.name) for s in packet.sections] == [("2", "Indstilling")]
    assert [row.text for row in extract_recommendations(packet)] == [
        "Det indstilles, at kredsen godkender udbuddet."
    ]


def test_text_below_a_short_header_is_no_part_of_its_title():
    assert [i.title for i in split(text_document(RUN_IN)).items] == ["Velkomst", "Udbud af færger", "Eventuelt"]


def test_the_day_stands_below_the_line_that_names_the_meeting():
    assert split(text_document(RUN_IN)).meeting_date == date(2024, 10, 2)


def test_a_heading_may_name_the_day_of_the_decision():
    assert section_name("Havneudvalgets beslutning den 28. januar 2025:") == "Beslutning"
    assert section_name("Beslutning 28-01-2025") == "Beslutning"


def test_minutes_are_no_agenda_though_they_list_one():
    text = COUNCIL.replace("Åbent referat", "Referat\nÅben dagsorden")
    assert split(text_document(text)).kind == "referat"


@pytest.mark.parametrize("line", ["KKR Sjælland den 12. juni 2025", "Bilag til KKR Sjælland 12-06-2025"])
def test_a_line_of_body_and_day_alone_tells_when_the_meeting_is(line):
    text = f"Bilagssamling\n{line}\n\nKKR Sjælland mødtes den 3. maj 2024.\n\n2.1 Valg: Formand\n"
    assert split(text_document(text)).meeting_date == date(2025, 6, 12)


COVER = "Dagsorden\n{}\nOnsdag den 19. maj 2027 kl. 13.00\n\nSag nr. 1 Takster\nIndstilling\nAt alt godkendes.\n"


@pytest.mark.parametrize(
    "line",
    ["Udvalg for nære havne", "Det Regionale Havneråd Fyn", "Sundhedsklynge Midt", "Havnerådet", "Havnekredsen"],
)
def test_a_body_stands_alone_on_a_line_of_the_cover(line):
    assert split(text_document(COVER.format(line))).body == line


@pytest.mark.parametrize("line", ["Takster i Havnerådet i 2027", "Havne og fyr", "Deltagere: Bo Lund (A)"])
def test_other_lines_of_the_cover_are_no_bodies(line):
    assert split(text_document(COVER.format(line))).body is None


def test_a_paper_for_a_meeting_is_a_bilag():
    assert split(text_document("Regnskab\nBilag til Havneudvalgets møde den 12. maj 2027\nTal.\n")).kind == "bilag"
