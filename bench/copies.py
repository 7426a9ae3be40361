"""Many documents out of a few: each file again and again, made another document by a line at its end."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def replicate(files: Sequence[Path], count: int, folder: Path) -> None:
    """Writes ``count`` documents to the folder: the files, text or PDF, in turn; their names tell the order."""
    for number in range(count):
        file = files[number % len(files)]
        end = f"\n{'%' if file.suffix == '.pdf' else ''}Udgave {number}\n"
        (folder / f"{number:06}{file.suffix}").write_bytes(file.read_bytes() + end.encode())
