"""Recommendations and decisions of agenda items in the shapes that packets print."""

from dataclasses import replace

import pytest
from made_documents import text_document

from extractors.agenda.recommendations import extract_recommendations, read_section
from extractors.text.joining import Passage
from schemas.packet import AgendaItem, Packet, SectionPart, Span
from schemas.records import Decision, Recommendation


def passages(*entries):
    """Passages of one line each; an entry is its text, or marker and text."""
    made = []
    for line, entry in enumerate(entries):
        marker, text = entry if isinstance(entry, tuple) else (None, entry)
        made.append(Passage(text, (line,), (0,), marker))
    return made


def texts(*entries, decision=False):
    return [statement.text for statement in read_section(passages(*entries), decision=decision)]


def test_each_bullet_with_a_sentence_is_a_row():
    assert texts(
        ("–", "Det indstilles, at KKR Fyn drøfter planen"), ("–", "Det indstilles videre, at planen godkendes.")
    ) == ["Det indstilles, at KKR Fyn drøfter planen", "Det indstilles videre, at planen godkendes."]


def test_an_opening_is_repeated_for_the_bullets_that_continue_it():
    assert texts(
        "Det indstilles, at KKR Fyn", ("–", "tager planen til efterretning og"), ("–", "udpeger en formand.")
    ) == [
        "Det indstilles, at KKR Fyn tager planen til efterretning",
        "Det indstilles, at KKR Fyn udpeger en formand.",
    ]


@pytest.mark.parametrize(
    ("opening", "entry", "sentence"),
    [
        ("Det indstilles, at KKR Fyn:", "Godkender budgettet", "Det indstilles, at KKR Fyn Godkender budgettet"),
        ("Det indstilles, at:", "KKR Fyn drøfter det.", "Det indstilles, at KKR Fyn drøfter det."),
        ("Det indstilles", "at KKR Fyn drøfter det", "Det indstilles, at KKR Fyn drøfter det"),
        ("Det indstilles, at", "at KKR Fyn drøfter det", "Det indstilles, at KKR Fyn drøfter det"),
        ("KKR Fyn anbefales at:", "drøfte det", "KKR Fyn anbefales at drøfte det"),
    ],
)
def test_opening_and_entry_make_one_sentence(opening, entry, sentence):
    assert texts(opening, ("1.", entry)) == [sentence]


def test_paragraphs_that_begin_with_at_continue_an_opening():
    assert texts("Direktionen indstiller,", "at planen vedtages, og", "at regionen genoptager sagen.") == [
        "Direktionen indstiller, at planen vedtages",
        "Direktionen indstiller, at regionen genoptager sagen.",
    ]


def test_criteria_under_a_sentence_belong_to_it():
    rows = texts(
        ("1.", "Det indstilles, at KKR Fyn drøfter planen."),
        ("2.", "Det indstilles, at disse hensyn lægges til grund for planen:"),
        ("1.", "Fælles betydning"),
        ("2.", "Modenhed."),
    )
    assert rows == [
        "Det indstilles, at KKR Fyn drøfter planen.",
        "Det indstilles, at disse hensyn lægges til grund for planen: 1. Fælles betydning 2. Modenhed.",
    ]


def test_explaining_sentences_beside_a_recommendation_are_no_rows():
    assert texts("Sagen er behandlet. Det indstilles, at KKR Fyn drøfter planen. Den forelægges igen i maj.") == [
        "Det indstilles, at KKR Fyn drøfter planen."
    ]


def test_sentences_that_begin_with_at_are_recommendations():
    assert texts(("•", "At KKR Fyn godkender referatet."), ("•", "At sagen udskydes.")) == [
        "At KKR Fyn godkender referatet.",
        "At sagen udskydes.",
    ]


def test_of_a_decision_only_sentences_with_a_known_verb_are_rows():
    assert texts("KKR Fyn tog planen til efterretning. Der var afbud fra to.", decision=True) == [
        "KKR Fyn tog planen til efterretning."
    ]


def test_an_empty_section_has_no_rows():
    assert read_section([]) == []


def packet_of(text, *sections):
    document = text_document(text)
    last = len(document.lines) - 1
    item = AgendaItem("2.1", "Planen", span=Span(0, last))
    return Packet(document, items=(item,), sections=tuple(SectionPart("2.1", n, Span(*s)) for n, s in sections))


def test_rows_carry_item_section_place_and_number():
    packet = packet_of(
        "2.1 Planen\nBaggrund\nKKR Fyn anbefaler planen.\nIndstilling\n"
        "– Det indstilles, at KKR Fyn drøfter\nplanen\n"
        "– Det indstilles, at planen godkendes.\nBeslutning\nGodkendt.",
        ("Baggrund", (1, 2)),
        ("Indstilling", (3, 6)),
        ("Beslutning", (7, 8)),
    )
    rows = extract_recommendations(packet)
    assert [(type(r), r.item_no, r.seq, r.actor, r.action, r.line) for r in rows] == [
        (Recommendation, "2.1", 1, "KKR Fyn", "drøfte", 5),
        (Recommendation, "2.1", 2, None, "godkende", 7),
        (Decision, "2.1", 1, None, "godkende", 9),
    ]
    assert rows[0].text == "Det indstilles, at KKR Fyn drøfter planen"


def test_a_document_without_sections_gives_none():
    assert extract_recommendations(Packet(text_document(""))) == []


@pytest.mark.parametrize("kind", ["dagsorden", "referat"])
def test_an_item_without_any_heading_may_recommend_in_its_text(kind):
    text = "2.1 Planen\nAdministrationen indstiller, at bestyrelsen godkender planen.\nMødet er kl. 13.00."
    items = (AgendaItem("2.1", "Planen", header=Span(0, 0), span=Span(0, 2)),)
    packet = replace(packet_of(text), kind=kind, items=items)
    rows = [row for row in extract_recommendations(packet) if isinstance(row, Recommendation)]
    assert [(row.item_no, row.action, row.line) for row in rows] == [("2.1", "godkende", 2)]


LEAD = "Forvaltningen indstiller til Økonomiudvalget"


@pytest.mark.parametrize(
    ("printed", "rows"),
    [
        (
            f"{LEAD},\nat budgettet godkendes,\nat der afsættes 2 mio. kr., og\nat sagen genoptages i maj.",
            [
                f"{LEAD}, at budgettet godkendes",
                f"{LEAD}, at der afsættes 2 mio. kr.",
                f"{LEAD}, at sagen genoptages i maj.",
            ],
        ),
        (
            "Det indstilles, at udvalget over for Byrådet anbefaler,\n\n1. at planen godkendes, og\n"
            "2. at broen males.",
            [
                "Det indstilles, at udvalget over for Byrådet anbefaler, at planen godkendes",
                "Det indstilles, at udvalget over for Byrådet anbefaler, at broen males.",
            ],
        ),
        (
            "Direktionen indstiller, at Socialudvalget godkender,\nat planen sendes ud,\n"
            "at høringen varer otte uger.",
            [
                "Direktionen indstiller, at Socialudvalget godkender, at planen sendes ud",
                "Direktionen indstiller, at Socialudvalget godkender, at høringen varer otte uger.",
            ],
        ),
        (
            "Det indstilles, at planen godkendes; at der nedsættes en gruppe; og at sagen forelægges igen.",
            [
                "Det indstilles, at planen godkendes",
                "Det indstilles, at der nedsættes en gruppe",
                "Det indstilles, at sagen forelægges igen.",
            ],
        ),
        (
            "Indstilling til Økonomiudvalget og Kommunalbestyrelsen:\n1. at planen godkendes\n2. at broen males",
            [
                "Indstilling til Økonomiudvalget og Kommunalbestyrelsen: at planen godkendes",
                "Indstilling til Økonomiudvalget og Kommunalbestyrelsen: at broen males",
            ],
        ),
        (
            "at KKR Fyn godkender planen\nat KKR Fyn tager status til efterretning",
            ["at KKR Fyn godkender planen", "at KKR Fyn tager status til efterretning"],
        ),
        (
            "At KKR Fyn anbefaler kommunerne\nat deltage, og opfordrer til\nat broen males.",
            ["At KKR Fyn anbefaler kommunerne at deltage, og opfordrer til at broen males."],
        ),
        (
            "Forvaltningen indstiller\nat udvalget udpeger et medlem\nat broen males",
            [
                "Forvaltningen indstiller, at udvalget udpeger et medlem",
                "Forvaltningen indstiller, at broen males",
            ],
        ),
        (
            "Forvaltningen indstiller til udvalget, at\n1. der frigives 2 mio. kr.\n2. broen males.",
            [
                "Forvaltningen indstiller til udvalget, at der frigives 2 mio. kr.",
                "Forvaltningen indstiller til udvalget, at broen males.",
            ],
        ),
        (
            "Forvaltningen indstiller, at\n\nplanen godkendes.",
            ["Forvaltningen indstiller, at planen godkendes."],
        ),
        (
            "Det indstilles, at KKR Fyn\n1. beder dem om at\n- male broen\n- lukke havnen\n2. godkender planen.",
            [
                "Det indstilles, at KKR Fyn beder dem om at - male broen - lukke havnen",
                "Det indstilles, at KKR Fyn godkender planen.",
            ],
        ),
        (
            "Direktionen indstiller, at havneudvalget\na) godkender planen",
            ["Direktionen indstiller, at havneudvalget godkender planen"],
        ),
        (
            "Formandskabet foreslår, at kredsen\n- drøfter planen\n- anbefaler byrådene at male broen",
            [
                "Formandskabet foreslår, at kredsen drøfter planen",
                "Formandskabet foreslår, at kredsen anbefaler byrådene at male broen",
            ],
        ),
        (
            "Direktionen indstiller, at udvalget anbefaler:\n1. At broen males.\n2. At den lukkes.",
            [
                "Direktionen indstiller, at udvalget anbefaler at broen males.",
                "Direktionen indstiller, at udvalget anbefaler at den lukkes.",
            ],
        ),
        (
            "Det indstilles, at KKR Fyn beslutter\nat broen males, og\nat den kan lukkes.",
            ["Det indstilles, at KKR Fyn beslutter at broen males, og at den kan lukkes."],
        ),
    ],
)
def test_lists_of_what_is_recommended(printed, rows):
    packet = packet_of(f"2.1 Planen\nIndstilling\n{printed}", ("Indstilling", (1, 2 + printed.count("\n"))))
    assert [row.text for row in extract_recommendations(packet)] == rows


def test_a_decision_may_be_a_list_under_the_name_of_the_body():
    packet = packet_of(
        "2.1 Planen\nBeslutning\nØkonomiudvalget:\n– godkendte planen\n– tog status til efterretning.",
        ("Beslutning", (1, 4)),
    )
    assert [(row.actor, row.action, row.line) for row in extract_recommendations(packet)] == [
        ("Økonomiudvalget", "godkende", 4),
        ("Økonomiudvalget", "tage til efterretning", 5),
    ]


def test_a_decision_may_be_a_list_of_at_clauses():
    packet = packet_of(
        "2.1 Planen\nBeslutning\nØkonomiudvalget besluttede,\nat planen godkendes, og\nat broen males.",
        ("Beslutning", (1, 4)),
    )
    assert [(row.actor, row.action, row.text) for row in extract_recommendations(packet)] == [
        ("Økonomiudvalget", "beslutte", "Økonomiudvalget besluttede, at planen godkendes"),
        ("Økonomiudvalget", "beslutte", "Økonomiudvalget besluttede, at broen males."),
    ]
