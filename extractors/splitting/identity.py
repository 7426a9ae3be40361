"""What document this is: kind, body that meets, day, place and title, each from what is printed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from itertools import pairwise

from extractors.splitting.contents import Contents
from extractors.splitting.item_numbers import parse_item_number
from extractors.splitting.labels import names_packet
from extractors.splitting.meeting import body_of_line, decided_by, full_date, is_day, labelled_body
from extractors.splitting.outline import Outline
from extractors.splitting.sections import run_in
from extractors.splitting.words import BODY_WORDS, KIND_WORDS, KKR_NAMES
from schemas.packet import AgendaItem, AttachedPaper, Kind, SectionPart

_KKR = re.compile(rf"\bKKR\s+({'|'.join(KKR_NAMES)})\b", re.IGNORECASE)
_SPACED_OUT = re.compile(r"(?:[A-ZÆØÅ] ){2,}[A-ZÆØÅ](?:\s{1,4}(?:[A-ZÆØÅ] ){2,}[A-ZÆØÅ])*")
_MEETING_LINE = re.compile(
    r"\b(?:mødedato|dato|[a-zæøå]*mødet?|dagsorden|referat|bilag til)\b"
    r"|^(?:man|tirs|ons|tors|fre|lør|søn)dag\b(?:.*\bkl\b|,? (?:den|d\.) ?\d{1,2}\. [a-z]+ \d{4}\.?$)",
    re.IGNORECASE,
)
_PAPER_OF = r"(?:dagsorden|referat|protokol)"
_MEETING_OF = re.compile(
    rf"(?:(?:{_PAPER_OF}|indkaldelse)\b.{{0,40}}?\bmødet? i |{_PAPER_OF} (?:til|for|fra|af) |^til |\bfor )"
    rf"(?P<body>{BODY_WORDS.pattern})"
    r"(?:s (?:ordinære |ekstraordinære )?møde\b|(?=$|[,.(]| (?:den|d\.|\d)))",
    re.IGNORECASE,
)
"""``Referat fra møde i Teknik- og Miljøudvalget den 3. maj``, ``Dagsorden til Økonomiudvalgets møde``."""
_DAY = re.compile(r"(?:den |d\. ?|(?:man|tirs|ons|tors|fre|lør|søn)dag\b)", re.IGNORECASE)
_OF_DAY = 80
"""A line below ``Dagsorden for møde i …`` that opens with the day may say when and where as well."""
_WHO_AND_WHEN = re.compile(
    rf"(?:[A-ZÆØÅ][a-zæøå]+(?: til)? )?{_KKR.pattern}\s*[,:|–-]?(?: den| d\.)?\s+\d[\d. /-]*\S+ ?\d{{4}}\.?"
    r"(?:\s*[|–-]\s*(?:side )?\d+)?",
    re.IGNORECASE,
)
"""``Bilag KKR Fyn 20. november 2026``, ``KKR Fyn | 20-11-2026 | 4``: a body, a day and perhaps a page."""
_DATE_LABEL = re.compile(r"^(?:møde)?(?:dato|(?:start)?tidspunkt|tid)\s*(?:og tid(?:spunkt)?)?\s*:?", re.IGNORECASE)
_PLACE_LABEL = re.compile(r"^(?:møde)?(?:sted|lokale|lokation)\s*:\s*(?P<place>.*)", re.IGNORECASE)
_OTHER_LABEL = re.compile(r"^[A-ZÆØÅ][a-zæøå ]{2,18}:")
_SENTENCE_END = re.compile(r"(?<=[a-zæøå)\d])\. (?=[A-ZÆØÅ])")
_LABELLED = re.compile(r"bilag\s*(?:nr\.?\s*)?(?:\d|[a-h]\b)", re.IGNORECASE)
_BILAG_TO = re.compile(r"bilag til (?:.*møde|dagsorden|punkt|pkt)", re.IGNORECASE)
"""``Bilag til Økonomiudvalgets møde den 12. maj``."""
_LONGEST_HEAD = 160
"""Characters of a running head, with the spaces that set its parts apart."""
_COVER_LINES = 60
_HEAD, _LONG = 12, 110
"""Lines of the cover, and their characters, that may speak of the agenda anywhere in them."""
_KINDS = frozenset(KIND_WORDS["dagsorden"] + KIND_WORDS["referat"])
_AGENDA_OF = re.compile(
    r"(?:Godkendelse af )?(?:(?:åben|lukket) )?dagsorden(?:en)? (?:for|til) [^.]{2,40}? (?:den|d\.) \d",
    re.IGNORECASE,
)
"""``Godkendelse af dagsorden for HU den 3. maj 2027.``"""
_MINUTES = frozenset(KIND_WORDS["referat"])
_PROGRAM = re.compile(r"^microsoft (?:word|powerpoint|excel)\s*-\s*", re.IGNORECASE)
_NO_TITLES = frozenset(
    {"untitled", "uden titel", "unavngivet", "dokument", "document", "præsentation", "presentation"}
)
"""Titles that programs give where nobody did."""


class Identity:
    """The answers; each None (or ``ukendt``) where the print does not tell."""

    def __init__(
        self,
        outline: Outline,
        items: Sequence[AgendaItem],
        attachments: Sequence[AttachedPaper],
        sections: Sequence[SectionPart],
        main: Contents | None,
        *,
        agenda: bool,
    ) -> None:
        """``agenda`` says that the items have text of their own: they do not stand between bilag."""
        self._outline = outline
        self._agenda = agenda
        first = min((i.header.first for i in items if i.header), default=None)
        if (
            first is not None
            and (number := parse_item_number(outline.text(first))) is not None
            and not number.title
        ):
            first += 1  # ``Dagsordenspunkt 2.2 til mødet den 4. maj 2027``
        ends = [n for n in (first, main.span.first if main else None) if n is not None and n >= 0]
        self.cover = [n for n in outline.printed[:_COVER_LINES] if n < min(ends, default=n + 1)]
        self._numbers = frozenset(item.item_no for item in items)
        self.kind: Kind = self._kind(attachments, sections, items, main)
        self.body = self._body()
        self.meeting_date = self._meeting_date()
        self.venue = self._venue()
        self.title = self._title()

    def _kind(
        self,
        attachments: Sequence[AttachedPaper],
        sections: Sequence[SectionPart],
        items: Sequence[AgendaItem],
        main: Contents | None,
    ) -> Kind:
        score: dict[Kind, float] = {"dagsorden": 0.0, "referat": 0.0, "bilag": 0.0}
        headed = {section.item_no for section in sections}
        if headed:
            score["dagsorden"] += 4.0 if any(section.name != "Bilag" for section in sections) else 2.0
            score["referat"] += 1.0
            decided = {s.item_no for s in sections if s.name in ("Beslutning", "Referat") and self._holds_text(s)}
            if 2 * len(decided) >= len(headed):
                score["referat"] += 5.0
        bodies = sum(paper.span is not None for paper in attachments)
        if bodies and not headed:
            score["dagsorden" if self._agenda else "bilag"] += 4.0
        if any(item.case_no for item in items):
            score["dagsorden"] += 1.0
        if main is not None and main.heading:
            self._words(main.heading, 3.0, score)
        seen: set[str] = set()
        for index in self.cover[:40]:
            text = self._outline.text(index)
            word = re.split(r"[ :\d]", text.lower(), maxsplit=1)[0]
            opens = len(text) < _LONG and text[-1] != "." and word in _KINDS
            if (opens or len(text) < 60) and word not in seen and not _LABELLED.match(text):
                seen.add(word)
                self._words(text, 2.0, score)
                minutes = not _MINUTES.isdisjoint(text.lower().split()) and body_of_line(text) is not None
                if word in _MINUTES or minutes:
                    score["referat"] += 2.5  # no agenda begins with the word
                if _BILAG_TO.match(text):
                    score["bilag"] += 2.0
        self._words(self._outline.document.title or "", 2.0, score)
        best = max(score, key=lambda kind: score[kind])
        enough = score[best] >= 4.0 or (score[best] >= 2.0 and bool(items))
        if not enough and self._agenda and self._speaks_of_agenda():
            return "dagsorden"
        return best if enough else "ukendt"

    def _speaks_of_agenda(self) -> bool:
        """True where the cover has the word anywhere: ``Møde den 4. maj – dagsorden med bilag``."""
        texts = (self._outline.text(index).lower() for index in self.cover[:_HEAD])
        return any(len(text) < _LONG and "dagsorden" in text.split() for text in texts)

    def _holds_text(self, section: SectionPart) -> bool:
        """True where anything is printed below the heading or behind it on its line."""
        first, last = section.span
        return last > first or run_in(self._outline.text(first)) is not None

    @staticmethod
    def _words(text: str, weight: float, score: dict[Kind, float]) -> None:
        words = re.findall(r"[a-zæøå]+", text.lower())
        for kind, names in KIND_WORDS.items():
            if any(word in names for word in words[:2] + words[-1:]):
                key: Kind = kind  # type: ignore[assignment]
                score[key] += weight

    def _body(self) -> str | None:
        votes: Counter[str] = Counter()
        document = self._outline.document
        for index in self.cover[:40]:
            raw = self._outline.line(index).text.strip()
            if len(raw) < 120 and _SPACED_OUT.fullmatch(raw):
                words = [part.replace(" ", "") for part in re.split(r"\s{2,}", raw)]
                m = _KKR.search(" ".join(words)) or _KKR.search("".join(words).replace("KKR", "KKR ", 1))
                if m:
                    votes[_kkr(m)] += 40
        for text in (document.title or "", *(self._outline.text(n) for n in self.cover)):
            for m in _KKR.finditer(text):
                votes[_kkr(m)] += 5
        for line in document.lines:
            if "KKR" in line.text:
                for m in _KKR.finditer(line.text[:2000]):
                    votes[_kkr(m)] += 1
        if votes:
            (best, count), *rest = votes.most_common(2)
            if not rest or count >= 1.5 * rest[0][1]:
                return best
            return None
        if labelled := labelled_body(self._outline, self.cover):
            return labelled
        for index in self.cover[:30]:
            if body := body_of_line(self._outline.text(index)):
                return body
        for index in self.cover[:30]:
            text = self._outline.text(index)
            after = self._outline.next_printed(index)
            follows = self._outline.text(after) if after is not None and after in self.cover else ""
            if follows[:1].islower() or text.endswith((" og", " for", ",", "-")):
                text = self._outline.join([text, follows])
            if len(text) < 160 and (of := _MEETING_OF.search(text)):
                return of["body"]
        decided = {body for body, _ in self._decided}
        return decided.pop() if len(decided) == 1 else None

    @cached_property
    def _decided(self) -> list[tuple[str, date]]:
        return decided_by(self._outline, self._numbers)

    def _meeting_date(self) -> date | None:
        """A full date on the cover behind a label or in a line that speaks of the meeting, in the running head, or
        in the file's own title. A month without a day is none."""
        for index in self.cover:
            text = self._outline.text(index)
            if _DATE_LABEL.match(text) and (day := self._day(text, index)):
                return day
        texts = [self._outline.text(n) for n in self.cover[:40]]
        pairs = [f"{a} {b}" for a, b in pairwise(texts) if len(b) < (_OF_DAY if _DAY.match(b) else 40)]
        for text in (self._outline.document.title or "", *texts, *pairs):
            if (
                len(text) < 160
                and (_MEETING_LINE.search(text) or _WHO_AND_WHEN.fullmatch(text))
                and (day := full_date(text))
            ):
                return day
        above = ""
        for text in texts[:_HEAD]:
            of_body = body_of_line(above if is_day(text) else text)
            if of_body and (day := full_date(text)):
                return day
            above = text
        heads: Counter[date] = Counter()
        lines = self._outline.lines
        named = [line.index for line in lines if "KKR" in line.text and _WHO_AND_WHEN.fullmatch(line.text.strip())]
        for index in sorted({*named, *sorted(self._outline.furniture)[:4000]}):
            text = lines[index].text.strip()
            if (
                len(text) < _LONGEST_HEAD
                and any(c.isdecimal() for c in text)
                and (_KKR.search(text) or _MEETING_LINE.search(text))
            ):
                day = full_date(text)
                if day:
                    heads[day] += 1
        if heads:
            (day, count), *rest = heads.most_common(2)
            if not rest or count > rest[0][1]:
                return day
        for text in self._outline.printed_texts[:_COVER_LINES]:
            told = len(text) < _LONG and (_AGENDA_OF.match(text) or names_packet(text))
            if told and (day := full_date(text)):
                return day
        decided = {day for body, day in self._decided if _same(body, self.body)}
        return decided.pop() if len(decided) == 1 else None

    def _day(self, text: str, index: int) -> date | None:
        """The date behind a label, on its line or on the next one."""
        if day := full_date(text):
            return day
        after = self._outline.next_printed(index)
        return full_date(self._outline.text(after)) if after is not None and len(text) < 24 else None

    def _venue(self) -> str | None:
        for index in self.cover:
            m = _PLACE_LABEL.match(self._outline.text(index))
            if not m:
                continue
            parts, gap = [m["place"]], min(2.0, self._outline.space_above(index))
            for line in self._outline.following(index, 4):
                if (
                    line not in self.cover
                    or self._outline.space_above(line) > gap + 0.5
                    or _OTHER_LABEL.match(self._outline.text(line))
                ):
                    break
                parts.append(self._outline.text(line))
            place = _SENTENCE_END.split(self._outline.join(part for part in parts if part))[0].strip(" .")
            return place or None
        return None

    def _title(self) -> str | None:
        title = " ".join((self._outline.document.title or "").split())
        title = _PROGRAM.sub("", title)
        if len(title) > 5 and any(c.isalpha() for c in title) and title.lower() not in _NO_TITLES:
            return title
        for index in self.cover[:40]:
            text = self._outline.text(index)
            words = re.findall(r"[a-zæøå]+", text.lower())
            if not words or len(text) >= 120 or _LABELLED.match(text):
                continue
            if any(words[0] in names for names in KIND_WORDS.values()):
                after = self._outline.next_printed(index)
                follows = self._outline.text(after) if after is not None and after in self.cover else ""
                return f"{text} {follows}" if follows[:1].islower() and len(follows) < 60 else text
        return None


def _same(body: str, other: str | None) -> bool:
    """True for one body, be it named with the article or without (``Forretningsudvalg``)."""
    a, b = body.casefold(), (other or "").casefold()
    return bool(b) and (a.startswith(b) or b.startswith(a))


def _kkr(m: re.Match[str]) -> str:
    return f"KKR {m[1].capitalize()}"
