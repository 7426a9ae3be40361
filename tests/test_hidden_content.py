"""What a PDF holds beside plain print is read where viewers show it, left out where they do not, and told."""

import pytest
from hostile_pdf_making import good_pdf, one_page, page_text, pdf, show, stream

from ingest.pipeline import process_bytes
from ingest.reading.content import ReadOptions
from ingest.sources import Source
from schemas.relations import RELATIONS

FIGURE = "987.654"
SAID = f"Bevilling {FIGURE} kr."
BOX = b"60 290 400 30 re f\n"
WHITE_LABEL = b"1 g\n" + show("udeladt", y=300)
SEE_THROUGH = b"/ExtGState<</T<</ca .4/BM/Multiply>>>>"
COLUMNS = {relation.name: [column.name for column in relation.columns] for relation in RELATIONS}
LOOK = b"BT /F1 11 Tf 2 5 Td (%s) Tj ET" % SAID.encode()


def annotated(kind, *, look=False, entries=b"", catalog=b""):
    """A page with an annotation that says the figure, with or without a look of its own."""
    objects = one_page(page_text(), page=b"/Annots[6 0 R]", catalog=catalog)
    appearance = b"/AP<</N 8 0 R>>" if look else b""
    objects[6] = b"<</Type/Annot/Subtype/%s/Rect[72 300 300 320]/DA(/F1 11 Tf 0 g)%s%s>>" % (
        kind,
        appearance,
        entries,
    )
    if look:
        form = b"/Type/XObject/Subtype/Form/BBox[0 0 228 20]/Resources<</Font<</F1 4 0 R>>>>"
        objects[8] = stream(LOOK, form)
    return pdf(objects)


def comment(kind, **options):
    return annotated(kind, entries=b"/Contents(%s)" % SAID.encode() + options.pop("entries", b""), **options)


def field(*, look, entries=b"", form=b""):
    """A form field that holds the figure as its value."""
    catalog = b"/AcroForm<</Fields[6 0 R]/DA(/F1 11 Tf 0 g)/DR<</Font<</F1 4 0 R>>>>%s>>" % form
    value = b"/FT/Tx/T(beloeb)/V(%s)" % SAID.encode()
    return annotated(b"Widget", look=look, entries=value + entries, catalog=catalog)


def layer(state, *, base=b""):
    """A page whose figure stands on a layer."""
    content = page_text() + b"/OC /L BDC\n" + show(SAID, y=300) + b"EMC\n"
    catalog = b"/OCProperties<</OCGs[6 0 R]/D<<%s/%s[6 0 R]>>>>" % (base, state)
    objects = one_page(content, resources=b"/Properties<</L 6 0 R>>", catalog=catalog)
    objects[6] = b"<</Type/OCG/Name(Kort)>>"
    return pdf(objects)


def layered_form():
    """A drawing that is put on a layer as a whole: where its text stands is not told."""
    objects = one_page(
        page_text() + b"/X Do\n",
        resources=b"/XObject<</X 7 0 R>>",
        catalog=b"/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>",
    )
    objects[6] = b"<</Type/OCG/Name(Kort)>>"
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/OC 6 0 R/Resources<</Font<</F1 4 0 R>>>>"
    objects[7] = stream(show("Udkast", y=300), form)
    return pdf(objects)


def adobe_form(rendering):
    """A form in XML, of which the page shows a notice alone."""
    objects = one_page(page_text(), catalog=b"/AcroForm<</XFA 6 0 R/Fields[]>>/NeedsRendering %s" % rendering)
    objects[6] = stream(b"<xdp:xdp xmlns:xdp='x'><value>%s</value></xdp:xdp>" % FIGURE.encode())
    return pdf(objects)


def portfolio(name):
    """A cover page with a document embedded."""
    objects = one_page(
        page_text(), catalog=b"/Collection<</View/D>>/Names<</EmbeddedFiles<</Names[(%s) 6 0 R]>>>>" % name
    )
    objects[6] = b"<</Type/Filespec/F(%s)/UF(%s)/EF<</F 7 0 R>>>>" % (name, name)
    objects[7] = stream(good_pdf(), b"/Type/EmbeddedFile")
    return pdf(objects)


def file_on_page():
    """A file that hangs on the page."""
    objects = one_page(page_text(), page=b"/Annots[6 0 R]")
    objects[6] = b"<</Type/Annot/Subtype/FileAttachment/Rect[9 9 20 20]/FS<</Type/Filespec/F(tal.xlsx)>>>>"
    return pdf(objects)


def covering(inside):
    """A page whose figure has a rectangle drawn around or over it as an annotation."""
    objects = one_page(page_text() + show(SAID, y=300), page=b"/Annots[6 0 R]")
    colour = b"0 g 0 0 400 30 re f" if inside else b"1 1 398 28 re S"
    objects[6] = b"<</Type/Annot/Subtype/Square/Rect[60 290 460 320]/C[0 0 0]%s/AP<</N 7 0 R>>/F 4>>" % inside
    objects[7] = stream(colour, b"/Type/XObject/Subtype/Form/BBox[0 0 400 30]")
    return pdf(objects)


def picture(x, y, width, height):
    """The operators that paint a grey picture."""
    return b"q %d 0 0 %d %d %d cm BI/W 1/H 1/BPC 8/CS/G ID \x80 EI Q\n" % (width, height, x, y)


def page(content=b"", **entries):
    return pdf(one_page(page_text() + content, **entries))


CASES = (
    ("a filled field", field(look=True), True, ()),
    ("a filled field without a look", field(look=False), True, ()),
    ("fields that ask for their looks", field(look=False, form=b"/NeedAppearances true"), True, ()),
    ("a hidden field", field(look=True, entries=b"/F 2"), False, ()),
    ("typed text", comment(b"FreeText", look=True), True, ()),
    ("typed text without a look", comment(b"FreeText"), False, ("typed_unread",)),
    ("a stamp", comment(b"Stamp", look=True), True, ()),
    ("a comment", comment(b"Text"), False, ("comments_unread",)),
    (
        "a marked word with a comment",
        comment(b"Highlight", entries=b"/QuadPoints[72 9 9 9 7 3 3 3]"),
        False,
        ("comments_unread",),
    ),
    ("a comment without words", annotated(b"Text"), False, ()),
    ("a layer that is on", layer(b"ON"), True, ()),
    ("a layer that is off", layer(b"OFF"), False, ("hidden_text", "layers_off")),
    ("all layers off", layer(b"OFF", base=b"/BaseState/OFF"), False, ("hidden_text", "layers_off")),
    ("all layers off but one", layer(b"ON", base=b"/BaseState/OFF"), True, ()),
    ("a drawing on a layer that is off", layered_form(), False, ("layers_off",)),
    ("a form for Adobe's programs", adobe_form(b"true"), False, ("xfa_form",)),
    ("a form that is printed too", adobe_form(b"false"), False, ()),
    ("a document inside", portfolio(b"bilag.pdf"), False, ("embedded_files",)),
    ("a file on the page", file_on_page(), False, ("file_on_page",)),
    ("white text", page(b"1 g\n" + show(SAID, y=300)), False, ("hidden_text",)),
    ("invisible text", page(show(SAID, y=300, mode=3)), False, ("hidden_text",)),
    (
        "text outside of the visible page",
        page(show(SAID, y=100), page=b"/CropBox[0 300 595 842]"),
        False,
        ("text_outside_page",),
    ),
    (
        "tagged page furniture",
        page(b"/Artifact <</Type/Pagination>> BDC\n" + show(SAID, y=300) + b"EMC\n"),
        True,
        (),
    ),
    ("text under a black box", page(show(SAID, y=300) + BOX), False, ("covered_text",)),
    ("text under a white box", page(show(SAID, y=300) + b"1 g\n" + BOX), False, ("covered_text",)),
    ("text under a box with a label", page(show(SAID, y=300) + BOX + WHITE_LABEL), False, ("covered_text",)),
    ("text under a picture", page(show(SAID, y=300) + picture(60, 290, 400, 30)), False, ("covered_text",)),
    ("text under a covering annotation", covering(b"/IC[0 0 0]"), False, ("covered_text",)),
    ("text inside of a frame drawn around it", covering(b""), True, ()),
    ("text on a coloured box", page(b".8 g\n" + BOX + b"0 g\n" + show(SAID, y=300)), True, ()),
    (
        "text printed again on its box",
        page(show(SAID, y=300) + b".9 g\n" + BOX + b"0 g\n" + show(SAID, y=300)),
        True,
        (),
    ),
    (
        "text under a marker that lets it through",
        page(show(SAID, y=300) + b"/T gs 1 1 0 rg\n" + BOX, resources=SEE_THROUGH),
        True,
        (),
    ),
    (
        "text beside a box that is cut off before it",
        page(show(SAID, y=300) + b"q 0 0 9 9 re W n\n" + BOX + b"Q\n"),
        True,
        (),
    ),
    ("text below the picture of a scanned page", page(show(SAID, y=300) + picture(0, 0, 595, 842)), True, ()),
    ("text printed twice for weight", page(show(SAID, y=300) + show(SAID, y=300)), True, ()),
)


def read(data):
    done = process_bytes(data, Source("x.pdf"), options=ReadOptions(ocr=False))
    return {name: [dict(zip(COLUMNS[name], row, strict=True)) for row in rows] for name, rows in done.rows.items()}


@pytest.mark.parametrize(("kind", "data", "shown", "rules"), CASES, ids=[case[0] for case in CASES])
def test_it_is_text_where_viewers_show_it_and_reported_where_it_is_not(kind, data, shown, rules):
    rows = read(data)
    assert "".join(row["text"] for row in rows["pages"]).count(FIGURE) == (1 if shown else 0)
    assert {row["rule"] for row in rows["findings"]} == set(rules)
    assert [row["item_no"] for row in rows["items"]] == ["1.1"]


@pytest.mark.parametrize(("name", "severity"), [(b"bilag.pdf", "warning"), (b"skrift.xml", "info")])
def test_a_document_inside_is_more_than_an_embedded_file(name, severity):
    (finding,) = read(portfolio(name))["findings"]
    assert (finding["severity"], name.decode() in finding["message"]) == (severity, True)


def test_a_form_of_which_nothing_can_be_read_is_read_only_in_part():
    assert read(adobe_form(b"true"))["documents"][0]["status"] == "partial"


@pytest.mark.parametrize("angle", [0, 90, 180, 270, -90, 450, 45])
def test_a_page_that_stands_on_its_side_loses_no_word(angle):
    upright = read(page())["pages"][0]["text"]
    turned = read(page(page=b"/Rotate %d" % angle))["pages"][0]["text"]
    assert sorted(turned.split()) == sorted(upright.split())


def test_pages_that_share_their_content_are_all_read():
    objects = one_page(page_text())
    objects[2] = b"<</Type/Pages/Kids[3 0 R 3 0 R 3 0 R]/Count 3>>"
    texts = [row["text"] for row in read(pdf(objects))["pages"]]
    assert len(texts) == 3
    assert len(set(texts)) == 1
