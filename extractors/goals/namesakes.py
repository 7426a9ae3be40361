"""Columns that tell what came about by the name of the aim beside them, and by no word of results:
``Reduktionsmål 2033 | Reduktion 2031``, ``Løb måltal | Løb starter``."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import replace

import regex

from extractors.goals.column import Column
from extractors.goals.headings import Heading

_AIM_OF = regex.compile(r"(?P<name>\p{Lu}\p{Ll}{3,})(?:mål|måltal)(?!\p{L})")


def namesakes(aim: Column, columns: Sequence[Column]) -> list[Column]:
    """What came about under the name of the only aim: ``Reduktion 2031`` beside ``Reduktionsmål 2033``."""
    named = _AIM_OF.match(aim.path[-1].strip()) if aim.path else None
    if named is None:
        return []
    name = named["name"].lower()
    return [
        c for c in columns
        if c.heading.kind is None and c.values and c.path
        and c.path[-1].split()[:1] and c.path[-1].split()[0].lower() in (name, name.removesuffix("s"))
    ]  # fmt: skip


def named_alike(aims: Sequence[Column], columns: Sequence[Column], title: Heading) -> list[Column]:
    """The one column of each of several aims that has its name and says no more than what it counts, as columns of
    results; empty where an aim has none or several, or the title says nothing of what came about."""
    if title.kind != "outcome":
        return []
    found = []
    for aim in aims:
        beside = [c for c in columns if c.heading.kind is None and c.values and not c.is_label and _counts(c, aim)]
        if len(beside) != 1:
            return []
        told = copy(beside[0])
        told.heading = replace(told.heading, kind="outcome", group=aim.heading.group, rest=aim.heading.rest)
        found.append(told)
    return found


def _counts(column: Column, aim: Column) -> bool:
    """True for ``Løb starter`` beside ``Løb måltal``, and for ``Starter`` below the same heads as ``Måltal``."""
    if column.heading.unit != aim.heading.unit or not column.path:
        return False
    name = aim.heading.rest.lower()
    if name:
        alike = column.heading.rest.lower().startswith(f"{name} ")
        return alike and column.heading.group == aim.heading.group
    return bool(aim.heading.group) and column.path[:-1] == aim.heading.group
