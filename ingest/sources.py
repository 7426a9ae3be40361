"""From paths to files: what is to be read, and what was asked for and cannot be.

Only regular files are opened. A named pipe, a device or a dangling link is refused by its kind, so that no run
hangs on one.
"""

from __future__ import annotations

import glob
import hashlib
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeVar

from schemas.errors import EmptyContent, UnreadableFile, UnsupportedContent

PACKET_SUFFIXES = frozenset({".pdf", ".txt", ".text"})
"""Names that a folder is searched for; a file that is named itself is taken whatever its name."""

OTHER_SUFFIXES = frozenset({
    ".doc", ".docx", ".docm", ".odt", ".rtf", ".pages", ".xls", ".xlsx", ".xlsm", ".xlsb", ".ods", ".csv",
    ".ppt", ".pptx", ".pptm", ".odp", ".htm", ".html", ".mht", ".mhtml", ".eml", ".msg", ".zip", ".7z",
    ".rar", ".gz", ".tar", ".ps", ".xps", ".epub", ".tif", ".tiff", ".jpg", ".jpeg", ".png", ".heic",
})  # fmt: skip
"""Kinds of files that papers of a meeting come as and that are not read: those of a folder are told."""

OWNER_FILE = "~$"
"""Names of what Office leaves beside a paper that is open begin so."""

MAX_BYTES = 1 << 30
"""Larger files are refused: no packet is that large, and they are held in memory whole."""

BLOCK = 1 << 20
"""Bytes that are read at a time where the content is not kept."""

T = TypeVar("T")

KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read. ``display`` is its path as printable text (bytes that are no UTF-8 replaced).

    ``root`` is the folder a relative path starts from where that is not the process's own.
    """

    path: str
    root: str = ""

    @property
    def location(self) -> str:
        """What is opened."""
        return os.path.join(self.root, self.path)

    @property
    def display(self) -> str:
        """The path as text that can be printed and stored."""
        return printable(self.path)

    @property
    def filename(self) -> str:
        """The last part of the path, printable."""
        return printable(os.path.basename(self.path))


def printable(path: str) -> str:
    """A path as valid text: undecodable bytes become U+FFFD."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def printed_paths(printed: str) -> list[str]:
    """The paths that are there and whose printable form this is, sorted: bytes that are no UTF-8 all look alike."""
    if "\ufffd" not in printed or os.path.lexists(printed):
        return [printed] if os.path.lexists(printed) else []
    folder, name = os.path.split(printed)
    found = []
    for parent in printed_paths(folder) if folder else [""]:
        try:
            names = os.listdir(parent or os.curdir)
        except OSError:
            continue
        found += [os.path.join(parent, other) for other in names if printable(other) == name]
    return sorted(found)


def find_sources(arguments: Iterable[str]) -> tuple[list[Source], list[str]]:
    """The files behind paths, folders and globs, sorted, each once, and the arguments that match nothing.

    A folder gives the files below it whose suffix is one of :data:`PACKET_SUFFIXES`; links to folders are not
    followed. An argument that exists is never read as a glob.
    """
    found: dict[str, Source] = {}
    unmatched = []
    for argument in arguments:
        matches = list(_expand(argument))
        if not matches:
            unmatched.append(argument)
        for path in matches:
            found.setdefault(os.path.abspath(path), Source(path))
    return [found[key] for key in sorted(found)], unmatched


def find_left_out(arguments: Iterable[str]) -> list[Source]:
    """The files below the folders among the arguments that are papers of another kind (:data:`OTHER_SUFFIXES`)."""
    folders = [path for argument in arguments for path in _matches(argument) if os.path.isdir(path)]
    found = {os.path.abspath(path): path for folder in folders for path in _walk(folder, OTHER_SUFFIXES)}
    return [Source(found[key]) for key in sorted(found) if not os.path.basename(key).startswith(OWNER_FILE)]


def _matches(argument: str) -> list[str]:
    return [argument] if os.path.lexists(argument) else sorted(glob.glob(argument, recursive=True))


def _expand(argument: str) -> Iterator[str]:
    for match in _matches(argument):
        if os.path.isdir(match):
            yield from _walk(match, PACKET_SUFFIXES)
        else:
            yield match


def _walk(folder: str, suffixes: frozenset[str]) -> Iterator[str]:
    for root, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            if Path(name).suffix.lower() in suffixes:
                yield os.path.join(root, name)


def read_bytes(source: Source) -> bytes:
    """The whole content of a file.

    Raises:
        UnreadableFile: it is gone, may not be read, is no regular file, or changed while it was read twice.
        UnsupportedContent: it is larger than :data:`MAX_BYTES`.
        EmptyContent: it holds no byte.
    """
    return _steady(source, lambda handle, size: (data := handle.read(size + 1), len(data)))[0]


def _digest(handle: BinaryIO, size: int) -> tuple[str, int]:
    digest, read = hashlib.sha256(), 0
    while read <= size and (block := handle.read(BLOCK)):
        digest.update(block)
        read += len(block)
    return digest.hexdigest(), read


def _steady(source: Source, take: Callable[[BinaryIO, int], tuple[T, int]]) -> tuple[T, int]:
    """What ``take`` makes of a file's content, with the bytes it read, where the file did not change meanwhile."""
    for _ in range(2):
        try:
            before = os.stat(source.location)
            for is_kind, name in KINDS:
                if is_kind(before.st_mode):
                    raise UnreadableFile(f"{source.filename} is {name}", "Name a file instead")
            if before.st_size > MAX_BYTES:
                raise UnsupportedContent(
                    f"{source.filename} is larger than {MAX_BYTES >> 20} MB", "Split it into its documents"
                )
            with open(source.location, "rb") as handle:
                taken, read = take(handle, before.st_size)
            after = os.stat(source.location)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise UnreadableFile(f"{source.filename} cannot be read: {reason}", "Check path and rights") from error
        same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
        if same and read == after.st_size:
            if not read:
                raise EmptyContent(f"{source.filename} is empty", "Fetch it again")
            return taken, read
    raise UnreadableFile(f"{source.filename} changes while it is read", "Ingest it again when it is complete")


def fingerprint(source: Source) -> tuple[str, int]:
    """The SHA-256 of a file's content as hexadecimal text and its size in bytes, without holding it in memory.

    Raises:
        UnreadableFile, UnsupportedContent, EmptyContent: as :func:`read_bytes` does.
    """
    return _steady(source, _digest)


def sha256_of(data: bytes) -> str:
    """The content's SHA-256 as hexadecimal text."""
    return hashlib.sha256(data).hexdigest()
