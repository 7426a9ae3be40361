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
from unittest.mock import patch

from learning import Example, learned, write_networks

from extractors.goals import odds
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
from schemas.networks import Networks
from schemas.packet import Packet

ROOT = Path(__file__).resolve().parent.parent
CORPUS, DATA = ROOT / "tests" / "corpus", ROOT / "schemas" / "data"
KINDS = ("neither", "target", "result")
SCALES = (1, 10**3, 10**6, 10**9)
FEWEST, TURNS = 5, 4
PAIRS_PENALTY = 0.3
LIGHTEST = 10
"""Thousandths under which a weight is left out."""

Row = dict[str, Any]


@dataclass(slots=True)
class Paper:
    """A paper of the corpus with what a reader finds in it."""

    name: str
    packet: Packet
    truth: list[Row]
    numbers: list[Example] = field(default_factory=list)
    pairs: list[Example] = field(default_factory=list)

    @property
    def author(self) -> str:
        """The letters of its name: papers of one author have them in common."""
        return self.name.rstrip("0123456789")

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
                    for kind in KINDS[1:]
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


def weights_of(examples: Sequence[Example], corpus: str) -> Row:
    """Start and weights of signals for a pair, in thousandths."""
    vectorizer, model = fitted(examples, PAIRS_PENALTY)
    sign = 1 if model.classes_[1] == "pair" else -1
    weights = {}
    for signal, column in sorted(vectorizer.vocabulary_.items()):
        value = round(1000 * sign * float(model.coef_[0][column]))
        if abs(value) >= LIGHTEST:
            weights[signal] = value
    return {"corpus": corpus, "start": round(1000 * sign * float(model.intercept_[0])), "weights": weights}


def write(path: Path, found: Row) -> None:
    """One weight a line, so that what changed can be seen."""
    lines = ",\n".join(
        f"  {json.dumps(k, ensure_ascii=False)}: {json.dumps(v)}" for k, v in found["weights"].items()
    )
    head = f'{{\n "corpus": "{found["corpus"]}",\n "start": {json.dumps(found["start"])},\n "weights": {{\n'
    path.write_text(f"{head}{lines}\n }}\n}}\n", encoding="utf-8")


def check(found: Sequence[Paper]) -> None:
    """Prints how well the papers of authors left out are read, a quarter of them in turn."""
    counts: Counter[tuple[str, str]] = Counter()
    for held, networks in turns(found):
        for example in (example for paper in held for example in paper.numbers):
            likely = networks.likelihoods(networks.added(networks.start, example.signals))
            counts[example.label, KINDS[likely.index(max(likely))]] += 1
    for kind in KINDS[1:]:
        right = counts[kind, kind]
        true = sum(n for (label, _), n in counts.items() if label == kind)
        said = sum(n for (_, label), n in counts.items() if label == kind)
        print(f"{kind:8} true {true:5}  told {said:5}  right {right:5}"
              f"  precision {right / max(1, said):.3f}  recall {right / max(1, true):.3f}")  # fmt: skip


def turns(found: Sequence[Paper]) -> Iterator[tuple[list[Paper], Networks]]:
    """The papers of some authors with networks that those of all others taught, in turn."""
    authors = sorted({paper.author for paper in found})
    for turn in range(TURNS):
        left_out = set(authors[turn::TURNS])
        examples = [example for paper in found if paper.author not in left_out for example in paper.numbers]
        yield [paper for paper in found if paper.author in left_out], learned(examples, KINDS, "")


def with_pairs(found: Sequence[Paper]) -> None:
    """Sets the pairs of each paper, its numbers weighed by what the papers of others taught: those that are read
    later have taught nothing either."""
    for held, networks in turns(found):
        with patch.object(odds, "number_networks", lambda networks=networks: networks):
            for paper in held:
                paper.pairs = pairs_of(paper)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="print how well papers left out are read")
    only_check = parser.parse_args().check
    found = list(corpus_papers())
    for paper in found:
        paper.numbers = list(numbers_of(paper))
    if only_check:
        check(found)
        return
    with_pairs(found)
    corpus = digest()
    numbers = [example for paper in found for example in paper.numbers]
    write_networks(DATA / "number_weights.npz", learned(numbers, KINDS, corpus))
    pairs = [example for paper in found for example in paper.pairs]
    write(DATA / "pair_weights.json", weights_of(pairs, corpus))


if __name__ == "__main__":
    main()
