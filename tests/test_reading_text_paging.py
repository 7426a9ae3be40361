"""Where pages of text files start, and the numbers printed on them."""

import pytest

from ingest.reading.paging import find_labels, find_page_starts
from ingest.reading.text import read_text
from schemas.document import Document

BODY = [
    "Kommunerne i regionen drøftede på mødet, hvordan samarbejdet om de ",
    "mest udsatte borgere kan styrkes i de kommende år, og hvilke tilbud ",
    "der skal udvides som følge af det stigende behov for pladser. ",
    "Direktørerne har udarbejdet et oplæg, som sendes i høring hos alle ",
    "kommunalbestyrelser inden udgangen af året. ",
]


def page(first: str, lines: int = 20) -> list[str]:
    return [first, *(BODY * 10)[: lines - 1]]


def starts_at(pages: list[list[str]], between: tuple[str, ...] = ()) -> tuple[list[str], list[int]]:
    """The lines of all pages and where each page but the first starts."""
    rows: list[str] = []
    starts = []
    for number, lines in enumerate(pages):
        if number:
            rows.extend(between)
            starts.append(len(rows))
        rows.extend(lines)
    return rows, starts


def test_one_leading_space_after_a_printed_line_starts_a_page():
    rows, starts = starts_at(
        [page("1. Indledning"), page(" oplægget behandles igen i foråret. "), page(" 2. Økonomi ")]
    )
    assert find_page_starts(rows) == starts


@pytest.mark.parametrize(("head", "paged"), [(" Færgernes årsskrift ", True), (" Et afsnit for sig ", False)])
def test_a_running_head_starts_a_page_behind_a_blank_line_as_well(head, paged):
    above = [*page("1. Indledning"), " "]
    behind = [page(" Færgernes årsskrift "), page(" Færgernes årsskrift ")]
    rows = [*above, *page(head), *behind[0], *behind[1]]
    found = find_page_starts(rows)
    assert (len(above) in found) is paged
    assert found[-2:] == [len(above) + 20, len(above) + 40]


def test_three_empty_lines_start_a_page_where_no_longer_run_occurs():
    slides = [
        ["Flere på fuld tid", "", "Otte ud af ti er på deltid"],
        ["Seniorer", "", "27 pct. er over 55"],
        ["Løn"],
    ]
    rows, starts = starts_at([*slides, *slides], ("", "", ""))
    assert find_page_starts(rows) == starts


def test_three_empty_lines_among_longer_runs_are_spacing():
    rows, _ = starts_at([page("Forside", 6)] * 3, ("",) * 3)
    rows += [*[""] * 5, *page("Mere", 6), *[""] * 7, *page("Slut", 6)]
    assert find_page_starts(rows) == []


@pytest.mark.parametrize("blank", [1, 2])
def test_blank_lines_before_a_leading_space_start_pages_where_most_such_runs_do(blank):
    body = BODY if blank == 1 else [row for line in BODY for row in (line, "")][:-1]
    pages = [
        ["Indhold", *body, f"SIDE  |  {n}"] if n == 1 else [f" KKR Fyn  | 01-0{n}-2025", *body, f"SIDE  |  {n}"]
        for n in range(1, 5)
    ]
    rows, starts = starts_at(pages, ("",) * blank)
    assert find_page_starts(rows) == starts


def test_letters_of_a_turned_label_start_no_pages():
    label = ["R", "e", "g", " H", "o", "v", "e", "d", " S", "t", "a", "d"]
    rows, starts = starts_at([page("1. Indledning"), page(" 2. Tal "), [*page(" 3. Tabel "), *label, *BODY]])
    assert find_page_starts(rows) == starts


def test_rows_of_a_map_or_table_with_an_empty_first_cell_start_no_pages():
    table = [
        " Skive Holstebro Vejle",
        "Odder Skanderborg  Hedensted",
        " Morsø Lemvig  Fredericia",
        " Thisted Struer Kolding",
        " Rebild Viborg Billund",
    ]
    rows, starts = starts_at(
        [page("1. Indledning"), [*page(" 2. Klynger "), *table, *BODY], page(" 3. Videre proces ")]
    )
    assert find_page_starts(rows) == starts


def test_a_row_of_numbers_may_start_a_page_where_the_page_before_is_full():
    rows = [
        *page("Tabel 4", 3),
        *["Odder 41.147 1.265 12"] * 57,
        " Samsø 39.545 1.067 11",
        *["Skive 12.345 1.067 11"] * 20,
        " 5 Metode",
        *BODY,
    ]
    assert find_page_starts(rows) == [60, 81]


def test_two_headings_that_follow_each_other_in_number_are_two_pages():
    rows, _ = starts_at([page("1. Sager"), page(" 2. Drøftelser "), [" 3. KKR "], page(" 4. Siden sidst ")])
    assert find_page_starts(rows) == [20, 40, 41]


def test_text_where_many_lines_are_indented_by_a_space_has_no_pages():
    rows = [row for line in BODY * 12 for row in (line, " " + line)]
    assert find_page_starts(rows) == []


def test_printed_page_numbers_alone_start_pages_after_the_feet():
    rows, starts = starts_at([[*page(f"Afsnit {n}"), f"Side {n} af 4", ""] for n in range(1, 5)])
    assert find_page_starts(rows) == starts


def test_numbers_that_do_not_follow_each_other_are_no_pages():
    rows = [row for n in (4, 19, 7, 2) for row in [*page("Afsnit"), f"Side {n}"]]
    assert find_page_starts(rows) == []


def test_a_file_without_any_sign_is_one_page_and_not_paged():
    document = read("\n".join(BODY * 8))
    assert not document.paged
    assert len(document.pages) == 1
    assert document.pages[0].label is None


def read(text: str) -> Document:
    return read_text(text.encode(), filename="x.txt", sha256="b" * 64)


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("Side 3", "3"),
        ("Side | 10", "10"),
        ("SIDE  |  17 ", "17"),
        (" 37 | S i d e  ", "37"),
        ("Side 10 af 12", "10"),
        ("- 7 -", "7"),
        ("Siden sidst", None),
        ("Side om side", None),
    ],
)
def test_the_number_printed_on_a_page_is_its_label(printed, label):
    assert find_labels([[*BODY, printed]]) == [label]
    assert find_labels([[printed, *BODY]]) == [label]


def test_bare_numbers_are_labels_where_they_count_the_pages():
    assert find_labels([[*BODY, "4"], [*BODY, "5"], [*BODY, "6"]]) == ["4", "5", "6"]
    assert find_labels([[*BODY, "41"], [*BODY, "7"], [*BODY, "1.258"]]) == [None, None, None]


def test_running_heads_that_end_in_the_page_number_give_labels():
    pages = [[f"Nyt budget for fusionen SIDE {n}", *BODY] for n in (3, 4, 5)]
    assert find_labels(pages) == ["3", "4", "5"]


def test_a_hundred_thousand_candidates_are_decided_in_short_time():
    rows = [
        row
        for n in range(20_000)
        for row in (BODY[0], BODY[1], BODY[2], BODY[3], BODY[4], BODY[0], BODY[1], BODY[2], f" {BODY[3]}")
    ]
    starts = find_page_starts(rows)
    assert len(starts) == 20_000


DOUBLE = [BODY[0].strip(), "", BODY[1].strip(), "", BODY[3].strip()]


def test_empty_lines_of_double_spaced_text_without_trailing_spaces_part_paragraphs():
    assert find_page_starts([*DOUBLE, "", "", ""] * 12) == []


def test_empty_lines_of_text_without_trailing_spaces_part_pages_where_lines_follow_each_other():
    rows, starts = starts_at([[line.strip() for line in BODY] for _ in range(6)], ("", "", ""))
    assert find_page_starts(rows) == starts


def test_a_running_head_with_a_number_starts_pages_of_double_spaced_text_without_trailing_spaces():
    rows, starts = starts_at([["KKR Fyn | 07-09-2022", "", *DOUBLE] for _ in range(6)], ("", "", ""))
    assert find_page_starts(rows) == starts


def test_a_space_before_most_lines_is_the_margin_and_no_sign_of_a_page():
    body = [f" Havnen fik {number} nye både i år, og moler og kajer blev malet." for number in range(20, 32)]
    page = [*body[:4], "", " Moler", *body[4:8], "", "", " Kajer", *body[8:], ""]
    texts = [line for number in (1, 2, 3) for line in [*page, "", f" SIDE | {number}", ""]]
    document = read_text("\n".join(texts).encode(), filename="havn.txt", sha256="0" * 64)
    assert [page.label for page in document.pages] == ["1", "2", "3"]


@pytest.mark.parametrize("blank", [3, 2, 1])
def test_the_spacing_of_all_lines_starts_no_pages(blank):
    rows = [row for place in range(40) for row in (f"Havn {place} har plads til skibe.", *[""] * blank)]
    assert find_page_starts(rows) == []
