"""The outline of a paper: its chapters, clauses, numbered and lettered points and titled paragraphs, by the numbers
and titles that they are printed with.

    § 3. Hvad parterne vil nå         Indsats B – Kortere vej          Pkt. 2.1
    1. Vejledning. 80 firmaer …       • Ventetid: højst 20 dage        Ventetiden bringes ned …
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

import regex

from extractors.text.joining import Passage, packet_passages, slice
from schemas.language import lexicon
from schemas.packet import Packet, Span

_CLAUSE = regex.compile(r"§\s?(?P<no>\d{1,2})\.?(?:\s+|$)(?P<rest>.*)")
_PARAGRAPH = regex.compile(r"[Ss]tk\.\s?(?P<no>\d{1,2})[.:]?\s+(?P<rest>.*)")
_DECIMAL = regex.compile(r"(?P<no>\d{1,2}\.\d{1,2})[.:)]?\s+(?P<rest>\p{Lu}.*|\d.*)")
_SIGN = regex.compile(r"(?P<no>(?!Q)\p{Lu}\d{1,2})[.:)]?\s+(?P<rest>\p{Lu}.*|\d.*)")
_LETTER = regex.compile(r"(?P<no>[A-H])[.:)]\s+(?P<rest>\p{Lu}.*)")
_ROMAN = regex.compile(r"(?P<no>[IVX]{1,4})[.:]\s+(?P<rest>\p{Lu}.*)")
_NUMBER = regex.compile(r"(?P<no>\d{1,2})[.:)]?\s+(?P<rest>\p{Lu}.*)")
_NAMED = regex.compile(
    r"(?P<word>\p{Lu}\p{L}{2,}\.?)\s(?:nr\.?\s)?(?P<no>\d{1,2}(?:\.\d{1,2})?|[A-H]|[IVX]{1,4})(?![\p{L}\d%]|[.,]\d)"
    r"(?:\s*[.:–—-]\s*|\s+(?=\p{Lu})|$)(?P<rest>.*)"
)
_ABOUT = regex.compile(
    r"(?:A[dD]\.?|Til|Om|Vedr\.|Vedrørende|Bemærkninger\stil|Status\s(?:for|på)|Opfølgning\spå|Svar\spå)\s"
    r"(?:(?P<word>\p{L}{3,}\.?)\s(?:nr\.?\s)?)?"
    r"(?P<no>§\s?\d{1,2}|\d{1,2}(?:\.\d{1,2})?(?:\s?[a-h]\b)?|[A-H]\d{0,2}|[IVX]{1,4}|[a-h](?=\)))"
    r"(?:,?\s(?:stk\.|nr\.|litra|punkt)\s?(?P<sub>\d{1,2}|[a-h]))?(?![\p{L}\d%]|[.,]\d)(?:\)\s+(?=\p{Lu})|\)?\s*(?:[.:–—-]\s*|$))(?P<rest>.*)"
)
"""What a report says of a unit of the agreement: ``Ad § 4, stk. 2``, ``Til pejlemærke B``."""
_SHORT = regex.compile(r"(?P<title>\p{Lu}[^.:;?!\d]{2,60})[.:]\s+(?=\p{Lu}|\d)(?P<rest>.*)")
_LED = regex.compile(r"(?P<title>\p{Lu}[\p{L} ,’'/&-]{2,50}(?<=\p{L}))(?P<end>[.:])\s+(?=\p{Lu}|\d)(?P<rest>.*)")
LED = ("led:", "led.")
FEWEST_LED = 2
"""Paragraphs next to each other that begin with titles of their own, at least."""
_MOST_LED = {":": 6, ".": 3}
"""Words of such a title, by what ends it: a few more make a sentence."""
_GAP = regex.compile(r"\S(?:\s{3,}|\t)\S")
_MARKER = regex.compile(r"\(?(?P<no>\d{1,2}|[a-zæøåA-Z]|[ivx]{2,4})[.)]")
_RULE = regex.compile(r"[\s_=*~.–—-]+")
SHORTEST_RULE = 5
"""Signs of a rule."""
NO_UNITS = frozenset(
    {
        "side", "bilag", "skema", "figur", "tabel", "uge", "kl.", "art.", "linje", "rute", "nr.", "kvartal", "stk.",
        "oversigt", "diagram", "graf", "bilagstabel", "fig.", "tab.",
    }
)  # fmt: skip
"""Words before the numbers of other things than units."""
LONGEST_TITLE = 80
_YEARLESS = regex.compile(r"\d(?<!20\d)(?<!20\d\d)(?<!20\d\d/20)|[%•]|\.\.\.|___|---")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit from its first line to the last of all below it; ``own`` ends before the first unit below it.
    ``form`` is how it is marked (``§``, ``1.``, ``a)``, ``•``, ``title``, ``indsats``), ``number`` its number as
    printed, None for bullets and plain titles; ``title`` what heads it, empty where it is text from its start.
    ``begins`` is the line in which its text begins and ``offset`` where; ``parent`` the index of the unit above.
    ``about``: it refers to a unit of another paper, ``sub`` to one below that. ``lead`` is the text that ends in a
    colon above the points of a list."""

    first: int
    last: int
    form: str
    number: str | None
    title: str
    begins: int
    offset: int = 0
    own: int = -1
    parent: int | None = None
    about: bool = False
    sub: str | None = None
    text: str = ""
    lead: str = ""

    @property
    def is_point(self) -> bool:
        """True for a unit that is text itself, with a short title before it or none."""
        return self.begins == self.first and bool(self.text)


@dataclass(slots=True)
class _Stack:
    """The units that are open, outermost first."""

    open: list[tuple[str, int]] = field(default_factory=list)

    def enter(self, form: str, index: int, *, closes: frozenset[str] = frozenset()) -> int | None:
        """Closes the units of this form and below, and the forms named; the unit above, if any."""
        forms = [other for other, _ in self.open]
        if form in forms:
            del self.open[forms.index(form) :]
        while self.open and self.open[-1][0] in closes:
            self.open.pop()
        above = self.open[-1][1] if self.open else None
        self.open.append((form, index))
        return above


def read_outline(packet: Packet, span: Span) -> list[Unit]:
    """The units of the lines of a span, in order; empty where nothing is marked as one."""
    passages = [piece for p in packet_passages(packet, span) if p.kind == "text" for piece in _apart(p)]
    heads = [_head(packet, passage, place, passages) for place, passage in enumerate(passages)]
    heads = _led_together(_counted(heads))
    units: list[Unit] = []
    stack = _Stack()
    points: set[str] = set()
    after_title: int | None = None
    lead, led = "", ""
    for place, head in enumerate(heads):
        if head is None:
            after_title = None
            lead = passages[place].text if passages[place].text.rstrip().endswith(":") else ""
            led = ""
            continue
        index = len(units)
        if lead and head.is_point:
            led = led or head.form
        if head.form != led:
            lead, led = ("", "") if not head.is_point or led else (lead, led)
        if head.form == "title":
            if after_title is not None and units[after_title].form != "title" and not units[after_title].title:
                # the title of `Kapitel 2` stands on a line of its own
                named = units[after_title]
                units[after_title] = replace(named, title=head.title, begins=head.begins, last=head.last)
                continue
            parent = stack.enter("title", index, closes=frozenset(points)) if after_title is None else None
            if after_title is not None:
                parent = stack.enter("title below", index)
                head = replace(head, form="title below")
        else:
            if head.is_point:
                points.add(head.form)
            closes = frozenset({"•"}) if head.form != "•" else frozenset()
            parent = stack.enter(head.form, index, closes=closes)
        units.append(replace(head, parent=parent, lead=lead if head.form == led else ""))
        after_title = index if not head.is_point else None
    return list(_closed(units, span))


def _apart(passage: Passage) -> Iterator[Passage]:
    """A passage, cut where a line of it begins with a number that a unit begins with, behind an end, and at rules
    drawn with signs."""
    cuts = [0]
    bounds = [*passage.starts, len(passage.text)]
    for start, end in pairwise(bounds):
        if end - start >= SHORTEST_RULE and _RULE.fullmatch(passage.text, start, end):
            cuts += [start, end]
    for start in passage.starts[1:]:
        ended = passage.text[:start].rstrip().endswith((".", ":", ";"))
        if ended and any(p.match(passage.text, start) for p in (_DECIMAL, _PARAGRAPH, _CLAUSE)):
            cuts.append(start)
    if len(cuts) == 1:
        yield passage
        return
    for start, end in pairwise(sorted({*cuts, len(passage.text)})):
        if not _RULE.fullmatch(passage.text, start, end):
            yield slice(passage, start, end)


def _closed(units: Sequence[Unit], span: Span) -> Iterator[Unit]:
    """The units with their last lines."""
    starts = [unit.first for unit in units] + [span.last + 1]
    for index, unit in enumerate(units):
        inside = index + 1
        while inside < len(units) and _is_below(units, inside, index):
            inside += 1
        yield replace(unit, own=starts[index + 1] - 1, last=starts[inside] - 1)


def _is_below(units: Sequence[Unit], index: int, above: int) -> bool:
    parent = units[index].parent
    while parent is not None and parent > above:
        parent = units[parent].parent
    return parent == above


def _head(packet: Packet, passage: Passage, place: int, passages: Sequence[Passage]) -> Unit | None:
    """The unit that begins with a passage; None for text that belongs to the one above."""
    text, first = passage.text, passage.first
    if any(first in contents for contents in packet.contents):
        return None
    marked = _MARKER.fullmatch(passage.marker) if passage.marker is not None else None
    form: str | None
    number: str | None
    if passage.marker is not None and marked is None:
        form, number, rest = "•", None, text
    elif marked is not None:
        form, number, rest = _form_of(passage.marker or ""), marked["no"], text
        if text[:1].islower() and form == "1.":
            return None  # `1. kvartal 2031: 61 pct.`
    else:
        form, number, rest = None, None, text
    if form in (None, "1.", "1)"):
        if form is None and (about := _ABOUT.match(text)) is not None and _refers(about):
            number = about["no"].replace(" ", "").lstrip("§")
            form = "§" if "§" in about["no"] else (about["word"] or "").lower().rstrip(".")
            return _unit(
                packet,
                passage,
                form,
                number,
                about["rest"],
                about=True,
                sub=about["sub"],
                place=place,
                passages=passages,
            )
        named = _NAMED.match(text)
        if named is not None and named["word"].lower() not in NO_UNITS:
            return _unit(
                packet,
                passage,
                named["word"].lower().rstrip("."),
                named["no"],
                named["rest"],
                place=place,
                passages=passages,
            )
    if form is None:
        for pattern, kind in _PATTERNS:
            if (match := pattern.match(text)) is not None:
                return _unit(packet, passage, kind, match["no"], match["rest"], place=place, passages=passages)
        if (match := _NUMBER.match(text)) is not None and _is_title(match["rest"]):
            return _unit(packet, passage, "1.", match["no"], match["rest"], place=place, passages=passages)
        if (
            not _is_label(text)
            and ":" not in text
            and _is_title(text)
            and _heads(place, passages)
            and _GAP.search(packet.lines[first].text) is None
        ):
            return Unit(first, passage.last, "title", None, text, passage.last + 1)
        return _led(packet, passage)
    return _unit(packet, passage, form, number, rest, place=place, passages=passages)


def _is_label(text: str) -> bool:
    """True for a label of goal sheets; ``Det vil vi opnå`` may be the title of a chapter as well."""
    kind = lexicon().labels.get(text)
    return kind in _LABELS and not (kind == "target" and text.count(" ") >= 2)


def _led(packet: Packet, passage: Passage) -> Unit | None:
    """``Kortere kø: Ventetiden må højst …``: a paragraph that begins with its title."""
    match = _LED.match(passage.text)
    if match is None or _GAP.search(packet.lines[passage.first].text) is not None:
        return None
    title = match["title"].strip()
    words = title.lower().split()
    if len(words) > _MOST_LED[match["end"]] or words[0] in lexicon().stop or title in lexicon().labels:
        return None
    found = Unit(passage.first, passage.last, f"led{match['end']}", None, title, passage.first, text=match["rest"])
    return replace(found, offset=max(packet.lines[passage.first].text.find(match["rest"][:12]), 0))


def _led_together(heads: Sequence[Unit | None]) -> list[Unit | None]:
    """The heads without paragraphs that alone begin with a title, and such whose titles come again: labels."""
    led = [place for place, head in enumerate(heads) if head is not None and head.form in LED]
    again = Counter(heads[place].title for place in led)  # type: ignore[union-attr]
    runs: list[list[int]] = []
    for place in led:
        if runs and not any(heads[between] is not None for between in range(runs[-1][-1] + 1, place)):
            runs[-1].append(place)
        else:
            runs.append([place])
    kept = {place for run in runs if len(run) >= FEWEST_LED for place in run}
    return [
        None if head is not None and head.form in LED and (place not in kept or again[head.title] > 1) else head
        for place, head in enumerate(heads)
    ]


_LABELS = ("target", "result", "method", "plan", "fulfilment")
"""Labels inside of a unit."""
_PATTERNS = (
    (_CLAUSE, "§"),
    (_PARAGRAPH, "stk"),
    (_DECIMAL, "1.1"),
    (_SIGN, "A1"),
    (_ROMAN, "I."),
    (_LETTER, "A."),
)


def _refers(match: regex.Match[str]) -> bool:
    """False for ``Om 3 år …``: words that are no name of a unit."""
    apart = match[0][: match.start("rest")].rstrip().endswith((":", "-", "–", "—"))
    return match["rest"] == "" or apart or match["rest"][:1].isupper() or match["rest"][:1].isdecimal()


def _form_of(marker: str) -> str:
    core = marker.strip("(.)")
    end = ")" if marker.endswith(")") else "."
    kind = "1" if core.isdecimal() else "a" if core.islower() else "A"
    return f"({kind})" if marker.startswith("(") else kind + end


def _unit(
    packet: Packet, passage: Passage, form: str, number: str | None, rest: str, *, place: int,
    passages: Sequence[Passage], about: bool = False, sub: str | None = None,
) -> Unit:  # fmt: skip
    """The unit with its title: all of the passage where that is one, the short words before its text, or none."""
    rest = rest.strip()
    found = Unit(passage.first, passage.last, form, number, "", passage.last + 1, about=about, sub=sub)
    if not rest:
        return found
    if (
        form != "•"
        and (_is_title(rest) or (about and _is_title(rest[:1].upper() + rest[1:])))
        and (_heads(place, passages) or about)
    ):
        return replace(found, title=rest)
    raw = packet.lines[passage.first].text
    offset = raw.find(rest[:12]) if form not in ("•", "1.", "1)", "a)", "a.", "(1)", "(a)", "A)") else 0
    short = _SHORT.match(rest)
    title = short["title"].strip() if short is not None else ""
    return replace(found, title=title, begins=passage.first, offset=max(offset, 0), text=rest)


def _is_title(text: str) -> bool:
    """True for a short line without an end and without figures other than years."""
    if (
        not 2 < len(text) <= LONGEST_TITLE
        or not text[0].isupper()
        or not (text[-1].isalnum() or text[-1] in ')»?”"')
    ):
        return False
    return _YEARLESS.search(text) is None and "\t" not in text


def _heads(place: int, passages: Sequence[Passage]) -> bool:
    """True where something stands below a title."""
    return place + 1 < len(passages)


def _counted(heads: Sequence[Unit | None]) -> list[Unit | None]:
    """The heads without those that a word and a number only seem to make: a name of units counts on."""
    seen: dict[str, list[str]] = {}
    for head in heads:
        if (
            head is not None
            and not head.about
            and head.number is not None
            and head.form[:1].isalpha()
            and len(head.form) > 2
        ):
            seen.setdefault(head.form, []).append(head.number)
    counting = {
        form for form, numbers in seen.items() if any(_follows(one, other) for one, other in pairwise(numbers))
    }
    return [
        head if head is None or head.form not in seen or head.form in counting or head.about else None
        for head in heads
    ]


def _follows(one: str, other: str) -> bool:
    """``1`` and ``2``, ``A`` and ``B``, ``1.3`` and ``2.1``, ``II`` and ``III``."""
    if one.isdecimal() and other.isdecimal():
        return int(other) == int(one) + 1 or int(other) == int(one) - 1
    if "." in one and "." in other:
        return one != other
    if len(one) == len(other) == 1:
        return abs(ord(other) - ord(one)) == 1
    return one != other


def repeated(units: Sequence[Unit], form: str) -> frozenset[str]:
    """The numbers of this form that stand below more than one unit: they count within it."""
    seen = Counter(unit.number for unit in units if unit.form == form and unit.number is not None)
    return frozenset(number for number, count in seen.items() if count > 1)
