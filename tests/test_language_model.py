"""With a statistical Danish model installed: a small one, trained here and laid out as pip lays out a package."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.training import Example

from extractors.language import model

SENTENCES = (
    ("Mindst 30 medarbejdere deltog", ("ADV", "NUM", "NOUN", "VERB"), ("mindst", "30", "medarbejder", "deltage")),
    ("Mindst 12 rådgivere deltog", ("ADV", "NUM", "NOUN", "VERB"), ("mindst", "12", "rådgiver", "deltage")),
    ("Mindst 40 nye aftaler", ("ADV", "NUM", "ADJ", "NOUN"), ("mindst", "40", "ny", "aftale")),
    ("Mindst 25 grønne aftaler", ("ADV", "NUM", "ADJ", "NOUN"), ("mindst", "25", "grøn", "aftale")),
    ("Lederne deltog", ("NOUN", "VERB"), ("leder", "deltage")),
)
"""Words, parts of speech and lemmas."""

PROBE = """
import json, sys
from extractors.language.danish import analyse
from ingest.version import pipeline_version
found = next(analyse([sys.argv[1]]))
print(json.dumps({"version": pipeline_version(), "counted": [q.counted for q in found.quantities],
                  "lemmas": [t.lemma for t in found.tokens], "parts": [t.part for t in found.tokens]}))
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """A folder as pip would leave it with ``da_core_news_sm`` 0.0.1 installed."""
    spacy.util.fix_random_seed(1)
    nlp = spacy.blank("da")
    nlp.add_pipe("morphologizer")
    nlp.add_pipe("trainable_lemmatizer", config={"min_tree_freq": 1})
    examples = []
    for text, parts, lemmas in SENTENCES:
        doc = nlp.make_doc(text)
        examples.append(Example.from_dict(doc, {"pos": list(parts), "lemmas": list(lemmas)}))
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(25):
        nlp.update(examples, sgd=optimizer)
    folder = tmp_path_factory.mktemp("site")
    package = folder / "da_core_news_sm"
    nlp.meta.update(name="core_news_sm", version="0.0.1")
    package.mkdir()
    nlp.to_disk(package / "da_core_news_sm-0.0.1")
    package.joinpath("meta.json").write_text(json.dumps(nlp.meta))
    package.joinpath("__init__.py").write_text(
        "from pathlib import Path\nfrom spacy.util import load_model_from_init_py\n\n\n"
        "def load(**overrides):\n    return load_model_from_init_py(__file__, **overrides)\n"
    )
    record = folder / "da_core_news_sm-0.0.1.dist-info"
    record.mkdir()
    record.joinpath("METADATA").write_text("Metadata-Version: 2.1\nName: da_core_news_sm\nVersion: 0.0.1\n")
    return folder


def run(site: Path | None, *command: str) -> subprocess.CompletedProcess[str]:
    root = Path(__file__).parent.parent
    path = os.pathsep.join(str(part) for part in (root, site) if part)
    return subprocess.run(
        [sys.executable, *command],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )


def probe(site: Path | None, sentence: str) -> dict:
    done = run(site, "-c", PROBE, sentence)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_tagger_tells_a_noun_from_an_adjective(site):
    assert probe(site, "Mindst 30 medarbejdere deltog")["counted"] == ["medarbejdere"]


def test_an_adjective_belongs_to_the_counted_noun(site):
    assert probe(site, "Mindst 25 grønne aftaler")["counted"] == ["grønne aftaler"]


def test_lemmas_come_from_the_model(site):
    assert probe(site, "Mindst 12 rådgivere deltog")["lemmas"] == ["mindst", "12", "rådgiver", "deltage"]


def test_without_a_model_no_word_has_a_part_of_speech():
    if model.installed_model() is not None:
        pytest.skip("a Danish model is installed here")
    found = probe(None, "Mindst 12 rådgivere deltog")
    assert found["parts"] == ["", "", "", ""]
    assert found["lemmas"] == ["mindst", "12", "rådgivere", "deltog"]


def test_the_version_names_the_model(site):
    assert probe(site, "Intet")["version"].endswith(".da_core_news_sm-0.0.1")


def test_doctor_names_the_model(site):
    done = run(site, "-m", "ingest", "doctor")
    assert "da_core_news_sm-0.0.1" in done.stdout


def test_a_broken_model_costs_its_stage_and_says_how_to_mend_it(site, tmp_path):
    broken = tmp_path / "site"
    broken.mkdir()
    for name in ("da_core_news_sm", "da_core_news_sm-0.0.1.dist-info"):
        (broken / name).symlink_to(site / name)
    (broken / "da_core_news_sm").unlink()
    (broken / "da_core_news_sm").mkdir()
    (broken / "da_core_news_sm" / "__init__.py").write_text((site / "da_core_news_sm" / "__init__.py").read_text())
    paper = tmp_path / "opfølgning.txt"
    paper.write_text(
        "Mål 1\nMindst 80 pct. af virksomhederne er tilfredse. Resultatet blev 82 pct.\n", encoding="utf-8"
    )
    warehouse = str(tmp_path / "w.duckdb")
    done = run(broken, "-m", "ingest", "ingest", str(paper), "--db", warehouse)
    assert done.returncode == 3, done.stderr
    shown = run(None, "-m", "ingest", "query", "--db", warehouse, "SELECT rule, message FROM findings", "--csv")
    assert "unusable_model" in shown.stdout
    assert "spacy download da_core_news_sm" in shown.stdout
