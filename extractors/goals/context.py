"""A number in its clause, and what is plain to see of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal

from extractors.goals.clauses import clause_of
from extractors.goals.reading import Sentence
from extractors.language.analysis import Analysis, Quantity, Token
from extractors.language.counting import HOLDING, is_duration, is_frequency
from extractors.language.danish import GENITIVE
from schemas.values import value

Role = Literal[
    "target", "earlier_target", "result", "earlier_result", "baseline", "fulfilment", "equation", "other", "open",
    "maybe",
]  # fmt: skip
"""``other`` is told to be none of these; ``open`` is a number of which no word beside it says what it is, ``maybe``
one that signals hold for possible to be a target or a result."""


MOST_ROWS = 99
"""The highest number that a row of a list of goals has."""
ANAPHORIC = frozenset(
    {"den", "det", "de", "andelen", "tallet", "antallet", "niveauet", "her", "resultatet", "gennemsnittet"}
)
"""Words that take up the sentence before."""

AIMS = frozenset({"goal", "aiming"})
"""Signs of words that a number aimed at stands behind."""

SIZES = frozenset({"ansatte", "ansat", "medarbejdere", "indbyggere", "beboere", "årsværk", "elever", "pladser"})
"""What the size of a firm, a town or a school is counted in."""
COMPARED = frozenset(
    {
        "flere",
        "færre",
        "mere",
        "mindre",
        "højere",
        "lavere",
        "over",
        "under",
        "bedre",
        "dårligere",
        "længere",
        "kortere",
    }
)
"""Words of comparing behind a number that is a difference."""


REACH = 14
"""Words before a number in which a score may be named."""


@value
class Context:
    """A number in its clause: the words before and behind it, all words of the sentence before it (``preceding``),
    the numbers before and behind it, the roles of the numbers before it, the ``answer`` of the next sentence, and
    whether the sentence before states a target."""

    sentence: Sentence
    index: int
    quantity: Quantity
    left: tuple[Token, ...]
    right: tuple[Token, ...]
    preceding: tuple[Token, ...]
    previous: Quantity | None
    following: Quantity | None
    before: tuple[Role, ...]
    answer: Analysis | None = None
    after_target: bool = False


def context_of(
    sentence: Sentence, index: int, before: tuple[Role, ...] = (), answer: Analysis | None = None, *,
    after_target: bool = False,
) -> Context:  # fmt: skip
    """A number of a sentence in its clause."""
    analysis = sentence.analysis
    tokens, quantities = analysis.tokens, analysis.quantities
    quantity = quantities[index]
    first, last = clause_of(analysis, quantity)
    return Context(
        sentence, index, quantity, tokens[first : quantity.first], tokens[quantity.last + 1 : last + 1],
        tokens[: quantity.first], quantities[index - 1] if index else None,
        quantities[index + 1] if index + 1 < len(quantities) else None, before, answer, after_target,
    )  # fmt: skip


def is_definite(left: tuple[Token, ...]) -> bool:
    """True where the number stands behind ``de``, ``alle``…: things already known, not things aimed at."""
    if not left:
        return False
    owned = left[-1].lower.endswith(GENITIVE) and not left[-1].signs & {"aim", "bound"}
    rest = left[-1].lower in _REST and "definite" in (left[-2].signs if len(left) > 1 else ())
    return "definite" in left[-1].signs or owned or rest


def are_left_out(left: Sequence[Token], place: int) -> bool:
    """``Ud over målene er der afviklet 17 aftener``: of the goals at a place, beside which something is told."""
    before = [token.lower for token in left[max(0, place - 2) : place]]
    return before[-1:] in (["udover"], ["foruden"]) or before == ["ud", "over"]


_REST = frozenset({"øvrige", "andre", "resterende"})
"""``de øvrige otte huse``: known as well."""


def is_plain(quantity: Quantity, sentence: Sentence) -> bool:
    """True for a number that counts and measures nothing that can be named."""
    if quantity.share or quantity.money or quantity.comparator or quantity.counted:
        return False
    return not _scored(quantity, sentence) and not _is_tally(quantity, sentence)


def _is_tally(quantity: Quantity, sentence: Sentence) -> bool:
    """``Besøgstallet skal være 58.000 i 2031 og 60.000 i 2032``: a plain number of what a noun before it counts,
    bound by a modal between the two."""
    if quantity.unit is not None or quantity.worded or not sentence.analysis.has("tally"):
        return False
    tokens = sentence.analysis.tokens[max(0, quantity.first - REACH) : quantity.first]
    place = next((i for i, token in enumerate(tokens) if "tally" in token.signs), None)
    return place is not None and is_bound(tokens[place:])


def _scored(quantity: Quantity, sentence: Sentence) -> bool:
    """True for a score: named as one, or a decimal fraction of nothing."""
    if sentence.analysis.has("score"):
        tokens = sentence.analysis.tokens[max(0, quantity.first - REACH) : quantity.first]
        if any("score" in token.signs for token in tokens):
            return True
    fraction = quantity.unit is None and quantity.value != quantity.value.to_integral_value()
    return fraction and quantity.first > 0


def is_aside(context: Context) -> bool:
    """A number that only explains another: the share that a sum comes to, the time after which is measured, the
    value that a move starts from."""
    quantity, left = context.quantity, context.left
    words = [token.lower for token in left[-2:]]
    if words == ["svarende", "til"] and any(q.money for q in _others(context)):
        return True
    if (
        quantity.counted is not None
        and is_duration(quantity.counted)
        and not (words[-1:] and words[-1] in HOLDING)
        and not (is_frequency(quantity) and quantity.comparator)
        and any(q.share or (q.counted and not is_duration(q.counted)) for q in _others(context))
    ):
        timed = any("near:<=" in token.signs for token in left[-1:])  # `inden for 3 dage i 80 pct. af …`
        return timed or not _has_own_verb(context)
    following = context.following
    if following is None or words[-1:] != ["fra"] or following.unit not in (quantity.unit, None):
        return False
    before = context.sentence.analysis.tokens[following.first - 1].lower
    return before == "til" and any(token.signs & {"change_up", "change_down"} for token in left)


def _others(context: Context) -> list[Quantity]:
    """The other numbers of the sentence."""
    return [q for q in context.sentence.analysis.quantities if q is not context.quantity]


def _has_own_verb(context: Context) -> bool:
    """``…, og ventetiden blev 26 dage``: a length of time that is told in a clause of its own."""
    previous = context.previous
    first = previous.last + 1 if previous is not None else 0
    words = context.sentence.analysis.tokens[first : context.quantity.first]
    joint = next(
        (i for i, token in enumerate(words) if token.lower in ("og", "men", "mens") or token.text in ",;"), None
    )
    if joint is None:
        return False
    own = words[joint:]
    done = any(one.lower == "have" and "outcome" in other.signs for one, other in pairwise(own))
    return done or any(token.signs & {"bound", "past", "goal"} for token in own)


def is_bound(tokens: Iterable[Token]) -> bool:
    """True where a word of them is a modal that binds: *skal*, *må*, *bør*."""
    return any("bound" in token.signs for token in tokens)


def is_remark(context: Context) -> bool:
    """``det skal ses i lyset af, at 45 pct. …``: the *skal* of a remark sets no aim."""
    return context.sentence.analysis.has("remark") and any("remark" in token.signs for token in context.left)


def is_ahead(context: Context) -> bool:
    """True where the sentence names a year that was still to come."""
    paper = context.sentence.part.paper
    now = paper.year if paper.kind == "annual" and paper.year is not None else paper.now
    times = context.sentence.analysis.times
    return now is not None and any(time.year is not None and time.year > now for time in times)


_AND_MORE = [
    [joint, rest] for joint in ("og", "eller") for rest in ("derover", "derunder", "opefter", "ældre", "mere")
]
"""Behind the age of those who are meant: ``65 år og derover``."""


def is_age(context: Context) -> bool:
    """``borgere over 65 år``, ``unge mellem 18 og 30 år``, ``65 år og derover``, ``er fyldt 70 år``: how old;
    ``firmaer med under 50 ansatte``, ``48 pct. havde under 50 ansatte``: how big."""
    quantity = context.quantity
    tokens, place = context.sentence.analysis.tokens, quantity.last + 1
    behind = tokens[place].lower if place < len(tokens) else ""
    if not quantity.comparator and behind not in SIZES and behind not in _YEARS:
        return False
    if behind in _YEARS and [token.lower for token in tokens[place + 1 : place + 3]] in _AND_MORE:
        return True
    near = [token.lower for token in context.preceding[-3:]]
    if behind in SIZES and (quantity.comparator or quantity.high) and len(near) > 1:
        of_part = context.previous is not None and context.previous.share and near[-2] in ("har", "havde")
        if near[-2] in ("med", "(") or of_part or ("med" in near and quantity.comparator):
            return True
    if near[:1] == ["med"] and quantity.comparator in ("<", ">") and _is_of_subject(context):
        return True  # `kommuner med færre end ti samtaler udelades`
    if "med" in near[:2] and quantity.comparator and context.before[-1:] == ("target",) and not quantity.share:
        return True  # `35 konferencer med over 100 deltagere`, `4 møder med op til 30 deltagere`
    if behind not in _YEARS:
        return False
    return quantity.high is not None or not _AGED.isdisjoint(near)


def _is_of_subject(context: Context) -> bool:
    """True for a count that only says which ones are meant: nothing is asked for before it, and its clause goes on
    with a verb behind it."""
    if context.quantity.share or not context.quantity.counted:
        return False
    moved = {"aim", "bound", "goal", "change_up", "change_down"}
    before = context.sentence.analysis.tokens[: context.quantity.first]
    return not any(token.signs & moved for token in before) and len(context.right) > 1


_YEARS = frozenset({"år", "årige", "års"})
_AGED = frozenset({"over", "under", "fyldt", "alderen", "mellem", "fra"})
"""What ages are told in, and words before them."""


def is_difference(context: Context) -> bool:
    """``12 færre end de 90``, ``to point under målet``: how far two numbers are apart; ``de 10 regionale
    mål``: how
    many goals there are."""
    quantity = context.quantity
    if quantity.comparator is not None:
        return False
    referred = context.sentence.analysis.has("goal_reference")
    if referred and any("goal_reference" in token.signs for token in context.right[:3]):
        return True  # `de 10 regionale mål`
    behind = context.sentence.analysis.tokens[quantity.last + 1 : quantity.last + 7]
    for place, token in enumerate(behind):
        following = behind[place + 1] if place + 1 < len(behind) else None
        if token.lower in COMPARED and following is not None:
            compared = behind[place + 1 : place + 4]
            known = any(
                t.signs & {"goal", "definite"} or t.lower in ("ventet", "planlagt", "budgetteret", "året")
                for t in compared
            )
            return (following.lower == "end" and known) or "goal" in following.signs
        if place > 2 or not token.text[0].isalpha() or token.signs & {"outcome", "past", "bound"}:
            return False
        if token.lower in ("og", "i", "af", "vi", "de", "det"):
            return False
    return False


def is_come_from(context: Context) -> bool:
    """``Ned til 25 % fra 31 %``: where a move began, behind where it ends."""
    previous, left = context.previous, context.left
    if previous is None or not left or left[-1].lower != "fra" or previous.unit != context.quantity.unit:
        return False
    tokens = context.sentence.analysis.tokens
    return (
        previous.first > 0
        and tokens[previous.first - 1].lower == "til"
        and context.quantity.first == previous.last + 2
    )


def is_of_row(context: Context) -> bool:
    """``3 Skaffe læreplads til alle``: the number of a row, with which a printed line begins, before its name; it
    counts nothing."""
    quantity, tokens = context.quantity, context.sentence.analysis.tokens
    if quantity.share or quantity.money or quantity.value > MOST_ROWS:
        return False
    if quantity.first and quantity.start not in context.sentence.passage.starts:
        return False
    word = tokens[quantity.last + 1].text if quantity.last + 1 < len(tokens) else ""
    return tokens[quantity.first].text.isdecimal() and len(word) > 1 and word[0].isupper() and word[1:].islower()
