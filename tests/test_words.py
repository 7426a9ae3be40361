"""The words of a text, which are those of spaCy's Danish tokeniser, and the phrases among them."""

from functools import cache

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from extractors.language.phrases import find_phrases
from extractors.language.words import whole_words, words_of


@cache
def danish() -> Language:
    return spacy.blank("da")


def spelled(text: str) -> list[str]:
    return [word for word, _ in words_of(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mindst 40 kurser, helst flere.", "Mindst|40|kurser|,|helst|flere|."),
        ("bl.a. (jf. nedenfor)", "bl.a.|(|jf.|nedenfor|)"),
        ("nr. 12. og 45.", "nr.|12.|og|45|."),
        ("1.250,5 mio.kr.", "1.250,5|mio.kr|."),
        ("85% eller 3km", "85|%|eller|3|km"),
        ("børn/unge og/eller ældre", "børn|/|unge|og/eller|ældre"),
        ("Fjord A/S: ca. 7-9 hold", "Fjord|A/S|:|ca.|7-9|hold"),
        ("»Fælles vej«…", "»|Fælles|vej|«|…"),
        ("www.havn.example/a:b og lone@havn.example.", "www.havn.example/a:b|og|lone@havn.example|."),
        ("i. 20°C.", "i|.|20|°|C|."),
        ("X/A/S/Y", "X|/|A/S|/|Y"),
        ("Svendsens'", "Svendsens'"),
        ("§12 → 4", "§|12|→|4"),
        ("", ""),
    ],
)
def test_a_text_is_parted_into_words_and_signs(text: str, words: str) -> None:
    assert "|".join(spelled(text)) == words


def test_white_space_other_than_one_blank_is_a_word() -> None:
    assert words_of(" et  to\ntre fire ") == [
        (" ", 0), ("et", 1), (" ", 4), ("to", 5), ("\n", 7), ("tre", 8), ("fire", 12)
    ]  # fmt: skip


def test_listed_words_are_parted_as_spacy_does() -> None:
    texts = [form for word in whole_words() for form in (word, f"({word}", f"{word},", f"x/{word}/y")]
    assert [spelled(text) for text in texts] == [
        [token.text for token in danish().make_doc(text)] for text in texts
    ]


@given(st.text("abmkSAÅøµ0189.,:;-–—/'’\"%§()[]<>=+*!?°²€$…•_&#", min_size=1, max_size=12))
def test_any_signs_are_parted_as_spacy_does(text: str) -> None:
    assert words_of(text) == [(token.text, token.idx) for token in danish().make_doc(text)]


@given(st.text(max_size=30))
def test_words_stand_where_they_say(text: str) -> None:
    assert all(text.startswith(word, place) for word, place in words_of(text))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ikke mere end 4 og mindst 2", ["ikke mere end", "mindst"]),
        ("mere end end", ["mere end"]),
        ("mere \n end", []),
    ],
)
def test_the_longest_phrase_is_found(words: str, found: list[str]) -> None:
    parts = words.split(" ")
    assert [" ".join(parts[first:end]) for first, end, _ in find_phrases(parts)] == found
