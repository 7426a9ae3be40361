"""Which files a run takes, and what it says of those it cannot."""

import os

import pytest

from ingest.sources import Source, find_sources, printable, read_bytes
from schemas.errors import EmptyContent, UnreadableFile


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / "a.txt").write_text("Dagsorden")
    (tmp_path / "notes.json").write_text("{}")
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "deep" / "er" / "c.PDF").write_bytes(b"%PDF-1.4")
    return tmp_path


def names(sources):
    return [source.filename for source in sources]


def test_a_folder_gives_its_packets_sorted_and_deep(folder):
    sources, unmatched = find_sources([str(folder)])
    assert names(sources) == ["a.txt", "b.pdf", "c.PDF"]
    assert unmatched == []


def test_a_named_file_is_taken_whatever_its_suffix(folder):
    sources, _ = find_sources([str(folder / "notes.json")])
    assert names(sources) == ["notes.json"]


def test_a_glob_is_expanded(folder):
    sources, _ = find_sources([str(folder / "**" / "*.PDF")])
    assert names(sources) == ["c.PDF"]


def test_a_name_with_glob_signs_that_exists_is_a_file(folder):
    (folder / "bilag [1].txt").write_text("x")
    sources, _ = find_sources([str(folder / "bilag [1].txt")])
    assert names(sources) == ["bilag [1].txt"]


def test_a_file_named_twice_is_one_source(folder):
    sources, _ = find_sources([str(folder / "a.txt"), str(folder), os.path.relpath(folder / "a.txt")])
    assert names(sources).count("a.txt") == 1


def test_what_matches_nothing_is_told(folder):
    sources, unmatched = find_sources([str(folder / "missing.pdf")])
    assert (sources, unmatched) == ([], [str(folder / "missing.pdf")])


def test_an_empty_file_is_refused_by_name(tmp_path):
    (tmp_path / "tom.pdf").touch()
    with pytest.raises(EmptyContent, match=r"tom\.pdf is empty"):
        read_bytes(Source(str(tmp_path / "tom.pdf")))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_is_refused_without_waiting_on_it(tmp_path):
    os.mkfifo(tmp_path / "pipe.pdf")
    with pytest.raises(UnreadableFile, match="named pipe"):
        read_bytes(Source(str(tmp_path / "pipe.pdf")))


def test_a_dangling_link_is_refused(tmp_path):
    (tmp_path / "link.pdf").symlink_to(tmp_path / "nowhere.pdf")
    with pytest.raises(UnreadableFile, match=r"link\.pdf cannot be read"):
        read_bytes(Source(str(tmp_path / "link.pdf")))


def test_a_name_that_is_no_text_can_be_printed():
    assert printable(os.fsdecode(b"bilag\xff.pdf")) == "bilag�.pdf"
