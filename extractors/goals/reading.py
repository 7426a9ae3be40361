"""From parts to tagged sentences: the passages that can hold goals, cut, joined and analysed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import regex

from extractors.goals.chosen import CONDITION, chosen
from extractors.goals.lines import lines_with
from extractors.goals.papers import REPORTS
from extractors.goals.spoken import (
    announces,
    holds_figure,
    is_bounded,
    may_owe,
    speaks_of_goal,
)
from extractors.goals.structure import Part
from extractors.language.analysis import Analysis
from extractors.language.danish import analyse
from extractors.text.joining import Passage, packet_passages, sentences, slice
from extractors.text.lowered import lowered_lines
from schemas.language import lexicon
from schemas.packet import Packet

_GLUED_SENTENCE = regex.compile(
    r"(?<=[\wæøå%)])\s+(?=(?:Målet|Resultatet|Måltallet|Målsætningen)\s(?:er|var|blev|for|om|på|er,)\b)|"
    r"(?<=[a-zæøå%\d]\.)(?=[A-ZÆØÅ][a-zæøå]+\s)|(?<=pct\.)\s+(?=[A-ZÆØÅ][a-zæøå]+\s|\d+(?:,\d+)?\s(?:pct\.|%)\saf\s)"
)
_GLUED_STOP = re.compile(r"\.[A-ZÆØÅ]")
_MAY_BE_GLUED = re.compile(r"\s(?:Mål|Resultatet)|pct\.\s")
"""Without one of these no two sentences are; quick to ask."""
_OWN_GOAL = regex.compile(
    r"\b(?:[Mm]ål(?:et|sætningen|tallet)|[Kk]ravet|[Aa]mbitionen)\s(?:om|for(?!\s\p{Lu}\p{Ll})|til|på(?=\s\D))\b"
)
"""``Målet for rettidighed``: says itself which it is; ``Målet for Havland`` only whose."""
_CLAIM = regex.compile(
    r"(?:Dette|Det|Denne)?\s?(?:[Mm]ål(?:et|tallet|sætningen)|[Kk]ravet|[Aa]mbitionen|[Ll]oftet)\s(?:er|blev|var|vurderes|anses)\b[^.]{0,40}"
    r"\b(?:opfyld|nået|indfri|opnå|overholdt|overgået|overskredet|i hus)"
)
_CLAIMED = ("ål", "ravet", "mbitionen", "oftet")
CLAIMED = len("Dette ambitionen")
"""Characters at the beginning of a text in which one of these stands where it claims."""
_GOES_ON = regex.compile(r"[a-zæøå(]|\d+\s?(?:%|pct|procent)|\d[\d.]*\s[a-zæøå]|20\d\d\b")
_NAMED = regex.compile(r"\b[Mm]ål\s(?:nr\.\s)?(\d{1,2})(?![.\d]*\d|\s?(?:%|pct|procent|,\s\d|og\s\d))\b")
_CALLED = regex.compile(
    r"(?P<name>[Mm]ål\s(?:nr\.\s)?(?P<no>\d{1,2})\s(?:om|vedr\.|vedrørende|[-–])\s[^\d:.;]{3,60}):\s+(?=\S)"
)
"""``Mål 3 om kvalitet: …``: the name of a goal before what running text tells of it."""
_CLOSING = regex.compile(r"\([Mm]ål\s(?:nr\.\s)?(?P<no>\d{1,2})\)\.?$")
"""The goal that a sentence names at its end."""
_MAY_NAME = re.compile(r"ål\s(?:nr\.\s)?\d")
_BEGUN = regex.compile(r"[a-zæøå)][.!?]\s+[A-ZÆØÅ][^.!?]{0,40}$")
BEGUN = 48
"""Characters at the end of a passage that may begin a sentence."""
NOW = frozenset({"nu", "aktuelt", "foreløbig", "foreløbigt", "p.t.", "pt."})
"""Words by which a sentence tells how things stand."""
ANCHORED = 4
"""Passages for which a goal named in running text stays the one spoken of."""


class Sentence(NamedTuple):
    """A sentence with its tags and its surroundings. ``order`` counts all sentences of the reading, ``passage_no``
    all passages; ``lead`` is the text that introduces a list entry (or the title above). ``after_goal``: the
    sentence before, in the same passage, speaks of a goal. ``goal_no`` is the goal of the part or, in running text,
    the one that was named last. ``announced``: a sentence before it in its passage, or the text above it, says that
    goals come; ``claimed``: the sentence behind it calls what it says the goal;
    ``opens_goal``: it is the first with a figure below the heading of a goal."""

    part: Part
    passage: Passage
    analysis: Analysis
    order: int
    passage_no: int
    first_of_passage: bool
    marker: str | None
    lead: str
    after_goal: bool = False
    goal_no: str | None = None
    announced: bool = False
    claimed: bool = False
    opens_goal: bool = False

    @property
    def text(self) -> str:
        """The sentence as joined."""
        return self.passage.text


def read_sentences(packet: Packet, parts: Iterable[Part]) -> list[Sentence]:
    """The sentences of all parts that can hold a target or a result, in reading order."""
    pending: list[tuple[Part, Passage, int, bool, str | None, str]] = []
    goals: dict[int, str] = {}  # of sentences that begin with the name of a goal
    passage_no = 0
    for part in parts:
        if part.kind == "prose" and not _any_hint(packet, part):
            continue
        stated: Passage | None = None
        passages = [piece for one in _whole(_passages(packet, part)) for piece in _answered(part, one)]
        for number, (passage, lead) in enumerate(chosen(part, passages)):
            passage_no += 1
            stated = stated or passage
            own = _kind_of_passage(part, passage, number)
            if number and _reports_below(part, stated, passage):
                own = replace(part, kind="result", listed=False)
            title = ""
            for position, sentence in enumerate(_sentences(passage)):
                called = _CALLED.match(sentence.text) if not position and part.goal_no is None else None
                if called is not None:  # the name of a goal aims at nothing itself
                    sentence = slice(sentence, called.end(), len(sentence.text))
                    goals[len(pending)], lead = called["no"], called["name"]
                if not position:
                    title = (
                        _run_in(sentence.text)
                        if sentence.last != passage.last or sentence.text != passage.text
                        else ""
                    )
                if own.kind == "target" and position and opens_with_result(sentence.text):
                    own = replace(own, kind="result", listed=False, label="result")
                told = _told_below(own, sentence) if number or position else own
                introduced = title if position and title and not lead.rstrip().endswith(":") else lead
                pending.append((told, sentence, passage_no, position == 0, passage.marker, introduced))
    figured = [holds_figure(sentence.text) for _, sentence, *_ in pending]
    analyses = analyse(entry[1].text for entry, has_figure in zip(pending, figured, strict=True) if has_figure)
    found: list[Sentence] = []
    named, named_at = None, -9
    announced_in = -1
    opened: Part | None = None
    goals |= _closed_by([(passage.text, number) for _, passage, number, *_ in pending])
    for order, (part, passage, number, first, marker, lead) in enumerate(pending):
        analysis = next(analyses) if figured[order] else Analysis(passage.text)
        before = found[-1] if found else None
        if before is None or (before.part is not part and before.part.span != part.span):
            named = None
        behind = before is not None and before.part.span == part.span
        if part.kind == "target" and (
            (_tells(part, analysis) or _says_now(part, before, analysis))
            if before is not None and behind
            else _opens_told(part, analysis)
        ):
            part = replace(part, kind="result", listed=False, label=None)
        if part.goal_no is None:
            if mentioned := {goals[order]} if order in goals else _named(passage.text):
                named, named_at = (mentioned.pop() if len(mentioned) == 1 else None), number
            elif named is not None and _OWN_GOAL.search(passage.text):
                named = None  # it says itself which goal it means
        if named is not None and number - named_at > ANCHORED:
            named = None
        after_goal = before is not None and before.passage_no == number and speaks_of_goal(before.text)
        found.append(
            Sentence(
                part, passage, analysis, order, number, first, marker, lead, after_goal, part.goal_no or named,
                announced_in == number or bool(lead and announces(lead)),
                order + 1 < len(pending) and pending[order + 1][2] == number and _claims(pending[order +
                1][1].text),
                part.kind == "intro" and part.goal_no is not None and figured[order] and part is not opened,
            )
        )  # fmt: skip
        if figured[order]:
            opened = part
        if announces(passage.text):
            announced_in = number
    return found


_RUN_IN = 4
"""Words of a title that stands in the line of its text."""


def _run_in(text: str) -> str:
    """``Svind. Vi har afskrevet 117.000 kr.``: the title a paragraph begins with; empty for another sentence."""
    words = text.split()
    if not text.endswith(".") or len(words) > _RUN_IN or not text[0].isupper() or _DIGIT.search(text) is not None:
        return ""
    signs = {sign for word in words for sign in lexicon().signs(word.rstrip(".").lower())}
    return "" if signs & _VERBAL or "," in text else text


_VERBAL = frozenset({"past", "outcome", "bound", "reached", "fulfilled", "state", "moved", "negation"})
"""Signs of a sentence that says something."""


def _named(text: str) -> set[str]:
    """The numbers of the goals that a text names."""
    return set(_NAMED.findall(text)) if "ål " in text and _MAY_NAME.search(text) is not None else set()


def _closed_by(told: Sequence[tuple[str, int]]) -> dict[int, str]:
    """The goals of sentences, by their place, that a bracket at the end of a later one of their passage names:
    ``54 pct. har brugt rådet. Målet er 50 pct. (mål 4).`` Where a passage names a goal otherwise, this tells
    nothing. ``told``: texts with the numbers of their passages."""
    found: dict[int, str] = {}
    for _, group in itertools.groupby(range(len(told)), key=lambda place: told[place][1]):
        waiting: list[int] = []
        for place in group:
            text = told[place][0]
            waiting.append(place)
            mentioned = _named(text)
            closing = _CLOSING.search(text) if mentioned else None
            if closing is None and mentioned:
                break
            if closing is not None:
                found |= dict.fromkeys(waiting, closing["no"])
                waiting = []
    return found


def _claims(text: str) -> bool:
    """``Målet er opfyldt med 96 pct.``: begins with a goal that was told before."""
    return any(map(text[:CLAIMED].__contains__, _CLAIMED)) and _CLAIM.match(text) is not None


def _kind_of_passage(part: Part, passage: Passage, number: int) -> Part:
    """Running text behind a list of targets is no target; neither is a second paragraph of a listed entry."""
    if not part.listed or part.kind != "target" or number == 0 or passage.marker is not None:
        return part
    return replace(part, kind=part.base, listed=False, subs=())


def _reports_below(part: Part, stated: Passage, passage: Passage) -> bool:
    """``2.1 Vi holder 40 møder`` with ``• 31 møder den 30. juni`` below it, in a report: the points under a
    numbered target with a figure tell what came of it, unless one speaks of goals or bounds itself."""
    if not (part.listed and part.subs and part.kind == "target" and part.label is None):
        return False
    if part.paper.kind not in REPORTS or stated.marker is not None or passage.marker is None:
        return False
    if passage.marker[:1].isalnum() or not holds_figure(stated.text) or stated.text.rstrip().endswith(":"):
        return False
    return not speaks_of_goal(passage.text) and not is_bounded(passage.text)


def _tells(part: Part, analysis: Analysis) -> bool:
    """True for a sentence behind the target's own, in its row or heading, that tells what came about."""
    if part.paper.kind == "contract" or analysis.has("bound") or not analysis.quantities:
        return False
    if analysis.has("fulfilled") and CONDITION.search(analysis.text):
        return False  # `Målet er opfyldt, når alle 9 skoler er nået`
    tokens = analysis.tokens
    if tokens[0].lower in ("kun", "blot", "desværre", "foreløbig"):
        return True
    number = analysis.quantities[0].last
    clause_end = next((i for i, t in enumerate(tokens) if i > number and t.text == ","), len(tokens))
    for index, token in enumerate(tokens[:clause_end]):
        if index > 1 and tokens[index - 1].lower in ("der", "som") and tokens[index - 2].text == ",":
            continue  # of those who are spoken of, not what they came to
        done = tokens[index + 1 : index + 4]
        lies = token.lower in ("ligger", "udgør") and analysis.quantities[0].comparator is None and index < number
        perfect = lies or (
            token.lower in ("har", "er")
            and any("outcome" in t.signs and t.lower not in ("er", "har") for t in done)
        )
        if perfect or token.signs & {"past", "result"}:
            return True
    return False


def _opens_told(part: Part, analysis: Analysis) -> bool:
    """``Delmål 1.1. 92 % af gæsterne fandt vej``: what a report tells right behind the number of a sub-goal is what
    came of it, where the clause is in the past and says no bound."""
    if part.paper.kind not in REPORTS or not part.subs or part.label is not None or not analysis.quantities:
        return False
    first = analysis.quantities[0]
    behind = analysis.tokens[first.last + 1 :]
    length = next((i for i, token in enumerate(behind) if token.lower in _SETTING_APART), len(behind))
    clause = analysis.tokens[: first.last + 1 + length]
    if first.comparator is not None or any(token.signs & _STILL_AIMED for token in clause):
        return False
    year = part.paper.year or part.paper.now
    if any(time.year is not None and year is not None and time.year < year for time in analysis.times):
        return False
    return any(token.signs & {"past", "moved"} for token in clause)


_SETTING_APART = frozenset({",", "mod", "imod", "mens", "men", "hvor", "og"})
_STILL_AIMED = frozenset({"bound", "goal", "aiming", "pledge", "setting", "proposal"})


def _says_now(part: Part, before: Sentence, analysis: Analysis) -> bool:
    """``Mål 5.1: Køen må højst rumme 140 børn. Den rummer 122 børn.``: behind the figure of a numbered goal,
    in a report, what the present says of it without a bound."""
    if part.paper.kind not in REPORTS or not part.subs or not analysis.quantities or not before.analysis.quantities:
        return False
    quantity, signs = analysis.quantities[0], analysis.signs()
    if quantity.comparator is not None or signs & {"bound", "goal", "aiming", "proposal", "others", "ahead"}:
        return False
    now = any(token.lower in NOW for token in analysis.tokens)
    if not now and any(
        "aim" in token.signs and not token.signs & {"state", "outcome"} for token in analysis.tokens
    ):
        return False
    year = part.paper.year or part.paper.now
    if any(t.year is not None and year is not None and t.year > year for t in analysis.times):
        return False
    return any(
        token.signs & {"state", "outcome"} or token.lower in NOW for token in analysis.tokens[: quantity.first]
    )


_RESULT_LABEL = re.compile(r"(?P<label>[A-ZÆØÅ][a-zæøå]+(?:\s[a-zæøå]+){0,3})(?:\s20\d\d)?:\s")


def opens_with_result(text: str) -> bool:
    """``Huset skal have 900 gæster. Status: 940 gæster``: what came of a goal, behind it in its own paragraph."""
    match = _RESULT_LABEL.match(text) if ":" in text[:48] else None
    if match is None:
        return False
    kind = lexicon().labels.get(match["label"])
    return kind == "result" or (kind == "plan" and any(char.isdecimal() for char in text))


def _told_below(part: Part, sentence: Passage) -> Part:
    """The part of what stands behind the first sentence of a report's row on method: its text flows on into the
    result where no heading divides them."""
    if (
        part.kind != "method"
        or part.label in ("beside", "reason")
        or part.answered
        or part.paper.kind not in REPORTS
        or CONDITION.search(sentence.text)
    ):
        return part
    return replace(part, kind="result", label=None)


def _any_hint(packet: Packet, part: Part) -> bool:
    if part.paper.on_contract:
        return True
    held, lowered = lines_with(packet, "owed"), lowered_lines(packet.document)
    return may_owe(lowered[index] for index in range(part.span.first, part.span.last + 1) if index in held)


def _passages(packet: Packet, part: Part) -> Iterator[Passage]:
    """The passages of a part, without footnotes and urls, the label before the first one cut off."""
    first = packet.lines[part.span.first]
    for passage in packet_passages(packet, part.span):
        if passage.kind != "text" or not passage.text:
            continue
        if any(span.first <= passage.first <= span.last for span in packet.contents):
            continue
        if part.offset and passage.first == first.index:
            rest = " ".join(first.text[part.offset :].split())
            if not rest:
                if len(passage.lines) == 1:
                    continue
                cut = passage.starts[1]
            else:
                cut = max(passage.text.find(rest[:12]), 0)
            passage = slice(passage, cut, len(passage.text))
            if not passage.text:
                continue
        yield passage


_DIGIT = re.compile(r"\d")
_SHORT_WORDS = (" pr.", " ca.", " nr.", " kl.")
"""Short words whose full stop ends no sentence: a number follows."""


_OWED = regex.compile(r"\bskal\b|^Der\s\p{Ll}+es\b")
_HAS = regex.compile(r"\d[\d.,]*\s?(?:%|pct\.?|procent)\s[^.]*?\b(?:har|er|var|blev|havde|fik|kom)\b")


def _answered(part: Part, passage: Passage) -> Iterator[Passage]:
    """``Delmål 1.2 Mindst 30 pct. skal cykle til skole`` above ``34 pct. har cyklet``: in a report what stands
    apart below the sentence of a numbered target, and is a sentence itself, says what came of it."""
    if part.kind == "target" and part.subs and part.paper.kind in REPORTS:
        for (above, below), start in zip(itertools.pairwise(passage.lines), passage.starts[1:], strict=True):
            stated, told = passage.text[:start].rstrip(), passage.text[start:]
            apart = below - above > 1 and stated[-1:].isalpha() and holds_figure(stated)
            if apart and _HAS.match(told) and _OWED.search(stated) and not _OWED.search(told):
                yield slice(passage, 0, start)
                yield slice(passage, start, len(passage.text))
                return
    yield passage


def _whole(passages: Iterable[Passage]) -> list[Passage]:
    """Passages put together again where a sentence goes on in the next with a number, a bracket or "
    "a small letter."""
    found: list[Passage] = []
    for passage in passages:
        before = found[-1] if found else None
        if (
            before is not None and passage.marker is None and before.text.count(" ") >= 3
            and (before.text.rstrip()[-1:] not in ".:!?;" or before.text.rstrip().endswith(_SHORT_WORDS))
            and (_GOES_ON.match(passage.text) or _BEGUN.search(before.text, max(0, len(before.text) - BEGUN)))
            and not (_is_told_of(before.text, passage.text) or _YEAR_LABEL.match(passage.text))
        ):  # fmt: skip
            shift = len(before.text) + 1
            found[-1] = Passage(
                f"{before.text} {passage.text}", before.lines + passage.lines,
                before.starts + tuple(start + shift for start in passage.starts), before.marker, before.kind,
            )  # fmt: skip
        else:
            found.append(passage)
    return found


def _is_told_of(title: str, text: str) -> bool:
    """``Mindst hver fjerde have skal have en bænk`` above ``29 pct. af haverne har fået en.``: a sentence that
    begins with its share, below one that bids and does not end with a word that asks for a number."""
    if _SHARE.match(text) is None or text[-1:] != "." or text.count(" ") < SHORTEST_TOLD:
        return False
    words = title.lower().split()
    return (
        "skal" in words
        and words[-1].isalpha()
        and not lexicon().signs(words[-1])
        and words[-1] not in lexicon().stop
    )


_YEAR_LABEL = regex.compile(r"20\d\d(?:/(?:20)?\d\d)?\s?:\s")
"""``2031: 17 pct.`` below a sentence: a line of its own year."""
_SHARE = regex.compile(r"\d[\d.,]*\s?(?:%|pct\b|procent\b)")
SHORTEST_TOLD = 5
"""Spaces in a sentence that tells what came of a title, at least."""


def _sentences(passage: Passage) -> Iterator[Passage]:
    """Sentences, split as well where a full stop or the space behind it is missing."""
    for sentence in sentences(passage):
        if not _may_be_glued(sentence.text):
            yield sentence
            continue
        cuts = [0, *(match.start() for match in _GLUED_SENTENCE.finditer(sentence.text)), len(sentence.text)]
        for start, end in itertools.pairwise(cuts):
            piece = slice(sentence, start, end)
            if piece.text:
                yield piece


def _may_be_glued(text: str) -> bool:
    if _GLUED_STOP.search(text) is not None:
        return True
    named = "Mål" in text or "Resultatet" in text or "pct." in text
    return named and _MAY_BE_GLUED.search(text) is not None
