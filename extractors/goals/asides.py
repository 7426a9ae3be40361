"""Numbers that are neither owed nor reached: asked for, spread, of the start of an agreement, still under way, or
of what becomes of the money of a contract."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import lru_cache

from extractors.goals.beginnings import is_of_beginning, speaks_of_beginning
from extractors.goals.context import AIMS, Context, Role, is_bound, is_definite
from extractors.goals.foretold import is_foretold
from extractors.goals.goal_counts import counts_goals
from extractors.goals.hypothetical import is_hypothetical
from extractors.goals.one_means import is_one_means
from extractors.goals.parts_told import PLACES, makes_up, stands_out, tells_parts
from extractors.goals.which_ones import tells_which
from extractors.language.analysis import Analysis, Token
from extractors.language.counting import is_duration
from schemas.language import lexicon

FORECAST = frozenset({"ventes", "forventes", "påregnes"})
KNOWN = frozenset({"offentliggjort", "opgjort", "foreligger", "udkommet", "fremlagt"})
"""Words by which a sentence says up to when something is known."""
CONTROLS = ("kontrolgruppe", "sammenligningsgruppe", "referencegruppe")
BESIDE = frozenset({"til", "end", "med", "i", "for", "over", "hos", "mod"})
BEING = frozenset({"er", "består", "omfatter", "dækker", "defineres", "forstås"})
"""Verbs by which a sentence about `et kort forløb` says what that is."""
MOST_DEFINED = 5
"""Words of what is defined, at most."""
PENALTIES = ("sanktion", "bod", "boden", "bøde", "bonus", "præmie")
PRICES = ("gebyr", "gebyret", "honorar", "honoraret", "kontingent", "deltagerbetaling", "egenbetaling")
PAID = ("bidrag", "tilskud", "takst", "godtgørelse", "refusion")
"""Nouns behind which money is a price, and those of which it is where it is paid or for each of something."""
MOST_PRICED = 8
"""Words before such an amount that are looked at."""
DEGREES = ("graden", "målopfyldelsen", "målopfyldelsesgrad", "opfyldelsesgrad", "opfyldelsen", "scoren")
"""What the degree to which a goal is reached is called."""
STANDS = frozenset({"er", "ligger", "lå", "var", "når", "nåede", "har", "havde"})
CONDITIONS = frozenset({"hvis", "såfremt", "opfylder", "opnår", "når", "opfyldes", "nås", "falder"})
"""Words that open a sentence which says what follows if a goal is missed."""
_SIGNS = frozenset({"spread", "negation", "underway", "survey", "notice", "sanction", "start"})
_WORDS = frozenset({"alene", "alone", "stedet", "hertil", "blandt"}) | FORECAST | KNOWN
_OPENING = frozenset({"en", "et", "havde", "hvis", "såfremt", "var"})
"""Signs, words and first words of sentences that say more of their numbers than these say themselves."""


def aside(context: Context) -> Role | None:
    """The role of a number that its sentence says is no target and no result; None where it says nothing of it."""
    if (
        _counts_parts(context)
        or _is_to_be_kept(context)
        or _is_in_row(context)
        or _is_penalty(context)
        or _is_price(context)
        or counts_goals(context)
        or _is_numbering(context)
        or _is_move_to(context)
        or _is_provided(context)
        or _is_mean_of_others(context)
        or is_one_means(context)
        or is_hypothetical(context)
        or tells_which(context)
        or is_foretold(context)
        or _is_cap_of_degrees(context)
        or _is_reckoned_with(context)
    ):
        return "other"
    if not _says_more(context.sentence.analysis):
        return None
    if (
        _is_alone(context)
        or _is_asked(context)
        or _is_spread(context)
        or stands_out(context)
        or makes_up(context)
        or _defines(context)
        or _is_instead(context)
        or _comes_on_top(context)
        or _is_supposed(context)
        or _is_of_control(context)
        or _is_missed(context)
        or _is_defined(context)
        or _is_to_come(context)
        or _is_answered(context)
        or _is_sanction(context)
        or _announces(context)
    ):
        return "other"
    return "earlier_result" if is_of_beginning(context) or _is_last_known(context) else None


def _is_cap_of_degrees(context: Context) -> bool:
    """``Målopfyldelsen kan højst blive 100 pct.``: how degrees are reckoned."""
    if not context.quantity.share:
        return False
    able = any(token.lower == "kan" for token in context.left)
    return able and any(token.lower.startswith(DEGREES) for token in context.preceding)


def _is_reckoned_with(context: Context) -> bool:
    """``havde lagt et elevtal på mellem 850 og 900 til grund``: what a budget was made from, and nobody's goal."""
    if not context.sentence.analysis.prints("til", "grund"):
        return False
    words = [token.lower for token in _behind(context)]
    laid = any(token.lower.startswith(("lagt", "lagde", "lægge")) for token in context.left)
    return laid and ("til", "grund") in itertools.pairwise(words)


@lru_cache(maxsize=64)
def _says_more(analysis: Analysis) -> bool:
    """False for a sentence without a sign or word by which it sets a number aside; most have none."""
    tokens, printed = analysis.tokens, analysis.printed
    return (
        not analysis.held.isdisjoint(_SIGNS)
        or not printed.isdisjoint(_WORDS)
        or tokens[0].lower in _OPENING
        or tokens[-1].text == ":"
        or analysis.text.rstrip().endswith("?")
        or speaks_of_beginning(analysis)
        or tells_parts(analysis)
        or _speaks_of_controls(analysis)
    )


def _is_alone(context: Context) -> bool:
    """``Sommerudstillingen trak alene 21.000 gæster``: what one part brought, told beside the whole."""
    return _before(context) in ("alene", "alone") and context.quantity.comparator is None


def _defines(context: Context) -> bool:
    """``Et kort forløb er på højst 6 timer``: what a thing of the kind is, not what is to be."""
    if context.sentence.analysis.tokens[0].lower not in ("et", "en") or context.quantity.first < 4:
        return False
    words = [token.lower for token in context.preceding]
    if "betyder" in words[1:MOST_DEFINED]:
        return True  # `Et gennemført forløb betyder, at klubben har været på alle fire kurser`
    verb = next((place for place, word in enumerate(words) if word in BEING), 0)
    return verb >= 3 and len(words) - verb <= 3 and not context.sentence.analysis.signs() & {"past", "goal"}


def _is_to_be_kept(context: Context) -> bool:
    """``Båden sejler senest 5 minutter efter kaldet. Dette skal overholdes i 90 pct. af turene``: the time whose
    keeping is the goal."""
    answer = context.answer
    if answer is None or not is_duration(context.quantity.counted) or context.quantity.share:
        return False
    shares = [quantity for quantity in answer.quantities if quantity.share]
    first = answer.tokens[0].lower if answer.tokens else ""
    return len(shares) == 1 and first in ("dette", "det") and answer.has("bound")


def _is_asked(context: Context) -> bool:
    """``Skal målet hæves til 35 pct.?``, ``Nyt mål: 900 gæster?``: asked, and not whether it was reached."""
    analysis = context.sentence.analysis
    return analysis.text.rstrip().endswith("?") and not analysis.signs() & {"past", "reached", "fulfilled"}


def _is_spread(context: Context) -> bool:
    """``varierer fra 31 pct. i øst til 58 pct. i vest``: the ends of a spread, not the value of the whole."""
    if not context.sentence.analysis.has("spread"):
        return False
    tokens, quantity = context.sentence.analysis.tokens, context.quantity
    spread = next((i for i, token in enumerate(tokens) if "spread" in token.signs), None)
    if (
        spread is None
        or spread > quantity.first
        or "goal" in context.sentence.analysis.signs(spread, quantity.first)
    ):
        return False
    if any(token.text == ":" for token in tokens[spread : quantity.first]):
        return True  # `Der er forskel på egnene: I nord er det 28 pct., i syd 9`
    behind = context.right[:2]
    placed = len(behind) == 2 and behind[0].lower in PLACES and behind[1].text[0].isupper()
    if placed or _before(context) in ("fra", "mellem") or quantity.high is not None:
        return True
    previous = context.previous
    if previous is None or previous.first < spread:
        words = [token.lower for token in tokens[spread : quantity.first]]
        return "fra" in words and "til" in words[words.index("fra") :]  # `fra uændret til en nedgang på 2 pct.`
    opened = tokens[previous.first - 1].lower
    return (opened, _joint(tokens[previous.last + 1 : quantity.first])) in (("fra", "til"), ("mellem", "og"))


def _before(context: Context) -> str:
    return context.preceding[-1].lower if context.preceding else ""


def _behind(context: Context) -> Sequence[Token]:
    return context.sentence.analysis.tokens[context.quantity.last + 1 :]


def _joint(between: Sequence[Token]) -> str:
    return between[-1].lower if between else ""


@lru_cache(maxsize=64)
def _speaks_of_controls(analysis: Analysis) -> bool:
    return any(token.lower.startswith(CONTROLS) for token in analysis.tokens)


def _counts_parts(context: Context) -> bool:
    """``To skoler ligger allerede over 60 pct.``: how many parts are beyond a value says nothing of the whole."""
    quantity, previous = context.quantity, context.previous
    if previous is None or not quantity.share or quantity.comparator is None:
        return False
    between = context.sentence.analysis.tokens[previous.last + 1 : quantity.first]
    if previous.share or previous.money or previous.counted is None:
        return False
    if previous.first > 1 and not _IN_ALL.issuperset(token.lower for token in context.preceding[: previous.first]):
        return False
    held = any(token.lower == "på" for token in between[-2:])  # `havde et fravær på over 20 pct.`
    if is_definite(context.sentence.analysis.tokens[: previous.first]) or len(between) > (9 if held else 5):
        return False
    return any(token.lower in STANDS for token in between) and not any(
        token.signs & {"whole", "bound", "goal"} or token.text in ",;" for token in between
    )


_IN_ALL = frozenset({"i", "alt", "samlet", "ca.", "omkring", "heraf", "kun", "hele"})
"""Words before how many parts there are: ``I alt 61 elever havde et fravær på over 20 pct.``"""


def _is_instead(context: Context) -> bool:
    """``35 pct. i stedet for 30 pct.``: what something else is put in the place of."""
    return [token.lower for token in context.preceding[-2:]] == ["stedet", "for"]


def _is_in_row(context: Context) -> bool:
    """``Svartid Maks. 9 min. 11 min. 12 min.``: behind the number aimed at, what the next columns of a row hold."""
    quantity, previous, tokens = context.quantity, context.previous, context.sentence.analysis.tokens
    if previous is None or context.before[-1] not in ("target", "other"):
        return False
    between = [token.lower for token in tokens[previous.last + 1 : quantity.first]]
    unit = [token.lower for token in tokens[quantity.last + 1 : quantity.last + 1 + len(between)]]
    return between == unit and not any(text in ",;/–-" for text in between)


def _is_to_come(context: Context) -> bool:
    """``37 er undervejs``, ``600 gæster ventes``: not come about yet."""
    if _is_not_yet(context):
        return True
    marked = context.sentence.marker
    if context.quantity.comparator is not None or not (marked or context.sentence.analysis.has("underway")):
        return False
    behind = context.right[:5]
    if any(token.lower in ("og", "eller") for token in behind):
        return False
    begun = any(token.lower in STANDS and "underway" in after.signs for token, after in itertools.pairwise(behind))
    return begun or any(token.lower in FORECAST for token in behind[:2] if marked)


def _is_supposed(context: Context) -> bool:
    """``Havde vi talt som i 2029, hvor kravet også var 80 pct., ville tallet have været 97``: what did not come
    about."""
    tokens = context.sentence.analysis.tokens
    if tokens[0].lower not in ("havde", "hvis", "såfremt", "var"):
        return False
    words = [token.lower for token in tokens]
    return "ville" in words and "have" in words[words.index("ville") :]


def _is_defined(context: Context) -> bool:
    """``Et kort kursus er på højst seks timer``: how long a thing of its kind takes, by definition."""
    if context.sentence.analysis.tokens[0].lower not in ("en", "et") or not is_duration(context.quantity.counted):
        return False
    return any(token.lower in ("er", "varer", "tager") for token in context.left)


def _is_missed(context: Context) -> bool:
    """``Fire skoler har endnu ikke nået otte besøg``: neither what is denied to be reached nor how many did not."""
    if not context.sentence.analysis.has("negation"):
        return False
    behind = context.right[:6] if len(context.preceding) <= 1 and context.quantity.counted else ()
    return any(
        "negation" in one.signs and "reached" in other.signs
        for near in (context.left[-2:], behind)
        for one, other in itertools.pairwise(near)
    )


def _is_of_control(context: Context) -> bool:
    """``…, mens kontrolgruppen voksede med 5 pct.``, ``Kontrolgruppen lå på 5 pct.``: of those who are only
    compared with."""
    if not _speaks_of_controls(context.sentence.analysis):
        return False
    opens = bool(context.left) and context.left[0].lower.startswith(CONTROLS)
    return opens or any(
        other.lower.startswith(CONTROLS) and one.lower not in BESIDE
        for one, other in itertools.pairwise(context.left)
    )


def _comes_on_top(context: Context) -> bool:
    """``655 kurser, og hertil kommer 214 møder``: beside what was asked for."""
    if not context.sentence.analysis.prints("hertil"):
        return False
    words = [token.lower for token in context.left[-4:]]
    return "hertil" in words and any(word in ("kommer", "kom") for word in words)


def _is_not_yet(context: Context) -> bool:
    """``64 er meldt til, men ingen har gennemført endnu``: the text denies that it has come about; what is asked
    for stays so."""
    asked = context.quantity.comparator is not None and is_bound(context.left)
    if asked or not context.sentence.analysis.has("negation"):
        return False
    behind = _behind(context)
    turn = next((i for i, token in enumerate(behind) if token.lower == "men"), None)
    if turn is None:
        return False
    signs = {sign for token in behind[turn:] for sign in token.signs}
    return "negation" in signs and any(token.lower == "endnu" for token in behind[turn:]) and not any(
        q.start > behind[turn].start for q in context.sentence.analysis.quantities
    )  # fmt: skip


def _is_answered(context: Context) -> bool:
    """``Vi har fået 187 besvarelser``, ``blandt 1.000 kunder``: how many were asked."""
    quantity = context.quantity
    if quantity.share:
        return False
    surveyed = context.sentence.analysis.has("survey")
    return _before(context) == "blandt" or (surveyed and any("survey" in t.signs for t in context.right[:1]))


def _is_move_to(context: Context) -> bool:
    """``Antallet af klager steg med 9 pct. til 512``: how far something moved that is no share."""
    following, tokens, last = context.following, context.sentence.analysis.tokens, context.quantity.last
    if not context.quantity.share or following is None or following.share or following.first != last + 2:
        return False
    if tokens[last + 1].lower != "til" or not context.left or context.left[-1].lower != "med":
        return False
    return any(sign.startswith("change") or sign == "moved" for t in context.left[-3:-1] for sign in t.signs)


def _is_mean_of_others(context: Context) -> bool:
    """``Gennemsnittet for danske ansøgere var 23 pct.``: what is only compared with."""
    first = [token.lower for token in context.sentence.analysis.tokens[:3]]
    if first[:1] == ["landsgennemsnittet"]:
        return True
    return first[:2] == ["gennemsnittet", "for"] and first[-1] in _OTHERS


_OTHERS = frozenset({"danske", "andre", "øvrige", "landets", "tilsvarende"})


_STAFF = ("medarbejdere", "konsulenter", "årsværk", "stillinger", "ansatte", "projektledere")


def _is_provided(context: Context) -> bool:
    """``Klyngen stiller tre medarbejdere til rådighed``: the people whom a party gives to the work."""
    if not (context.quantity.counted or "").lower().endswith(_STAFF):
        return False
    behind = [token.lower for token in context.right[:8]]
    given = any(token.lower in ("stiller", "stilles", "stillede") for token in context.left)
    return given and ("til", "rådighed") in itertools.pairwise(behind)


def _is_last_known(context: Context) -> bool:
    """``Der er endnu ikke offentliggjort tal efter 2029, hvor ventetiden var 61 dage``: of a year long past."""
    if not context.sentence.analysis.prints("hvor", "tal", "ikke"):
        return False
    words = [token.lower for token in context.preceding]
    if "hvor" not in words[-5:] or "tal" not in words:
        return False
    return "ikke" in words and not KNOWN.isdisjoint(words)


def _is_penalty(context: Context) -> bool:
    """``Sanktionen ved manglende opfyldelse er 1,2 mio. kr.``, ``en bonus på 60.000 kr. pr. plads``"""
    return context.quantity.money and any(token.lower.startswith(PENALTIES) for token in context.left)


def _is_price(context: Context) -> bool:
    """``betaler et gebyr på 350 kr.``, ``et bidrag til puljen på 27.000 kr. pr. plads``: what somebody pays, unless
    its clause speaks of goals."""
    if not context.quantity.money:
        return False
    quantity, tokens, near = context.quantity, context.sentence.analysis.tokens, context.left[-MOST_PRICED:]
    comma = max((at for at, token in enumerate(near) if token.text == ","), default=-1)
    words = [token.lower for token in near[comma + 1 :]]
    if "på" not in words or any(token.signs & AIMS for token in near[comma + 1 :]):
        return False
    last = len(words) - 1 - words[::-1].index("på")
    rest = words[last + 1 :]
    noun = (
        words[last - 3] if words[last - 2 : last - 1] == ["til"] and last > 2 else words[last - 1] if last else ""
    )
    if rest not in ([], ["op", "til"], ["ca."], ["højst"], ["cirka"]):
        return False
    if noun.endswith(PRICES):
        return True
    each = tokens[quantity.last + 1].lower if quantity.last + 1 < len(tokens) else ""
    return noun.endswith(PAID) and (each in ("pr.", "per", "for") or any(w.startswith("betal") for w in words))


def _announces(context: Context) -> bool:
    """``Borgerne inddrages på to måder:``: how many parts the list has that follows."""
    quantity, tokens = context.quantity, context.sentence.analysis.tokens
    if tokens[-1].text != ":":
        return False
    behind = [token.text for token in tokens[quantity.last + 1 :]]
    words = (quantity.counted or "").lower().split()
    ends = behind[-1:] == [":"] and len(behind) <= len(words) + 1
    return ends and bool(words) and not quantity.share and "structure" in lexicon().signs(words[-1])


def _is_numbering(context: Context) -> bool:
    """``Målene har numrene 3 og 7``: what goals are numbered."""
    if context.quantity.unit is not None:
        return False
    return any(token.lower.startswith(("nummer", "numre")) for token in context.preceding[-3:])


def _is_sanction(context: Context) -> bool:
    """``dog højst 4 pct. af årets tilskud kan overføres``, ``opfyldes mindre end 70 pct. af kravet, nedsættes
    bidraget``: what becomes of the money of a contract."""
    analysis = context.sentence.analysis
    if analysis.has("notice") and any("notice" in token.signs for token in context.right[:3]):
        return True  # `med mindst 6 måneders varsel`
    if context.sentence.part.paper.kind == "agenda":
        return False
    if not (analysis.has("sanction") and analysis.has("grant")):
        return False
    return not analysis.has("goal") or any(token.lower in CONDITIONS for token in analysis.tokens[:4])
