"""Hyphens at line ends: soft, real, suspended; words cut without one."""

import pytest
from made_documents import text_document

from extractors.text.joining import join_lines, passages
from extractors.text.vocabulary import count_words


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        # soft
        (["regionens erhvervs-", "uddannelser"], "regionens erhvervsuddannelser"),
        (["den lang-", "", "sigtede plan"], "den langsigtede plan"),
        (["en vedva- ", "rende indsats"], "en vedvarende indsats"),
        (["kommu\u00ad", "nerne"], "kommunerne"),
        (["over\u00adordnede mål"], "overordnede mål"),
        (["SAMARBEJDS-", "AFTALEN"], "SAMARBEJDSAFTALEN"),
        (["for bor-", "ge-", "re"], "for borgere"),
        # real: a name, an abbreviation, a digit, a single letter
        (["Faaborg-", "Midtfyn"], "Faaborg-Midtfyn"),
        (["(Lyngby-", "Taarbæk)"], "(Lyngby-Taarbæk)"),
        (["Høje-", "Taastrup Kommune"], "Høje-Taastrup Kommune"),
        (["nye EU-", "midler"], "nye EU-midler"),
        (["flere SOSU-", "elever"], "flere SOSU-elever"),
        (["K17-", "kredsen"], "K17-kredsen"),
        (["CO2-", "udledning"], "CO2-udledning"),
        (["it-", "systemer"], "it-systemer"),
        (["e-", "handel"], "e-handel"),
        (["0-17-", "årige"], "0-17-årige"),
        (["3-", "årig aftale"], "3-årig aftale"),
        (["perioden 2018-", "2022"], "perioden 2018-2022"),
        (["kl. 8.00-", "9.30"], "kl. 8.00-9.30"),
        (["Veje 2030–", "2031"], "Veje 2030–2031"),
        (["i 2030 –", "2031 kommer"], "i 2030 – 2031 kommer"),
        (["den 22/3-", "2022"], "den 22/3-2022"),
        # suspended
        (["børne-", "og ungeområdet"], "børne- og ungeområdet"),
        (["syge-", "eller hjemmepleje"], "syge- eller hjemmepleje"),
        (["drifts-", "samt anlægsudgifter"], "drifts- samt anlægsudgifter"),
        (["0-", "og 1-årige"], "0- og 1-årige"),
        (["ældre- og", "sundhedsområdet"], "ældre- og sundhedsområdet"),
        # both kinds in one word
        (["Ikast-Brande-om-", "rådet"], "Ikast-Brande-området"),
        # not conjunctions
        (["lige-", "som regionen"], "ligesom regionen"),
        (["ind-", "til videre"], "indtil videre"),
        # dashes and slashes
        (["i 2019 –", "og senere"], "i 2019 – og senere"),
        (["kommuner/", "regioner"], "kommuner/regioner"),
        (["KDM /", "Dansk Industri"], "KDM / Dansk Industri"),
        (["-", "alene"], "- alene"),
        (["", "  ", ""], ""),
    ],
)
def test_lines_are_joined_as_danish_spelling_wants(lines, joined):
    assert join_lines(lines) == joined


@pytest.mark.parametrize(
    ("known", "lines", "joined"),
    [
        ("under corona-krisen", ["under corona-", "krisen"], "under corona-krisen"),
        ("under coronakrisen", ["under corona-", "krisen"], "under coronakrisen"),
        ("en ny-godkendt familie", ["to ny-", "godkendte familier"], "to ny-godkendte familier"),
        ("de nygodkendte og nyansatte", ["to ny-", "valgte medlemmer"], "to nyvalgte medlemmer"),
        ("af en vis varighed nu", ["af længere varig -", "hed"], "af længere varighed"),
        ("der er en varighed men ikke", ["det var en -", "men ikke to"], "det var en - men ikke to"),
        ("praktikvejledning i kommunen", ["PRAKTIK-", "VEJLEDNING"], "PRAKTIKVEJLEDNING"),
    ],
)
def test_the_words_of_the_document_decide_what_spelling_leaves_open(known, lines, joined):
    assert join_lines(lines, count_words([f"x {known} x"])) == joined


CUT = """\
Den samlede mobilitet i regionen afhænger af de nye pendlerparke
ringer og af samarbejdet med trafikselskabet om en bedre\x20
sammenhæng i hele regionens trafik. Den kollek
tive trafik skal styrkes i alle kommuner, og det kræver\x20
investeringer i nye motor
veje og i jernbanen, som er presset.

Her ses den kollektive trafik og de store motorveje i kort form,\x20
og der er mange nye pendlerparkeringer ved hver station i\x20
regionen, siger udvalget.
"""


def test_words_cut_without_a_hyphen_are_joined_where_the_document_proves_it():
    text = " ".join(p.text for p in passages(text_document(CUT)))
    assert "pendlerparkeringer og" in text
    assert "Den kollektive trafik skal" in text
    assert "nye motorveje og" in text


def test_a_line_that_ends_in_a_space_was_not_cut():
    page = CUT.replace("parke\n", "parke \n")
    text = " ".join(p.text for p in passages(text_document(page)))
    assert "pendlerparke ringer" in text


def test_without_printed_spaces_at_line_ends_only_whole_words_are_seen():
    page = "Udvalget drøftede den grønne\nomstilling i kommunen og de nye\ngrønneomstilling findes ikke her\n"
    text = " ".join(p.text for p in passages(text_document(page)))
    assert "grønne omstilling i" in text


@pytest.mark.parametrize(
    ("word", "alone"),
    [("kyst", True), ("Kyst", True), ("vej", False), ("havn", False), ("kysten", False), ("bro", False)],
)
@pytest.mark.parametrize("asked_before", [[], ["a", "b", "c", "d"]])
def test_a_word_inside_a_line_stands_alone(word: str, alone: bool, asked_before: list[str]) -> None:
    words = count_words(["vej kyst havn", "havn kystvej bro-kysten vej"])
    for other in asked_before:
        words.stands_alone(other)
    assert words.stands_alone(word) is alone
