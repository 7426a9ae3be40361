"""Tables of contents: where they stand, and their entries with number, title and printed page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise
from typing import Literal, NamedTuple

from extractors.splitting.item_numbers import ItemNumber, parse_item_number
from extractors.splitting.labels import ATTACHMENT_LABEL, attachment_label, names_packet
from extractors.splitting.outline import Outline
from extractors.splitting.titles import read_title
from extractors.splitting.words import CONTENTS_HEADINGS
from schemas.packet import Span

EntryKind = Literal["item", "attachment", "other"]

_LEADER = re.compile(r"^(?P<text>.*?)\s*(?:\.{3,}|…+|(?:\. ){3,}\.?|_{3,}|·{3,})[\s.]*(?P<page>\d{1,4})?\s*$")
_LEADER_SIGNS = ("...", "…", ". . . ", "___", "···")
_WIDE_GAP = re.compile(r"\s{3}")
_TABBED = re.compile(r"^(?P<text>[^\t]*\S[^\t]*)\t+\s*(?P<page>\d{1,4})\s*$")
_WIDE = re.compile(r"^(?P<text>\S.*?\S)\s{3,}(?P<page>\d{1,4})\s*$")
_PLAIN_PAGE = re.compile(r"\s(?P<page>\d{1,3})\Z")
_PLAIN_END = 4
"""Characters of a blank and a page."""
_NO_NUMBER = re.compile(r"[^\d\s.,]")
_GLUED = re.compile(r"^(?P<text>.*\b(?:19|20)\d{2})(?P<page>\d{1,3})$")
_PAGE_WORD = re.compile(r"\s+(?:side|s\.)$", re.IGNORECASE)
_HEADING_END = re.compile(r"\s*(?:[-–—:.]|\bside\b|\bover\b)\s*")
_COLUMN_HEADS = re.compile(r"(?:(?:pkt|punkt|sag|nr|emne|tekst|titel|dagsordenspunkt)\.?\s+){1,3}side")
"""``Pkt. Tekst Side``: the heads of contents set as a table."""
_OVER = re.compile(r"\bover (?P<what>.*)")
_LISTED = frozenset(
    {"bilag", "bilagene", "punkter", "punkterne", "sager", "sagerne", "dagsordenspunkter", "indhold"}
)
"""What an «Oversigt over …» that is a table of contents lists."""
_WEAK_HEADINGS = frozenset({"oversigt", "punkter", "disposition"})
"""Headings that tables of figures have as well."""
_CONTENTS_STARTS = tuple(sorted(CONTENTS_HEADINGS))
_HEADING_STARTS = frozenset(" :.-–").union(*({word[0], word[0].upper()} for word in CONTENTS_HEADINGS))
PROVEN = frozenset({"case number", "section below", "advice below"})
_REACH = 3
"""Printed lines that an entry may run over before its page number comes."""


@dataclass(slots=True)
class Entry:
    """An entry of a table of contents. ``number`` is the item's or the attachment's own number."""

    kind: EntryKind
    number: str | None
    title: str
    page: int | None
    first: int
    last: int
    item_type: str | None = None
    parts: tuple[int, ...] = ()


@dataclass(slots=True)
class Contents:
    """A table of contents: the lines it covers, its heading included, and its entries in order."""

    span: Span
    heading: str | None
    entries: list[Entry] = field(default_factory=list)

    @property
    def items(self) -> list[Entry]:
        """The entries that are items of the agenda."""
        return [entry for entry in self.entries if entry.kind == "item"]

    @property
    def attachments(self) -> list[Entry]:
        """The entries that are bilag."""
        return [entry for entry in self.entries if entry.kind == "attachment"]


def is_contents_heading(text: str) -> bool:
    """True for a line that heads a table of contents (``Indholdsfortegnelse - Bilag``)."""
    if not 4 < len(text) < 60 or (text[0] not in _HEADING_STARTS and text[-1] not in "eE"):
        return False
    low = text.lower()
    plain = low.strip(" :.-–")
    if not plain.startswith(_CONTENTS_STARTS):
        return low.endswith("side") and _COLUMN_HEADS.fullmatch(low) is not None
    if plain in CONTENTS_HEADINGS or _COLUMN_HEADS.fullmatch(plain):
        return True
    of_what = _OVER.search(plain)
    if of_what is not None and _LISTED.isdisjoint(of_what["what"].split()):
        return False  # «Oversigt over udgifter» heads a table
    return _HEADING_END.split(plain, maxsplit=1)[0].strip() in CONTENTS_HEADINGS


def find_contents(outline: Outline) -> list[Contents]:
    """All tables of contents of a document, in order."""
    found: list[Contents] = []
    texts = outline.printed_texts
    ends = [
        _page_of(outline, index, plain=False) if _ends_like_page(outline.lines[index].text) else None
        for index in outline.printed
    ]
    may_end = [end is not None or _is_page(text) for end, text in zip(ends, texts, strict=True)]
    free = 0
    for place, (text, end, below) in enumerate(zip(texts, ends, [*may_end[1:], False], strict=False)):
        if place < free or not _may_start(text, end, below=below):
            continue
        if (block := _block_at(outline, place)) is not None:
            found.append(block[0])
            free = block[1]
    return found


def _may_start(text: str, end: PageEnd | None, *, below: bool) -> bool:
    """False where no table starts: at a line that is no heading, ends in no page or opens no entry, and has none
    below it that does. ``end`` tells in what page the line ends, ``below`` whether the next one may end in one."""
    if end is None:
        return below or (4 < len(text) < 60 and is_contents_heading(text))
    return end.strong or is_entry(text) or is_contents_heading(text)


def _block_at(outline: Outline, place: int) -> tuple[Contents, int] | None:
    """The table of contents that starts at this place among the printed lines, and the place behind it."""
    printed = outline.printed
    text = outline.text(printed[place])
    heading = text if is_contents_heading(text) and _page_of(outline, printed[place], plain=False) is None else None
    at = place + (heading is not None)
    entries: list[Entry] = []
    pending: list[int] = []
    leaders, paged = 0, True
    end = at
    while at < len(printed) and len(pending) <= _REACH:
        index = printed[at]
        if pending and _breaks(outline, pending[-1], index):
            break
        if at > place and is_contents_heading(outline.text(index)) and not any(e.kind != "other" for e in entries):
            return None  # «Dagsorden» on the cover above «Indhold»
        plain = heading is not None and (paged or (bool(entries) and _opens(outline, pending, index)))
        found = _page_of(outline, index, plain=plain)
        if found is None and _is_page(outline.text(index)):
            if entries and not pending and entries[-1].page is None and entries[-1].last == printed[at - 1]:
                entries[-1].page, entries[-1].last = int(outline.text(index)), index
                paged = _all_paged(entries)
                at = end = at + 1
                continue
            if pending and (alone := _page_alone(outline, pending, at)) is not None:
                entries.append(alone)
                pending = []
                at = end = outline.rank(alone.last) + 1
                continue
        if found is None:
            if heading is None and not entries and pending:
                return None
            if entries and not pending and outline.space_above(index) > 6 and not is_entry(outline.text(index)):
                break
            pending.append(index)
            at += 1
            continue
        title, page, strong = found
        if heading is None and not entries and not strong and not is_entry(outline.text(index)):
            return None
        pending.append(index)
        read = _entries(outline, pending, title, page)
        if not read or (not strong and _falls(entries, read)):
            break
        _carry_on(outline, entries, pending)
        leaders += strong
        entries += owned(entries, read)
        paged = paged and _all_paged(read)
        pending = []
        at += 1
        end = at
    if not _enough(entries, heading, leaders) and not _counts_on(entries, heading):
        return None
    entries = _numbered(entries)
    first = printed[place] if heading is not None else entries[0].first
    return Contents(Span(first, printed[end - 1]), heading, entries), end


def owned(entries: list[Entry], read: list[Entry]) -> list[Entry]:
    """The entries read, those that name a bilag behind its item (``Pkt. 2.1 Bilag 1: …``) taken apart: the item,
    whose title is not told, where it is not the one above, and the bilag."""
    last = next((entry.number for entry in reversed(entries[-_RECENT:]) if entry.kind == "item"), None)
    found: list[Entry] = []
    for entry in read:
        m = attachment_label(entry.title) if entry.kind == "item" else None
        if m is None or not m["number"]:
            found.append(entry)
            last = entry.number if entry.kind == "item" else last
            continue
        if entry.number != last:
            found.append(replace(entry, title=""))
            last = entry.number
        found.append(Entry("attachment", m["number"], m["title"].strip(), entry.page, entry.first, entry.last))
    return found


def _falls(entries: list[Entry], read: list[Entry]) -> bool:
    """True where page numbers without leaders fall back behind those of the table, which has ended."""
    before = [entry.page for entry in entries[-_RECENT:] if entry.page is not None]
    return len(before) >= _FULL_TABLE and any(e.page is not None and e.page < before[-1] for e in read)


_FULL_TABLE = 3
_RECENT = 300
"""Entries above a new one that are looked at: without a limit a hundred thousand of them take minutes."""


def _page_alone(outline: Outline, pending: list[int], at: int) -> Entry | None:
    """The entry of a table of contents set as a table, where the page number stands on a line of its own: below the
    lines of its title, or half-way down two of them. None for anything else."""
    number = outline.printed[at]
    lines = [outline.text(index) for index in pending]
    if not is_entry(lines[0]) or any(map(is_entry, lines[1:])) or at + 1 >= len(outline.printed):
        return None
    behind = outline.printed[at + 1]
    rest = outline.text(behind)
    last = number
    if not is_entry(rest):
        if _breaks(outline, number, behind) or len(lines) > 1:
            return None
        lines.append(_LEADER.sub(r"\g<text>", rest))
        last = behind
    return make_entry(outline.join(lines), int(outline.text(number)), pending[0], last)


_DIGITS = 3


def _is_page(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= _DIGITS


def _carry_on(outline: Outline, entries: list[Entry], pending: list[int]) -> None:
    """Gives lines before the one that opens the next entry, with a small letter, to the entry above them: its page
    number stands beside its first line."""
    opens = next((place for place, index in enumerate(pending) if is_entry(outline.text(index))), 0)
    if not entries or not opens or entries[-1].page is None:
        return
    lines = [outline.text(index) for index in pending[:opens]]
    if lines[0][0].islower() and len(lines) < _REACH:
        entries[-1].title = outline.join([entries[-1].title, *lines])
        entries[-1].last = pending[opens - 1]


def _enough(entries: list[Entry], heading: str | None, leaders: int) -> bool:
    """True where entries make a table of contents and not a table of figures: three with dot leaders, or some with
    the numbers of items under a heading, or pages that never fall under a heading."""
    numbered = sum(
        entry.kind != "other" and (entry.kind == "attachment" or len(entry.parts) > 1) for entry in entries
    )
    pages = [entry.page for entry in entries if entry.page is not None]
    rising = len(pages) == len(entries) and all(a <= b for a, b in pairwise(pages))
    if leaders >= 3:
        return True
    if heading is not None and heading.lower().strip(" :.") in _WEAK_HEADINGS:
        return leaders > 0 or (numbered >= 2 and rising)
    if heading is not None:
        return leaders > 0 or (numbered >= 2 and rising) or (len(entries) >= 3 and rising)
    items = [entry.parts for entry in entries if entry.kind == "item"]
    counted = items == [(n,) for n in range(1, len(items) + 1)] and numbered + len(items) == len(entries)
    return numbered >= 3 and (2 * numbered >= len(entries) or counted) and rising


def _opens(outline: Outline, pending: list[int], index: int) -> bool:
    """True where the lines that wait for a page, this one the last, open an entry: where others have none, a number
    behind any other text is no page."""
    return is_entry(outline.text(pending[0] if pending else index))


def _counts_on(entries: list[Entry], heading: str | None) -> bool:
    """True for contents without leaders that leave out some pages: items of two levels, or with bilag below them,
    rise and so do the pages, and most entries have one."""
    if heading is None or heading.lower().strip(" :.") in _WEAK_HEADINGS:
        return False
    bilag = sum(entry.kind == "attachment" for entry in entries)
    pages = [entry.page for entry in entries if entry.page is not None]
    items = [entry.parts for entry in entries if entry.kind == "item"]
    rising = all(a <= b for a, b in pairwise(pages)) and all(a < b for a, b in pairwise(items))
    named = all(entry.kind != "other" for entry in entries) and (
        bilag >= _FEWEST or all(len(parts) > 1 for parts in items)
    )
    few = len(pages) < _LEAST_PAGES or len(items) < 2 or pages[0] == pages[-1]
    paged = all(entry.page is not None for entry in entries if entry.kind == "attachment")
    return rising and named and not few and ((paged and bilag > 1) or 3 * len(pages) >= 2 * len(entries))


_LEAST_PAGES = 4


def _all_paged(entries: list[Entry]) -> bool:
    return all(entry.page is not None for entry in entries)


def is_entry(text: str) -> bool:
    """True for a line that opens with the number of an item or the label of a bilag."""
    return parse_item_number(text) is not None or ATTACHMENT_LABEL.match(text) is not None


def _breaks(outline: Outline, before: int, index: int) -> bool:
    """True where an entry cannot run on: the page ends, or the space between the lines is wide."""
    return outline.is_top(index) or outline.space_above(index) > 4


_PAGE_ENDS = frozenset(".…_·")


_LONGEST = 600


def _ends_like_page(text: str) -> bool:
    """True where a line ends in a digit or in a sign of leaders."""
    last = text[:_LONGEST].rstrip()[-1:]
    return last.isdecimal() or last in _PAGE_ENDS


class PageEnd(NamedTuple):
    """The page number that a line ends in, None where dots alone lead to it, and the text before it; ``strong``
    where leaders prove an entry."""

    text: str
    page: int | None
    strong: bool


def _page_of(outline: Outline, index: int, *, plain: bool) -> PageEnd | None:
    """The page that a line ends in; None where it ends in none."""
    raw = outline.lines[index].text
    if not _ends_like_page(raw):
        return None
    raw = raw[:_LONGEST].strip()
    if any(map(raw.__contains__, _LEADER_SIGNS)) and (m := _LEADER.match(raw)):
        page = m["page"]
        text = m["text"]
        if page is None and (len(raw) - len(text) < 8 or raw.endswith("_")):
            return None  # a line to write on
        return PageEnd(_PAGE_WORD.sub("", text), int(page) if page else None, True)
    if "\t" in raw and (m := _TABBED.match(raw)):
        return PageEnd(m["text"], int(m["page"]), False)
    if _WIDE_GAP.search(raw) and (m := _WIDE.match(raw)):
        return PageEnd(m["text"], int(m["page"]), False)
    if plain and (m := _GLUED.match(raw)):
        return PageEnd(m["text"], int(m["page"]), False)
    if plain and (m := _PLAIN_PAGE.search(raw, max(0, len(raw) - _PLAIN_END))):
        text = raw[: m.start()]
        if _NO_NUMBER.search(text) is not None:
            return PageEnd(_PAGE_WORD.sub("", text), int(m["page"]), False)
    return None


def _entries(outline: Outline, indexes: list[int], tail: str, page: int | None) -> list[Entry]:
    """The entry that these lines end, the last of them stripped of leaders and page. Lines before it that open an
    entry of their own are entries without a page; other lines before it belong to none."""
    parts = [outline.text(index) for index in indexes[:-1]] + [" ".join(tail.split())]
    opens = [place for place, part in enumerate(parts) if is_entry(part)]
    if not opens and len(parts) > 1 and parse_item_number(parts[-1], bare=True) is not None:
        opens = [len(parts) - 1]  # ``1 Velkomst …… 2`` below the text above the contents
    bounds = [*(opens or [0]), len(parts)]
    found = []
    for first, end in pairwise(bounds):
        text = outline.join(parts[first:end])
        if len(text) > 400:
            return []
        found.append(make_entry(text, page if end == len(parts) else None, indexes[first], indexes[end - 1]))
    return found


def make_entry(text: str, page: int | None, first: int, last: int) -> Entry:
    """An entry from its text: a bilag by its label, an item by its number, else something other."""
    m = ATTACHMENT_LABEL.match(text)
    if m is not None and not names_packet(text):
        title = m["title"].strip()
        named = m["number"] or m["end"].strip()
        return Entry("attachment", m["number"], title if title and named else text, page, first, last)
    number = parse_item_number(text)
    if number is not None:
        read = read_title(number.title)
        return Entry("item", number.text, read.text, page, first, last, read.item_type, number.parts)
    return Entry("other", None, text, page, first, last)


def _numbered(entries: list[Entry]) -> list[Entry]:
    """The entries, with bare numbers read (``3 Takster … 5``) where they count on, none left out, and no other
    entry is an item; or where they are left out among the chapters (``1 Velkomst`` above ``2.1 Budget``)."""
    bare = {
        place: number for place, entry in enumerate(entries)
        if entry.kind == "other" and (number := parse_item_number(entry.title, bare=True)) is not None
    }  # fmt: skip
    items = [entry for entry in entries if entry.kind == "item"]
    if not items:
        counted = [number.parts[0] for number in bare.values()]
        others = sum(entry.kind == "other" for entry in entries)
        if len(bare) < _FEWEST or others != len(bare) or any(b - a != 1 for a, b in pairwise(counted)):
            return entries
    else:
        chapters = {entry.parts[0] for entry in items}
        above = list(accumulate((entry.parts for entry in entries), max))
        below = list(accumulate((entry.parts or _BEHIND for entry in reversed(entries)), min))[::-1]
        two = all(len(entry.parts) > 1 for entry in items)
        bare = {
            place: number for place, number in bare.items()
            if two and number.parts[0] not in chapters and above[place] < number.parts < below[place]
        }  # fmt: skip
    return [_as_item(entry, bare[place]) if place in bare else entry for place, entry in enumerate(entries)]


def _as_item(entry: Entry, number: ItemNumber) -> Entry:
    read = read_title(number.title)
    return replace(
        entry, kind="item", number=number.text, title=read.text, item_type=read.item_type, parts=number.parts
    )


_FEWEST = 3
"""Bare numbers that count items."""
_BEHIND = (10**6,)
"""Behind every number of an item."""
