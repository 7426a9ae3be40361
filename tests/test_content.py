"""A file is what its bytes are, not what its name says."""

import pytest

from ingest.reading.content import read
from schemas.errors import EmptyContent, UnsupportedContent


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"PK\x03\x04rest", "ZIP or Office"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "old Office"),
        (b"<!DOCTYPE html><html><body>Siden findes ikke</body></html>", "web page"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"{\\rtf1 hej}", "RTF"),
    ],
)
def test_other_formats_are_refused_by_what_they_are(data, told):
    with pytest.raises(UnsupportedContent, match=told):
        read(data, filename="bilag.pdf", sha256="0" * 64)


@pytest.mark.parametrize("data", [b"", b"  \r\n\t ", b"\n" * 5000])
def test_white_space_alone_is_nothing(data):
    with pytest.raises(EmptyContent):
        read(data, filename="bilag.txt", sha256="0" * 64)


def test_text_is_read_as_text_under_a_pdf_name():
    document = read("Dagsorden for møde".encode(), filename="dagsorden.pdf", sha256="0" * 64)
    assert document.media_type == "text/plain"
    assert document.lines[0].text == "Dagsorden for møde"
