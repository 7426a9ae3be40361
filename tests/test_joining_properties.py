"""What holds for every document: nothing is lost, nothing changes places, every character knows its line."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from made_documents import text_document

from extractors.text.furniture import find_furniture
from extractors.text.joining import passages, sentences
from schemas.packet import Span

WORDS = st.sampled_from(
    [
        *(
            "og",
            "kommunerne",
            "Odder",
            "samarbejdet",
            "4",
            "2022",
            "pct.",
            "mio.",
            "kr.",
            "§",
            "børne-",
            "EU-",
            "–",
            "-",
            "•",
        ),
        *(
            "o",
            "1.",
            "a)",
            "https://www.kl.example/a-b",
            "tilbud1",
            "(se",
            "bilag)",
            "\u00ad",
            "rådet,",
            "uddan-",
            "nelse",
        ),
        *("1,5", "Side", "|", "1", "UD", "KAST", "\t", "\ufffd", "....", "Tabel", "ﬁ", "x\u00ad"),
    ]
)
LINES = st.one_of(st.lists(WORDS, max_size=9).map(" ".join), st.sampled_from(["", " ", "  "]), st.text(max_size=12))
PAGES = st.lists(
    st.lists(LINES, max_size=14).map(lambda rows: "\n".join(r.replace("\n", " ") for r in rows)),
    min_size=1,
    max_size=5,
)

DROPPED = frozenset(" -‐\u00ad*\u200b\u2060\ufeff\u200e\u200f")


def kept(text: str) -> str:
    """What joining may not lose: all but white space, hyphens and signs that are not seen."""
    return "".join(char for char in text if not char.isspace() and char not in DROPPED)


@given(PAGES)
def test_every_character_outside_furniture_survives_in_its_passage(pages):
    document = text_document(*pages)
    furniture = find_furniture(document)
    found = passages(document, None, furniture)
    covered = Counter(index for passage in found for index in passage.lines)
    printed = [line.index for line in document.lines if kept(line.text) and line.index not in furniture]
    assert all(covered[index] == 1 for index in printed)
    for passage in found:
        expected = "".join(kept(document.lines[index].text) for index in passage.lines)
        marker = kept(passage.marker or "")
        rest = expected.removeprefix(marker)
        assert kept(passage.text) in (expected, rest, rest.lstrip("\ufffd"))


@given(PAGES)
def test_lines_and_starts_rise_and_line_at_never_falls(pages):
    for passage in passages(text_document(*pages)):
        assert list(passage.lines) == sorted(set(passage.lines))
        assert len(passage.lines) == len(passage.starts)
        assert list(passage.starts) == sorted(passage.starts)
        lines = [passage.line_at(position) for position in range(len(passage.text) + 1)]
        assert lines == sorted(lines)
        assert set(lines) <= set(passage.lines)


@given(PAGES)
def test_sentences_are_the_passage_in_order(pages):
    for passage in passages(text_document(*pages)):
        parts = sentences(passage)
        assert "".join("".join(s.text.split()) for s in parts) == "".join(passage.text.split())
        for part in parts:
            assert set(part.lines) <= set(passage.lines)
            assert part.starts[0] == 0


@given(PAGES, st.integers(0, 30), st.integers(0, 30))
def test_a_span_holds_only_its_own_lines(pages, first, last):
    document = text_document(*pages)
    for passage in passages(document, Span(first, last)):
        assert first <= passage.first <= passage.last <= last


@given(PAGES)
def test_asking_twice_gives_the_same(pages):
    assert passages(text_document(*pages)) == passages(text_document(*pages))
