"""Bytes of text files: encodings, line ends, what is refused."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.reading.text import read_text
from schemas.document import Document
from schemas.errors import EmptyContent, UnsupportedContent

DANISH = "Møde på Læsø – åbent for alle, § 3.\nÆblet og ½ liter.\n"


def read(data: bytes) -> Document:
    return read_text(data, filename="prøve.txt", sha256="a" * 64)


def texts(data: bytes) -> list[str]:
    return [line.text for line in read(data).lines]


def rules(data: bytes) -> set[str]:
    return {note.rule for note in read(data).notes}


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-32-le", b"\xff\xfe\x00\x00"),
        ("cp1252", b""),
    ],
)
def test_encoding_is_told_by_mark_or_content(encoding, mark):
    assert texts(mark + DANISH.encode(encoding)) == DANISH.splitlines()


@pytest.mark.parametrize("encoding", ["latin-1", "cp865", "mac_roman"])
def test_eight_bit_text_is_read_by_its_danish_letters_and_said_so(encoding):
    data = "Rødovre, Ærø, Århus og Fåborg – blåbær på øen".replace("–", "-").encode(encoding)
    assert texts(data) == ["Rødovre, Ærø, Århus og Fåborg - blåbær på øen"]
    assert rules(data) == {"encoding"}


def test_broken_bytes_in_utf8_are_replaced_and_counted():
    data = "Æbler, ærter og grønkål på øen".encode() + b"\xff" + "\nslut på det".encode()
    document = read(data)
    assert document.lines[0].text.endswith("øen\ufffd")
    assert [(note.rule, note.severity) for note in document.notes] == [("invalid_bytes", "warning")]


def test_a_lone_surrogate_in_utf16_does_not_survive():
    document = read(b"\xff\xfe" + "navn".encode("utf-16-le") + b"\x00\xd8" + " slut".encode("utf-16-le"))
    document.lines[0].text.encode()
    assert "invalid_bytes" in {note.rule for note in document.notes}


def test_decomposed_letters_are_composed_and_spaces_kept():
    decomposed = unicodedata.normalize("NFD", "  Ålborg   på  måned ")
    assert texts(decomposed.encode()) == ["  Ålborg   på  måned "]


def test_nul_and_control_bytes_are_replaced_and_said_so():
    data = ("Et langt stykke tekst om budgettet. " * 5).encode() + b"a\x00b\x07c"
    assert texts(data)[0].endswith("a\ufffdb\ufffdc")
    assert rules(data) == {"control_characters"}


def test_a_soft_hyphen_before_a_number_is_a_minus():
    line = "Anlæg \u00ad28.810 (\u00ad) 2025\u00ad26 \u00ad"
    assert texts(line.encode()) == ["Anlæg -28.810 (-) 2025-26 -"]


def test_the_hyphen_mark_of_pdf_libraries_at_a_line_end_is_a_soft_hyphen():
    assert texts(b"kommu\x02\nnerne i regionen") == ["kommu\u00ad", "nerne i regionen"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"en\nto\n\ntre", [("en", 1), ("to", 2), ("", 3), ("tre", 4)]),
        (b"en\r\nto\r\n", [("en", 1), ("to", 2)]),
        (b"en\rto\rtre", [("en", 1), ("to", 2), ("tre", 3)]),
        (b"en\r\r\nto\n", [("en", 1), ("to", 2)]),
        (b"en\nto\rmere\ntre", [("en", 1), ("to", 2), ("mere", 2), ("tre", 3)]),
        ("en\u2028to\u0085tre\nfire".encode(), [("en", 1), ("to", 1), ("tre", 1), ("fire", 2)]),
        ("skole\ufffebusser\nkør\ufffe\nsel".encode(), [("skole-", 1), ("busser", 1), ("kør-", 2), ("sel", 3)]),
    ],
    ids=["lf", "crlf", "cr", "crcrlf", "cr inside lf", "unicode separators", "hyphens of pdfium"],
)
def test_line_numbers_are_those_of_sed(data, expected):
    assert [(line.text, line.number) for line in read(data).lines] == expected


def test_form_feeds_start_pages_whether_alone_at_the_beginning_or_inside_a_line():
    document = read(b"side en\n\fside to\nmere\ftre\n\f\nfire\n\f")
    assert [[line.text for line in page.lines] for page in document.pages] == [
        ["side en"],
        ["side to", "mere"],
        ["tre"],
        ["", "fire"],
    ]
    assert document.paged
    assert [line.number for line in document.lines] == [1, 2, 3, 3, 4, 5]


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"\xff\xfe \x00", b"\x00" * 50, b"\f\f\n"])
def test_nothing_but_white_space_is_refused_as_empty(data):
    with pytest.raises(EmptyContent):
        read(data)


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)) * 8, b"PK\x03\x04" + bytes(range(32)) * 40, b"\x89PNG\r\n\x1a\n" + b"\x01\x02\x03" * 50],
)
def test_binary_content_is_refused(data):
    with pytest.raises(UnsupportedContent):
        read(data)


def test_a_line_of_a_megabyte_is_one_line():
    document = read(b"ord " * 300_000)
    assert len(document.lines) == 1
    assert len(document.lines[0].text) == 1_200_000


ROWS = """\
TABEL 1: PLADSER I 2024
Kommune\t2023\t2024
Odder\t12\t14
Skive\t30\t31
I alt\t42\t45
"""


def test_rows_of_tabs_and_paragraphs_in_one_line_are_tabbed_text():
    paragraph = "Kommunerne har i fællesskab gennemført en analyse af behovet for pladser i de kommende år. " * 3
    assert read((paragraph + "\n\n" + ROWS).encode()).tabbed
    assert read(ROWS.encode()).tabbed
    assert not read(ROWS.encode()).paged


def test_wide_spaces_between_columns_make_no_paragraph():
    row = "Skovby" + " " * 80 + "12" + " " * 60 + "14" + " " * 60 + "19\n"
    assert not read((row * 12).encode()).tabbed


def test_list_numbers_with_tabs_in_wrapped_text_are_not_tabbed_text():
    wrapped = "1.\t Styrk samarbejdet mellem kommunerne\n\t om uddannelse af nye med-\n\t arbejdere og ledere\n"
    assert not read((wrapped * 6).encode()).tabbed


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_with_a_reason(data):
    try:
        document = read(data)
    except (EmptyContent, UnsupportedContent):
        return
    assert [line.index for line in document.lines] == list(range(len(document.lines)))
    for line in document.lines:
        line.text.encode()
        assert "\n" not in line.text
        assert "\x00" not in line.text


@given(
    st.lists(
        st.text(
            st.characters(exclude_characters="\r\n\f\v", exclude_categories=("Cs", "Cc", "Cf", "Cn")), max_size=30
        ),
        min_size=1,
        max_size=30,
    )
)
def test_lines_of_utf8_text_come_back_as_printed(rows):
    text = unicodedata.normalize("NFC", "\n".join(rows))
    if not text.strip("\ufffd \t\n\u00a0") or text.isspace():
        return
    document = read(text.encode())
    expected = text.split("\n")
    assert [line.text for line in document.lines] == (expected[:-1] if expected[-1] == "" else expected)
    assert [line.number for line in document.lines] == list(range(1, len(document.lines) + 1))


def test_marks_that_print_nothing_part_no_word_and_those_that_turn_letters_are_told():
    document = read("God\u200bken\u2060delse \u202e412\u202c kr.".encode())
    assert [line.text for line in document.lines] == ["Godkendelse 412 kr."]
    assert [note.rule for note in document.notes] == ["text_reordered"]
