"""What the colours of a status mean, where the paper explains them: ``Gul – endnu ikke nået, men ventes nået``.

A goal that is not reached by the numbers may still be on its way, and one of a running year may be lost: the legend
tells which.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from extractors.goals.entries import Entry
from extractors.goals.lines import printed_in
from extractors.goals.papers import Paper
from schemas.packet import Packet
from schemas.records import Verdict

_COLOURS = r"grøn|gul|rød|orange|blå|grå"
_NAMED = regex.compile(rf"\b(?:{_COLOURS})", regex.IGNORECASE)
_MEANS = regex.compile(
    rf"\b(?P<colour>{_COLOURS})t?(?:\sfarve)?(?:\s?[:=–-]|,?\sbetyder,?(?:\sat)?|\s?\(|\s{{2,}}|\t|\s(?=[Mm]ålet\s))\s*"
    rf"(?P<text>\S.*?)(?=[,;.)]?\s+(?:og\s)?(?:{_COLOURS})t?(?:\sfarve)?(?:\s?[:=–-]|,?\sbetyder|\s?\()|$)",
    regex.IGNORECASE,
)
_OF_GOALS = regex.compile(r"mål|\bnå|opfyld|indfri|forvent|ventes|på vej|i gang|risiko", regex.IGNORECASE)
_ON_ITS_WAY = regex.compile(
    r"\bendnu\b|\bikke\b.*\bmen\b.*\b(?:ventes|forventes|regner|kan)\b|\bpå\s(?:rette\s)?vej\b|\bi\sgang\b|"
    r"^(?!.*\bikke\b).*\b(?:ventes|forventes)\b",
    regex.IGNORECASE,
)
PARTLY = regex.compile(r"\bdelvist?\b|\bnæsten\b|\btæt\spå\b", regex.IGNORECASE)
"""What a goal is called that is reached in part, or nearly."""
LONGEST = 300
"""Characters of a line that explains colours."""


def explained(packet: Packet, paper: Paper, entries: Sequence[Entry]) -> list[Entry]:
    """The entries with what the paper's legend says of the colours beside their results."""
    if not any(_NAMED.fullmatch(result.word) for entry in entries for result in entry.results):
        return list(entries)
    meant = _legend(packet, paper)
    return [
        replace(
            entry, results=tuple(replace(r, foreseen=meant.get(r.word.lower())) for r in entry.results)
        )
        for entry in entries
    ]  # fmt: skip


def _legend(packet: Packet, paper: Paper) -> dict[str, Verdict]:
    """The colours that the paper says stand for a goal on its way, one partly reached or a lost one."""
    found: dict[str, Verdict] = {}
    for index in printed_in(packet, paper.span):
        text = packet.lines[index].text.replace("*", "").strip(" •-–\t")
        if len(text) > LONGEST or _NAMED.search(text) is None:
            continue
        for match in _MEANS.finditer(text):
            verdict = _meaning(match["text"])
            if verdict is not None:
                found.setdefault(match["colour"].lower(), verdict)
    return found


def _meaning(text: str) -> Verdict | None:
    if _OF_GOALS.search(text) is None:
        return None
    if _ON_ITS_WAY.search(text):
        return "pending"
    if PARTLY.search(text):
        return "partly"
    return "not_met" if regex.search(r"\bikke\b", text, regex.IGNORECASE) else None
