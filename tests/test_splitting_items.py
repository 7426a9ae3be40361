"""Which lines are headers of items: the sequence of all of them decides."""

import pytest
from made_documents import pdf_document, pdf_line, text_document

from extractors.splitting import split
from extractors.splitting.titles import ends_in_values

PROSE = "Kommunerne ved fjorden har arbejdet sammen om havnene siden foråret.\nArbejdet går videre i det nye år."


def numbers(packet):
    return [item.item_no for item in packet.items]


def rules(packet):
    return [finding.rule for finding in packet.findings]


def agenda(*cases):
    return "\n\n".join(f"{head}\nSAG-2024-00{n:03d} mbn\n\nBaggrund\n{PROSE}" for n, head in enumerate(cases))


def test_two_digit_numbers_come_after_one_digit_numbers():
    packet = split(
        text_document(agenda("2.9. Valg: Færger", "2.10. Beslutningssag: Havne", "2.11. Orienteringssag: Broer"))
    )
    assert numbers(packet) == ["2.9", "2.10", "2.11"]


def test_header_parts_are_taken_apart():
    packet = split(text_document(agenda("2.4 Beslutningssag: Fælles plan for færge-\nhavnene i øhavet")))
    (item,) = packet.items
    assert (item.item_type, item.title) == ("Beslutningssag", "Fælles plan for færgehavnene i øhavet")
    assert (item.case_no, item.caseworker) == ("SAG-2024-00000", "mbn")


def test_title_goes_on_over_a_page_join_in_lower_case():
    packet = split(
        text_document(
            "Forside",
            "2.4 Beslutningssag: Fælles plan for færge-",
            "havnene i øhavet\nSAG-2024-00001 mbn\nBaggrund\nNyt.",
        )
    )
    assert packet.items[0].title == "Fælles plan for færgehavnene i øhavet"


def test_title_cut_at_a_page_join_is_not_joined_to_the_next_paper():
    packet = split(text_document("2.4 Beslutningssag: Fælles plan for havnene og", "Havneatlas\n" + PROSE))
    assert packet.items[0].title == "Fælles plan for havnene og"


def test_number_alone_with_the_title_on_the_next_line():
    packet = split(text_document("2.4\n\nOrienteringssag: Fælles havneplan\n\n\n" + PROSE, "2.5\n\nSiden sidst\n"))
    item = packet.items[0]
    assert (item.item_no, item.item_type, item.title) == ("2.4", "Orienteringssag", "Fælles havneplan")


def test_kind_of_case_alone_with_the_title_on_the_next_line():
    packet = split(text_document(agenda("2.4 Orienteringssag\nFælles havneplan")))
    assert (packet.items[0].item_type, packet.items[0].title) == ("Orienteringssag", "Fælles havneplan")


def test_headings_in_bold_marks_and_in_capitals():
    packet = split(text_document(agenda("**2.4 Orienteringssag: Havneplan**", "2.5 VALG AF FORMAND")))
    assert [(i.item_no, i.title) for i in packet.items] == [("2.4", "Havneplan"), ("2.5", "VALG AF FORMAND")]


@pytest.mark.parametrize("form", ["Punkt {}: {}", "Pkt. {} {}", "Sag {} - {}", "Ad {}) {}", "{}. {}", "{} {}"])
def test_agendas_of_one_level(form):
    cases = [form.format(n, title) for n, title in enumerate(("Dagsorden", "Havneplan", "Færger"), 1)]
    packet = split(text_document(agenda(*cases)))
    assert [(i.item_no, i.title) for i in packet.items] == [("1", "Dagsorden"), ("2", "Havneplan"), ("3", "Færger")]


def test_list_points_are_neither_items_nor_chapters():
    listing = (
        "Sagerne er delt i:\n1. Temadrøftelser\n2. Beslutninger\n3. Meddelelser\n\n1. Temadrøftelser\n" + PROSE
    )
    first, second = agenda("1.1. Godkendelse af dagsorden"), agenda("2.1. Valg: Formand")
    text = f"1. Dagsorden\n\n{first}\n{listing}\n\n2. Havne\n\n{second}"
    packet = split(text_document(text))
    assert numbers(packet) == ["1.1", "2.1"]
    assert [item.chapter for item in packet.items] == ["Dagsorden", "Havne"]


def test_an_empty_chapter_ends_the_item_before_it():
    text = f"3. Valg\n{agenda('3.1. Valg: Formand')}\n\n4. Havne\n5. Meddelelser\n{agenda('5.1. Meddelelser')}"
    packet = split(text_document(text))
    first = packet.items[0]
    assert packet.lines[first.span.last].text == PROSE.split("\n")[1]
    assert packet.items[1].chapter == "Meddelelser"


def test_sections_of_a_report_between_two_items_are_no_items():
    report = (
        f"Rapport\n1 Indledning\n{PROSE}\n2.1 Metode\n{PROSE}\n2.3 Fund\n{PROSE}\n7.2 i aftalen).\n3.3 – nye færger"
    )
    packet = split(
        text_document(
            "2.1 Havneplan", report, f"3.1 Konklusion\n{PROSE}\n{PROSE}", "2.2 Færger", "Færgeatlas\n" + PROSE
        )
    )
    assert numbers(packet) == ["2.1", "2.2"]


def test_a_report_alone_has_no_items():
    report = (
        "Havnerapport\nIndhold\n1 Indledning ..... 2\n1.1 Formål ..... 2\n"
        "2 Metode ..... 3\n2.1 Data ..... 3\n2.2 Fund ..... 4"
    )
    packet = split(
        text_document(
            report, f"1 Indledning\n1.1 Formål\n{PROSE}", f"2 Metode\n2.1 Data\n{PROSE}\n2.2 Fund\n{PROSE}"
        )
    )
    assert numbers(packet) == []
    assert rules(packet) == ["no_items"]


def test_an_agenda_without_numbers_is_said_so():
    text = "\n\n".join(
        f"{title}\n\nBaggrund\n{PROSE}\n\nIndstilling\nAt sagen drøftes." for title in ("Havne", "Færger")
    )
    assert "items_without_number" in rules(split(text_document(text)))


def test_a_list_of_the_points_on_the_cover_is_contents():
    cover = "DAGSORDEN\n\n1.1. Dagsorden\n2.1. Valg: Formand\n2.2. Valg: Næstformand"
    packet = split(text_document(cover, agenda("1.1. Dagsorden", "2.1. Valg: Formand", "2.2. Valg: Næstformand")))
    assert numbers(packet) == ["1.1", "2.1", "2.2"]
    assert [packet.lines[i.header.first].page for i in packet.items] == [2, 2, 2]
    assert [(c.first, c.last) for c in packet.contents] == [(2, 4)]


def test_gaps_and_headers_out_of_sequence_become_findings():
    packet = split(
        text_document(agenda(*(f"{n}. Valg: Nummer {n}" for n in ("2.1", "2.2", "2.6", "2.3", "2.4", "2.8"))))
    )
    assert numbers(packet) == ["2.1", "2.2", "2.3", "2.4", "2.8"]
    assert {"number_gap", "header_out_of_sequence"} <= set(rules(packet))


def test_item_of_the_contents_without_a_body_becomes_a_finding():
    contents = (
        "Indholdsfortegnelse - Bilag\n2.1 Valg: Formand ..... 2\n"
        "2.2 Valg: Næstformand ..... 3\n2.3 Valg: Suppleant ..... 4"
    )
    packet = split(text_document(contents, "2.1 Valg: Formand\n" + PROSE, "2.3 Valg: Suppleant\n" + PROSE))
    assert [(i.item_no, i.span is None) for i in packet.items] == [("2.1", False), ("2.2", True), ("2.3", False)]
    assert "item_without_body" in rules(packet)


def test_the_title_of_the_contents_completes_a_cut_header():
    contents = (
        "Indholdsfortegnelse - Bilag\n2.1 Valg: Formand for udvalget for havne ..... 2\nBilag 1: Atlas ..... 3"
    )
    packet = split(text_document(contents, "2.1 Valg: Formand for udvalget", "Atlas\n" + PROSE))
    assert packet.items[0].title == "Formand for udvalget for havne"


def test_the_size_of_the_type_ends_a_title_in_a_pdf():
    page = [
        pdf_line("2.4 Valg: Formand for udvalget for havne", 60, 60, size=16),
        pdf_line("og færger i øhavet", 60, 78, size=16),
        pdf_line("kommunerne har arbejdet sammen siden foråret", 60, 110),
        pdf_line("om en fælles plan for havnene", 60, 122),
    ]
    packet = split(pdf_document([pdf_line("Forside", 60, 60)], page))
    assert packet.items[0].title == "Formand for udvalget for havne og færger i øhavet"


def test_a_bare_list_of_points_is_an_agenda_where_points_are_those_of_a_meeting():
    points = "1. Velkomst\n2. Godkendelse af referat\n3. Havneplan\n4. Eventuelt"
    assert numbers(split(text_document("Dagsorden for møde\nDato: 3. maj 2023\n" + points))) == ["1", "2", "3", "4"]


def test_a_list_of_points_in_a_text_is_no_agenda():
    points = "1. Havneplan\n2. Færgeplan\n3. Broplan\n4. Molelplan"
    assert numbers(split(text_document(PROSE + "\nPlanen har fire dele:\n" + points))) == []


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("2.4 Beslutningssag: Aftale om færger med\n\nHavnefællesskabet", "Aftale om færger med Havnefællesskabet"),
        ("2.4 Beslutningssag: Fælles havneplan for\n\n2027", "Fælles havneplan for 2027"),
    ],
)
def test_a_title_of_double_spacing_goes_on_behind_a_word_that_ends_none(head, title):
    packet = split(text_document(f"{head}\n\n\n{PROSE}\n\n\n2.5 Orienteringssag: Broer\n\n\n{PROSE}"))
    assert [item.title for item in packet.items] == [title, "Broer"]


def test_rows_of_a_table_with_numbers_of_two_levels_are_no_items():
    rows = (
        "Mål Krav Nået Vurdering\n\n1. Ruter\n\n1.1 Afgange fra havnen 480 456 Ikke nået\n\n1.2 Nye anløb 61 63"
        " Nået\n\n2. Gæster\n\n2.1 Sejlere med årskort min. 28 pct. 31 pct. Nået\n\n2.2 Klager højst 20 34"
        " Ikke nået\n\n3. Kajer\n\n3.1 Kajer i drift 70 pct. Opgøres i 2027 Udestår\n\n3.2 Kraner 22 22 Nået\n"
    )
    packet = split(text_document(f"2.3 Orienteringssag: Havnenes mål\n\n{PROSE}\n\n{rows}"))
    assert numbers(packet) == ["2.3"]


@pytest.mark.parametrize(
    ("title", "ends"),
    [
        ("Nye anløb 61 63 Nået", True),
        ("Klager maks. 16 pct. 18,3 pct. Ikke nået", True),
        ("Havneafgifter 1,2 mio. kr. 900.000 kr.", True),
        ("Budget 2026 og 2027", False),
        ("Aftale for 2026 2027", False),
        ("Opfølgning pr. 30. september 2026", False),
        ("Møde den 12. marts kl. 10.00", False),
    ],
)
def test_two_values_at_the_end_make_a_row(title, ends):
    assert ends_in_values(title) is ends


def beside_a_number(*lines, level):
    """A page with the lines of a title and its number in a cell of its own to the left."""
    title = [pdf_line(text, 142, 158 + 22 * place, size=18) for place, text in enumerate(lines)]
    title.insert(1, pdf_line("2.4", 60, level, size=18))
    return split(pdf_document([pdf_line("Forside", 60, 60)], title))


def test_a_number_level_with_the_middle_of_a_title_stands_before_it():
    packet = beside_a_number("Orienteringssag: Regnskab 2031 for", "Havnefællesskabet", level=169)
    assert [(item.item_no, item.title, item.item_type) for item in packet.items] == [
        ("2.4", "Regnskab 2031 for Havnefællesskabet", "Orienteringssag")
    ]


def test_a_number_below_a_line_does_not_take_it_up():
    packet = beside_a_number("Orienteringssag: Regnskab 2031 for", "Havnefællesskabet", level=180)
    assert "Regnskab 2031 for Havnefællesskabet" not in [item.title for item in packet.items]
