"""An undated packet joins the meeting whose agenda prints the same items, and none where that is not clear."""

from datetime import date

import pytest

from ingest.warehouse import meetings
from ingest.warehouse.meetings import meetings_of

ITEMS = {"1.1": "Godkendelse af dagsorden", "2.1": "Pladser på døgntilbud", "2.2": "Rammeaftale for psykiatrien"}


def document(key, body=None, day=None):
    return {"document_id": key, "body": body, "meeting_date": day}


def items(key, **titles):
    return [{"document_id": key, "item_no": no, "title": title} for no, title in titles.items()]


def found(packet_items, *agendas, body=None):
    documents = [document("packet", body)]
    rows = items("packet", **packet_items)
    for number, (name, day, titles) in enumerate(agendas):
        documents.append(document(f"agenda{number}", name, day))
        rows += items(f"agenda{number}", **titles)
    return meetings_of(documents, rows)["packet"]


MARCH = ("KKR Fyn", date(2025, 3, 4), ITEMS)
JUNE = (
    "KKR Fyn",
    date(2025, 6, 4),
    {"1.1": "Godkendelse af dagsorden", "2.1": "Budget for busser", "2.2": "Orientering"},
)


@pytest.mark.parametrize(
    "packet",
    [
        ITEMS,
        {**ITEMS, "2.2": "Rammeaftale for p"},
        {**ITEMS, "2.2": "Rammeaftale for psykiatr ien"},
        {"2.1": "pladser på døgntilbud", "2.2": "Rammeaftale for psykiatrien"},
    ],
    ids=["same", "cut", "broken", "some"],
)
def test_titles_that_are_alike_are_the_same_meeting(packet):
    assert found(packet, MARCH, JUNE) == "kkr-fyn-2025-03-04"


@pytest.mark.parametrize(
    "packet",
    [
        {"1.1": "Godkendelse af dagsorden"},
        {},
        {"1.1": "Godkendelse af dagsorden", "2.1": "Sygefravær", "2.2": "Klima"},
        {"2.1": ITEMS["2.2"], "2.2": ITEMS["2.1"]},
    ],
    ids=["one item recurs", "no items", "too few", "other numbers"],
)
def test_what_does_not_agree_stays_without_a_meeting(packet):
    assert found(packet, MARCH, JUNE) is None


def test_two_meetings_that_agree_alike_are_not_told_apart():
    assert found(ITEMS, MARCH, ("KKR Fyn", date(2025, 9, 4), ITEMS)) is None


def test_a_body_that_is_printed_decides():
    assert found(ITEMS, MARCH, ("KKR Thy", date(2025, 9, 4), ITEMS), body="KKR Thy") == "kkr-thy-2025-09-04"


def test_titles_compared_grow_with_the_documents_and_not_with_their_square(monkeypatch):
    compared = []
    alike = meetings._alike
    monkeypatch.setattr(meetings, "_alike", lambda a, b: compared.append(1) or alike(a, b))

    def comparisons(count):
        compared.clear()
        documents, rows = [], []
        for number in range(count):
            titles = {"1.1": "Godkendelse af dagsorden", "2.1": f"Sag{number} om vej", "2.2": f"Nr{number} kort"}
            documents += [
                document(f"a{number}", "KKR Fyn", date.fromordinal(730000 + number)),
                document(f"b{number}"),
            ]
            rows += items(f"a{number}", **titles) + items(f"b{number}", **titles)
        told = meetings_of(documents, rows)
        assert all(told[f"a{number}"] == told[f"b{number}"] for number in range(count))
        return len(compared)

    assert comparisons(800) < 5 * comparisons(200)
