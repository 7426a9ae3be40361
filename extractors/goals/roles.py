"""What a number of a sentence is: a target, a result, a degree of fulfilment, or none of these.

Every number gets one role from the signs around it in its clause; the nearest sign decides, the kind of the part
it stands in decides where no sign does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from extractors.danish import Analysis, Quantity, Token
from extractors.goals.reading import Sentence

Role = Literal["target", "earlier_target", "result", "earlier_result", "baseline", "fulfilment", "equation", "other"]

CLAUSE_WORDS = frozenset(
    "og men hvilket hvorfor hvor dvs dvs. mens så hvoraf samt hvormed når hvorved idet da".split()
)
"""Words that begin a new clause after a comma."""


class Equation(NamedTuple):
    """``45% er lig 100%``: a value and the degree of fulfilment it stands for."""

    value: Quantity
    degree: Quantity


def clauses(analysis: Analysis) -> list[tuple[int, int]]:
    """First and last token of each clause."""
    tokens = analysis.tokens
    starts = [0]
    for index, token in enumerate(tokens):
        if index == 0:
            continue
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if token.text in ("(", ";", "–", "—") or (token.text == "-" and tokens[index - 1].end < token.start):
            starts.append(index)
        elif token.text == ":" and index > 5 and any("outcome" in t.signs for t in tokens[starts[-1] : index]):
            starts.append(index + 1)
        elif token.text == ")" and following is not None:
            starts.append(index + 1)
        elif (
            token.text == "," and following is not None
            and (following.lower in CLAUSE_WORDS)
        ):  # fmt: skip
            starts.append(index)
    starts = sorted({s for s in starts if s < len(tokens)})
    return [(s, e - 1) for s, e in zip(starts, [*starts[1:], len(tokens)], strict=True)]


def clause_of(analysis: Analysis, quantity: Quantity) -> tuple[int, int]:
    """The clause that holds the quantity."""
    for first, last in clauses(analysis):
        if first <= quantity.first <= last:
            return first, last
    return 0, len(analysis.tokens) - 1


def equations(analysis: Analysis) -> Iterator[Equation]:
    """Pairs such as ``45% er lig 100%``."""
    quantities = analysis.quantities
    for left, right in zip(quantities, quantities[1:], strict=False):
        between = [t.lower for t in analysis.tokens[left.last + 1 : right.first]]
        if left.unit == right.unit == "%" and between[:2] == ["er", "lig"] and len(between) <= 3:
            yield Equation(left, right)
        elif left.unit == right.unit == "%" and between in (["svarer", "til"], ["=",]):
            yield Equation(left, right)


def roles(sentence: Sentence) -> list[Role]:
    """The role of each quantity of the sentence, in order."""
    analysis = sentence.analysis
    equated = {id(q) for e in equations(analysis) for q in e}
    found: list[Role] = []
    for index, quantity in enumerate(analysis.quantities):
        if id(quantity) in equated and "lig" in sentence.text:
            found.append("equation")
            continue
        found.append(_role(sentence, index, quantity, found))
    return found


def _role(sentence: Sentence, index: int, quantity: Quantity, before: list[Role]) -> Role:
    analysis = sentence.analysis
    tokens = analysis.tokens
    first, last = clause_of(analysis, quantity)
    left = tokens[first : quantity.first]
    right = tokens[quantity.last + 1 : last + 1]
    previous = analysis.quantities[index - 1] if index else None

    if quantity.unit == "%" and (role := _fulfilment(sentence, quantity, left, right, previous, before)):
        return role
    if left and left[-1].lower == "mod" and previous is not None and previous.unit == quantity.unit:
        return "baseline"
    cue = _nearest(left)
    if cue == "goal":
        return _goal_role(sentence, quantity, left)
    if _expected(left):
        return "other"
    if any("earlier" in token.signs for token in left[-8:]):
        return "earlier_result"
    if cue == "result":
        return "result"
    return _default(sentence, index, quantity, left, right, before)


def _nearest(left: tuple[Token, ...]) -> Literal["goal", "result"] | None:
    for token in reversed(left):
        if "goal" in token.signs:
            return "goal"
        if "result" in token.signs:
            return "result"
    return None


def _fulfilment(
    sentence: Sentence, quantity: Quantity, left: tuple[Token, ...], right: tuple[Token, ...],
    previous: Quantity | None, before: list[Role],
) -> Role | None:  # fmt: skip
    """The role of a percentage that tells how far a goal is reached; None where it tells something else."""
    near = right[:3]
    degree = False
    if near and near[0].signs & {"fulfilled"}:
        degree = True
    elif near and near[0].lower == "af" and any("goal" in t.signs for t in right[1:4]):
        degree = True
    elif previous is not None and before and before[-1] == "fulfilment" and near and near[0].lower == "af":
        between = sentence.analysis.tokens[previous.last + 1 : quantity.first]
        degree = between != () and between[-1].lower == "og" and not any("outcome" in t.signs for t in between)
    if not degree:
        seen_reached = False
        for distance, token in enumerate(reversed(left)):
            if "goal" in token.signs:
                # `opfyldelse af denne del af målet på 80 %`, `målopfyldelsen på mål 7 vurderes at være 80 %`
                place = len(left) - 1 - distance
                if any("fulfilment" in earlier.signs for earlier in left[max(0, place - 6) : place]):
                    degree = True
                    break
            if token.signs & {"fulfilment"} or (token.signs & {"fulfilled"} and distance <= 3):
                degree = True
                break
            if token.signs & {"reached"} and distance <= 2:
                seen_reached = True
            if "goal" in token.signs and seen_reached:
                degree = True
                break
            if "result" in token.signs or ("goal" in token.signs and not seen_reached):
                break
        if seen_reached and quantity.value == 100:
            degree = True
    if not degree:
        return None
    if any("negation" in token.signs for token in left) or _expected(left) or any(t.lower in ("når", "hvis", "såfremt") for t in (*right[:4], *left)):
        return "other"
    following = sentence.analysis.tokens[quantity.last + 1 : quantity.last + 5]
    if any(t.lower in ("når", "hvis", "såfremt") for t in following):
        return "other"
    return "fulfilment"


def _expected(left: tuple[Token, ...]) -> bool:
    """True after a word of hope or forecast: what follows has not come about."""
    return any("expected" in token.signs for token in left)


def _goal_role(sentence: Sentence, quantity: Quantity, left: tuple[Token, ...]) -> Role:
    """The role of a number that a word for goal stands before."""
    place = max(i for i, token in enumerate(left) if "goal" in token.signs) if any("goal" in t.signs for t in left) else 0
    between = left[place + 1 :]
    words = [token.lower for token in between]
    moved = any(token.signs & {"change_up", "change_down"} for token in between)
    infinitive = any(word in ("at", "skal", "skulle") for word in words)
    if moved and not infinitive and words and words[-1] in ("med", "på"):
        return "other"  # the goal itself was raised by so much
    if any("result" in token.signs for token in between):
        return "result"
    if any("expected" in token.signs for token in left[:place]) and not any(w in ("er", "var", "på", "om") for w in words):
        return "other"
    if quantity.counted is not None and not quantity.comparator and not quantity.share and _definite(left):
        return "other"
    if any("earlier" in token.signs for token in left[-8:]):
        return "earlier_target"
    if _plain(quantity, sentence) and words[-1:] not in (["var"], ["er"], ["på"], ["fra"], ["til"], ["med"], [":"], ["blev"], ["fortsat"], ["om"]):
        return "other"
    return "target"


def _definite(left: tuple[Token, ...]) -> bool:
    """True where the number stands behind ``de``, ``alle``…: things already known, not things aimed at."""
    return bool(left) and ("definite" in left[-1].signs or left[-1].lower.endswith(("ens", "ets", "nes")))


def _default(
    sentence: Sentence, index: int, quantity: Quantity, left: tuple[Token, ...], right: tuple[Token, ...], before: list[Role]
) -> Role:
    kind = sentence.part.kind
    if kind == "method":
        return "target" if _conditional(sentence, quantity) else "other"
    if kind == "target":
        return "target" if _aimed(sentence, quantity, left) else "other"
    if kind == "intro":
        if _set(sentence, quantity, left):
            return "target"
        report = sentence.part.paper.kind in ("half_year", "annual")
        return "result" if report and _came_about(sentence, quantity, left, right) else "other"
    if kind == "prose":
        if _proposed(sentence, index, quantity, left, before):
            return "target"
        return "result" if _came_about(sentence, quantity, left, right) else "other"
    return "result" if _came_about(sentence, quantity, left, right) else "other"


def _conditional(sentence: Sentence, quantity: Quantity) -> bool:
    """``Målet er opfyldt, når de 4 indsatser er gennemført``: the count after *når* is the target."""
    words = [token.lower for token in sentence.analysis.tokens[: quantity.first]]
    return any(word in ("når", "hvis", "såfremt") for word in words) and not quantity.share and (quantity.counted is not None)


def _plain(quantity: Quantity, sentence: Sentence) -> bool:
    """True for a number that counts and measures nothing that can be named."""
    if quantity.share or quantity.money or quantity.comparator or quantity.counted:
        return False
    return not any("score" in t.signs for t in sentence.analysis.tokens[max(0, quantity.first - 14) : quantity.first])


def _aimed(sentence: Sentence, quantity: Quantity, left: tuple[Token, ...]) -> bool:
    """In a part that states targets: is this number one?"""
    tokens = sentence.analysis.tokens
    before = tokens[: quantity.first]
    if _listed_value(sentence, quantity):
        return True
    if _plain(quantity, sentence):
        return False
    if any("past" in token.signs for token in left) or any("earlier" in token.signs for token in left[-8:]):
        return False
    if any("definite" in token.signs and token.lower in ("landsplan",) for token in left):
        return False
    if quantity.comparator or quantity.share:
        return True
    if _definite(left):
        return False
    if any("score" in token.signs for token in before[-8:]):
        return True
    if left and left[-1].lower == "med":
        return any(token.signs & {"change_up", "change_down"} for token in left)
    return any("aim" in token.signs for token in before)


def _listed_value(sentence: Sentence, quantity: Quantity) -> bool:
    """``Korte forløb: 600`` in a list of måltal."""
    tokens = sentence.analysis.tokens
    rest = [t for t in tokens[quantity.last + 1 :] if t.text not in (".", ")", ",")]
    before = tokens[: quantity.first]
    return bool(before) and before[-1].text == ":" and len(rest) <= 2 and (sentence.part.listed or sentence.marker is not None) and len(before) > 1


def _set(sentence: Sentence, quantity: Quantity, left: tuple[Token, ...]) -> bool:
    """In talk around a goal: a number that is bound by *skal* or a comparator, in no past tense."""
    if _plain(quantity, sentence) or any("past" in token.signs for token in left) or _definite(left):
        return False
    words = {token.lower for token in sentence.analysis.tokens[: quantity.first]}
    if words & {"skal", "skulle"}:
        return bool(quantity.comparator) or not quantity.share or "være" in words
    if "måles" in words and quantity.share:
        return True
    if sentence.part.paper.kind in ("contract", "agenda") and sentence.analysis.signs(0, quantity.first) & {"aim"}:
        return bool(quantity.comparator)
    return False


def _proposed(
    sentence: Sentence, index: int, quantity: Quantity, left: tuple[Token, ...], before_roles: list[Role]
) -> bool:
    """In running text without the word: ``foreslås, at … skal oprette to netværk``, ``så det i 2023 hedder 20 pct.``,
    ``netto nul-udledning senest i 2050``."""
    before = sentence.analysis.tokens[: quantity.first]
    signs = {sign for token in before for sign in token.signs}
    words = [token.lower for token in before]
    if _plain(quantity, sentence) or _definite(left):
        return False
    if quantity.value == 0 and quantity.worded:
        return _ahead(sentence)
    if index and before_roles[-1:] == ["target"] and [t.lower for t in left[:2]] == [",", "så"]:
        return sentence.analysis.quantities[index - 1].unit == quantity.unit
    if sentence.after_goal and quantity.counted is not None and "kunne" in words and "være" in words:
        return True
    if "proposal" in signs and "skal" in words and sentence.part.paper.on_contract:
        return quantity.counted is not None
    return words[-1:] == ["nå"] and quantity.share and _ahead(sentence)


def _ahead(sentence: Sentence) -> bool:
    """True where the sentence names a year that was still to come."""
    now = sentence.part.paper.now
    return now is not None and any(time.year is not None and time.year > now for time in sentence.analysis.times)


def _came_about(sentence: Sentence, quantity: Quantity, left: tuple[Token, ...], right: tuple[Token, ...]) -> bool:
    """In a part that tells results: does this number tell one?"""
    analysis = sentence.analysis
    if left and left[-1].lower == "til" and any(token.lower == "fra" for token in left):
        return False  # moved from one value to another
    if sentence.part.kind in ("result", "intro") and _status_entry(sentence, quantity):
        return True
    if _plain(quantity, sentence):
        return False
    if quantity.comparator and sentence.part.kind != "prose" and not quantity.share:
        return False
    if left and left[-1].lower == "på" and len(left) > 1 and left[-2].signs & {"change_up", "change_down"}:
        return False
    verbs = analysis.has("outcome")
    if not verbs:
        return False
    if quantity.share:
        return True
    if quantity.money:
        return True
    if not quantity.counted:
        return any("score" in t.signs for t in analysis.tokens[max(0, quantity.first - 14) : quantity.first])
    if _definite(left) and left[-1].lower not in ("alle", "samtlige", "de"):
        return False
    return True


def _status_entry(sentence: Sentence, quantity: Quantity) -> bool:
    """A list entry that begins with its count (``472 korte vejledninger``) or a label with one (``Drift: 95 %``)."""
    tokens = sentence.analysis.tokens
    if quantity.first == 0 or (quantity.first == 1 and not tokens[0].text.isalnum()):
        return (sentence.marker is not None or bool(sentence.lead)) and quantity.counted is not None and len(tokens) <= 8
    return tokens[quantity.first - 1].text == ":" and quantity.first <= 6 and not sentence.text.rstrip().endswith(":")
