"""Learns the weights by which numbers are targets, results or neither, and by which a result answers a target.

    python bench/train_numbers.py            (with pip install 'bilag[train]'; writes schemas/data/*_weights.json)
    python bench/train_numbers.py --check    (prints how well papers left out are read; writes nothing)

The papers are those of tests/corpus. Signals seen fewer than five times are left out and weights are kept small
(logistic regression with an L2 penalty), so that what is learned is how Danish papers speak and not what one of
them says.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any

from extractors.goals.candidates import Candidates
from extractors.goals.extract import extract_goals
from extractors.goals.likeness import Weights
from extractors.goals.marks import restarts
from extractors.goals.matching import Matched, with_possible
from extractors.goals.papers import papers
from extractors.goals.reading import Sentence, read_sentences
from extractors.goals.results import Reached
from extractors.goals.signals import number_signals, room_signals, sentence_signals, value_of
from extractors.goals.statements import Statement, rule_roles
from extractors.goals.structure import parts
from extractors.goals.targets import Aim
from ingest.pipeline import split
from ingest.reading.content import read
from schemas.number_weights import number_weights
from schemas.packet import Packet

ROOT = Path(__file__).resolve().parent.parent
CORPUS, DATA = ROOT / "tests" / "corpus", ROOT / "schemas" / "data"
KINDS = ("target", "result")
SCALES = (1, 10**3, 10**6, 10**9)
FEWEST, TURNS = 5, 4
NUMBERS_PENALTY, PAIRS_PENALTY = 0.2, 0.3
LIGHTEST = 10
"""Thousandths under which a weight is left out."""

Row = dict[str, Any]


@dataclass(slots=True)
class Example:
    """Signals and what they stand for: a kind of number, or ``pair``; ``neither`` for the rest."""

    signals: list[str]
    label: str


@dataclass(slots=True)
class Paper:
    """A paper of the corpus with what a reader finds in it."""

    name: str
    packet: Packet
    truth: list[Row]
    numbers: list[Example] = field(default_factory=list)
    pairs: list[Example] = field(default_factory=list)

    def line(self, index: int) -> int:
        """The printed line, from 1."""
        return self.packet.lines[index].number or 0


def corpus_papers() -> Iterator[Paper]:
    """All papers in the order of their names."""
    for path in sorted(CORPUS.glob("*.json")):
        text = path.with_suffix(".txt").read_bytes()
        document = read(text, filename=path.stem + ".txt", sha256=hashlib.sha256(text).hexdigest())
        yield Paper(path.stem, split(document), json.loads(path.read_text(encoding="utf-8")))


def digest() -> str:
    """What the corpus holds, in 16 digits."""
    found = hashlib.sha256()
    for path in sorted(CORPUS.glob("*.*")):
        if path.suffix in (".txt", ".json"):
            found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()[:16]


def is_value(printed: Decimal, value: float | None) -> bool:
    """True where a printed number, scaled by its unit or not, is a value of the truth."""
    return value is not None and any(
        abs(float(printed) * scale - value) < 1e-6 * max(1.0, abs(value)) for scale in SCALES
    )


def numbers_of(paper: Paper) -> Iterator[Example]:
    """The numbers of a paper; one that a truth value prints elsewhere says nothing sure and is left out."""
    for run in papers(paper.packet, restarts(paper.packet)):
        sentences = read_sentences(paper.packet, parts(paper.packet, run))
        told = rule_roles(sentences)
        room = room_signals(sentences, told)
        seen = Counter(value_of(quantity) for sentence in sentences for quantity in sentence.analysis.quantities)
        for place, sentence in enumerate(sentences):
            if not sentence.analysis.quantities:
                continue
            shared = room + sentence_signals(sentences, place, told)
            for index, quantity in enumerate(sentence.analysis.quantities):
                line = paper.line(sentence.passage.line_at(quantity.start))
                same = [
                    (kind, abs((row[f"{kind}_line"] or -9) - line) <= 1)
                    for row in paper.truth
                    for kind in KINDS
                    if is_value(quantity.value, row[f"{kind}_value"])
                ]
                here = [kind for kind, near in same if near]
                if not here and same and quantity.value > FEWEST:
                    continue
                signals = shared + sorted(number_signals(sentence, index, told[place], seen))
                yield Example(signals, here[-1] if here else "neither")


def answers_of(paper: Paper, reached: Reached) -> list[Row]:
    """The rows of the truth whose result is this one."""
    line, value = paper.line(reached.statement.line), reached.statement.quantity.value
    return [
        row for row in paper.truth
        if is_value(value, row["result_value"]) and abs((row["result_line"] or -9) - line) <= 1
    ]  # fmt: skip


def answered_by(paper: Paper, aim: Aim, row: Row) -> bool:
    """True for the target of a row; one that only may be a target stands where the row says."""
    if not is_value(aim.value, row["target_value"]):
        return False
    here = abs((row["target_line"] or -9) - paper.line(aim.main.line)) <= 1
    return here or aim.main.role != "maybe"


def pairs_of(paper: Paper) -> list[Example]:
    """The targets and results of a paper, each held against each."""
    found: list[Example] = []

    def collect(
        aims: Sequence[Aim],
        results: Sequence[Reached],
        maybes: Sequence[Statement],
        weights: Weights,
        sentences: Sequence[Sentence],
    ) -> Matched:
        all_aims, all_results = with_possible(aims, results, maybes, sentences)
        candidates = Candidates(all_aims, all_results, weights, sentences)
        answers = {id(reached): answers_of(paper, reached) for reached in all_results}
        right = {
            (id(aim), id(reached))
            for reached, aim in product(all_results, all_aims)
            if any(answered_by(paper, aim, row) for row in answers[id(reached)])
        }
        # What is seen when rules alone have made pairs, and when those that are right are known.
        for known in (False, True):
            for aim, reached in product(all_aims, all_results):
                if known and (id(aim), id(reached)) in right and not reached.aims:
                    candidates.pair(aim, reached)
            for reached, aim in product(all_results, all_aims):
                if candidates.may(aim, reached):
                    label = "pair" if (id(aim), id(reached)) in right else "neither"
                    found.append(Example(candidates.signals(aim, reached), label))
        return Matched(list(aims), list(results))

    extract_goals(paper.packet, matching=collect)
    return found


def fitted(examples: Sequence[Example], penalty: float) -> tuple[Any, Any]:
    """A fitted vectorizer and model of scikit-learn."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    counts = Counter(signal for example in examples for signal in example.signals)
    rows = [{s: 1 for s in example.signals if counts[s] >= FEWEST} for example in examples]
    vectorizer = DictVectorizer()
    model = LogisticRegression(C=penalty, max_iter=400)
    model.fit(vectorizer.fit_transform(rows), [example.label for example in examples])
    return vectorizer, model


def weights_of(examples: Sequence[Example], penalty: float, kinds: Sequence[str]) -> Row:
    """Start and weights for each kind against neither, in thousandths."""
    vectorizer, model = fitted(examples, penalty)
    classes = list(model.classes_)
    if len(classes) == 2:  # one row of coefficients, for the second class
        sign = 1 if classes[1] == kinds[0] else -1
        rows, starts = [sign * model.coef_[0]], [sign * model.intercept_[0]]
    else:
        base = classes.index("neither")
        rows = [model.coef_[classes.index(kind)] - model.coef_[base] for kind in kinds]
        starts = [model.intercept_[classes.index(kind)] - model.intercept_[base] for kind in kinds]
    weights = {}
    for signal, column in sorted(vectorizer.vocabulary_.items()):
        values = [round(1000 * float(row[column])) for row in rows]
        if max(map(abs, values)) >= LIGHTEST:
            weights[signal] = values if len(kinds) > 1 else values[0]
    start = [round(1000 * float(value)) for value in starts]
    return {"corpus": digest(), "start": start if len(kinds) > 1 else start[0], "weights": weights}


def write(path: Path, found: Row) -> None:
    """One weight a line, so that what changed can be seen."""
    lines = ",\n".join(
        f"  {json.dumps(k, ensure_ascii=False)}: {json.dumps(v)}" for k, v in found["weights"].items()
    )
    head = f'{{\n "corpus": "{found["corpus"]}",\n "start": {json.dumps(found["start"])},\n "weights": {{\n'
    path.write_text(f"{head}{lines}\n }}\n}}\n", encoding="utf-8")


def check(found: Sequence[Paper]) -> None:
    """Papers of an eighth of the names are read with weights of the others, in turn."""
    for what, penalty, kinds in (("numbers", NUMBERS_PENALTY, KINDS), ("pairs", PAIRS_PENALTY, ("pair",))):
        counts: Counter[tuple[str, str]] = Counter()
        for letter in sorted({paper.name[0] for paper in found}):
            learned = [e for paper in found if paper.name[0] != letter for e in getattr(paper, what)]
            left_out = [e for paper in found if paper.name[0] == letter for e in getattr(paper, what)]
            vectorizer, model = fitted(learned, penalty)
            told = model.predict(vectorizer.transform([dict.fromkeys(e.signals, 1) for e in left_out]))
            counts.update(zip((e.label for e in left_out), told, strict=True))
        for kind in kinds:
            right = counts[kind, kind]
            true = sum(n for (label, _), n in counts.items() if label == kind)
            said = sum(n for (_, label), n in counts.items() if label == kind)
            print(f"{kind:8} true {true:5}  told {said:5}  right {right:5}"
                  f"  precision {right / max(1, said):.3f}  recall {right / max(1, true):.3f}")  # fmt: skip


def with_pairs(found: Sequence[Paper]) -> None:
    """Sets the pairs of each paper, its numbers weighed by what the other papers taught: those that are read later
    have taught nothing either."""
    letters = sorted({paper.name[0] for paper in found})
    for turn in range(TURNS):
        held = set(letters[turn::TURNS])
        learned = [example for paper in found if paper.name[0] not in held for example in paper.numbers]
        use(weights_of(learned, NUMBERS_PENALTY, KINDS))
        for paper in found:
            if paper.name[0] in held:
                paper.pairs = pairs_of(paper)


def use(found: Row) -> None:
    """Writes the weights of numbers, which are then those that papers are read with."""
    write(DATA / "number_weights.json", found)
    number_weights.cache_clear()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="print how well papers left out are read")
    only_check = parser.parse_args().check
    before = (DATA / "number_weights.json").read_bytes()
    found = list(corpus_papers())
    for paper in found:
        paper.numbers = list(numbers_of(paper))
    try:
        with_pairs(found)
    finally:
        (DATA / "number_weights.json").write_bytes(before)
    if only_check:
        check(found)
        return
    use(weights_of([example for paper in found for example in paper.numbers], NUMBERS_PENALTY, KINDS))
    pairs = [example for paper in found for example in paper.pairs]
    write(DATA / "pair_weights.json", weights_of(pairs, PAIRS_PENALTY, ("pair",)))


if __name__ == "__main__":
    main()
