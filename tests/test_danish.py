"""The Danish pipeline: numbers with units, comparators, counted nouns, times, words that are signs."""

import itertools
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.language.analysis import Analysis
from extractors.language.counting import counted_unit
from extractors.language.danish import analyse
from extractors.language.periods import find_times
from extractors.language.quantities import find_quantities
from extractors.language.stems import stem
from schemas.language import lexicon


def one(text: str) -> Analysis:
    return next(analyse([text]))


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("Mindst 65 pct. af kunderne svarer", ">="),
        ("Der laves minimum 12 besøg", ">="),
        ("Ordningen geares min. med en faktor 1,75", ">="),
        ("Målet var min. 3. Resultatet blev 5.", ">="),
        ("som minimum 40 pct. af kunderne", ">="),
        ("65 pct. eller derover er tilfredse", ">="),
        ("Ventetiden er højst 14 dage", "<="),
        ("en afvigelse på maks. 8 %", "<="),
        ("Der må maksimalt gå 30 dage", "<="),
        ("op til 25 forløb", "<="),
        ("inden for 10 dage", "<="),
        ("3 klager eller færre", "<="),
        ("mere end 70 pct. er tilfredse", ">"),
        ("over 70 pct. er tilfredse", ">"),
        ("Der må ikke komme mere end 10 klager", "<="),
        ("Der må ikke være under 4 kurser", ">="),
        ("færre end 5 klager", "<"),
        ("under 5 pct. klager", "<"),
        ("præcis 5 klager", "="),
        ("I 2031 vurderer 65 pct. af kunderne", None),
        ("ikke mindst 65 pct. af kunderne", None),
        ("Rådgivning over for kunderne gav 12 forløb", None),
    ],
)
def test_the_comparator_beside_a_number_is_read(text: str, comparator: str | None) -> None:
    assert one(text).quantities[0].comparator == comparator


@pytest.mark.parametrize(
    ("text", "value", "unit", "counted"),
    [
        ("i alt 1.240 korte forløb i 2031", "1240", "forløb", "korte forløb"),
        ("skal gennemføre 35 vækstplaner", "35", "vækstplaner", "vækstplaner"),
        ("opretter tre særlige faglige netværk for", "3", "netværk", "særlige faglige netværk"),
        ("laves én strategisk indsats", "1", "indsats", "strategisk indsats"),
        ("femogtyve virksomheder deltog", "25", "virksomheder", "virksomheder"),
        ("mindst 80 virksomheders forløb", "80", "virksomheder", "virksomheders"),
        ("400 lange vejledningsforløb", "400", "forløb", "lange vejledningsforløb"),
        ("507 vækst- og driftsforløb", "507", "forløb", "vækst- og driftsforløb"),
        ("Antallet af vejledte kunder blev 1.104 i alt", "1104", "kunder", "vejledte kunder"),
        ("tilsagn for 19 mio. kr. i år", "19", "mio. kr.", None),
        ("er -2,33 procentpoint lavere", "-2.33", "procentpoint", None),
        ("med 5 procentpoint2 mere", "5", "procentpoint", None),
        ("36% af dem", "36", "%", None),
        ("toogfyrre procent af dem", "42", "%", None),
        ("har besøgt 138 ejendomme siden nytår", "138", "ejendomme", "ejendomme"),
        ("16 elever ad gangen", "16", "elever", "elever"),
        ("400 ekstra besøg", "400", "besøg", "ekstra besøg"),
        ("tre fælles huse", "3", "huse", "fælles huse"),
        ("grænsen er fire dage", "4", "dage", "dage"),
        ("giver mindst seks på en skala fra et til ti", "6", None, None),
        ("36 % af dem", "36", "%", None),
    ],
)
def test_numbers_come_with_unit_and_counted_noun(text: str, value: str, unit: str, counted: str | None) -> None:
    quantity = one(text).quantities[0]
    assert (quantity.value, quantity.unit, quantity.counted) == (Decimal(value), unit, counted)


def test_a_range_keeps_both_ends() -> None:
    quantity = one("et forløb for 15-20 virksomheder").quantities[0]
    assert (quantity.value, quantity.high) == (15, 20)


@pytest.mark.parametrize(
    "text",
    [
        "se bilag 3 og mål 4",
        "mål 1, 3 og 7 er nået",
        "mødet den 12. marts 2031",
        "den 31.12.31 kl. 9.30",
        "aftalen er 3-årig og følger CO2-planen",
        "under covid-19 blev kun",
        "et ældre F-16 fly",
        "jf. § 140 stk. 2",
        "to år efter endt vejledning",
        "i perioden 2028-2031",
        "forholdet er 1:1",
        "de syv strategiske mål",
        "i uge 14 til 17",
        "på en skala fra et til ti",
        "på én gang",
    ],
)
def test_numbers_that_count_nothing_are_left_out(text: str) -> None:
    assert not [q for q in one(text).quantities if q.unit or q.counted or q.comparator]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("19 afholdt", None),
        ("19 afholdt i foråret", None),
        ("Af dem har 19 afholdt", None),
        ("19 kurser", "kurser"),
    ],
)
def test_a_noun_is_counted_and_neither_participle_nor_adjective(text: str, counted: str | None) -> None:
    assert [q.counted for q in one(text).quantities] == [counted]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Måltal 2 og 3 er ikke nået.", []),
        ("Måltal 4 er dermed opfyldt.", []),
        ("Indikator 7 og 9 blev vedtaget sidst.", []),
        ("Indsatsområde 2 følges af et udvalg.", []),
        ("Måltal 20 og resultat 18", [20, 18]),
        ("Måltal 12 besøg", [12]),
        ("Måltal 3 og 4 pct.", [3, 4]),
    ],
)
def test_the_number_of_a_goal_counts_nothing(text: str, values: list[int]) -> None:
    assert [q.value for q in one(text).quantities] == values


@pytest.mark.parametrize(
    ("text", "year", "label"),
    [
        ("i efteråret 2031 er", 2031, "efteråret 2031"),
        ("i efteråret 20311 er", 2031, "efteråret 2031"),
        ("efter første halvår 2031", 2031, "første halvår 2031"),
        ("opgjort pr. 31.12.31", 2031, "31.12.31"),
        ("i RK31 er målet", 2031, "RK31"),
        ("1. kvartal 2032", 2032, "1. kvartal 2032"),
        ("efter første halvår er", None, "1. halvår"),
        ("strategien 2028-2031", None, "2028-2031"),
    ],
)
def test_times_are_read_with_their_year(text: str, year: int | None, label: str) -> None:
    (time,) = find_times(text)
    assert (time.year, time.label) == (year, label)


@pytest.mark.parametrize(
    ("word", "sign"),
    [
        ("målet", "goal"),
        ("måltallet", "goal"),
        ("målsætningen", "goal"),
        ("delmålet", "goal"),
        ("andelsmål", "goal"),
        ("målopfyldelsen", "fulfilment"),
        ("resultatet", "result"),
        ("opfyldt", "fulfilled"),
        ("indfriet", "reached"),
        ("skal", "aim"),
        ("gennemført", "outcome"),
        ("forventer", "expected"),
        ("foreslås", "proposal"),
        ("ikke", "negation"),
        ("steget", "change_up"),
        ("driftssegmentet", "segment:drift"),
        ("vækstsegmentets", "segment:vækst"),
        ("vækst", "bare:vækst"),
        ("regionale", "level:regional"),
    ],
)
def test_words_are_signs(word: str, sign: str) -> None:
    assert sign in lexicon().signs(word)


@pytest.mark.parametrize("word", ["målgruppe", "målrettet", "formålet", "måling", "vækstplan", "driftsomkostning"])
def test_words_that_only_look_alike_are_no_signs(word: str) -> None:
    signs = lexicon().signs(word)
    assert not signs & {"goal", "segment:vækst", "segment:drift"}


@pytest.mark.parametrize(
    ("one_form", "other_form"),
    [
        ("virksomhedernes", "virksomheder"),
        ("tilfredse", "tilfreds"),
        ("vejledning", "vejledningen"),
        ("forløbene", "forløb"),
        ("handlingsplaner", "handlingsplan"),
        ("henvisningen", "henvise"),
        ("afvigelsen", "afvige"),
        ("vejledningen", "vejledte"),
    ],
)
def test_forms_of_a_word_have_one_stem(one_form: str, other_form: str) -> None:
    assert stem(one_form) == stem(other_form)


@pytest.mark.parametrize(
    ("noun", "unit"),
    [("lange vejledningsforløb", "forløb"), ("virksomhedsbesøg", "besøg"), ("cases", "cases"), (None, None)],
)
def test_a_compound_counts_what_it_ends_in(noun: str | None, unit: str | None) -> None:
    assert counted_unit(noun) == unit


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_can_be_tagged(text: str) -> None:
    analysis = one(text)
    for quantity in analysis.quantities:
        assert 0 <= quantity.start < quantity.end <= len(analysis.text)
        assert 0 <= quantity.first <= quantity.last < len(analysis.tokens)


@given(st.text(alphabet="0123456789., -–%½krpct/§æ", max_size=80))
def test_figures_stand_in_order_and_inside_the_text(text: str) -> None:
    figures = find_quantities(text)
    assert all(0 <= f.start < f.end <= len(text) for f in figures)
    assert all(a.end <= b.start for a, b in itertools.pairwise(figures))
