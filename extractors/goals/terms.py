"""Whether the time in which a target may be reached was still running when its result was told.

    Mål for perioden (ved udgangen af 2032)          what the heading says holds for the targets below it
    - 300 nye lærepladser
    Hvor er vi nu? (august 2031)                     and for the results below it
    - 214 lærepladser

Times are looked for beside the number, in the text that leads to it, in the headings above it, and in what the
paper says of all its targets or results (``Målene gælder for hele kalenderåret``, ``opgjort pr. 31. oktober``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from extractors.goals.follow_ups import TITLE_LINES
from extractors.goals.lines import goes_on_behind, printed_in
from extractors.goals.papers import REPORTS, Paper
from extractors.language.dates import DateSpan, find_dates
from extractors.language.ordinals import ORDINALS
from schemas.packet import Packet, Span


class Moment(NamedTuple):
    """The last month of a time."""

    year: int
    month: int


class Due(NamedTuple):
    """When a target is to be reached; ``bound`` where the text sets an end (``inden udgangen af 2032``), not only a
    year. ``label`` is it as printed, None where no text names it."""

    moment: Moment
    bound: bool
    label: str | None = None


class Told(NamedTuple):
    """Up to when a result tells; ``label`` is it as printed, None where only the day of the paper tells."""

    moment: Moment
    label: str | None = None


FURTHEST, SPACED = 30, 4
"""Printed lines above a number among which its headings stand, and lines to a printed one, at most."""
OPENING = 30
"""Printed lines of a paper in which it says of what time its figures are."""
HEADED = 10
"""Printed lines in which a paper tells its day."""
LONGEST, LONGEST_ABOVE = 90, 45
"""Characters of a heading, and of one right above it."""
YEAR_END = 12

_BINDING = regex.compile(
    r"\b(?:inden|senest|frem\stil|til\sog\smed|indtil|i\sløbet\saf|ved|til|mod)\s(?:den\s|d\.\s|året\s)?$",
    regex.IGNORECASE,
)
"""Before a time by which something is to be reached."""
_END = regex.compile(r"(?:udgangen|slutningen)\saf|ultimo", regex.IGNORECASE)
_END_OF_YEAR = regex.compile(
    r"(?P<end>\bårets\s(?:udgang|afslutning|slutning|udløb)|\b(?:udgangen|slutningen)\saf\såret|"
    r"\b(?:inden|ved|til)\s(?:årsskiftet|nytår)\b)|"
    r"\b(?:på|for|i\sløbet\saf|over)\s(?:hele\s(?:kalender)?året|kalenderåret|helåret)\b",
    regex.IGNORECASE,
)
"""The end of the running year, or all of it."""
_OF_TARGETS = regex.compile(
    r"\b(?:\p{L}*mål(?:ene|et|tal|tallene|værdi\w*)?|alt|alle|løfterne|kravene|aftalen)\b[^.]{0,60}?\b(?:gælder|nås|nået|opnås|opfyldt|indfries|udløb)\b|"
    r"\bgælder\b[^.]{0,30}?\b\p{L}*mål\p{L}*\b",
    regex.IGNORECASE,
)
"""What a paper says of all its targets."""
_ASSESSED = regex.compile(
    r"\b(?:om|hvorvidt|hvor\ssandsynligt|i\shvilket\somfang|i\shvor\shøj\sgrad|hvor\slangt|usikker\p{L}*|vurder\p{L}*|forvent\p{L}*|vente[sr]|farve\p{L}*|grønt?|gult?|rødt?)\b",
    regex.IGNORECASE,
)
"""What tells how goals are assessed: ``Farven viser, om målet nås ved årets udgang``."""
_LABELLED = regex.compile(r"(?<!\S)\p{Lu}\p{L}*:\s(?:\p{L}+\s)?\d")
"""A value with its label (``Mål: Højst 15 pct.``): sheets that run together are no sentence."""
_OF_RESULTS = regex.compile(
    r"\b(?:status\p{L}*|opgjort|opgørelse\p{L}*|resultat\p{L}*|tallene|opfølgning\p{L}*|halvår\p{L}*|midtvejs\p{L}*|data)\b",
    regex.IGNORECASE,
)
"""Beside the day of which the results of a paper are."""
_AS_OF = regex.compile(r"\bpr\.\s|\bultimo\b|\budgangen\saf\b|\btil\sog\smed\b|halvår|kvartal", regex.IGNORECASE)
"""Beside a day up to which something is counted."""
RECENT = 15
"""Months that a paper is written behind the time of its results, at most."""
_UP_TO = regex.compile(
    r"(?:\bpr\.|\bper|\bultimo|\budgangen\saf|\btil\sog\smed|\bindtil|\bfrem\stil|\bopgjort|\bstatus|\bnu\?)\s\(?(?:den\s|d\.\s)?$",
    regex.IGNORECASE,
)
"""Before a day or month up to which something is counted."""
_GAP = regex.compile(r"\s{3}|\t")
_SHARE = regex.compile(r"\d\s?(?:%|pct\b|procent)")
"""In a line that is no heading."""
_PARTS = frozenset({"half year", "quarter", "month interval", "part of year"})
_GOAL_HEAD = regex.compile(r"mål(?!ing)|vil\b|lovet|krav|ambition|aftalt|bestilt", regex.IGNORECASE)
_PERIOD = regex.compile(
    r"\b(?:aftale|kontrakt|projekt|program|plan|strategi)?perioden\b|\b(?:\p{L}*periodens|aftalens|kontraktens|programmets|strategiens|planens)\s(?:udløb|udgang|afslutning|løbetid)\b",
    regex.IGNORECASE,
)
"""The time of the whole agreement or plan."""
_FROM_TO = regex.compile(r"\bfra\s20\d\d\s(?:og\s)?(?:frem\s)?til\s(?:og\smed\s)?(?P<last>20\d\d)\b")
_YEAR = regex.compile(r"(?<!\d)20\d\d(?!\d)")
_COMPARED = regex.compile(
    r"\b(?:end|fra|siden|mod|ift\.|forhold\stil|sammenlignet\smed)\s(?:(?:i|ved|den|pr\.|på)\s)?$", regex.IGNORECASE
)
"""Before a time that is only compared with."""
SPRING = 4
"""Month up to which a report is of the year before."""
_PART_OF_YEAR = regex.compile(
    r"(?<!\p{L})(?:(?P<half>1\.\shalvår|første\shalvår|halvår(?!et\sefter)|midtvejs)|(?P<quarter>[1-4]|første|andet|tredje|fjerde)\.?\skvartal)",
    regex.IGNORECASE,
)
_NUMBERED = regex.compile(r"\d{1,2}(?:\.\d{1,2})*\.\s+\p{Lu}")
"""A heading with its number."""
_COUNTED = regex.compile(r"(?:\p{Lu}\p{Ll}+\s\d{1,2}|\d{1,2}(?:\.\d{1,2})*)(?=[.:]?\s?[–-]?\s\p{Lu}|[.:]$)")
"""A heading that is one of a count: ``Mål 3: Trivsel``, ``2.1 Trivsel``."""
_DIGITS = regex.compile(r"\d+")
_SENTENCE = regex.compile(r"(?<=\p{Ll}{2}[.?!]|\d{4}\.)\s+(?=\p{Lu})")


def due_of(text: str, year: int | None, own: int | None = None) -> Due | None:
    """The time by which a text says that something is to be reached, the last where it names several; ``year`` is
    the one that ``inden årets udgang`` means, ``own`` the only one that counts. None where it names none."""
    if year is not None and (match := _END_OF_YEAR.search(text)) is not None and find_year(text) in (None, year):
        return Due(Moment(year, YEAR_END), bound=match["end"] is not None, label=str(year))
    told: list[Due] = []
    for span in find_dates(text):
        moment = moment_of(span, year)
        if moment is None or own not in (None, moment.year):
            continue
        bound = _END.match(span.text) is not None or _BINDING.search(text, max(0, span.start - 20), span.start)
        if bound or _COMPARED.search(text, max(0, span.start - 30), span.start) is None:
            named = bound or span.form in ("year", "years", "part of year", "half year")
            told.append(Due(moment, bool(bound), span.text if named and not span.yearless else None))
    bound_ones = [due for due in told if due.bound]
    return max(bound_ones or told, key=lambda due: due.moment, default=None)


def _is_of_targets(text: str) -> bool:
    """True for a sentence that says of all targets of a paper when they are to be reached."""
    if _OF_TARGETS.search(text) is None or _LABELLED.search(text) is not None:
        return False
    return _ASSESSED.search(text) is None


def find_year(text: str) -> int | None:
    """The year of the first date with one."""
    return next((int(span.norm[:4]) for span in find_dates(text) if not span.yearless), None)


def _label(text: str, span: DateSpan) -> str | None:
    """A date as printed, where it is one up to which something is counted; the day on which a paper was written
    is none, nor is one without a year."""
    if span.yearless:
        return None
    counted = span.form in _PARTS or _UP_TO.search(text, max(0, span.start - 24), span.start) is not None
    return span.text if counted else None


def moment_of(span: DateSpan, year: int | None) -> Moment | None:
    """The last month of a date; ``year`` for one without."""
    last = span.norm.rpartition("/")[2]
    if last.startswith("--"):
        return Moment(year, int(last[2:4])) if year is not None else None
    if "-Q" in last:
        return Moment(int(last[:4]), 3 * int(last[-1]))
    return Moment(int(last[:4]), int(last[5:7]) if len(last) >= len("2031-01") else YEAR_END)


def _is_recent(moment: Moment, written: Moment | None) -> bool:
    """False for a time more than a year before the paper was written: of the one before."""
    return written is None or (written.year - moment.year) * 12 + written.month - moment.month <= RECENT


def is_ahead(due: Due | None, told: Told | None, *, adds_up: bool) -> bool:
    """True where a result was told before its target was due: before the end that the text sets or a later year,
    and of what comes about piece by piece (``adds_up``) also inside the year."""
    if due is None or told is None or told.moment >= due.moment:
        return False
    return due.bound or adds_up or due.moment.year > told.moment.year


class _Opening(NamedTuple):
    """What a paper says of itself: when it was ``written`` (the meeting, else the day that its head prints), the
    year that ``årets udgang`` means in it (``reported``), the ``last`` year of the time that its head names
    (``Aftale 2031-2034``), and what it says of all its targets and of all its results."""

    written: Moment | None
    reported: int | None
    last: int | None
    of_targets: tuple[str, ...]
    of_results: tuple[str, ...]


class Terms:
    """The times of the targets and results of a packet. What a paper says of itself is read once."""

    def __init__(self, packet: Packet) -> None:
        self._packet = packet
        self._openings: dict[int, _Opening] = {}

    def due(
        self, paper: Paper, line: int, texts: tuple[str, ...], own: int | None, year: int | None, *, headed: bool
    ) -> Due | None:
        """When a target on this line is due: by its own texts, the nearest first (``own``: the year named with it),
        where it is ``headed`` by a heading above and what the paper says of all targets, else by its ``year``."""
        opening = self._opening(paper)
        now = year or opening.reported
        for text in texts:
            if text and headed and _END_OF_YEAR.search(text) is not None:
                now = self._year_headed(paper, line) or now
            if text and (found := due_of(text, now, own)) is not None:
                return found
            if text and _PERIOD.search(text) is not None and (last := self._last(paper, line)) is not None:
                return Due(Moment(last, YEAR_END), bound=True, label=str(last))
        if own is not None:
            return Due(Moment(own, YEAR_END), bound=False)
        for heading in self._headings(paper, line) if headed else ():
            if _GOAL_HEAD.search(heading) is None:
                continue
            if (found := due_of(heading, now)) is not None:
                return found
            if opening.last is not None and _PERIOD.search(heading) is not None:
                return Due(Moment(opening.last, YEAR_END), bound=True, label=str(opening.last))
        for sentence in opening.of_targets if headed else ():
            if (found := due_of(sentence, now)) is not None:
                return found
        return Due(Moment(year, YEAR_END), bound=False) if year is not None else None

    def told(self, paper: Paper, line: int, texts: tuple[str, ...], year: int | None) -> Told | None:
        """Up to when a result on this line tells: by its own texts, by a heading above, by what the paper says of
        all its results, else no later than the day of the paper."""
        opening = self._opening(paper)
        written = opening.written
        now = year or paper.year or (written.year if written else None) or paper.now
        for text in texts:
            if text and (found := _told_by(text, now) or _told_in_year(text)) is not None:
                return _no_later(found, written) if _is_recent(found.moment, written) else _day(written)
        for text in self._headings(paper, line):
            if (found := _told_by(text, now)) is not None and _is_recent(found.moment, written):
                return _no_later(found, written)
        over = paper.kind == "annual" or (
            written is not None and paper.year is not None and paper.year < written.year
        )
        if over and not paper.interim and paper.year is not None:
            return Told(Moment(year or paper.year, YEAR_END))
        for text in opening.of_results:
            if (found := _told_by(text, now)) is not None and _is_recent(found.moment, written):
                return found
        return _day(written)

    def _last(self, paper: Paper, line: int) -> int | None:
        """The last year of the time that the head of the paper names, else the nearest heading that names one."""
        if (last := self._opening(paper).last) is not None:
            return last
        return next((year for text in self._headings(paper, line) if (year := _last_year(text)) is not None), None)

    def _year_headed(self, paper: Paper, line: int) -> int | None:
        """The year of the targets below a heading: ``Måltal for 2031`` above ``ved årets udgang``."""
        heads = (heading for heading in self._headings(paper, line) if _GOAL_HEAD.search(heading) is not None)
        return next((year for heading in heads if (year := find_year(heading)) is not None), None)

    def _headings(self, paper: Paper, line: int) -> Iterator[str]:
        """The short lines above, nearest first, that no point or full stop marks as text, and no gap as a row. Of
        headings that are counted alike (``Mål 3: …``, ``Mål 2: …``) the line stands below the nearest alone."""
        first = max(paper.span.first, line - SPACED * FURTHEST)
        lines = printed_in(self._packet, Span(first, line - 1)) if line > first else ()
        counted: set[str] = set()
        for index in reversed(lines[-FURTHEST:]):
            text = " ".join(self._packet.lines[index].text.split())
            if (
                len(text) > LONGEST
                or _GAP.search(self._packet.lines[index].text.strip()) is not None
                or not (text[:1].isupper() or _NUMBERED.match(text))
                or text.endswith((".", ",", ";"))
                or _SHARE.search(text)
            ):
                continue
            above = self._packet.lines[index - 1].text.strip() if index else ""
            apart = len(above) <= LONGEST_ABOVE or above.endswith((".", ":"))
            if not apart or goes_on_behind(self._packet, index):
                continue
            if (count := _COUNTED.match(text)) is not None:
                if (kind := _DIGITS.sub("#", count[0])) in counted:
                    continue
                counted.add(kind)
            yield text

    def _opening(self, paper: Paper) -> _Opening:
        known = self._openings.get(paper.span.first)
        if known is None:
            known = self._openings[paper.span.first] = self._read_opening(paper)
        return known

    def _read_opening(self, paper: Paper) -> _Opening:
        first = paper.span.first
        printed = printed_in(self._packet, Span(first, min(paper.span.last, first + SPACED * OPENING)))
        lines = [" ".join(self._packet.lines[index].text.split()) for index in printed[:OPENING]]
        titles, whole = (paper.title or "", *lines[:TITLE_LINES]), " ".join(lines)
        sentences = _SENTENCE.split(whole)
        of_results = [text for text in titles if _OF_RESULTS.search(text)]
        told = (text for text in sentences if _OF_RESULTS.search(text) and _AS_OF.search(text))
        of_results += [text for text in told if text not in titles and find_year(text) is not None]
        written = self._written(lines[:HEADED])
        return _Opening(
            written,
            _reported_year(paper, lines[:TITLE_LINES], written),
            _last_year(paper.title or "", whole),
            tuple(text for text in sentences if _is_of_targets(text)),
            tuple(of_results),
        )

    def _written(self, head: Sequence[str]) -> Moment | None:
        if (meeting := self._packet.meeting_date) is not None:
            return Moment(meeting.year, meeting.month)
        day = next((span for text in head for span in find_dates(text) if _is_day_of_paper(text, span)), None)
        return moment_of(day, None) if day is not None else None


def _is_day_of_paper(text: str, span: DateSpan) -> bool:
    """A day, or a month alone on its line; what goes on behind it is a sentence on something that happened then."""
    if len(span.norm) == len("2031-01-01"):
        return not text[span.end :].lstrip()[:1].islower()
    return len(span.norm) == len("2031-01") and span.text == text.strip(" .")


def _reported_year(paper: Paper, titles: Sequence[str], written: Moment | None) -> int | None:
    """Of a paper of the first months of a year the one before."""
    if paper.year is not None:
        return paper.year
    named = {year for text in titles for year in _YEAR.findall(_without_days(text))}
    if len(named) == 1:
        return int(named.pop())
    if paper.kind in REPORTS and written is not None and written.month <= SPRING:
        return written.year - 1
    return paper.now


def _last_year(*texts: str) -> int | None:
    for text in texts:
        for span in find_dates(text):
            if span.form == "years":
                return int(span.norm.rpartition("/")[2][:4])
        if (found := _FROM_TO.search(text)) is not None:
            return int(found["last"])
    return None


def _without_days(text: str) -> str:
    """A text without the days it names."""
    for span in reversed(find_dates(text)):
        if span.form.startswith("day"):
            text = f"{text[: span.start]} {text[span.end :]}"
    return text


_AGAINST = regex.compile(r"\b(?:i?mod|fra)\s[\d.,]*\d(?:\s(?:%|pct\.|\p{L}+))?\si\s$", regex.IGNORECASE)
"""Before the year of the number that another is compared with: ``9 pct. mod 11 pct. i ``."""


def _is_compared(text: str, start: int) -> bool:
    """True for the year from there on where it is that of a comparison."""
    before = max(0, start - 40)
    return any(form.search(text, before, start) is not None for form in (_COMPARED, _AGAINST))


def _told_in_year(text: str) -> Told | None:
    """The end of the one year that a text names and not only compares with: ``var 9 pct. mod 11 pct. i 2030`` and
    ``2 point lavere end i 2030`` name none."""
    years = {span.norm for span in find_dates(text) if span.form == "year" and not _is_compared(text, span.start)}
    return Told(Moment(int(year := years.pop()), YEAR_END), year) if len(years) == 1 else None


def _told_by(text: str, year: int | None) -> Told | None:
    """The part of a year that a text tells of: the one date with a month in it, else a half or quarter."""
    parts = [span for span in find_dates(text) if span.form not in ("year", "years")]
    free = [span for span in parts if _COMPARED.search(text, max(0, span.start - 30), span.start) is None]
    found = {moment: span for span in free if (moment := moment_of(span, year)) is not None}
    if len(found) == 1:
        ((moment, span),) = found.items()
        return Told(moment, _label(text, span))
    if (
        not found
        and (part := _PART_OF_YEAR.search(text)) is not None
        and (own := find_year(text) or year) is not None
    ):
        if part["half"] is not None:
            return Told(Moment(own, 6), f"1. halvår {own}")
        named = part["quarter"].lower()
        quarter = int(named) if named.isdecimal() else ORDINALS[named]
        return Told(Moment(own, 3 * quarter), f"{quarter}. kvartal {own}")
    return None


def _no_later(told: Told, written: Moment | None) -> Told:
    return told if written is None or told.moment <= written else Told(written, told.label)


def _day(written: Moment | None) -> Told | None:
    return Told(written) if written is not None else None
