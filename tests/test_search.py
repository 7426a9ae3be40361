"""Search finds word forms and compounds, ranks by how much of the question a passage answers, and shows where."""

import pytest
import Stemmer
from own_packets import write

from ingest.run import ingest
from ingest.warehouse.search import search, snippet
from ingest.warehouse.store import Warehouse

TEXT = """\
1. Orientering

Frafaldet på sygeplejerskeuddannelsen er steget
i tre år.

Frafald blandt lærere er uændret siden den seneste
opgørelse.

Sygefraværet i hjemmeplejen falder, men frafald nævnes
også her for en sygeplejerske.

Kommunerne drøfter klima og tager sagen op igen på
et senere møde.
"""


@pytest.fixture
def warehouse(tmp_path):
    write(tmp_path, notat=TEXT)
    with Warehouse(tmp_path / "w.duckdb") as warehouse:
        ingest([str(tmp_path)], warehouse)
    with Warehouse(tmp_path / "w.duckdb", read_only=True) as warehouse:
        yield warehouse


def texts(warehouse, question):
    return [hit.snippet.replace("«", "").replace("»", "") for hit in search(warehouse, question)]


@pytest.mark.parametrize(
    ("question", "beginning"),
    [
        ("frafald sygeplejerske", "Sygefraværet"),
        ("fravær", "Sygefraværet"),
        ("kommune", "Kommunerne"),
        ("LÆRER", "Frafald blandt lærere"),
    ],
)
def test_forms_and_compounds_answer_to_the_word(warehouse, question, beginning):
    assert texts(warehouse, question)[0].startswith(beginning)


def test_a_passage_with_all_words_comes_before_one_with_some(warehouse):
    found = texts(warehouse, "frafald sygeplejerske")
    assert len(found) == 3
    assert found[-1].startswith("Frafald blandt lærere")


def test_a_hit_knows_its_line(warehouse):
    assert search(warehouse, "klima")[0].line == 12


@pytest.mark.parametrize("question", ["", "…", "xylofon"])
def test_no_words_or_no_answer_is_an_empty_list(warehouse, question):
    assert search(warehouse, question) == []


def test_text_that_looks_like_sql_is_only_words(warehouse):
    assert search(warehouse, "'; DROP TABLE passages; --") == []
    assert warehouse.query("SELECT count(*) > 0 AS there FROM passages") == [{"there": True}]


def test_the_snippet_marks_the_hits_and_is_cut_at_words():
    text = "Indledning " * 30 + "om frafald på skolerne " + "afslutning " * 30
    shown = snippet(text, ["frafald"], Stemmer.Stemmer("danish"))
    assert "«frafald»" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 200
