"""Rows that end in a cell of text: ``Ny skole 64.500 31.218 I gang``, below a head such as ``Status``.

Values are looked for at the end of a line; below heads that end with one of free text the words behind as many
values as the other rows hold are a column of their own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractors.language.dateforms import MONTHS
from extractors.language.numbers import DASHES
from extractors.tables.flat.lines import Item, Kind
from extractors.tables.flat.regions import is_row, item_is_prose
from extractors.tables.flat.values import Atom, find_values
from extractors.tables.flat.words import HEADING, JOINING_WORDS, NOTE_HEADS, SPAN_HEADS, SPANNING_HEADS, TEXT_HEADS
from extractors.tables.labels import NO_VALUE
from schemas.units import DURATIONS, unit_of

_FEWEST_ROWS = 3
_FEWEST_VALUES = 2
_LONGEST = 300
_LONGEST_HEAD = 12
_LONGEST_OWNED = 16
_MOST_TAIL = 8
_MOST_BETWEEN = 4
"""So many lines of text may stand between two rows."""
_MOST_ABOVE_VALUES = 6
"""So many before values without a label: the end of the words above, a group, and a label of some lines."""
_PERIOD = rf"[1-4]\. ?(?:kvartal|kvt\.?|kv\.) |(?:{'|'.join(MONTHS)}) "
_DATE = re.compile(
    rf"(?<!\S)(?:\d{{1,2}}/\d{{1,2}}[ -]|\d{{1,2}}\.\d{{1,2}}\.|{_PERIOD})(?:19|20)\d\d\s*\Z",
    re.IGNORECASE,
)
"""``31/12 2027``, ``1.6.2028``, ``4. kvt. 2029``, ``maj 2027`` at the end of a row: when something ends."""
_SPAN = re.compile(r"(?<!\S)(?:19|20)\d\d ?[-–] ?(?:19|20)\d\d\s*\Z")
"""``2027-2029`` at the end of a row: how long something lasts. One value before it is enough."""
_SAID = "|".join(re.escape(said) for said in sorted(NO_VALUE, key=len, reverse=True) if " " in said)
_ONE_WORD = "|".join(re.escape(said) for said in sorted(NO_VALUE) if said.isalpha())
_LATER = (
    r"(?:Måles|Opgøres|Foreligger|Offentliggøres)(?: først)? (?:i|ved|efter|pr\.|til|medio|primo|ultimo) \S+"
    r"(?: \S+){0,3}?(?=\s+(?:[-–—]|(?-i:[A-ZÆØÅ])\S*)\s*$)"
)
_PUT_OFF = re.compile(rf"\s{_LATER}", re.IGNORECASE)
_WITHOUT_VALUE = re.compile(rf"\s+(?P<said>{_SAID}|(?:{_ONE_WORD})(?=\s+[-–—]\s*$)|{_LATER})(?!\S)", re.IGNORECASE)
"""Words in place of the last value: ``Ikke opgjort``; one word alone (``afventer``) before a dash for the
text; when it is measured (``Måles i maj``) before words or such a dash."""
_DIGIT = re.compile(r"\d")


def without_tails(items: Sequence[Item]) -> list[Item]:
    """The items with such rows as rows of values, without the words behind them, the lines that go on with these,
    and the head of the column."""
    result: list[Item | None] = list(items)
    end = 0
    for at, item in enumerate(items):
        of_text = item.kind == Kind.TEXT or (item.kind == Kind.ROW and all(atom.is_year for atom in item.atoms))
        if at < end or not of_text or (rest := _without_text_head(item)) is None:
            continue
        rows, end = _rows_below(items, at, 1 if _heads_counts(rest) else _FEWEST_VALUES)
        usual = Counter(len(atoms) for _, atoms, _ in rows).most_common(1)[0][0] if rows else 0
        rows = [(n, atoms[:-1] if _ends_in_words(atoms, usual) else atoms, tail) for n, atoms, tail in rows]
        cells = _words_below(items, rows, usual)
        if cells:
            result[at] = _without_head(item, rest)
            for n in (*cells, *_heads_again(items, at, end)):
                result[n] = None
            continue
        tailed = {n: atoms[-usual:] for n, atoms, tail in rows if tail and len(atoms) >= usual}
        tailed |= {n: atoms for n, atoms, tail in rows if tail and _is_dated(items[n])}
        said = {_tail_of(items[n], atoms) for n, atoms in tailed.items()}
        short = {
            n: atoms for n, atoms, tail in rows if tail and n not in tailed and _tail_of(items[n], atoms) in said
        }
        tailed |= {n: atoms for n, atoms in short.items() if _begun_above(items, n) is None}
        if item.text.rpartition(" ")[2].lower() in NOTE_HEADS:
            tailed |= {n: atoms[:-1] for n, atoms, tail in rows if not tail and _ends_in_note(atoms, usual)}
        behind = [n for n, _, tail in rows if tail]
        spans = bool(behind) and all(_SPAN.search(items[n].raw) for n in behind)
        alone = spans or (usual == 1 and _come_again(items, tailed))
        fewest = 1 if alone else _FEWEST_VALUES
        if len(tailed) < (1 if rest else _FEWEST_ROWS) or len(rows) < _FEWEST_ROWS or usual < fewest:
            end = 0
            continue
        result[at] = _without_head(item, rest)
        for n in _heads_again(items, at, end):
            result[n] = None
        for n, atoms, tail in rows:
            first = _begun_above(items, n) if tail and len(atoms) < usual else None
            if first is None or len(items[first].atoms) + len(atoms) != usual:
                continue
            joined = [*items[first].atoms, *(atom._replace(line=items[n].index) for atom in atoms)]
            result[first] = replace(items[first], last=items[n].index, atoms=tuple(joined))
            for below in range(first + 1, end):
                if below > n and (items[below].kind != Kind.TEXT or not items[below].text[0].islower()):
                    break
                result[below] = None
        for n in range(at + 1, end):
            if items[n].kind == Kind.HEADING and n not in tailed:
                result[n] = replace(items[n], kind=Kind.TEXT)
        for n, atoms in tailed.items():
            row = items[n]
            label = row.raw[: atoms[0].start].strip()
            kind = Kind.ROW if label else Kind.VALUES
            shorter = replace(row, kind=kind, label=label, atoms=atoms, raw=row.raw[: atoms[-1].end])
            shorter.row = True  # though its label holds a clause (``Andel, der svarer``)
            result[n] = shorter
            set_apart = row.raw[atoms[-1].end :].startswith("  ")
            for below in range(n + 1, end):
                if items[below].kind != Kind.TEXT or not items[below].text[0].islower():
                    break
                if set_apart and items[below].lead < atoms[0].start:
                    break  # it goes on with the label
                result[below] = None
    return [item for item in result if item is not None]


def _without_head(item: Item, rest: str) -> Item | None:
    """The line of heads with nothing but ``rest`` of it; None where nothing is left."""
    raw = item.raw[: item.raw.rindex(rest) + len(rest)]
    return replace(item, kind=Kind.TEXT, text=rest, raw=raw, label=rest, atoms=()) if rest else None


def _heads_again(items: Sequence[Item], at: int, end: int) -> list[int]:
    """The places of the line of heads where it is printed again at the top of a page, among the rows below it."""
    text = items[at].text
    return [n for n in range(at + 1, end) if items[n].text == text and items[n].page != items[n - 1].page]


def _heads_counts(rest: str) -> bool:
    """True for heads of which the second or a later one says that something is counted: ``Tema Antal sager``."""
    return any(word.lower() in SPANNING_HEADS for word in rest.split()[1:])


def _ends_in_words(atoms: Sequence[Atom], usual: int) -> bool:
    """True where words such as ``Ikke opgjort`` stand behind as many values as the other rows have."""
    return len(atoms) == usual + 1 and atoms[-1].text[0].isalpha()


def _come_again(items: Sequence[Item], tailed: dict[int, tuple[Atom, ...]]) -> bool:
    """True where the words behind the values come again: they rate the rows, and are no part of their labels."""
    said = [_tail_of(items[n], atoms) for n, atoms in tailed.items()]
    return len(set(said)) < len(said)


def _words_below(
    items: Sequence[Item], rows: Sequence[tuple[int, tuple[Atom, ...], bool]], usual: int
) -> list[int]:
    """The lines of a few words right below each of the rows, which are their cells of text; empty where a row has
    none, and where none comes again: they may begin the labels of the next rows."""
    full = [(n, len(atoms) == usual) for n, atoms, tail in rows if not tail]
    below = [n + 1 for n, _ in full if n + 1 < len(items) and _may_rate(items[n + 1])]
    said = {items[n].text for n in below}
    fits = len(full) == len(rows) == len(below) >= _FEWEST_ROWS and 2 * sum(whole for _, whole in full) > len(full)
    return below if fits and usual >= _FEWEST_VALUES and len(said) < len(below) else []


def _may_rate(item: Item) -> bool:
    return (
        item.kind == Kind.TEXT
        and not item.gap
        and len(item.text.split()) <= _LONGEST_RATE
        and item.text[0].isupper()
        and item.text[-1].isalpha()
    )


_LONGEST_RATE = 3


def _tail_of(item: Item, atoms: Sequence[Atom]) -> str:
    """The words behind the values: those of other rows stand behind a row with blank cells as well."""
    return item.raw[atoms[-1].end :].strip()


def _ends_in_note(atoms: Sequence[Atom], usual: int) -> bool:
    """True where the number of a note stands behind as many values as the other rows have."""
    return len(atoms) == usual + 1 and _NOTE.fullmatch(atoms[-1].text) is not None


_NOTE = re.compile(r"\d{1,2}")


def _is_dated(item: Item) -> bool:
    """True for a line that ends in a date: what stands before it are values, blank cells or not."""
    return _DATE.search(item.raw) is not None


def _without_text_head(item: Item) -> str | None:
    """What stands before a head of free text at the end of a line of heads, empty where it has the line to itself;
    None where there is none."""
    text = _OF_YEAR.sub("", item.text)
    rest, _, last = text.rpartition(" ")
    rest = rest.strip()
    verdict = _VERDICT.search(text)
    if verdict is not None:
        rest = text[: verdict.start()].strip()
        return rest if len(rest.split()) < _LONGEST_HEAD and not item_is_prose(item) else None
    owner = _OWNER.search(rest) if last in TEXT_HEADS and "  " not in item.raw.strip() else None
    if owner is not None:
        rest, last = rest[: owner.start()].strip(), owner["name"]
        heads = 0 < len(rest.split()) < _LONGEST_OWNED
    else:
        heads = last.lower() in TEXT_HEADS | SPAN_HEADS and last[0].isupper() and len(rest.split()) < _LONGEST_HEAD
    return rest if heads and not item_is_prose(item) else None


_OF_YEAR = re.compile(r"(?<=[^\W\d_]) (?:19|20)\d\d\Z")
"""Behind a head of free text the year it is of: ``Vurdering 2031``."""
_VERDICT = re.compile(
    r"(?<!\S)(?:Mål(?:et|ene)? (?:opfyldt|nået|indfriet)|Opfyldt|Nået|Indfriet|Målopfyldelse)\??\Z"
)
"""Heads over words that say whether a goal is met, where words stand below."""
_OWNER = re.compile(r"(?<!\S)(?P<name>[A-ZÆØÅ][^\W\d_]+s)\Z")
"""Whose text stands in the column: ``Udvalgets`` before ``bemærkning``."""


def _rows_below(
    items: Sequence[Item], at: int, fewest: int = _FEWEST_VALUES
) -> tuple[list[tuple[int, tuple[Atom, ...], bool]], int]:
    """The rows below a line of heads, each with its values and whether words stand behind them, and the item behind
    the last one. A row has ``fewest`` values."""
    rows: list[tuple[int, tuple[Atom, ...], bool]] = []
    between = 0
    for n in range(at + 1, len(items)):
        item = items[n]
        if item.kind == Kind.SPACE:
            continue
        lone = item.kind == Kind.ROW and len(item.atoms) == 1  # a date, or a dash in place of the words
        dated = lone and (item.atoms[0].is_year or item.atoms[0].is_dash)
        above = items[n - 1].kind  # a heading that did not end the rows is a numbered label
        wrapped = between > 0 and (above in (Kind.TEXT, Kind.HEADING) or _begun_above(items, n) is not None)
        sought = dated or item.kind in (Kind.TEXT, Kind.HEADING) or _PUT_OFF.search(item.raw) is not None
        inside = _values_inside(item, wrapped=wrapped, fewest=fewest) if sought else None
        ends = item.kind in (Kind.CAPTION, Kind.FIGURE)
        heads = item.kind == Kind.HEADING and not _is_numbered_label(items, n, rows, first=n == at + 1)
        ends = ends or ((item.opens or heads) and inside is None)
        if ends or between > _MOST_ABOVE_VALUES:
            break
        if inside is None and (not is_row(item) or len(item.atoms) < fewest):
            between += 1
            if item.kind != Kind.HEADING and item_is_prose(item) and not _is_wrapped_label(items, n):
                break
            continue
        if between > _MOST_BETWEEN and item.raw[: (inside or item.atoms)[0].start].strip():
            break
        rows.append((n, inside or item.atoms, inside is not None))
        between = 0
    return rows, rows[-1][0] + 1 if rows else at + 1


def _begun_above(items: Sequence[Item], at: int) -> int | None:
    """The row right above whose first values stand behind its label, and the others on this line: only the year of
    the last of those, in brackets, stands between (``Læsere 1.200`` / ``(2031)`` / ``904 1.067 På vej``)."""
    if at < 2 or items[at].gap or items[at - 1].gap or _YEAR_OF.fullmatch(items[at - 1].text) is None:
        return None
    return at - 2 if items[at - 2].kind == Kind.ROW else None


_YEAR_OF = re.compile(r"\((?:19|20)\d\d\)")


def _is_wrapped_label(items: Sequence[Item], at: int) -> bool:
    """True for a long label whose values stand on one of the next lines, before words: ``85 pct. 91 pct. Nået``."""
    return any(
        item.kind == Kind.TEXT and item.text[:1].isdecimal() and _values_inside(item, wrapped=True) is not None
        for item in items[at + 1 : at + 1 + _MOST_WRAPPED]
    )


_MOST_WRAPPED = 2


def _is_numbered_label(
    items: Sequence[Item], at: int, rows: Sequence[tuple[int, tuple[Atom, ...], bool]], *, first: bool
) -> bool:
    """True for a line like a numbered heading among rows that are numbered so, or ``first`` below the heads, whose
    values stand on one of the next lines: ``2.3 Andel, der svarer inden for`` / ``fristen`` / ``85 pct. 91 pct.
    Nået``. Where two cells of text stand before the values, both may be wrapped."""
    if not first and not any(_is_numbered(items, n, at) for n, _, _ in rows):
        return False
    for item in items[at + 1 : at + 2 + _MOST_LABEL_LINES]:
        if item.kind == Kind.VALUES or (item.kind in (Kind.TEXT, Kind.ROW) and _values_inside(item, wrapped=True)):
            return True
        if item.kind != Kind.TEXT:
            return False
    return False


def _is_numbered(items: Sequence[Item], row: int, end: int) -> bool:
    """True for a row whose label, which may have begun some lines above it, is numbered as headings are."""
    above = range(max(0, row - _MOST_LABEL_LINES), min(row, end) + 1)
    return any(HEADING.match(items[n].text) is not None for n in above)


_MOST_LABEL_LINES = 4


def _values_inside(item: Item, *, wrapped: bool, fewest: int = _FEWEST_VALUES) -> tuple[Atom, ...] | None:
    """The values between a label and a few words or a date at the end of a line; None for any other line.
    ``wrapped``: the label may stand on the lines above."""
    text = item.text
    if len(text) > _LONGEST or _DIGIT.search(text) is None:
        return None
    dated = (_DATE.search(item.raw) or _SPAN.search(item.raw)) if text[-1:].isdecimal() else None
    dashed = text[-2:-1].isspace() and text[-1] in DASHES
    if not text[-1:].isalpha() and dated is None and not dashed:
        return None
    end = dated.start() if dated is not None else len(item.raw.rstrip()) - dashed
    later = _PUT_OFF.search(item.raw)
    end = later.start() if later is not None else end
    found = [atom for atom in find_values(item.raw) if atom.end <= end]
    values: list[Atom] = []
    for atom in reversed(found):
        if values and item.raw[atom.end : values[-1].start].strip():
            break
        values.append(atom)
    values.reverse()
    blank = _WITHOUT_VALUE.match(item.raw, values[-1].end) if values else None
    if blank is not None:
        values.append(Atom(blank["said"], blank.start("said"), blank.end("said")))
    while values and item.raw[: values[0].start].rstrip().endswith("§"):
        values.pop(0)
    if len(values) > _FEWEST_VALUES and _is_term(item.raw[: values[0].start], *values[:2]):
        values.pop(0)
    labelled = wrapped or dated is not None or bool(item.raw[: values[0].start].strip() if values else "")
    fewest = 1 if dated is not None and dated.re is _SPAN else fewest
    if len(values) < fewest or not labelled or all(atom.is_year for atom in values):
        return None
    tail = item.raw[values[-1].end : max(end, len(item.raw.rstrip()) - dashed if later else 0)].split()
    if not tail and (dated is not None or blank is not None):
        return tuple(values)
    fits = 0 < len(tail) <= _MOST_TAIL and all(word[0].isalpha() for word in tail) and tail[0][0].isupper()
    return tuple(values) if fits else None


def _is_term(before: str, first: Atom, second: Atom) -> bool:
    """True for a length of time behind a word that joins, before values of another measure: ``Svar givet inden 20
    dage 75 % 78 % Nået``. It is the end of the label."""
    words = before.split()
    unit, other = (unit_of(atom.text.partition(" ")[2]) for atom in (first, second))
    return bool(words) and words[-1].lower() in JOINING_WORDS and unit in DURATIONS and unit != other
