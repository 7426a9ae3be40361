"""The papers of a packet that can hold goals: contract, half-year report, yearly report, agenda text.

A paper is a run of lines in one item and one attachment. Where a packet does not tell its attachments apart, goal
numbers that start again tell where the next paper begins.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import regex

from extractors.goals.follow_ups import TITLE_LINES, FollowUp, follow_ups, title_lines
from extractors.goals.lines import lines_with, printed_in
from extractors.goals.paper_kinds import PaperKind, covers_months, titled_kind
from extractors.goals.titled import titled_goals
from schemas.packet import Packet, Span
from schemas.values import value

REPORTS = frozenset({"half_year", "annual"})
"""Kinds of papers that tell results."""
_HALF_YEAR = regex.compile(r"halvår|kvartalsrapport|kvartalsstatus|kvartalsopfølgning|midtvejs", regex.IGNORECASE)
_HALF = regex.compile(r"(?<!2\.\s|andet\s)halvår|midtvejs", regex.IGNORECASE)
_PERIOD = regex.compile(r"\b(?:[12]\.|første|andet)\s?halvår(?:\s20\d\d)?(?!\p{L})", regex.IGNORECASE)
_REPORT = regex.compile(
    r"afrapporter|årsrapport|årsberetning|årsredegørelse|årsstatus|målopfyldelse|statusrapport|statusnotat|statusredegørelse|"
    r"(?:års|mål|resultat|kontrakt|aftale)(?:opfølgning|opfyldelse|rapport|opgørelse|redegørelse|status|beretning)",
    regex.IGNORECASE,
)
_REPORT_TITLE = regex.compile(
    r"(?:opfølgning|status|evaluering|resultater|resultaterne|redegørelse|afslutning)\s(?:på|for|af|over|fra|i)\b.{0,60}"
    r"(?:mål|kontrakt|aftale|20\d\d)|^(?:opfølgning|status|resultater|evaluering)(?:srapport|snotat)?\s20\d\d|\b(?:mål|måltal|resultater)\sog\s(?:resultater|opfølgning)",
    regex.IGNORECASE,
)
"""What only the title of a paper may say: in running text these are words like others."""
_CONTRACT = regex.compile(
    r"resultatkontrakt|resultataftale|partnerskabsaftale|udviklingskontrakt|udviklingsaftale|driftsaftale",
    regex.IGNORECASE,
)
_TOLD_OF = regex.compile(
    r"(?<![\p{L}.,] )\b(?:(?:Årsb|B)eretning|Redegørelse|Status|Opfølgning|Evaluering|Rapportering|"
    r"Tilbagemelding)\s"
    r"(?:om|på|for|over|af|vedr\.|vedrørende)\s(?:\p{L}+\s){0,4}"
    r"(?i:resultatkontrakt|resultataftale|driftsaftale|udviklingskontrakt)"
)
"""The title of a report anywhere in its opening: ``Beretning om opfyldelsen af Resultatkontrakt 2031``."""
_TITLE = regex.compile(
    r"(?P<kind>[Rr]esultatkontrakt(?:en)?|[Rr]esultataftale(?:n)?|RESULTATKONTRAKT|RESULTATAFTALE|RK)\s?(?:for\s|på\s)?(?P<year>20\d\d|\d\d)\b(?!\s?[-–—]\s?(?:20)?\d\d\b)"
    r"(?P<parties>\s(?:mellem|for)\s(?:(?!\b(?:og\sproces|samt)\b)[\w.’'-]+\s?){1,9})?"
)
_TITLES = ("esultatkontrakt", "esultataftale", "RESULTAT", "RK")
"""One of these stands in such a title."""
_REPORTED = regex.compile(
    r"(?:rapport|opfølgning|status|notat|beretning|redegørelse|opfyldelse|opgørelse|\bresultater(?=\s))[a-zæøå]*\s(?:for\s|på\s)?"
    r"(?P<year>20\d\d)(?!\s?[-–—]\s?(?:20)?\d\d\b)",
    regex.IGNORECASE,
)
_PARTY = regex.compile(
    r"\b(Erhvervshus(?!e\b|et\b|ene)(?:\s[A-ZÆØÅ][\wæøå-]*?)+?)(?:s\b(?=\s[a-zæøå])|\b(?!\s[A-ZÆØÅ]|[\wæøå]))"
)
_INTERIM = regex.compile(
    r"halvår|midtvejs|halvvejs|\bQ[1-3]\b|\b(?:[1-3]\.|første|andet|tredje)\skvartal|\b(?:to|tre)\skvartaler|kvartalsstatus|\bstatus\smedio\s20\d\d",
    regex.IGNORECASE,
)
"""Titles of papers on a year that is not over."""
_AS_OF = regex.compile(
    r"\bstatus\p{Ll}*\b[^\d]{0,20}(?:\d{1,2}\.\s)?(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november)\s20\d\d",
    regex.IGNORECASE,
)
"""Titles of papers of a day or month inside a year: ``Statusark, maj 2031``, ``Statuskort pr. 1. oktober 2031``."""
_AUTUMN = regex.compile(r"\b(?:august|september|oktober|november)\b", regex.IGNORECASE)
"""Months in which a yearly report on the year before is long written: what they end is the year itself."""
_DAY = regex.compile(
    r"\b\d{1,2}\.?\s(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\s(?P<year>20\d\d)\b"
)
_PLACE_AND_DAY = regex.compile(rf"\p{{Lu}}[\p{{L}}. ]{{2,30}},?\s(?:den|d\.)\s{_DAY.pattern}", regex.IGNORECASE)
"""``Havby, den 4. maj 2031``"""
_MONTH = regex.compile(
    r"\b(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\s(?P<year>20\d\d)\b",
    regex.IGNORECASE,
)
_SPRING = regex.compile(r"\b(?:januar|februar|marts|april|maj|juni)\s(?P<year>20\d\d)\b", regex.IGNORECASE)
"""The month in which a report of the year before was written: ``Resultater i samarbejdet, april 2032``."""
_YEAR = regex.compile(r"(?<!\d)20\d\d(?!\d)")
_TERM = regex.compile(r"(?<!\d)20\d\d\s?[-–—]\s?(?:20)?\d\d(?!\d)")
_FINAL = regex.compile(
    r"\bslut(?:rapport|afrapportering|evaluering|status|redegørelse)|\bafsluttende\s(?:rapport|afrapportering|evaluering|status)",
    regex.IGNORECASE,
)
"""Titles of reports on all years of a project."""
_YEARS = regex.compile(r"\d+")
_NUMBER_OF_ITEM = regex.compile(r"^\d+\.\d+\.?\s|^\w+sag:\s|^\w+drøftelse:\s")
_LABEL = regex.compile(r"^\w+:\s")
_AGREEMENT = regex.compile(r"\b\p{L}*aftale(?:n)?\b", regex.IGNORECASE)
"""An agreement of any kind: a contract where it has headings of goals."""
_GOAL = regex.compile(r"Mål\s\d{1,2}\s?(?:[–:.-]\s?\p{Lu}|\(\p{L}[^()]*\)$)")
_COUNTED = regex.compile(r"^\W*\p{L}+\s\d{1,2}\b")
FEWEST_GOALS = 2
"""Headings of goals that make the text of an item a contract or report."""
OPENING = 240
"""Characters of a paper in which it says what it is."""


@value
class Paper:
    """Lines of one item and attachment. ``year`` is the year whose goals it is about; ``now`` the year in which it
    was read (of the meeting, else guessed from its kind), both None where nothing tells. ``interim`` is True
    where its figures are those of a year not over. ``title`` names the contract or report; ``on_contract``
    tells that
    it is one, or speaks of one. ``dated`` is False where ``now`` is no more than the year of its figures; ``term``
    are the years of an agreement for several, as its title prints them (``2031-2034``); ``half_year`` tells that
    it calls itself one on the first half of its year, ``final`` that it reports when all is over."""

    span: Span
    item_no: str | None
    attachment_no: str | None
    kind: PaperKind
    year: int | None = None
    now: int | None = None
    interim: bool = False
    title: str | None = None
    party: str | None = None
    on_contract: bool = False
    dated: bool = True
    follows: bool = False
    term: str | None = None
    half_year: bool = False
    final: bool = False

    def runs_in(self, year: int) -> bool:
        """True for an agreement for several years of which this is one."""
        years = [int(one[-2:]) for one in _YEARS.findall(self.term or "")]
        return len(years) > 1 and years[0] <= year % 100 <= years[-1]


def is_of_next(agreed: Paper, report: Paper) -> bool:
    """True for the agreement of the next year beside the report on this one: it may state the same again, and the
    report tells nothing of it."""
    if agreed.kind != "contract" or report.kind not in REPORTS or not (agreed.year and report.year):
        return False
    return agreed.year > report.year and str(agreed.year) in (agreed.title or "")


def papers(packet: Packet, restarts: tuple[int, ...] = ()) -> list[Paper]:
    """The papers in order; ``restarts`` are lines at which goal numbers begin anew inside an attachment."""
    found: list[Paper] = []
    behind = {told.first: told for told in follow_ups(packet)}
    for span, item_no, attachment_no in _runs(packet, (*restarts, *behind)):
        last = found[-1] if found else None
        if last is not None and last.follows and span.first in restarts and span.first not in behind:
            # the report counts the goals anew below words of its own
            found[-1] = replace(last, span=Span(last.span.first, span.last))
            continue
        if last is not None and span.first in restarts and _only_opens(packet, last, item_no, attachment_no):
            found[-1] = replace(last, span=Span(last.span.first, span.last))
            continue
        paper = _described(packet, Paper(span, item_no, attachment_no, "agenda"))
        if (told := behind.get(span.first)) is not None and found:
            found[-1] = _agreed(packet, found[-1])
            paper = _following(packet, paper, told, found[-1].year)
        found.append(paper)
    return _years_shared(found, packet)


def _only_opens(packet: Packet, last: Paper, item_no: str | None, attachment_no: str | None) -> bool:
    """True where the attachment began above and has counted no goal yet: it was another that had counted."""
    if attachment_no is None or (last.item_no, last.attachment_no) != (item_no, attachment_no):
        return False
    named = lines_with(packet, "goal")
    return not any(
        index in named and _COUNTED.search(packet.lines[index].text) for index in printed_in(packet, last.span)
    )


def _agreed(packet: Packet, paper: Paper) -> Paper:
    """The agreement with a report behind it."""
    years = {int(year) for text in title_lines(packet, paper.span) for year in _YEAR.findall(_DAY.sub(" ", text))}
    year = paper.year or (years.pop() if len(years) == 1 else None)
    title = paper.title or next(iter(title_lines(packet, paper.span)), None)
    return replace(paper, kind="contract", year=year, now=None, interim=False, title=title, on_contract=True)


def _following(packet: Packet, paper: Paper, told: FollowUp, agreed: int | None) -> Paper:
    """The report behind an agreement, by its title and the day below it. The day on which it was written does not
    tell its year; where nothing else does, it is that of the agreement."""
    years = {int(year) for year in _YEAR.findall(_MONTH.sub(" ", told.title))}
    interim = _INTERIM.search(told.title) is not None or _AS_OF.search(told.title) is not None
    kind: PaperKind = "half_year" if interim or _HALF_YEAR.search(told.title) else "annual"
    dated = _MONTH.search(" ".join(title_lines(packet, paper.span)))
    now = int(dated["year"]) if dated is not None else None if len(years) == 1 else max(years, default=None)
    year = years.pop() if len(years) == 1 else agreed if not years else paper.year
    return replace(
        paper,
        kind=kind,
        year=year,
        now=now,
        interim=interim,
        title=told.title,
        on_contract=True,
        follows=True,
        half_year=interim and _HALF.search(told.title) is not None,
    )


def _runs(packet: Packet, restarts: tuple[int, ...]) -> Iterator[tuple[Span, str | None, str | None]]:
    count = len(packet.lines)
    cuts = {0, count, *restarts}
    spans = [item.span for item in packet.items] + [attachment.span for attachment in packet.attachments]
    for span in spans:
        if span is not None:
            cuts |= {span.first, span.last + 1}
    ordered = sorted(cut for cut in cuts if 0 <= cut <= count)
    previous: tuple[Span, str | None, str | None] | None = None
    alone: int | None = None  # where the last bilag begins that is of no item and has no number
    for first, after in itertools.pairwise(ordered):
        item, attachment = packet.item_at(first), packet.attachment_at(first)
        number = (
            attachment.item_no if attachment is not None and attachment.item_no else item.item_no if item else None
        )
        paper_no = (attachment.attachment_no or None) if attachment is not None else None
        nameless = attachment is not None and attachment.span is not None and number is None and paper_no is None
        begins = (
            attachment.span.first if nameless and attachment is not None and attachment.span is not None else None
        )
        same, alone = begins == alone, begins
        if previous and previous[1:] == (number, paper_no) and same and first not in restarts:
            previous = (Span(previous[0].first, after - 1), number, paper_no)
            continue
        if previous:
            yield previous
        previous = (Span(first, after - 1), number, paper_no)
    if previous:
        yield previous


def _described(packet: Packet, paper: Paper) -> Paper:
    item, attachment = packet.item_at(paper.span.first), packet.attachment_at(paper.span.first)
    item_title = item.title if item else ""
    own_title = (attachment.title if attachment else None) or ""
    head = _head(packet, paper.span, item_title)
    in_body = attachment is None and packet.kind != "bilag" and item is not None
    kind: PaperKind = "agenda"
    if not in_body:
        kind = "annual" if _REPORT_TITLE.search(own_title) else _kind(own_title)
        if kind == "agenda" and (_kind(head[:OPENING]) != "contract" or _TITLE.search(head[:OPENING])):
            kind = _kind(head[:OPENING])
            if kind == "half_year" and _kind(_PERIOD.sub(" ", head[:OPENING])) not in REPORTS:
                # `Målaftale, 2. halvår 2031`: of what time it is, no report on it
                agreed, called = _called(packet, paper.span, own_title)
                kind, own_title = (agreed, called) if agreed == "contract" else (kind, own_title)
        told_of = (head[: 2 * OPENING], *title_lines(packet, paper.span))
        if kind == "contract" and any(map(_TOLD_OF.search, told_of)):
            kind = "annual"  # a letter whose title stands below the address
        if kind == "agenda" and _AGREEMENT.search(own_title) and _heads_goals(packet, paper.span):
            kind = "contract"
        if kind == "agenda" and (attachment is not None or not packet.items):
            kind, own_title = _called(packet, paper.span, own_title)
    elif _heads_goals(packet, paper.span):
        kind = "annual" if _REPORT.search(item_title) else _kind(item_title)
    texts = (own_title, head, item_title) if not in_body else (item_title, head)
    title, year, party, on_contract = None, None, None, kind != "agenda"
    in_terms = kind == "contract" and _TERM.search(own_title) is not None
    for text in texts:
        match = _TITLE.search(text) if any(map(text.__contains__, _TITLES)) else None
        if match is not None and year is None:
            year = 2000 + int(match["year"][-2:])
            title, on_contract = _clean_title(match), True
        of_item = in_terms and text is item_title  # `aftale 2031-34 og status for 2032`: the year of another paper
        if year is None and not of_item and "20" in text and (reported := _REPORTED.search(text)):
            year = int(reported["year"])
        if party is None and "Erhvervshus" in text and (named := _PARTY.search(text)):
            party = named[1].strip()
    written = _SPRING.search(own_title) if kind == "annual" else None
    plain_title = _SPRING.sub(" ", own_title) if written else own_title
    if year is None and len(years := set(_YEAR.findall(_DAY.sub(" ", plain_title)))) == 1:
        year = int(years.pop())
    if party is None and (named := _PARTY.search(item_title)):
        party = named[1].strip()
    final = kind == "annual" and any(map(_FINAL.search, (own_title, item_title)))
    interim = kind == "half_year" or any(_INTERIM.search(text) for text in (own_title, item_title))
    as_of = _AS_OF.search(own_title)
    interim = interim or (as_of is not None and (kind != "annual" or _AUTUMN.search(as_of[0]) is not None))
    half = interim and any(
        _HALF.search(text) for text in (own_title, item_title, head[:OPENING] if not in_body else "")
    )
    term = _TERM.search(own_title) if kind == "contract" and year is None else None
    now = packet.meeting_date.year if packet.meeting_date else None
    if now is None and written is not None:
        now = int(written["year"])
    if now is None and kind == "agenda" and (held := _MONTH.search(own_title)) is not None:
        now = int(held["year"])  # `Oplæg til mødet, april 2031`
    if now is None and kind == "agenda" and attachment is not None:
        now = _of_letter(packet, paper.span)
    if title is not None and party is not None and party not in title and " mellem " not in title:
        title = f"{title} ({party})"
    return replace(
        paper, kind=kind, year=year, now=now, interim=interim, title=title or own_title or item_title or None,
        party=party, on_contract=on_contract, term="".join(term[0].split()) if term is not None else None,
        half_year=half, final=final,
    )  # fmt: skip


def _of_letter(packet: Packet, span: Span) -> int | None:
    """The year of the day on which a letter was written: one of its first lines is a place and a day."""
    first = (" ".join(packet.lines[index].text.split()) for index in printed_in(packet, span)[:TITLE_LINES])
    return next((int(day["year"]) for text in first if (day := _PLACE_AND_DAY.fullmatch(text))), None)


def _called(packet: Packet, span: Span, own_title: str) -> tuple[PaperKind, str]:
    """What its title calls a paper, and that title: the one its list gives it, else one of its first lines. A
    report that its list calls so stays one whatever stands on its cover: ``Aftale 2031`` / ``Slutopgørelse``."""
    lines = title_lines(packet, span)
    first = (" ".join(packet.lines[index].text.split()) for index in printed_in(packet, span)[:TITLE_LINES])
    told = next((title for title in (own_title, *lines) if titled_kind(title) == "report"), None)
    agreed = next((title for title in (own_title, *lines) if titled_kind(title) == "contract"), None)
    if agreed is not None and told != own_title:
        both = told is not None or any(titled_kind(line) == "report" for line in first)
        return ("contract", agreed) if agreed == own_title or not both else ("agenda", own_title)
    if told is None:
        return "agenda", own_title
    within = _INTERIM.search(told) or _AS_OF.search(told) or covers_months(told)
    return "half_year" if within else "annual", told


def _heads_goals(packet: Packet, span: Span) -> bool:
    """True where the text itself has headings of several goals: a contract or report printed in the item."""
    if titled_goals(packet, span):
        return True
    texts = (line.text.strip() for line in packet.lines[span.first : span.last + 1])
    found = (_GOAL.match(text) for text in texts if text.startswith("Mål"))
    return sum(match is not None for match in found) >= FEWEST_GOALS


@lru_cache(maxsize=64)
def _kind(text: str) -> PaperKind:
    """What the words of a title or of the opening of a paper say. Kept, as it is asked again."""
    if _HALF_YEAR.search(text):
        return "half_year"
    if _REPORT.search(text):
        return "annual"
    return "contract" if _CONTRACT.search(text) else "agenda"


def _clean_title(match: regex.Match[str]) -> str:
    word = "Resultatkontrakt" if match["kind"] == "RK" else match["kind"].capitalize().removesuffix("en")
    parties = " ".join((match["parties"] or "").split())
    return f"{word} 20{match['year'][-2:]} {parties}".strip()


def _head(packet: Packet, span: Span, item_title: str) -> str:
    """The first words of a paper, without the lines that only repeat the item's title."""
    title = " ".join(item_title.split())
    words: list[str] = []
    for index in printed_in(packet, Span(span.first, min(span.last, span.first + 80))):
        text = " ".join(packet.lines[index].text.replace("*", "").split())
        if title and (text in title or _LABEL.sub("", _NUMBER_OF_ITEM.sub("", text)).rstrip("-") in title):
            continue
        words.append(text)
        if len(words) >= 14:
            break
    return " ".join(words)[:1200]


def _written(packet: Packet) -> int | None:
    """The year of most days that the packet names with their year; of two alike the later. None without such
    days."""
    years = Counter(
        int(day["year"]) for line in packet.lines if "20" in line.text for day in _DAY.finditer(line.text)
    )
    return max(years, key=lambda year: (years[year], year), default=None)


def _years_shared(found: list[Paper], packet: Packet) -> list[Paper]:
    """Papers of one item that tell no year take that of the others of the item; all papers of a packet were read
    at one meeting, in the year that most of them tell."""
    by_item: dict[str | None, Counter[int]] = {}
    for paper in found:
        if paper.year is not None and paper.item_no is not None:
            by_item.setdefault(paper.item_no, Counter())[paper.year] += 1
    result = []
    for paper in found:
        year = paper.year
        if year is None and paper.term is None and (years := by_item.get(paper.item_no)):
            year = years.most_common(1)[0][0]
        now, dated = paper.now, paper.now is not None or paper.kind != "agenda"
        if now is None and year is not None:
            now = year + 1 if paper.kind == "annual" and not paper.interim else year
        result.append(replace(paper, year=year, now=now, dated=dated))
    meetings = Counter(paper.now for paper in result if paper.now is not None)
    meeting = meetings.most_common(1)[0][0] if meetings else _written(packet)
    return [paper if paper.now is not None else replace(paper, now=meeting) for paper in result]


def reported_on(paper: Paper) -> int | None:
    """The year that a report tells of, by its title, else by when it was read."""
    if paper.year is not None or paper.now is None:
        return paper.year
    return paper.now - 1 if paper.kind == "annual" and not paper.interim else paper.now
