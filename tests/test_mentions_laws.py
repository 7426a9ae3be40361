"""Laws, bills and sections in running text."""

import pytest

from extractors.mentions.found import data_rows
from extractors.mentions.laws import bill_sessions, find_laws


def laws(text, sessions=None):
    return [(text[found.start : found.end], found.norm) for found in find_laws(text, sessions)]


@pytest.mark.parametrize(
    ("text", "printed", "norm"),
    [
        ("jf. LBK nr. 846 af 20/08/2019", "LBK nr. 846 af 20/08/2019", "LBK 846 2019-08-20"),
        ("BEK nr. 42 af 3. maj 2020 om tilsyn", "BEK nr. 42 af 3. maj 2020", "BEK 42 2020-05-03"),
        ("lov nr. 1531 af 21. december 2010", "lov nr. 1531 af 21. december 2010", "LOV 1531 2010-12-21"),
        ("lovbekendtgørelse nr. 7 af 1. juli 2021", "lovbekendtgørelse nr. 7 af 1. juli 2021", "LBK 7 2021-07-01"),
        (
            "bekendtgørelse nr. 12 af den 2. juni 2022",
            "bekendtgørelse nr. 12 af den 2. juni 2022",
            "BEK 12 2022-06-02",
        ),
        ("cirkulære nr. 9 af 4. maj 2015", "cirkulære nr. 9 af 4. maj 2015", "CIR 9 2015-05-04"),
        (
            "LBK nr. 3 af 01/07/2021 jf. § 66, stk. 1 nr. 2",
            "LBK nr. 3 af 01/07/2021 jf. § 66, stk. 1 nr. 2",
            "LBK 3 2021-07-01",
        ),
        ("efter serviceloven § 140 stk. 2", "serviceloven § 140 stk. 2", "serviceloven § 140 stk. 2"),
        (
            "jf. integrationslovens § 7, stk. 1, at",
            "integrationslovens § 7, stk. 1",
            "integrationsloven § 7 stk. 1",
        ),
        ("efter §§ 95 og 96 i serviceloven.", "§§ 95 og 96 i serviceloven", "serviceloven §§ 95, 96"),
        (
            "efter § 66, stk. 1, nr. 1 - 3, i serviceloven4.",
            "§ 66, stk. 1, nr. 1 - 3, i serviceloven",
            "serviceloven § 66 stk. 1 nr. 1-3",
        ),
        (
            "lov om social service §§ 83-87, 97, 98",
            "lov om social service §§ 83-87, 97, 98",
            "lov om social service §§ 83-87, 97, 98",
        ),
        ("botilbud (SEL § 107)", "SEL § 107", "serviceloven § 107"),
        ("(jf. SUL, §205)", "SUL, §205", "sundhedsloven § 205"),
        ("servicelovens § 151a.", "servicelovens § 151a", "serviceloven § 151a"),
        ("takstbekendtgørelsens § 8", "takstbekendtgørelsens § 8", "takstbekendtgørelsen § 8"),
        ("efter autorisationsloven kan", "autorisationsloven", "autorisationsloven"),
        ("lov om socialtilsyn lægges til grund", "lov om socialtilsyn", "lov om socialtilsyn"),
        ("en ny lov om havne, der gælder", "lov om havne", "lov om havne"),
        (
            "lov om flytning af 12 styrelser omkring",
            "lov om flytning af 12 styrelser",
            "lov om flytning af 12 styrelser",
        ),
        ("§ 66, stk. 1, nr. 1 Almen familie", "§ 66, stk. 1, nr. 1", "§ 66 stk. 1 nr. 1"),
        ("direktiv 2014/24/EU om udbud", "direktiv 2014/24/EU", "direktiv 2014/24/EU"),
        ("barnets lov § 32", "barnets lov § 32", "barnets lov § 32"),
    ],
)
def test_reads_the_law_and_its_norm(text, printed, norm):
    assert laws(text) == [(printed, norm)]


def test_a_law_with_a_short_name_in_brackets_goes_by_it():
    text = "lov om havne og sluser (havneloven). Efter havnelovens § 3"
    assert [norm for _, norm in laws(text)][-2:] == ["havneloven", "havneloven § 3"]


def test_several_laws_of_one_sentence_are_found_each():
    text = "arkivloven, offentlighedsloven samt forvaltningslovens regler"
    assert [norm for _, norm in laws(text)] == ["arkivloven", "offentlighedsloven", "forvaltningsloven"]


def test_a_bill_takes_its_session_from_the_address_in_the_document():
    text = "L 77 Forslag til lov om ændring af havneloven (Nye gebyrer m.v.) blev vedtaget"
    sessions = bill_sessions("se https://www.ft.dk/samling/20231/lovforslag/L77/index.htm")
    assert laws(text, sessions) == [
        ("L 77 Forslag til lov om ændring af havneloven (Nye gebyrer m.v.)", "L 77 2023-24")
    ]
    assert laws(text)[0][1] == "L 77"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "det fremgår af loven",
        "få lov om at se",
        "§ Analysere løn",
        "efter lovens bestemmelser",
        "hele forløbet",
        "vejledning nr. 3 af flere",
        "de lov om, at det bliver bedre",
    ],
)
def test_other_words_are_no_laws(text):
    assert laws(text) == []


def test_a_bill_may_open_the_sentence():
    assert [hit.norm for hit in find_laws("Lovforslag L 123 er vedtaget.")] == ["L 123"]


def test_every_listed_law_holds_the_word_that_laws_are_looked_for_by():
    assert [row["name"] for row in data_rows("laws.csv") if "lov" not in row["name"].lower()] == []
