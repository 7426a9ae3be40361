"""Lists of bilag in agendas: how they are printed, where they end, and what is none."""

import pytest
from made_documents import text_document

from extractors.splitting import split
from extractors.splitting.labels import attachment_label, names_bilag, next_number, own_number
from extractors.splitting.titles import parse_case_line

PROSE = "Kommunerne ved fjorden har arbejdet sammen om havnene siden foråret. Arbejdet går videre i det nye år."
ITEM = f"2.1. Beslutningssag: Havneplan\nSAG-2024-00001 mbn\n\nBaggrund\n{PROSE}\n\n"
NEXT = f"\n\n2.2. Orienteringssag: Færger\nSAG-2024-00002 mbn\n\nBaggrund\n{PROSE}"


def listed(text):
    packet = split(text_document(ITEM + text + NEXT))
    assert [item.item_no for item in packet.items] == ["2.1", "2.2"]
    assert {paper.item_no for paper in packet.attachments} <= {"2.1"}
    return [paper.title for paper in packet.attachments]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Bilag: 1. Havnekort 2. Fyrliste", ["Havnekort", "Fyrliste"]),
        ("Bilag: 1. Havnekort\n2. Fyrliste", ["Havnekort", "Fyrliste"]),
        ("Bilag: Bilag 1: Havnekort, Bilag 2: Fyrliste", ["Havnekort", "Fyrliste"]),
        ("Bilag: Havnekort", ["Havnekort"]),
        ("BILAG: Havnekort", ["Havnekort"]),
        ("Bilag:\n1. Havnekort\n2. Fyrliste", ["Havnekort", "Fyrliste"]),
        ("Bilag:\n- Havnekort\n- Fyrliste", ["Havnekort", "Fyrliste"]),
        ("Bilag:\nBilag 1. Havnekort\nBilag 2. Fyrliste", ["Havnekort", "Fyrliste"]),
        ("Bilag:\nBilag 1 Havnekort\nBilag 2 Fyrliste", ["Havnekort", "Fyrliste"]),
        ("Bilagsfortegnelse\n1) Havnekort\n2) Fyrliste", ["Havnekort", "Fyrliste"]),
        ("Bilagsfortegnelse:\nBilag A: Havnekort\nBilag B: Fyrliste", ["Havnekort", "Fyrliste"]),
        ("Bilagsoversigt\nBilag 2a: Havnekort\nBilag 2b: Fyrliste", ["Havnekort", "Fyrliste"]),
        ("Vedlagt:\n• Havnekort\n• Fyrliste", ["Havnekort", "Fyrliste"]),
        ("Vedlagt: Havnekort", ["Havnekort"]),
        ("Vedhæftet:\nHavnekort\nFyrliste", ["Havnekort", "Fyrliste"]),
        ("Vedlagte bilag\nHavnekort.pdf\nFyrliste.pdf", ["Havnekort.pdf", "Fyrliste.pdf"]),
        ("Bilag\nLink til bilag\n- Havnekort\n- Fyrliste", ["Havnekort", "Fyrliste"]),
        ("Bilag\nHavnekort (eftersendes)\nFyrliste (udsendt særskilt)", ["Havnekort", "Fyrliste"]),
        ("Bilag\nHavnekort (udkast)", ["Havnekort (udkast)"]),
        (
            "Indstilling\nDet indstilles, at planen godkendes.\n\nBilag 1: Havnekort\nBilag 2: Fyrliste",
            ["Havnekort", "Fyrliste"],
        ),
        ("Indstilling\nDet indstilles, at planen godkendes.\n\nBilag 1 – Havnekort", ["Havnekort"]),
        ("Bilag (2)\nHavnekort\nFyrliste", ["Havnekort", "Fyrliste"]),
        ("Bilag (2 stk.):\n1. Havnekort\n2. Fyrliste", ["Havnekort", "Fyrliste"]),
        ("Bilag.\n1. Havnekort\n2. Fyrliste", ["Havnekort", "Fyrliste"]),
        ("Bilag til punkt 2.1:\n- Havnekort\n- Fyrliste", ["Havnekort", "Fyrliste"]),
        ("Bilag\n2.1.1 Havnekort\n2.1.2 Fyrliste", ["Havnekort", "Fyrliste"]),
        ("Bilag\n1. Bilag 1 - Havnekort\n2. Bilag 2 - Fyrliste", ["Havnekort", "Fyrliste"]),
        ("Bilag: Havnekort; Fyrliste", ["Havnekort", "Fyrliste"]),
        ("Følgende bilag er vedlagt:\n- Havnekort\n- Fyrliste", ["Havnekort", "Fyrliste"]),
        ("Bilag: Havnekort (uddrag). Fyrliste 2027.", ["Havnekort (uddrag)", "Fyrliste 2027"]),
        ("Bilag: Kort over kajen, Kortet er nyt", ["Kort over kajen, Kortet er nyt"]),
        ("Bilag: Takster for kajen, Takster for slip", ["Takster for kajen", "Takster for slip"]),
        ("Materiale\n- Havnekort\n- Fyrliste", ["Havnekort", "Fyrliste"]),
        ("Dokumenter:\nHavnekort\nFyrliste", ["Havnekort", "Fyrliste"]),
        ("Materiale: Havnekort; Fyrliste", ["Havnekort", "Fyrliste"]),
        ("Materiale\nKajen belægges med granit.", []),
        ("Dokumenter\nEftersendes", []),
        ("Bilag til punkt 2.1: Havnekort. Fyrliste.", ["Havnekort", "Fyrliste"]),
        ("Bilag til sagen: Havnekort; Fyrliste", ["Havnekort", "Fyrliste"]),
        ("Bilag: A (havnekort), B (fyrliste)", ["havnekort", "fyrliste"]),
        ("Bilag K: Havnekort\nBilag L: Fyrliste", ["Havnekort", "Fyrliste"]),
        ("Bilag\nA. Havnekort\nB. Fyrliste", ["Havnekort", "Fyrliste"]),
        ("Bilag\nC. Havnekort\nD. Fyrliste", ["Havnekort", "Fyrliste"]),
        ("Bilag\n1 Havnekort\n2 Fyrliste", ["Havnekort", "Fyrliste"]),
        ("Bilag\n2a Havnekort\n2b Fyrliste", ["2a Havnekort", "2b Fyrliste"]),
        ("Bilag\n2.1-A Havnekort\n2.1-B Fyrliste", ["Havnekort", "Fyrliste"]),
        ("Bilag\n2.1-1. Havnekort\n2.1-2. Fyrliste", ["Havnekort", "Fyrliste"]),
        ("Bilag\nBilag 2.1-1: Havnekort\nBilag 2.1-2: Fyrliste", ["Havnekort", "Fyrliste"]),
        ("Bilag\nA1 Havnekort\nA2 Fyrliste", ["Havnekort", "Fyrliste"]),
        ("Bilag\nA Havnekort\nB Fyrliste", ["Havnekort", "Fyrliste"]),
        ("Bilag: Kort over havnen.pdf, Fyr.xlsx", ["Kort over havnen.pdf", "Fyr.xlsx"]),
        ("Bilag\nHavnekort.pdf Fyr_2031.docx", ["Havnekort.pdf", "Fyr_2031.docx"]),
        ("Bilag (vedlagt)\nHavnekort\nFyrliste", ["Havnekort", "Fyrliste"]),
        ("Bilag (vedhæftet):\nHavnekort\nFyrliste", ["Havnekort", "Fyrliste"]),
        ("Bilag\n1\tHavnekort 2031\n2\tFyrliste\n3\tBøjer", ["Havnekort 2031", "Fyrliste", "Bøjer"]),
        (
            "Bilag\nNr.   Titel       Dokumentnr.\n1     Havnekort   4711/24\n2     Fyrliste    4712/24",
            ["Havnekort", "Fyrliste"],
        ),
        (
            "Bilag\n• Kort over havnene og de moler, som planen omfatter efter\n  den seneste revision\n• Fyrliste",
            ["Kort over havnene og de moler, som planen omfatter efter den seneste revision", "Fyrliste"],
        ),
        (
            "Bilag\nBilag 1: Kort over havnene og de moler, som planen omfatter efter\n"
            "den seneste revision\nBilag 2: Fyrliste",
            ["Kort over havnene og de moler, som planen omfatter efter den seneste revision", "Fyrliste"],
        ),
    ],
)
def test_lists_of_bilag(text, titles):
    assert listed(text) == titles


@pytest.mark.parametrize(
    "text",
    [
        "Bilag: Ingen",
        "Bilag: Ingen\nDet anbefales, at havnen uddybes.",
        "Bilag: -\nHavnen uddybes",
        "Bilag: Ingen.",
        "Bilag: (ingen)",
        "Bilag: -",
        "Bilag\nDer er ingen bilag til sagen.",
        "Bilag\nDer er ikke vedlagt bilag.",
        "Bilag\nIngen bilag til punktet",
        "Bilag\nUdleveres på mødet.",
        "Bilag\nSe bilag 2 til punkt 1.3",
        "Bilag\nDer henvises til bilagene under punkt 1.3.",
        "Bilag\nLink til bilag",
        "Bilag:\nSe nedenfor",
        "Bilag: Se vedlagte.",
        "Vedlagt: Intet",
        "Sagsfremstilling\nFordelingen fremgår af\nBilag 1: Havnekort viser, hvor der er plads\ntil de nye både.",
        "Sagsfremstilling\nPriserne fremgår af bilag 1, og i\nBilag 2 er de regnet om til faste priser.",
        "Sagsfremstilling\nSe bilag 1: Havnekort og bilag 2: Fyrliste.",
        "Sagsfremstilling\n(jf. bilag 3). Der er ikke sket andet siden.",
    ],
)
def test_what_is_no_bilag(text):
    assert listed(text) == []


@pytest.mark.parametrize(
    "behind",
    [
        "Kommunerne mødes igen til foråret, og formanden er vært.",
        "\n\n\nFonden Nye Hjem\nHavnegade 12",
        "Havnegade 12\n4000 Roskilde",
    ],
)
def test_text_behind_a_list_of_labels_is_no_bilag(behind):
    assert listed(f"Bilag\nBilag 1: Havnekort\nBilag 2: Fyrliste\n{behind}") == ["Havnekort", "Fyrliste"]


@pytest.mark.parametrize(
    "behind",
    [
        "Afbud: Anne Holm",
        "Fraværende: Bent Krog",
        "Sagsbehandler: mbn",
        "Sagsnr. 24/10034",
        f"Supplerende oplysninger\n{PROSE}",
        f"{PROSE}",
        "Kontaktperson: Carl Dam",
    ],
)
def test_what_follows_a_list_without_bullets_is_no_bilag(behind):
    assert listed(f"Bilag\nHavnekort\nFyrliste\n\n{behind}") == ["Havnekort", "Fyrliste"]


@pytest.mark.parametrize(
    "entries",
    ["A. Havnekort\nB. Fyrliste", "1 Havnekort\n2 Fyrliste", "Havnekort\nFyrliste", "- Havnekort\n- Fyrliste"],
)
@pytest.mark.parametrize("top", ["Bilag A", "AFTALE OM KAJEN", "Afsnit 4. Kajens drift"])
def test_a_list_ends_where_the_pages_of_the_bilag_begin(entries, top):
    packet = split(text_document(f"{ITEM}Bilag\n{entries}", f"{top}\n§ 1 Kajen er åben.\n{PROSE}\n{PROSE}"))
    assert [paper.title for paper in packet.attachments] == ["Havnekort", "Fyrliste"]


def test_text_below_a_list_on_the_line_of_its_heading_is_none_of_it():
    assert listed("Bilag: Havnekort. Fyrliste.\n\nSejlerklubben på molen\n\nKajens venner") == [
        "Havnekort",
        "Fyrliste",
    ]


def test_the_item_before_a_letter_is_left_out():
    packet = split(text_document("2. Havneplan\nSagsnr. 27/1180\n\nBilag\n2a Havnekort\n2b Fyrliste\n"))
    assert [paper.title for paper in packet.attachments] == ["Havnekort", "Fyrliste"]


def test_a_label_printed_again_opens_the_bilag_where_pages_are_not_known():
    body = "\n".join(["Havnegade 12", "4000 Roskilde", "", "Kære formand", "", PROSE, PROSE])
    packet = split(
        text_document(ITEM + f"Bilag:\nBilag 1: Brev om kajen\n\n\nBilag 1: Brev om kajen\n\n{body}{NEXT}")
    )
    (paper,) = packet.attachments
    assert (paper.item_no, paper.attachment_no, paper.title) == ("2.1", "1", "Brev om kajen")
    assert paper.span is not None
    assert packet.lines[paper.span.last].text == PROSE
    assert [item.item_no for item in packet.items] == ["2.1", "2.2"]


def test_a_list_that_is_printed_twice_opens_nothing():
    twice = "Bilag 1: Havnekort\nBilag 2: Fyrliste"
    packet = split(text_document(ITEM + f"Bilag\n{twice}{NEXT}\n\nBilagsoversigt\n{twice}"))
    assert all(paper.span is None for paper in packet.attachments)


@pytest.mark.parametrize(
    ("text", "number", "title"),
    [
        ("Bilag 1 til 2.4: Havnekort", "1", "Havnekort"),
        ("Bilag 2 til punkt 2.4. Havnekort", "2", "Havnekort"),
        ("Punkt 2.4, bilag 1", "1", ""),
        ("Punkt 2.4 – Bilag 3: Havnekort", "3", "Havnekort"),
        ("Pkt. 4, bilag 2: Havnekort", "2", "Havnekort"),
    ],
)
def test_labels_that_name_their_item(text, number, title):
    label = attachment_label(text)
    assert label is not None
    assert (label["number"], label["title"]) == (number, title)


@pytest.mark.parametrize("text", ["Punkt 2.4, bilag 1 viser antallet", "Punkt 2.4 om bilag 1", "Bilag 2"])
def test_what_is_no_entry_of_a_list(text):
    assert not names_bilag(text)


@pytest.mark.parametrize(
    ("line", "case"),
    [
        ("Sag 24/30118", "24/30118"),
        ("Sag: 21.00.00-Ø54-2-27", "21.00.00-Ø54-2-27"),
        ("(24/30118)", "24/30118"),
        ("[2024-03011]", "2024-03011"),
        ("Sagsnummer S23-1108", "S23-1108"),
        ("Sagsnr. S23-1108", "S23-1108"),
        ("Sag 417-2031-920", "417-2031-920"),
        ("J.nr.: 21.04.01A12-0031/2029", "21.04.01A12-0031/2029"),
        ("J.nr.: 21.04.G01/2029-31", "21.04.G01/2029-31"),
        ("Sagsnr. 290417 Havne- og Kystudvalget Åbent punkt", "290417"),
        ("21.04G01 - 2031/00417", "21.04G01-2031/00417"),
    ],
)
def test_case_numbers(line, case):
    assert parse_case_line(line) == (case, None)


@pytest.mark.parametrize(
    "line", ["Sag 12. Havneplan", "Sag 10. 25 års jubilæum", "(2024)", "(12)", "Sag 3", "Sagen 24 timer efter"]
)
def test_what_is_no_case_number(line):
    assert parse_case_line(line) is None


def test_letters_count_on_from_the_list_of_one_item_to_the_next():
    items = [f"2.{n}. Beslutningssag: Plan {n}\nSAG-2024-0000{n} mbn\n\nBaggrund\n{PROSE}\n\n" for n in (1, 2, 3)]
    lists = ("Bilag\nA Havnekort\nB Fyrliste\n\n", "Bilag\nC Bøjer\n\n", "Bilag\nE Både\n\n")
    packet = split(text_document("".join(a + b for a, b in zip(items, lists, strict=True))))
    assert [paper.title for paper in packet.attachments] == ["Havnekort", "Fyrliste", "Bøjer", "E Både"]


@pytest.mark.parametrize(
    ("number", "after"),
    [("1", "2"), ("2.4.1", "2.4.2"), ("A", "B"), ("3a", "3b"), ("3-A", "3-B"), ("B.1-1", "B.1-2"), ("A9", "A10")],
)
def test_the_number_that_follows(number, after):
    assert next_number(number) == after


@pytest.mark.parametrize(
    ("label", "item", "own"),
    [("2.4-1", "2.4", "1"), ("3-B", "3", "B"), ("B.1-2", "B.1", "2"), ("1-3", "4", "1-3"), ("2.4.1", "2.4", "1")],
)
def test_the_number_of_a_bilag_within_its_item(label, item, own):
    assert own_number(label, item) == own


@pytest.mark.parametrize("text", ["Bilag 1-3 er vedlagt", "Bilag 2-4 og 6 mangler"])
def test_bilag_of_a_range_have_no_number(text):
    label = attachment_label(text)
    assert label is None or label["number"] is None


def test_a_listed_bilag_has_the_number_that_is_printed() -> None:
    text = "Punkt 2.1 Beslutningssag: Havne\nIndstilling\nDet indstilles, at rådet godkender planen.\nBilag\n"
    packet = split(text_document(text + "Bilag 6: Lodsplan\nBilag 7: Moler (fortroligt)\n"))
    assert [paper.attachment_no for paper in packet.attachments] == ["6", "7"]
