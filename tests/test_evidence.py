"""Every row of every relation shows the print that proves it, and a picture shows where it stands."""

import pytest
from PIL import Image

from ingest.evidence import ROW_COLOUR, SCALE, draw_row, find_row, proof_lines
from ingest.warehouse.store import Warehouse
from schemas.errors import NotFound, UsageError
from schemas.relations import EXTRACTED


@pytest.fixture(scope="module")
def warehouse(samples_db):
    with Warehouse(samples_db, read_only=True) as warehouse:
        yield warehouse


def keys(warehouse, relation, where="true", most=40):
    (key,) = relation.key
    rows = warehouse.query(
        f"SELECT {key} AS key FROM {relation.name} WHERE {where} ORDER BY hash({key}) LIMIT {most}"
    )
    return [row["key"] for row in rows]


@pytest.mark.parametrize("relation", EXTRACTED, ids=lambda relation: relation.name)
def test_rows_with_a_place_show_at_least_one_line_that_proves_them(warehouse, relation):
    for key in keys(warehouse, relation, "page IS NOT NULL AND (line IS NOT NULL OR bbox IS NOT NULL)"):
        row = find_row(warehouse, key)
        assert any(line.proof and line.text.strip() for line in proof_lines(warehouse, row)), key


@pytest.mark.parametrize("kind", ["pdf", "text"])
def test_a_number_is_printed_in_the_lines_that_prove_it(warehouse, kind):
    rows = warehouse.query(
        "SELECT observation_id, value_text FROM observations JOIN documents USING (document_id)"
        " WHERE text_source = ? AND value IS NOT NULL ORDER BY hash(observation_id) LIMIT 60",
        [kind],
    )
    assert rows
    for row in rows:
        proof = " ".join(
            line.text for line in proof_lines(warehouse, find_row(warehouse, row["observation_id"])) if line.proof
        )
        assert row["value_text"].split()[0] in proof, row


def test_a_picture_marks_the_box_of_the_row(warehouse, tmp_path):
    (row,) = warehouse.query(
        "SELECT observation_id AS key FROM observations WHERE bbox IS NOT NULL ORDER BY observation_id LIMIT 1"
    )
    found = find_row(warehouse, row["key"])
    draw_row(warehouse, found, tmp_path / "page.png")
    box = found.box
    assert box is not None
    with Image.open(tmp_path / "page.png") as image:
        pixel = image.convert("RGB").getpixel((round(box.x0 * SCALE), round((box.y0 + box.y1) / 2 * SCALE)))
    assert pixel == ROW_COLOUR


def test_a_row_of_a_text_file_has_no_picture(warehouse, tmp_path):
    (row,) = warehouse.query("SELECT mention_id AS key FROM mentions WHERE line IS NOT NULL ORDER BY ALL LIMIT 1")
    with pytest.raises(UsageError, match="no place on a PDF page"):
        draw_row(warehouse, find_row(warehouse, row["key"]), tmp_path / "page.png")


def test_a_key_that_is_nowhere_is_said_so(warehouse):
    with pytest.raises(NotFound, match="no-such-key"):
        find_row(warehouse, "no-such-key")
