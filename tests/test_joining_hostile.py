"""Text made to make patterns run away: each document must pass in a time that grows with its length."""

import pytest
from effort import calls
from made_documents import text_document

from extractors.text.furniture import find_furniture
from extractors.text.joining import passages, sentences
from ingest.reading.paging import find_page_starts

SIZE = 60_000


@pytest.mark.parametrize(
    "line",
    [
        "." * SIZE,
        "." * SIZE + "x",
        ". " * (SIZE // 2) + "x",
        "1 " * (SIZE // 2) + "x",
        "1.000,5 % " * (SIZE // 10) + "x",
        "http://a;,;" * (SIZE // 10),
        "http://a;,; " * (SIZE // 10) + "x",
        "/a%b" * (SIZE // 4) + " x",
        "-" * SIZE,
        "a-" * (SIZE // 2),
        "(" * SIZE,
        "”" * SIZE,
        "Side " * (SIZE // 5) + "1",
        "a1" * (SIZE // 2),
        "a1." * (SIZE // 3),
        "• " * (SIZE // 2),
        "x" * SIZE,
        "bl.a." * (SIZE // 5),
    ],
    ids=lambda line: line[:12],
)
def test_work_on_one_long_line_grows_no_faster_than_it(line):
    def effort(length):
        part = line[:length]
        document = text_document(f"Et afsnit om budgettet.\n{part}\n{part}\nEt til.", part)

        def work():
            for passage in passages(document, None, find_furniture(document)):
                sentences(passage)
            find_page_starts([row.text for row in document.lines])

        return calls(work)

    effort(len(line) // 10)
    assert effort(len(line)) < 3 * effort(len(line) // 2)


@pytest.mark.parametrize(
    "row", ["- punkt", "1. punkt", "a", " H", "", " ", "KKR", "UD", "tilbud1", "1 Note", "Side 1", "4 5"]
)
def test_work_on_twenty_thousand_lines_grows_no_faster_than_they(row):
    def effort(pages):
        document = text_document(*["\n".join([row] * 50)] * pages)

        def work():
            passages(document, None, find_furniture(document))
            find_page_starts([line.text for line in document.lines])

        return calls(work)

    effort(40)
    assert effort(400) < 3 * effort(200)
