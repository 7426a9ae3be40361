"""The version of the pipeline: the package's version and a digest of its own source and data.

Rows of the warehouse carry it. Code or data that changed gives another version, and the next ingest replaces the
rows of every document it is shown.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata
from pathlib import Path

PACKAGES = ("schemas", "extractors", "ingest")
SUFFIXES = frozenset({".py", ".csv", ".toml", ".sql", ".json", ".txt", ".html"})


@cache
def pipeline_version() -> str:
    """Such as ``0.1.0+4f2a90c1``."""
    root = Path(__file__).resolve().parent.parent
    digest = hashlib.sha256()
    for package in PACKAGES:
        for file in sorted((root / package).rglob("*")):
            if file.suffix in SUFFIXES and "__pycache__" not in file.parts:
                digest.update(file.relative_to(root).as_posix().encode())
                digest.update(file.read_bytes())
    return f"{metadata.version('bilag')}+{digest.hexdigest()[:8]}"
