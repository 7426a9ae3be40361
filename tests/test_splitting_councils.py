"""Agendas of councils, regions and committees: their numbers, headings, bodies and days."""

from datetime import date

import pytest
from made_documents import text_document

from extractors.splitting import split
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
