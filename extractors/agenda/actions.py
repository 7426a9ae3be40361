"""What a sentence of an agenda or of minutes asks for: who is to act, and what is to be done as an infinitive.

The verbs, with their forms and the words that make them mean something of their own (``tage … til
efterretning``), are data: ``schemas/data/agenda_verbs.csv``. A verb that is not there is read from the form of
its present where the actor stands before it.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

Voice = Literal["present", "past", "passive", "participle", "infinitive"]

ACTOR_NOUNS = (
    "kommunalbestyrelserne", "kommunalbestyrelsen", "byrådene", "byrådet", "kommunerne", "regionsrådet",
    "formandskabet", "sekretariatet", "udvalget", "bestyrelsen", "styregruppen", "forretningsudvalget",
    "økonomiudvalget", "regionerne", "borgmestrene", "kommunaldirektørerne", "kommunaldirektørkredsen", "rådet",
    "kredsen", "borgmesterforum", "kommunekontaktrådet", "regionen", "kommunen", "forvaltningen",
    "arbejdsgruppen", "sundhedsklyngerne", "kontaktudvalget", "direktionen", "administrationen",
)  # fmt: skip
"""Common nouns for a body that can be asked to act."""

AUXILIARIES = frozenset(["bliver", "blev", "er", "blevet", "var", "være"])
"""Verbs that make a passive with the participle behind them."""

MODALS = frozenset(["kan", "kunne", "skal", "skulle", "vil", "ville", "må", "bør", "burde"])
"""Verbs with an infinitive behind them that is what is done."""

NO_ACTORS = frozenset(["et", "en", "der", "det", "de", "den", "dette", "denne", "disse", "alle", "flere", "ingen"])
"""Words that open a subject and name nobody."""

BUSINESS = frozenset(
    ["punktet", "punkterne", "dagsordenspunktet", "sagen", "sagerne", "forslaget", "forslagene", "indstillingen",
     "indstillingerne", "emnet", "mødet", "orienteringen", "beslutningen", "behandlingen"]
)  # fmt: skip
"""What is on the agenda: subjects that do not act (``Punktet udgik``)."""

PURPOSES: dict[str, str] = {
    "efterretning": "tage til efterretning", "orientering": "tage til orientering", "drøftelse": "drøfte",
    "godkendelse": "godkende", "beslutning": "beslutte", "stillingtagen": "tage stilling",
}  # fmt: skip
"""What a case is brought before the meeting for, and what the meeting then does: ``Sagen forelægges til
drøftelse``, ``Til efterretning.``"""

SUBMITTING = frozenset(["forelægge", "fremlægge", "fremsende", "præsentere"])
"""Verbs of bringing a case before the meeting."""

NO_INFINITIVES = frozenset(
    ["denne", "disse", "alle", "hele", "begge", "flere", "de", "mange", "nogle", "andre", "hvilke", "både", "ikke",
     "dette", "samme", "netop", "siden", "første", "næste", "lokale", "fælles", "kommende", "nye", "ene"]
)  # fmt: skip
"""Words with the ending of an infinitive that often stand behind «at» and are none."""

ALSO_NOUNS = frozenset(["ønsker", "aftaler", "vurderer", "ændringer", "støtter"])
"""Present forms that are plural nouns as well: another verb behind them is preferred."""

ADVERBS = frozenset(
    ["i", "også", "fortsat", "endvidere", "herudover", "desuden", "samtidig", "videre", "derfor", "ikke", "hermed",
     "endelig", "som", "dermed", "herefter", "løbende", "aktivt", "særligt", "yderligere", "kun"]
)  # fmt: skip
"""Words that may stand between the actor and the verb."""


LONGEST = 3000
"""Characters of a sentence that are read; what is longer is no sentence but a flattened page."""


class Action(NamedTuple):
    """``actor`` is None for a passive sentence; ``verbs`` are infinitives in order; ``listed`` is False where
    the verb is in no list and was read from its form."""

    actor: str | None
    verbs: tuple[str, ...]
    listed: bool


class _Form(NamedTuple):
    infinitive: str
    voice: Voice
    complement: str


class _Hit(NamedTuple):
    start: int
    end: int
    verb: str
    voice: Voice


@cache
def _forms() -> dict[str, list[_Form]]:
    text = (files("schemas") / "data" / "agenda_verbs.csv").read_text(encoding="utf-8")
    forms: dict[str, list[_Form]] = {}
    for row in csv.DictReader(text.splitlines()):
        first, _, _ = row["infinitive"].partition(" ")
        printed: list[tuple[str, Voice]] = [
            (row["present"], "present"),
            (row["past"], "past"),
            (row["participle"], "participle"),
            (first, "infinitive"),
            (first + "s", "passive"),
        ]
        for form, voice in printed:
            forms.setdefault(form, []).append(_Form(row["infinitive"], voice, row["complement"]))
    for entries in forms.values():
        entries.sort(key=lambda entry: -len(entry.complement))
    return forms


_ASKED = r"anmodes om|indstilles|anbefales|foreslås|henstilles|indstillingen er|indstilling om"
_ASKS = r"indstiller|anbefaler|foreslår|henstiller|indstillede"
_LEAD = re.compile(
    rf"(?P<head>(?!(?:og\s)?at\s)[^.:;]{{0,80}}?)\b(?P<verb>{_ASKED}|(?<=\s)(?:{_ASKS}))\b:?(?P<middle>[^.:;]{{0,160}}?)"
    r"\bat\b:?(?:\s+|\Z)",
    re.IGNORECASE,
)
"""``Det indstilles, at``, ``Forvaltningen anbefaler, at``: who asks stands before the verb. Behind «at», or without
anybody before it, the same verb is what is asked for: ``at udvalget anbefaler byrådet, at …``."""
_AT = re.compile(r"(?:og\s+)?at:?\s+", re.IGNORECASE)
_WORD = re.compile(r"[\wæøåÆØÅ]+")
_KKR = r"KKR(?:[\s-](?:[A-ZÆØÅ][\wæøå]+))?"
_NOUNS = (
    rf"(?:{'|'.join(ACTOR_NOUNS)}"
    r"|[a-zæøå-]+(?:udvalg|råd|nævn|bestyrelse|kreds|klynge|forvaltning|gruppe)(?:et|en|n|ene|erne))"
)
_NAMES = r"[A-ZÆØÅ][\wæøå&/-]+(?:\s(?:(?:og|for|af|i)\s)?[A-ZÆØÅ0-9][\wæøå&/-]*){0,5}"
_ACTOR = re.compile(
    rf"(?P<actor>{_KKR}(?:\s(?:og|samt)\s(?:{_KKR}|{_NAMES}))?(?:\sformandskab(?:et)?)?"
    rf"|{_NOUNS}|{_NAMES})(?!\w)"
)
_SUBORDINATE = re.compile(
    r",\s(?:at|der|som|hvor|hvis|når|så|idet|mens)\b|\s(?:at|hvordan|hvorvidt|om\sat)\s", re.IGNORECASE
)
_RELATIVE = re.compile(r",\s(?:som|der|hvor)\b[^,]*,", re.IGNORECASE)
_JOINED = re.compile(
    rf"(?:,?\s(?:og|samt)|,)\s(?:at\s(?:{_KKR}\s|{_NAMES}\s|{_NOUNS}\s)?)?"
    r"(?:(?:i|også|endvidere|herunder|samtidig|derudover|desuden)\s)?(?P<word>[\wæøå]+)"
)
_JOINED_BARE = re.compile(r",?\s(?:og|samt)\s[\wæøå]+(?:en|et|ne)\s(?:(?:blev|er|bliver)\s)?(?P<word>[\wæøå]+)")
_INFINITIVE = re.compile(r"(?:om\s)?at\s(?:ikke\s)?(?P<word>[a-zæøå]+)")
_NOT_BEFORE = re.compile(r"\b(?:ikke|ej)\s\Z", re.IGNORECASE)
_NOT_FIRST = re.compile(r"(?:ikke|ej)\s", re.IGNORECASE)
"""``Ikke godkendt.``: what opens a decision may be denied."""
_VOTES = re.compile(r"(?:for|imod|mod)\s(?:\w+\s)?stem(?:te|mer)\b", re.IGNORECASE)
"""``For stemte 4 (A, V), imod stemte 3``: how votes fell; what came of it is told beside."""
_NOT_BEHIND = re.compile(r"\s(?:sig\s)?ikke\b")
_DEFINITE = re.compile(r"[A-ZÆØÅ][\wæøå]*(?:en|et|ne)\b|Indstilling\b")
_AS_ASKED = re.compile(r"som (?:indstillet|foreslået|anbefalet)\b", re.IGNORECASE)
"""``Som indstillet.``: the recommendation is followed."""
_APPROVED = re.compile(r"(?:indstilles|anbefales)\s(?P<word>\w+t)\b", re.IGNORECASE)
_STUTTER = re.compile(r"(\w)\1{2,}")
_TO = re.compile(rf"\btil\s(?P<actor>{_KKR}|{_NOUNS}|[A-ZÆØÅ][\wæøå]+(?:et|en))(?!\w)")


_PURPOSE = re.compile(rf"\btil (?P<word>{'|'.join(PURPOSES)})\b")


def has_lead(sentence: str) -> bool:
    """True where the sentence says that something is recommended (``Det indstilles, at …``)."""
    return _LEAD.match(sentence.lstrip("–-•· ")) is not None


def lead_of(sentence: str) -> str | None:
    """The words of the sentence that say that something is recommended, with «at»; None where it has none."""
    lead = _LEAD.match(sentence)
    return lead.group().rstrip() if lead else None


def opens_infinitive(text: str) -> bool:
    """True where the text begins with «at» and an infinitive (``at godkende planen``)."""
    return _is_infinitive(f" {text[:60].lower()}", 0)


def opens_present(text: str) -> bool:
    """True where the text begins with a known verb in the present (``Drøfter planen``)."""
    word = _WORD.match(text)
    return word is not None and any(f.voice == "present" for f in _forms().get(word.group().lower(), ()))


def names_actor(text: str) -> bool:
    """True where the text is nothing but the name of a body that acts (``Økonomiudvalget``)."""
    match = _ACTOR.fullmatch(text.strip())
    return match is not None and (match["actor"][:3] == "KKR" or match["actor"].lower().endswith(ACTOR_NOUNS))


def read_action(sentence: str, *, guess: bool = True, decided: bool = False) -> Action | None:
    """Actor and verbs of the sentence; None where it has no verb that asks for anything.

    Words like ``Det indstilles, at`` in front are not the action; in a decision (``decided``) that a body
    ``anbefaler`` is. With ``guess`` a verb that is in no list counts where it stands right behind an actor.
    """
    lead = _LEAD.match(sentence)
    if lead is not None and decided and not lead["verb"].lower().endswith("s"):
        lead = None
    start = lead.end() if lead else 0
    if lead is None and (at := _AT.match(sentence)) is not None:
        start = at.end()
    clause = sentence[start : start + LONGEST]
    if decided and _VOTES.match(clause) is not None:
        return None
    hits = _verbs(clause)
    if not hits:
        return _guessed(clause) if guess else None
    voice = hits[0].voice
    if hits[0].verb in SUBMITTING and not decided and voice in ("passive", "participle"):
        purpose = _PURPOSE.search(clause.lower(), hits[0].end)
        if purpose is not None:
            return Action(None, (PURPOSES[purpose["word"]],), True)
    verbs = tuple(dict.fromkeys(hit.verb for hit in hits))
    if voice in ("passive", "participle"):
        return Action(None, verbs, True)
    if voice == "infinitive":
        return Action(_asked(lead), verbs, True)
    return Action(_actor(clause[: hits[0].start]), verbs, True)


def _asked(lead: re.Match[str] | None) -> str | None:
    """Who is asked where an infinitive follows: ``indstilles til KKR Fyn at …``, ``KKR Fyn anbefales at …``."""
    if lead is None:
        return None
    to = _TO.search(lead["middle"])
    if to is not None:
        return to["actor"]
    who = lead["head"].strip()
    if lead["verb"].lower() == _REQUESTED and names_actor(who):
        return who
    head = re.match(_KKR, who)
    return head.group() if head else None


_REQUESTED = "anmodes om"
"""``Byrådet anmodes om at godkende planen``: whom one asks stands before the verb."""


def _verbs(clause: str) -> list[_Hit]:
    """The first finite verb of the clause and those joined to it by «og»."""
    if (approved := _APPROVED.match(clause)) is not None:
        hit = _look_up(clause, approved.start("word"), approved["word"], True, False)
        return [hit] if hit is not None else []
    masked = _RELATIVE.sub(lambda m: " " * len(m.group()), clause)
    first = None
    second_best = None
    auxiliary = modal = False
    denied = _NOT_FIRST.match(clause)
    opening = denied.end() if denied is not None else 0
    for word in _WORD.finditer(masked):
        lower = word.group().lower()
        hit = _look_up(clause, word.start(), word.group(), auxiliary, modal or word.start() == opening)
        if hit is not None:
            if modal and hit.voice == "infinitive":
                hit = hit._replace(voice="present")
            if lower not in ALSO_NOUNS:
                first = hit
                break
            second_best = second_best or hit
        auxiliary = lower in AUXILIARIES or (auxiliary and lower in ADVERBS)
        modal = lower in MODALS or (modal and lower in ADVERBS)
    first = first or second_best or _headline(clause)
    if first is None:
        return []
    hits = [first]
    limit = _end_of_main(clause, first.end)
    for joined in _JOINED.finditer(clause, first.end, limit):
        hit = _look_up(clause, joined.start("word"), joined["word"], first.voice == "participle", False)
        if hit is not None and (hit.voice == first.voice or " at " in joined.group()):
            hits.append(hit)
    hits += _behind_infinitive(clause, first, limit)
    hits = [hit._replace(verb=f"ikke {hit.verb}") if _denied(clause, hit) else hit for hit in hits]
    if first.voice == "participle":
        for joined in _JOINED_BARE.finditer(clause, first.end, limit):
            hit = _look_up(clause, joined.start("word"), joined["word"], True, False)
            if hit is not None and hit.voice == "participle":
                hits.append(hit)
    return sorted(set(hits))


def _denied(clause: str, hit: _Hit) -> bool:
    """True where «ikke» stands right before the verb or right behind it."""
    before, after = clause[max(0, hit.start - 12) : hit.start], clause[hit.end : hit.end + 12]
    if _NOT_BEFORE.search(before):
        return True
    return hit.voice in ("present", "past", "passive") and _NOT_BEHIND.match(after) is not None


def _headline(clause: str) -> _Hit | None:
    """A decision in the style of a headline: ``Indstillingen tiltrådt``, ``Til efterretning``."""
    if (purpose := _PURPOSE.match(clause.lower())) is not None:
        return _Hit(0, purpose.end(), PURPOSES[purpose["word"]], "participle")
    if (asked := _AS_ASKED.match(clause)) is not None:
        return _Hit(0, asked.end(), "tiltræde", "participle")
    if _DEFINITE.match(clause) is None:
        return None
    for word in list(_WORD.finditer(clause[:80]))[1:4]:
        hit = _look_up(clause, word.start(), word.group(), True, False)
        if hit is not None and hit.voice == "participle":
            return hit
    return None


def _behind_infinitive(clause: str, first: _Hit, start: int) -> list[_Hit]:
    """Finite verbs behind «at» with an infinitive: they belong to the main clause (``anbefalede kommunerne at
    oprette puljen og godkendte planen``). An infinitive has no finite verb of its own, other clauses have."""
    hits: list[_Hit] = []
    while first.voice in ("present", "past") and _is_infinitive(clause, start):
        end = _end_of_main(clause, start + 4)
        for joined in _JOINED.finditer(clause, start, end):
            word = joined["word"]
            if " at " in joined.group() or word.lower() in ALSO_NOUNS:
                continue
            hit = _look_up(clause, joined.start("word"), word, False, False)
            if hit is not None and hit.voice == first.voice:
                hits.append(hit)
        start = end
    return hits


def _is_infinitive(clause: str, start: int) -> bool:
    """True where «at» with an infinitive, without a comma, begins here."""
    match = _INFINITIVE.match(clause, start + 1) if clause[start : start + 1].isspace() else None
    if match is None:
        return False
    word = match["word"]
    if any(form.voice == "infinitive" for form in _forms().get(word, ())):
        return True
    return word.endswith(("e", "å")) and not word.endswith("ne") and word not in NO_INFINITIVES


def _end_of_main(clause: str, start: int) -> int:
    """Where the main clause ends: at a subordinate clause that «og at» does not join."""
    for match in _SUBORDINATE.finditer(clause, start):
        if not re.search(r"\b(?:og|samt)\Z", clause[max(start, match.start() - 8) : match.start()]):
            return match.start()
    return len(clause)


def _look_up(clause: str, start: int, word: str, auxiliary: bool, opens: bool) -> _Hit | None:
    """The verb that this word is a form of, with the complement that stands behind it."""
    form = word.lower()
    entries = _forms().get(form) or _forms().get(_STUTTER.sub(r"\1\1", form))
    if not entries:
        return None
    end = start + len(word)
    window = clause[: end + 400]
    following = _JOINED_VERB.split(window[end : _end_of_main(window, end)], maxsplit=1)[0].lower()
    for entry in entries:
        if entry.voice == "participle" and not (auxiliary or opens):
            continue
        if entry.voice == "infinitive" and not opens:
            continue
        if not entry.complement or re.search(rf"\b{re.escape(entry.complement)}\b", following):
            return _Hit(start, end, entry.infinitive, entry.voice)
    return None


_JOINED_VERB = re.compile(r"\s(?:og|samt)\s(?=\w+(?:er|ede|te)\b)")


def _actor(subject: str) -> str | None:
    """The body that the subject names; the whole subject where it is short, None where it names none."""
    subject = subject.strip()
    if subject.lower() in BUSINESS:
        return None
    match = _ACTOR.match(subject)
    if match is not None and match["actor"].lower() not in NO_ACTORS:
        return match["actor"]
    return subject.strip(" ,") if 0 < len(subject.split()) <= 4 else None


def _guessed(clause: str) -> Action | None:
    """A verb in no list right behind an actor: ``KKR Fyn omprioriterer …``."""
    match = _ACTOR.match(clause)
    if match is None:
        return None
    for word in _WORD.finditer(clause, match.end()):
        text = word.group()
        if text in ADVERBS:
            continue
        if len(text) > 4 and text.islower() and text.endswith(("er", "år", "år")):
            return Action(match["actor"], (text[:-1],), False)
        return None
    return None
