"""The entries of a list of recommendations: cut from running text, behind the opening that they go on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from extractors.agenda.actions import has_lead, names_actor, opens_infinitive, opens_present, read_action
from extractors.text.joining import Passage, sentences, slice
from extractors.text.lone_marks import joined_marks
from extractors.text.markers import Marker, read_marker

ASKING = frozenset(["indstille", "anbefale", "foreslå", "henstille"])
"""Verbs of asking: what is asked for stands behind them."""

BEFORE_AT = frozenset(
    ["til", "for", "om", "på", "ved", "med", "af", "fra", "i", "efter", "uden", "ud", "er", "bør", "skal", "så",
     "sådan", "således", "enighed", "ønske", "mandat", "vigtigt", "nødvendigt", "muligt"]
)  # fmt: skip
"""Words that «at» goes on after within a clause."""

BEFORE_CLAUSE = ASKING | frozenset(["beslutte", "aftale", "forudsætte", "forvente", "præcisere", "bemærke"])
"""Verbs whose passive goes on with «at»: ``det aftales, at …``."""

_OPENING_END = re.compile(r"(?:,?\s(?:og|samt|at)|[:;,])\s*\Z")
AT = re.compile(r"at\s+", re.IGNORECASE)
"""The word that opens a clause of what is recommended."""
_AT_LINE = re.compile(r"(?:\(?[0-9a-z]{1,2}[.)]\s+)?(?=at\s)", re.IGNORECASE)
_AT_BREAK = re.compile(r"(?:[,;:.]|\b(?:og|samt))\s*\Z")
TO_WHOM = re.compile(r"(?:Indstilling(?:er)?|Anbefaling(?:er)?|Forslag)\s(?:til|fra)\s[^.;:]{3,120}:\s*\Z")
"""``Indstilling til Økonomiudvalget:`` over a list."""
_AT_END = re.compile(r"\sat:?\Z")
_VERB_LAST = re.compile(r"(?P<verb>\w+),\s*\Z")


def list_passages(passages: Sequence[Passage]) -> list[Passage]:
    """The passages of a section, lists that stand in running text cut into their entries."""
    passages = _cut_at_lead(joined_marks(passages))
    return [_without_count(part) for passage in _entries(passages) for part in _at_list(passage)]


def _cut_at_lead(passages: Sequence[Passage]) -> list[Passage]:
    """The passages, one whose first line opens a list cut behind it, where its second line and the next passage
    begin with «at»: blank lines stand between the other entries."""
    found: list[Passage] = []
    for passage, below in zip_longest(passages, passages[1:]):
        at = passage.starts[1] if len(passage.starts) > 1 and passage.marker is None else 0
        listed = below is not None and below.marker is None and AT.match(below.text) is not None
        if at and listed and AT.match(passage.text, at) and find_opening(slice(passage, 0, at)) is not None:
            found += [slice(passage, 0, at), slice(passage, at, len(passage.text))]
        else:
            found.append(passage)
    return found


def _without_count(part: Passage) -> Passage:
    """``At 1) planen godkendes``: the entry without its number."""
    m = _COUNTED_AT.match(part.text) if part.marker is None and part.text[:2] in ("At", "at") else None
    if m is None:
        return part
    behind = slice(part, m.end(), len(part.text))
    return replace(behind, text=f"at {behind.text}", starts=(0, *(start + 3 for start in behind.starts[1:])))


_COUNTED_AT = re.compile(r"at \(?\d{1,2}[.)]:?\s+(?=\w)", re.IGNORECASE)


def _entries(passages: Sequence[Passage]) -> list[Passage]:
    """The passages, the first number behind an opening read as the marker of an entry: a list may hold one. Lines
    behind it that each begin with a verb are entries without a marker."""
    found: list[Passage] = []
    listing = False
    wholes = (part for whole in passages for part in _cut_at_small_verbs(whole))
    pieces = (part for whole in wholes for part in _cut_at_clauses(whole))
    for passage in (part for whole in pieces for piece in _cut_at_verbs(whole) for part in _cut_at_number(piece)):
        behind = bool(found) and (listing or find_opening(found[-1]) is not None)
        listing = behind and passage.marker is None and _opens_with_verb(passage.text)
        headed = behind and found[-1].marker is None and ends_in_at(found[-1])
        if passage.marker is None and (headed or (found and goes_on_alike(found[-1], passage))):
            first = _first_mark(passage.text)
            if first is not None:
                passage = slice(passage, first.end, len(passage.text))
            found.append(replace(passage, marker=""))  # «Forvaltningen indstiller, at» is set as a heading
            continue
        if listing:
            found.append(replace(passage, text=passage.text[0].lower() + passage.text[1:], marker=""))
            continue
        marker = _first_mark(passage.text) if passage.marker is None and found else None
        if marker is not None and found[-1].marker is None and find_opening(found[-1]) is not None:
            passage = replace(slice(passage, marker.end, len(passage.text)), marker=marker.text)
        found.append(passage)
    return found


def ends_in_at(passage: Passage) -> bool:
    """True for an opening that breaks off behind «at»: what is recommended stands below it."""
    return _AT_END.search(passage.text) is not None


def goes_on_alike(entry: Passage, passage: Passage) -> bool:
    """True for the next entry of a list without marks: it opens as the one above, with who is to do something."""
    if entry.marker != "" or passage.marker is not None or not passage.text[:1].isupper():
        return False
    return entry.text.split()[:2] == passage.text.split()[:2] and read_action(passage.text, guess=False) is not None


def _cut_at_clauses(passage: Passage) -> list[Passage]:
    """The passage cut at its lines where the first breaks off behind «at» and each other is a clause of its own."""
    if len(passage.starts) < 3 or not _AT_END.search(passage.text[: passage.starts[1]].rstrip()):
        return [passage]
    bounds = [*passage.starts, len(passage.text)]
    lines = [slice(passage, start, end) for start, end in pairwise(bounds)]
    whole = all(line.text[:1].isalpha() and read_action(line.text, guess=False) is not None for line in lines[1:])
    return [lines[0], *(replace(line, marker="") for line in lines[1:])] if whole else [passage]


def _cut_at_small_verbs(passage: Passage) -> list[Passage]:
    """The passage cut behind a line that ends an opening, with a colon or well before the lines are full, where the
    next one begins with a verb and a small letter, and at each such line behind the end of an entry: the marks of
    the list were lost."""
    text, starts = passage.text, passage.starts
    colon = next((at for at in starts[1:] if text[:at].rstrip().endswith(":")), None)
    early = colon is None and _breaks_early(passage)
    colon = starts[1] if early else colon
    if colon is None or not _is_small_verb(text, colon) or find_opening(slice(passage, 0, colon)) is None:
        return [passage]
    cuts = [at for at in starts if at > colon and _is_small_verb(text, at) and _AT_BREAK.search(text[:at])]
    if early and not cuts:
        return [passage]
    lead, *entries = [slice(passage, a, b) for a, b in pairwise([0, colon, *cuts, len(text)])]
    return [lead, *(replace(entry, marker="") for entry in entries)]


def _breaks_early(passage: Passage) -> bool:
    """True where the first of several lines had room for the first word of the next one."""
    starts = passage.starts
    if len(starts) < _FEWEST_LINES:
        return False
    widest = max(end - start for start, end in pairwise([*starts, len(passage.text)]))
    word = passage.text[starts[1] :].split(maxsplit=1)[0]
    return starts[1] + len(word) <= _ROOM * widest


_FEWEST_LINES, _ROOM = 3, 0.8


def _is_small_verb(text: str, at: int) -> bool:
    return text[at : at + 1].islower() and opens_present(text[at : at + 40])


def _opens_with_verb(text: str) -> bool:
    return text[:1].isupper() and opens_present(text)


def _cut_at_verbs(passage: Passage) -> list[Passage]:
    """The passage cut at lines that begin with a verb and a capital, where the first stands behind an opening."""
    cuts = [at for at in passage.starts[1:] if _opens_with_verb(passage.text[at : at + 40])]
    if not cuts or not (_opens_with_verb(passage.text) or find_opening(slice(passage, 0, cuts[0])) is not None):
        return [passage]
    return [slice(passage, start, end) for start, end in pairwise([0, *cuts, len(passage.text)])]


def _cut_at_number(passage: Passage) -> list[Passage]:
    """The passage in two where a line of it begins with the first number of a list behind an opening."""
    for at in passage.starts[1:]:
        if _first_number(passage.text[at:]) is not None and find_opening(slice(passage, 0, at)) is not None:
            return [slice(passage, 0, at), slice(passage, at, len(passage.text))]
    return [passage]


def _first_number(text: str) -> Marker | None:
    marker = read_marker(text)
    return marker if marker is not None and marker.rank == 1 else None


def _first_mark(text: str) -> Marker | None:
    """The first number of a list, or the bullet before an «at»: a list may hold one entry."""
    marker = read_marker(text)
    bullet = marker is not None and marker.rank == 0 and AT.match(text, marker.end) is not None
    return marker if bullet else _first_number(text)


def _at_list(passage: Passage) -> list[Passage]:
    """A list whose entries are lines that begin with «at», as passages of its opening and its entries.

    A line of running text may begin with «at» by chance. It is a list where two such lines follow an opening
    without a verb of its own, or where the passage itself begins with «at».
    """
    passage = _without_number(passage)
    text = passage.text
    begins = AT.match(text) is not None
    if text.lower().count("at ") < 2:
        return [passage]
    infinitives = begins and opens_infinitive(text)
    cuts = [at for at in passage.starts[1:] if _AT_LINE.match(text, at) and _breaks(text, at, infinitives)]
    if not cuts or (not begins and (len(cuts) < 2 or find_opening(slice(passage, 0, cuts[0])) is None)):
        return [passage]
    parts = [slice(passage, start, end) for start, end in pairwise([0, *cuts, len(text)])]
    return [parts[0], *(_without_number(part) for part in parts[1:])]


def _breaks(text: str, at: int, infinitives: bool) -> bool:
    """True where an entry may end before the line at ``at``: at a mark, at «og», at a word of asking. Else «at»
    must not go on the clause before it, as it does after «til» and, with an infinitive, after whom one asks."""
    before = text[max(0, at - 40) : at]
    if _AT_BREAK.search(before):
        return True
    word = before.split()[-1] if before.split() else ""
    if has_lead(f"Det {word} at "):
        return True
    action = read_action(word, guess=False)
    if action is not None and word.endswith("s") and not BEFORE_CLAUSE.issuperset(action.verbs):
        return True  # ``at planen vedtages`` / ``at taksten hæves``
    goes_on = word in BEFORE_AT or action is not None
    return not goes_on and (infinitives or not opens_infinitive(text[at : at + 60]))


def _without_number(part: Passage) -> Passage:
    number = _AT_LINE.match(part.text)
    return slice(part, number.end(), len(part.text)) if number is not None and number.end() else part


def goes_on(passage: Passage) -> bool:
    """True for a list entry, or a paragraph that begins with «at», under an opening."""
    return passage.marker is not None or AT.match(passage.text) is not None


def find_opening(passage: Passage) -> tuple[list[Passage], str] | None:
    """Sentences before the opening and the opening that the following entries continue; None where there is none.

    An opening says that something is recommended, or names a body, and has no verb of its own.
    """
    parts = sentences(passage)
    if not parts:
        return None
    last = parts[-1].text
    if last.endswith((".", "!", "?")):
        return None
    if TO_WHOM.match(last):
        return parts[:-1], last
    bare = _OPENING_END.sub("", last)
    complete = read_action(last, guess=False)
    end = _VERB_LAST.search(last)
    says_who = end is not None and (has_lead(last) or names_actor(last[: end.start()]))
    if end is not None and says_who and complete is not None and read_action(end["verb"]) is not None:
        return parts[:-1], last  # «at udvalget godkender,» with a list of what
    if complete is not None and not last.rstrip().endswith(":") and not ASKING.issuperset(complete.verbs):
        return None
    if (
        has_lead(last)
        or has_lead(f"{bare} at ")
        or re.match(r"KKR\b", bare)
        or (complete is None and names_actor(bare))
    ):
        if complete is not None and complete.verbs and "følgende" in last.lower():
            return None
        return parts[:-1], last
    return None
