"""Files that are no good PDF: each has its own clear outcome."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_making import make_pdf, pdf_of, read, rules_of, texts
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from schemas.errors import BilagError, DamagedPdf, EmptyContent, EncryptedPdf


def draw(c: Canvas) -> None:
    c.drawString(50, 500, "Godkendelse af budget 2023")


GOOD = make_pdf(draw, draw)


def test_an_empty_file_holds_nothing() -> None:
    with pytest.raises(EmptyContent):
        read(b"")


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n",
        b"<html><body>PDF</body></html>",
        b"PK\x03\x04" + b"\x00" * 100,
        GOOD[:200],
        b"%PDF-1.4\n%%EOF",
    ],
    ids=["header only", "html", "zip", "first bytes", "no objects"],
)
def test_what_cannot_be_parsed_is_damaged(data: bytes) -> None:
    with pytest.raises(DamagedPdf):
        read(data)


@pytest.mark.parametrize("junk", [10, 900, 5_000])
def test_junk_before_the_header_is_passed_over(junk: int) -> None:
    assert len(read(b"\x00" * junk + GOOD).pages) == 2


def test_a_file_without_cross_references_is_rebuilt() -> None:
    table = GOOD.rindex(b"xref\n", 0, GOOD.rindex(b"startxref"))
    document = read(GOOD[:table] + GOOD[GOOD.index(b"trailer", table) :])
    assert texts(document.pages[1]) == ["Godkendelse af budget 2023"]


def test_a_file_that_lost_its_end_is_read_as_far_as_it_goes() -> None:
    document = read(GOOD[: GOOD.rindex(b"xref\n", 0, GOOD.rindex(b"startxref"))])
    assert texts(document.pages[1]) == ["Godkendelse af budget 2023"]
    assert rules_of(document) == {"pdf_repaired"}


def test_an_owner_password_does_not_keep_from_reading() -> None:
    data = make_pdf(draw, encrypt=StandardEncryption("", ownerPassword="ejer"))
    assert texts(read(data).pages[0]) == ["Godkendelse af budget 2023"]


def test_a_user_password_is_asked_for() -> None:
    data = make_pdf(draw, encrypt=StandardEncryption("hemmelig", ownerPassword="ejer"))
    with pytest.raises(EncryptedPdf, match="--password"):
        read(data)
    with pytest.raises(EncryptedPdf):
        read(data, password="forkert")
    assert texts(read(data, password="hemmelig").pages[0]) == ["Godkendelse af budget 2023"]


def test_a_cyclic_page_tree_ends() -> None:
    data = pdf_of(
        "<</Type /Catalog /Pages 2 0 R>>",
        "<</Type /Pages /Kids [3 0 R 2 0 R] /Count 2>>",
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 100 100]>>",
    )
    document = read(data)
    assert document.pages[0].status == "no_text"


def test_a_page_at_the_end_of_a_deep_tree_is_reported() -> None:
    depth = 3_000
    objects = ["<</Type /Catalog /Pages 2 0 R>>"]
    objects += [f"<</Type /Pages /Kids [{n + 1} 0 R] /Count 1>>" for n in range(2, depth)]
    objects += [f"<</Type /Page /Parent {depth - 1} 0 R /MediaBox [0 0 100 100]>>"]
    assert rules_of(read(pdf_of(*objects))) == {"page_failed"}


def test_a_page_that_cannot_be_loaded_costs_only_itself() -> None:
    data = pdf_of(
        "<</Type /Catalog /Pages 2 0 R>>",
        "<</Type /Pages /Kids [3 0 R 99 0 R 4 0 R] /Count 3>>",
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 100 100]>>",
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 100 100]>>",
    )
    document = read(data)
    assert [page.status for page in document.pages] == ["no_text", "failed", "no_text"]
    assert "page_failed" in rules_of(document)


def test_a_form_that_paints_itself_ends() -> None:
    form = "<</Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</F 5 0 R>>>> /Length 5>>"
    data = pdf_of(
        "<</Type /Catalog /Pages 2 0 R>>",
        "<</Type /Pages /Kids [3 0 R] /Count 1>>",
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R"
        " /Resources <</XObject <</F 5 0 R>>>>>>",
        "<</Length 5>>\nstream\n/F Do\nendstream",
        f"{form}\nstream\n/F Do\nendstream",
    )
    assert read(data).pages[0].status == "no_text"


@pytest.mark.parametrize("box", ["0 0 10000 10000", "0 0 1 1", "-500 -500 -100 -100", "300 400 0 0", "0 0 0 0", ""])
def test_pages_of_odd_sizes_are_read(box: str) -> None:
    data = pdf_of(
        "<</Type /Catalog /Pages 2 0 R>>",
        "<</Type /Pages /Kids [3 0 R] /Count 1>>",
        f"<</Type /Page /Parent 2 0 R /MediaBox [{box}]>>",
    )
    page = read(data).pages[0]
    assert page.width is not None
    assert page.width >= 0


def test_thousands_of_empty_pages_are_read() -> None:
    count = 3_000
    kids = " ".join(f"{n} 0 R" for n in range(3, count + 3))
    objects = ["<</Type /Catalog /Pages 2 0 R>>", f"<</Type /Pages /Kids [{kids}] /Count {count}>>"]
    objects += ["<</Type /Page /Parent 2 0 R /MediaBox [0 0 100 100]>>"] * count
    document = read(pdf_of(*objects))
    assert len(document.pages) == count
    assert [note.message for note in document.notes] == [f"Empty pages: 1-{count}"]


@pytest.mark.parametrize(("count", "pages"), [(-5, 1), (3, 3), (2_000_000_000, 1)])
def test_a_count_of_pages_that_lies_loses_no_page(count: int, pages: int) -> None:
    data = pdf_of(
        "<</Type /Catalog /Pages 2 0 R>>",
        f"<</Type /Pages /Kids [3 0 R] /Count {count}>>",
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 100 100]>>",
    )
    document = read(data)
    assert len(document.pages) == pages
    assert document.pages[0].status == "no_text"
    assert ("page_failed" in rules_of(document)) == (pages > 1)


def test_scripts_and_files_are_reported_and_left_alone() -> None:
    data = pdf_of(
        "<</Type /Catalog /Pages 2 0 R /Names <</JavaScript <</Names [(a) 4 0 R]>>"
        " /EmbeddedFiles <</Names [(b.txt) 5 0 R]>>>>>>",
        "<</Type /Pages /Kids [3 0 R] /Count 1>>",
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 100 100]>>",
        "<</S /JavaScript /JS (app.alert\\(1\\))>>",
        "<</Type /Filespec /F (b.txt)>>",
    )
    assert {"javascript", "embedded_files"} <= rules_of(read(data))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_changed_bytes_give_a_document_or_a_typed_error(data: st.DataObject) -> None:
    changed = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 20))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(changed)))
    try:
        document = read(bytes(changed[cut:] if data.draw(st.booleans()) else changed))
    except BilagError:
        return
    assert [line.index for line in document.lines] == list(range(len(document.lines)))


def test_sizes_of_the_page_do_not_depend_on_the_order_of_its_corners() -> None:
    data = re.sub(rb"/MediaBox \[ 0 0 400 600 \]", b"/MediaBox [ 400 600 0 0 ]", GOOD)
    assert data != GOOD
    page = read(data).pages[0]
    assert (page.width, page.height) == (400, 600)
    assert texts(page) == ["Godkendelse af budget 2023"]
