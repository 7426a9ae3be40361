"""How far the title of a header runs over printed lines, and the case lines behind it."""

from __future__ import annotations

import re

from extractors.splitting.item_numbers import ItemNumber, behind_mark, parse_item_number
from extractors.splitting.labels import attachment_label
from extractors.splitting.likeness import likeness
from extractors.splitting.meeting import names_body
from extractors.splitting.outline import Outline
from extractors.splitting.sections import counted_section, numbered_section, opened_section
from extractors.splitting.titles import (
    is_case_label,
    is_of_page,
    is_remark,
    kind_word,
    parse_case_line,
    read_title,
    told_type,
    type_alone,
)
from extractors.splitting.type_letters import LEGEND
from extractors.splitting.words import ADVICE, FINITE_VERBS, MONTHS, ROUTINE_ITEMS
from extractors.text.markers import read_marker
from extractors.text.sentences import ends_abbreviated, opens_sentence, sentence_bounds
from extractors.text.words import DANGLING

_DEEPEST_TITLE = 4
"""Printed lines that a title runs over at most."""


_DECISIVE = frozenset({"Indstilling", "Sagsfremstilling", "Beslutning"})
"""Headings that agendas have and reports have not, be they numbered."""


def title_lines(
    outline: Outline, index: int, number: ItemNumber, known: list[str]
) -> tuple[list[int], int | None, bool]:
    """The lines of the title, the case line behind it, and whether a section heading follows.

    A case line within reach, or a section heading right below the next line, ends the title for certain; a title
    known from the table of contents does so where the lines agree with it; else it goes on while nothing speaks for
    its end.
    """
    after = outline.following(index, _DEEPEST_TITLE + 4)
    if not number.title and after and told_type(outline.text(after[0])) is not None:
        del after[0]  # ``Type: Orienteringssag`` above ``Titel: …``
    case_at, section_at, stop = None, False, len(after)
    for place, line in enumerate(after[: _DEEPEST_TITLE + 1]):
        text = outline.text(line)
        if is_remark(text):
            section_at, stop = True, min(stop, place)
            continue
        if section_at and parse_case_line(text) is None:
            break
        before = outline.text(after[place - 1] if place else index)
        if _PRESENTED.match(text) and not _dangles(before):
            stop = min(stop, place)
            continue
        if (number.title or place) and not _dangles(before) and _kind_on_line(outline, line) is not None:
            stop = min(stop, place)
            continue
        if (case := _case_line(outline, line)) is not None:
            case_at, stop = line, min(stop, place)
            behind = [n for n in outline.following(case[2], 3) if opened_section(outline.text(n))]
            section_at = bool(behind)
            break
        within = numbered_section(text, number.text) in _DECISIVE
        within = within or (number.form != "single" and counted_section(text) is not None)
        if (within or opened_section(text) is not None) and (number.title or place):
            section_at, stop = True, min(stop, place)
            break
        if is_of_page(text):
            stop = min(stop, place)
            continue
        if ADVICE.match(text) or LEGEND.fullmatch(text):
            stop = min(stop, place)
            break
        if _opens_item(text, number) and not (not number.title and place == 0):
            stop = min(stop, place)
            break
    lines = [index]
    certain = case_at is not None or section_at
    for line in after[:stop]:
        if len(lines) >= _DEEPEST_TITLE + (not number.title):
            break
        ended = outline.text(line).endswith((".", ":", ";")) or stop > 1
        if not _goes_on(outline, lines, line, number, known, case_at is not None or (section_at and not ended)):
            break
        lines.append(line)
    if certain and len(lines) - 1 < stop:
        # text stands between the title and the case line or section: they are of something else
        gap = after[len(lines) - 1 : stop]
        apart = any(attachment_label(outline.text(line)) or outline.is_top(line) for line in gap)
        if len(gap) > 1 or apart or (case_at is not None and gap):
            case_at, section_at = None, False
    return lines, case_at, section_at


_PRESENTED = re.compile(
    r"(?:Oplæg|Indlæg|Præsentation|Fremlæggelse) (?:ved|v/|v\.|af) ?(?=[A-ZÆØÅa-zæøå])|(?:V(?:ed|/)|v/) ?[A-ZÆØÅ]"
)
"""Who presents the case, on a line of its own below the title: ``Oplæg ved direktør Ane Holm``."""


_WAY = re.compile(r"Sagsgang(?: og sagstype)?:?", re.IGNORECASE)
"""The label over the bodies that a case goes through and the kind of case."""


def _is_way(text: str) -> bool:
    return text[:1] in "Ss" and _WAY.fullmatch(text) is not None


def kind_below(outline: Outline, last: int) -> tuple[str, int] | None:
    """The kind of case on a line of its own below a title, be it behind the case line or who presents it, and that
    line; None where none is printed."""
    title, way = behind_mark(outline.text(last)), False
    for line in outline.following(last, _DEEPEST_TITLE):
        text = outline.text(line)
        way = way or _is_way(text)
        if title.endswith(text) or _is_way(text) or (way and names_body(text)):
            continue
        if (kind := _kind_on_line(outline, line)) is not None:
            return kind, line
        if not (is_remark(text) or parse_case_line(text) is not None or _PRESENTED.match(text)):
            return None
    return None


def section_past_way(outline: Outline, last: int) -> bool:
    """True where the way of a case, which ends in the heading of a section, stands below a title."""
    title, way = outline.text(last), False
    for line in outline.following(last, _LONGEST_WAY):
        text = outline.text(line)
        if way and opened_section(text) is not None and _kind_on_line(outline, line) is None:
            return True
        way = way or _is_way(text)
        if not (way or title.endswith(text)):
            return False
    return False


_LONGEST_WAY = 6


def _kind_on_line(outline: Outline, line: int) -> str | None:
    """The kind of case that is all of a line. ``Beslutning`` is a kind where nothing but the next heading stands
    below it, else the heading of what was decided."""
    kind = kind_word(outline.text(line))
    if kind is None or outline.is_top(line):
        return None
    if opened_section(outline.text(line)) is None:
        return kind
    below = outline.next_printed(line)
    return kind if below is not None and opened_section(outline.text(below)) is not None else None


def presented(outline: Outline, last: int) -> int:
    """The line below a title that says who presents the case; the last line of the title where there is none."""
    below = outline.next_printed(last)
    return below if below is not None and _PRESENTED.match(outline.text(below)) is not None else last


def _opens_item(text: str, number: ItemNumber) -> bool:
    """True for a line that opens with a number, be it one of letters below another of the kind or a chapter."""
    if text[0].isdecimal() and _DAY.match(text):
        return False
    text = behind_mark(text)
    found = parse_item_number(text) or parse_item_number(text, letters=True)
    if found is None and number.form == "single" and not number.end:
        bare = parse_item_number(text, bare=True)
        return bare is not None and bare.parts[0] in (1, number.parts[0] + 1)
    return found is not None and (found.form not in ("letter", "roman") or found.form == number.form)


def _goes_on(
    outline: Outline, lines: list[int], line: int, number: ItemNumber, known: list[str], certain: bool
) -> bool:
    """True where a line carries the title on."""
    text, before = outline.text(line), outline.text(lines[-1])
    bare = len(lines) == 1 and (not number.title or type_alone(number.title) is not None)
    bare = bare or (len(lines) == 2 and not number.title and type_alone(before) is not None)
    if bare:
        return len(text) < 300 and not outline.line(line).text.lstrip().startswith("\t")
    if text[0].isdecimal() and _DAY.match(text):
        awaited = before.lower().rsplit(" ", 1)[-1] in _BEFORE_DAYS
        return awaited and not outline.is_top(line) and outline.space_above(line) < 1
    if (marker := read_marker(text)) is not None and marker.rank == 1:
        return False
    label = attachment_label(text)
    if label is not None and label["number"] and (label["end"].strip() or not label["title"][:1].islower()):
        return False
    so_far = outline.join([number.title] + [outline.text(n) for n in lines[1:]])
    if text.casefold() == so_far.casefold():
        return False  # the title printed again
    if _in_capitals(text) and not so_far.isupper():
        return False  # the title of the paper below
    so_read = read_title(so_far)
    if so_read.case_no is not None:
        return False
    plain_title = so_read.text
    for title in known:
        longer = read_title(outline.join([so_far, text])).text
        if likeness(title, plain_title) >= 0.4:
            return likeness(title, longer) > likeness(title, plain_title) + 0.01 and outline.space_above(line) < 4
    hyphened = before.endswith("-") and len(before) > 1 and before[-2].isalpha()
    if outline.is_top(line) and not (hyphened or text[0].islower()):
        return False
    if outline.space_above(line) > 2.5 and not hyphened:
        return False
    if outline.document.tabbed:
        return False
    size, other = outline.size(lines[0]), outline.size(line)
    if size is not None and other is not None:
        if outline.space_above(line) >= 1.2:
            return False
        if abs(size - other) >= 0.6 or outline.bold(lines[0]) != outline.bold(line):
            return False
        return (
            certain or hyphened or outline.emphatic(line) or text[0].islower() or _filled(outline, lines[-1], line)
        )
    if outline.bold(lines[0]) != outline.bold(line) and outline.bold(lines[0]):
        return False
    if hyphened or certain:
        return True
    if outline.space_above(line) >= 1 and not FINITE_VERBS.isdisjoint(text.lower().split()):
        return False
    if _is_prose(text) or (text[0].isupper() and plain_title.lower().rstrip(" .") in ROUTINE_ITEMS):
        return False
    if _ends_page(outline, line) and outline.space_above(line) < (1 if text.endswith(".") else 2):
        return True
    if _dangles(before):
        return True  # also over the blank line of double spacing: no title ends in `med` or `for`
    if outline.space_above(line) >= 1 and not text[0].islower():
        return False
    return text[0].islower() or _full(outline, lines[-1], text)


def _in_capitals(text: str) -> bool:
    """True for a line that is set in capitals, and no abbreviation alone."""
    return text.isupper() and sum(map(str.isalpha, text)) >= _CAPITALS


_CAPITALS = 12
_DAY = re.compile(rf"\d{{1,2}}\.? (?:{'|'.join(MONTHS)})\b")
_BEFORE_DAYS = frozenset({"pr.", "den", "d.", "til", "fra", "af", "indtil", "før", "efter", "siden", "–", "-"})
"""What a title ends in whose next line opens with a day: ``Status pr.`` / ``31. marts``."""


def _is_prose(text: str) -> bool:
    """True for a line of sentences: it opens one, one ends within it, or it is one."""
    if text.endswith(".") and not FINITE_VERBS.isdisjoint(text.lower().split()):
        return True
    if text.endswith(".") and text[0].isupper() and text.count(" ") >= _SHORTEST and not ends_abbreviated(text):
        return True
    return opens_sentence(text) or len(sentence_bounds(text)) > 1


_SHORTEST = 3
"""Spaces in the shortest sentence."""


def _dangles(text: str) -> bool:
    return text.lower().rsplit(" ", 1)[-1] in DANGLING and not text.endswith(" KL")  # the association, no clock


def _filled(outline: Outline, index: int, following: int) -> bool:
    """True where the next line's first word has no room left on the line (PDF)."""
    line, after = outline.line(index), outline.line(following)
    if line.box is None or not after.words or line.page != after.page:
        return False
    margin = max(other.box.x1 for other in outline.document.page(line.page).lines if other.box is not None)
    word = after.words[0]
    return line.box.x1 + word.size * _SPACE + word.x1 - word.x0 > margin


_SPACE = 0.25
"""Width of a space, of the size of the type."""


def _full(outline: Outline, index: int, following: str) -> bool:
    """True where a line is so long that the next word had to go to the next line; titles are set larger than
    running text, and fewer letters fill their lines."""
    words = following.split()
    full = max(_LEAST_FULL, _SHARE_FULL * min(outline.usual_width, _WIDEST))
    return len(outline.text(index)) + len(words[0]) + 1 > full if words else False


_LEAST_FULL, _SHARE_FULL, _WIDEST = 52, 0.6, 120


def _ends_page(outline: Outline, line: int) -> bool:
    """True where nothing else is printed on the page behind this line, within a title's reach."""
    return any(
        outline.is_top(n) or outline.space_above(n) >= 5 for n in outline.following(line, 2)
    ) and not outline.is_top(line)


def case_lines(outline: Outline, first: int) -> tuple[str | None, str | None, int]:
    """Case number, initials and the last of the case lines."""
    case_no, worker, last = None, None, first
    for line in [first, *outline.following(first, 3)]:
        found = _case_line(outline, line) if line == first or line > last else None
        if found is None and line > last:
            break
        if found is not None:
            case_no, worker, last = case_no or found[0], worker or found[1], found[2]
    return case_no, worker, last


def _case_line(outline: Outline, line: int) -> tuple[str | None, str | None, int] | None:
    """Case number and initials of a line, and the last line that tells them: the number may stand below its label
    (``Sagsnr.:``). None where it tells neither."""
    text = outline.text(line)
    if (found := parse_case_line(text)) is not None:
        return *found, line
    below = outline.next_printed(line) if is_case_label(text) else None
    found = parse_case_line(f"{text} {outline.text(below)}") if below is not None else None
    return (*found, below) if found is not None and below is not None else None
