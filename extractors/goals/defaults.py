"""What a number is where no word beside it says so: the kind of the part it stands in decides."""

from __future__ import annotations

import itertools

from extractors.goals.beside import is_bracketed_in_title
from extractors.goals.chosen import CONDITION
from extractors.goals.context import Context, Role, is_ahead, is_aside, is_bound, is_definite, is_plain, is_remark
from extractors.goals.led_entries import ends_modal
from extractors.goals.led_entries import led as led_by
from extractors.goals.owed import is_all_of, is_all_to_be, is_owed, is_proposed, moves_to
from extractors.goals.portions import is_joined, is_listed_aim, is_part_of_aim, is_part_of_result
from extractors.goals.told import came_about, is_labelled, stands_alone
from extractors.goals.zones import MOVED, is_stated
from extractors.language.analysis import Token
from extractors.language.counting import is_duration, is_frequency


def default_role(context: Context) -> Role:
    """The role by the kind of the part; ``open`` where it says nothing."""
    if is_part_of_aim(context) or is_listed_aim(context):
        return "target"
    if is_part_of_result(context) and context.sentence.part.paper.kind != "contract":
        return "result"
    role = _of_part(context)
    return "open" if role == "other" and context.sentence.part.kind != "method" else role


def _of_part(context: Context) -> Role:
    part = context.sentence.part
    report = part.paper.kind in ("half_year", "annual")
    told = came_about(context)
    led = led_by(context)
    if part.kind == "method":
        return "target" if _conditional(context) else "other"
    if part.kind == "target":
        if led == "result":
            return led
        if (
            report
            and "target" in context.before
            and any(token.signs & {"past", "result"} for token in context.left)
        ):
            return "result" if told else "other"
        if report and _is_told_of_sub_goal(context):
            return "result" if told else "other"
        return "target" if _aimed(context) or ends_modal(context) or is_stated(context) else "other"
    if led is not None:
        return led
    if part.kind == "intro" and (_set(context) or is_stated(context)):
        return "target"
    if part.kind == "intro" and not report:
        return "other"
    if part.kind == "prose" and (
        is_proposed(context)
        or is_all_to_be(context)
        or _is_to_come(context)
        or (_is_ruled_by_contract(context) and _set(context))
        or (part.paper.kind == "contract" and _pledged(context))
    ):
        return "target"
    if part.kind == "result" and _is_bound_ahead(context):
        return "target"
    return "result" if told or _is_taken_up(context) else "other"


def _is_bound_ahead(context: Context) -> bool:
    """``Det er fastlagt, at 75 pct. af stederne skal have et mærke i 2034``: beside results."""
    measured = context.quantity.share or context.quantity.counted is not None
    near = context.right[:8]
    bound = is_bound(near) and not any(token.text == "," for token in near)
    return measured and bound and is_ahead(context) and not is_definite(context.left)


def _is_to_come(context: Context) -> bool:
    """``9.000 hektar skal være udtaget senest i 2036``: a count bound right behind it, for a year to come."""
    bound = any(token.lower in ("skal", "skulle") for token in context.right[:4])
    counted = context.quantity.counted is not None and not context.quantity.worded
    return bound and counted and is_ahead(context) and not is_definite(context.left)


def _is_taken_up(context: Context) -> bool:
    """``2.1 Gennemsnitlig svartid 70 sekunder``: the first measured number of a sentence in a unit that takes up an
    agreed one, with nothing said against it; what is counted decides which target it answers."""
    quantity, sentence = context.quantity, context.sentence
    if (
        not sentence.part.takes_up
        or is_plain(quantity, sentence)
        or quantity.comparator
        or is_definite(context.left)
    ):
        return False
    return (
        not context.before
        and not is_aside(context)
        and not any(
            token.signs & {"earlier", "others", "proposal", "expected", "bound", "goal", "aiming", "compared"}
            for token in sentence.analysis.tokens
        )
    )


_OWING = frozenset({"goal", "aiming", "owing", "bound", "planned", "pledge"})


def _is_told_of_sub_goal(context: Context) -> bool:
    """``Delmål 1.1: 140 firmaer gennemfører et forløb. Et forløb består af tre besøg``: in a report what stands
    behind the sentence of a sub-goal, without a bound or a word of owing, tells about it and is none."""
    sentence, part = context.sentence, context.sentence.part
    if (
        part.sub_no is None
        or not part.offset
        or part.label is not None
        or part.listed
        or context.quantity.comparator
    ):
        return False
    if sentence.marker is not None or (sentence.first_of_passage and sentence.passage.first <= part.span.first):
        return False
    return not any(token.signs & _OWING for token in sentence.analysis.tokens)


def _conditional(context: Context) -> bool:
    """``Målet er opfyldt, når de 4 indsatser er gennemført``: the count after *når* is the target."""
    words = {token.lower for token in context.preceding}
    quantity = context.quantity
    return bool(words & {"når", "hvis", "såfremt"}) and not quantity.share and quantity.counted is not None


def _aimed(context: Context) -> bool:
    """In a part that states targets: is this number one?"""
    quantity, left, before = context.quantity, context.left, context.preceding
    sentence = context.sentence
    if is_labelled(context) and (sentence.part.listed or sentence.marker is not None):
        rest = sentence.analysis.tokens[quantity.last + 1 :]
        if len([token for token in rest if token.text not in ".),"]) <= 2:
            return True
    if _first_said(context) or is_bracketed_in_title(context):
        return True  # `Måltal 2031: 900`
    if is_plain(quantity, sentence) or is_aside(context):
        return False
    if any("past" in token.signs or token.lower in MOVED for token in left):
        return False
    if any("earlier" in token.signs for token in left[-8:]):
        return False
    if quantity.comparator or quantity.share or is_all_to_be(context):
        return True
    if is_definite(left):
        return _conditional(context) and CONDITION.search(sentence.text) is not None
    if _is_of_agreed_point(context):
        return True  # `3.2 Restaffaldet er nedbragt til 1,9 kg`
    if any("score" in token.signs for token in before[-8:]):
        return True
    if left and left[-1].lower == "med":
        return any(token.signs & {"change_up", "change_down"} for token in left)
    if len(before) <= 2 and not sentence.analysis.has("outcome"):
        return True  # `Mål: 500 virksomhedsbesøg`
    if not before and sentence.part.label == "target" and sentence.first_of_passage:
        return True  # `Succeskriterium: 75 virksomheder har fået en plan`
    if left and left[-1].lower in ("på", "inden") and is_duration(quantity.counted) and sentence.first_of_passage:
        return sentence.part.label == "target"  # `Mål: Svar på breve på 5 dage`
    if left and left[-1].lower == "til" and not any("moved" in token.signs for token in left):
        moving = any(token.signs & {"change_up", "change_down"} for token in left)
        if moving and any(token.lower == "fra" for token in left):
            return True  # `antallet øges fra 310 til 350`
    return any("aim" in token.signs for token in before)


def _is_of_agreed_point(context: Context) -> bool:
    """True for the first measured number of a numbered point of an agreement: what is to be is often told as if it
    had come about."""
    part, sentence = context.sentence.part, context.sentence
    return (
        part.paper.kind == "contract" and part.listed and bool(part.subs) and sentence.first_of_passage
        and "target" not in context.before and not is_duration(context.quantity.counted)
    )  # fmt: skip


def _set(context: Context) -> bool:
    """In talk around a goal: a number that is bound by *skal* or a comparator, in no past tense."""
    quantity, left = context.quantity, context.left
    if moves_to(context) and context.previous is not None:
        return True  # `skal vokse fra 310 til 350`
    if is_plain(quantity, context.sentence) or is_aside(context):
        return False
    if (is_owed(context) and (not is_definite(left) or is_all_of(context))) or is_all_to_be(context):
        return True
    if any("past" in token.signs for token in left) or is_definite(left):
        return False
    words = {token.lower for token in context.preceding}
    if _opens_with_a_sign(context) or _is_agreed(context) or _opens_bound(context) or _is_to_move(context):
        return True
    if is_bound(context.preceding):
        bound = bool(quantity.comparator) or not quantity.share or "være" in words
        return bound or (is_bound(left) and not is_remark(context))
    if "måles" in words and quantity.share:
        return True
    aimed = any("aim" in token.signs for token in context.preceding)
    if context.sentence.part.paper.kind in ("contract", "agenda") and quantity.comparator:
        return aimed
    return aimed and _promised(context)


def _opens_with_a_sign(context: Context) -> bool:
    """``Mindst 30 pct. af kunderne skal have …``, and ``Mindst 75 pct. er tilfredse`` as the first that is said of
    a
    goal: a share with a sign that opens its sentence and tells nothing that has come about."""
    quantity, sentence = context.quantity, context.sentence
    if len(context.preceding) > 2 or not (quantity.comparator and quantity.share):
        return False
    if is_bound(context.right) or sentence.part.paper.kind == "contract":
        return True
    told = any(token.signs & {"past", "fulfilled"} for token in context.right)
    return sentence.opens_goal and not told and not any(
        token.lower in ("har", "er", "blev") and "outcome" in after.signs
        for token, after in itertools.pairwise(context.right)
    )  # fmt: skip


def _is_agreed(context: Context) -> bool:
    """``Senest den 1. oktober har mindst 75 butikker fået en plan``: what a contract says with a sign of a goal,
    and not as done already."""
    quantity, part, tokens = context.quantity, context.sentence.part, context.sentence.analysis.tokens
    if part.paper.kind != "contract" or part.goal_no is None or quantity.comparator not in (">=", "<="):
        return False
    if is_duration(quantity.counted) and not is_frequency(quantity):
        return False
    done = any("outcome" in token.signs and token.lower not in ("har", "er") for token in tokens)
    due = any(token.lower in ("senest", "inden", "ultimo") for token in tokens[:2])
    return (due or not done) and not any(token.signs & {"earlier", "law", "compared", "survey"} for token in tokens)


def _opens_bound(context: Context) -> bool:
    """``Halvdelen af kunderne skal have en plan``: a share that opens its sentence and is bound by the verb behind
    it."""
    return context.quantity.share and len(context.preceding) <= 1 and is_bound(context.right[:10])


def _is_to_move(context: Context) -> bool:
    """``Andelen øges fra 12 til 15 pct.``: the end of a move that a contract tells in the present."""
    left = [token.lower for token in context.left]
    moved = any(
        sign.startswith("change") and token.lower.endswith("es") for token in context.left for sign in token.signs
    )
    return context.sentence.part.paper.kind == "contract" and left[-1:] == ["til"] and moved


def _promised(context: Context) -> bool:
    """``Der etableres tre nye partnerskaber``, ``Huset afholder 12 møder``: a count that a contract, or the first
    sentence below a goal's heading, says in the present."""
    quantity, sentence = context.quantity, context.sentence
    if context.index:
        joined = is_joined(context) or _has_own_aim(context)
        return context.before[-1] == "target" and quantity.counted is not None and joined
    if quantity.counted is None or is_duration(quantity.counted):
        return False
    if sentence.part.goal_no is None or any(
        token.signs & {"past", "outcome"} for token in (*context.left, *_up_to_comma(context.right))
    ):
        return False
    verb = next((token for token in context.left if "aim" in token.signs), None)
    return verb is not None and (sentence.opens_goal or sentence.part.paper.kind == "contract")


def _up_to_comma(right: tuple[Token, ...]) -> tuple[Token, ...]:
    """Without a relative clause: ``15 læsekredse for lånere, som har meldt sig``."""
    return right[: next((place for place, token in enumerate(right) if token.text == ","), len(right))]


def _pledged(context: Context) -> bool:
    """``Kommunerne opretter i 2032 tilsammen 45 pladser``: what a party of a contract will do, in the present and
    for a year to come."""
    quantity = context.quantity
    if quantity.counted is None or is_duration(quantity.counted) or is_definite(context.left) or context.index:
        return False
    if any(token.signs & {"past", "outcome", "others", "law"} for token in (*context.left, *context.right)):
        return False
    return is_ahead(context) and any("aim" in token.signs for token in context.left)


def _is_ruled_by_contract(context: Context) -> bool:
    """A number with a sign in the running text of a contract, unless it says what part of the money goes where:
    ``Mindst 60 pct. af bevillingen går til vejledning``."""
    granted = any("grant" in token.signs for token in context.right[:4])
    bounded = context.sentence.part.paper.kind == "contract" and bool(context.quantity.comparator)
    return bounded and not (granted and context.quantity.share)


def _has_own_aim(context: Context) -> bool:
    """``Huset holder 12 møder og besøger 40 skoler``: a count with a verb of its own behind the number before."""
    previous = context.previous
    between = context.preceding[previous.last + 1 :] if previous is not None else ()
    signs = {sign for token in between for sign in token.signs}
    return "aim" in signs and not signs & {"past", "bound"} and not is_duration(context.quantity.counted)


def _first_said(context: Context) -> bool:
    """True for the number that a label of targets is followed by at once, a time between them or not."""
    if context.sentence.part.label != "target" or context.index:
        return False
    if stands_alone(context):
        return True
    times, quantity = context.sentence.analysis.times, context.quantity
    if not context.preceding or context.preceding[-1].text != ":" or len(context.preceding) > 4:
        return False
    words = [token for token in context.preceding if token.text.isalnum()]
    return all(any(t.start <= word.start < t.end for t in times) for word in words) and quantity.value > 0
