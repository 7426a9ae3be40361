"""Lines that are printed inside the running text but stand beside it: urls dumped at a page's end, footnotes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from extractors.text.memo import DocumentMemo
from schemas.document import Document, Line, Page

_URL = re.compile(r"[<(]?(?:https?://|file:/{2,3}|mailto:|ftp://|www\.)\S", re.IGNORECASE)
_URL_STARTS = frozenset("<(hHfFmMwW")
_URL_REST = re.compile(r"[\w./%?=&#~+:@()-]+")
_URL_SIGNS = frozenset("/%?=&_")
"""The second line of a url is one token with a sign that words do not have."""

_LONGEST_URL = 2000

_NOTE = re.compile(r"\s?(\d{1,3}|[⁰¹²³⁴-⁹]{1,3})[ \t]{0,3}(?=[^\W\d_]|[\"”“„'(§]|https?:|www\.)")
_MARK = re.compile(r"[^\W\d_][.,;:)”\"]?(?:(\d{1,3})(?![\d.,]*\d|\s?%|[-/])|([⁰¹²³⁴-⁹]{1,3}))")
_YEAR_MARK = re.compile(r"(?:19|20)(?<!\w..)\d\d(\d{1,2})(?![\d.,]*\d)")
_RAISED_MARK = re.compile(r"[\d⁰¹²³⁴-⁹]{1,3}")
_MAY_BE_MARK = re.compile(r"[\d⁰¹²³⁴-⁹](?:(?<=[^\W\d_].)|(?<=[^\W\d_][.,;:)”\"].)|(?<=(?:19|20)\d\d.))")
"""What each holds: a digit behind a letter, behind a letter and a mark, or behind a year. The digit is looked
at first: so all letters are passed over at once."""
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
"""A footnote number glued to a word or to the point after it: ``procentpoint1``, ``kvalitet.12``."""

_SMALL = 0.92
"""A footnote of a PDF is set in type at most this share of the page's usual size …"""

_LOW = 0.7
"""… unless it stands below this share of the page's height."""


class Footnote(NamedTuple):
    """A footnote: its number and the indexes of its lines."""

    number: int
    lines: tuple[int, ...]


class Asides(NamedTuple):
    """Groups of line indexes: each url and each footnote of the document."""

    urls: tuple[tuple[int, ...], ...]
    footnotes: tuple[Footnote, ...]


_memo: DocumentMemo[Asides] = DocumentMemo()


def asides(document: Document, furniture: frozenset[int] = frozenset()) -> Asides:
    """The urls and footnotes of the document, furniture left out."""
    return _memo.get(document, furniture, lambda: _find(document, furniture))


def find_url_lines(document: Document) -> frozenset[int]:
    """Indexes of lines that hold a url and nothing else, with the second lines of long urls."""
    return frozenset(index for group in asides(document).urls for index in group)


def find_footnotes(document: Document) -> frozenset[int]:
    """Indexes of the lines of all footnotes."""
    return frozenset(index for note in asides(document).footnotes for index in note.lines)


def _find(document: Document, furniture: frozenset[int]) -> Asides:
    urls: list[tuple[int, ...]] = []
    notes: list[Footnote] = []
    expected = 1
    url_lines = _url_lines.get(document, None, lambda: _hold_urls(document))
    begun = _begun.get(document, None, lambda: _begin_like_notes(document))
    for page, lines in zip(document.pages, document.printed, strict=True):
        printed = [line for line in lines if line.index not in furniture] if furniture else list(lines)
        page_urls = _urls(printed, url_lines, document.tabbed)
        taken = {index for group in page_urls for index in group}
        found = _footnotes(page, printed, begun, taken, expected, document.tabbed)
        if found:
            expected = found[-1].number + 1
            held = {index for note in found for index in note.lines}
            page_urls = [group for group in page_urls if not held.issuperset(group)]
        urls.extend(page_urls)
        notes.extend(found)
    return Asides(tuple(urls), tuple(notes))


_url_lines: DocumentMemo[frozenset[int]] = DocumentMemo()


def _hold_urls(document: Document) -> frozenset[int]:
    return frozenset(line.index for lines in document.printed for line in lines if _is_url(line.text))


def _urls(printed: list[Line], url_lines: frozenset[int], tabbed: bool) -> list[tuple[int, ...]]:
    groups: list[list[int]] = []
    last = ""
    for line in printed:
        text = line.text
        if line.index in url_lines:
            groups.append([line.index])
            last = text.rstrip()
        elif last and not tabbed and _continues_url(last, text) and line.index - groups[-1][-1] <= 2:
            groups[-1].append(line.index)
        else:
            last = ""
    return [tuple(group) for group in groups]


def _is_url(text: str) -> bool:
    """True where the line holds urls and nothing else."""
    if text.lstrip()[:1] not in _URL_STARTS or len(text) > _LONGEST_URL:
        return False
    parts = text.split()
    return bool(parts) and all(_URL.match(part) for part in parts)


def _continues_url(last: str, text: str) -> bool:
    text = text.strip()
    if len(last) < 60 or len(text) > _LONGEST_URL or _URL_SIGNS.isdisjoint(text):
        return False
    return _URL_REST.fullmatch(text) is not None


def _footnotes(
    page: Page, printed: list[Line], begun: Mapping[int, re.Match[str]], urls: set[int], expected: int, tabbed: bool
) -> list[Footnote]:
    """The footnotes at the end of a page; ``begun`` are the lines that begin like one.

    They begin at the first line of a run of consecutive numbers that reaches to the page's end, where the first
    number is the one expected next in the document or is printed as a mark in the text above.
    """
    candidates = [(place, match) for place, line in enumerate(printed) if (match := begun.get(line.index))]
    if not candidates or len(printed) < 2:
        return []
    marks = _marks(printed)
    chain: list[tuple[int, int]] = []
    for place, match in reversed(candidates):
        number = _value(match[1])
        if not _is_small(page, printed[place]):
            continue
        if chain and number != chain[-1][1] - 1:
            if number >= chain[-1][1] or chain[-1][1] - number > 3:
                continue
            break
        marked = any(at < place for at in marks.get(number, ()))
        rest = printed[place].text[match.end() :]
        due = 1 < expected <= number <= expected + 3 and len(printed) - place <= _LAST and not rest[0].islower()
        next_up = bool(chain) and chain[-1][0] - place <= _LAST
        if marked or due or next_up:
            chain.append((place, number))
    chain.reverse()
    width = max(len(line.text.rstrip()) for line in printed)
    notes = []
    for position, (place, number) in enumerate(chain):
        end = chain[position + 1][0] if position + 1 < len(chain) else len(printed)
        last = place + 1
        while last < end and not tabbed and _note_goes_on(page, printed[last - 1], printed[last], width, urls):
            last += 1
        lines = (line.index for line in printed[place:last] if line.index not in urls)
        notes.append(Footnote(number, tuple(lines)))
    return notes


def _begin_like_notes(document: Document) -> Mapping[int, re.Match[str]]:
    """The lines that begin like a footnote, with what they begin with."""
    return {
        line.index: match
        for lines in document.printed
        for line in lines
        if _begins_in_digit(line.text) and (match := _NOTE.match(line.text))
    }


_begun: DocumentMemo[Mapping[int, re.Match[str]]] = DocumentMemo()


def _begins_in_digit(text: str) -> bool:
    """True where a digit, also a raised one, stands first or behind one space: a note may begin."""
    return text[:1].isdigit() or (text[:1].isspace() and text[1:2].isdigit())


_LAST = 8
"""A footnote whose mark is not found stands among so many last lines of its page."""


def _note_goes_on(page: Page, before: Line, line: Line, width: int, urls: set[int]) -> bool:
    """True where a line at the page's end belongs to the footnote above it and not to text moved below it."""
    if line.words and not _is_small(page, line):
        return False
    if line.index in urls or before.index in urls:
        return line.index in urls
    text, last = line.text.strip(), before.text.rstrip()
    if text[0].islower() or last[-1] in "-\u00ad":
        return True
    return len(last) >= _FULL * width and not _BULLET.match(text)


_FULL = 0.85
_BULLET = re.compile(r"[^\w\s\"”“„'(«»]\s|o\s|\d{1,2}[.)]\s")


def _value(digits: str) -> int:
    return int(digits.translate(_RAISED))


def _marks(printed: list[Line]) -> dict[int, list[int]]:
    """Where on the page numbers are glued to words or raised."""
    marks: dict[int, list[int]] = {}
    for place, line in enumerate(printed):
        if _MAY_BE_MARK.search(line.text) is not None:
            for match in _MARK.finditer(line.text):
                marks.setdefault(_value(match[1] or match[2]), []).append(place)
            for match in _YEAR_MARK.finditer(line.text):
                marks.setdefault(int(match[1]), []).append(place)
        for word in line.words[1:]:
            if word.raised and _RAISED_MARK.fullmatch(word.text):
                marks.setdefault(_value(word.text), []).append(place)
    return marks


def _is_small(page: Page, line: Line) -> bool:
    """True for text files; for a PDF where the line is set smaller than most of its page or begins raised."""
    if not line.words:
        return True
    if line.words[0].raised:
        return True
    sizes = sorted(word.size for other in page.lines for word in other.words[:1])
    usual = sizes[len(sizes) // 2]
    low = page.height is not None and line.box is not None and line.box.y0 > _LOW * page.height
    return line.words[-1].size <= usual * (1.0 if low else _SMALL)
