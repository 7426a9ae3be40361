"""Municipalities and regions: the official list and the spellings that packets use."""

from collections import Counter

import pytest

from schemas.places import (
    MUNICIPALITIES,
    REGIONS,
    find_municipality,
    find_region,
    municipality_by_code,
    municipality_spellings,
)


def test_the_list_holds_98_municipalities_with_codes_of_their_own():
    assert len({m.code for m in MUNICIPALITIES}) == len(MUNICIPALITIES) == 98


def test_the_regions_hold_as_many_municipalities_as_danmarks_statistik_says():
    assert Counter(m.region_code for m in MUNICIPALITIES) == {
        "1081": 11, "1082": 19, "1083": 22, "1084": 29, "1085": 17,
    }  # fmt: skip
    assert {m.region for m in MUNICIPALITIES} == {r.name for r in REGIONS}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("København", "101"),
        ("Københavns Kommune", "101"),
        ("KØBENHAVNS KOMMUNE", "101"),
        ("Aarhus", "751"),
        ("Århus Kommune", "751"),
        ("Ålborg", "851"),
        ("Aabenraa", "580"),
        ("Åbenrå Kommune", "580"),
        ("Nordfyn", "480"),
        ("Nordfyns Kommune", "480"),
        ("Bornholms Regionskommune", "400"),
        ("Bornholm", "400"),
        ("Vesthimmerland", "820"),
        ("Vesthimmerlands Kommunes", "820"),
        ("Lyngby-Tårbæk", "173"),
        ("Lyngby – Taarbæk", "173"),
        ("Høje Taastrup", "169"),
        ("Høje-Tåstrup Kommune", "169"),
        ("Brønderslev-Dronninglund", "810"),
        ("Ringkøbing-\u00adSkjern", "760"),
        ("Ringkøbing", "760"),
        ("Assens", "420"),
        ("Horsens Kommune", "615"),
        ("Roskildes", "265"),
        ("Ærø Kommune", "492"),
        ("Morsø", "773"),
    ],
)
def test_finds_a_municipality_by_the_spellings_of_packets(text, code):
    found = find_municipality(text)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    "text",
    ["", "Kommune", "Københavns Universitet", "Roskilde Festival", "Greve Strand Skole", "Region Sjælland",
     "101 København", "Sverige", "x" * 100_000],
)  # fmt: skip
def test_other_names_are_no_municipality(text):
    assert find_municipality(text) is None


def test_every_official_name_and_spelling_leads_back_to_its_municipality():
    for spelling, municipality in municipality_spellings().items():
        assert find_municipality(spelling) == municipality
        assert find_municipality(f"{municipality.name} Kommune") == municipality


@pytest.mark.parametrize(("code", "name"), [("306", "Odsherred"), ("0860", "Hjørring"), (" 101 ", "København")])
def test_finds_a_municipality_by_its_code(code, name):
    found = municipality_by_code(code)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("code", ["", "1", "411", "999", "1085"])
def test_a_code_that_is_none_finds_nothing(code):
    assert municipality_by_code(code) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Region Sjælland", "1085"),
        ("Region Sjællands", "1085"),
        ("region midt", "1082"),
        ("Hovedstaden", "1084"),
        ("Nordjylland", "1081"),
        ("Region Syddanmark", "1083"),
    ],
)
def test_finds_a_region(text, code):
    found = find_region(text)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("text", ["", "Region", "Fyn", "Region Skåne", "KKR Sjælland"])
def test_other_names_are_no_region(text):
    assert find_region(text) is None
