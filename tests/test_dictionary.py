"""The committed data dictionary says what the record types say."""

from pathlib import Path

from ingest.warehouse.dictionary import render

COMMITTED = Path(__file__).parent.parent / "docs" / "data-dictionary.md"


def test_the_committed_dictionary_is_the_one_drawn_from_the_record_types():
    assert COMMITTED.read_text(encoding="utf-8") == render(), (
        "run: bilag dictionary --write docs/data-dictionary.md"
    )
