"""Appointments: persons named to bodies, and seats to be filled."""

from made_documents import text_document

from extractors.agenda import extract_appointments
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
