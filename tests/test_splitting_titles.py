"""Numbers, kinds of cases, case lines, labels and headings as Danish agendas print them."""

import pytest

from extractors.splitting.contents import is_contents_heading
from extractors.splitting.item_numbers import parse_item_number
from extractors.splitting.labels import ATTACHMENT_LABEL, attachment_label
from extractors.splitting.likeness import likeness, same_word
from extractors.splitting.sections import section_name
from extractors.splitting.titles import is_remark, parse_case_line, parse_type, read_title
from extractors.splitting.words import CONTENTS_HEADINGS


@pytest.mark.parametrize(
    ("line", "number", "title", "form"),
    [
        ("2.4 Orienteringssag: Havneplan", "2.4", "Orienteringssag: Havneplan", "double"),
        ("2.4. Havneplan for fjorden", "2.4", "Havneplan for fjorden", "double"),
        ("2.10. Udbud af færger", "2.10", "Udbud af færger", "double"),
        ("12.3", "12.3", "", "double"),
        ("3. Budget 2025", "3", "Budget 2025", "single"),
        ("3 (Åben) Budget 2025", "3", "(Åben) Budget 2025", "single"),
        ("12 [Lukket sag] Køb af kaj", "12", "[Lukket sag] Køb af kaj", "single"),
        ("Punkt 3: Budget 2025", "3", "Budget 2025", "word"),
        ("Pkt. 4 Færger", "4", "Færger", "word"),
        ("PUNKT NR. 4: FÆRGER", "4", "FÆRGER", "word"),
        ("Sag 5 - Havneplan", "5", "Havneplan", "word"),
        ("Ad 2) Referat", "2", "Referat", "word"),
        ("Dagsordenspunkt 2.4: Havneplan", "2.4", "Havneplan", "word"),
    ],
)
def test_forms_of_item_numbers(line, number, title, form):
    found = parse_item_number(line)
    assert found is not None
    assert (found.text, found.title, found.form) == (number, title, form)


@pytest.mark.parametrize(
    "line",
    [
        "2.400 kr. i tilskud",
        "2.4.1 Metode",
        "12.3.2024 Aarhus",
        "2,4 mio. kr.",
        "Sagen er drøftet",
        "2.4 % af alle",
        "1125 Ishøj",
        "3 (åbne) pladser",
        "3 (Åben)",
        "",
    ],
)
def test_figures_and_words_are_no_item_numbers(line):
    assert parse_item_number(line) is None


def test_number_without_full_stop_only_where_asked_for():
    assert parse_item_number("3 Budget 2025") is None
    assert parse_item_number("3 Budget 2025", bare=True).title == "Budget 2025"


@pytest.mark.parametrize(
    ("title", "kind", "rest"),
    [
        ("Temadrøftelse: Færger i øhavet", "Temadrøftelse", "Færger i øhavet"),
        ("BESLUTNINGSSAG: FÆRGER", "BESLUTNINGSSAG", "FÆRGER"),
        ("Ekspeditionssag: Færger", "Ekspeditionssag", "Færger"),
        ("Drøftelsessag – Færger", "Drøftelsessag", "Færger"),
        ("Meddelelser: Nyt fra udvalgene", "Meddelelser", "Nyt fra udvalgene"),
        ("Udpegning: Ejendomsudvalg", "Udpegning", "Ejendomsudvalg"),
        ("Fremtidens færger: hvem betaler?", None, "Fremtidens færger: hvem betaler?"),
        ("Siden sidst", None, "Siden sidst"),
        ("Orientering om færger", None, "Orientering om færger"),
    ],
)
def test_kind_of_case_stands_before_the_colon(title, kind, rest):
    assert parse_type(title) == (kind, rest)


@pytest.mark.parametrize(
    ("title", "kind", "rest", "case_no"),
    [
        ("(Åben) Færger i øhavet", None, "Færger i øhavet", None),
        ("(Lukket) Køb af kaj", None, "(Lukket) Køb af kaj", None),
        ("Åbent punkt: Færger", None, "Færger", None),
        ("Lukket punkt: Køb af kaj", None, "Lukket punkt: Køb af kaj", None),
        ("Køb af kaj (lukket)", None, "Køb af kaj (lukket)", None),
        ("Åben skole: nye forløb", None, "Åben skole: nye forløb", None),
        ("Lukket kaj i Assens", None, "Lukket kaj i Assens", None),
        ("Færger (2023-0400011)", None, "Færger", "2023-0400011"),
        ("Færger (sagsnr. 23/4711)", None, "Færger", "23/4711"),
        ("Færger i øhavet (2023)", None, "Færger i øhavet (2023)", None),
        ("Takster 2025 (til drøftelse)", "drøftelse", "Takster 2025", None),
        ("Takster 2025 (forslag)", None, "Takster 2025 (forslag)", None),
    ],
)
def test_titles_say_who_may_listen_and_which_case_it_is(title, kind, rest, case_no):
    read = read_title(title)
    assert (read.item_type, read.text, read.case_no) == (kind, rest, case_no)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Sagsnr. 1-30-72-118-24", ("1-30-72-118-24", None)),
        ("1-30-72-118-24", ("1-30-72-118-24", None)),
        ("SAG-2024-01234 mbn", ("SAG-2024-01234", "mbn")),
        ("SAG-2024-01234", ("SAG-2024-01234", None)),
        ("EMN-2019-00077 LKJ", ("EMN-2019-00077", "LKJ")),
        ("Sagsnr. 22/12345", ("22/12345", None)),
        ("Sagsnr.: 2022-012345", ("2022-012345", None)),
        ("Sagsnummer: EMN-2018-00012", ("EMN-2018-00012", None)),
        ("J.nr. 2023 - 4711", ("2023 - 4711", None)),
        ("23/00815", ("23/00815", None)),
        ("Sagsbehandler: hlj", (None, "hlj")),
    ],
)
def test_case_lines(line, expected):
    assert parse_case_line(line) == expected


@pytest.mark.parametrize(
    "line", ["Sagen er ny", "Baggrund", "SAG-2024-01234 blev drøftet på mødet i foråret i år", "2024"]
)
def test_other_lines_are_no_case_lines(line):
    assert parse_case_line(line) is None


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("Bilag 1: Havnekort", "1", "Havnekort"),
        ("Bilag 12 – Havnekort", "12", "Havnekort"),
        ("BILAG A. Havnekort", "A", "Havnekort"),
        ("Bilag nr. 3 Havnekort", "3", "Havnekort"),
        ("Bilag 2", "2", ""),
        ("Bilag 1 til punkt 2.3: Havnekort", "1", "Havnekort"),
        ("Bilag 2 til pkt. 4 – Havnekort", "2", "Havnekort"),
        ("Bilag 1 af 3", "1", ""),
        ("Bilag 1 til 3: Havnekort", "1", "til 3: Havnekort"),
        ("Bilag - Havnekort_2024", None, "Havnekort_2024"),
    ],
)
def test_labels_of_attachments(line, number, title):
    m = ATTACHMENT_LABEL.match(line)
    assert m is not None
    assert (m["number"], m["title"].strip()) == (number, title)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Baggrund", "Baggrund"),
        ("BAGGRUND", "Baggrund"),
        ("Indstilling:", "Indstilling"),
        ("Forvaltningens indstilling", "Indstilling"),
        ("Sagens fremstilling", "Sagsfremstilling"),
        ("Økonomiske konsekvenser", "Økonomi"),
        ("Resume", "Resumé"),
        ("Beslutning i Teknisk Udvalg den 3. maj 2023", "Beslutning"),
        ("Baggrund.", None),
        ("baggrund", None),
        ("Baggrunden for sagen er ny", None),
        ("Bilag 1", None),
    ],
)
def test_headings_of_sections(line, name):
    assert section_name(line) == name


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("ministeren", "ministeriet", True),
        ("beredskab", "beredskabet", True),
        ("havneplan", "havnegade", False),
        ("202401", "202402", False),
        ("kyst", "kysten", False),
    ],
)
def test_two_forms_of_one_word(a, b, same):
    assert same_word(a, b) is same


def test_file_names_are_like_the_titles_they_stand_for():
    assert likeness("Havneplan_endelig_version.pdf", "Havneplan") == 1.0
    assert likeness("Havneplan", "Udbud af færger") == 0.0


@pytest.mark.parametrize(
    "line", ["Bilag 1 er et udkast", "Bilag 2 viser, at havnen vokser", "Bilag 1 og 2 er vedlagt"]
)
def test_a_sentence_that_speaks_of_a_bilag_is_no_label(line):
    assert attachment_label(line) is None


@pytest.mark.parametrize(
    "line", ["Bilag 1", "Bilag 1 Havnekort", "Bilag 1 oversigt over havne", "Bilag 1: er det nok?"]
)
def test_other_lines_with_a_number_are_labels(line):
    assert attachment_label(line) is not None


@pytest.mark.parametrize(
    "remark",
    [
        "åben sag",
        "lukket punkt",
        "fortrolig",
        "offentlig del",
        "ikke-offentligt punkt",
        "sagen afgøres i: Rådet",
        "beslutningskompetence: Rådet",
        "kompetence: Rådet",
        "sagsforløb: TU/BY",
        "dok. nr. 12345-24",
    ],
)
@pytest.mark.parametrize("write", [str, str.upper, str.capitalize])
def test_remarks_on_how_a_case_is_dealt_with(remark, write):
    assert is_remark(write(remark))


@pytest.mark.parametrize("heading", sorted(CONTENTS_HEADINGS))
@pytest.mark.parametrize("write", [str, str.upper, str.capitalize, lambda text: f" – {text}:"])
def test_headings_of_contents_however_they_are_written(heading, write):
    assert is_contents_heading(write(heading))
    assert is_contents_heading("Pkt. Emne Side")
