"""Quick questions that are asked before costly ones: they let pass whatever the rule behind them takes."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_documents import text_document

from extractors.goals import (
    abreast,
    breakdowns,
    candidates,
    dashboards,
    fields,
    flattened,
    inline,
    likeness,
    marks,
    parts_told,
    points,
    reading,
    rejected,
    sheet_labels,
    spelled,
    spoken,
    tallies,
)
from extractors.goals.headings import heading
from extractors.goals.lines import lines_with
from extractors.language import danish, periods
from extractors.text.markers import BULLETS, WEAK_BULLETS, read_marker
from schemas.goal_tables import goal_table_words
from schemas.language import lexicon
from schemas.packet import Packet
from schemas.word_lists import Remembered


def _entries(*heads: str) -> set[str]:
    """The entries of these lists of heads, as they are printed."""
    data = tomllib.loads((files("schemas") / "data" / "goal_tables.toml").read_text(encoding="utf-8"))
    return {entry.strip("*") for head in heads for entry in data["heads"][head]}


AROUND = st.text(alphabet="aåbx5- .,()\t«\u00a0", max_size=4)


@given(before=AROUND, phrase=st.sampled_from(lexicon().goal_phrases), behind=AROUND)
def test_a_text_with_a_phrase_of_goals_holds_a_word_of_one(before: str, phrase: str, behind: str) -> None:
    assert spoken.said(before + phrase + behind) & spoken.SIGN[f"in:phrase:{phrase}"]


@pytest.mark.parametrize("phrase", lexicon().goal_phrases)
def test_every_phrase_of_goals_is_found(phrase: str) -> None:
    assert spoken.speaks_of_goal(f"Havnen, {phrase} kajen")


@pytest.mark.parametrize("text", ["krav de stiller om", "senest havnen i", "havnen"])
def test_the_words_of_a_phrase_apart_are_none(text: str) -> None:
    assert not spoken._has_phrase(text.lower, spoken.said(text))


@given(before=AROUND, word=st.sampled_from(lexicon().bounding_words), behind=AROUND)
def test_a_text_with_a_bound_holds_a_word_of_one(before: str, word: str, behind: str) -> None:
    assert spoken.said(before + word + behind) & spoken.SIGN["in:bound"]


@pytest.mark.parametrize("word", sorted(lexicon().counting))
def test_a_text_with_a_word_that_counts_is_told_to_hold_one(word: str) -> None:
    assert spoken.said(f"ved ({word}) havne") & spoken.SIGN["in:counting"]


@pytest.mark.parametrize("text", ["vil nå 40 ture", "(nå 7)", "Nul-vision", "en nul-løsning"])
def test_an_open_hint_is_found(text: str) -> None:
    assert spoken.hints(text)


@pytest.mark.parametrize(
    "text",
    [
        "Planen rummer følgende delmål",
        "Der er aftalt tre måltal",
        "Havnen har disse ambitioner.",
        "De har sat sig nogle LØFTER",
        "Fundamentet er følgende pejlemærker",
    ],
)
def test_an_announcement_is_found(text: str) -> None:
    assert spoken.announces(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("målet er 40 ture", True),
        ("(målet)", True),
        ("klima-mål/kravene", True),
        ("færgen sejler", False),
        ("", False),
    ],
)
def test_the_signs_of_a_text_are_those_of_its_words(text: str, told: bool) -> None:
    assert bool(spoken.said(text) & spoken.SIGN["goal"]) is told


def test_words_are_asked_once() -> None:
    asked: list[str] = []

    def tell(word: str) -> frozenset[str]:
        asked.append(word)
        return frozenset({word})

    told = Remembered(tell)
    assert (told["bro"], told["bro"], told["havn"]) == ({"bro"}, {"bro"}, {"havn"})
    assert asked == ["bro", "havn"]


@pytest.mark.parametrize("mark", [*BULLETS, *WEAK_BULLETS, "iix.", "(xxv)", "vvi)"])
def test_a_label_behind_any_mark_without_a_rank_is_looked_at(mark: str) -> None:
    line = f"{mark} Måltal"
    marker = read_marker(line)
    if marker is not None and marker.rank == 0:
        assert fields.fields_of(line, 0)[1]


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("Måltal: 40 ture", ["Måltal"]),
        ("Måltal 40 ture", ["Måltal"]),
        ("Krav\t40 ture", ["Krav"]),
        ("Måltal 2031", []),
        ("for turene. Krav: 40 ture. Resultat: 38 ture", ["Krav", "Resultat"]),
        ("krav til turene", []),
        ("o Krav: 40 ture", ["Krav"]),
        ("Seneste måling (3. kvartal 2031): 38 ture", ["Seneste måling (3. kvartal 2031)"]),
        ("Resultat pr. 1. oktober: 38 ture", ["Resultat pr. 1. oktober"]),
    ],
)
def test_the_labels_of_a_line(line: str, labels: list[str]) -> None:
    assert [field.label for field in fields.fields_of(line, 0)[1]] == labels


@pytest.mark.parametrize("number", ["1a)", "(2)", "2.1", "12.12a):", "b)", "c:", "D", "E.4", "e", "7."])
@pytest.mark.parametrize("rest", ["", " Krav: 40 ture"])
def test_a_point_begins_wherever_its_number_does(number: str, rest: str) -> None:
    text = number + rest
    assert points._NUMBER.match(text)
    assert points._may_begin(text)


@pytest.mark.parametrize("text", ["Havnen", "af ture", "på"])
def test_no_point_begins_with_a_word(text: str) -> None:
    assert not points._may_begin(text)


@pytest.mark.parametrize("text", ["54 (måltal: 50)", "Færger 54 [plan 50 mest]", "8 ture (krav mindst ½)"])
def test_a_bracket_of_a_target_begins_with_a_word_and_holds_a_number(text: str) -> None:
    assert inline._BRACKETED.match(text)
    assert inline._BRACKET.search(text)


@pytest.mark.parametrize(
    "text",
    ["Kajen: mål 10 min., resultat 8,9 min.", "Kajen 9 / mål 10", "Kajen (mål: 10): 9", "Kajen: mål ½, nået ¼"],
)
def test_a_line_of_target_and_result_holds_two_numbers(text: str) -> None:
    assert any(rule.fullmatch(text) for rule in (spelled._TWO, spelled._VALUE_FIRST, spelled._AIM_FIRST))
    assert spelled._TWO_NUMBERS.search(text)


@pytest.mark.parametrize("text", ["Mål: 4 Krav: 5", "Måltal≥4 Måltal≥5", "Mål ≤ 4"])
def test_aims_side_by_side_have_a_sign_behind_their_labels(text: str) -> None:
    if dashboards._AIM_START.search(text):
        assert dashboards._SIGN.search(text)


@pytest.mark.parametrize("text", ["a\tb", "a|b", "a | b"])
def test_a_gap_between_cells_is_seen(text: str) -> None:
    assert flattened._GAP.search(text)
    assert flattened._PARTED.search(text)


@pytest.mark.parametrize("text", ["a\tb", "a  b", "a|b"])
def test_a_gap_in_a_line_of_cells_is_seen(text: str) -> None:
    assert spelled._GAP.search(text)
    assert spelled._PARTED.search(text)


@pytest.mark.parametrize(
    "words", [("Mål", "Resultat"), ("Krav", "Opnået"), ("Måltal", "Realiseret"), ("Lovet", "Nået")]
)
def test_words_of_target_and_result_are_of_their_lists(words: tuple[str, str]) -> None:
    assert [heading((word,)).kind for word in words] == ["aim", "outcome"]
    named = [goal_table_words().named(word.lower()) for word in words]
    assert named[0] & spelled._AIM
    assert named[1] & spelled._OUTCOME


@pytest.mark.parametrize("text", ["Måltal for havnen er:", "Måltal", "MÅLTAL : ", "Succeskriterierne er:"])
def test_what_leads_in_a_list_of_goals_ends_as_the_others_do(text: str) -> None:
    assert marks._LEAD.search(text)
    assert text.rstrip()[-6:].lower().endswith(marks._LEADS)


@pytest.mark.parametrize("label", sorted(lexicon().labels))
def test_every_label_is_found(label: str) -> None:
    mark = sheet_labels.label_mark(3, f"{label}: 40 ture", 0, "1")
    assert mark is None or mark.label == lexicon().labels[label]
    assert (mark is None) == (sheet_labels.LABEL.match(f"{label}: 40 ture") is None)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Havnen voksede Målet er 40 ture", 2),
        ("Der er 12 ture Resultatet var 14 ture", 2),
        ("Havnen voksede.Den fik en kaj", 2),
        ("De nåede 12 pct. Havnen voksede", 2),
        ("De nåede 12 pct. af turene", 1),
        ("Havnens Mål", 1),
    ],
)
def test_sentences_without_a_space_or_stop_between_them(text: str, sentences: int) -> None:
    assert reading._may_be_glued(text) or sentences == 1
    assert len(list(reading._GLUED_SENTENCE.finditer(text))) == sentences - 1


@pytest.mark.parametrize(("text", "goals"), [("mål 3 og Mål nr. 12 nås", {"3", "12"}), ("målet er 3", set())])
def test_the_goals_that_a_text_names(text: str, goals: set[str]) -> None:
    assert reading._named(text) == goals


@pytest.mark.parametrize(
    "text", ["i 2031", "30.6.2031", "RK31", "rk 2031", "1. halvår", "første halvår", "pr. 1/7-31"]
)
def test_a_text_that_names_a_time_is_looked_at(text: str) -> None:
    assert len(periods.find_times(text)) == 1


@pytest.mark.parametrize(
    "text", ["Vi lovede    Det blev til", "  Vi lovede \t Det blev til ", "Vi lovede \u00a0 Det blev til"]
)
def test_heads_of_columns_side_by_side_have_a_gap_between_them(text: str) -> None:
    assert abreast._TWO.fullmatch(text.rstrip())
    assert abreast._GAP.search(text.strip())


@pytest.mark.parametrize(
    ("text", "places"), [("Højest i Nord og lavest i Syd", [0, 4]), ("Der er højst 40 ture", []), ("", [])]
)
def test_superlatives_of_a_sentence(text: str, places: list[int]) -> None:
    (analysis,) = danish.analyse([text])
    assert parts_told.extremes(analysis) == places


@pytest.mark.parametrize(
    ("line", "holds"),
    [("Kaj 7", True), ("Kaj½", True), ("Bro Ⅳ", True), ("m²", True), ("Kajen", False), ("", False)],
)
def test_lines_that_hold_a_number(line: str, holds: bool) -> None:
    assert (0 in lines_with(Packet(text_document(f"{line}\nHavnen\n")), "number")) is holds


@pytest.mark.parametrize("line", ["Lilleby 14", "Storby: 9,5 %", "Havnen 12 pct."])
def test_an_entry_of_a_list_holds_a_number(line: str) -> None:
    assert tallies._row(line)
    assert 0 in lines_with(Packet(text_document(f"{line}\n")), "number")


@pytest.mark.parametrize(
    "text",
    ["506 ud af årets 1.000", "7 af kontraktens 9", "40 af et mål på 50", "3 af de lovede 4", "8 af aftalte 9"],
)
def test_what_a_number_is_out_of_is_seen(text: str) -> None:
    assert inline._OUT_OF.match(text)
    assert any(word in text for word in inline._OF_AIMS)


@pytest.mark.parametrize(
    "text",
    [
        "Dette mål er opfyldt", "Målsætningen er næsten nået", "Det krav er ikke indfriet", "Kravet blev overholdt",
        "Denne ambitionen er opfyldt", "Loftet er overskredet", "måltallet var opnået",
    ],
)  # fmt: skip
def test_a_claim_is_seen(text: str) -> None:
    assert reading._claims(text) == (reading._CLAIM.match(text) is not None)


@pytest.mark.parametrize(
    "text",
    [
        "Det blev ikke vedtaget", "Ikke taget med", "Et udvalg foreslog 40, men", "Forslaget om 40 var, men",
        "Der blev drøftet 40, men", "Vi overvejede 40, men", "Der var oprindeligt på tale",
        "De ville gerne have 40, men",
        "Rådet anbefalede 40, men", "Der var et ønske om 40, men", "Det er på tale",
        "Det blev senere strøget", "Det er fondens eget mål", "men det er nævnet, der afgør det",
    ],
)  # fmt: skip
def test_what_is_turned_down_is_seen(text: str) -> None:
    told = any(pattern.search(text) for _, pattern in rejected._TURNED_DOWN)
    assert rejected._is_turned_down(text, text.lower()) is told


@pytest.mark.parametrize("entry", sorted(_entries("aimed", "aim", "maybe_aim", "method")))
def test_the_label_of_an_aim_holds_a_word_of_one(entry: str) -> None:
    if heading((entry,)).kind in fields._AIMING:
        packet = Packet(text_document(f"{entry}\n"))
        assert lines_with(packet, "aim") | lines_with(packet, "method")


@given(before=AROUND, word=st.sampled_from(["skal", "målet", "mindst", "sætter"]), behind=AROUND)
def test_a_line_that_owes_holds_a_word_that_tells_so(before: str, word: str, behind: str) -> None:
    line = f"{before}{word}{behind}"
    if spoken.may_owe([line]):
        assert any(map(spoken.may_tell_owed, line.split()))


LABELS = st.sampled_from(
    ["punkt ", "Mål", "§", "(", "ad ", "nr. ", "7", "8.1", "B", "B-2", "IV", "c", ")", ".", " ", "for"]
)


@given(st.lists(LABELS, max_size=6).map("".join))
def test_a_text_with_a_label_holds_what_ends_one(text: str) -> None:
    if candidates._OPENS.match(text) or candidates._CALLED.search(text):
        assert candidates._MAY_BE_LABELLED.search(text)


ROWS = st.sampled_from(
    ["- ", "o ", "Ø", "Havn", "bro’en", " ", "  ", "\t", ": ", "...", " – ", ".", "7", "½", "&", "-", "(", "é"]
)


@given(st.lists(ROWS, min_size=1, max_size=9).map("".join))
def test_a_row_of_a_breakdown_begins_like_one(text: str) -> None:
    begins = re.match(r"\s*(?:[-–•·*o]\s+)?[A-ZÆØÅ][^.:,;!?\d]{1,40}[.:\s\d]", text)
    if begins and breakdowns._ROW.fullmatch(text.strip()):
        assert breakdowns._MAY_BE_ROW.match(text)


STEMS = st.sampled_from(["havne", "havneforløb", "forløb", "forløbshavne", "havn", "kajen", "forløbene"])


@given(word=STEMS, others=st.lists(STEMS, max_size=4))
def test_a_word_meets_those_that_it_is_a_part_of_and_its_own_parts(word: str, others: list[str]) -> None:
    long = [other for other in others if len(other) >= likeness.SHORTEST_PART]
    met = any(other == word or likeness.is_part(word, other) for other in long)
    assert likeness.Parts(others).meet(word) is (met and len(word) >= likeness.SHORTEST_PART)
