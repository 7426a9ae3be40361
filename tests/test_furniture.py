"""Heads, feet, page numbers, watermarks, urls and footnotes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_documents import pdf_document, pdf_line, text_document

from extractors.text import asides
from extractors.text.furniture import find_footnotes, find_furniture, find_url_lines
from schemas.document import Box, Document, Line, Page, Word

BODY = [
    "Kommunerne drøftede, hvordan samarbejdet kan styrkes.",
    "Der er brug for flere pladser i hele regionen.",
    "Direktørerne har udarbejdet et oplæg til drøftelse.",
    "Oplægget sendes i høring inden udgangen af året.",
    "Udvalget tager stilling på det næste møde.",
    "Sagen er tidligere behandlet i foråret.",
    "Der er ingen bemærkninger til økonomien.",
]


def body(number: int) -> list[str]:
    """Seven lines that are other ones on every page."""
    return [f"{line[:-1]} i kommune {chr(97 + number) * (place + 2)}." for place, line in enumerate(BODY)]


def found(document: Document) -> list[str]:
    return [document.lines[index].text.strip() for index in sorted(find_furniture(document))]


def test_a_head_with_a_date_and_a_numbered_foot_are_furniture_on_every_page():
    pages = [["KKR Fyn  | 07-09-2025 ", *body(n), f"SIDE  |  {n}"] for n in range(1, 6)]
    document = text_document(*("\n".join(page) for page in pages))
    assert found(document) == [text for n in range(1, 6) for text in ("KKR Fyn  | 07-09-2025", f"SIDE  |  {n}")]


def test_a_foot_of_numbers_whose_last_one_counts_the_pages_is_no_row_of_a_table():
    pages = [[*body(n), f"Sag 18-204117 · Dokument 3391   {n}"] for n in range(2, 6)]
    rows = [[*body(n), f"Dokument 3391   {n * n}"] for n in range(2, 6)]
    document = text_document(*("\n".join(page) for page in pages))
    assert len(found(document)) == 4
    assert found(text_document(*("\n".join(page) for page in rows))) == []


def test_a_foot_that_begins_with_the_number_of_its_page_is_furniture():
    pages = [[*body(n), "Møde i Havnerådet den 4. maj 2031", f"{n} | Havnerådet"] for n in range(1, 5)]
    assert len(found(text_document(*("\n".join(page) for page in pages)))) == 8
    pages = [[*body(n), f"{n * n} | Havnerådet"] for n in range(1, 5)]
    assert found(text_document(*("\n".join(page) for page in pages))) == []


def test_a_head_without_digits_needs_five_pages():
    pages = [["Årsrapport for tilsynet", *body(n)] for n in range(6)]
    assert found(text_document(*("\n".join(page) for page in pages))) == ["Årsrapport for tilsynet"] * 6
    assert found(text_document(*("\n".join(page) for page in pages[:4]))) == []


def test_left_and_right_pages_may_have_heads_of_their_own():
    pages = [["Rammeaftale 2025" if n % 2 else "Region Fyn og kommunerne 2025", *body(n)] for n in range(12)]
    assert len(found(text_document(*("\n".join(page) for page in pages)))) == 12


def test_the_head_beside_a_page_number_is_furniture_even_where_few_pages_print_it():
    pages = [body(n) for n in range(30)]
    for n in (4, 17, 28):
        pages[n] = ["", "KKR Fyn  | 07-09-2025 ", "", f" SIDE  |  {n} ", *body(n)]
    document = text_document(*("\n".join(page) for page in pages))
    assert found(document) == [text for n in (4, 17, 28) for text in ("KKR Fyn  | 07-09-2025", f"SIDE  |  {n}")]


@pytest.mark.parametrize(
    "line",
    [
        "Nationalt fastsat mål",
        "Kilde: Danmarks Statistik",
        "Tabel 3: Pladser i 2024",
        "10.2 Bilag 3: Gennemsnit for alle tilbud",
        "4 Opgjort ved udgangen af 2024",
        "Odder 12 14",
        "https://www.kl.example/moeder/2024/referat",
        "• Pladser i 2024",
    ],
)
def test_lines_that_the_text_says_again_are_no_furniture(line):
    pages = [[line, *body(n), line] for n in range(8)]
    assert found(text_document(*("\n".join(page) for page in pages))) == []


def test_headings_of_items_at_the_foot_of_each_page_are_text():
    pages = [
        [*body(n), "Indstilling", "Sagen drøftes.", "", "Beslutning", "Drøftet.", "", f"Side {n}"] for n in range(8)
    ]
    document = text_document(*("\n".join(page) for page in pages))
    assert found(document) == [f"Side {n}" for n in range(8)]


def test_an_empty_heading_beside_the_page_number_is_text():
    pages = [[*body(n), "", "Beslutning:", "", f"Side {n}"] for n in range(4)]
    document = text_document(*("\n".join(page) for page in pages))
    assert found(document) == [f"Side {n}" for n in range(4)]


def test_repeated_lines_inside_the_page_are_no_furniture():
    pages = [[*body(n), "Møde 2025", *body(n + 10)] for n in range(8)]
    assert found(text_document(*("\n".join(page) for page in pages))) == []


@pytest.mark.parametrize(
    "pieces", [["UD", "KA", "ST"], ["U", "D", "K", "A", "S", "T"], ["T", "S", "A", "K", "D", "U"], ["KA", "ST"]]
)
def test_pieces_of_a_watermark_are_furniture(pieces):
    document = text_document("\n\n".join([BODY[0], *pieces, BODY[1]]))
    assert found(document) == pieces


@pytest.mark.parametrize("pieces", [["KL", "BRN"], ["A", "B", "C"], ["ST"], ["EU"]])
def test_short_capital_lines_that_spell_nothing_are_text(pieces):
    assert found(text_document("\n\n".join([BODY[0], *pieces, BODY[1]]))) == []


def test_page_numbers_of_a_text_without_pages_are_furniture():
    assert found(text_document("\n".join([*BODY, "Side 1", *BODY, "Side 2", *BODY]))) == ["Side 1", "Side 2"]


def test_heads_and_feet_of_a_pdf_stand_in_its_margins():
    pages = [
        [
            pdf_line(f"Møde {n + 10} i KKR", 60, 40),
            *(pdf_line(text, 60, 140 + 14 * row) for row, text in enumerate(body(n))),
            pdf_line("Fælles 2025", 60, 400),
            pdf_line(f"Side {n}", 500, 800),
        ]
        for n in range(1, 6)
    ]
    document = pdf_document(*pages)
    assert found(document) == [text for n in range(1, 6) for text in (f"Møde {n + 10} i KKR", f"Side {n}")]


def headed(head, gap, pages=4):
    """Pages of a PDF, all but the first with a head so far above the text."""
    return pdf_document(
        *(
            [
                *([pdf_line(head, 400, 40)] if n else []),
                *(pdf_line(text, 60, 40 + gap + 14 * row) for row, text in enumerate(body(n))),
                pdf_line("Fælles 2025", 60, 400),
            ]
            for n in range(pages)
        )
    )


def test_a_head_without_digits_set_apart_on_all_pages_but_the_first_is_furniture():
    assert found(headed("Kontaktudvalget for Havn", 40)) == ["Kontaktudvalget for Havn"] * 3
    assert found(headed("Havn Antal både", 13)) == []  # the head of a table that goes on
    assert found(headed("Kontaktudvalget for Havn", 40, pages=3)) == []


def test_a_running_head_of_bilag_with_a_day_is_furniture_and_the_label_of_one_is_not():
    assert found(headed("Bilag – KKR Fyn 12. juni 2023", 40, pages=5)) == ["Bilag – KKR Fyn 12. juni 2023"] * 4
    assert found(headed("Bilag 2 – Havnekort", 40, pages=5)) == []


def test_a_line_set_aslant_is_a_watermark_and_a_turned_row_head_is_not():
    page = [
        pdf_line(BODY[0], 60, 100),
        pdf_line("UDKAST", 200, 300, size=60, angle=45),
        pdf_line("Plejefamilier", 60, 400, angle=90),
    ]
    assert found(pdf_document(page)) == ["UDKAST"]


def test_url_lines_are_found_with_the_second_line_of_a_long_one():
    long = "https://www.kl.example/" + "moeder-og-referater/" * 4
    document = text_document(
        "\n".join([BODY[0], long, "2024/referat-fra-moedet.pdf", "Se også www.kl.example i dag", "www.kl.example"])
    )
    assert sorted(find_url_lines(document)) == [1, 2, 4]


def test_footnotes_at_the_page_end_are_found_by_their_marks():
    page = [
        "Der er ført tilsyn med alle tilbud1. Loven gælder.2",
        *BODY,
        " ",
        "1 Opgjort ved årets ud-",
        "gang.",
        "2 LBK nr. 1 af 02/01/2024",
    ]
    document = text_document("\n".join(page))
    assert sorted(find_footnotes(document)) == [9, 10, 11]


def test_text_moved_below_the_footnotes_is_text():
    page = [
        "Kvaliteten er høj1.",
        *BODY,
        "1 Opgjort i 2024.",
        "Tilsynet anbefaler, at tilbud for voksne:",
        "• Følger op på mål",
    ]
    assert sorted(find_footnotes(text_document("\n".join(page)))) == [8]


@pytest.mark.parametrize("line", ["1 medlem, der udpeges af KKR", "2 pct.-point over målet", "3 Odder"])
def test_lines_that_begin_with_a_number_without_a_mark_are_no_footnotes(line):
    assert find_footnotes(text_document("\n".join([*BODY, line]))) == frozenset()


def test_raised_numbers_mark_the_footnotes_of_text_with_tabs():
    page = ["Alle tilsyn¹ er afsluttet.", "", "¹ Jf. lov om socialtilsyn", "", "Næste afsnit."]
    assert sorted(find_footnotes(text_document("\n".join(page), tabbed=True))) == [2]


def test_no_blank_line_is_furniture_and_an_empty_document_has_none():
    assert find_furniture(text_document("")) == frozenset()
    pages = ["\n".join(["", "KKR 2025", *body(n), ""]) for n in range(5)]
    document = text_document(*pages)
    assert not any(document.lines[index].blank for index in find_furniture(document))


def test_case_numbers_are_no_page_numbers():
    document = text_document("1 Valg af formand\n24/310\nIndstilling\nAt der vælges en formand.\n")
    assert not find_furniture(document)


def test_pages_of_a_total_are_page_numbers_also_where_pages_are_not_known():
    document = text_document("Referat\n1/2\nTilsynet er enigt.\n2/2\n")
    assert [document.lines[n].text for n in sorted(find_furniture(document))] == ["1/2", "2/2"]


def test_a_running_head_that_says_whose_bilag_these_are_is_furniture():
    pages = [["Bilag til møde i KKR den 5. juni 2019", *body(n)] for n in range(4)]
    assert len(found(text_document(*("\n".join(page) for page in pages)))) == 4


@pytest.mark.parametrize("mark", ["3", "³", "¹²"])
def test_a_raised_mark_printed_as_a_superscript_sign_is_a_number(mark):
    words = (
        Word("Takster", 50, 100, 90, 112, 12.0),
        Word(mark, 91, 98, 95, 105, 7.0, raised=True),
    )
    line = Line(0, 1, f"Takster {mark}", None, Box(50, 98, 95, 112), words)
    page = Page(1, (line,), width=595, height=842, text_source="pdf")
    document = Document("0" * 64, "x.pdf", "application/pdf", (page,), "pdf")
    assert find_footnotes(document) == frozenset()


@pytest.mark.parametrize("head", ["Bilag 14-09-2027", "Bilag 14/9/2027", "Bilag 14.09.2027"])
def test_a_bilag_with_nothing_but_a_day_is_a_head(head):
    pages = ["\n".join([head, *body(n)]) for n in range(1, 5)]
    assert found(text_document(*pages)) == [head] * 4


@pytest.mark.parametrize(
    "foot", ["Havnerådet | 18-06-2027 | {}", "Havnerådet · Side {}", "Havnerådet side {} af 9"]
)
def test_feet_of_a_text_without_pages_count_on(foot):
    feet = [foot.format(number) for number in (1, 2)]
    text = "\n\n".join("\n".join([*body(number), "", line]) for number, line in enumerate(feet))
    assert found(text_document(text)) == feet


@pytest.mark.parametrize("lines", [("Delmål | 1", "Delmål | 2"), ("Kort | Nord | 4", "Kort | Nord | 7")])
def test_numbers_that_are_no_pages_stay(lines):
    text = "\n\n".join("\n".join([*body(number), "", line]) for number, line in enumerate(lines))
    assert found(text_document(text)) == []


@pytest.mark.parametrize("ending", ["\x1f", "\x1c", "\u2028", "\u3000"])
def test_a_foot_may_end_in_any_white_space(ending):
    pages = ["\n".join([*body(n), "", f"Sag 18/204 side {n}{ending}"]) for n in range(1, 5)]
    assert len(found(text_document(*pages))) == 4


MARKED = st.text(alphabet="ab1²9.,)- %", max_size=6) | st.sampled_from(
    ["2031", "20312", "kystvej 3", "ord12", "ord.3"]
)


@given(st.lists(MARKED, max_size=4))
def test_a_line_with_the_mark_of_a_footnote_holds_what_each_mark_does(pieces: list[str]) -> None:
    text = "".join(pieces)
    if asides._MARK.search(text) or asides._YEAR_MARK.search(text):
        assert asides._MAY_BE_MARK.search(text)


@pytest.mark.parametrize("cell", ["Opfyldt", "Ikke opfyldt", "Grøn", "Ja", "75 pct.", "1.234"])
def test_the_last_cell_of_a_table_above_the_page_number_is_no_furniture(cell: str) -> None:
    pages = ["\n".join([*body(number), "", cell, "", f"Side {number + 1} af 6"]) for number in range(6)]
    assert found(text_document(*pages)) == [f"Side {number + 1} af 6" for number in range(6)]
