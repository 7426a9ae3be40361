"""What its own words say of a number: that it was to be reached, that it came about, or neither."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.goals.conditions import is_all_there_are
from extractors.goals.context import Context, Role, are_left_out, is_difference, is_plain, is_remark
from extractors.goals.own_words import MARKS, Own, asides_of, own_words, side_of
from extractors.goals.portions import is_portion
from extractors.language.analysis import Analysis, Quantity, Token

OWED = frozenset({"goal", "aiming", "bound", "owing"})
"""Signs of what was to be reached, before the number."""
SET = frozenset({"agreed", "pledge", "planned", "owner"})
"""The same, right beside it: ``de aftalte 70 pct.``, ``8 planlagte standere``, ``aftalens 99 pct.``"""
TOLD = frozenset({"outcome", "past", "moved", "reached", "fulfilled", "result", "measured"})
"""Signs of what came about."""
ACTUAL = frozenset({"er", "var", "blev", "udgør", "udgjorde", "ligger", "lå"})
"""Verbs of what is so, behind a clause of its own."""
CLAUSES = frozenset({"at", "der", "som", "hvor", "og", "men", "mens"})
"""Words behind a comma that go on with what stands before it."""
UNWILLED = frozenset(
    {
        "få",
        "blive",
        "koste",
        "vare",
        "ligge",
        "bo",
        "udgøre",
        "rumme",
        "tælle",
        "komme",
        "ske",
        "gælde",
        "stå",
        "ende",
    }
    | {"lande", "opleve", "dække", "betyde", "bruge", "søge", "mangle", "gå"}
)
"""Verbs behind *vil* that forecast."""
RELATIVE = 4
"""Words behind a number in which a clause about what it counts begins."""
BARRING = frozenset(
    {"others", "law", "survey", "expected", "proposal", "rejected", "earlier", "remark", "compared"}
)
"""Signs of numbers that are neither."""


@dataclass(slots=True)
class Told:
    """A number of a passage with what its own words say of it. ``place`` is its sentence and index, ``at`` its
    number in the room; ``moves``: a rise or a fall; ``of_whole``: a part of the number before (``heraf``);
    ``part`` the place, time or group it is told for, ``side`` what its clause begins with; ``like`` the
    number that it is joined to where it leaves out its unit; ``of_move``: how far the number before it has
    moved."""

    place: tuple[int, int]
    at: int
    passage: int
    context: Context
    role: Role
    owed: bool
    told: bool
    barred: bool
    moves: bool
    of_whole: bool
    part: str | None
    side: str | None = None
    like: Quantity | None = None
    of_move: bool = False

    @property
    def measure(self) -> Quantity:
        """The number, or where it leaves out its unit the one before it that it goes on from."""
        return self.like if self.like is not None else self.quantity

    @property
    def quantity(self) -> Quantity:
        """The number."""
        return self.context.quantity

    @property
    def aims(self) -> bool:
        """True for what was to be reached."""
        return self.role == "target" or (self.role in ("open", "result") and self.owed and not self.barred)

    @property
    def tells(self) -> bool:
        """True for what came about."""
        return self.may_tell and (self.told or self.role == "result")

    @property
    def may_tell(self) -> bool:
        """True for a number that nothing says was to be reached."""
        return self.role in ("open", "result") and not self.owed and not self.barred

    @property
    def elided(self) -> bool:
        """True where unit and noun are left out."""
        return self.quantity.unit is None and self.quantity.counted is None

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words of its sentence."""
        return self.context.sentence.analysis.tokens


def weigh(contexts: Sequence[Sequence[Context]], roles: Sequence[Sequence[Role]]) -> list[Told]:
    """The numbers of a room in order."""
    found: list[Told] = []
    for at, (numbers, own_roles) in enumerate(zip(contexts, roles, strict=True)):
        asides = asides_of(numbers)
        owing = bool(numbers) and may_owe(numbers[0].sentence.analysis)
        for index, (context, role) in enumerate(zip(numbers, own_roles, strict=True)):
            own = own_words(context, asides)
            signs = frozenset().union(*[token.signs for token in (*own.left, *_clause(own.right))])
            owed = owing and _is_owed(context, own) and not is_remark(context) and _is_named(context, own)
            told = bool(signs & TOLD)
            part = is_portion(context)
            whole_told = not part or (index > 0 and found[-1].of_whole)
            joined = own.left[:1] and own.left[0].lower in ("og", "samt", ",")
            if index and whole_told and not (owed or told) and joined:
                owed, told = found[-1].owed, found[-1].told  # the verb stands before the first of them
            found.append(
                Told(
                    (at, index), len(found), context.sentence.passage_no, context, role, owed, told,
                    bool(signs & BARRING) or _is_start(own.left) or asides[index]
                    or is_difference(context) or _is_all(context, owed=owed) or _are_those(context, own),
                    _is_move(own.left) or is_compared(own.right), part, own.part, side_of(context),
                    of_move=_is_of_move(context),
                )
            )  # fmt: skip
            told_alone = any(token.signs & TOLD for token in own.left)
            if index and found[-1].elided and found[-2].told and joined and not (owed or told_alone):
                found[-1].like = found[-2].measure
    return found


def _is_all(context: Context, *, owed: bool) -> bool:
    """True for how many there are in all, unless something was to be done with all of them: ``7 af de 9 broer, der
    skulle males``, ``syv af årets 10 stier``."""
    if not is_all_there_are(context):
        return False
    tokens = context.sentence.analysis.tokens
    before = tokens[context.quantity.first - 1].lower
    relative = any(
        one.text == "," and other.lower in ("der", "som") for one, other in pairwise(context.right[:RELATIVE])
    )
    return not (owed and (relative or before.endswith("s")))


_OF_THEM = frozenset({"for", "blandt", "hos", "i", "på"})


def _are_those(context: Context, own: Own) -> bool:
    """``Gennemsnittet for de seks huse er 71``: so many are those of whom something is told."""
    ahead = [token.lower for token in own.left[-2:]]
    return context.quantity.counted is not None and ahead[-1:] == ["de"] and ahead[0] in _OF_THEM


def _clause(right: Sequence[Token]) -> Sequence[Token]:
    """The words behind a number up to the next mark or joint."""
    end = next((i for i, t in enumerate(right) if t.text in MARKS or t.lower in ("og", "men", "mens")), len(right))
    return right[:end]


_OWING = OWED | SET | {"spoken", "ahead"}
"""Signs of which one says that something was to be reached; so does *vil*."""


def may_owe(analysis: Analysis) -> bool:
    """False for a sentence that says of none of its numbers that it was to be reached."""
    return not analysis.held.isdisjoint(_OWING) or "vil" in analysis.printed


def _is_owed(context: Context, own: Own) -> bool:
    """True where the words before the number, or those right behind it, say that it was to be reached."""
    left, right = _clause_left(own.left), own.right
    if left and left[-1].text == "(" and right and right[0].text == ")":
        right = right[1:]  # `Alle deltagere (100 pct.) skal have en plan`
    near = range(max(0, len(left) - 2), len(left))
    if any(_is_set(left, place) for place in near):
        return True
    met = False  # `blev målet nået med 748 aftaler`
    for place in range(len(left) - 1, -1, -1):
        met = met or bool(left[place].signs & {"reached", "fulfilled"})
        if met and "goal" in left[place].signs:
            return False
        if left[place].signs & OWED and not _is_granted(left, place):
            return not are_left_out(left, place)
        if "result" in left[place].signs:
            return False
    if any(_is_set(right, place) for place in range(len(right[:2]))) or _is_intended(left):
        return True
    paused = False
    for place, token in enumerate(right):
        if token.text in MARKS or token.lower in ("og", "men"):
            definite = bool(left) and "definite" in left[-1].signs and place <= 1
            following = right[place + 1] if place + 1 < len(right) else None
            relative = following is not None and following.lower in ("som", "der", "er", "var")
            if paused or token.text != "," or not (relative or definite):
                return False
            if any("expected" in t.signs for t in right[place:]):
                return False  # `9 boliger, der er planlagt og ventes klar i maj`
            paused = True
        elif token.signs & {"goal", "spoken"}:
            # `300, som var målet`, `90 pct., er et krav`; but `62 pct., og målet er nået`
            called = any(t.lower in ("er", "var", "som") for t in right[max(0, place - 2) : place])
            return called and not any(t.signs & {"reached", "fulfilled"} for t in right[place + 1 : place + 4])
        elif token.signs & {"bound", "aiming", "ahead"} or (paused and token.signs & (OWED | SET)):
            return True
    return False


def _clause_left(left: Sequence[Token]) -> Sequence[Token]:
    """The words before a number without a clause that a comma ends and a verb follows: ``Med de tiltag, der er
    besluttet, er reduktionen på 41 pct.``"""
    told = False
    for place in range(len(left) - 1, 0, -1):
        if left[place].text == "," and told and left[place + 1].lower not in CLAUSES:
            return left[place + 1 :]
        told = told or left[place].lower in ACTUAL
    return left


def _is_intended(left: Sequence[Token]) -> bool:
    """``Endelig vil samarbejdet gennemføre 30 besøg``: what they will do, no forecast (``vil stige til``,
    ``vil koste``)."""
    place = next((i for i, token in enumerate(left) if token.lower == "vil"), None)
    if place is None:
        return False
    verb = next((t for t in left[place + 1 : place + 6] if "aim" in t.signs and t.lower.endswith(("e", "å"))), None)
    return verb is not None and verb.lower not in UNWILLED and not any("expected" in t.signs for t in left)


def _is_set(words: Sequence[Token], place: int) -> bool:
    """``de aftalte 70 pct.``, ``de ventede 12``; but ``12 ventede på svar``: they waited."""
    if not words[place].signs & SET or _is_granted(words, place):
        return False
    return words[place].lower != "ventede" or (place > 0 and "definite" in words[place - 1].signs)


def _is_granted(left: Sequence[Token], place: int) -> bool:
    """``der er givet tilsagn om 26 mio. kr.``: promised by others, and so what was reached."""
    before = left[place - 1].signs if place else frozenset()
    return "pledge" in left[place].signs and left[place].lower.startswith("tilsagn") and bool(before & TOLD)


def _is_named(context: Context, own: Own) -> bool:
    """True for a number with a unit or a noun, or one that is called the goal."""
    if context.quantity.unit is not None or not is_plain(context.quantity, context.sentence):
        return True
    if context.previous is not None and context.previous.counted and is_all_there_are(context):
        return True  # `88 ledere ud af de 160, der skal nås`
    if own.left and _is_set(own.left, len(own.left) - 1):
        return True  # `18 møder mod planlagt 20`
    return any(token.signs & {"goal", "aiming"} for token in (*own.left[-4:], *own.right))


def _is_move(left: Sequence[Token]) -> bool:
    """``en stigning på 4``, ``er steget med 4``: how far something moved, no level."""
    if len(left) < 2 or left[-1].lower not in ("på", "med"):
        return False
    near = left[-2:] if left[-1].lower == "på" else left[-5:]
    return any(sign.startswith("change") for token in near for sign in token.signs)


def _is_of_move(context: Context) -> bool:
    """``1.120 ansøgninger, hvilket er en stigning på 7 pct.``: how far the number before it has moved."""
    if context.previous is None or not context.sentence.analysis.prints("hvilket"):
        return False
    between = context.preceding[context.previous.last + 1 :]
    place = next((at for at, token in enumerate(between) if token.lower == "hvilket"), None)
    return place is not None and _is_move(between[place:])


def is_compared(right: Sequence[Token]) -> bool:
    """``40 pct. lavere end i 2020``: how far from another level, no level."""
    words = [token.lower for token in right[:2]]
    return (
        len(words) == 2
        and words[0] in ("lavere", "højere", "mindre", "mere", "færre", "flere")
        and words[1] == "end"
    )


def _is_start(left: Sequence[Token]) -> bool:
    """``fra 40``, ``yderligere 5``: where a move begins, or what comes on top."""
    return bool(left) and left[-1].lower in ("fra", "yderligere")
