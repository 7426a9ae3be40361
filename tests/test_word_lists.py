"""Lists of words asked by word, and the lines of a document asked for their words."""

from __future__ import annotations

import tomllib
from fnmatch import fnmatchcase
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_documents import text_document

from extractors.goals.lines import WordClass, lines_with
from schemas.goal_tables import goal_table_words
from schemas.packet import Packet
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


ENTRIES = ["bro", "ro", "bro*", "br*", "*bro", "*o bro", "*ro*", "*rob*"]
BY_ENTRY = WordLists({entry: [entry] for entry in ENTRIES})


@given(st.text("bro ", max_size=9))
def test_entries_are_found_by_their_outer_letters(word: str) -> None:
    assert BY_ENTRY.find(word) == {entry for entry in ENTRIES if fnmatchcase(word, entry)}


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


@pytest.mark.parametrize(
    ("text", "word_class"),
    [
        ("Resultat: 12 kurser", "head"),
        ("2030-mål¹ 12", "aim"),
        ("MÅL 3", "goal"),
        ("KPI 4", "goal"),
        ("_Målemetode_ er tællinger", "label"),
        ("Kontraktkrav 12", "target"),
        ("Målopfyldelsen er høj", "degree"),
    ],
)
def test_a_line_is_found_by_the_class_of_its_words(text: str, word_class: WordClass) -> None:
    document = text_document(f"Havnen ligger stille\n\n{text}\n")
    assert lines_with(Packet(document), word_class) == {2}
