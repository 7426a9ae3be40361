"""Where Danish sentences end."""

import pytest

from extractors.text.sentences import ends_abbreviated, opens_sentence, sentence_bounds


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_bounds(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Udvalget mødes den 7. januar og den 1. Maj.",
        "Reglerne findes i § 140, stk. 2, nr. 3, jf. Lov om social service.",
        "Det gælder bl.a. Odder, f.eks. Skive og hhv. Morsø m.fl. kommuner.",
        "Der er afsat 24,5 mio. kr. til formålet, ca. 3 pct. mere end i fjor.",
        "Målet var min. 2 omtaler.",
        "Se pkt. 2.8 og pkt. 3.1 i referatet.",
        "Mødet holdes kl. 13.00 – 16.00 i Vejle.",
        "Opgjort pr. 30.6 2021 for alle kommuner.",
        "2.4. Orienteringssag: Status for de unge",
        "A. Hvad skal pengene bruges til",
        "Formand er J. Hansen og næstformand P. Lund.",
        "Højst: 17,3 pct. (Odder)",
        "Bidraget er 4 mio. DKK om året.",
        "Indholdsfortegnelse .................... 3",
        "adm. direktør, tlf. 12 34 56 78, CVR-nr. 12345678",
        "”Er det nok?” spørger udvalget.",
        "Vi ved det godt... og vi gør noget ved det",
    ],
)
def test_points_that_end_no_sentence(text):
    assert cut(text) == [text]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Budgettet er vedtaget.", "Det gælder fra i dag."],
        ["Det sker i 2024.", "Kommunerne betaler."],
        ["Se bilag 1.", "Tallene er foreløbige."],
        ["Ejeren er Sundets Vand A/S.", "Per Bro er formand."],
        ["Det følger af § 8, stk. 1.", "Styrelsen anbefaler en aftale."],
        ["Der er brugt 4 mio. kr.", "Udgifterne stiger."],
        ["Flere unge kom i job, uddannelse mv.", "Direktionen er tilfreds."],
        ["Er der nok?", "Det mener KKR."],
        ["Han sagde: ”Det er nok.”", "Så gik han."],
        ["Kvaliteten er høj.12", "Den er stigende."],
        ["Sagen ligger hos KL.", "Bestyrelsen behandler den."],
        ["De er placeret i.", "Som det fremgår, er der plads."],
        ["Målet var 75%.", "Resultatet blev 94%."],
        ["Det er vigtigt!", "26 kommuner er med."],
    ],
)
def test_points_that_end_a_sentence(sentences):
    assert cut(" ".join(sentences)) == sentences


def test_bounds_leave_out_the_white_space_between():
    assert sentence_bounds("En.  To.") == [(0, 3), (5, 8)]
    assert sentence_bounds("") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("jf.", True), ("12 mio.", True), ("CVR-nr.", True), ("KL.", False), ("slut.", False), ("jf", False)],
)
def test_an_abbreviation_at_the_end(text, expected):
    assert ends_abbreviated(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Det er godt", True),
        ("Det Nationale Råd", False),
        ("I alt er der", True),
        ("Odder er med", False),
        ("det er", False),
    ],
)
def test_a_small_word_with_a_capital_opens_a_sentence(text, expected):
    assert opens_sentence(text) is expected
