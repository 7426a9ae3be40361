"""Marks: printed lines that say what comes next (``Mål 3 – …``, ``Mål 3.1: …``, ``Metode …``, "
"``Nationalt mål``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from extractors.goals.chapters import chapter_ends
from extractors.goals.lines import goes_on_behind, lines_with, printed_in, printed_text
from extractors.goals.listed_goals import read_goal_list
from extractors.goals.mark import UNNUMBERED, Level, Mark, goal_of, renumbered, taken_up
from extractors.goals.next_titles import next_sub_title, next_title
from extractors.goals.numbered import (
    NUMBERS,
    answered_subs,
    first_sentence,
    is_due,
    is_paragraph,
    is_stated,
    is_title_of_more,
    reported_subs,
    sets_count,
    stated_line,
    tells_fulfilled,
    told_behind,
    told_goal,
    told_subs,
)
from extractors.goals.papers import REPORTS, Paper
from extractors.goals.prose_goals import tells_in_prose
from extractors.goals.sheet_labels import LABEL, MARKUP_SIGNS, bare, label_mark
from extractors.goals.sheets import answered_points, named_sheets, unnumbered_sheets
from extractors.goals.titled import chaptered_goals, ends_in_bracket, titled_goals
from extractors.goals.year_lines import year_mark
from extractors.goals.zone_heads import clause_of_goals, named_goal
from extractors.text.markers import BULLETS
from extractors.text.memo import DocumentMemo
from schemas.language import lexicon
from schemas.packet import Packet, Span

_GOAL = regex.compile(
    r"(?P<name>MÅL|KPI|[A-ZÆØÅ][a-zæøå]*(?<=[Mm]ål|[Mm]åltal|[Mm]ålsætning)|(?:\p{Lu}\p{Ll}+sk|National|Regional|Lokal|Kommunal|Særlig|Faglig|Fælles|Overordne|Ege)t?\smål)"
    r"\s(?:nr\.?\s)?(?P<no>\d{1,2}|[A-H](?=\s?[-–—:.]))(?!\.\d)\s*(?:[-–—:.]\s*(?P<title>\S.*)|\s*$|\s(?P<bare>[A-ZÆØÅ][^\d.;:\t]{3,80})$|\s\((?P<paren>[^()\d]{2,60})\)\s*$)"
)
_GOALS = regex.compile(
    r"(?:MÅL|Mål|Målene)\s(?P<goals>\d{1,2}(?:,\s?\d{1,2})*\s(?:og|&|samt)\s\d{1,2})(?![.\d])\s*(?:[-–—:.]\s*\p{L}.*)?$"
)
"""The heading of several goals: ``Mål 5, 6 og 7 – Unge, by og havn``."""
_AD = regex.compile(r"Ad\.?\s(?P<name>mål\s)?(?P<no>\d{1,2})(?!\.?\d)\s?[.:)]?\s+(?=\S)", regex.IGNORECASE)
"""What a report says of a goal: ``Ad mål 3: …``."""
_FIRST_POINT = regex.compile(r"\s*\(?1[.)]\s+\p{L}")
RIGHT_BELOW = 5
"""Lines below the title of a clause in which its first point stands."""
_NUMBER = regex.compile(r"\d+")
_CLAUSE = regex.compile(r"§\s?\d")
"""The number of a clause, which ends the goal above it."""
_SUB = regex.compile(
    r"(?P<name>MÅL|[A-ZÆØÅ][a-zæøå]*(?<=[Mm]ål|[Mm]åltal|målsætning))(?P<colon>:)?\s*(?P<subs>\d{1,2}\.\d{1,2}(?:\s*(?:,|og|&|samt|-|–)\s*\d{1,2}\.\d{1,2})*)"
    r"(?:\s*[:.–—-]\s*(?P<rest>.*)|\s+(?P<bare>[A-ZÆØÅ].*|(?<=\s{2}|\t)\d.*|\d[\d.,]*\s?(?:%|pct\.?|procent)\saf\s.*|(?(colon)(?!)|\d[\d.]*\s(?!(?:pct|kr|mio|mia)\b)\p{Ll}{3}[^\d\t]*(?:\b20\d\d\b[^\d\t]*)?))|\s+(?:var|er|lød|lyder|blev|om|på)\s(?:på\s)?(?P<said>.*)|\s*$)"
)
_BULLET_OF_SUB = regex.compile(rf"^[{regex.escape(BULLETS)}-]\s+(?=(?:\p{{Lu}}\p{{Ll}}*)?[Mm]ål\s\d{{1,2}}\.\d)")
"""The bullet of a point that has a number all the same: ``– Mål 5.1: Der holdes 9 kurser``."""
_SUB_ITEM = regex.compile(r"(?:[o-]\s*)?(?P<subs>\d{1,2}(?:\.\d{1,2}|[a-h]))\s*:\s*(?P<rest>\S.*)")
_TITLE_NO = regex.compile(r"(?P<no>\d{1,2}(?:\.\d{1,2})?)\.?\s+(?P<title>[A-ZÆØÅ][^:\t]{2,80})$")
_CHAPTER = regex.compile(r"(?P<no>\d{1,2})\.\s+\p{Lu}(?:[^.:;\t\d]|(?<!\d)20\d\d(?!\d)){3,60}$")
_ENTRY = regex.compile(r"(?P<no>\d{1,2})\s?[.:]\s?[A-ZÆØÅ]")
_BANNER = regex.compile(
    r"(?P<level>(?:national|regional|lokal)\w*(?:\s(?:og|/)\s(?:national|regional|lokal)\w*)?)(?:\s(?:fast|af)?sat\w*|\saftalte)?\s(?:del)?mål(?P<more>\s(?:aftalt|for)\b.*)?\s*:?\s*$",
    regex.IGNORECASE,
)
_LEAD = regex.compile(
    r"(?:mål(?:tal|sætning\w*|epunkt\w*)?|delmål|succeskriteri\w*)\b[^.?!]{0,80}:\s*$|måltal\s*:?\s*$",
    regex.IGNORECASE,
)
_LEADS = (":", "måltal")
"""What each of them ends with."""
_VERBED = regex.compile(
    r"\b(?:skal|skulle|angiver|opnår|vurderer|gennemfører|udarbejdes|følges|etablerer|henviser|yder|spiller|fordeles|laves|er|har)\b"
)
_TOLD = regex.compile(r"\b(?:er|har|blev|var|havde|fik|kom|nåede|skal)\s", regex.IGNORECASE)
"""A verb of a sentence that stands where a title might."""
_SUB_LETTER = regex.compile(r"(?P<subs>[A-H]\d{1,2})[.:]?\s+(?P<rest>[A-ZÆØÅ].*)")
_WEAK_GOAL = regex.compile(
    r"(?:Indsatsområde|Fokusområde|Målområde|Indsats|Tema|Spor|Strategispor|Resultatområde|Område)\s(?P<no>\d{1,2})(?!\.\d)\s*[-–—:.]\s*(?P<title>\S.{2,90})$"
)
_WEAK_NAMES = ("Indsats", "Fokus", "Mål", "Tema", "Spor", "Strategi", "Resultat", "Område")
"""Headings that may be those of goals: they are in a contract, or in a report on one."""
_YEARLESS = regex.compile(r"\d(?<!20\d)(?<!20\d\d)(?<!20\d\d/20)|[%•]")
"""What no title holds: figures other than years, bullets."""
LONGEST_TITLE = 70
LONGEST_STATED = 160
"""Characters of the title of a goal, or of the sentence that stands in its place."""
LONGEST_LINE = 400
"""Characters of a line that may begin with the title of a report: some texts have a paragraph a line."""


_STATES = regex.compile(
    r"\b(?:mindst|minimum|min\.|højst|maks\.?|maksimalt)\s.{0,60}\d|\d\s?(?:%|pct|procent)|\bskal\b.{0,80}\d|^\d.{0,60}\bskal\b|\b(?:ingen|intet|ikke)\s.{0,60}\b(?:mere|længere|flere|oftere|over)\s(?:end\s)?\d|^.{60}.*\s\d[\d.,]*$"
    r"|^(?:alle|samtlige)\s.{20,}\.$"
    rf"|\b(?:mindst|minimum|højst|maksimalt|skal)\s(?:\p{{L}}+\s)?(?:{'|'.join(lexicon().numerals)})\s\p{{L}}",
    regex.IGNORECASE,
)
"""A heading that states its target itself; a long line that breaks off behind a number does."""


def restarts(packet: Packet) -> tuple[int, ...]:
    """Lines at which the goals are counted from their first number again: a new paper begins there."""
    first: int | None = None
    highest = 0
    found = []
    for index in sorted(lines_with(packet, "goal")):
        match = _GOAL.match(bare(packet.lines[index].text))
        if match is None or not match["no"].isdecimal() or not _is_goal(match["name"]):
            continue
        number = int(match["no"])
        if first is None:
            first = number
        if number == first and highest >= first + 2:
            found.append(index)
            highest = number
        highest = max(highest, number)
    return tuple(found)


def _is_goal(name: str) -> bool:
    """False for ``Spørgsmål 3`` and ``Verdensmål 4``."""
    return "no_goal" not in lexicon().all_signs(name.lower())


def marks(packet: Packet, paper: Paper) -> Sequence[Mark]:
    """The marks of a paper, in order. Rows of goal sheets count only under a goal's heading."""
    key = (packet.furniture, packet.contents, paper)
    return _known.get(packet.document, key, lambda: _marks(packet, paper))


_known: DocumentMemo[list[Mark]] = DocumentMemo()
"""Marks by paper: several readers ask for them."""


def _marks(packet: Packet, paper: Paper) -> list[Mark]:
    found: list[Mark] = []
    headings: list[Mark] = []
    goal: str | None = None
    counted = ""  # the word that the goal above is called by
    grouped = titled = False
    chapter = 0  # the last one above the goals
    stated: set[str] = set()
    named = lines_with(packet, "goal")
    headed = _headed(packet, paper)
    weak_names = paper.on_contract or paper.kind != "agenda"
    in_prose = tells_in_prose(packet, paper)
    answered = answered_points(packet, paper) if weak_names else {}
    contents = {index for span in packet.contents for index in range(span.first, span.last + 1)}
    chaptered = chaptered_goals(packet, paper.span) if paper.kind == "contract" else []
    goal_list = read_goal_list(packet, paper, headed)
    listed = {entry.line: entry for entry in goal_list.entries} if goal_list is not None else {}
    for index in printed_in(packet, paper.span):
        if (entry := listed.get(index)) is not None:
            found.append(Mark(index, "goal", entry.goal_no, title=entry.text, offset=entry.offset))
            continue
        raw = packet.lines[index].text
        outside = goal is None and index not in named and not weak_names
        if outside and not ((opening := raw.lstrip()[:1]).isdecimal() or opening in MARKUP_SIGNS):
            continue  # outside of a goal only its name or a number begins one
        text = bare(raw)
        if not text or (outside and not text[:1].isdecimal()):
            continue  # such as a rule drawn with `____` or `****`
        if index in contents:
            continue
        unmarked = text if text[0].isalnum() else _BULLET_OF_SUB.sub("", text)
        plain = named_goal(unmarked) if weak_names else text
        reports = paper.kind in REPORTS
        mark = _mark(index, plain, raw.find(text) + len(text) - len(plain), goal, headed, reports=reports)
        if in_prose and mark is not None and mark.kind == "goal" and mark.offset is not None:
            continue
        if (
            mark is None
            and weak_names
            and (clause := clause_of_goals(text)) is not None
            and not chaptered
            and not _is_counted(packet, index, paper)
        ):
            mark = Mark(index, "goal", clause[0], title=clause[1])
        if mark is None and text[:2] in ("Ad", "AD"):
            mark = _ad(index, text, raw.find(text), paper)
            if mark is None and goal is not None and _AD.match(text):
                mark = Mark(index, "end")  # notes on the goals of an agreement
            if mark is not None:
                found.append(mark)
                goal = mark.goal_no
                continue
        if mark is None and goal is not None and text[0] == "§" and _CLAUSE.match(text):
            found.append(Mark(index, "end"))
            goal = None
            continue
        if goal is not None and (told := told_subs(text)) is not None and stated.issuperset(told.subs):
            place = None if told.start is None else raw.find(text) + told.start
            mark = Mark(index, "reported", goal_of(told.subs[0]), told.subs, offset=place)
        if mark is None and (point := answered.get(index)) is not None:
            mark = Mark(index, "item", goal_of(point["no"]), (point["no"],), point["rest"], point.start("rest"))
        if mark is None and text[:1].isdecimal() and (number := _TITLE_NO.match(text)):
            mark = _numbered_title(packet, index, number["no"], number["title"])
            titled = titled or (mark is not None and mark.kind == "goal")
        if mark is None and titled and goal is not None and text[:1].isdecimal():
            mark = next_title(packet, index, text, goal)
        if mark is None and headings and goal is not None and text[:1].isdecimal():
            mark = next_sub_title(packet, index, text, headings[-1])
        name = text.split(maxsplit=1)[0]
        # `Indsats 2: …` behind `Indsats 1: …` is the next goal, elsewhere a label below one
        counts_on = mark is not None and mark.kind == "label" and name == counted
        may_be_weak = (mark is None or counts_on) and weak_names and text.startswith(_WEAK_NAMES)
        if may_be_weak and (weak := _WEAK_GOAL.match(text)) is not None:
            title = weak["title"].strip()
            said = _TOLD.search(title) is not None and (title[-1] == "." or goes_on_behind(packet, index))
            place = raw.find(text) + weak.start("title") if said else None
            mark = Mark(
                index, "goal", weak["no"], title=first_sentence(title) if said else title, offset=place, said=said
            )
        if mark is None and goal is not None and is_title_of_more(text) and not goes_on_behind(packet, index):
            mark = Mark(index, "label", goal, offset=len(raw), label="beside")
        if mark is None and goal is not None and text[:2] == "20":
            mark = year_mark(packet, paper, index, text, found)
        if mark is None and text[:1].isdecimal() and (number := _CHAPTER.match(text)) is not None:
            if goal is None:
                chapter = int(number["no"])
            elif paper.kind == "contract" and int(number["no"]) == chapter + 1:
                found.append(Mark(index, "end"))  # the chapter behind the one with the goals
                goal, chapter = None, chapter + 1
                continue
        if mark is None and grouped and len(text) < 140 and (numbered := _ENTRY.match(text)):
            mark = Mark(index, "entry", numbered["no"])
        if mark is None:
            continue
        grouped = grouped or mark.plural
        if mark.kind == "goal" and len(mark.title) > LONGEST_STATED:
            continue
        if mark.kind in ("sub", "item"):
            stated.update(mark.subs)
        if mark.kind in ("goal", "reported", "item"):
            goal = mark.goal_no
            counted = name if mark.kind == "goal" else counted
        elif mark.kind == "sub":
            goal = goal_of(mark.subs[0])
        if mark.kind == "sub":
            lettered = mark.subs[0][:1].isalpha() and not any(char.isdecimal() for char in mark.title)
            mark = replace(mark, heading=lettered or _is_heading(packet, mark))
            if mark.heading:
                headings.append(mark)
        found.append(mark)
    if not any(mark.kind in ("goal", "sub", "reported") for mark in found) and paper.kind == "contract":
        found = [
            Mark(titled.line, "goal", titled.goal_no, title=titled.title)
            for titled in chaptered or titled_goals(packet, paper.span)
        ]
    if not any(mark.kind in ("goal", "sub", "reported") for mark in found):
        found = named_sheets(packet, paper) or unnumbered_sheets(packet, paper)
    if goal_list is not None:
        found = sorted([*found, Mark(goal_list.behind, "end")], key=lambda mark: mark.index)
    return renumbered(taken_up(_ended(packet, paper, found)))


def _is_counted(packet: Packet, index: int, paper: Paper) -> bool:
    """True for the clause of an agreement whose goals are numbered points below it."""
    if paper.kind != "contract":
        return False
    below = printed_in(packet, Span(index + 1, min(index + RIGHT_BELOW, paper.span.last)))
    return any(_FIRST_POINT.match(packet.lines[line].text) for line in below)


def _ad(index: int, text: str, offset: int, paper: Paper) -> Mark | None:
    """``Ad mål 3: 412 er begyndt``, in a report also ``Ad 3:``: what came of a goal; ``Ad 3.1`` of a sub-goal."""
    if paper.kind in REPORTS and (told := answered_subs(text)) is not None:
        place = None if told.start is None else offset + told.start
        return Mark(index, "reported", goal_of(told.subs[0]), told.subs, offset=place)
    match = _AD.match(text)
    if match is None or not (match["name"] or paper.kind in REPORTS):
        return None
    return Mark(index, "reported", match["no"], offset=offset + match.end())


def _headed(packet: Packet, paper: Paper) -> list[str]:
    """The numbers of the goals that the paper has titles of, in the order of the first title of each."""
    named = lines_with(packet, "goal")
    matches = (
        _GOAL.match(bare(packet.lines[index].text)) for index in printed_in(packet, paper.span) if index in named
    )
    return list(dict.fromkeys(match["no"] for match in matches if match is not None and _is_goal(match["name"])))


def _ended(packet: Packet, paper: Paper, found: list[Mark]) -> list[Mark]:
    """The marks with one at the title that ends the last goal: ``Samarbejdets økonomi`` above text of its
    own."""
    goals = [mark.index for mark in found if mark.kind in ("goal", "sub", "item", "reported", "label")]
    if not goals:
        return found
    found = sorted([*found, *chapter_ends(packet, paper, found)], key=lambda mark: mark.index)
    last = max(goals)
    if found[-1].index > last:
        return found
    for index in range(last + 1, paper.span.last):
        if index not in packet.furniture and _is_title(packet, index, last, paper.span.last):
            return sorted([*found, Mark(index, "end")], key=lambda mark: mark.index)
    return found


def _is_title(packet: Packet, index: int, first: int, last: int) -> bool:
    """True for a short line without an end between two that are ended sentences or begin one."""
    text = packet.lines[index].text.strip()
    if not 3 < len(text) <= LONGEST_TITLE or not text[0].isupper() or not text[-1].isalnum():
        return False
    if (
        _YEARLESS.search(text)
        or "\t" in text
        or "   " in text
        or label_mark(index, text, 0, UNNUMBERED) is not None
    ):
        return False
    before = printed_text(packet, range(index - 1, first - 1, -1))
    behind = printed_text(packet, range(index + 1, last + 1))
    if before is None or behind is None or not before.endswith((".", "!", "?")):
        return False
    return behind[0].isupper() and len(behind) > len(text)


def _mark(
    index: int, text: str, offset: int, goal: str | None, headed: Sequence[str], *, reports: bool
) -> Mark | None:
    lowered = text[:90].lower()
    if "mål" in lowered or lowered.startswith("kpi"):
        if (match := _SUB.match(text)) and _is_goal(match["name"]):
            subs = tuple(NUMBERS.findall(match["subs"]))
            group = next((name for name in ("rest", "bare", "said") if match[name]), "rest")
            rest = match[group] or ""
            said = group == "said"
            return Mark(
                index,
                "reported" if said and tells_fulfilled(rest) else "sub",
                goal_of(subs[0]),
                subs,
                rest,
                offset + (match.start(group) if rest else len(text)),
                said=said,
            )
        if (match := _GOAL.match(text)) and _is_goal(match["name"]):
            title = (match["title"] or match["bare"] or match["paren"] or "").strip()
            states = match["title"] and (
                _STATES.search(title) or sets_count(title) or is_stated(title) or ends_in_bracket(title)
            )
            said = not states and match["title"] is not None and is_paragraph(title)
            place = offset + match.start("title") if states or said else None
            if place is None and match["title"] is not None and (told := told_behind(title)) is not None:
                return Mark(
                    index, "goal", match["no"], title=title[:told].strip(),
                    offset=offset + match.start("title") + told, said=True,
                )  # fmt: skip
            shown = first_sentence(title) if states or said else title
            return Mark(index, "goal", match["no"], title=shown, offset=place, said=said)
        if len(text) < LONGEST_LINE and (several := _GOALS.match(text)):
            goals = tuple(_NUMBER.findall(several["goals"]))
            return Mark(index, "reported", subs=goals) if reports else Mark(index, "end")
        if len(text) < LONGEST_LINE and (reported := reported_subs(text)):
            number, place = goal_of(reported.subs[0]), reported.start
            return Mark(index, "reported", number, reported.subs, offset=None if place is None else offset + place)
        if len(text) < LONGEST_LINE and (whose := told_goal(text, remarks=reports)) is not None:
            place = None if whose.start is None else offset + whose.start
            return Mark(index, "reported", whose.goal_no, offset=place)
        if len(text) < 110 and (match := _BANNER.match(text)):
            words = match["level"].lower()
            level: Level = (
                "national"
                if words.startswith("national")
                else "regional"
                if words.startswith("regional")
                else "lokal"
            )
            plural = (
                bool(match["more"])
                or regex.search(r"(?:nationale|regionale|lokale|fastsatte)\b", text.lower()) is not None
            )
            return Mark(index, "banner", level=level, plural=plural)
        if (
            goal is not None
            and len(text) < 110
            and text.rstrip()[-6:].lower().endswith(_LEADS)
            and _LEAD.search(text)
        ):
            return Mark(index, "lead", offset=0)
    if goal is None:
        return None
    if text[:1].isdecimal() or text[1:4].lstrip()[:1].isdecimal():
        point = text.lstrip(BULLETS + " \t")
        match, start = _SUB_ITEM.match(point) or stated_line(point), offset + len(text) - len(point)
        number = goal_of(match["subs"]) if match is not None else ""
        # a list behind all goals may name several of them: `• 1.2 Mindst …`, `• 2.1 Mindst …`
        named = len(point) < len(text) and number in headed
        if match is not None and (named or is_due(number, goal, headed)):
            return Mark(index, "item", number, (match["subs"],), match["rest"], start + match.start("rest"))
    if goal.isalpha() and (match := _SUB_LETTER.match(text)) and match["subs"][0] == goal:
        return Mark(index, "sub", goal, (match["subs"],), match["rest"], offset + match.start("rest"))
    label = label_mark(index, text, offset, goal)
    if label is not None and label.label == "target" and label.offset is not None:
        # `Måltal 2.1 Mindst 40 pct. …`: the first of several sub-goals stands in the line of the label
        rest = text[label.offset - offset :]
        first = _SUB_ITEM.match(rest) or stated_line(rest)
        if first is not None and is_due(number := goal_of(first["subs"]), goal, headed):
            place = label.offset + first.start("rest")
            return Mark(index, "item", number, (first["subs"],), first["rest"], place)
    return label


def _numbered_title(packet: Packet, index: int, number: str, title: str) -> Mark | None:
    """``2.1 Kendskab`` right above ``Målsætning: …`` or ``Resultat: …``: the title of a sub-goal or a goal."""
    for following in packet.lines[index + 1 : index + 4]:
        text = bare(following.text)
        if not text:
            continue
        label = LABEL.match(text) if ":" in text else None
        name = lexicon().labels.get(label["label"]) if label is not None else None
        if (
            label is None
            or name not in ("target", "result")
            or ":" not in text[len(label["label"]) : label.start("rest")]
        ):
            return None
        if "." in number:
            return Mark(index, "sub", number.split(".")[0], (number,), title)
        return Mark(index, "goal", number, title=title)
    return None


def _is_heading(packet: Packet, mark: Mark) -> bool:
    """True where what follows a sub-goal's number is a title, not the sentence of the target."""
    rest = mark.title.strip()
    if mark.said:
        return False
    if len(mark.subs) > 1 or not rest:
        return True
    if len(rest.split()) > 9 or rest.endswith((".", ",", "-")) or _VERBED.search(rest) or sets_count(rest):
        return False
    if regex.search(r"\d\s?(?:%|pct|procent)|\b(?:mindst|minimum|højst|maks)\b", rest, regex.IGNORECASE):
        return False
    return not goes_on_behind(packet, mark.index)
