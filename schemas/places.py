"""Danish municipalities and regions with their official codes.

Source: Danmarks Statistik's list as it stands since 1 January 2007 (98 municipalities, 5 regions). The lists
lie in ``schemas/data/municipalities.csv`` and ``regions.csv``, with the spellings that packets use beside the
official name. Ertholmene (411) belongs to no municipality and is left out.
"""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple


class Region(NamedTuple):
    """A region: four-digit code (``1085``) and official name (``Region Sjælland``)."""

    code: str
    name: str


class Municipality(NamedTuple):
    """A municipality: three-digit code (``306``), official name without «Kommune», and its region."""

    code: str
    name: str
    region_code: str
    region: str


def _rows(filename: str) -> list[dict[str, str]]:
    text = (files("schemas") / "data" / filename).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _aliases(row: dict[str, str]) -> list[str]:
    return [alias for alias in row["aliases"].split("|") if alias]


_REGION_ROWS = _rows("regions.csv")
_MUNICIPALITY_ROWS = _rows("municipalities.csv")

REGIONS: tuple[Region, ...] = tuple(Region(row["code"], row["name"]) for row in _REGION_ROWS)
"""The five regions by code."""

_REGION_BY_CODE = {region.code: region for region in REGIONS}

MUNICIPALITIES: tuple[Municipality, ...] = tuple(
    Municipality(row["code"], row["name"], row["region_code"], _REGION_BY_CODE[row["region_code"]].name)
    for row in _MUNICIPALITY_ROWS
)
"""The 98 municipalities by code."""

_BY_CODE = {municipality.code: municipality for municipality in MUNICIPALITIES}

_SUFFIX = re.compile(r"\s+(?:region)?s?kommune(?:s|n|ns)?$|\s+municipality$")
_SEPARATORS = re.compile(r"[\s\u00a0\u00ad‐‑–—-]+")


def _key(text: str) -> str:
    """Folds case, hyphens and the two spellings of å, and drops «Kommune»."""
    text = " ".join(text.split()).strip(" .,;:*").lower()
    text = _SUFFIX.sub("", text)
    text = _SEPARATORS.sub(" ", text).strip()
    return text.replace("å", "aa")


def _index() -> dict[str, Municipality]:
    index: dict[str, Municipality] = {}
    for municipality, row in zip(MUNICIPALITIES, _MUNICIPALITY_ROWS, strict=True):
        for name in (municipality.name, *_aliases(row)):
            index[_key(name)] = municipality
    for key, municipality in list(index.items()):
        genitive = key if key.endswith("s") else key + "s"
        index.setdefault(genitive, municipality)
    return index


_BY_NAME = _index()

_REGION_BY_NAME = {
    _key(name): region
    for region, row in zip(REGIONS, _REGION_ROWS, strict=True)
    for name in (region.name, *_aliases(row))
}


def municipality_by_code(code: str) -> Municipality | None:
    """The municipality with this three-digit code; None where there is none (``0306`` is read as ``306``)."""
    code = code.strip()
    return _BY_CODE.get(code[1:] if len(code) == 4 and code.startswith("0") else code)


@lru_cache(maxsize=4096)
def find_municipality(name: str) -> Municipality | None:
    """The municipality that the whole text names, by official name or a known spelling.

    «Kommune», «Regionskommune», a genitive s, case, hyphens and å/aa do not matter. None where the text is
    anything else or more than a name: ``Københavns Universitet`` is none. Whether a bare name stands for the
    municipality or for the town is for the caller to judge.
    """
    return _BY_NAME.get(_key(name)) if len(name) <= 60 else None


@lru_cache(maxsize=4096)
def find_region(text: str) -> Region | None:
    """The region that the whole text names (``Region Sjælland``, ``Sjælland``), else None."""
    if len(text) > 60:
        return None
    key = _key(text)
    return _REGION_BY_NAME.get(key) or _REGION_BY_NAME.get(key.removesuffix("s"))


PROVINCES: frozenset[str] = frozenset(
    _key(name) for name in (
        "Byen København", "Københavns omegn", "Nordsjælland", "Bornholm", "Østsjælland", "Vest- og Sydsjælland",
        "Fyn", "Sydjylland", "Østjylland", "Vestjylland", "Nordjylland",
    )
)  # fmt: skip
"""The eleven provinces (landsdele) of Danmarks Statistik."""


@lru_cache(maxsize=4096)
def is_place(text: str) -> bool:
    """True for a text that is the name of a municipality, a province or a region."""
    return (
        (len(text) <= 60 and _key(text) in PROVINCES)
        or find_municipality(text) is not None or find_region(text) is not None
    )  # fmt: skip


def municipality_spellings() -> dict[str, Municipality]:
    """Every spelling of the lists, official names first, as printed, with the municipality it means."""
    spellings = {municipality.name: municipality for municipality in MUNICIPALITIES}
    for municipality, row in zip(MUNICIPALITIES, _MUNICIPALITY_ROWS, strict=True):
        for alias in _aliases(row):
            spellings.setdefault(alias, municipality)
    return spellings
