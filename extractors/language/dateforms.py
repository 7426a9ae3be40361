"""The forms in which Danish packets print dates, each a pattern with the way to its ISO 8601 form.

A form answers None where what it matched is no date (``2/3 af``, item ``4.2.10``, 31 February). Years may have a
footnote digit glued behind them (``efteråret 20201``); it is left out. Nothing here looks beyond its match but
for the words just before and after it.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from typing import NamedTuple

from extractors.language.foreign_dates import ENGLISH, FOREIGN_DAY, SWEDISH, foreign_day
from extractors.language.ordinals import ORDINALS

MONTHS: dict[str, int] = {
    "januar": 1, "februar": 2, "marts": 3, "april": 4, "maj": 5, "juni": 6,
    "juli": 7, "august": 8, "september": 9, "oktober": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "febr": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "okt": 10, "nov": 11, "dec": 12,
}  # fmt: skip
"""Names of months and their short forms (with or without a point)."""

QUARTERS: dict[str, int] = {word: value for word, value in ORDINALS.items() if value <= 4}
"""Ordinals in words, as used for quarters and half years."""

SEASONS: dict[str, tuple[int, int]] = {
    "foråret": (3, 5), "forår": (3, 5), "sommeren": (6, 8), "sommer": (6, 8),
    "efteråret": (9, 11), "efterår": (9, 11), "vinteren": (12, 2), "vinter": (12, 2),
}  # fmt: skip
"""Seasons by their first and last month."""

PARTS: dict[str, int] = {
    "primo": 1, "medio": 6, "ultimo": 12, "begyndelsen af": 1, "starten af": 1, "midten af": 6,
    "slutningen af": 12, "udgangen af": 12,
}  # fmt: skip
"""Words for a part of a period, with the month they mean in a year."""

BEFORE_DAY = frozenset(
    ["den", "d.", "d", "pr.", "pr", "senest", "inden", "dato", "dato:", "frist", "frist:", "mødet", "møde",
     "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"]
)  # fmt: skip
"""Words after which ``31/12`` is a day and not a fraction."""

NOT_BEFORE_DAY = frozenset(["uge", "uger", "ugerne", "side", "siderne", "s.", "pkt.", "punkt", "nr.", "kapitel"])
"""Words after which numbers with a dash or point count weeks, pages or points."""

BEFORE_YEAR = frozenset(
    ["i", "for", "siden", "fra", "til", "inden", "efter", "før", "år", "året", "årene", "frem", "mod", "og",
     "budget", "regnskab", "samt", "end", "perioden", "med"]
)  # fmt: skip
"""Words after which four digits are a year rather than a count."""

SURELY_BEFORE_YEAR = frozenset(["i", "for", "siden", "året", "år", "perioden", "med", "budget", "regnskab"])
"""Those of them behind which no count stands: Danish prints counts of four digits with a point."""

AFTER_YEAR = frozenset(
    ["og", "til", "blev", "er", "har", "var", "vil", "skal", "kan", "med", "på", "at", "som", "ved", "af", "der",
     "samt", "for", "i", "hvor", "eller", "men", "mod", "end", "fra", "ikke", "bliver", "under", "være"]
)  # fmt: skip
"""Words that go on after a year but not after a count (``til 2030 og`` against ``til 2030 borgere``)."""

_FULL = "|".join(name for name in MONTHS if len(name) > 4 or name in ("maj", "juni", "juli"))
_SHORT = "|".join(sorted((name for name in MONTHS if len(name) <= 4), key=len, reverse=True))
_MONTH_STARTS = "".join(sorted({name[0] for name in MONTHS}))
"""Looked at before a pattern looks back: so all other letters are passed over at once."""
_MONTH = rf"(?:(?:{_FULL})\b|(?:{_SHORT})\b\.?)"
_YEAR = r"(?:19|20)\d\d(?=\D|\Z|\d{1,2}(?!\d))"
_DASH = r"[-–—]"
_CLOCK = r"\d{1,2}[.:]\d{2}|\d{1,2}(?!\d)"
_TIME = rf"(?:,?\s(?:kl\.?|klokken)\s?(?:{_CLOCK})(?:\s?{_DASH}\s?(?:{_CLOCK}))?|,?\s\d{{1,2}}:\d{{2}}(?!\d))?"
_JOIN = rf"\s?(?:{_DASH}|til(?:\sog\smed)?(?:\sden)?)\s?"


Sign = tuple[str, ...] | re.Pattern[str]
"""Strings of which one must stand in a text, or a pattern."""


class Form(NamedTuple):
    """A printed form: its name, pattern, and what turns a match into the norm (None: no date). ``signs`` find
    in the small letters of a text what every text with this form holds; without one it need not be searched.
    Patterns are looked for where all strings are there: one of each group, which its words tell."""

    name: str
    pattern: re.Pattern[str]
    norm: Callable[[re.Match[str]], str | None]
    signs: tuple[Sign, ...]


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


TAKEN_FOR = str.maketrans({"ı": "i", "İ": "i", "ſ": "s"})
"""Letters that ``re.IGNORECASE`` takes for others and ``lower`` does not make them."""


def _month(text: str) -> int:
    return MONTHS[text.translate(TAKEN_FOR).lower().rstrip(".")]


def _year(text: str) -> int:
    digits = text.strip("' ")
    if len(digits) == 2:
        return 2000 + int(digits) if int(digits) < 70 else 1900 + int(digits)
    return int(digits[:4])


def iso_day(year: int | None, month: int, day: int) -> str | None:
    """``2022-09-07``, or ``--09-07`` without a year; None where the calendar has no such day."""
    if year == 0 or not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year or 2024, month)[1]:
        return None
    return f"--{month:02d}-{day:02d}" if year is None else f"{year:04d}-{month:02d}-{day:02d}"


def _interval(first: str | None, last: str | None) -> str | None:
    return f"{first}/{last}" if first and last and first < last else None


def word_before(match: re.Match[str]) -> str:
    """The word before the match in lower case, an opening bracket included; empty at the start."""
    words = match.string[max(0, match.start() - 16) : match.start()].split()
    return words[-1].lower() if words else ""


_NEXT_WORD = re.compile(r"\s*([^\s\w]|[\wæøå]+|)")


def word_after(match: re.Match[str]) -> str:
    """The word (or mark) behind the match in lower case; empty at the end."""
    tail = match.string[match.end() : match.end() + 16]
    return (_NEXT_WORD.match(tail) or [""])[0].strip().lower()


def _day_word(match: re.Match[str]) -> str | None:
    year = _year(match["y"]) if match["y"] else None
    return iso_day(year, _month(match["m"]), int(match["d"]))


def _day_interval(match: re.Match[str]) -> str | None:
    year = _year(match["y"]) if match["y"] else None
    last_month = _month(match["m2"])
    first_month = _month(match["m1"]) if match["m1"] else last_month
    first_year = year - 1 if year is not None and first_month > last_month else year
    return _interval(
        iso_day(first_year, first_month, int(match["d1"])), iso_day(year, last_month, int(match["d2"]))
    )


def _digit_interval(match: re.Match[str]) -> str | None:
    year, first_month, last_month = _year(match["y"]), int(match["n1"]), int(match["n2"])
    first = iso_day(year - (first_month > last_month), first_month, int(match["d1"]))
    return _interval(first, iso_day(year, last_month, int(match["d2"])))


def _full_interval(match: re.Match[str]) -> str | None:
    first = iso_day(_year(match["y1"]), int(match["n1"]), int(match["d1"]))
    return _interval(first, iso_day(_year(match["y2"]), int(match["n2"]), int(match["d2"])))


def _first_of_days(match: re.Match[str]) -> str | None:
    year = _year(match["y"]) if match["y"] else None
    return iso_day(year, _month(match["m"]), int(match["d"]))


def _day_digits(match: re.Match[str]) -> str | None:
    first, second, year = match["s1"], match["s2"], match["y"]
    if word_before(match) in NOT_BEFORE_DAY:
        return None
    if len(year) == 2:
        if first != second and (first, second) != ("/", "-"):
            return None
        if first == "." and not (len(match["d"]) == len(match["m"]) == 2) and word_before(match) not in BEFORE_DAY:
            return None
    return iso_day(_year(year), int(match["m"]), int(match["d"]))


def _day_digits_bare(match: re.Match[str]) -> str | None:
    bracketed = match.string[match.start() - 1 : match.start()] == "(" and match.string[match.end() :][:1] == ")"
    if not bracketed and word_before(match).lstrip("(") not in BEFORE_DAY:
        return None
    if word_after(match) in ("af", "del", "dele"):
        return None
    return iso_day(None, int(match["m"]), int(match["d"]))


def _iso(match: re.Match[str]) -> str | None:
    return iso_day(int(match["y"]), int(match["m"]), int(match["d"]))


def _month_year(match: re.Match[str]) -> str:
    return f"{_year(match['y']):04d}-{_month(match['m']):02d}"


def _month_interval(match: re.Match[str]) -> str | None:
    first, last = _month(match["m1"]), _month(match["m2"])
    year = _year(match["y"])
    return _interval(f"{year - (first > last):04d}-{first:02d}", f"{year:04d}-{last:02d}")


def _month_bare(match: re.Match[str]) -> str | None:
    return f"--{_month(match['m']):02d}"


def _part_of_year(match: re.Match[str]) -> str:
    return f"{_year(match['y']):04d}-{PARTS[' '.join(match['part'].lower().split())]:02d}"


def _number(text: str) -> int:
    return QUARTERS.get(text.lower()) or int(text[0])


def _quarter(match: re.Match[str]) -> str:
    return f"{_year(match['y']):04d}-Q{_number(match['q'])}"


def _quarters(match: re.Match[str]) -> str | None:
    year = f"{_year(match['y']):04d}"
    return _interval(f"{year}-Q{_number(match['q1'])}", f"{year}-Q{_number(match['q2'])}")


def _half(match: re.Match[str]) -> str:
    year = f"{_year(match['y']):04d}"
    return f"{year}-01/{year}-06" if _number(match["h"]) == 1 else f"{year}-07/{year}-12"


def _season(match: re.Match[str]) -> str:
    first, last = SEASONS[match["s"].lower()]
    year = _year(match["y"])
    return f"{year:04d}-{first:02d}/{year + (last < first):04d}-{last:02d}"


def _turn(match: re.Match[str]) -> str | None:
    first, last = _year(match["y1"]), _year(match["y2"])
    return f"{first}-12/{last}-01" if last == first + 1 else None


def _years(match: re.Match[str]) -> str | None:
    first = int(match["y1"])
    last = int(match["y2"]) if len(match["y2"]) == 4 else first // 100 * 100 + int(match["y2"])
    return f"{first}/{last}" if first < last <= first + 40 else None


def _year_to_month(match: re.Match[str]) -> str | None:
    return _interval(match["y1"], f"{_year(match['y']):04d}-{_month(match['m']):02d}")


def _year_alone(match: re.Match[str]) -> str | None:
    if match.string[match.start() - 1 : match.start()] == "(" and match.string[match.end() :][:1] == ")":
        return match["y"]
    before, after = word_before(match).lstrip("("), word_after(match)
    if before not in BEFORE_YEAR or int(match["y"]) > 2100:
        return None
    if before == "med" and not match.string[max(0, match.start() - 8) : match.start()].endswith("og med "):
        return None
    counted = after[:1].isalpha() and after not in AFTER_YEAR
    return None if counted and before not in SURELY_BEFORE_YEAR else match["y"]


_MONTHS: tuple[Sign, ...] = (
    tuple(sorted({month[:3] for month in MONTHS})),
    re.compile(
        rf"[{''.join(sorted({month[0] for month in MONTHS}))}](?<![a-zæøå].)"
        rf"(?:{'|'.join(sorted({month[1:] for month in MONTHS}, key=len, reverse=True))})(?![a-zæøå])"
    ),
)
"""The signs of months: three letters, and the whole; of this first letter and rest apart, so that the search passes
over all other letters at once."""
_FOREIGN_MONTHS = re.compile(f"{ENGLISH}|{SWEDISH}".lower())
_CENTURY: tuple[Sign, ...] = (("19", "20"), re.compile(r"(?:19|20)\d\d"))
_MARKS = ("/", "-", ".")
_DIGITS = re.compile(r"\d[./-]\s?\d{1,2}[./\s-]\s?\d\d")
_WHOLE_DAY = re.compile(r"\d[./]\d{1,2}[./](?:19|20)\d\d")
_SLASHED = re.compile(r"\d/\d")
_NEXT_YEAR = re.compile(r"(?:19|20)\d\d(?:,|\sog)\s(?:19|20)\d\d")
"""What days in digits and years in a row hold, without what stands around them."""
_DAY_WORDS = ("den ", "pr. ", "d. ")
_EDGES = ("primo", "medio", "ultimo")
_PART_WORDS = tuple(part.split()[0] for part in PARTS)
_QUARTERS = ("kvartal", "kvt")
_QUARTER_CODES = tuple(f"{letter}{number}" for letter in "qk" for number in range(1, 5))

_NOT_INSIDE = r"(?<![\w.,/§-])"
_YEAR_ALONE = r"(?:19|20)(?<![\w.,/§-]..)\d\d"


def _day(name: str) -> str:
    """A day in digits that is not the end of something else. What stands before it is looked at behind its first
    digit: so the search passes over everything that is no digit at once."""
    return rf"(?P<{name}>\d(?<![\w.,/§-]\d)\d?)"


FORMS: tuple[Form, ...] = (
    Form("day interval", _compile(
        rf"{_day('d1')}\.?(?:\s(?P<m1>{_MONTH}))?{_JOIN}(?P<d2>\d{{1,2}})\.?\s?(?P<m2>{_MONTH})"
        rf"(?:,?\s(?P<y>{_YEAR}))?"), _day_interval, _MONTHS),
    Form("day interval", _compile(
        rf"{_day('d1')}/(?P<n1>\d{{1,2}}){_JOIN}(?P<d2>\d{{1,2}})/(?P<n2>\d{{1,2}})[\s/-]\s?(?P<y>{_YEAR})"),
        _digit_interval, (*_CENTURY, _SLASHED)),
    Form("day interval", _compile(
        rf"{_day('d1')}[./](?P<n1>\d{{1,2}})[./](?P<y1>{_YEAR}){_JOIN}"
        rf"(?P<d2>\d{{1,2}})[./](?P<n2>\d{{1,2}})[./](?P<y2>{_YEAR})(?!\d)"),
        _full_interval, (*_CENTURY, _WHOLE_DAY)),
    Form("first of days", _compile(
        rf"{_day('d')}\.(?=(?:,\s\d{{1,2}}\.){{0,5}}\s(?:og|eller)\s(?:den\s)?\d{{1,2}}\.?\s?"
        rf"(?P<m>{_MONTH})(?:,?\s(?P<y>{_YEAR}))?)"), _first_of_days, (*_MONTHS, ("og", "eller"))),
    Form("day", _compile(
        rf"{_day('d')}\.?\s?(?P<m>{_MONTH})(?:,?\s?(?P<y>{_YEAR}))?{_TIME}"),
        _day_word, _MONTHS),
    Form("day in digits", _compile(
        rf"(?P<d>\d(?<![\w,/§]\d)(?<!\d\.\d)(?<!\d-\d)\d?)(?P<s1>[./-])\s?(?P<m>\d{{1,2}})(?P<s2>[./-]\s?|\s)(?P<y>\d{{4}}|\d{{2}})"
        rf"(?![\d/]|[.,]\d|-[\dA-Z]){_TIME}"), _day_digits, (_MARKS, _DIGITS)),
    Form("day", FOREIGN_DAY, foreign_day, (*_CENTURY, _FOREIGN_MONTHS)),
    Form("iso", _compile(rf"(?P<y>(?:19|20)(?<![\w-]..)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?![\w-]){_TIME}"),
         _iso, (*_CENTURY, ("-",))),
    Form("day without year", _compile(
        r"(?P<d>\d(?<![\w./,§-]\d)\d?)/(?P<m>\d{1,2})(?![\w/%]|[.,]\d)"), _day_digits_bare, (("/",), _SLASHED)),
    Form("day without year", _compile(
        r"(?P<d>\d(?:(?<=den \d)|(?<=pr\. \d)|(?<=d\. \d))\d?)\.\s?(?P<m>\d{1,2})\.?"
        r"(?!\s?[\d%]|[.,/-]\d|\s[a-zæøå]*\.?\s?kr)"),
        lambda m: iso_day(None, int(m["m"]), int(m["d"])), (_DAY_WORDS,)),
    Form("year to month", _compile(rf"{_NOT_INSIDE}(?P<y1>{_YEAR})\s?{_DASH}\s?(?P<m>{_MONTH})\s(?P<y>{_YEAR})"),
         _year_to_month, (*_MONTHS, *_CENTURY)),
    Form("month interval", _compile(
        rf"(?=[{_MONTH_STARTS}])\b(?P<m1>{_MONTH})\s?(?:{_DASH}|/|til|og)\s?(?P<m2>{_MONTH}),?\s(?P<y>{_YEAR})"),
        _month_interval, (*_MONTHS, *_CENTURY)),
    Form("month", _compile(
        rf"(?=[{_MONTH_STARTS}pu])(?<!\d\s)(?<!\d\.\s)\b(?:(?:primo|medio|ultimo)\s)?(?P<m>{_MONTH})(?:\småned)?"
        rf",?\s(?P<y>{_YEAR})"),
        _month_year, (*_MONTHS, *_CENTURY)),
    Form("month", _compile(rf"(?=[{_MONTH_STARTS}])\b(?P<m>{_MONTH})\s?'(?P<y>\d\d)\b"),
         _month_year, (*_MONTHS, ("'",))),
    Form("month without year", _compile(rf"\b(?:primo|medio|ultimo)\s(?P<m>{_MONTH})(?!\s?\d)"),
         _month_bare, (*_MONTHS, _EDGES)),
    Form("part of year", _compile(
        rf"\b(?P<part>{'|'.join(p.replace(' ', chr(92) + 's') for p in PARTS)})\s(?:år(?:et)?\s)?(?P<y>{_YEAR})"),
        _part_of_year, (*_CENTURY, _PART_WORDS)),
    Form("quarters", _compile(
        rf"{_NOT_INSIDE}(?P<q1>[1-4]\.?|{'|'.join(QUARTERS)})\s?(?:og|til|{_DASH})\s?(?P<q2>[2-4]\.|{'|'.join(QUARTERS)})"
        rf"\skvartal,?\s(?:(?:i|af)\s)?(?P<y>{_YEAR})"), _quarters, (*_CENTURY, _QUARTERS)),
    Form("quarter", _compile(
        rf"{_NOT_INSIDE}(?P<q>[1-4]\.|{'|'.join(QUARTERS)})\s?(?:kvartal|kvt\.)s?,?\s(?:(?:i|af)\s)?(?P<y>{_YEAR})"),
        _quarter, (*_CENTURY, _QUARTERS)),
    Form("quarter", _compile(rf"\b[QK](?P<q>[1-4])(?:\si\s|[\s,.-]{{0,2}})'?(?P<y>{_YEAR}|\d\d(?!\d))"),
         _quarter, (_QUARTER_CODES,)),
    Form("quarter", _compile(rf"\b(?P<y>{_YEAR})[\s-]?[QK](?P<q>[1-4])\b"), _quarter, (_QUARTER_CODES, *_CENTURY)),
    Form("half year", _compile(
        rf"{_NOT_INSIDE}(?P<h>[12]\.|første|andet)\s?halvår(?:et)?,?\s(?:(?:i|af)\s)?(?P<y>{_YEAR})"), _half,
        (*_CENTURY, ("halvår",))),
    Form("season", _compile(rf"\b(?P<s>{'|'.join(SEASONS)})\s(?:i\s)?(?P<y>{_YEAR})(?:/\d{{2,4}})?"), _season,
         (*_CENTURY, tuple(SEASONS))),
    Form("turn of the year", _compile(r"\bårsskiftet\s(?P<y1>\d{4})\s?[/–-]\s?(?P<y2>\d{4}|\d\d)\b"), _turn,
         (("årsskiftet",),)),
    Form("years", _compile(
        rf"(?P<y1>{_YEAR_ALONE})\s?[-–/]\s?(?P<y2>(?:19|20)\d\d|\d\d)(?![\w%/-]|[.,]\d)"), _years,
        (*_CENTURY,)),
    Form("year", _compile(
        r"(?P<y>(?:19|20)\d\d)(?:(?<=\b(?:19|20)\d\d,\s....)|(?<=\b(?:19|20)\d\d\sog\s....))(?![\w%/-]|[.,:]\d)"),
        lambda m: m["y"], (*_CENTURY, _NEXT_YEAR)),
    Form("year", _compile(rf"(?P<y>{_YEAR_ALONE})(?![\w%/-]|[.,:]\d)"), _year_alone,
         (*_CENTURY,)),
)  # fmt: skip
"""All forms, the more telling first."""
