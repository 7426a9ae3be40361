"""Laws in running text: acts by kind, number and date, bills, and laws by name with their sections.

The norm is kind, number and date where they are printed (``LBK 846 2019-08-20``, ``L 191 2021-22`` for a bill),
else the name in its base form with its sections (``serviceloven § 140 stk. 2``, ``lov om socialtilsyn §§ 7,
9``). A section without a law beside it is its own norm.
"""

from __future__ import annotations

import re
from collections.abc import Container

from extractors.language.dates import find_dates
from extractors.mentions.found import Found, Gazetteer, any_word, data_rows, language, longest
from extractors.text.lowered import lowered
from extractors.text.signs import DIGIT, sign, signs_of

KINDS: dict[str, str] = {
    "lbk": "LBK", "lovbekendtgørelse": "LBK", "lovbek": "LBK", "lbkg": "LBK",
    "bek": "BEK", "bekendtgørelse": "BEK", "bkg": "BEK",
    "lov": "LOV", "cir": "CIR", "cirkulære": "CIR", "cis": "CIS", "cirkulæreskrivelse": "CIS",
    "vej": "VEJ", "vejledning": "VEJ", "skr": "SKR", "skrivelse": "SKR",
}  # fmt: skip
"""Words for a kind of act and the short form that Retsinformation uses."""

WORDS = language("law")
NO_LAW = frozenset(WORDS["no_law"])
NAME_STOPS = frozenset(WORDS["stops"])
NO_LAST_WORD = frozenset(WORDS["no_last_word"])

_SIGNS = ("lov", "§", "nr", "nummer", "forslag", "direktiv", "forordning", "bekendtgørelse", "cirkulære")
"""In small letters what a text with a law holds, one of them."""
_MAY_BE_LAW = sign(*_SIGNS)
_NUMBER_SIGNS = ("nr", "nummer")
_NAME_SIGNS = ("loven", "bekendtgørelsen", "forordningen", "direktivet", "lovgivningen")
_PASSIVE = re.compile(r"[a-zæøå]{3,}(?:ges|des|tes|ves|res|nes)")
_GLUED = re.compile(r"(?<=[a-zæøå])\d{1,2}\Z")
_LAST_WORD = re.compile(r"(?<=\s)[\w-]+\Z")
_DATE = r"(?:\d{1,2}[./-]\s?\d{1,2}[./ -]\s?\d{4}|\d{1,2}\.?\s[a-zæø]+\s\d{4})"
_ONE = r"\d+(?:\s?[a-hj-zæøå](?=[\s,.;:)]|\Z)|[a-zæøå]?)(?!\w|\.\s?pkt)"
_ITEM = rf"{_ONE}(?:\s?[-–]\s?{_ONE})?"
_LIST = rf"{_ITEM}(?:(?:,\s|,?\sog\s|,?\seller\s|\ssamt\s){_ITEM}(?!\.?\s?(?:pct|procent|mio|kr|januar|maj)))*"
_PART = rf"(?:,?\s?stk\.?\s?{_LIST})?(?:,?\s?nr\.?\s?{_LIST})?(?:,?\s?litra\s[a-zæøå](?!\w))?(?:,?\s?\d\.\spkt\.)?"
_SECTION = rf"§{{1,2}}\s?{_LIST}{_PART}"
_SECTIONS = rf"(?:{_SECTION})(?:,?\s(?:og|samt|eller|jf\.)\s{_SECTION})*"

_ACT = re.compile(
    rf"(?<!\w)(?P<kind>{'|'.join(sorted(KINDS, key=len, reverse=True))})(?:kendtgørelse)?\.?\s(?:nr\.?|nummer)\s?"
    rf"(?P<number>\d{{1,5}})(?:\saf\s(?:den\s|d\.\s)?(?P<date>{_DATE}))?"
    rf"(?:,?\s(?:jf\.\s)?(?P<sections>{_SECTIONS}))?",
    re.IGNORECASE,
)
_BILL = re.compile(
    r"(?<!\w)(?P<letter>L|B)\s?(?P<number>\d{1,3})(?=\s[-–:]?\s?[Ff]orslag)\s[-–:]?\s?"
    r"(?P<title>[Ff]orslag til (?:lov|folketingsbeslutning)[^.;()]{0,200}(?:\([^()]{1,200}\))?)"
)
_BILL_SHORT = re.compile(
    r"\b(?:[Ll]ovforslag(?:et)?|[Ff]orslaget|[Bb]eslutningsforslag)\s(?:nr\.\s)?(?P<letter>L|B)\s?(?P<number>\d{1,3})\b"
)
_EU = re.compile(
    r"\b(?:[a-zæøå]*direktiv(?:et)?|[a-zæøå]*forordning(?:en)?)\s(?:\((?:EU|EF|EØF)\)\s)?(?:nr\.\s)?\d{1,4}/\d{2,4}"
    r"(?:/E[UFØ]+)?",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?<![\w-])(?:[A-Za-zæøåÆØÅ]+-\s(?:og|eller)\s)?"
    r"(?P<name>[A-ZÆØÅa-zæøå]{2,}?(?:lovens?|bekendtgørelsens?|forordningens?|direktivets?|lovgivningens?))"
    r"(?![^\W\d]|-)"
)
_NAMED_ABOUT = re.compile(
    any_word(
        (
            form
            for word in ("lov", "bekendtgørelsen?", "cirkulæret?", "lovforslag", "forslag til lov")
            for form in (word, word.capitalize())
        ),
        before=r"\w-",
    )
    + r"\som\s(?=\w)"
)
_BARE = re.compile(_SECTIONS)
_SECTION_BEFORE = re.compile(rf"(?P<sections>{_SECTIONS}),?\s(?:i|til)\s(?:den\s)?$")
_SECTION_AFTER = re.compile(rf"\d{{0,2}},?\s?(?:jf\.\s)?(?P<sections>{_SECTIONS})")
_SESSION = re.compile(
    r"ft\.dk/samling/(?P<year>\d{4})(?P<part>\d)/(?:lov|beslutnings)forslag/(?P<letter>[LB])(?P<number>\d+)"
)

_ROWS = data_rows("laws.csv")
_ABOUT = Gazetteer(((row["name"], row["name"]) for row in _ROWS), fold=True)
_SHORT = {alias: row["name"] for row in _ROWS for alias in row["aliases"].split("|") if alias}
_SHORT_FORM = re.compile(rf"(?<!\w)(?P<short>{'|'.join(_SHORT)})(?!\w),?\s?(?P<sections>{_SECTIONS})")
_DEFINED = re.compile(r"\s?\((?P<name>[a-zæøå]+loven)\)")


def bill_sessions(text: str) -> dict[str, str]:
    """Sessions of Folketinget (``2021-22``) by bill (``L 191``), read from the addresses of ft.dk in the text."""
    sessions: dict[str, str] = {}
    for match in _SESSION.finditer(text):
        year = int(match["year"])
        part = "" if match["part"] == "1" else f" {match['part']}. samling"
        sessions[f"{match['letter']} {match['number']}"] = f"{year}-{(year + 1) % 100:02d}{part}"
    return sessions


def find_laws(text: str, sessions: dict[str, str] | None = None) -> list[Found]:
    """All laws of the text in order, none inside another. ``sessions`` gives the session of bills."""
    told = signs_of(text)
    if not told & _MAY_BE_LAW:
        return []
    small = lowered(text)
    signs = {sign for sign in _SIGNS if sign in small}
    candidates = []
    if not signs.isdisjoint(_NUMBER_SIGNS) and told & DIGIT:
        candidates += _acts(text)
    if "forslag" in signs:
        candidates += _bills(text, sessions or {})
    if "direktiv" in signs or "forordning" in signs:
        candidates += _eu(text)
    candidates += _names(text, signs)
    candidates += _bare(text)
    return longest(candidates)


def _acts(text: str) -> list[Found]:
    found = []
    for match in _ACT.finditer(text):
        kind = KINDS[match["kind"].lower()]
        dates = find_dates(match["date"]) if match["date"] else []
        if kind in ("VEJ", "SKR") and not dates:
            continue
        norm = f"{kind} {match['number']}" + (f" {dates[0].norm}" if dates else "")
        found.append(Found(match.start(), match.end(), norm, 0.95 if dates else 0.8))
    return found


def _bills(text: str, sessions: dict[str, str]) -> list[Found]:
    found = []
    for pattern in (_BILL, _BILL_SHORT):
        for match in pattern.finditer(text):
            bill = f"{match['letter']} {match['number']}"
            norm = f"{bill} {sessions[bill]}" if bill in sessions else bill
            end = match.start() + len(match.group().rstrip())
            start = match.start() if pattern is _BILL else match.start("letter")
            found.append(Found(start, end, norm, 0.9))
    return found


def _eu(text: str) -> list[Found]:
    return [Found(m.start(), m.end(), m.group(), 0.9) for m in _EU.finditer(text)]


def _names(text: str, signs: Container[str]) -> list[Found]:
    found = []
    known = set()
    for start, end, name in _ABOUT.find(text) if "lov" in signs else ():
        known.add(start)
        if name.startswith("lov om "):
            found.append(_with_sections(text, start, end, name))
        else:
            found.append(_with_sections(text, start, end, name, text[start:end].lower()))
    for match in _NAMED_ABOUT.finditer(text) if "om" in text else ():
        end = _name_end(text, match.end())
        if end > match.end() and match.start() not in known:
            name = text[match.start() : end]
            found.append(_with_sections(text, match.start(), end, name[0].lower() + name[1:]))
    for match in _NAMED.finditer(text) if any(map(text.__contains__, _NAME_SIGNS)) else ():
        name = match["name"]
        base = name[:-1] if name.endswith("s") else name
        if name.lower() not in NO_LAW and len(base) > 6:
            found.append(_with_sections(text, match.start("name"), match.end(), base[0].lower() + base[1:]))
    for match in _SHORT_FORM.finditer(text) if "§" in signs else ():
        norm = f"{_SHORT[match['short']]} {_tidy(match['sections'])}"
        found.append(Found(match.start(), match.end(), norm, 0.9))
    return found


def _name_end(text: str, start: int) -> int:
    """Where the name that begins at ``start`` ends: at a mark or at a word that no name holds, after six words."""
    end = start
    for match in re.finditer(r"[\w-]+", text[start : start + 120]):
        word = match.group()
        if text[end : start + match.start()].strip() or word.lower() in NAME_STOPS or _PASSIVE.fullmatch(word):
            break
        if (footnote := _GLUED.search(word)) is not None:
            return start + match.start() + footnote.start()
        end = start + match.end()
        if text.count(" ", start, end) >= 5:
            break
    while (last := _LAST_WORD.search(text, start, end)) is not None and last.group().lower() in NO_LAST_WORD:
        end = max(start, last.start() - 1)
    return end


def _with_sections(text: str, start: int, end: int, name: str, printed: str | None = None) -> Found:
    """The law with the sections printed behind it (``serviceloven § 85``) or before it (``§ 85 i
    serviceloven``)."""
    while text[end : end + 1] in ("s", "'", "’") and not text[end : end + 2][1:].isalnum():
        end += 1
    if (defined := _DEFINED.match(text, end)) is not None:
        return Found(start, end, defined["name"], 0.9)
    after = _SECTION_AFTER.match(text, end)
    if after is not None:
        return Found(start, after.end(), f"{name} {_tidy(after['sections'])}", 0.95)
    window = max(0, start - 120)
    before = _SECTION_BEFORE.search(text[window:start])
    if before is not None:
        return Found(window + before.start(), end, f"{name} {_tidy(before['sections'])}", 0.9)
    return Found(start, end, name, 0.85)


def _bare(text: str) -> list[Found]:
    return [Found(m.start(), m.end(), _tidy(m.group()), 0.6) for m in _BARE.finditer(text)] if "§" in text else []


def _tidy(sections: str) -> str:
    """One way of writing: ``§ 66 stk. 1 nr. 1``, several sections as ``§§ 7, 9``."""
    text = " ".join(sections.split())
    text = re.sub(r"(§+)\s?", r"\1 ", text)
    text = re.sub(r",?\s?\b(stk|nr)\.?\s?(?=\d)", r" \1. ", text)
    text = re.sub(r",?\s(?=litra|\d\.\spkt)", " ", text)
    text = re.sub(r"\s?[-–]\s?", "-", text)
    parts = re.fullmatch(r"§+ ([\d a-zæøå,-]+)", text)
    if parts is not None:
        several = [part.strip() for part in re.split(r",\s|,?\s(?:og|eller|samt)\s", parts[1])]
        sign = "§§" if len(several) > 1 or "-" in parts[1] else "§"
        return f"{sign} {', '.join(several)}"
    return text
