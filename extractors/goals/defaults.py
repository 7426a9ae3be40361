"""What a number is where no word beside it says so: the kind of the part it stands in decides."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Literal

from extractors.goals.reading import Sentence
from extractors.language.analysis import Quantity, Token
from extractors.language.danish import DURATIONS
from schemas.language import lexicon

Role = Literal[
    "target", "earlier_target", "result", "earlier_result", "baseline", "fulfilment", "equation", "other"
]

REACH = 14
"""Words before a number in which a score may be named."""


@dataclass(frozen=True, slots=True)
class Context:
    """A number in its clause: the words before and behind it, and the roles of the numbers before it."""

    sentence: Sentence
    index: int
    quantity: Quantity
    left: tuple[Token, ...]
    right: tuple[Token, ...]
    before: tuple[Role, ...]

    @property
    def previous(self) -> Quantity | None:
        """The number before."""
        return self.sentence.analysis.quantities[self.index - 1] if self.index else None

    @property
    def following(self) -> Quantity | None:
        """The number behind."""
        later = self.sentence.analysis.quantities[self.index + 1 : self.index + 2]
        return later[0] if later else None

    @property
    def preceding(self) -> tuple[Token, ...]:
        """All words of the sentence before the number."""
        return self.sentence.analysis.tokens[: self.quantity.first]


def default_role(context: Context) -> Role:
    """The role by the kind of the part."""
    part = context.sentence.part
    report = part.paper.kind in ("half_year", "annual")
    came_about = _came_about(context)
    led = _led(context)
    if part.kind == "method":
        return "target" if _conditional(context) else "other"
    if part.kind == "target":
        return "target" if led != "result" and _aimed(context) else "result" if led == "result" else "other"
    if led is not None:
        return led
    if part.kind == "intro" and _set(context):
        return "target"
    if part.kind == "intro" and not report:
        return "other"
    if part.kind == "prose" and (
        _proposed(context)
        or (part.paper.kind == "contract" and bool(context.quantity.comparator) and _set(context))
    ):
        return "target"
    return "result" if came_about else "other"


def is_definite(left: tuple[Token, ...]) -> bool:
    """True where the number stands behind ``de``, ``alle``…: things already known, not things aimed at."""
    return bool(left) and ("definite" in left[-1].signs or left[-1].lower.endswith(("ens", "ets", "nes")))


def is_plain(quantity: Quantity, sentence: Sentence) -> bool:
    """True for a number that counts and measures nothing that can be named."""
    if quantity.share or quantity.money or quantity.comparator or quantity.counted:
        return False
    return not _scored(quantity, sentence)


def _scored(quantity: Quantity, sentence: Sentence) -> bool:
    """True for a score: named as one, or a decimal fraction of nothing."""
    tokens = sentence.analysis.tokens[max(0, quantity.first - REACH) : quantity.first]
    if any("score" in token.signs for token in tokens):
        return True
    return quantity.unit is None and quantity.value != quantity.value.to_integral_value() and bool(tokens)


def _led(context: Context) -> Literal["target", "result"] | None:
    """An entry of a list that is introduced as one of targets or of results."""
    sentence = context.sentence
    if not sentence.lead.rstrip().endswith(":") or not (sentence.marker or sentence.part.listed):
        return None
    if not (_opens(context) or _labelled(context) or (sentence.marker and not context.index and _aimed(context))):
        return None
    signs = {sign for word in sentence.lead.lower().rstrip(" :").split() for sign in lexicon().signs(word)}
    if "reported" in signs or ("outcome" in signs - {"goal"} and "goal" not in signs):
        return "result"
    if "goal" in signs:
        return "target"
    # `Der skal gennemføres:` in a contract or under a goal
    owed = "skal" in sentence.lead.lower().split() and "negation" not in signs
    return "target" if owed and sentence.part.kind in ("target", "intro") and context.quantity.counted else None


def _opens(context: Context) -> bool:
    """True for the count that a list entry begins with: ``472 korte vejledninger``."""
    quantity, tokens = context.quantity, context.sentence.analysis.tokens
    at_start = quantity.first == 0 or (quantity.first == 1 and not tokens[0].text.isalnum())
    return at_start and quantity.counted is not None and len(tokens) <= 10


def _labelled(context: Context) -> bool:
    """True for the value of a label: ``Korte forløb: 600``, ``Drift: 95 %``."""
    quantity, tokens = context.quantity, context.sentence.analysis.tokens
    if quantity.first < 2 or tokens[quantity.first - 1].text != ":":
        return False
    return quantity.first <= 9 and not context.sentence.text.rstrip().endswith(":")


def _conditional(context: Context) -> bool:
    """``Målet er opfyldt, når de 4 indsatser er gennemført``: the count after *når* is the target."""
    words = {token.lower for token in context.preceding}
    quantity = context.quantity
    return bool(words & {"når", "hvis", "såfremt"}) and not quantity.share and quantity.counted is not None


def _aimed(context: Context) -> bool:
    """In a part that states targets: is this number one?"""
    quantity, left, before = context.quantity, context.left, context.preceding
    sentence = context.sentence
    if _labelled(context) and (sentence.part.listed or sentence.marker is not None):
        rest = sentence.analysis.tokens[quantity.last + 1 :]
        if len([token for token in rest if token.text not in ".),"]) <= 2:
            return True
    if _first_said(context):
        return True  # `Måltal 2031: 900`
    if is_plain(quantity, sentence) or is_aside(context):
        return False
    if any("past" in token.signs for token in left) or any("earlier" in token.signs for token in left[-8:]):
        return False
    if quantity.comparator or quantity.share:
        return True
    if is_definite(left):
        return False
    if any("score" in token.signs for token in before[-8:]):
        return True
    if left and left[-1].lower == "med":
        return any(token.signs & {"change_up", "change_down"} for token in left)
    if len(before) <= 2 and not sentence.analysis.has("outcome"):
        return True  # `Mål: 500 virksomhedsbesøg`
    if not before and sentence.part.label == "target" and sentence.first_of_passage:
        return True  # `Succeskriterium: 75 virksomheder har fået en plan`
    if left and left[-1].lower == "til" and not any("moved" in token.signs for token in left):
        moving = any(token.signs & {"change_up", "change_down"} for token in left)
        if moving and any(token.lower == "fra" for token in left):
            return True  # `antallet øges fra 310 til 350`
    return any("aim" in token.signs for token in before)


def _set(context: Context) -> bool:
    """In talk around a goal: a number that is bound by *skal* or a comparator, in no past tense."""
    quantity, left = context.quantity, context.left
    if is_plain(quantity, context.sentence) or any("past" in token.signs for token in left) or is_definite(left):
        return False
    if is_aside(context):
        return False
    words = {token.lower for token in context.preceding}
    behind = {token.lower for token in context.right}
    if (
        len(context.preceding) <= 1
        and quantity.comparator
        and quantity.share
        and ("skal" in behind or context.sentence.part.paper.kind == "contract")
    ):
        return True  # `Mindst 30 pct. af kunderne skal have …`: the sign is no word before the number
    if words & {"skal", "skulle", "må"}:
        bound = bool(quantity.comparator) or not quantity.share or "være" in words
        return bound or (bool({token.lower for token in left} & {"skal", "skulle"}) and not _remarked(context))
    if "måles" in words and quantity.share:
        return True
    if context.sentence.part.paper.kind in ("contract", "agenda"):
        return bool(quantity.comparator) and any("aim" in token.signs for token in context.preceding)
    return False


def _remarked(context: Context) -> bool:
    """``det skal ses i lyset af, at 45 pct. …``: the *skal* of a remark sets no aim."""
    return any("remark" in token.signs for token in context.left)


def _first_said(context: Context) -> bool:
    """True for the number that a label of targets is followed by at once, a time between them or not."""
    if context.sentence.part.label != "target" or context.index:
        return False
    if _alone(context):
        return True
    times, quantity = context.sentence.analysis.times, context.quantity
    if not context.preceding or context.preceding[-1].text != ":" or len(context.preceding) > 4:
        return False
    words = [token for token in context.preceding if token.text.isalnum()]
    return all(any(t.start <= word.start < t.end for t in times) for word in words) and quantity.value > 0


def _alone(context: Context) -> bool:
    """True for a number that is all its label is followed by: ``Opnået 2031: 377``."""
    quantity = context.quantity
    if context.preceding or not context.sentence.first_of_passage or quantity.value <= 0:
        return False
    behind = context.sentence.analysis.tokens[quantity.last + 1 : quantity.last + 2]
    return not behind or not behind[0].text[0].isalnum()


def is_aside(context: Context) -> bool:
    """A number that only explains another: the share that a sum comes to, the time after which is measured, the
    value that a move starts from."""
    quantity, left = context.quantity, context.left
    others = [q for q in context.sentence.analysis.quantities if q is not quantity]
    words = [token.lower for token in left[-2:]]
    if words == ["svarende", "til"] and any(q.money for q in others):
        return True
    if is_duration(quantity) and any(q.share or (q.counted and not is_duration(q)) for q in others):
        return True
    following = context.following
    if following is None or words[-1:] != ["fra"] or following.unit not in (quantity.unit, None):
        return False
    before = context.sentence.analysis.tokens[following.first - 1].lower
    return before == "til" and any(token.signs & {"change_up", "change_down"} for token in left)


def is_duration(quantity: Quantity) -> bool:
    """True for a length of time: ``14 dage``."""
    return quantity.counted is not None and quantity.counted.split()[-1].lower() in DURATIONS


def _proposed(context: Context) -> bool:
    """In running text without the word: ``foreslås, at … skal oprette to netværk``, ``så det i 2023 hedder 20
    pct.``,
    ``netto nul-udledning senest i 2050``."""
    quantity, left, sentence = context.quantity, context.left, context.sentence
    signs = {sign for token in context.preceding for sign in token.signs}
    words = [token.lower for token in context.preceding]
    if is_plain(quantity, sentence) or is_definite(left):
        return False
    if quantity.value == 0 and quantity.worded:
        return _ahead(context)
    previous = context.previous
    if previous is not None and context.before[-1:] == ("target",) and [t.lower for t in left[:2]] == [",", "så"]:
        return previous.unit == quantity.unit
    if sentence.after_goal and quantity.counted is not None and "kunne" in words and "være" in words:
        return True
    if "proposal" in signs and "skal" in words and sentence.part.paper.on_contract:
        return quantity.counted is not None
    if _announced(context):
        return True
    return words[-1:] == ["nå"] and quantity.share and _ahead(context)


def _announced(context: Context) -> bool:
    """``Aftalen har fire mål. Antallet skal falde med 10 pct. …``, ``planen fastsætter, at udledningen skal
    reduceres med 70 pct. i 2030``: bound by *skal* and said to be a goal, of those who speak."""
    quantity, sentence = context.quantity, context.sentence
    left = {token.lower for token in context.left}
    clause = left | ({token.lower for token in context.right} if quantity.comparator else set())
    signs = {sign for token in sentence.analysis.tokens for sign in token.signs}
    if not clause & {"skal", "må"} or signs & {"others", "law", "rejected"} or _remarked(context):
        return False
    moved = any(token.signs & {"change_up", "change_down"} for token in context.left)
    measured = bool(quantity.comparator) or (quantity.share and moved)
    ahead = context.preceding
    listed = any("goal" in one.signs and other.text == ":" for one, other in itertools.pairwise(ahead))
    if (sentence.announced or listed) and measured:
        return True
    return "setting" in signs and quantity.share and measured and _ahead(context)


def _ahead(context: Context) -> bool:
    """True where the sentence names a year that was still to come."""
    now = context.sentence.part.paper.now
    times = context.sentence.analysis.times
    return now is not None and any(time.year is not None and time.year > now for time in times)


def _came_about(context: Context) -> bool:
    """Where results are told: does this number tell one?"""
    quantity, left, sentence = context.quantity, context.left, context.sentence
    if left and left[-1].lower == "til" and any(token.lower == "fra" for token in left):
        # `steg fra 40 til 44 pct.` tells a result, `stigningen fra 40 til 44` only speaks of one
        return quantity.share and any("moved" in token.signs for token in left)
    if sentence.part.kind in ("result", "intro") and (
        _labelled(context) or (_opens(context) and bool(sentence.marker or sentence.lead))
    ):
        return True
    if sentence.part.label == "result" and _alone(context):
        return True
    if is_plain(quantity, sentence):
        return quantity.worded and bool(sentence.part.subs)
    told = sentence.part.kind == "prose" or sentence.part.label == "result"
    if quantity.comparator and not told and not quantity.share:
        return False
    if len(left) > 1 and left[-1].lower == "på" and left[-2].signs & {"change_up", "change_down"}:
        return False  # `en stigning på 47 %`
    if sentence.part.label == "result" and len(context.preceding) <= 2:
        return True  # `Resultat: 71 pct.`
    if not sentence.analysis.has("outcome"):
        return False
    if quantity.share or quantity.money or not quantity.counted:
        return True
    return not is_definite(left) or left[-1].lower in ("alle", "samtlige", "de")
