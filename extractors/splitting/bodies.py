"""Bodies of the bilag that an agenda lists, where the same file holds them behind the list or the agenda."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from extractors.splitting.item_numbers import parse_item_number
from extractors.splitting.labels import ATTACHMENT_LABEL, attachment_label, named_item, place_of, printed_number
from extractors.splitting.likeness import SAME_TITLE, containment, likeness, stem, tokens
from extractors.splitting.outline import Outline
from extractors.splitting.papers import SALUTATION
from extractors.splitting.reprints import is_reprint, label_of, opens_body
from extractors.splitting.titles import read_title
from extractors.splitting.words import ADDRESSED, LETTER_WORDS, MEMO_WORDS
from schemas.packet import AgendaItem, AttachedPaper, Span

_HEADER_LINES = 2
"""Printed lines above the label of a bilag that may be the header of its item, printed again."""


def find_bodies(
    outline: Outline,
    items: Sequence[AgendaItem],
    listed: Sequence[AttachedPaper],
    bounds: Collection[int],
    others: Collection[int] = (),
) -> list[AttachedPaper]:
    """The listed bilag, those with a body among the pages after their list given its span.

    A body opens a page with the listed title, alone or behind its label; or it opens with the header of its item,
    printed again above its label and title, wherever pages end; or its label and title come again, clear of the
    list; or its number opens a page; or, behind the agenda, the words of its title do. ``bounds`` are the lines on
    which items and chapters start: none of them is a body, and each ends the body before it, as the bilag that are
    known already (``others``) do.
    """
    starts = _behind_headers(outline, items, listed)
    taken: set[int] = {*bounds, *starts.values()}
    heads = {top: _heads(outline, top) for top in outline.tops} if listed else {}
    holders = _holders(heads)
    for place, paper in enumerate(listed):
        if paper.listed_at is None or not paper.title or place in starts:
            continue
        tops = _likely(paper.title, outline.tops, holders)
        for top in tops[bisect_right(tops, paper.listed_at) :]:
            if top not in taken and any(likeness(paper.title, head) >= SAME_TITLE for head in heads[top]):
                starts[place] = top
                taken.add(top)
                break
    again = {place: index for place, index in _reprinted(outline, listed, starts) if index not in taken}
    starts |= again
    taken.update(again.values())
    numbered = dict(_numbered(outline, listed, starts, taken, sorted(bounds)))
    starts |= numbered
    taken.update(numbered.values())
    behind = max([*bounds, *(paper.listed_at or 0 for paper in listed)], default=0)
    free = {top: texts for top, texts in heads.items() if top > behind and top not in taken and top not in others}
    worded = _by_words(outline, listed, starts, free, holders)
    starts |= worded
    taken.update(worded.values())
    ends = sorted({*taken, *others})
    last = outline.printed[-1] if outline.printed else 0
    result = []
    for place, paper in enumerate(listed):
        start = starts.get(place)
        if start is None:
            result.append(paper)
            continue
        stop = next((end for end in ends if end > start), last + 1)
        span = Span(start, outline.last_until(stop - 1, start))
        seen = "label again" if place in again else "number" if place in numbered else _TITLED
        seen = "words of the title" if place in worded else seen
        result.append(replace(paper, span=span, evidence=(*paper.evidence, seen)))
    return result


def _behind_headers(
    outline: Outline, items: Sequence[AgendaItem], listed: Sequence[AttachedPaper]
) -> dict[int, int]:
    """By the places of listed bilag, the lines on which bodies open with the header of their item printed again. A
    further bilag of the item needs its label alone."""
    titles = {item.item_no: item.title for item in items}
    floor = min((paper.listed_at for paper in listed if paper.listed_at is not None), default=None)
    starts: dict[int, int] = {}
    if floor is None:
        return starts
    opened: str | None = None
    for index in outline.printed[bisect_right(outline.printed, floor) :]:
        text = outline.text(index)
        if text[0] not in "ABU" or (label := attachment_label(text)) is None or not label["title"].strip():
            continue
        heads = [(line, _repeated(outline.text(line), titles)) for line in outline.preceding(index, _HEADER_LINES)]
        line, number = next(((line, number) for line, number in heads if number is not None), (index, opened))
        for place, paper in enumerate(listed):
            known = place in starts or paper.listed_at is None or paper.listed_at >= line
            if not known and paper.item_no == number and likeness(paper.title or "", label["title"]) >= SAME_TITLE:
                starts[place], opened = line, number
                break
    return starts


def _reprinted(
    outline: Outline, listed: Sequence[AttachedPaper], starts: dict[int, int]
) -> Iterator[tuple[int, int]]:
    """The places of listed bilag without a body, and the lines on which label and title of each come again.

    A title that two items list is none's.
    """
    labelled: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for place, paper in enumerate(listed):
        label = label_of(outline, paper.listed_at) if paper.listed_at is not None else None
        if label is not None:
            labelled.setdefault((label[0], _key(label[1])), []).append((place, label[1]))
    if not labelled:
        return
    floor = min(paper.listed_at for paper in listed if paper.listed_at is not None)
    lists = {paper.listed_at for paper in listed}
    known = set(starts)
    for index in outline.printed[bisect_right(outline.printed, floor) :]:
        label = label_of(outline, index)
        if label is None or index in lists or not opens_body(outline, index):
            continue
        item = named_item(outline.text(index))
        same: list[int] = []
        for place, title in labelled.get((label[0], _key(label[1])), ()):
            above = (listed[place].listed_at or 0) < index and item in (None, listed[place].item_no)
            if above and is_reprint(label[1], title):
                same.append(place)
            if len(same) > 1:
                break
        if len(same) == 1 and same[0] not in known:
            known.add(same[0])
            yield same[0], index


def _numbered(
    outline: Outline,
    listed: Sequence[AttachedPaper],
    starts: dict[int, int],
    taken: Collection[int],
    bounds: Sequence[int],
) -> Iterator[tuple[int, int]]:
    """The places of listed bilag without a body, and the page tops that open with the number of each, as the list
    prints it or as it counts. Where several items number alike, it is of the one that has not yet ended."""
    open_places = {
        place for place, paper in enumerate(listed) if place not in starts and paper.listed_at is not None
    }
    printed = {place: printed_number(outline.text(listed[place].listed_at or 0)) for place in open_places}
    lists = {paper.listed_at for paper in listed}
    for top in outline.tops if open_places else ():
        number = printed_number(outline.text(top)) if top not in taken and top not in lists else None
        label = attachment_label(outline.text(top))
        if number is None or (label is not None and not opens_body(outline, top)):
            continue
        title, item = (label["title"].strip() if label is not None else ""), named_item(outline.text(top))
        found = []
        for place in open_places:
            paper, own = listed[place], printed[place]
            same = own == number if own is not None else _counts_as(number, paper, labelled=label is not None)
            unlike = title and likeness(title, paper.title or "") < _UNLIKE
            if same and (paper.listed_at or 0) < top and item in (None, paper.item_no) and not unlike:
                found.append(place)
        if len(found) > 1:
            found = [
                p for p in found if bisect_right(bounds, listed[p].listed_at or 0) == bisect_right(bounds, top)
            ]
        if len(found) == 1:
            open_places.discard(found[0])
            yield found[0], top


_UNLIKE = 0.3


_TITLED = "title on page top"


def _by_words(
    outline: Outline,
    listed: Sequence[AttachedPaper],
    starts: dict[int, int],
    heads: dict[int, list[str]],
    holders: dict[str, list[int]],
) -> dict[int, int]:
    """By the places of listed bilag without a body, the page tops behind the agenda (those of ``heads``) whose
    first lines hold all words of the title, or whose first line begins it (``AFTALE``); of ``Brev fra Lodslauget``
    those that open a letter of its sender. One top and one bilag alone must answer each other."""
    answers: dict[int, set[int]] = {}
    for place, paper in enumerate(listed):
        words = tokens(paper.title or "")
        if place in starts or paper.listed_at is None or not words:
            continue
        sender = words[1:] if words[0] in LETTER_WORDS else ()
        rarest = min(sender or words, key=lambda word: len(holders.get(stem(word), ())))
        likely = {*holders.get(stem(rarest), ()), *holders.get(stem(words[0]), ())} & heads.keys()
        answers[place] = {
            top
            for top in likely
            if _holds(paper.title or "", heads[top])
            or (sum(map(len, sender)) >= _FEWEST_LETTERS and _is_letter_of(outline, top, sender, heads[top]))
        }
    asked = Counter(top for found in answers.values() for top in found)
    return {place: min(found) for place, found in answers.items() if len(found) == 1 and asked[min(found)] == 1}


def _is_letter_of(outline: Outline, top: int, sender: Sequence[str], texts: Sequence[str]) -> bool:
    """True where a page opens with the words of a sender and greets somebody."""
    if containment(" ".join(sender), max(texts, key=len, default="")) < 1.0:
        return False
    lines = [line for line in outline.following(top, _LETTERHEAD) if outline.page(line) == outline.page(top)]
    return any(SALUTATION.match(outline.text(line)) for line in lines)


_LETTERHEAD = 12
"""Printed lines of a letter above what it is about."""


def _holds(title: str, texts: Sequence[str]) -> bool:
    if not texts:
        return False
    words = tokens(title)
    telling = len(words) >= _FEWEST_WORDS and sum(map(len, words)) >= _FEWEST_LETTERS
    if telling and containment(title, max(texts, key=len)) == 1.0:
        return True
    first = " ".join(tokens(texts[0]))
    return len(first) >= _FEWEST_LETTERS and f"{' '.join(words)} ".startswith(f"{first} ")


_FEWEST_WORDS, _FEWEST_LETTERS = 2, 8


def _counts_as(number: str, paper: AttachedPaper, *, labelled: bool) -> bool:
    place = place_of(number, paper.item_no or "") if labelled else None
    return place is not None and place == place_of(paper.attachment_no, "")


def _key(title: str) -> str:
    return stem(next(iter(tokens(title)), ""))


def _repeated(text: str, titles: dict[str, str]) -> str | None:
    """The number of the item whose number and title a line prints; None where it is no such header."""
    found = parse_item_number(text)
    if found is None:
        return None
    number = ".".join(map(str, found.parts))
    title = titles.get(number)
    return number if title and likeness(title, read_title(found.title).text) >= SAME_TITLE else None


def _holders(heads: dict[int, list[str]]) -> dict[str, list[int]]:
    """By the beginnings of telling words, the page tops whose heads hold one."""
    holders: dict[str, list[int]] = {}
    for top, texts in heads.items():
        for key in sorted({stem(word) for text in texts for word in tokens(text)}):
            holders.setdefault(key, []).append(top)
    return holders


def _likely(title: str, tops: Sequence[int], holders: dict[str, list[int]]) -> Sequence[int]:
    """The page tops that may hold so much of the title as to be its body, in order.

    What is as alike as is asked holds most of the title's words by their length. So it holds one at least of the
    rarest words that make up the rest, and only tops with one of these are looked at.
    """
    weights: Counter[str] = Counter()
    for word in tokens(title):
        weights[stem(word)] += len(word)
    spare = (2 - 2 * SAME_TITLE) * sum(weights.values()) + 1e-6
    found: set[int] = set()
    seen = 0
    for key in sorted(weights, key=lambda key: (len(holders.get(key, ())), key)):
        found.update(holders.get(key, ()))
        seen += weights[key]
        if seen > spare:
            return sorted(found)
    return tops


_MEMO_HEAD = 6
"""Printed lines below the word that a memo opens with, its title among them."""


def _heads(outline: Outline, top: int) -> list[str]:
    """What a page's first lines may give as the title of a paper; in a memo it stands below whom that is to."""
    memo = outline.text(top).lower().rstrip(":. ") in MEMO_WORDS
    lines = [
        n for n in [top, *outline.following(top, _MEMO_HEAD if memo else 2)] if outline.page(n) == outline.page(top)
    ]
    texts = [text for text in outline.texts(lines) if not (memo and ADDRESSED.match(text))][:3]
    m = ATTACHMENT_LABEL.match(texts[0])
    if m and m["number"]:
        texts[0] = m["title"].strip() or texts[0]
    found = [texts[0], " ".join(texts[:2]), " ".join(texts)]
    return [text for text in found if 3 < len(text) < 250]
