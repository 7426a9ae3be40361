"""What Danish heads and row labels say: totals, differences, shares, years and units."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

import regex

from extractors.language.dateforms import MONTHS
from schemas.goal_tables import goal_table_words
from schemas.units import HEAD_UNITS, SCALES, unit_in, unit_of

TOTAL_ALONE: frozenset[str] = frozenset(
    {
        "i alt", "ialt", "total", "totalt", "sum", "samlet", "samlet i alt", "alle", "hele landet", "landstotal",
        "landstal", "total (landstal)", "danmark", "danmark i alt", "hele danmark", "netto", "netto i alt",
        "i alt netto", "total i alt", "sum i alt", "i alt samlet", "samlet total", "samlet sum", "tilsammen",
        "hovedtotal", "i alt hele landet", "kommuner i alt", "i alt for kommunerne", "i alt kommuner",
        "alle kommuner", "grand total", "landet i alt",
    }
)  # fmt: skip
"""Labels that say nothing but «total»; in lower case without a final colon."""

NO_VALUE: frozenset[str] = frozenset(
    line
    for line in files("schemas").joinpath("data", "no_value.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
)
"""What stands in place of a number that is not there."""

_TOTAL = regex.compile(
    r"\bi\s?alt\b|^total|\btotal(?:t|en)?$|^subtotal|^delsum|^sum\b|^samlede?\b(?!\s+antal)|^netto\b"
    r"|^hele landet\b|^landstotal|^saldo\b|^resultat i alt",
)
_COLUMN_TOTAL = regex.compile(r"\bi\s?alt\b|^total(?:t|en)?\b|\btotal(?:t|en)?$|^sum\b|^samlet$|^hele landet$")
_NETTO = regex.compile(r"^netto\b|\bnetto$|^saldo\b|^(?:års)?resultat(?: i alt)?$")
_DIFFERENCE = regex.compile(
    r"\bforskel|\bdifference|\bændring|\bafvigelse|\budvikling\b|\bmer-?/?\s?(?:og )?mindreforbrug|\bstigning"
    r"|\bvækst\b|^\+/-|\bdiff\b"
)
_SHARE = regex.compile(r"\bandel|\bprocent|\bpct\b|%|\bfordeling\b")
_RATE = regex.compile(
    r"\bgennemsnit|\bsnit\b|\bmedian|\btakst|\bindeks|\brate\b|\b\p{L}*(?:grad|rate|score)\b|\bventetid|\bsagsbehandlingstid"
    r"|\balder\b|\bpris\b|\bp(?:r\.?|er)\s+(?:år\b|indb\.|1\.000|100|(?!(?:ultimo|primo|medio|dato|"
    rf"{'|'.join(MONTHS)})\b)\p{{Ll}}{{3,}})"
)
"""What is reckoned for one of many: ``Udgift pr. gæst``; ``Pr. ultimo 2031`` is a day."""
_COUNT = regex.compile(r"^antal\b|\bantal$|\bpersoner\b|\bårsværk\b|\bindbyggere\b|\bbefolkning\b|\bindbyggertal\b")
_YEAR = regex.compile(r"(?<![\d.,/\-–])(?:19|20)\d\d(?![\d/]|[.,]\d|\s?[-–]\s?\d)")
_CLOSING_UNIT = regex.compile(
    r"(?:[(\[]|,|\bi\b)\s*(?:i\s+)?(?:(?P<share>pct\.?|procent|%)\s+af\s[^()\[\],]+|(?P<unit>[^()\[\],]{1,24}))"
    r"[)\]]?\s*\Z",
    regex.IGNORECASE,
)


def _plain(text: str) -> str:
    return " ".join(text.split()).lower().strip(" :*.")


def is_verdict(text: str) -> bool:
    """True for words that say whether a goal is met: ``Nået``, ``Ikke opfyldt``."""
    said = " ".join(text.lower().split()).strip(" .:!*")
    return any(pattern.fullmatch(said) for pattern in goal_table_words().verdicts.values())


def in_place_of_value(text: str) -> bool:
    """True for a text that stands where a number is expected: «ikke oplyst», or digits that are no number."""
    return _plain(text) in NO_VALUE or any(char.isdecimal() for char in text)


@lru_cache(maxsize=2048)  # labels are asked by rows, by groups and by sums
def is_total(label: str) -> bool:
    """True for row labels of totals and subtotals: ``I alt``, ``Udgifter i alt``, ``Netto``, ``Hele landet``."""
    plain = _plain(label)
    return plain in TOTAL_ALONE or bool(_TOTAL.search(plain))


def is_bare_total(label: str) -> bool:
    """True where the label names nothing but the total, so that it may close a whole table."""
    return _plain(label) in TOTAL_ALONE


@lru_cache(maxsize=2048)
def is_column_total(head: str) -> bool:
    """True for heads of total columns; stricter than for rows: ``Samlet antal børn`` is a count of its own."""
    return bool(_COLUMN_TOTAL.search(_plain(head)))


def is_part(label: str) -> bool:
    """True for a row that is part of the row above it and adds nothing to a total: ``Heraf varige midler``."""
    return _plain(label).startswith(("heraf ", "hvoraf ", "deraf "))


def is_net(label: str) -> bool:
    """True for labels of a balance: incomes and expenses against each other."""
    return bool(_NETTO.search(_plain(label)))


@lru_cache(maxsize=2048)
def is_difference(head: str) -> bool:
    """True for heads of columns that hold the difference of two others."""
    return bool(_DIFFERENCE.search(_plain(head)))


def is_opening(head: str) -> bool:
    """True for what an account begins with: ``Primo``, ``Saldo primo``."""
    return bool(_OPENING.search(_plain(head)))


def is_closing(head: str) -> bool:
    """True for what an account ends with: ``Ultimo``, ``Saldo ultimo``."""
    return bool(_CLOSING.search(_plain(head)))


_OPENING = regex.compile(r"^(?:saldo |beholdning )?primo\b")
_CLOSING = regex.compile(r"^(?:saldo |beholdning )?ultimo\b")


@lru_cache(maxsize=2048)
def is_share(head: str) -> bool:
    """True for heads of columns that hold shares."""
    return bool(_SHARE.search(_plain(head)))


@lru_cache(maxsize=2048)
def is_rate(head: str) -> bool:
    """True for heads of averages, prices and rates, which nobody adds up."""
    return bool(_RATE.search(_plain(head)))


def is_count(head: str) -> bool:
    """True for heads that say that things are counted, whatever money the caption speaks of."""
    return bool(_COUNT.search(_plain(head)))


@lru_cache(maxsize=512)  # each value of a row or a column asks for the year of its labels
def year_of(text: str) -> int | None:
    """The one year a label names; None for none, two, or a span such as ``2022-2025``."""
    if "19" not in text and "20" not in text:
        return None
    found = {match.group() for match in _YEAR.finditer(text)}
    return int(found.pop()) if len(found) == 1 else None


def closing_unit(label: str) -> str | None:
    """The unit a row label ends with: ``Lønudgift (1.000 kr.)``, ``Frafald i pct.``, ``Rabat (pct. af prisen)``;
    None for none."""
    if match := _CLOSING_UNIT.search(label):
        unit = unit_of(match["share"] or match["unit"])
        if unit is not None and (unit in SCALES or unit in ("%", "kr.", "procentpoint", "promille")):
            return unit
    return None


def unit_alone(text: str) -> str | None:
    """The unit of a line or a head that says nothing else, as they stand above labels and tables: ``Beløb i 1.000
    kr.``, ``Hele kr.``, ``Mio. kr. (2031-priser)``; None for any other."""
    match = _UNIT_ALONE.fullmatch(text.strip(" :*"))
    unit = unit_of(match["unit"].strip("()")) if match is not None else None
    return unit if unit in HEAD_UNITS else None


def measure_alone(corner: str, heads: Iterable[str]) -> str | None:
    """The unit of what is weighed or measured where it stands alone above the labels, beside years only (``Ton |
    2031 | 2032``); None for any other. Durations are not: ``Uge`` and ``År`` name the rows."""
    unit = unit_of(corner.strip(" :*()"))
    return unit if unit in _MEASURED and all(map(_YEAR.fullmatch, heads)) else None


_MEASURED = frozenset({"ton", "kg", "km", "ha", "m2"})

_UNIT_ALONE = regex.compile(
    r"(?:(?:alle )?(?:beløb|tal)(?:ene|lene)?(?: er)?(?: angivet| opgjort)?,? )?(?:i )?(?:hele )?"
    r"(?P<unit>[^,]{1,16}?)(?: note)?"
    r"(?:,? \(?(?:(?:19|20)\d\d-(?:priser|niveau|pl|p/l|prisniveau)|netto|brutto|(?:årets|løbende|faste) priser)"
    r"\)?)?",
    regex.IGNORECASE,
)


def head_unit(path: tuple[str, ...]) -> str | None:
    """The unit of a column path, the innermost head that names one."""
    for head in reversed(path):
        if unit := unit_in(head):
            return unit
    return None


_TOLD = regex.compile(r"[^\W\d][^:]*: ?(?!(?:19|20)\d\d\Z)\d[\d.,]*\s?(?:pct\.?|procent|point|%)?")


def tells_number(text: str) -> bool:
    """True for a line that tells a number by itself and heads nothing: ``Vægt i alt: 20 pct.``."""
    return _TOLD.fullmatch(text) is not None


ORDINAL_HEADS = frozenset(
    {"", "nr", "nr.", "#", "mål", "mål nr.", "rang", "no.", "nummer", "lb.nr.", "løbenr.", "id"}
)
CODE_HEADS = ("kode", "kommunenr", "komm.nr", "kom. nr", "kom.nr", "nr.", "kommune nr")
"""Heads over running numbers and over codes, in lower case: beside a name these are part of it."""


def names_numbers(head: str) -> bool:
    """True for a head in lower case that says what the numbers below it are of: ``rute``, ``konto``."""
    return head[:1].isalpha() and head not in ORDINAL_HEADS and not head.startswith(CODE_HEADS)


_MEASURES = regex.compile(
    r"(?:del|effekt|resultat)?mål|målepunkt|indikator|(?:nøgle|effekt)tal|kpi|aktivitet|indsats"
)


def names_measures(head: str) -> bool:
    """True for a head in lower case over names of what is measured: ``lokalt mål``, ``indikator``."""
    return bool(words := head.split()) and _MEASURES.fullmatch(words[-1]) is not None
