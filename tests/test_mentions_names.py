"""Persons, organisations and municipalities in running text."""

import pytest

from extractors.mentions.municipalities import NO_TOWNS, find_in_rows, find_municipalities
from extractors.mentions.organisations import defined_short_forms, find_organisations
from extractors.mentions.persons import find_persons
from schemas.places import find_municipality


def printed(text, hits):
    return [text[hit.start : hit.end] for hit in hits]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("borgmester, Ida Holm, Assens Kommune, indleder", ["Ida Holm"]),
        ("Niels-Erik Amager, rektor", ["Niels-Erik Amager"]),
        ("Per Dahl (V), borgmester i Nyborg Kommune", ["Per Dahl"]),
        ("Ole B. Kragh og Anne Marie Toft-Hansen deltager", ["Ole B. Kragh", "Anne Marie Toft-Hansen"]),
        ("Jens Elmelund            Karin Brink", ["Jens Elmelund", "Karin Brink"]),
        ("Birgit Lind Thisted Kommune Leon Bro Rebild Kommune", ["Birgit Lind", "Leon Bro"]),
        ("Mogens Gade er formand", ["Mogens Gade"]),
        ("adm. direktør Xerxes Ydegaard fra havnen", ["Xerxes Ydegaard"]),
        ("Kære Zuhal Quvang", ["Zuhal Quvang"]),
        ("Zuhal Quvang (A), byrådsmedlem", ["Zuhal Quvang"]),
        ("Zuhal Quvang (Venstre)", ["Zuhal Quvang"]),
        ("Torben Greve, teknisk direktør", ["Torben Greve"]),
        ("Finn Olsen, Christian Ulrich, Hanne Bro", ["Finn Olsen", "Christian Ulrich", "Hanne Bro"]),
    ],
)
def test_finds_persons(text, names):
    assert printed(text, find_persons(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I – I",
        "Per 1. januar",
        "Niels Bohr Institutet",
        "Peter Bangs Vej 12",
        "H.C. Andersens Boulevard 3",
        "Novo Nordisk",
        "udviklingsdirektør Region Fyn",
        "Den nye bro",
        "Anna Sofie sejler",
        "Karl Marx Allé 4",
        "Store Bælt-forbindelsen",
        "Danmarks Kulturbestyrelsen",
        "Else og Svend",
    ],
)
def test_other_names_are_no_persons(text):
    assert find_persons(text) == []


def test_a_word_that_the_document_prints_in_lower_case_begins_no_unknown_name():
    assert find_persons("Ylva Jørgensen kom") != []
    assert find_persons("Ylva Jørgensen kom", {"ylva"}) == []


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("borgmester, Ida Holm, Assens Kommune, indleder", "borgmester, Assens Kommune"),
        ("Per Dahl (V), borgmester i Nyborg Kommune", "V, borgmester i Nyborg Kommune"),
        ("Ida Holm, teknisk direktør Region Fyn, som formand", "teknisk direktør Region Fyn"),
        ("med indenrigs- og boligminister Ida Holm om broen", "indenrigs- og boligminister"),
        ("Ida Holm sang", None),
    ],
)
def test_a_person_keeps_title_and_organisation(text, detail):
    assert find_persons(text)[0].detail == detail


def test_a_false_bullet_inside_a_name_is_no_part_of_it():
    text = "Nyborg Kommunes Råd: Formand for rådet, Ida – Gjerskov (leder)"
    (found,) = find_persons(text, entry=True)
    assert found.norm == "Ida Gjerskov"


@pytest.mark.parametrize(
    ("text", "norms"),
    [
        ("mellem KL og Danske Regioner", ["Kommunernes Landsforening", "Danske Regioner"]),
        ("Sundheds- og Ældreministeriets tal", ["Sundheds- og Ældreministeriet"]),
        ("Fiskeristyrelsens vurdering", ["Fiskeristyrelsen"]),
        ("Miljø- og Fødevareklagenævnet afgjorde", ["Miljø- og Fødevareklagenævnet"]),
        ("KKR Midtjylland og Region Midtjyllands råd", ["KKR Midtjylland", "Region Midtjylland"]),
        ("Erhvervshus Fyns indsats", ["Erhvervshus Fyn"]),
        ("Socialtilsyn Syd førte tilsyn", ["Socialtilsyn Syd"]),
        ("Styrelsen for Arbejde og Trivsel har", ["Styrelsen for Arbejde og Trivsel"]),
        ("Odense Havn A/S", ["Odense Havn A/S"]),
        ("Aalborg Universitet og Skive Tekniske Skole", ["Aalborg Universitet", "Skive Tekniske Skole"]),
        ("fra PLO-Midtjylland", ["PLO-Midtjylland"]),
        ("DTU’s forskere", ["Danmarks Tekniske Universitet"]),
        ("Havneforum og Klimasekretariatet mødes", ["Havneforum", "Klimasekretariatet"]),
        ("Vandstyregruppen har besluttet", ["Vandstyregruppen"]),
    ],
)
def test_finds_organisations_under_their_full_names(text, norms):
    assert [found.norm for found in find_organisations(text)] == norms


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Bestyrelsen mødes",
        "Byrådet og Udvalget",
        "Sekretariatet og Styregruppen",
        "Fællessekretariatet skriver",
        "Voksenområdet",
        "EU-midler",
        "Erhvervshus Mio. kr.",
        "Kommunen",
        "KLAR til start",
        "Forskningsområdet",
    ],
)
def test_other_words_are_no_organisations(text):
    assert find_organisations(text) == []


def test_a_short_form_stands_for_the_name_it_is_defined_for():
    text = "Nordisk Havnenetværk (NHN) er nyt. Medlemmer af NHN mødes."
    forms = defined_short_forms([text])
    assert forms == {"NHN": "Nordisk Havnenetværk"}
    assert [(text[f.start : f.end], f.norm) for f in find_organisations(text, forms)] == [
        ("Nordisk Havnenetværk (NHN)", "Nordisk Havnenetværk"),
        ("NHN", "Nordisk Havnenetværk"),
    ]


@pytest.mark.parametrize(
    "text", ["Borgerstyret Personlig Assistance (BPA)", "den nye strategi (DNS)", "Havnen (2022)"]
)
def test_short_forms_of_other_things_are_no_organisations(text):
    assert defined_short_forms([text]) == {}


@pytest.mark.parametrize(
    ("text", "norms"),
    [
        ("Assens Kommune", ["Assens 420"]),
        ("Bornholms Regionskommunes byråd", ["Bornholm 400"]),
        ("Assens, Nyborg og Ærø kommuner", ["Assens 420", "Nyborg 450", "Ærø 492"]),
        ("kommunerne Assens og Nyborg", ["Assens 420", "Nyborg 450"]),
        ("571 Vejle, 630 Vejle 45", ["Vejle 630"]),
        ("højst 12 pct. (Lyngby- Taarbæk)", ["Lyngby-Taarbæk 173"]),
        ("borgmester i Greve", ["Greve 253"]),
        ("Assens / Nyborg / Ærø / Kerteminde", ["Assens 420", "Nyborg 450", "Ærø 492", "Kerteminde 440"]),
        ("Århus Kommune", ["Aarhus 751"]),
        ("Ventelisten er kortest på Fanø og i Norddjurs.", ["Fanø 563", "Norddjurs 707"]),
        ("Sidst kom Samsø og Struer med.", ["Samsø 741", "Struer 671"]),
        ("Flest flytter til Struer (4,2 pct.), færrest til Skive", ["Struer 671"]),
        ("Fire kommuner mangler. Skive og Struer følger til maj.", ["Skive 779", "Struer 671"]),
    ],
)
def test_finds_municipalities_with_official_name_and_code(text, norms):
    assert [found.norm for found in find_municipalities(text)] == norms


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Københavns Universitet",
        "Torvet 5, 5800 Nyborg",
        "motorvejen Assens-Nyborg",
        "tog til Aarhus og Odense",
        "Vejen til job",
        "Roskilde Festival",
        "mod København",
        "Nyborg Havn",
        "Halsnæs Bryghus",
        "banen fra Samsø Havn",
        "Kommunerne mødes. Odense den 4. maj",
        "Kommunen har kontor i Fanø",
        "Åbent hus i Skive (se side 4)",
    ],
)
def test_towns_and_names_inside_names_are_no_municipalities(text):
    assert find_municipalities(text) == []


@pytest.mark.parametrize("name", NO_TOWNS)
def test_a_name_that_no_town_has_is_one_of_a_municipality(name):
    assert find_municipality(name) is not None


def test_rows_of_a_table_hold_municipalities():
    lines = ["Kommune 2030 2031", "Assens 12 13", "", "450 Nyborg       -   4,5 %", "Ærø\t1\t2", "I alt 13 17"]
    assert [(line, found.norm) for line, found in find_in_rows(lines)] == [
        (1, "Assens 420"),
        (3, "Nyborg 450"),
        (4, "Ærø 492"),
    ]


def test_a_lone_line_with_a_town_is_no_row():
    assert list(find_in_rows(["Mødet holdes i", "Nyborg", "den 3. maj"])) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gruppen består af Ida Holm, Assens, og Per Dahl (V), Nyborg", ["Assens", "Nyborg"]),
        ("Til Ida Holm, Assens og Per Dahl, Ærø", ["Assens", "Ærø"]),
        ("Ida Holm, Odense Havn, deltager", []),
        ("Ida Holm og Assens", []),
        ("Ida Holm, Assensvej 4", []),
    ],
)
def test_a_name_between_commas_behind_a_person_is_the_municipality_they_are_from(text, names):
    assert printed(text, find_municipalities(text, find_persons(text))) == names


@pytest.mark.parametrize("lead", ["", "fx ", "f.eks. ", "bl.a. ", "herunder "])
def test_names_in_brackets_are_municipalities_with_words_of_example_before_them(lead):
    text = f"De mindste ({lead}Samsø og Læsø) venter"
    assert printed(text, find_municipalities(text)) == ["Samsø", "Læsø"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kontorerne ligger i Rønne, Herning, Horsens, Hillerød og Vordingborg.", []),
        ("Kontorerne ligger i Herning, Horsens, Hillerød, Vordingborg og Rønne.", []),
        ("Kontorerne placeres i Herning, Horsens, Hillerød og Vordingborg.", []),
        ("Med er Herning, Horsens, Hillerød og Vordingborg.", ["Herning", "Horsens", "Hillerød", "Vordingborg"]),
        ("Ribe samt kommunerne Herning, Horsens og Hillerød.", ["Herning", "Horsens", "Hillerød"]),
    ],
)
def test_a_list_with_other_towns_is_a_list_of_towns(text, names):
    assert [hit.norm.rsplit(" ", 1)[0] for hit in find_municipalities(text)] == names


@pytest.mark.parametrize(
    ("text", "norm"),
    [
        ("KKR SYDDANMARK", "KKR Syddanmark"),
        ("AALBORG UNIVERSITET", "Aalborg Universitet"),
        ("Brevet er fra KKR Midt.", "KKR Midtjylland"),
        ("Brevet er fra KKR Fyn.", "KKR Fyn"),
    ],
)
def test_a_body_goes_by_the_spelling_of_its_area(text, norm):
    assert [hit.norm for hit in find_organisations(text)] == [norm]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Med var Ida Holm og Niels Ågesen.", ["Ida Holm", "Niels Ågesen"]),
        ("Med var Niels Ågesen. Ida Holm talte.", ["Niels Ågesen", "Ida Holm"]),
        ("Med var Niels Bek.", ["Niels Bek"]),
        ("Med var Niels Chr. og flere.", []),
    ],
)
def test_a_name_may_end_the_sentence(text, names):
    assert [hit.norm for hit in find_persons(text)] == names


def test_bodies_joined_by_og_are_two():
    text = "Sekretariatet for Danske Havne og Business Region Vest mødes."
    assert [hit.norm for hit in find_organisations(text)] == [
        "Sekretariatet for Danske Havne",
        "Business Region Vest",
    ]


def test_the_next_body_of_a_list_is_no_short_form():
    assert [hit.norm for hit in find_organisations("Banedanmark, DSB, Arriva og KL er hørt.")] == [
        "Banedanmark",
        "DSB",
        "Arriva",
        "Kommunernes Landsforening",
    ]


def test_offices_in_the_plural_lead_to_a_list_of_municipalities():
    found = find_municipalities("Borgmestrene i Assens, Nyborg og Svendborg skrev under.")
    assert [hit.norm for hit in found] == ["Assens 420", "Nyborg 450", "Svendborg 479"]


def test_the_letter_of_a_party_in_a_row_ends_the_name():
    assert [hit.norm for hit in find_persons("Ida Holm A Assens medlem")] == ["Ida Holm"]
    assert [hit.norm for hit in find_persons("Ida B Holm")] == ["Ida B Holm"]


@pytest.mark.parametrize(
    "text",
    [
        "Ida Holm Arbejdsmarkedskontor Fyn",
        "Ida Holm Kongens Vænge 7",
        "Ida Holm Havnegade 7",
        "Ida Holm Økonomiafdelingen",
    ],
)
def test_an_office_or_an_address_on_the_line_is_no_part_of_the_name(text):
    assert [hit.norm for hit in find_persons(text)] == ["Ida Holm"]
