"""Every row of every relation shows the print that proves it, and a picture shows where it stands."""

import pytest
from pdf_making import make_pdf
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption

from ingest.evidence import ROW_COLOUR, SCALE, draw_row, find_row, proof_lines
from ingest.reading.content import ReadOptions
from ingest.run import ingest
from ingest.warehouse.store import Warehouse
from schemas.errors import NotFound, UsageError
from schemas.relations import EXTRACTED, RELATIONS


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


@pytest.mark.parametrize("kind", ["pdf", "text"])
def test_a_key_of_two_columns_is_joined_by_a_colon(warehouse, kind):
    (page,) = warehouse.query(
        "SELECT p.document_id, page, text FROM pages p JOIN documents d USING (document_id)"
        " WHERE d.text_source = ? AND page = 2 ORDER BY document_id LIMIT 1",
        [kind],
    )
    row = find_row(warehouse, f"{page['document_id']}:2")
    assert (row.relation.name, row.values["text"]) == ("pages", page["text"])
    assert [line.text for line in proof_lines(warehouse, row)] == page["text"].splitlines()


def test_every_relation_with_a_key_of_several_columns_is_found_by_it(warehouse):
    for relation in RELATIONS:
        if len(relation.key) > 1:
            joined = " || ':' || ".join(f'CAST("{name}" AS VARCHAR)' for name in relation.key)
            rows = warehouse.query(f"SELECT {joined} AS key FROM {relation.name} ORDER BY ALL LIMIT 20")
            assert [find_row(warehouse, row["key"]).relation for row in rows] == [relation] * len(rows)


def test_a_picture_of_a_page_is_the_page_as_it_is(warehouse, tmp_path):
    (page,) = warehouse.query(
        "SELECT document_id || ':' || page AS key, width, height FROM pages"
        " WHERE width IS NOT NULL ORDER BY 1 LIMIT 1"
    )
    draw_row(warehouse, find_row(warehouse, page["key"]), tmp_path / "page.png")
    with Image.open(tmp_path / "page.png") as image:
        assert image.size == pytest.approx((page["width"] * SCALE, page["height"] * SCALE), abs=2)


def test_a_row_of_a_locked_pdf_shows_the_text_of_its_page(tmp_path):
    lock = StandardEncryption("hemmelig", ownerPassword="ejer")
    path = tmp_path / "locked.pdf"
    path.write_bytes(
        make_pdf(lambda c: c.drawString(50, 500, "KKR Sjælland får 24,5 mio. kr. i 2031"), encrypt=lock)
    )
    with Warehouse(tmp_path / "w.duckdb") as warehouse:
        ingest([str(path)], warehouse, options=ReadOptions(password="hemmelig"))
        (row,) = warehouse.query("SELECT mention_id AS key FROM mentions WHERE kind = 'money'")
        lines = proof_lines(warehouse, find_row(warehouse, row["key"]))
    assert [line.text for line in lines] == ["KKR Sjælland får 24,5 mio. kr. i 2031"]
