"""Files that nobody should send: every kind of bad input, each with what must become of it.

:func:`make_all` writes them into a folder, the same bytes each time.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from hostile_pdf_pages import PAGES
from hostile_pdf_structure import STRUCTURES
from hostile_text import AGENDA, TEXTS, Expected

KINDS = (*STRUCTURES, *PAGES, *TEXTS)
"""Name, kind, bytes, right outcomes, secret of each."""

RUNNING_AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
HAS_FIFO = hasattr(os, "mkfifo")


@dataclass(frozen=True)
class HostileFile:
    """A bad file, what is wrong with it, and the outcomes that are right for it.

    ``secret`` is a text that must not come out as data: hidden words, garbled glyphs, the script of a file.
    """

    path: Path
    kind: str
    expected: tuple[Expected, ...]
    secret: str = ""


ODD_NAMES = (
    "med mellemrum.txt",
    "citat ' og \" tegn.txt",
    "-rf.txt",
    "--help.txt",
    "ny\nlinje.txt",
    "komma,semikolon;.txt",
    "procent%20s {x}.txt",
    "æøå ÆØÅ.txt",
    "[glob]*?.txt",
    "A\u030arhus.txt",
    f"{'l' * 251}.txt",
    os.fsdecode(b"latin-\xe6\xff.txt"),
)


def make_all(folder: Path) -> list[HostileFile]:
    """Writes every bad file into the folder and tells what must become of each."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for name, kind, content, expected, secret in KINDS:
        path = folder / name
        path.write_bytes(content())
        files.append(HostileFile(path, kind, expected, secret))
    files += _odd_names(folder)
    files += _odd_entries(folder)
    return files


def _odd_names(folder: Path) -> Iterable[HostileFile]:
    for number, name in enumerate(ODD_NAMES):
        path = folder / name
        try:
            path.write_text(f"{AGENDA}\nLøbenummer {number}\n", encoding="utf-8")
        except OSError:  # some file systems do not take these names
            continue
        yield HostileFile(path, f"name {name!r}", ("loaded",))


def _odd_entries(folder: Path) -> Iterable[HostileFile]:
    if HAS_FIFO:
        pipe = folder / "pipe.txt"
        if not pipe.exists():
            os.mkfifo(pipe)
        yield HostileFile(pipe, "a named pipe", ("failed",))
        links = {"dangling.txt": "findes-ikke.txt", "self.txt": "self.txt"}
        for name, target in links.items():
            link = folder / name
            if not link.is_symlink():
                link.symlink_to(target)
            yield HostileFile(
                link, "a link to nothing" if name == "dangling.txt" else "a link to itself", ("failed",)
            )
        loop = folder / "mappe"
        loop.mkdir(exist_ok=True)
        if not (loop / "igen").is_symlink():
            (loop / "igen").symlink_to("..")
        yield from _more_entries(folder)
    if not RUNNING_AS_ROOT:
        locked = folder / "locked.txt"
        locked.write_text(AGENDA, encoding="utf-8")
        locked.chmod(0)
        yield HostileFile(locked, "a file that may not be read", ("failed",))


def _more_entries(folder: Path) -> Iterable[HostileFile]:
    address = folder / "stik.pdf"
    if not address.exists():
        with socket.socket(socket.AF_UNIX) as server:
            here = os.getcwd()
            os.chdir(folder)  # the path of a socket has a hundred characters at most
            server.bind(address.name)
            os.chdir(here)
    yield HostileFile(address, "a socket", ("failed",))
    sparse = folder / "sparse.txt"
    with sparse.open("wb") as handle:
        handle.truncate(10 << 30)
    yield HostileFile(sparse, "10 GB of nothing", ("failed",))
    called = folder / "mappe.pdf"
    called.mkdir(exist_ok=True)
    yield HostileFile(called, "a folder called x.pdf", ("failed",))
