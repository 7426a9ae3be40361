"""Lists of words asked by word, and the lines of a document asked for their words."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from made_documents import text_document

from extractors.text.concordance import concordance, lines_holding
from schemas.goal_tables import goal_table_words
from schemas.word_lists import WordLists

LISTS = WordLists({"plain": ["havn", "bro"], "start": ["bro*"], "end": ["*bro"], "inside": ["*fyr*"]})


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("havn", {"plain"}),
        ("havnen", set()),
        ("bro", {"plain", "start", "end"}),
        ("broerne", {"start"}),
        ("gangbro", {"end"}),
        ("fyr", {"inside"}),
        ("havfyret", {"inside"}),
        ("", set()),
    ],
)
def test_a_star_takes_any_ending_or_beginning(word: str, names: set[str]) -> None:
    assert LISTS.of(word) == names


def test_every_entry_of_tables_of_goals_names_its_list() -> None:
    data = tomllib.loads((files("schemas") / "data" / "goal_tables.toml").read_text(encoding="utf-8"))
    lists = {**data["heads"], **data["periods"], **data["verdicts"]}
    for name, entries in lists.items():
        for entry in entries:
            text = entry.replace("*", "x") if "*" in entry else entry
            assert name in goal_table_words().named(text), entry


@pytest.mark.parametrize("text", ["2030-mål", "jan.-juni", "regionen-juni", "mål¹", "(mål)", "mål-"])
def test_words_are_found_beside_hyphens_brackets_and_note_marks(text: str) -> None:
    assert goal_table_words().named(text) & {"aim", "partial_months"}


def test_a_text_without_words_of_tables_names_no_list() -> None:
    assert goal_table_words().named("havnen ligger stille") == set()


def test_a_concordance_tells_the_lines_of_each_word() -> None:
    document = text_document("Havnen og broen\n\nBroen, broen og 2030-planen¹\n")
    words = concordance(document)
    assert set(words["broen"]) == {0, 2}
    assert words["2030-planen"] == [2]
    assert lines_holding(document, lambda word: word.startswith("hav")) == {0}
    assert lines_holding(document, lambda word: word in ("og", "fyret")) == {0, 2}
