"""Appointments: persons named to bodies, and seats to be filled."""

import pytest
from made_documents import text_document

from extractors.agenda.appointments import extract_appointments
from extractors.agenda.seats import body_of_title, seats_to_fill
from schemas.packet import AgendaItem, Packet, SectionPart, Span


def rows_of(text, *sections):
    document = text_document(text)
    item = AgendaItem("3.1", "Nye medlemmer", span=Span(0, len(document.lines) - 1))
    packet = Packet(
        document, items=(item,), sections=tuple(SectionPart("3.1", name, Span(*span)) for name, span in sections)
    )
    return [(r.body, r.person, r.role, r.municipality, r.party) for r in extract_appointments(packet)]


def test_a_sentence_names_person_role_and_body():
    assert rows_of("Region Fyn har udpeget rektor Ida Lund Holm som formand for Energiudvalget.") == [
        ("Energiudvalget", "Ida Lund Holm", "formand", None, None)
    ]


def test_a_list_takes_the_body_of_its_sentence():
    text = (
        "KKR Fyn udpegede følgende til Energiudvalget:\n\n"
        "– Ida Holm, borgmester i Assens Kommune\n– Per Dahl (C), Nyborg\n"
    )
    assert rows_of(text) == [
        ("Energiudvalget", "Ida Holm", "medlem", "Assens", None),
        ("Energiudvalget", "Per Dahl", "medlem", "Nyborg", "C"),
    ]


def test_entries_may_name_their_own_bodies():
    text = (
        "De to klynger har udpeget følgende borgmestre som medformænd:\n\n"
        "– Sydklyngen (Assens, Nyborg og Svendborg kommuner): Ida Holm (Venstre), borgmester i Assens Kommune\n"
        "– Nordklyngen: Per Dahl (A), borgmester i Nordfyns Kommune\n"
    )
    assert rows_of(text) == [
        ("Sydklyngen", "Ida Holm", "medformand", "Assens", "V"),
        ("Nordklyngen", "Per Dahl", "medformand", "Nordfyns", "A"),
    ]


def test_a_recommendation_to_appoint_is_a_seat_to_fill():
    text = "Indstilling\nDet indstilles, at KKR Fyn udpeger to medlemmer til bestyrelsen for Havnefonden."
    assert (
        rows_of(text, ("Indstilling", (0, 1))) == [("bestyrelsen for Havnefonden", None, "medlem", None, None)] * 2
    )


def test_a_body_is_given_its_longest_printed_name():
    text = (
        "Regionen har udpeget Ida Holm som formand for Energiudvalget.\n\n"
        "Mødet i Energiudvalget, Region Syddanmark, er flyttet."
    )
    assert rows_of(text)[0][0] == "Energiudvalget, Region Syddanmark"


def test_persons_without_an_appointment_are_no_rows():
    assert rows_of("Borgmester Ida Holm, Assens Kommune, indleder sagen.\n\nKKR-udpegede orienterer.") == []


def test_the_same_person_is_appointed_once_a_body():
    text = "KKR Fyn udpegede Ida Holm som formand for Energiudvalget."
    assert len(rows_of(f"{text}\n\n{text}")) == 1


def test_a_document_without_items_gives_none():
    assert extract_appointments(Packet(text_document(""))) == []


def persons_of(text, title="Udpegning til Fynsk Kulturråd", *sections):
    document = text_document(text)
    item = AgendaItem("3.1", title, span=Span(0, len(document.lines) - 1))
    packet = Packet(
        document, items=(item,), sections=tuple(SectionPart("3.1", name, Span(*span)) for name, span in sections)
    )
    return [(r.body, r.person, r.role, r.municipality, r.party) for r in extract_appointments(packet)]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Udpegning af medlem til Fynsk Kulturråd", "Fynsk Kulturråd"),
        ("Udpegning til bestyrelsen for Havnefonden", "bestyrelsen for Havnefonden"),
        ("Nyt medlem af Fynsk Kulturråd for perioden 2031-2034", "Fynsk Kulturråd"),
        ("Suppleringsvalg til Trafikudvalget", "Trafikudvalget"),
        ("Valg af formand", None),
        ("Meddelelser fra dem, der er udpeget i centrale udvalg", None),
    ],
)
def test_the_title_of_an_item_names_the_body(title, body):
    assert body_of_title(title) == body


def test_members_that_a_body_has_are_listed_with_role_town_and_party():
    text = (
        "Rådet har i øjeblikket disse medlemmer fra kommunerne:\n\n"
        "– Ida Holm (V), borgmester i Assens Kommune, næstformand\n"
        "– Per Dahl, udvalgsformand, Nyborg Kommune, suppleant\n"
        "– Bo Winther (A), formand for skoleudvalget i Svendborg Kommune\n"
    )
    assert persons_of(text) == [
        ("Fynsk Kulturråd", "Ida Holm", "næstformand", "Assens", "V"),
        ("Fynsk Kulturråd", "Per Dahl", "suppleant", "Nyborg", None),
        ("Fynsk Kulturråd", "Bo Winther", "medlem", "Svendborg", "A"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Tidligere medlemmer:\n\n– Ida Holm (V), borgmester i Assens Kommune\n",
        "Rådets medlemmer drøftede:\n\n– oplæg fra Ida Holm (V), borgmester i Assens Kommune\n",
        "Ida Holm (V) har udpeget et nyt sekretariat.",
    ],
)
def test_who_left_who_spoke_and_who_appoints_is_not_appointed(text):
    assert persons_of(text) == []


def test_members_count_in_items_about_appointments_only():
    text = "Gruppens medlemmer er:\n\n– Ida Holm (V), borgmester i Assens Kommune\n"
    assert persons_of(text, "Status for broen") == []


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        (
            "KKR Fyn udpegede Ida Holm (V), byrådsmedlem i Assens Kommune, til Havnefonden.",
            [("Havnefonden", "Ida Holm", "medlem", "Assens", "V")],
        ),
        (
            "Som medlem udpeges Ida Holm (V), borgmester i Assens Kommune.",
            [("Fynsk Kulturråd", "Ida Holm", "medlem", "Assens", "V")],
        ),
        (
            "KKR Fyn udpegede Ida Holm (V) som medlem af Havnefonden og Per Dahl (A) som suppleant.",
            [
                ("Havnefonden", "Ida Holm", "medlem", None, "V"),
                ("Havnefonden", "Per Dahl", "suppleant", None, "A"),
            ],
        ),
        (
            "Som formand udpeges Ida Holm (V), og som suppleant udpeges Per Dahl (A).",
            [
                ("Fynsk Kulturråd", "Ida Holm", "formand", None, "V"),
                ("Fynsk Kulturråd", "Per Dahl", "suppleant", None, "A"),
            ],
        ),
        ("Ida Holm (V) blev valgt til formand.", [("Fynsk Kulturråd", "Ida Holm", "formand", None, "V")]),
    ],
)
def test_sentences_of_minutes_name_who_is_appointed(sentence, rows):
    assert persons_of(f"Beslutning\n\n{sentence}") == rows


def test_entries_may_begin_with_their_role():
    text = (
        "KKR Fyn har udpeget:\n\n– Formand: Ida Holm (V), Assens Kommune\n– Suppleant: Per Dahl (A), Nyborg Kommune"
    )
    assert persons_of(text) == [
        ("Fynsk Kulturråd", "Ida Holm", "formand", "Assens", "V"),
        ("Fynsk Kulturråd", "Per Dahl", "suppleant", "Nyborg", "A"),
    ]


@pytest.mark.parametrize(
    ("sentence", "seats"),
    [
        (
            "Det indstilles, at KKR Fyn udpeger en kommunal næstformand til Havnefonden.",
            [("Havnefonden", "kommunal næstformand", 1)],
        ),
        (
            "Det indstilles, at KKR Fyn udpeger to medlemmer og en suppleant til Havnefonden for tiden til 2031.",
            [("Havnefonden", "medlem", 2), ("Havnefonden", "suppleant", 1)],
        ),
        ("Det indstilles, at der udpeges 3 repræsentanter til Rådet.", [("Rådet", "repræsentant", 3)]),
        ("Det indstilles, at udvalget genudpeger medlemmer til Rådet.", [("Rådet", "medlem", 1)]),
        ("Det indstilles, at KKR Fyn vælger ny formand for Rådet.", [("Rådet", "formand", 1)]),
        ("Det indstilles, at KKR Fyn udpeger en ny suppleant blandt byrådene.", [(None, "suppleant", 1)]),
        ("Det indstilles, at KKR Fyn udpeger to medlemmer.", [(None, "medlem", 2)]),
        ("Det indstilles, at KKR Fyn drøfter medlemmer til Rådet.", []),
        ("Det indstilles, at KKR Fyn udpeger følgende som medlemmer af Rådet:", []),
    ],
)
def test_seats_to_be_filled(sentence, seats):
    assert [tuple(seat) for seat in seats_to_fill(sentence)] == seats


def test_a_list_behind_a_sentence_that_names_the_person_is_another_list():
    text = "Som suppleant udpegedes Ida Holm (V).\n\n– Per Dahl, borgmester i Nyborg Kommune, orienterede"
    assert persons_of(text) == [("Fynsk Kulturråd", "Ida Holm", "suppleant", None, "V")]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Rådet består i dag af:\n– Formand Ida Holm (B), Odder Kommune\n"
            "– Per Dahl, borgmester, Nyborg Kommune (A)",
            [("Fynsk Kulturråd", "Ida Holm", "formand", "Odder", "B"),
             ("Fynsk Kulturråd", "Per Dahl", "medlem", "Nyborg", "A")],
        ),
        (
            "Til Havnefonden udpegede KKR Fyn:\nMedlem: Ida Holm (V), Assens Kommune\n"
            "Suppleant: Per Dahl (A), Nyborg Kommune",
            [("Havnefonden", "Ida Holm", "medlem", "Assens", "V"),
             ("Havnefonden", "Per Dahl", "suppleant", "Nyborg", "A")],
        ),
        (
            "Per Dahl afløser Ida Holm som medlem af Havnefonden.",
            [("Havnefonden", "Per Dahl", "medlem", None, None)],
        ),
        (
            "KKR Fyn konstituerede sig med Ida Holm (V) som formand og Per Dahl (A) som næstformand.",
            [("Fynsk Kulturråd", "Ida Holm", "formand", None, "V"),
             ("Fynsk Kulturråd", "Per Dahl", "næstformand", None, "A")],
        ),
        (
            "Det indstilles, at Ida Holm (A), Assens Kommune, udpeges som medlem.\n"
            "Det indstilles, at Per Dahl (V) udpeges som stedfortræder for Ida Holm.",
            [("Fynsk Kulturråd", "Ida Holm", "medlem", "Assens", "A"),
             ("Fynsk Kulturråd", "Per Dahl", "stedfortræder", None, "V")],
        ),
        (
            "Som medlem af Havnerådet udpeges borgmester Ida Holm (A), Assens Kommune, med Per Dahl (V),"
            " Nyborg Kommune, som stedfortræder.",
            [("Havnerådet", "Ida Holm", "medlem", "Assens", "A"),
             ("Havnerådet", "Per Dahl", "stedfortræder", "Nyborg", "V")],
        ),
        (
            "Det indstilles, at KKR Fyn udpeger:\n1. Ida Holm (A), Assens Kommune, som medlem af Havnerådet\n"
            "2. Per Dahl (V), Nyborg Kommune, som suppleant",
            [("Havnerådet", "Ida Holm", "medlem", "Assens", "A"),
             ("Havnerådet", "Per Dahl", "suppleant", "Nyborg", "V")],
        ),
        (
            "Medlem: Ida Holm (A), Assens Kommune\n\nSuppleant: Per Dahl (V), Nyborg Kommune",
            [("Fynsk Kulturråd", "Ida Holm", "medlem", "Assens", "A"),
             ("Fynsk Kulturråd", "Per Dahl", "suppleant", "Nyborg", "V")],
        ),
        (
            "KKR Fyn har udpeget følgende til Havnerådet:\nNavn Parti Kommune Rolle\n"
            "Ida Holm A Assens medlem\nPer Dahl V Faaborg-Midtfyn suppleant",
            [("Havnerådet", "Ida Holm", "medlem", "Assens", "A"),
             ("Havnerådet", "Per Dahl", "suppleant", "Faaborg-Midtfyn", "V")],
        ),
        (
            "KKR Fyn besluttede at udpege Ida Holm til styregruppen for Broen.",
            [("styregruppen for Broen", "Ida Holm", "medlem", None, None)],
        ),
    ],
)  # fmt: skip
def test_other_ways_to_say_who_sits_where(text, rows):
    assert persons_of(text) == rows


def test_the_adjective_of_a_role_is_put_in_the_singular():
    (seats,) = seats_to_fill("Det indstilles, at KKR Fyn udpeger tre kommunale medlemmer til Havnefonden.")
    assert (seats.role, seats.number) == ("kommunalt medlem", 3)


def test_a_seat_whose_body_the_sentence_leaves_out_is_of_the_body_of_the_item():
    text = "Indstilling\nDet indstilles, at KKR Fyn udpeger en ny suppleant blandt byrådene."
    assert persons_of(text, "Suppleant til Fynsk Kulturråd", ("Indstilling", (0, 1))) == [
        ("Fynsk Kulturråd", None, "suppleant", None, None)
    ]


@pytest.mark.parametrize("lead", ["Følgende blev valgt:", "KKR Fyn udpegede til Havneudvalget:", "Udpeget blev:"])
def test_names_on_lines_of_their_own_below_a_colon_are_a_list(lead):
    text = f"{lead}\nIda Lund Holm (V), formand\nPer Dahl (A), Nyborg\n\nDer er fire møder om året."
    rows = [(person, role, party) for _, person, role, _, party in rows_of(text)]
    assert rows == [("Ida Lund Holm", "formand", "V"), ("Per Dahl", "medlem", "A")]


def test_roles_on_lines_of_their_own_are_of_the_names_below():
    text = (
        "KKR Fyn udpegede til Havneudvalget:\nMedlemmer:\nIda Lund Holm\nPer Dahl\nStedfortrædere:\nBo Friis Krog"
    )
    assert [(person, role) for _, person, role, _, _ in rows_of(text)] == [
        ("Ida Lund Holm", "medlem"),
        ("Per Dahl", "medlem"),
        ("Bo Friis Krog", "stedfortræder"),
    ]


def test_names_behind_a_full_stop_are_no_list():
    assert rows_of("Et nyt udvalg blev udpeget til havnen.\nIda Lund Holm (V)\nPer Dahl (A)") == []


def test_seats_that_only_the_text_tells():
    text = "KKR Fyn skal udpege to medlemmer til bestyrelsen for Havnefonden. Valgperioden er fire år."
    document = text_document(f"Punkt 4 – Udpegninger\n{text}")
    item = AgendaItem("4", "Udpegninger", span=Span(0, 1))
    found = extract_appointments(Packet(document, items=(item,)))
    assert [(row.body, row.person, row.role) for row in found] == [
        ("bestyrelsen for Havnefonden", None, "medlem")
    ] * 2


def test_the_time_that_a_seat_is_filled_for_is_no_body():
    (seats,) = seats_to_fill("Byrådet skal vælge et medlem for resten af perioden, som løber til 2029.")
    assert (seats.body, seats.role, seats.number) == (None, "medlem", 1)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Det indstilles, at Ida Holm genvælges til Energiudvalget.", ("Energiudvalget", "Ida Holm")),
        ("Det indstilles, at Ida Holm udpeges til havnerådet for tre år.", ("havnerådet", "Ida Holm")),
        ("Rådet valgte Ida Holm til havnerådet for 2 år.", ("havnerådet", "Ida Holm")),
        ("Fyn udpeger to medlemmer til Lys A/S. Ida Holm har orlov.", None),
    ],
)
def test_who_is_chosen_to_what(text, row):
    assert [found[:2] for found in rows_of(text) if found[1]] == ([row] if row else [])


def test_a_new_member_is_appointed_to_the_body_of_the_title():
    document = text_document("Sekretariatet indstiller, at Ida Holm vælges.")
    item = AgendaItem("5", "Nyt medlem af havnerådet", span=Span(0, 0))
    assert [(r.body, r.person) for r in extract_appointments(Packet(document, items=(item,)))] == [
        ("havnerådet", "Ida Holm")
    ]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Det indstilles:\nat Ida Holm udpeges til lodsgruppen", ("lodsgruppen", "Ida Holm")),
        ("Ida Holm opstilles til udvalget for slæbebåde.", ("udvalget for slæbebåde", "Ida Holm")),
        ("Rådet vælger Ida Holm til netværk for fyr.", ("netværk for fyr", "Ida Holm")),
        (
            "Ida Holm udpeges til den fælles styregruppe for fyr.",
            ("den fælles styregruppe for fyr", "Ida Holm"),
        ),
    ],
)
def test_bodies_and_words_of_appointing(text, row):
    assert [found[:2] for found in rows_of(text)] == [row]


def test_a_representative_in_a_body_is_appointed_to_it():
    document = text_document("Sekretariatet indstiller, at Ida Holm udpeges.")
    item = AgendaItem("5", "Repræsentant i den fælles styregruppe for fyr", span=Span(0, 0))
    assert [(r.body, r.person) for r in extract_appointments(Packet(document, items=(item,)))] == [
        ("den fælles styregruppe for fyr", "Ida Holm")
    ]
