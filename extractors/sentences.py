"""Where sentences end in Danish running text."""

from __future__ import annotations

import re

ABBREVIATIONS = frozenset(
    ["pkt", "jf", "jvf", "bl.a", "pct", "mio", "mia", "kr", "nr", "stk", "f.eks", "fx", "ca", "hhv", "mv", "m.v", "m.fl", "m.m", "mfl", "mm", "osv", "o.l", "o.lign", "lign", "evt", "ekskl", "inkl", "incl", "excl", "vedr", "pga", "p.g.a", "ift", "i.f.t", "ifm", "i.f.m", "mht", "m.h.t", "iht", "i.h.t", "dvs", "d.v.s", "pt", "p.t", "afd", "adm", "dir", "kap", "art", "tlf", "tel", "sml", "jr", "sr", "prof", "hr", "fr", "dr", "cand", "lic", "mag", "stud", "bek", "lbk", "lov", "cirk", "vejl", "bkg", "skr", "s.å", "ff", "f.f", "d", "kl", "c", "bd", "udg", "red", "ref", "ex", "eks", "maks", "max", "min", "gns", "gnsn", "tdl", "tidl", "sen", "første-næstfmd", "fmd", "næstfmd", "formd", "vicedir", "kst", "sekr", "dok", "j.nr", "jnr", "sagsnr", "st", "sct", "skt", "vha", "v.h.a", "ang", "forts", "obs", "t.kr", "tkr", "tsd", "tus", "iflg", "ml", "mdr", "md", "årl", "allr", "bemærkn", "anm", "hft", "ifbm", "ifb", "oprindl", "alm", "spec", "samt.l", "sdr", "ndr", "nord.l", "pr", "a.m.b.a", "m.a.o", "s.u", "ltr", "ligel", "spm", "pol", "lb", "vs"]
)
"""Words that end in a point and do not end a sentence before a capital or a digit; without their final point."""

CLOSING = frozenset(["mv", "m.v", "m.fl", "mfl", "m.m", "mm", "osv", "o.l", "o.lign", "lign", "pct", "kr", "mio", "mia", "ff", "stk", "pkt", "afd", "mdr"])
"""Abbreviations that end a sentence now and then: before a capital that begins no name they are a full stop."""

OPENERS = frozenset(
    ["det", "den", "de", "der", "dette", "denne", "disse", "i", "på", "for", "ved", "med", "efter", "hvis", "når", "da", "som", "således", "herudover", "derudover", "desuden", "endvidere", "samtidig", "derfor", "dermed", "herunder", "målet", "målene", "resultatet", "vi", "jeg", "man", "kommunerne", "alle", "ud", "af", "af", "til", "fra", "en", "et", "om", "både", "hvor", "hvordan", "baggrunden", "formålet", "kkr", "kl", "status", "heraf", "hertil", "dog", "imidlertid"]
)
"""Words that, with a capital, open a sentence far more often than they go on a name or a title."""

MONTHS = frozenset(
    ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december", "kvartal", "halvår"]
)

_END = re.compile(r"[.!?…]+[\"”“’»')\]]*(?:\d{1,2})?(?=\s)")
_LAST = re.compile(r"[^\s(\[\"”“„«»/]*$")


def sentence_bounds(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence of the text, white space between them left out."""
    bounds: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if match.start() < start:
            continue
        if _ends_here(text, match):
            bounds.append((start, match.end()))
            start = match.end() + 1
            while start < len(text) and text[start].isspace():
                start += 1
    if start < len(text):
        bounds.append((start, len(text)))
    return bounds


def _ends_here(text: str, match: re.Match[str]) -> bool:
    after = text[match.end() : match.end() + 40].lstrip()
    if not after:
        return False
    mark = match.group()
    follower = after.lstrip("\"”“„»«'(–-•[ ")[:1]
    if mark[0] in "!?":
        return not after[0].islower()
    if after[0].islower():
        return False
    word = _LAST.search(text, max(match.start() - 40, 0), match.start())
    last = word.group().lower() if word else ""
    if not last:
        return True
    if last.isdigit():
        return _number_ends(last, after)
    if len(last) == 1 and last.isalpha():
        return False
    if last in ABBREVIATIONS:
        return last in CLOSING and _opener(after)
    if last.rpartition(".")[2].isalpha() and len(last) == 3 and last[1] == ".":
        return _opener(after)
    return bool(follower)


def _number_ends(last: str, after: str) -> bool:
    """``… i 2022. Det`` ends; ``den 7. September``, ``1. Januar`` and ``§ 7. 3`` do not."""
    first = after.split(" ", 1)[0].rstrip(".,;:").lower()
    if first in MONTHS:
        return False
    if len(last) <= 2 and not _opener(after):
        return False
    return True


def _opener(after: str) -> bool:
    first = after.split(" ", 1)[0].rstrip(".,;:")
    return first[:1].isupper() and first.lower() in OPENERS
