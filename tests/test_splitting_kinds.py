"""The kind of case on a line of its own below the title, and what it is where a heading reads the same."""

import pytest
from made_documents import text_document

from extractors.splitting import split

PROSE = "Havnene ved sundet får ny belysning, og arbejdet er færdigt til foråret.\nUdgiften deles af ejerne."


def items(*points):
    text = "Havnerådet\nDagsorden til mødet den 4. maj 2027\n\n" + "\n\n".join(points)
    return [(item.item_no, item.item_type, item.title) for item in split(text_document(text)).items]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Beslutning", "Beslutning"),
        ("Orientering", "Orientering"),
        ("Drøftelse", "Drøftelse"),
        ("Orienteringssag", "Orienteringssag"),
        ("ORIENTERING", "ORIENTERING"),
        ("(Beslutning)", "Beslutning"),
        ("Til drøftelse", "drøftelse"),
    ],
)
def test_kind_of_case_below_the_title(line, kind):
    points = [f"{n}. {title}\n{line}\n\nBaggrund\n{PROSE}" for n, title in enumerate(("Kajlys", "Slæbested"), 1)]
    assert items(*points) == [("1", kind, "Kajlys"), ("2", kind, "Slæbested")]


def test_kind_of_case_stands_behind_the_case_line_as_well():
    points = [f"{n}. Kajlys {n}\nSagsnr. 27/10{n}\nBeslutning\nBaggrund\n{PROSE}" for n in (1, 2)]
    assert items(*points) == [("1", "Beslutning", "Kajlys 1"), ("2", "Beslutning", "Kajlys 2")]


def test_a_heading_with_text_below_it_is_the_decision():
    points = [f"{n}. {title}\nBeslutning\nGodkendt.\n\nBaggrund\n{PROSE}" for n, title in ((1, "Lys"), (2, "Kaj"))]
    packet = split(text_document("Havnerådet\nReferat af mødet den 4. maj 2027\n\n" + "\n\n".join(points)))
    assert [item.item_type for item in packet.items] == [None, None]
    assert [s.name for s in packet.sections] == ["Beslutning", "Baggrund"] * 2


def test_the_last_word_of_a_title_is_no_kind():
    points = [f"{n}. Lysplan for kajerne {n} med\nGodkendelse\nBaggrund\n{PROSE}" for n in (1, 2)]
    assert [title for _, _, title in items(*points)] == [f"Lysplan for kajerne {n} med Godkendelse" for n in (1, 2)]


def test_a_cover_above_the_contents_is_none_of_their_entries():
    entries = "Indhold\n1. Kajlys .... 2\n2. Slæbested .... 2\n3. Eventuelt .... 3"
    cover = f"Dagsorden\nTeknikudvalget\nTirsdag den 4. maj 2027 kl. 15\nSalen, Torvet 4\n\n{entries}"
    points = [f"{n}. {title}\nBaggrund\n{PROSE}" for n, title in ((1, "Kajlys"), (2, "Slæbested"))]
    packet = split(text_document(cover, "\n\n".join(points), f"3. Eventuelt\n{PROSE}"))
    assert (packet.body, str(packet.meeting_date), packet.title) == ("Teknikudvalget", "2027-05-04", "Dagsorden")
    assert [item.title for item in packet.items] == ["Kajlys", "Slæbested", "Eventuelt"]
