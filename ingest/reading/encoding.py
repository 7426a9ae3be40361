"""Bytes of a text file to text: which encoding, and what could not be read.

Rules: a byte order mark decides; then UTF-16 shows by its NUL bytes in every second place; then UTF-8 if it
holds; a file with valid UTF-8 letters and a few broken bytes is damaged UTF-8; anything else is one of the
eight-bit encodings that Danish files were written in, chosen by which one yields Danish letters.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import NamedTuple

from ingest.reading.mojibake import mended
from schemas.document import Note
from schemas.errors import EmptyContent, UnsupportedContent
from schemas.wording import counted

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks; UTF-32 before UTF-16, whose mark is its beginning."""

_EIGHT_BIT = ("cp1252", "cp865", "mac_roman")
_DANISH = frozenset("æøåÆØÅéÉüöäÖÄÜ§½–—’‘”“„•´»«…°²³€·")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LINE_ENDS = ("\u2028", "\u2029", "\x85")
"""Line ends of Unicode. They break the line in print; sed and editors do not count them, nor a CR in mid line."""
_ZERO_WIDTH = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Marks that print nothing: joiners, directions, byte order marks in mid text."""
LINE_END_HYPHEN = "\ufffe"
"""How pdfium marks a hyphen at a line end; it leaves out the break behind it."""
_WORD_BROKEN = re.compile(rf"{LINE_END_HYPHEN}(?=[^\s])")
_REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Those of them that show letters in another order than they are written in."""
_RARE = re.compile(rf"[{LINE_END_HYPHEN}{_CONTROL.pattern[1:-1]}{_ZERO_WIDTH.pattern[1:-1]}]")
"""Control characters, marks that print nothing and broken line ends: most texts hold none."""
_CONTROL_BYTES = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x02\x1b\x1f")
_BINARY_SHARE = 0.05
"""More control bytes than this share and the content is no text."""


class Decoded(NamedTuple):
    """Text with ``\\n``, ``\\r`` and ``\\f`` kept, composed letters (NFC) and no other control characters."""

    text: str
    encoding: str
    notes: tuple[Note, ...]


def decode(data: bytes) -> Decoded:
    """Decode the bytes of a text file.

    Bytes that the encoding does not know become U+FFFD and are counted in a note. Raises
    :class:`EmptyContent` where there is nothing but white space and :class:`UnsupportedContent` where the
    bytes are no text.
    """
    if not data.strip(b"\x00 \t\r\n\f\v\xef\xbb\xbf\xfe\xff"):
        raise EmptyContent("The file holds no text", "Check that it was saved or copied whole")
    text, encoding, notes = _decode(data)
    text, letters = mended(text)
    text, cleaned = _clean(text)
    if not text.strip("\ufffd \t\r\n\f"):
        raise EmptyContent("The file holds no text", "Check that it was saved or copied whole")
    return Decoded(text, encoding, (*notes, *letters, *cleaned))


def _decode(data: bytes) -> tuple[str, str, list[Note]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _tolerant(data[len(mark) :], encoding)
    wide = _wide_encoding(data)
    if wide is not None:
        return _tolerant(data, wide)
    controls = len(data) - len(data.translate(None, _CONTROL_BYTES))
    if controls > _BINARY_SHARE * len(data):
        raise UnsupportedContent(
            f"{controls} of {len(data)} bytes are control bytes: this is no text",
            "Convert it to PDF or plain text",
        )
    try:
        return data.decode("utf-8"), "utf-8", []
    except UnicodeDecodeError:
        pass
    damaged = data.decode("utf-8", "replace")
    broken = damaged.count("\ufffd")
    letters = sum(1 for char in damaged if char > "\x7f") - broken
    if letters >= broken:
        return _tolerant(data, "utf-8")
    return _eight_bit(data)


def _tolerant(data: bytes, encoding: str) -> tuple[str, str, list[Note]]:
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd")
    if not lost:
        return text, encoding, []
    places = counted(lost, "place of the file is", "places of the file are")
    message = f"{places} not valid {encoding.upper()}, read as U+FFFD"
    return text, encoding, [Note("invalid_bytes", "warning", message)]


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: Latin text has a NUL in every second byte, always on the same side."""
    sample = data[: 1 << 16]
    if len(sample) < 4:
        return None
    half = len(sample) / 2
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.6 and even < 0.1:
        return "utf-16-le"
    if even > 0.6 and odd < 0.1:
        return "utf-16-be"
    return None


def _eight_bit(data: bytes) -> tuple[str, str, list[Note]]:
    high = bytes(byte for byte in data if byte > 0x7F)

    def danish(encoding: str) -> int:
        return sum(char in _DANISH for char in high.decode(encoding, "replace"))

    encoding = max(_EIGHT_BIT, key=danish)
    text, _, notes = _tolerant(data, encoding)
    message = f"The file is not UTF-8; it was read as {encoding}"
    return text, encoding, [Note("encoding", "info", message), *notes]


SIGN = re.compile(r"(?<![^\W\d_])\u00ad(?=[\d)]|[ \t]|$)", re.MULTILINE)
"""A soft hyphen behind anything but a letter divides no word: some fonts print the minus and the dash with it."""


def _clean(text: str) -> tuple[str, list[Note]]:
    """Composed letters; marks of a soft hyphen made U+00AD, those of a hyphen at a line end a hyphen and a break in
    print; other control characters made U+FFFD."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    text = text.replace("\v", "\n" if "\n" not in text and "\r" not in text else " ")
    for line_end in _LINE_ENDS:
        text = text.replace(line_end, "\r")
    if _RARE.search(text) is None:
        return (SIGN.sub("-", text) if "\u00ad" in text else text), []
    reordered = len(_REORDERING.findall(text))
    text = _ZERO_WIDTH.sub("", text)
    # PDF libraries write a hyphen at a line end that is no letter of its own as U+0002 or U+001F.
    if "\x02" in text or "\x1f" in text:
        text = re.sub(r"[\x02\x1f](?=[ \r\n])", "\u00ad", text)
    text = _WORD_BROKEN.sub("-\r", text).replace(LINE_END_HYPHEN, "-")
    if "\u00ad" in text:
        text = SIGN.sub("-", text)
    text, count = _CONTROL.subn("\ufffd", text)
    notes = []
    if count:
        told = counted(count, "control character was", "control characters were")
        notes.append(Note("control_characters", "info", f"{told} read as U+FFFD"))
    if reordered:
        marks = counted(reordered, "mark turns", "marks turn")
        message = f"{marks} the order of letters: what is seen may differ from what was read"
        notes.append(Note("text_reordered", "warning", message))
    return text, notes
