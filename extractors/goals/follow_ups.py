"""Where the report on an agreement begins that is printed behind the agreement in one file.

SAMARBEJDSAFTALE 2031-2033          …          DEL B – AFRAPPORTERING FOR 2031
mellem kommunerne og centret                   godkendt af styregruppen

The two may be called parts (``I. Driftsaftale`` … ``II. Beretning``), or the title is set in capitals.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from extractors.goals.lines import lines_with, printed_in
from extractors.language.ordinals import ORDINALS
from schemas.packet import Packet, Span

_AGREEMENT = regex.compile(
    r"\b\p{L}*(?:aftale|kontrakt|partnerskab|overenskomst|handleplan|handlingsplan|ejerstrategi)(?:n|en|et)?\b|"
    r"\b(?:aftale|kontrakt|mål)del(?:en)?\b",
    regex.IGNORECASE,
)
_TOLD = regex.compile(
    r"\b\p{L}*(?:rapport(?:en|ering|eringen)?|opfølgning(?:en)?|beretning(?:en)?|redegørelse(?:n)?|opfyldelse(?:n)?|"
    r"status|statusnotat|evaluering(?:en)?|resultater(?:ne)?)\b|\b(?:status|evaluerings|opfølgnings|resultat)del(?:en)?\b",
    regex.IGNORECASE,
)
_PART = regex.compile(
    r"(?:DEL|Del|BILAG|Bilag|AFSNIT|Afsnit|KAPITEL|Kapitel)\s(?:[IVX]{1,4}|[A-H]|\d{1,2})\s?[.:–—-]?\s"
)
_LABEL = regex.compile(
    r"(?P<nth>FØRSTE|ANDEN|TREDJE|Første|Anden|Tredje|1\.|2\.|3\.)\s(?:DEL|del)\s?[.:–—-]?\s*(?P<rest>.*)|"
    r"(?:(?P<form>DEL|Del|del|BILAG|Bilag|AFSNIT|Afsnit|KAPITEL|Kapitel)\s)?(?:(?P<roman>[IVX]{1,4})|(?P<letter>[A-H])|(?P<digit>\d))"
    r"(?P<end>[.:)]|\s?[–—-]|$)?\s*(?P<rest>.*)"
)
"""``DEL 2``, ``II. BERETNING``, ``B. Status``, ``ANDEN DEL – EVALUERING``."""
_ROMANS = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}
_ADORNED = "-–—=*#_~ "
"""Signs that a title is set between."""
_NUMBERED = regex.compile(r"\W*(?:§|\d{1,2}(?:\.\d{1,2})*[.:)]?\s|\p{L}\)\s)")
_YEAR = regex.compile(r"(?<!\d)20\d\d(?!\d)")
TITLE_LINES = 4
"""Lines in which a paper says what it is."""
MOST_ABOVE = 12
"""Lines of a page above the title of a report, blank ones included."""
LONGEST, LONGEST_BELOW = 90, 70
"""Characters of a title, and of the line below one in capitals."""
SHORTEST_RULE = 5
"""Signs of a line of dashes."""
BLANK_ABOVE, BLANK_BELOW = 2, 2
"""Blank lines around the title of a cover."""
FEWEST_LINES = 15
"""Printed lines of an agreement, at least."""


class FollowUp(NamedTuple):
    """The first line of a report and its title, lines joined by spaces."""

    first: int
    title: str


def follow_ups(packet: Packet) -> tuple[FollowUp, ...]:
    """The reports that stand behind an agreement in the same run of lines, in order. A report opens a page or is
    called a part; its title names what it tells and its year, or the agreement."""
    found: list[FollowUp] = []
    for index in sorted(lines_with(packet, "told")):
        text = _bare(packet, index)
        if not _is_title(text) or any(index in span for span in packet.contents) or _TOLD.search(text) is None:
            continue
        span = _own(packet, index)
        if span is None or (first := _begins(packet, span, index, text)) is None:
            continue
        start = found[-1].first if found and found[-1].first >= span.first else span.first
        if start != span.first or not is_agreement(packet, span):
            continue  # one report behind each agreement
        if len(printed_in(packet, Span(start, first - 1))) >= FEWEST_LINES:
            cover = _cover(packet, span, index)
            last = cover.last if cover is not None and cover.first == first else index
            found.append(FollowUp(first, " ".join(_bare(packet, line) for line in range(first, last + 1)).strip()))
    return tuple(found)


def _begins(packet: Packet, span: Span, index: int, text: str) -> int | None:
    """The first line of the report that this title heads, if it heads one."""
    first = _next_part(packet, span, index)
    if first is not None:
        return first
    if _NUMBERED.match(text):
        return None
    if _names(text) and (opened := _opens(packet, span, index)) is not None:
        return opened
    cover = _cover(packet, span, index)
    whole = " ".join(_bare(packet, line) for line in range(cover.first, cover.last + 1)) if cover else ""
    return cover.first if cover is not None and _names(whole) else None


def _names(title: str) -> bool:
    """True where a title names the year of a report, or the agreement."""
    return _YEAR.search(title) is not None or _AGREEMENT.search(_TOLD.sub(" ", title)) is not None


def _cover(packet: Packet, span: Span, index: int) -> Span | None:
    """The title of a cover that a line is one of: up to four short lines, with blank lines above and below them."""
    first = last = index
    while first > max(span.first, index - TITLE_LINES) and _bare(packet, first - 1):
        first -= 1
    while last < min(span.last, first + TITLE_LINES) and _bare(packet, last + 1):
        last += 1
    if not 0 < last - first < TITLE_LINES or first - BLANK_ABOVE < span.first or last + BLANK_BELOW > span.last:
        return None
    around = (*range(first - BLANK_ABOVE, first), *range(last + 1, last + 1 + BLANK_BELOW))
    if any(_bare(packet, line) for line in around):
        return None
    return Span(first, last) if all(_is_title(_bare(packet, line)) for line in range(first, last + 1)) else None


def is_agreement(packet: Packet, span: Span) -> bool:
    """True where one of the first lines calls the paper an agreement, and does not only report on one."""
    for text in title_lines(packet, span):
        match = _AGREEMENT.search(text)
        if match is not None:
            return _TOLD.search(text[: match.start()]) is None
    return False


def title_lines(packet: Packet, span: Span) -> Sequence[str]:
    """The short lines, at most four, that a paper begins with."""
    return list(_titles(packet, span))


def _titles(packet: Packet, span: Span) -> Iterator[str]:
    for index in printed_in(packet, span)[:TITLE_LINES]:
        text = _bare(packet, index)
        if not _is_title(text) and not text.endswith(":"):
            return
        yield text


def _own(packet: Packet, index: int) -> Span | None:
    """The lines of the attachment that holds this line, else of the file where it has no items."""
    attachment = packet.attachment_at(index)
    if attachment is not None:
        return attachment.span
    return Span(0, len(packet.lines) - 1) if packet.item_at(index) is None else None


def _opens(packet: Packet, span: Span, index: int) -> int | None:
    """The first line of what this title heads: its own where it is called a part, the first of its page where only
    titles stand above it; None for a title inside of a page."""
    if _PART.match(_bare(packet, index)):
        return index
    if _is_set_off(packet, span, index):
        return index
    page = packet.lines[index].page
    first = index
    while first > span.first and packet.lines[first - 1].page == page:
        first -= 1
        if index - first > MOST_ABOVE:
            return None
    above = printed_in(packet, Span(first, index))
    titles = len(above) <= TITLE_LINES and all(_is_title(_bare(packet, other)) for other in above)
    return above[0] if titles and first > span.first else None


class _Label(NamedTuple):
    """What a title is numbered with, and the words behind it."""

    form: str
    number: int
    rest: str


def _label(text: str) -> _Label | None:
    match = _LABEL.fullmatch(text)
    if match is None:
        return None
    if match["nth"]:
        return _Label("part", ORDINALS.get(match["nth"].lower()) or int(match["nth"][0]), match["rest"])
    if not match["form"] and not match["end"]:
        return None  # `I kontraktåret`
    roman, letter, digit = match["roman"], match["letter"], match["digit"]
    number = _ROMANS.get(roman, 0) if roman else ord(letter) - ord("A") + 1 if letter else int(digit)
    kind = "roman" if roman else "letter" if letter else "digit"
    return _Label(f"{(match['form'] or '').lower()} {kind}", number, match["rest"])


def _next_part(packet: Packet, span: Span, index: int) -> int | None:
    """The first line of the part that this title opens, its number beside it or alone above it; None where it has
    none, or the part before it is no agreement."""
    label, first = _label(_bare(packet, index)), index
    if label is None or not label.rest:
        above = [line for line in printed_in(packet, Span(max(span.first, index - 3), index)) if line < index]
        label = _label(_bare(packet, above[-1])) if above else None
        if label is None or label.rest:
            return None
        first = above[-1]
    elif _TOLD.search(label.rest) is None:
        return None
    if label.number < 2:
        return None
    lines = printed_in(packet, Span(span.first, first - 1)) if first > span.first else []
    for place in range(len(lines) - 1, -1, -1):
        before = _label(_bare(packet, lines[place]))
        if before is None or before[:2] != (label.form, label.number - 1):
            continue
        title = before.rest or next((text for line in lines[place + 1 :] if (text := _bare(packet, line))), "")
        if _TOLD.search(title) is not None:
            return None
        agreed = _AGREEMENT.search(title) is not None and _is_title(title)
        return first if agreed or _is_second_of_two(packet, Span(index, span.last), label) else None
    return None


def _is_second_of_two(packet: Packet, span: Span, label: _Label) -> bool:
    """True for ``BILAG 2`` or ``Kapitel 2`` behind which no third one comes: the first, whatever its title, is the
    agreement. ``span`` begins with the title."""
    if label.number != 2 or label.form.startswith(" "):
        return False
    later = (_label(_bare(packet, line)) for line in printed_in(packet, span)[1:])
    return not any(other is not None and other[:2] == (label.form, 3) for other in later)


def _is_set_off(packet: Packet, span: Span, index: int) -> bool:
    """True for a title in capitals, between dashes or below a line of them, with a blank line above it, and below
    it one or a line on who writes when."""
    line, printed = packet.lines[index], packet.lines[index].text.strip()
    if not span.first < index < span.last:
        return False
    adorned = printed[:1] in _ADORNED and printed[-1:] in _ADORNED
    above, below = packet.lines[index - 1], packet.lines[index + 1]
    if above.page == line.page and above.text.strip(_ADORNED):
        return False
    if not (adorned or printed.isupper() or _is_ruled(packet, span, index)):
        return False
    text = _bare(packet, index + 1)
    return below.page != line.page or not text or (len(text) <= LONGEST_BELOW and _is_title(text))


def _is_ruled(packet: Packet, span: Span, index: int) -> bool:
    """True below a line of dashes, blank lines between them or none."""
    for above in range(index - 1, max(span.first, index - MOST_ABOVE), -1):
        printed = packet.lines[above].text.strip()
        if printed:
            return len(printed) >= SHORTEST_RULE and not printed.strip(_ADORNED)
    return False


def _bare(packet: Packet, index: int) -> str:
    return " ".join(packet.lines[index].text.replace("*", "").split()).strip(_ADORNED)


def _is_title(text: str) -> bool:
    return 3 < len(text) <= LONGEST and text[0].isalnum() and text[-1] not in ".,:;"
