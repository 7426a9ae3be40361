"""spaCy's Danish tokeniser, with a quick question before each of its patterns.

It is made by itself, without the pipeline around it. A word of letters alone begins, ends and is parted with no
sign, and an address holds a point: the patterns need not be asked of most words that come for the first time.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer
    from spacy.vocab import Vocab


def plain_vocab() -> Vocab:
    """Words of which nothing is known but their lower case: to tell the rest took a quarter of their making."""
    from spacy.attrs import LOWER
    from spacy.vocab import Vocab

    return Vocab(lex_attr_getters={LOWER: str.lower})


def danish_tokeniser(vocab: Vocab) -> Tokenizer:
    """Parts a text into the words that ``spacy.blank("da")`` gives it."""
    from spacy.lang.da import Danish
    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    rules = Danish.Defaults
    return Tokenizer(
        vocab,
        rules=rules.tokenizer_exceptions,
        prefix_search=_unless(str.isalpha, None, compile_prefix_regex(rules.prefixes or ()).search),
        suffix_search=_unless(str.isalpha, None, compile_suffix_regex(rules.suffixes or ()).search),
        infix_finditer=_unless(str.isalpha, (), compile_infix_regex(rules.infixes or ()).finditer),
        token_match=rules.token_match,
        url_match=_unless(_has_no_point, None, rules.url_match) if rules.url_match else None,
    )


def _has_no_point(text: str) -> bool:
    return "." not in text


def _unless(known: Callable[[str], bool], none: object, ask: Callable[[str], Any]) -> Callable[[str], Any]:
    """Asks, unless a text is known to give none."""

    @wraps(ask)
    def answer(text: str) -> Any:
        return none if known(text) else ask(text)

    return answer
