"""Packets of bilag and agendas with their bilag behind them: how labels and title pages tell whose a bilag is."""

import pytest
from made_documents import text_document

from extractors.splitting import split

PROSE = "\n".join(
    f"Kommunerne ved {place} har arbejdet sammen siden foråret.\nArbejdet går videre, der er afholdt {count} møder."
    for place, count in (("fjorden", "tre"), ("bæltet", "fire"), ("vigen", "fem"), ("sundet", "seks"))
)
COVER = "Bilag til dagsorden\nPlan- og Miljøudvalget\nMøde den 14. maj 2024"
WANTED = [("3", "1", "Havnekort"), ("3", "2", "Støjmåling"), ("4", "1", "Prisoverslag")]
BILAG = [
    ("3", "Ny havneplan", "1", "Havnekort"),
    ("3", "Ny havneplan", "2", "Støjmåling"),
    ("4", "Køb af mole", "1", "Prisoverslag"),
]
LETTER = {"1": "A", "2": "B"}


def agenda(lists):
    """An agenda with two items, with or without lists of their bilag."""
    parts = ["Dagsorden\nPlan- og Miljøudvalget\nMøde den 14. maj 2024"]
    for number, title in (("3", "Ny havneplan"), ("4", "Køb af mole")):
        names = [f"Bilag {count}: {name}" for item, _, count, name in BILAG if item == number]
        listed = "\nBilag\n" + "\n".join(names) if lists else ""
        parts.append(
            f"{number}. {title}\nSagsnr. 24/100{number}\nSagsfremstilling\n{PROSE[:110]}\n"
            f"Indstilling\nDet indstilles, at sagen drøftes.{listed}"
        )
    return "\n\n".join(parts)


def papers(form):
    return [
        form.format(
            item=item, title=title, count=count, name=name, letter=LETTER[count], small=LETTER[count].lower()
        )
        + f"\n{PROSE}"
        for item, title, count, name in BILAG
    ]


def told(packet):
    return [(p.item_no, p.attachment_no, p.title) for p in packet.attachments if "/" not in p.attachment_no]


def bodies(packet):
    """The first line behind the label of each bilag's body, and its last."""
    return [packet.lines[p.span.last].text if p.span else None for p in packet.attachments]


@pytest.mark.parametrize(
    "form",
    [
        "{item}. {title}\nBilag {count}: {name}",
        "Punkt {item}: {title}\nBilag {count}: {name}",
        "Punkt {item}: {title}\nBilag {letter}: {name}",
        "Punkt {item}: {title}\nBilag {item}{small}: {name}",
        "Punkt {item}: {title}\n(24/100{item})\nBilag {count}. {name}",
        "Punkt {item}\n{title}\n\nBilag {count}\n{name}\n\f",
        "Punkt {item}: {title}\n\nBilag {count}: {name}\n\f",
    ],
)
def test_headers_above_bilag(form):
    packet = split(text_document(*"\f".join([COVER, *papers(form)]).split("\f")))
    assert [(item.item_no, item.title) for item in packet.items] == [("3", "Ny havneplan"), ("4", "Køb af mole")]
    letters = {"1": "1", "2": "2"}
    if "{letter}" in form or "{small}" in form:
        letters = {"1": "A", "2": "B"} if "{letter}" in form else {"1": "a", "2": "b"}
    assert told(packet) == [(item, letters[number], title) for item, number, title in WANTED]
    assert bodies(packet) == [PROSE.rsplit("\n", 1)[-1]] * 3
    assert packet.kind == "bilag"


def test_headers_with_case_numbers_alone_on_pages_divide_bilag():
    pages = [
        "2.1 Havneplan\nSAG-2024-00001 mbn",
        "Planen\n" + PROSE,
        "2.2 Færger\nSAG-2024-00002 mbn",
        "Priser\n" + PROSE,
    ]
    packet = split(text_document(COVER, *pages))
    assert told(packet) == [("2.1", "1", "Planen"), ("2.2", "1", "Priser")]
    assert packet.kind == "bilag"


@pytest.mark.parametrize("form", ["Bilag {count} til punkt {item}: {name}", "Punkt {item}, bilag {count} – {name}"])
def test_labels_alone_tell_the_items_of_a_packet_without_headers(form):
    packet = split(text_document(COVER, *papers(form)))
    assert [(item.item_no, item.title) for item in packet.items] == [("3", ""), ("4", "")]
    assert told(packet) == WANTED
    assert all(item.span is not None for item in packet.items)


@pytest.mark.parametrize("paged", [True, False])
@pytest.mark.parametrize("lists", [True, False])
@pytest.mark.parametrize(
    "form",
    [
        "Bilag {count} til punkt {item}: {name}",
        "Punkt {item}, bilag {count}\n{name}",
        "Pkt. {item} – bilag {count}: {name}",
    ],
)
@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1)])
def test_labels_tell_whose_the_bilag_behind_an_agenda_are(form, lists, paged, order):
    made = papers(form)
    pages = [agenda(lists), *(made[place] for place in order)]
    packet = split(text_document(*(pages if paged else ["\n\n\n".join(pages)])))
    assert [item.item_no for item in packet.items] == ["3", "4"]
    assert sorted(told(packet)) == WANTED
    assert bodies(packet) == [PROSE.rsplit("\n", 1)[-1]] * 3
    assert [s.name for s in packet.sections if s.item_no == "4"][:2] == ["Sagsfremstilling", "Indstilling"]


@pytest.mark.parametrize("paged", [True, False])
def test_listed_labels_come_again_behind_the_agenda(paged):
    pages = [agenda(lists=True), *papers("Bilag {count}: {name}")]
    packet = split(text_document(*(pages if paged else ["\n\n\n".join(pages)])))
    assert told(packet) == WANTED
    assert bodies(packet) == [PROSE.rsplit("\n", 1)[-1]] * 3


@pytest.mark.parametrize("lists", [True, False])
def test_a_label_on_every_page_opens_its_bilag_once(lists):
    form = "Punkt {item}, bilag {count}: {name}"
    pages = [page for page in papers(form) for _ in range(3)]
    packet = split(text_document(agenda(lists), *pages))
    assert told(packet) == WANTED
    firsts = [packet.lines[p.span.first].page for p in packet.attachments if p.span is not None]
    lasts = [packet.lines[p.span.last].page for p in packet.attachments if p.span is not None]
    assert (firsts, lasts) == ([2, 5, 8], [4, 7, 10])


def test_sentences_that_name_bilag_of_items_open_none():
    cited = f"Bilag 1 til punkt 3 viser, hvor der er plads.\n{PROSE}\n\n\nBilag 2 til punkt 4: se dér."
    packet = split(text_document(agenda(lists=False) + "\n\n\n" + cited))
    assert packet.attachments == ()


@pytest.mark.parametrize(
    "labels",
    [("Bilag 1", "Bilag 2", "Bilag 3"), ("Bilag A", "Bilag B", "Bilag C"), ("BILAG 3.1", "BILAG 3.2", "BILAG 4.1")],
)
def test_bilag_of_a_packet_without_items_are_of_none(labels):
    titles = [title for _, _, title in WANTED]
    pages = [f"{label}\n\n{title}\n{PROSE}" for label, title in zip(labels, titles, strict=True)]
    packet = split(text_document(COVER, *pages))
    assert packet.items == ()
    assert [
        (paper.item_no, paper.attachment_no, paper.title, paper.span and packet.lines[paper.span.first].page)
        for paper in packet.attachments
    ] == [
        (None, label.split()[1], title, page)
        for page, (label, title) in enumerate(zip(labels, titles, strict=True), 2)
    ]


@pytest.mark.parametrize(
    "pages",
    [
        ["Rapport om havne", PROSE, PROSE, "Bilag 1\nKort\n" + PROSE, "Bilag 2\nPriser\n" + PROSE],
        [COVER, "Bilag 2\nKort\n" + PROSE, "Bilag 1\nPriser\n" + PROSE],
        [COVER, "Bilag 1\nKort\n" + PROSE],
        [COVER, "Bilag 3\nKort\n" + PROSE, "Bilag 4\nPriser\n" + PROSE],
    ],
)
def test_annexes_of_a_report_and_labels_that_do_not_count_are_no_packet(pages):
    assert split(text_document(*pages)).attachments == ()
