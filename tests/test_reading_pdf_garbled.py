"""Text that is none is told from text, also from tables."""

from __future__ import annotations

import pytest

from ingest.reading.pdf_garbled import is_garbled, odd_characters

PROSE = (
    "Kommunerne har i fællesskab besluttet at fortsætte samarbejdet om de specialiserede tilbud til og med 2027. "
)
TABLE = (
    "Drift 1.234 kr. 2.345 kr.\nAnlæg 345 kr. 456 kr.\n50+ pladser 10.540 kr. 10.602 kr.\nMdr. stk. kr. nr. jf.\n"
)
ENGLISH = "The municipalities have agreed that the joint programme shall be continued until the end of the year. "


def shifted(text: str) -> str:
    return "".join(chr(ord(c) - 29) if 61 < ord(c) < 127 else c for c in text)


def numbered(text: str) -> str:
    numbers: dict[str, str] = {}
    return "".join(c if c == " " else numbers.setdefault(c, chr(33 + len(numbers))) for c in text)


@pytest.mark.parametrize(
    "text", [PROSE, PROSE.upper(), TABLE * 3, ENGLISH, "12 345 678 " * 20, "." * 400, "", "_ " * 99]
)
def test_text_is_not_garbled(text: str) -> None:
    assert not is_garbled(text)


@pytest.mark.parametrize(
    "text",
    [
        shifted(PROSE),
        numbered(PROSE),
        "\ufffd" * 30,
        "\ue001\ue002 " * 10 + "Side 3",
        PROSE[:50] + "\x01\x02\x03" * 5,
    ],
    ids=["shifted", "numbered", "replacement", "private use", "control"],
)
def test_what_is_no_text_is_garbled(text: str) -> None:
    assert is_garbled(text)


def test_bullets_of_symbol_fonts_are_not_odd() -> None:
    assert odd_characters("\uf0b7 Baggrund\n\uf0a7 Indstilling\n") == 0
