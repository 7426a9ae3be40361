"""Letters that went through the wrong encoding are set right, and nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.reading.encoding import decode
from ingest.reading.mojibake import mended

PRINTED = "Køge, Næstved og Århus – 40 % “nye” forløb, § 3, à 5 €"


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_letters_saved_in_the_wrong_encoding_are_set_right_and_told(encoding):
    text, _, notes = decode("Køge, Næstved og Århus – 40 %, § 3".encode().decode(encoding).encode())
    assert text == "Køge, Næstved og Århus – 40 %, § 3"
    assert [note.rule for note in notes] == ["encoding"]


def test_the_note_counts_the_runs_that_were_set_right():
    text, (note,) = mended("RÃ¸dovre og LÃ¦sÃ¸")
    assert text == "Rødovre og Læsø"
    assert note.message.startswith("3 runs of letters were ")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(PRINTED, id="right"),
        pytest.param("SÃO TOMÉ og Ã alene", id="a foreign letter"),
        pytest.param("blåbærgrød ½–¾ €€", id="runs that are no UTF-8"),
    ],
)
def test_right_letters_stay(text):
    assert mended(text) == (text, [])


@given(st.text(alphabet="abcæøåÆØÅéüö –“”€§½ \n.,0123456789"))
def test_whatever_was_saved_so_comes_back(text):
    twice = "".join(
        chr(byte) if byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes([byte]).decode("cp1252")
        for byte in text.encode()
    )
    mixed = f"{twice} Ã¸"
    assert mended(mixed)[0] == f"{text} ø"
