"""The version of the pipeline: the package's version, a digest of its own source and data, the Danish model if any.

Rows of the warehouse carry it. Code, data or a model that changed gives another version, and the next ingest
replaces the rows of every document it is shown.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata
from pathlib import Path

from extractors.language.model import installed_model

PACKAGES = ("schemas", "extractors", "ingest")
SUFFIXES = frozenset({".py", ".csv", ".toml", ".sql", ".json", ".txt", ".html"})


@cache
def pipeline_version() -> str:
    """Such as ``0.1.0+4f2a90c1``, or ``0.1.0+4f2a90c1.da_core_news_sm-3.8.0`` with a model."""
    root = Path(__file__).resolve().parent.parent
    digest = hashlib.sha256()
    for package in PACKAGES:
        for file in sorted((root / package).rglob("*")):
            if file.suffix in SUFFIXES and "__pycache__" not in file.parts:
                digest.update(file.relative_to(root).as_posix().encode())
                digest.update(file.read_bytes())
    model = installed_model()
    return f"{metadata.version('bilag')}+{digest.hexdigest()[:8]}" + (f".{model}" if model else "")
