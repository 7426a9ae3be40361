"""Passages: which printed lines belong together, and the way back to them."""

import pytest
from made_documents import pdf_document, pdf_line, text_document

from extractors.text.joining import Passage, packet_passages, passages, sentences, slice
from schemas.packet import Packet, Span


def texts(*pages: str, furniture: frozenset[int] = frozenset()) -> list[str]:
    return [p.text for p in passages(text_document(*pages), None, furniture)]


def marked(*pages: str) -> list[tuple[str | None, str]]:
    return [(p.marker, p.text) for p in passages(text_document(*pages))]


SINGLE = """\
Samarbejdet om de unge
Kommunerne har i fællesskab aftalt, at de unge skal have en plads i løbet af ti uger, og at
der følges op hvert halve år. Aftalen gælder for alle kommuner i regionen og for Region
Midtjylland.
\x20
Der er afsat 4 mio. kr. til formålet.
"""


def test_single_spaced_paragraphs_end_at_a_line_of_a_space_and_headings_stand_alone():
    assert texts(SINGLE) == [
        "Samarbejdet om de unge",
        "Kommunerne har i fællesskab aftalt, at de unge skal have en plads i løbet af ti uger, og at der følges op "
        "hvert halve år. Aftalen gælder for alle kommuner i regionen og for Region Midtjylland.",
        "Der er afsat 4 mio. kr. til formålet.",
    ]


def test_double_spaced_text_gives_the_same_passages():
    double = "".join(f"{row}\n\n" for row in SINGLE.splitlines())
    assert texts(double) == texts(SINGLE)


def test_spacing_is_told_for_each_region_of_a_document():
    single = SINGLE * 4
    double = "".join(f"{row}\n\n" for row in single.splitlines())
    assert texts(single + "\n \n" + double + "\n \n" + single) == texts(SINGLE) * 12


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["– styrke samarbejdet", "– sikre flere pladser"],
            [("–", "styrke samarbejdet"), ("–", "sikre flere pladser")],
        ),
        (["• Odder", "• Samsø"], [("•", "Odder"), ("•", "Samsø")]),
        (["· Odder", "· Samsø"], [("·", "Odder"), ("·", "Samsø")]),
        (["- Odder", "- Samsø"], [("-", "Odder"), ("-", "Samsø")]),
        (["o Odder", "o Samsø"], [("o", "Odder"), ("o", "Samsø")]),
        (["§ Belyse lønnen", "§ Vurdere taksten"], [("§", "Belyse lønnen"), ("§", "Vurdere taksten")]),
        (["1. Sager", "2. Drøftelser"], [("1.", "Sager"), ("2.", "Drøftelser")]),
        (["1) en plan", "2) et budget"], [("1)", "en plan"), ("2)", "et budget")]),
        (["a. Mødeplan", "b. Økonomi"], [("a.", "Mødeplan"), ("b.", "Økonomi")]),
        (["i) plan", "ii) budget"], [("i)", "plan"), ("ii)", "budget")]),
        (
            ["1.Der er brug for flere", "2.Der er brug for mere"],
            [("1.", "Der er brug for flere"), ("2.", "Der er brug for mere")],
        ),
        (["\uf0b7 Odder", "\uf0b7 Samsø"], [("\uf0b7", "Odder"), ("\uf0b7", "Samsø")]),
    ],
)
def test_list_entries_are_passages_with_their_marker(lines, expected):
    assert marked("Det indstilles:\n" + "\n".join(lines)) == [(None, "Det indstilles:"), *expected]


@pytest.mark.parametrize(
    "lines",
    [
        ["Planen blev behandlet på møderne i udvalget den", "7. juni 2024 og igen i august."],
        ["Udvalget henviser til de nærmere regler i kapitel", "4. De gælder også for tilbud uden for regionen."],
        ["Loven blev ændret med virkning fra og med den 1.", "januar 2025 for alle kommuner i hele landet."],
        ["Reglerne findes i lov om social service, nærmere", "§ 140, stk. 2, og gælder for alle kommuner her."],
        ["Kommunerne har i år brugt 4 mio. kr. og dermed", "2 mio. kr. mere end de havde ventet i budgettet."],
    ],
)
def test_numbers_that_wrap_to_a_line_start_are_no_list_numbers(lines):
    assert marked("\n".join(lines)) == [(None, " ".join(lines))]


def test_a_single_dash_entry_under_a_heading_is_an_entry():
    page = (
        "Bilag\n\n– Rammeaftale for det specialiserede område i årene 2023-\n\n2024\n\n \n\n"
        "Der er ikke andet på mødet end dette ene punkt."
    )
    assert marked(page)[1] == ("–", "Rammeaftale for det specialiserede område i årene 2023-2024")


def test_a_dash_made_a_bullet_inside_a_name_goes_on_the_entry():
    page = """\
– Odder Kommune: Formand for udvalget, Anna Holm
– Jensen (A)
– Samsø Kommune: Formand for udvalget, Bo Lund (V)
– Skive Kommune: Formand for udvalget, Eva Dam (Leder
– mandecenter)
– Morsø Kommune: Formand for udvalget, Per Bay (C)"""
    assert [text for _, text in marked(page)] == [
        "Odder Kommune: Formand for udvalget, Anna Holm – Jensen (A)",
        "Samsø Kommune: Formand for udvalget, Bo Lund (V)",
        "Skive Kommune: Formand for udvalget, Eva Dam (Leder – mandecenter)",
        "Morsø Kommune: Formand for udvalget, Per Bay (C)",
    ]


def test_a_sentence_goes_on_over_furniture_urls_and_the_page_break():
    first = "Kommunerne peger på, at der er behov for en fælles indsats over for de borgere, som har\n \n\nhttps://www.odder.example/moeder/referat.pdf"
    second = "KKR Fyn | 01-02-2025\n\nsvært ved at finde en bolig i regionen."
    found = passages(text_document(first, second), None, frozenset({4}))
    assert [(p.kind, p.text) for p in found] == [
        (
            "text",
            "Kommunerne peger på, at der er behov for en fælles indsats over for de borgere, som har svært ved at "
            "finde en bolig i regionen.",
        ),
        ("url", "https://www.odder.example/moeder/referat.pdf"),
    ]


def test_an_entry_goes_on_over_the_page_break():
    assert marked(
        "– tager orienteringen til efterretning og\n– opfordrer til, at der sættes mål for de unges trivsel i",
        "kommunerne.",
    )[1] == (
        "–",
        "opfordrer til, at der sættes mål for de unges trivsel i kommunerne.",
    )


def test_a_heading_on_the_next_page_does_not_go_on_the_text_before_it():
    assert texts(
        "Udvalget har drøftet behovet for pladser i de kommende år sammen med Kommunernes Landsforening", "Økonomi"
    ) == [
        "Udvalget har drøftet behovet for pladser i de kommende år sammen med Kommunernes Landsforening",
        "Økonomi",
    ]


def test_footnotes_are_passages_of_their_own_with_their_number():
    first = """\
Der er ført tilsyn med alle tilbud1, og der er givet flere påbud end i de tidligere år, fordi
\x20
1 Opgjort ved udgangen af året."""
    found = passages(text_document(first, "reglerne er blevet strammet."))
    assert [(p.kind, p.marker, p.text) for p in found] == [
        (
            "text",
            None,
            "Der er ført tilsyn med alle tilbud1, og der er givet flere påbud end i de tidligere år, fordi "
            "reglerne er blevet strammet.",
        ),
        ("footnote", "1", "Opgjort ved udgangen af året."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "2.4. Orienteringssag: Status på arbejdet med de unge",
        "SAG-2024-00123 abc",
        "Tabel 3: Antal pladser fordelt på kommuner",
        "Figur 2 - Udviklingen i antallet af pladser",
        "Mål 3.1: Mindst 80 pct. af de unge er tilfredse",
        "Kilde: Danmarks Statistik",
    ],
)
def test_headers_captions_and_case_numbers_begin_passages(line):
    page = f"Kommunerne er enige om at udvide samarbejdet med alle de øvrige kommuner i Region\n{line}\n"
    assert texts(page)[1] == line


def test_rows_of_numbers_are_not_joined():
    page = "Kommune 2022 2023\nOdder 12 14\nSamsø 3 4\nFaaborg-Midtfyn 30 31\nI alt 45 49\n"
    assert texts(page) == page.splitlines()


def test_an_entry_of_contents_over_two_lines_is_one_passage():
    page = (
        "2.1 Orienteringssag: Status på samarbejdet om de unge og på\n"
        "økonomien i 2024 .................... 12\n2.2 Nyt budget .................... 14\n"
    )
    assert texts(page) == [
        "2.1 Orienteringssag: Status på samarbejdet om de unge og på økonomien i 2024 .................... 12",
        "2.2 Nyt budget .................... 14",
    ]


def test_every_line_of_tabbed_text_is_a_passage():
    document = text_document(
        "En lang sætning der aldrig ender fordi den\nSlutter her\n**Fed** tekst\tog celle", tabbed=True
    )
    assert [p.text for p in passages(document)] == [
        "En lang sætning der aldrig ender fordi den",
        "Slutter her",
        "Fed tekst og celle",
    ]


def test_a_span_cuts_passages_at_its_ends():
    document = text_document(SINGLE)
    assert [p.text for p in passages(document, Span(2, 3))] == [
        "der følges op hvert halve år. Aftalen gælder for alle kommuner i regionen og for Region Midtjylland."
    ]
    assert passages(document, Span(50, 60)) == []
    assert passages(document, Span(3, 1)) == []


def test_packets_leave_out_their_furniture():
    document = text_document("KKR Fyn\nBudgettet er vedtaget.")
    assert [p.text for p in packet_passages(Packet(document, furniture=frozenset({0})), Span(0, 1))] == [
        "Budgettet er vedtaget."
    ]


def test_line_at_finds_the_line_of_each_half_of_a_broken_word():
    found = passages(
        text_document("Rapporten beskriver de mange forskellige erhvervs-\nuddannelser i regionen\nog deres optag.")
    )[0]
    assert found.text == "Rapporten beskriver de mange forskellige erhvervsuddannelser i regionen og deres optag."
    where = found.text.index("erhvervs")
    assert [found.line_at(where), found.line_at(where + 8), found.line_at(found.text.index("deres"))] == [0, 1, 2]
    assert (found.first, found.last) == (0, 2)


def test_a_slice_keeps_the_way_back():
    passage = Passage("en to tre fire", (4, 7, 9), (0, 6, 10), "–")
    part = slice(passage, 5, 10)
    assert (part.text, part.lines, part.starts, part.marker) == ("tre", (7,), (0,), None)
    assert slice(passage, 0, 5).marker == "–"


def test_sentences_know_their_lines():
    page = "Der er afsat 4 mio. kr. i 2024. Midlerne går til pladser i\nkommunerne. Resten er sparet.\n"
    found = sentences(passages(text_document(page))[0])
    assert [(s.text, s.first, s.last) for s in found] == [
        ("Der er afsat 4 mio. kr. i 2024.", 0, 0),
        ("Midlerne går til pladser i kommunerne.", 0, 1),
        ("Resten er sparet.", 1, 1),
    ]


def test_paragraphs_of_a_pdf_end_at_a_wider_gap_and_a_change_of_type():
    rows = [
        pdf_line("Økonomi", 60, 100, size=14, bold=True),
        pdf_line("Kommunerne betaler i fællesskab for driften, og udgifterne fordeles efter", 60, 120),
        pdf_line("Folketal og forbrug.", 60, 133),
        pdf_line("Der er ikke afsat midler til nye pladser i det kommende år.", 60, 156),
    ]
    assert [p.text for p in passages(pdf_document(rows))] == [
        "Økonomi",
        "Kommunerne betaler i fællesskab for driften, og udgifterne fordeles efter Folketal og forbrug.",
        "Der er ikke afsat midler til nye pladser i det kommende år.",
    ]


def test_a_raised_mark_of_a_pdf_is_no_part_of_the_text_but_the_power_of_a_unit_is():
    rows = [pdf_line("Alle tilbud ^1 , i alt 942 ^3 pladser på 40 m ^2 er besøgt.", 60, 100)]
    assert passages(pdf_document(rows))[0].text == "Alle tilbud, i alt 942 pladser på 40 m2 er besøgt."


def test_a_line_of_a_megabyte_passes():
    text = "ord " * 250_000
    found = passages(text_document(text))
    assert len(found) == 1
    assert len(sentences(found[0])) == 1


def test_the_title_of_a_divider_page_goes_on_over_its_lines():
    before = "Kommunerne er enige om at udvide samarbejdet med alle de øvrige kommuner i Region Midtjylland i år."
    title = "2.6 Orienteringssag: Tilsynets rapport for\n2025 og budget for 2026"
    assert texts("\n".join([before] * 6), title, f"Pladser og takster\n{before}")[-3:] == [
        "2.6 Orienteringssag: Tilsynets rapport for 2025 og budget for 2026",
        "Pladser og takster",
        before,
    ]


def test_a_heading_after_a_full_last_line_is_no_part_of_the_sentence():
    page = (
        "Det indstilles, at udvalget tager orienteringen om samarbejdet og om den nye aftale til efter-\n"
        "retning og beder om en status på alle de indsatser, der er aftalt i den nuværende periode.\n"
        "Sagsfremstilling\n"
        "Aftalen blev indgået i foråret, og den løber til udgangen af det næste år. Der er ikke taget\n"
        "stilling til, hvad der skal ske derefter.\n"
    )
    assert texts(page)[1] == "Sagsfremstilling"


def test_a_caption_ends_before_the_head_of_its_table():
    page = (
        "Tabel 2 - Antal tilsyn i løbet af 2024 fordelt på driftstilsyn og nye godkendelser i Region\n"
        "Hovedstaden\n"
        "Tabel 3 - Antal tilsyn i løbet af 2024 fordelt på driftstilsyn og alle nye godkendelser her\n"
        "Driftstilsyn Nygodkendelser I alt\n"
    )
    assert texts(page)[1:] == [
        "Tabel 3 - Antal tilsyn i løbet af 2024 fordelt på driftstilsyn og alle nye godkendelser her",
        "Driftstilsyn Nygodkendelser I alt",
    ]


def test_a_line_between_tables_is_short_against_the_broken_lines_of_its_page():
    page = (
        "Pengene fordeles efter antallet af indbyggere i de enkelte kommuner, men der er sat en nedre\n"
        "grænse for de mindste.\n"
        + "".join(f"Sted {place} {place}10 {place}20\n" for place in range(1, 10))
        + "Udgifterne deles af de elleve kommuner i samarbejdet og regionen.\n"
        "Budget i hele kroner (kr.)\n" + "".join(f"Post {place} {place}30 {place}40\n" for place in range(1, 10))
    )
    assert "Udgifterne deles af de elleve kommuner i samarbejdet og regionen." in texts(page)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("DE SAMLEDE GRUPPER HAR DEN 7.", "OKTOBER 2031 VEDTAGET, AT"),
        ("et nyt og fælles hus for de unge i Assens", "Kommune (AK)"),
        ("Ida Holm, Ringkøbing-Skjern", "Kommune, Per Dahl, Danmarks Turistråd og flere andre"),
    ],
)
def test_a_day_and_its_month_a_town_and_its_kommune_are_one_passage(first, second):
    assert texts(f"{first}\n{second}") == [f"{first} {second}"]


@pytest.mark.parametrize(
    ("first", "second"),
    [("Deltagere i alt", "Kommune Antal borgere"), ("Se punkt 4.", "Maj måneds møde er aflyst.")],
)
def test_a_head_and_a_new_sentence_begin_passages_of_their_own(first, second):
    assert len(texts(f"{first}\n\n{second}")) == 2


def test_a_row_that_ends_in_a_number_in_brackets_is_no_running_text():
    page = (
        "Udgifter 74,0 (12,5)\nIndtægter 61,5 (3,5)\n"
        "Udvalgene drøfter tallene igen efter sommeren og i forbindelse med budgettet.\n"
    )
    assert texts(page)[-1].startswith("Udvalgene")


def test_paragraphs_of_single_lines_are_told_from_the_lines_of_the_longer_ones():
    wide = "Forvaltningen har regnet på udgifterne for de kommende tre år og har set på, hvordan de kan"
    rows, y = [], 50.0
    for number in range(1, 9):
        single = f"Mål {number} er nået, og der er ikke brug for at gøre mere ved det lige nu, men senere."
        rows.append(pdf_line(single, 50, y))
        y += 18.5
        if number % 4 == 0:
            rows += [pdf_line(wide, 50, y), pdf_line("dækkes.", 50, y + 14.0)]
            y += 32.5
    assert len(passages(pdf_document(rows))) == 10


def test_the_header_of_a_point_begins_a_passage_on_the_next_page():
    assert texts("Udvalget holder møder om de ting, der er sat af penge til i", "Punkt 4: Lokaler")[1:] == [
        "Punkt 4: Lokaler"
    ]


def test_an_entry_that_begins_with_a_figure_counts_on_from_the_one_above() -> None:
    found = texts(
        "Foreningen skal nå følgende:\n1. Flere overnatninger i ydersæsonen\n2. Et højere døgnforbrug for gæster\n"
        "3. 110 betalende medlemmer\n4. 25 huse med et mærke\n5. Glade gæster"
    )
    assert found[-3:] == ["110 betalende medlemmer", "25 huse med et mærke", "Glade gæster"]


def test_a_day_below_an_entry_is_no_number_of_one() -> None:
    found = texts("Planen:\n1. Høringen sendes ud i uge 40, og svar ventes\n2. 12 dage efter den\n")
    assert len(found) == 3
    assert texts("Det sker:\n1. møde den\n2. 3. maj i Havby")[-1].endswith("2. 3. maj i Havby")
