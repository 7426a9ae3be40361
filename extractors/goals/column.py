"""A column of a table of goals: its head, its cells and what they hold."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

import regex

from extractors.goals.cell_parts import parts_of
from extractors.goals.cells import Measured, cell_verdict, is_sign, measured
from extractors.goals.entries import numbered
from extractors.goals.headings import Heading, heading
from extractors.goals.worded import value_of
from extractors.language.quantities import MONTHS
from extractors.tables.grid import GridCell
from schemas.goal_tables import goal_table_words

FEWEST_NUMBERS = 2
"""Numbers of goals below each other."""
NUMBERING = regex.compile(
    r"(?P<mark>(?:\p{Lu}{1,3}-?)?)(?P<goal>\d{1,2})(?:\.(?P<sub>\d{1,2}))?(?P<part>\p{Ll}?)[.:)]?"
)
"""The number of a goal that a cell holds."""
_NAMED_GOAL = regex.compile(
    r"(?:(?:Del)?[Mm]ål\s(?P<only>\d{1,2})[.:]?$|(?:Mål\s)?(?P<no>\d{1,2})[.:]?\s+[–-]?\s?\p{Lu})"
)
_NAMED_SUB = regex.compile(r"(?P<no>\d{1,2})\.(?P<sub>\d{1,2})[.:]?\s+\p{Lu}\p{Ll}")
_MONTH = regex.compile(rf"(?:{'|'.join(MONTHS)})\.?(?:\s20\d\d)?", regex.IGNORECASE)
FEWEST_WORDS = 3
"""Words of a cell that tells its value in a sentence."""


@dataclass
class Column:
    """A line of cells with one head, from top to bottom or from left to right; ``at`` is its place among the
    others. ``is_label``: its cells name the rows; ``is_row``: it lies, and only its own label tells what it is, not
    the group that it stands in."""

    path: tuple[str, ...]
    cells: dict[int, GridCell]
    at: int = 0
    is_label: bool = False
    is_row: bool = False
    heading: Heading = field(init=False)

    def __post_init__(self) -> None:
        self.heading = heading(self.path[-1:] if self.is_row else self.path)
        if self.is_row:
            self.heading = replace(self.heading, group=self.path[:-1])

    @cached_property
    def values(self) -> int:
        """How many cells are values; 0 where few of them are."""
        count = sum(self.value(place) is not None for place in self.cells)
        return 0 if count * 3 < len(self._filled) else count

    @cached_property
    def _filled(self) -> list[str]:
        return [cell.text for cell in self.cells.values() if cell.text.strip(" -–—")]

    def value(self, place: int, like: Measured | None = None, about: str = "") -> Measured | None:
        """The value of a cell: of aims and results told in words as well; None for a blank."""
        cell = self.cells.get(place)
        if cell is None:
            return None
        if parts := parts_of(cell.text):
            return next((part.value for part in parts if part.name is None), parts[0].value)
        if self.is_label or self._is_of_numbered_names:
            own = numbered(cell.text).label
            return value_of(own) if len(own.split()) >= FEWEST_WORDS else None
        if self.heading.kind in ("aim", "outcome") and len(cell.text.split()) >= FEWEST_WORDS:
            return value_of(cell.text, like, about)
        return measured(cell.text)

    @cached_property
    def _is_of_numbered_names(self) -> bool:
        """True for names with the numbers of sub-goals: ``2.1 Kort ventetid``, ``2.2 Glade borgere``."""
        marks = [match for text in self._filled if (match := _NAMED_SUB.match(text.strip()))]
        if len(marks) < FEWEST_NUMBERS or len(marks) < len(self._filled):
            return False
        return all(low < high for low, high in pairwise((int(m["no"]), int(m["sub"])) for m in marks))

    @cached_property
    def is_month(self) -> bool:
        """True below a single month: ``Juni 2031``."""
        return bool(self.path) and _MONTH.fullmatch(self.path[-1].strip()) is not None

    @cached_property
    def is_numbering(self) -> bool:
        """True for the numbers of goals, whatever stands above them: ``1``, ``2``, ``4a``, ``4b``, or ``E1``,
        ``E2``."""
        texts = [text for cell in self.cells.values() if (text := cell.text.strip(" .:)"))]
        marks = [match for text in texts if (match := NUMBERING.fullmatch(text))]
        if len(texts) < FEWEST_NUMBERS or len(marks) < len(texts):
            return False
        numbers = [(int(match["goal"]), int(match["sub"] or 0), match["part"]) for match in marks]
        if any(match["mark"] for match in marks) or self.heading.kind == "number":
            return True
        return self.at == 0 and numbers[0][0] == 1 and all(low < high for low, high in pairwise(numbers))

    @cached_property
    def names_goals(self) -> bool:
        """True for rising numbers of goals, with a name or called so: ``1. Flere trives``, ``2. Færre flytter``, or
        ``Mål 1``, ``Mål 2``."""
        texts = [text for cell in self.cells.values() if (text := cell.text.strip())]
        marks = [match for text in texts if (match := _NAMED_GOAL.match(text))]
        if len(texts) < FEWEST_NUMBERS or len(marks) < len(texts) or self.values:
            return False
        numbers = [int(match["only"] or match["no"]) for match in marks]
        return all(low <= high for low, high in pairwise(numbers)) and numbers[0] < numbers[-1]

    @cached_property
    def is_verdict(self) -> bool:
        """True for words or colours that say whether a goal is reached."""
        verdicts = sum(cell_verdict(text) is not None for text in self._filled)
        return verdicts > self.values and 2 * verdicts >= len(self._filled)

    @cached_property
    def holds_signs(self) -> bool:
        """True below ``Vurdering`` where each cell is no more than a sign: ``+``, ``-``."""
        texts = [cell.text.strip() for cell in self.cells.values() if cell.text.strip()]
        return self.heading.kind == "verdict" and bool(texts) and all(map(is_sign, texts))

    @property
    def segment(self) -> str:
        """What its values are of: ``Resultat, drift``, or ``Nord`` below ``Resultat``."""
        if self.heading.rest or not self.path[:-1] or self.is_row:
            return self.heading.rest
        leaf = heading(self.path[-1:])
        return self.path[-1] if leaf.kind is None and leaf.year is None and not leaf.partial else ""

    @property
    def is_called_aim(self) -> bool:
        """True where a noun calls it an aim: ``Måltal``; pledges and agreements are of many kinds."""
        return goal_table_words().heads["aim"].search(" ".join(self.path).lower()) is not None

    @property
    def family(self) -> tuple[tuple[str, ...], str]:
        """What columns that belong together have in common."""
        return self.heading.group, self.heading.rest.lower()


def goal_number(text: str) -> str:
    """The number of a goal in a column of numbers or of numbered names: ``1.``, ``1. Flere skal trives``."""
    match = _NAMED_GOAL.match(text)
    return match["only"] or match["no"] if match is not None else text
