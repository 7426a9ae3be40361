"""The Danish tokeniser: the words are those of spaCy's blank pipeline."""

from functools import cache

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokenizer import Tokenizer

from extractors.language.tokeniser import danish_tokeniser, plain_vocab


@cache
def blank() -> Language:
    return spacy.blank("da")


@cache
def ours() -> Tokenizer:
    return danish_tokeniser(plain_vocab())


@pytest.mark.parametrize(
    "text",
    [
        "Mindst 40 kurser, bl.a. (jf. nedenfor) om børn/unge og/eller ældre",
        "85% eller 3km; 1.250,5 mio.kr. i 2031–32…",
        "www.havn.example/a:b, lone@havn.example. Og localhost:8080/a:b",
        "i. 20°C. X/A/S/Y Svendsens' §12 → 4",
        "",
    ],
)
def test_words_are_those_of_spacy(text: str) -> None:
    assert [token.text for token in ours()(text)] == [token.text for token in blank().make_doc(text)]


@given(st.text("abmkSAÅøªµ²ⁿ0189.,:;-–—/'’\"%§()[]<>=+*!?°€$…•_&#@ \n", max_size=16) | st.text(max_size=12))
def test_any_text_has_the_words_of_spacy(text: str) -> None:
    assert [(token.text, token.idx) for token in ours()(text)] == [(t.text, t.idx) for t in blank().make_doc(text)]
