"""Joining on real packets, where a folder of them is at hand (``BILAG_PACKETS``)."""

import hashlib
import os
import re
from pathlib import Path

import pytest

from extractors.text.furniture import find_furniture
from extractors.text.joining import passages
from ingest.reading.text import read_text

FOLDER = os.environ.get("BILAG_PACKETS")
FILES = sorted(Path(FOLDER).glob("*.txt")) if FOLDER else []

pytestmark = pytest.mark.skipif(not FILES, reason="BILAG_PACKETS names no folder with text packets")


@pytest.fixture(params=FILES, ids=lambda path: path.name)
def document(request):
    data = request.param.read_bytes()
    return read_text(data, filename=request.param.name, sha256=hashlib.sha256(data).hexdigest())


def test_every_printed_letter_is_in_a_passage(document):
    furniture = find_furniture(document)
    found = passages(document, None, furniture)
    printed = "".join(line.text for line in document.lines if line.index not in furniture)
    letters = re.compile(r"[^\W_]")
    joined = "".join((passage.marker or "") + passage.text for passage in found)
    assert sorted(letters.findall(joined)) == sorted(letters.findall(printed))


def test_no_soft_hyphen_is_left_inside_a_word(document):
    text = " ".join(passage.text for passage in passages(document, None, find_furniture(document)))
    assert not re.findall(r"[a-zæøå]{3}- (?!og|eller|samt|hhv|kontra)[a-zæøå]{3,}nes?\b", text)
