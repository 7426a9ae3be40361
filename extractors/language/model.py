"""The statistical Danish model, where one is installed: spaCy's ``da_core_news_*``, the most accurate first.

None comes with ``pip install bilag``: these models are not on PyPI, and nothing is downloaded at run time. Without
one the rules tell an adjective from a noun by its ending and a form from its word by its stem; with one its tagger
and lemmatiser do. Everything else of the pipeline stays the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import metadata
from typing import TYPE_CHECKING

from schemas.errors import UnusableModel

if TYPE_CHECKING:
    from spacy.language import Language

MODELS = ("da_core_news_trf", "da_core_news_lg", "da_core_news_md", "da_core_news_sm")
"""Packages of spaCy's Danish models, the most accurate first."""

UNUSED = ("parser", "senter", "ner")
"""Components of the models that are left out: sentences and names are found by rules here."""


@dataclass(frozen=True, slots=True)
class Model:
    """An installed model: its package and version."""

    name: str
    version: str

    def __str__(self) -> str:
        return f"{self.name}-{self.version}"


@cache
def installed_model() -> Model | None:
    """The model that is used; None where none is installed. spaCy is not imported for the answer."""
    for name in MODELS:
        try:
            return Model(name, metadata.version(name))
        except metadata.PackageNotFoundError:
            continue
    return None


def load(model: Model) -> Language:
    """The model's tokeniser, tagger and lemmatiser. Raises :class:`UnusableModel` where spaCy cannot load it."""
    import spacy

    version = metadata.version("spacy")
    try:
        return spacy.load(model.name, exclude=UNUSED)
    except (OSError, ValueError, ImportError, KeyError) as error:
        raise UnusableModel(
            f"The Danish model {model} is installed and spaCy {version} cannot load it: {error}",
            f"Install the version that fits with `python -m spacy download {model.name}`, or remove it with "
            f"`pip uninstall {model.name}`",
        ) from error
