"""Tables of contents in the ways they are printed."""

import pytest
from made_documents import text_document

from extractors.splitting import split
from extractors.splitting.bare_contents import bare_contents, bilag_contents
from extractors.splitting.contents import find_contents, make_entry
from extractors.splitting.outline import Outline


def entries(text):
    tables = find_contents(Outline(text_document(text)))
    assert len(tables) == 1
    return [(entry.kind, entry.number, entry.title, entry.page) for entry in tables[0].entries]


def test_dot_leaders_and_entries_over_two_lines():
    assert entries(
        "Indholdsfortegnelse - Bilag\n"
        "2.1 Orienteringssag: Kystsikring mellem de fem kommuner ved fjorden og\n"
        "sundet ............. 2\n"
        "Bilag 1: Kystatlas for 2024 ....... 3\n"
        "4.1 Siden sidst\n"
        "......................... 11\n"
    ) == [
        ("item", "2.1", "Kystsikring mellem de fem kommuner ved fjorden og sundet", 2),
        ("attachment", "1", "Kystatlas for 2024", 3),
        ("item", "4.1", "Siden sidst", 11),
    ]


def test_hyphens_at_line_ends_are_resolved():
    assert (
        entries("Indhold\n2.1 Fælles færge-\nhavne i øhavet .... 2\nBilag 1: Kort .... 3\nBilag 2: Kort .... 4")[0][
            2
        ]
        == "Fælles færgehavne i øhavet"
    )


def test_tabs_and_entries_without_a_label():
    assert entries(
        "Indholdsfortegnelse\n2.1 Orienteringssag: Havneplan\t2\nHavneplan_2024.pdf\t3\n2.2 Valg\t9"
    ) == [
        ("item", "2.1", "Havneplan", 2),
        ("other", None, "Havneplan_2024.pdf", 3),
        ("item", "2.2", "Valg", 9),
    ]


def test_page_number_glued_to_a_year():
    assert entries("Indholdsfortegnelse\n2.1 Orienteringssag: Havneplan 20242\nBilag 1: Regnskab 202314") == [
        ("item", "2.1", "Havneplan 2024", 2),
        ("attachment", "1", "Regnskab 2023", 14),
    ]


def test_title_that_ends_in_a_year_keeps_it():
    assert entries("Indholdsfortegnelse\n2.1 Orienteringssag: Havneplan 2024 2\nBilag 1: Regnskab 2023 ... 14") == [
        ("item", "2.1", "Havneplan 2024", 2),
        ("attachment", "1", "Regnskab 2023", 14),
    ]


def test_a_table_of_figures_is_no_table_of_contents():
    rows = "\n".join(f"{code} Havneby {code}        {code - 90}" for code in range(101, 130))
    tabs = "\n".join(f"Havneby {code}\t{code - 90}" for code in range(101, 130))
    assert find_contents(Outline(text_document("Indbyggere i havnebyer\n" + rows + "\n\n" + tabs))) == []


def test_text_behind_the_contents_is_not_part_of_it():
    (table,) = find_contents(
        Outline(
            text_document("Indhold\nForord ..... 1\nMetode ..... 2\nFund ..... 9\nHavnene er vigtige for øerne.")
        )
    )
    assert (table.span.first, table.span.last) == (0, 3)


def test_page_numbers_may_stand_half_way_down_the_lines_of_an_entry():
    assert entries(
        "Indholdsfortegnelse\n"
        "2.1 Temadrøftelse: Flere lærepladser til de unge i kommunerne og på\n"
        "2\n"
        "de private arbejdspladser\n"
        "Bilag 1: Notat om lærepladser   3\n"
        "2.2 Orienteringssag: Nyt fra havnene   4\n"
    ) == [
        ("item", "2.1", "Flere lærepladser til de unge i kommunerne og på de private arbejdspladser", 2),
        ("attachment", "1", "Notat om lærepladser", 3),
        ("item", "2.2", "Nyt fra havnene", 4),
    ]


def test_page_numbers_may_stand_below_their_entries():
    assert entries(
        "Indholdsfortegnelse\n"
        "2.1 Temadrøftelse: Flere lærepladser til de unge i kommunerne og på\n"
        "de private arbejdspladser\n"
        "2\n"
        "Bilag 1: Notat om lærepladser i perioden fra 2018 til\n"
        "2019 .......\n"
        "3\n"
        "2.2 Orienteringssag: Nyt fra havnene .......... 4\n"
    ) == [
        ("item", "2.1", "Flere lærepladser til de unge i kommunerne og på de private arbejdspladser", 2),
        ("attachment", "1", "Notat om lærepladser i perioden fra 2018 til 2019", 3),
        ("item", "2.2", "Nyt fra havnene", 4),
    ]


def test_lines_below_the_page_number_go_on_their_entry():
    assert entries(
        "Indholdsfortegnelse\n"
        "Bilag 1: Anbefalinger til samarbejdet om lærepladser   3\n"
        "og om kurser i kommunerne\n"
        "Bilag 2: Notat om havne   4\n"
        "2.2 Orienteringssag: Nyt fra havnene   5\n"
    ) == [
        ("attachment", "1", "Anbefalinger til samarbejdet om lærepladser og om kurser i kommunerne", 3),
        ("attachment", "2", "Notat om havne", 4),
        ("item", "2.2", "Nyt fra havnene", 5),
    ]


@pytest.mark.parametrize("title", ["Oversigt over udgifter til færger", "Oversigt", "Bilagsudgifter over tre år"])
def test_an_overview_of_figures_is_no_table_of_contents(title):
    text = f"{title}\nAssens   12\nFaaborg   14\nSvendborg   30\nI alt   56\n"
    assert find_contents(Outline(text_document(text))) == []


@pytest.mark.parametrize("title", ["Oversigt over bilag", "Oversigt over mødets punkter", "Oversigt"])
def test_an_overview_of_what_the_meeting_has_is_a_table_of_contents(title):
    text = f"{title}\n2.1 Valg: Formand   2\nBilag 1: Atlas   3\n2.2 Valg: Suppleant   4\n"
    assert [number for _, number, _, _ in entries(text)] == ["2.1", "1", "2.2"]


def test_a_table_of_contents_ends_where_page_numbers_fall_back():
    text = "Indhold\n2.1 Valg: Formand 2\nBilag 1: Atlas 3\nBilag 2: Liste 5\n2.1 Valg: Formand\nBilag 1 af 2\n"
    assert [page for *_, page in entries(text)] == [2, 3, 5]


def test_the_heads_of_its_columns_may_head_a_table_of_contents():
    text = "Sag Side\n1. Godkendelse af dagsorden 2\n2. Nye fyr 2\n3. Takster 3\n"
    assert [(title, page) for _, _, title, page in entries(text)] == [
        ("Godkendelse af dagsorden", 2),
        ("Nye fyr", 2),
        ("Takster", 3),
    ]


FERRIES = (
    "Bilag til Havneudvalgets møde den 3. maj 2027\n"
    "2.1 Beslutningssag: Færger over bæltet 2030 2\n"
    "Bilag 1: Sejlplan 2028-2030 3\n"
    "3.2 Orienteringssag: Fyrene ved kysten {fyr}\n"
    "Bilag 1: Lampernes alder 5\n"
    "\n2.1 Beslutningssag: Færger over bæltet 2030\n"
    "\nBilag 1: Sejlplan 2028-2030\n{prose}\n"
    "\n3.2 Orienteringssag: Fyrene ved kysten\n"
    "\nBilag 1: Lampernes alder\n{prose}"
)
PROSE = "\n".join(
    f"Kommunerne ved {place} har holdt møder siden foråret." for place in ("fjorden", "vigen", "sundet")
)


def test_lines_that_end_in_a_page_and_come_again_without_are_contents():
    packet = split(text_document(FERRIES.format(fyr=5, prose=PROSE)))
    assert [(item.item_no, item.title, item.toc_page) for item in packet.items] == [
        ("2.1", "Færger over bæltet 2030", 2),
        ("3.2", "Fyrene ved kysten", 5),
    ]
    assert [(paper.item_no, paper.attachment_no, paper.title) for paper in packet.attachments] == [
        ("2.1", "1", "Sejlplan 2028-2030"),
        ("3.2", "1", "Lampernes alder"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2.1 Beslutningssag: Færger over bæltet 2030\nBilag 1: Sejlplan 2028\n\n" + PROSE,
        "2.1 Skibe i havnen 12\n2.2 Skibe i dok 7\n\n2.1 Skibe i havnen\n2.2 Skibe i dok\n" + PROSE,
        "Bilag 1: Sejlplan 3\nBilag 2: Takster 4\n\nBilag 1: Sejlplan\n\nBilag 2: Takster\n" + PROSE,
        "2.1 Skibe i havnen 3\n2.2 Skibe i dok 7\n\n" + PROSE,
    ],
)
def test_titles_that_stand_once_or_whose_numbers_fall_are_no_contents(text):
    assert bare_contents(Outline(text_document(text))) is None


@pytest.mark.parametrize(
    "title",
    [
        "Bilag til Havneudvalgets møde den 3. maj 2027",
        "Bilag til møde den 12. april 2027",
        "Bilag for Kystrådet 14-09-2027",
        "Bilag 14-09-2027",
        "BILAG TIL DAGSORDEN 3. MAJ 2027",
    ],
)
def test_the_title_of_a_packet_is_no_bilag(title):
    assert make_entry(title, None, 0, 0).kind == "other"


@pytest.mark.parametrize(
    "title",
    [
        "Bilag 1: Brev af den 3. maj 2027",
        "Bilag 3. maj",
        "Bilag til punkt 3: Sejlplan 2027",
        "Bilag 2 Takster 2027",
    ],
)
def test_a_bilag_may_name_a_day(title):
    assert make_entry(title, None, 0, 0).kind == "attachment"


@pytest.mark.parametrize("page", ["{}", "side {}", ", s. {}", "\t{}"])
@pytest.mark.parametrize("number", ["2.1 Beslutningssag:", "Punkt 2:"])
def test_contents_may_say_that_the_number_is_a_page(page, number):
    listed = [f"{number} Lodser i", f"bæltet {page.format(2)}", f"Bilag 1: Lodstakster {page.format(3)}"]
    text = [*listed, "", f"{number} Lodser i", "bæltet", "", "Bilag 1: Lodstakster", PROSE]
    found = bare_contents(Outline(text_document("\n".join(text))))
    assert found is not None
    assert [(entry.title, entry.page) for entry in found.entries] == [("Lodser i bæltet", 2), ("Lodstakster", 3)]


def test_kinds_of_cases_below_the_headers_make_the_contents_those_of_an_agenda():
    text = (
        "Havnerådet\n\nIndhold\n1. Velkomst ...... 1\n2. Havneplan 2031 ...... 1\n3. Fart i sundet ...... 2\n\n\n"
        "1. Velkomst\nFormanden byder velkommen til rådets møde.\n\n\n2. Havneplan 2031\nTil beslutning\n\n"
        "Rådet drøfter planen.\n\n\n3. Fart i sundet\nTil drøftelse\n\nAntallet af påsejlinger er faldet i 2030."
    )
    items = split(text_document(text)).items
    assert [(item.item_no, item.toc_page) for item in items] == [("1", 1), ("2", 1), ("3", 2)]


PLAIN_PAGES = [
    "2.1 Lys ved molen 4",
    "Bilag 1: Tegning af molen",
    "2.2 Aftale med de tre lodslaug om bøjer og",
    "sømærker 9",
    "Bilag 1: Udkast til aftale 2031 9",
    "Bilag 2: Kort over sejlrenden 15",
    "2.4 Fordeling af bådpladser",
    "Bilag 1: Venteliste 2031 22",
]


def test_pages_without_leaders_that_never_fall_make_contents_though_some_are_left_out():
    assert entries("\n".join(["Indholdsfortegnelse - Bilag", *PLAIN_PAGES, "Tegning af molen", "Molen er 84"])) == [
        ("item", "2.1", "Lys ved molen", 4),
        ("attachment", "1", "Tegning af molen", None),
        ("item", "2.2", "Aftale med de tre lodslaug om bøjer og sømærker", 9),
        ("attachment", "1", "Udkast til aftale 2031", 9),
        ("attachment", "2", "Kort over sejlrenden", 15),
        ("item", "2.4", "Fordeling af bådpladser", None),
        ("attachment", "1", "Venteliste 2031", 22),
    ]


def test_plain_pages_of_points_of_one_level_with_bilag():
    lines = ["1. Lys ved molen 4", "Bilag 1: Tegning", "2. Bøjer 9", "Bilag 1: Aftale 9", "Bilag 2: Kort 15"]
    assert [page for *_, page in entries("\n".join(["Indholdsfortegnelse", *lines]))] == [4, None, 9, 9, 15]


@pytest.mark.parametrize(
    "lines",
    [
        ["2.1 Lys ved molen 4", "Bilag 1: Tegning", "2.2 Havnen i fase 2", "Bilag 1: Fase 3", "Bilag 2: Kort 15"],
        ["2.4 Lys ved molen 4", "Bilag 1: Tegning", "2.2 Bøjer 9", "Bilag 1: Aftale 9", "Bilag 2: Kort 15"],
        ["2.1 Lys ved molen 4", "Bilag 1: Tegning", "2.2 Bøjer", "Bilag 1: Aftale", "Bilag 2: Kort", "2.3 Kaj 7"],
    ],
)
def test_numbers_that_fall_or_are_few_are_no_pages(lines):
    assert find_contents(Outline(text_document("\n".join(["Indholdsfortegnelse - Bilag", *lines])))) == []


def test_the_last_line_of_contents_is_no_bilag():
    packet = split(text_document("\n".join(["Indholdsfortegnelse - Bilag", *PLAIN_PAGES, "Fyr og bøjer."])))
    assert [item.item_no for item in packet.items] == ["2.1", "2.2", "2.4"]
    assert [(paper.item_no, paper.span) for paper in packet.attachments][-1] == ("2.4", None)


LISTED = (
    "Punkt 2.1 – Havneplan\n   Bilag 1 Søkort\n   Bilag 2 Bøjer\nPunkt 2.2 – Lodser\n   Bilag 1 Aftale om lodser"
)
ROWS = "\n".join(f"Plads {n} ved kajen er udlejet." for n in range(9))


def test_a_list_of_the_bilag_of_all_items_without_pages():
    pages = [
        f"Punkt {item} Bilag {number}\n\n{title}\n{ROWS}"
        for item, number, title in (("2.1", 1, "Søkort"), ("2.1", 2, "Bøjer"), ("2.2", 1, "Aftale om lodser"))
    ]
    packet = split(text_document(f"Havnelauget\n\nOversigt over bilag\n\n{LISTED}", *pages))
    assert [(item.item_no, item.title) for item in packet.items] == [("2.1", "Havneplan"), ("2.2", "Lodser")]
    assert [
        (paper.item_no, paper.title, paper.span and packet.lines[paper.span.first].page)
        for paper in packet.attachments
    ] == [("2.1", "Søkort", 2), ("2.1", "Bøjer", 3), ("2.2", "Aftale om lodser", 4)]


@pytest.mark.parametrize(
    ("heading", "lines"),
    [
        ("Dagsorden", LISTED),
        ("Oversigt over bilag", "Punkt 2.2 – Lodser\nBilag 1 Aftale\nPunkt 2.1 – Havneplan\nBilag 1 Søkort"),
        ("Oversigt over bilag", "Bilag 1 Aftale\nBilag 2 Søkort\nBilag 3 Bøjer"),
    ],
)
def test_what_is_no_list_of_the_bilag_of_all_items(heading, lines):
    assert bilag_contents(Outline(text_document(f"{heading}\n{lines}"))) is None


TITLES = ("Søkort", "Bøjer", "Aftale om lodser", "Høring")
ITEMS = [("2.1", "Havneplan"), ("2.2", "Lodser"), ("3.1", "Kysten")]


@pytest.mark.parametrize(
    "cover",
    [
        "Bilagsoversigt\n\n2.1 Havneplan\nBilag 1 Søkort side 2\nBilag 2 Bøjer side 3\n2.2 Lodser\n"
        "Bilag 1 Aftale om lodser side 4\n3.1 Kysten\nBilag 1 Høring side 5",
        "Bilag til møde 4. maj 2031\n\n2.1 Havneplan 2\n2.1 Bilag 1 - Søkort 2\n2.1 Bilag 2 - Bøjer 3\n"
        "2.2 Lodser 4\n2.2 Bilag 1 - Aftale om lodser 4\n3.1 Kysten 5\n3.1 Bilag 1 - Høring 5",
        "Havnelauget\n\nOversigt over bilag\n\n2.1. Havneplan\n  2.1.a Søkort\n  2.1.b Bøjer\n2.2. Lodser\n"
        "  2.2.a Aftale om lodser\n3.1. Kysten\n  3.1.a Høring",
    ],
)
def test_contents_of_a_packet_of_bilag_without_leaders(cover):
    packet = split(text_document(cover, *(f"{title}\n\nOm {title}.\n{ROWS}" for title in TITLES)))
    assert [(item.item_no, item.title) for item in packet.items] == ITEMS
    assert [
        (paper.item_no, paper.title, paper.span and packet.lines[paper.span.first].page)
        for paper in packet.attachments
    ] == [
        (item, title, page)
        for page, (item, title) in enumerate(zip(("2.1", "2.1", "2.2", "3.1"), TITLES, strict=True), 2)
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "2.1 Havneplan 2\nBilag 1: Søkort 2\n2.2 Lodser 44\nBilag 1: Aftale 45",
        "2.1 Havneplan 2\nBilag 1: Søkort 2\nHer står mere.",
        "2.1 Havneplan fase 2\n2.2 Lodser i fase 3\n2.3 Kysten i fase 4",
    ],
)
def test_lines_that_end_in_other_numbers_fill_no_page(lines):
    assert bare_contents(Outline(text_document(f"Havnelauget\n\n{lines}", ROWS, ROWS))) is None


def test_bilag_behind_items_that_count_from_one_are_contents_without_a_heading():
    lines = ["1. Velkomst   2", "2. Havnens plan   2", "3. Kajen   3", "4. Eventuelt   3"]
    lines += ["Bilag 2.1 Kort   4", "Bilag 2.2 Priser   6", "Bilag 3.1 Tegning   7"]
    found = entries("\n".join(lines))
    assert found[0] == ("item", "1", "Velkomst", 2)
    assert len(found) == 7


def test_lines_to_write_on_are_no_leaders():
    form = "1. Ansøger\nNavn: ________________\nAdresse: ________________\n2. Projekt\nTitel: ________________"
    assert find_contents(Outline(text_document(form))) == []


def test_the_text_above_contents_is_none_of_them():
    text = "Indkaldt er rådets medlemmer\n\n1 Velkomst ........ 1\n2 Havneplan ........ 1\n3 Eventuelt ........ 2"
    (table,) = find_contents(Outline(text_document(text)))
    assert [entry.title for entry in table.items] == ["Velkomst", "Havneplan", "Eventuelt"]
    assert table.span.first == 2


def test_a_sentence_below_the_last_point_of_a_list_is_none_of_its_title():
    points = ["Punkt 1 Havneplan", "Punkt 2 Kajlys", "Punkt 3 Lukket punkt – salg"]
    below = "Rådet består af Ida Holm (formand), Per Bro, Ane Dam, Carl Lund, Eva Friis og\nBo Skov."
    advice = "Indstilling\nDet indstilles, at rådet drøfter sagen."
    cover = "Havnerådet\nDagsorden\n\n" + "\n".join(points) + f"\n\n{below}"
    packet = split(text_document(cover, "\n\n".join(f"{point}\n{advice}" for point in points)))
    last = max(span.last for span in packet.contents)
    assert packet.lines[last].text == points[-1]
