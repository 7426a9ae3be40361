"""What is owed and not told yet: the text puts the result off, calls it the goal, or its time is still to come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import regex

from extractors.goals.context import Context, is_ahead, is_bound, is_definite
from extractors.goals.papers import REPORTS
from extractors.goals.reading import Sentence
from extractors.goals.weighing import Told
from extractors.language.counting import is_duration
from schemas.language import lexicon

REACH = 10
"""Words behind a number that opens its sentence in which the verb that binds it stands."""
BELOW = 6
"""Sentences behind a labelled target in which a label of results stands."""
NEXT = 2
"""Sentences behind a target in which its result may be put off."""
_WORD = regex.compile(r"[\p{L}\d]+")
_PUT_OFF = regex.compile(
    r"\b(?:bliver|blive|opgøres|måles|opgjort|målt)\b.{0,20}\bførste\sgang\b|\bførste\sgang\b.{0,20}\b(?:opgjort|målt|opgøres|måles)\b|"
    r"\b(?:første|næste|nye)\s(?:opgørelse|måling|undersøgelse|tal|status)\w*\s(?:\w+\s)?(?:kommer|foreligger|gennemføres|ventes|"
    r"planlagt|laves|udsendes|offentliggøres|sker|foretages|finder\ssted)\b|"
    r"\bresultat(?:et|erne)?\s(?:ventes|forventes|foreligger|kendes|kommer)\s(?:at\s\p{L}+\s)?(?:først|i|til|ved|primo|medio|ultimo)\b|"
    r"\b(?:udsendes|opgøres|måles|foreligger|udkommer|offentliggøres|afrapporteres|gennemføres|foretages|kommer)\s(?:derfor\s)?(?:først|tidligst)\b|"
    r"\b(?:bliver|er)\sførst\s(?:målt|opgjort|undersøgt)\b|\bforeligger\s(?:\w+\s){0,2}?(?:ikke|ingen)\s(?:\w+\s){0,2}?(?:resultat|tal|måling|opgørelse)|"
    r"\btidligst\s(?:udsendes|opgøres|måles|foreligge|offentliggøres|afrapporteres|opgjort|målt)\b|"
    r"\b(?:ventes|forventes)\s(?:(?:derfor|at\s\p{L}+)\s)?(?:først\b|offentliggjort\b)|\b(?:opgørelse|måling)\p{L}*\b.{0,40}\ber\sforsinket\b|"
    r"\b(?:\p{L}*måling\p{L}*|\p{L}*undersøgelse\p{L}*|opgørelse\p{L}*)\ser\s(?:blevet\s)?(?:udskudt|udsat)\s(?:til|indtil)\b|"
    r"\b(?:målet|måltallet|resultatet|det)\sgøres\s(?:først\s)?op\s(?:først\s)?(?:ved|i|til|efter|når)\b|"
    r"^(?:Opgøres|Måles|Opgørelsen?\sforeligger|Afventer|Foreligger|Endnu\sikke\s(?:opgjort|målt))\b",
    regex.IGNORECASE,
)
_MAY_PUT_OFF = regex.compile(
    r"opg(?:ø|jo)r|mål|først|tidligst|næste|ny|vent|forelig|endnu|udsend|udsk|udsat|gøres", regex.IGNORECASE
)
"""Without one of these no text puts a result off."""
_UNMEASURED = regex.compile(
    r"\b(?:kan|kunne|er|har)\b[^.]{0,60}\bikke\b[^.]{0,40}\b(?:opgøres|opgjort|måles|målt|gøres\sop|beregnes|belyses)\b",
    regex.IGNORECASE,
)
_WITHOUT = regex.compile(
    r"\b(?:endnu|fortsat|stadig)\s(?:ikke|ingen)\s(?:\p{L}+\s){0,3}?(?:data|tal|måling\p{L}*|opgørelse\p{L}*|opgør(?:e|es)|opgjort|målt|måles?)\b|"
    r"\b(?:ikke|ingen)\s(?:data|tal|måling|målinger|opgørelser?)\s(?:endnu|før)\b|\bdata\sforeligger\s(?:endnu\s)?ikke\b|"
    r"^(?:Målet|Måltallet|Andelen|Tallet|Resultatet|Det)\s(?:opgøres|gøres\sop|måles)\s(?:først\s)?ved\s(?:årets|årsskiftet|udgangen)\b|"
    r"\bmangler\s(?:fortsat|stadig|endnu)\s(?:\p{L}+\s){0,2}?(?:data|tal|måling\p{L}*|opgørelse\p{L}*)\b",
    regex.IGNORECASE,
)
"""There is no number yet."""
_MAY_BE_WITHOUT = regex.compile(r"endnu|fortsat|stadig|data|måling|opgøres|gøres op|måles", regex.IGNORECASE)
_CALLED = regex.compile(
    r"(?:Dette\s|Det\s)?(?:[Mm]ålet|[Kk]ravet|[Mm]åltallet|[Mm]ålsætningen|[Aa]mbitionen|[Ll]øftet)\s"
    r"(?:er\s(?:nyt|ny|fælles|uændret|fastsat|sat|vedtaget|aftalt|endnu|først|formuleret)|bliver|gælder|måles|opgøres|følges|skal\snås)\b"
)
"""A sentence that calls the one before it the goal and says no more of it than that it holds."""
_ENDS = regex.compile(
    r"\b\p{L}*(?:aftalen?|aftaleperioden|kontrakten?|kontraktperioden|partnerskabet|perioden|projektet|planen|strategien|samarbejdet|"
    r"programmet|forløbet|indsatsen)\s(?:udløber|slutter|ophører|afsluttes|er\sslut|er\sforbi|ender)\b|"
    r"\bved\s\p{L}+s\s(?:udløb|afslutning|ophør|udgang|slutning)\b",
    regex.IGNORECASE,
)
"""The end of an agreement, at which something is to be reached."""


def stands_open(aim: Told, behind: str) -> bool:
    """True for what is owed and not told yet; ``behind`` is the next sentence of the passage."""
    context = aim.context
    if not _is_bound(context) or is_definite(context.left):
        return False
    signs = {sign for word in _WORD.findall(behind.lower()) for sign in lexicon().signs(word)}
    if not signs & {"bound", "others"} and ("deferred" in signs and signs & {"later", "negation"}):
        return True
    if aim.role == "open" and (_CALLED.match(behind) or is_put_off(behind) or _UNMEASURED.search(behind)):
        return True
    if aim.role == "open" and aim.quantity.comparator and is_put_off(context.sentence.text):
        return True  # `opgøres først i foråret 2032, hvor mindst 60 pct. skal …`
    if not is_ahead(context):
        return False
    if aim.role == "open" and aim.quantity.comparator:
        return True
    told = {sign for token in context.sentence.analysis.tokens for sign in token.signs}
    if told & {"sanction", "grant", "notice", "others", "law"}:
        return False  # what becomes of money and rights when an agreement ends
    counts = aim.quantity.share or (aim.quantity.counted is not None and not is_duration(aim.quantity.counted))
    return counts and _ENDS.search(context.sentence.text) is not None


def _is_bound(context: Context) -> bool:
    """True where a modal binds the number: before it, or behind the number that opens its sentence or clause."""
    comma = max((at for at, token in enumerate(context.left) if token.text == ","), default=-1)
    return is_bound(context.left) or (len(context.left) - comma <= 3 and is_bound(context.right[:REACH]))


def is_put_off(text: str) -> bool:
    """``Den første opgørelse kommer i januar``, ``Opgøres ved aftalens afslutning``."""
    return _MAY_PUT_OFF.search(text) is not None and _PUT_OFF.search(text) is not None


_LAST = regex.compile(
    r"(?:(?:i |ved |fra )?(?:den|de)\s)?(?:seneste|forrige|sidste)\s"
    r"\p{L}*(?:måling|opgørelse|undersøgelse|tal)\p{L}*\b",
    regex.IGNORECASE,
)


def is_last_before(before: Sentence, sentence: Sentence) -> bool:
    """``Opgørelsen ventes først i maj. Den seneste måling viste 12 pct.``: what was measured before the result that
    the text puts off."""
    if before.passage_no != sentence.passage_no or _LAST.match(sentence.text) is None:
        return False
    quantities = before.analysis.quantities
    return is_put_off(before.text[quantities[-1].end :] if quantities else before.text)


def put_off(stated: Mapping[int, Sentence], sentences: Sequence[Sentence]) -> set[int]:
    """The keys of the targets, ``stated`` in these sentences, whose result the text puts off: behind them in their
    passage, or in the report under their goal."""
    places = {sentence.order: place for place, sentence in enumerate(sentences)}
    reported = {
        sentence.goal_no for sentence in sentences
        if sentence.goal_no is not None and sentence.part.kind == "result" and not sentence.analysis.quantities
        and is_put_off(sentence.text)
    }  # fmt: skip
    found: set[int] = set()
    for key, main in stated.items():
        place = places.get(main.order)
        near = sentences[place + 1 : place + 1 + NEXT] if place is not None else ()
        if len(main.analysis.quantities) == 1 and is_put_off(main.text):
            found.add(key)
        if place is not None and _is_put_off_below(main, sentences[place + 1 : place + 1 + BELOW]):
            found.add(key)
        if (main.part.kind != "prose" and main.goal_no in reported) or any(
            (s.passage_no == main.passage_no or _is_below(main, s))
            and not s.analysis.quantities
            and (is_put_off(s.text) or _lacks(s.text))
            for s in near
        ):
            found.add(key)
    return found


def _is_below(main: Sentence, sentence: Sentence) -> bool:
    """True for what a report tells in a paragraph of its own below the target of a sub-goal."""
    own = main.part.sub_no
    same = own is not None and sentence.part.sub_no == own and sentence.part.paper is main.part.paper
    return same and main.part.paper.kind in REPORTS


def without_data(stated: Mapping[int, Sentence], sentences: Sequence[Sentence]) -> set[int]:
    """The keys of the targets of which their own sentence, or the next of their passage, says that there is no
    number yet: ``Havnen har endnu ikke data for dette``. Nothing told further on answers them."""
    places = {sentence.order: place for place, sentence in enumerate(sentences)}
    found: set[int] = set()
    for key, main in stated.items():
        place = places.get(main.order)
        behind = sentences[place + 1 : place + 2] if place is not None else ()
        lacking = any(
            s.passage_no == main.passage_no and not s.analysis.quantities and _lacks(s.text) for s in behind
        )
        if lacking or (len(main.analysis.quantities) == 1 and is_put_off(main.text)):
            found.add(key)
    return found


def _lacks(text: str) -> bool:
    return _MAY_BE_WITHOUT.search(text) is not None and _WITHOUT.search(text) is not None


def _is_put_off_below(main: Sentence, behind: Sequence[Sentence]) -> bool:
    """``Mål: …`` with ``Afrapportering: Måles først til maj`` below it, before the next, in a report."""
    if main.part.label != "target" or main.part.paper.kind not in REPORTS:
        return False
    for sentence in behind:
        if sentence.part.label == "target" or sentence.goal_no != main.goal_no:
            return False
        if sentence.part.label in ("result", "plan"):
            return not sentence.analysis.quantities and is_put_off(sentence.text)
    return False
