"""Which way a goal points: bounds denied in words, tables whose text around says so, lengths of time."""

import pytest
from goal_packets import REPORT, Pair, findings, number, pairs, read, results, targets

from extractors.goals.verdict import stated_verdict
from extractors.language.danish import analyse

TIMES = "Område\tMål (minutter)\tResultat (minutter)\nBymidten\t10\t8,9\nOplandet\t20\t21,4\n"
WITHIN = [Pair(10, 8.9, "met"), Pair(20, 21.4, "not_met")]


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("at lejen i 2031 ikke må overstige 3.900 kr. om måneden", "<="),
        ("at antallet ikke bør overskride 20 sager", "<="),
        ("Fraværet må ikke på noget tidspunkt overstige 4 pct.", "<="),
        ("Udgiften må aldrig overgå 3 mio. kr.", "<="),
        ("Antallet må ikke underskride 12 møder", ">="),
        ("Antallet oversteg ikke noget, og der var 12 møder", None),
        ("Antallet overstiger 20 sager", None),
        ("Fraværet skal være på eller under 5 pct.", "<="),
        ("Andelen skal være på eller over 85 pct.", ">="),
        ("Hver tiende sag må højst blive omgjort", "<="),
        ("80 pct. af borgerne skal som minimum svare", ">="),
        ("8 pct. af sagerne må i 2031 højst blive hjemvist", "<="),
        ("80 borgere skal have hjælp, og der må højst være 4 klager", None),
        ("40 skoler skal nås med mindst 2 besøg", None),
    ],
)
def test_a_bound_is_known_by_its_verb_and_by_a_sign_behind_it(text: str, comparator: str | None) -> None:
    (analysis,) = analyse([text])
    assert analysis.quantities[0].comparator == comparator


@pytest.mark.parametrize(
    "above",
    [
        "Servicemålet er, at den første bil er fremme inden for det antal minutter, som tabellen viser.",
        "Bilen skal højst være så længe undervejs, som angivet nedenfor.",
        "Ingen skal vente længere end de tider, der er anført i skemaet.",
        "Responstid",
        "Tiderne må ikke overskrides. Overskrides de anførte tider, gives der besked. Målene er maksimumstider.",
    ],
)
def test_times_are_most_values_where_the_text_above_says_so(above: str) -> None:
    assert pairs(read((REPORT, f"{above}\n\n{TIMES}"))) == WITHIN


@pytest.mark.parametrize(
    "below",
    [
        "Målene er de højst tilladte minutter i tabellen.",
        "De anførte mål er maksimum.",
        "Målene er maksimumstider.",
    ],
)
def test_times_are_most_values_where_the_text_below_says_so(below: str) -> None:
    assert pairs(read((REPORT, f"{TIMES}\n{below}"))) == WITHIN


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("Mål (minutter)", "minutter"),
        ("Mål, dage", "dage"),
        ("Mål i uger", "uger"),
        ("Mål (hverdage)", "hverdage"),
        ("Mål (antal dage)", "dage"),
    ],
)
def test_a_length_of_time_whose_way_nothing_tells_is_given_no_verdict(head: str, unit: str) -> None:
    rows = read((REPORT, f"Område\t{head}\tResultat\nBymidten\t10\t8,9\nOplandet\t20\t20\n"))
    assert pairs(rows) == [Pair(10, 8.9, "unknown"), Pair(20, 20, "met")]
    assert [finding.rule for finding in findings(rows)] == ["goal_direction_unknown"] * 2
    assert {target.unit for target in targets(rows)} == {unit}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Svartid på breve\t10\t8,9", "met"),
        ("Bymidten\thøjst 10\t8,9", "met"),
        ("Bymidten\tmindst 10\t8,9", "not_met"),
        ("Ventedage, højst\t10\t12", "not_met"),
    ],
)
def test_a_sign_or_a_label_tells_the_way_of_a_length_of_time(row: str, expected: str) -> None:
    rows = read((REPORT, f"Område\tMål (dage)\tResultat (dage)\n{row}\n"))
    assert [result.status for result in results(rows)] == [expected]


def test_hours_that_are_given_are_counted() -> None:
    text = "Hus\tMål (timer)\tResultat (timer)\nFrivillige i Nord\t400\t420\n"
    assert pairs(read((REPORT, text))) == [Pair(400, 420, "met")]


def test_a_note_tells_the_way_of_the_rows_that_it_names() -> None:
    text = (
        "Indikator\tMål 2031\tResultat 2031\nVandspild i bygningerne, m3\t900\t850\nNye standere, stk.\t40\t35\n\n"
        "For vandspild i bygningerne er målet, at forbruget højst er det angivne."
    )
    assert pairs(read((REPORT, text))) == [Pair(900, 850, "met"), Pair(40, 35, "not_met")]


def test_a_bound_with_its_own_number_does_not_speak_of_the_table() -> None:
    text = f"Der må højst være 5 klager om året.\n\n{TIMES}"
    assert [p.status for p in pairs(read((REPORT, text))) if p.target in (10, 20)] == ["unknown", "unknown"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Her kom vi ikke helt i mål.", "not_met"),
        ("Vi er ikke nået i mål.", "not_met"),
        ("Her kom vi i mål.", "met"),
        ("Resultatet indfrier ikke målet.", "not_met"),
        ("Målet er nået, men ikke i Nord.", "met"),
        ("Det er ikke let, men målet er nået.", "met"),
    ],
)
def test_a_verdict_that_is_denied_is_turned(text: str, expected: str | None) -> None:
    assert stated_verdict(text) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Højst", ["met", "not_met"]),
        ("Maks.", ["met", "not_met"]),
        ("Loft 2031", ["met", "not_met"]),
        ("Grænse", ["met", "not_met"]),
        ("Mål (højst)", ["met", "not_met"]),
        ("Mål (mindst)", ["not_met", "met"]),
    ],
)
def test_the_head_tells_the_way_of_all_its_values(head: str, expected: list[str]) -> None:
    text = f"Mål for 2031\nSted\t{head}\tResultat 2031\nNord\t55\t52\nSyd\t20\t24\n"
    assert [result.status for result in results(read((REPORT, text)))] == expected


def test_a_title_in_brackets_tells_the_way() -> None:
    text = "Mål i 2031 (tallene er højst tilladte)\nSted\tMål 2031\tResultat 2031\nNord\t140\t133\nSyd\t90\t97\n"
    assert pairs(read((REPORT, text))) == [Pair(140, 133, "met"), Pair(90, 97, "not_met")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("• Svar på breve: mål 10 dage, resultat 8,9 dage.", Pair(10, 8.9, "unknown")),
        ("• Svartid på breve: mål 10 dage, resultat 8,9 dage.", Pair(10, 8.9, "met")),
        ("- Besøg i huset (mål: 400, resultat: 380)", Pair(400, 380, "not_met")),
        ("Besøg i huset – resultat 2031: 412 – mål 2031: 400", Pair(400, 412, "met")),
        ("Svartid på breve (mål: 5 dage): 6 dage", Pair(5, 6, "not_met")),
        ("Tilfredse gæster: mål mindst 80 %, status 84 % (opfyldt)", Pair(80, 84, "met")),
        ("• Udlån af kajakker i de 9 største klubber: mål 80 %, status 68 %. RØD", Pair(80, 68, "not_met")),
        ("- Ture for børn: årsmål 30 ture, status 31. Det er flere end sidste år.", Pair(30, 31, "met")),
        ("• Drift af slusen: mål 95 %, resultat for halvåret 97 %.", Pair(95, 97, "met")),
    ],
)
def test_target_and_result_may_be_spelled_out_in_one_line(text: str, expected: Pair) -> None:
    assert pairs(read((REPORT, text))) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Formål: 3 besøg, resultat 4 besøg",
        "I huset er der 3 grupper: budget 400 kr., forbrug 380 kr.",
        "Vi har sat mål for 3 skoler, og resultatet er 4 besøg hos hver",
        "Vi brugte 3 biler, mål 4, status 5. Det var dyrt.",
    ],
)
def test_other_lines_spell_out_none(text: str) -> None:
    assert all(result.printed_in != "table" for result in results(read((REPORT, text))))


PLACES = """\
2. {chapter}
Her ses tallene for alle enheder.

2.1 {title}

Tallene er opgjort i procent.

Enhed             Mål 2031     Resultat 2031
Nordbyen               5,2               6,1
Værftet                4,8               4,5
"""
REVERSED = [Pair(5.2, 6.1, "not_met"), Pair(4.8, 4.5, "met")]


@pytest.mark.parametrize(
    ("chapter", "title", "expected"),
    [
        ("Personalet", "Sygefravær", REVERSED),
        ("Sygefravær", "Mål for enhederne", REVERSED),
        ("Tilfredshed", "Mål for enhederne", [Pair(5.2, 6.1, "met"), Pair(4.8, 4.5, "not_met")]),
        ("Sygefravær og trivsel", "Mål for enhederne", [Pair(5.2, 6.1, "met"), Pair(4.8, 4.5, "not_met")]),
        ("Ventetid", "Mål for enhederne", [Pair(5.2, 6.1, "met"), Pair(4.8, 4.5, "not_met")]),
    ],
)
def test_rows_of_places_point_down_below_the_title_of_a_burden(
    chapter: str, title: str, expected: list[Pair]
) -> None:
    assert pairs(read((REPORT, PLACES.format(chapter=chapter, title=title)))) == expected


def test_rows_that_say_what_they_measure_are_not_of_the_title() -> None:
    text = PLACES.format(chapter="Personalet", title="Sygefravær").replace("Nordbyen", "Andel med samtale")
    assert pairs(read((REPORT, text)))[0] == Pair(5.2, 6.1, "met")


@pytest.mark.parametrize(
    "aim",
    [
        "Havnens udledning er 15 pct. lavere i 2031 end i 2025.",
        "Havnens udledning skal reduceres med 15 pct. fra 2025 til 2031.",
    ],
)
def test_more_is_better_of_a_fall(aim: str) -> None:
    assert [t.comparator for t in targets(read((REPORT, f"Målet er, at h{aim[1:]}")))] == [">="]


def test_a_verdict_behind_the_last_value_of_a_flattened_row_tells_the_direction() -> None:
    text = (
        "Mål og resultater\n\nIndsats og indikator Udgangs-\npunkt\n2029\nMål\n2031\nResultat\n2031\nStatus\n\n"
        "A. Havne\n\nA1 Kajer med strøm fra land 3.410 4.200 4.388 Nået\n\n"
        "A2 Tab i nettet, pct. 21,4 18,0 19,2 Ikke nået\n\n"
        "B. Ture\n\nB1 Sejlads på diesel \n(1.000 km) \n812 400 376 Nået\n\nKilde: Havnene."
    )
    found = targets(read((REPORT, text)))
    assert [(target.value, target.comparator) for target in found] == [(4200, ">="), (18, "<="), (400, "<=")]


SHEETS = """\
Mål 4.2 Genbrug
Måltal   Mindst 60 pct. af affaldet skal genbruges i 2031.
Status   I 2031 blev 57 pct. genbrugt.

Mål 4.3 Strøm i hallerne
Måltal   Forbruget i hallerne skal reduceres med 3 pct. i 2031.
Status   Forbruget er faldet med 1,8 pct. i 2031.
Vurdering   Målet er ikke nået. Der mangler fortsat nye lamper i tre haller.
Tværgående mål: Sygefravær
Rådet har fastsat et måltal for sygefraværet i hver afdeling. Det er opgjort i procent af arbejdstiden.
Tabel 1. Sygefravær fordelt på afdelinger, pct.
Afdeling   Måltal 2031   2030   2031
Havn og Kyst   4,8   5,3   4,7
Skov og Sø   6,2   7,0   6,9
Park og Vej   5,0   5,1   5,4
"""


def test_a_caption_with_a_unit_tells_that_less_is_better_and_a_title_ends_the_goal_above() -> None:
    rows = read((REPORT, SHEETS))
    found = [(t.goal_no, t.comparator, number(t.value)) for t in targets(rows)]
    assert found[1:] == [("4", ">=", 3), (None, "<=", 4.8), (None, "<=", 6.2), (None, "<=", 5)]
    assert [pair.status for pair in pairs(rows)][2:] == ["met", "not_met", "not_met"]


@pytest.mark.parametrize(
    "above",
    [
        "Alle havne får en pulje senest 1. september 2031.",
        "Puljen åbner senest den 1. marts 2031.",
        "Alle havne har valgt en vært senest ved udgangen af 2031.",
        "Puljen er brugt senest i 2032.",
        "Gul betyder, at resultatet er højst 3 procentpoint under, rød at det er længere fra.",
    ],
)
def test_a_date_by_which_something_is_done_turns_no_goal_of_a_table_around(above: str) -> None:
    table = (
        "Indikator\tMål 2031\tStatus 2031\nGlæde ved puljen\t80 pct.\t84 pct.\nValgte værter\t78 pct.\t74 pct.\n"
    )
    rows = read((REPORT, f"{above}\n\n1. Mål for puljen\n\nTabel 1: Puljen og målene\n\n{table}"))
    assert [pair.status for pair in pairs(rows)] == ["met", "not_met"]


def test_an_entry_beside_tells_its_own_way_alone() -> None:
    text = (
        "Målene og resultaterne er:\n- Mål 1. Udskudte ture: mål højst 6,0 pct., resultat 6,9 pct. – ikke nået\n"
        "- Mål 2. Ture sejlet af faste folk: mål 90 pct., resultat 88 pct. – delvist nået\n"
    )
    assert [p.status for p in pairs(read((REPORT, text)))] == ["not_met", "partly"]


FALLING = """Tabel 2. Ton i alt

Kilde 2028 2031 Pejlemærke 2035 Ændring
Varme 2.140 {varme} 450 -34 %
Biler 2.480 2.290 1.500 -8 %
Marker 460 440 330 -4 %
"""


@pytest.mark.parametrize(("varme", "status"), [("1.410", "pending"), ("2.210", "met")])
def test_a_table_of_years_whose_rows_all_go_down_has_most_values(varme: str, status: str) -> None:
    found = pairs(read((REPORT, FALLING.format(varme=varme))))
    assert [pair.status for pair in found] == [status] * 3


@pytest.mark.parametrize(
    ("below", "signs"),
    [
        ("For alle indikatorer undtagen den sidste gælder, at tallet højst skal være det angivne.", ["<=", ">="]),
        ("Bortset fra havebrug gælder, at tallet højst må være det angivne.", ["<=", ">="]),
        ("Tallet må højst være det angivne mål. For havebrug er målet en andel på mindst 30 pct.", ["<=", ">="]),
    ],
)
def test_rows_that_a_note_leaves_out_point_the_other_way(below: str, signs: list[str]) -> None:
    text = "Indikator\tMål 2031\tResultat 2031\nPladser på stuen, pct.\t20 %\t18 %\nUnge i havebrug\t30 %\t33 %\n"
    assert [target.comparator for target in targets(read((REPORT, f"{text}\n{below}\n")))] == signs


@pytest.mark.parametrize(
    ("label", "sign"),
    [
        ("Ledige skal have en mentor", ">="),
        ("Unge uden job tilbydes en samtale", ">="),
        ("Ledige under 25 år", "<="),
    ],
)
def test_of_those_who_get_something_more_are_better(label: str, sign: str) -> None:
    rows = read((REPORT, f"Indikator\tMål 2031\tResultat 2031\n{label}\t40 %\t37 %\nBesøg\t12\t14\n"))
    assert targets(rows)[0].comparator == sign


def test_a_word_that_a_line_breaks_names_no_row_by_its_half() -> None:
    text = "Indikator\tMål 2031\tResultat 2031\nPlejestuebesøg\t20 %\t18 %\nÅben plejestue\t30 %\t33 %\n"
    rows = read((REPORT, f"{text}\nMålene for plejestue-\nbesøg er lofter.\n"))
    assert [target.comparator for target in targets(rows)] == ["<=", ">="]
