"""Numbers beside goals that are neither owed nor reached: spreads, starts, wishes, questions, money."""

import pytest
from goal_packets import CONTRACT, HALF_YEAR, REPORT, Pair, pairs, read, targets

TARGET = "Målet er, at 60 pct. af eleverne cykler til skole."
UNANSWERED = [Pair(60, None, "unknown")]


@pytest.mark.parametrize(
    "told",
    [
        "Der er stor forskel – fra 31 pct. i den ene ende af kommunen til 78 pct. i den anden.",
        "Andelen varierer fra 31 pct. på Østre Skole til 78 pct. på Vestre Skole.",
        "Andelen svinger mellem 31 pct. og 78 pct. fra skole til skole.",
        "Andelen er højest i Havby, hvor 78 pct. cykler, og lavest i Engby med 31 pct.",
        "Flest på Vestre Skole, hvor 78 pct. cykler.",
        "To skoler ligger allerede over 70 pct.",
        "Skolerne ligger mellem 31 og 78 pct.",
        "Forskellene er store: 31 pct. i Engby mod 78 pct. i Havby.",
    ],
)
def test_what_the_parts_come_to_is_no_result_of_the_whole(told: str) -> None:
    assert pairs(read(("", f"{TARGET} {told}"), meeting=2031)) == UNANSWERED


@pytest.mark.parametrize(
    "told",
    [
        "Andelen var 63 pct., højest i Havby med 78 pct. og lavest i Engby med 31 pct.",
        "Der er stor forskel på skolerne, men samlet cykler 63 pct.",
        "Andelen varierer fra 31 pct. til 78 pct. Samlet er andelen 63 pct.",
        "Andelen er højest i Havby, men i gennemsnit 63 pct.",
        "Andelen er den højeste i Danmark med 63 pct.",
    ],
)
def test_the_whole_is_told_beside_its_parts(told: str) -> None:
    assert Pair(60, 63, "met") in pairs(read(("", f"{TARGET} {told}"), meeting=2031))


@pytest.mark.parametrize(
    "told",
    [
        "I 2029, som er aftalens basisår, var der 31.000.",
        "Før aftalen var der 31.000 overnatninger.",
        "Udgangspunktet i 2029 var 31.000 overnatninger.",
        "Ved aftalens indgåelse var der 31.000 overnatninger.",
        "Der var 31.000 overnatninger i 2029 (basisår).",
        "Der er endnu ikke offentliggjort tal efter 2029, hvor der var 31.000 overnatninger.",
        "I 2027 var der 31.000 overnatninger.",
    ],
)
def test_where_an_agreement_began_is_no_result(told: str) -> None:
    text = f"Aftalens mål er, at vandrerhjemmet i 2034 har 40.000 overnatninger. {told}"
    assert [pair.result for pair in pairs(read(("", text), meeting=2031)) if pair.target == 40000] == [None]


def test_a_rise_since_the_base_year_is_a_result() -> None:
    text = "Målet er 40.000 overnatninger i 2031. Siden basisåret er antallet steget til 41.000."
    assert Pair(40000, 41000, "met") in pairs(read((REPORT, text), meeting=2032))


def test_the_latest_figure_answers_however_old_it_is() -> None:
    text = "Målet er, at 60 pct. cykler i 2034. Den seneste måling fra 2028 viser, at 63 pct. cykler."
    assert Pair(60, 63, "met") in pairs(read(("", text), meeting=2031))


@pytest.mark.parametrize(
    "wish",
    [
        "Engby har foreslået, at målet hæves til 75 pct.",
        "Skolerne har ønsket kravet sænket til 75 pct., hvilket udvalget drøfter i maj.",
        "Forvaltningen anmoder om, at måltallet for 2033 lempes til 75 pct.",
        "Elevrådet anbefaler, at målet sættes op til 75 pct.",
        "Der er et ønske om at hæve målet til 75 pct.",
        "Elevrådet mener, at målet bør hæves til 75 pct.",
        "Hvis målet hæves til 75 pct., kræver det flere cykelstier.",
        "Bestyrelsen har overvejet et mål om 75 pct. i den næste aftale.",
        "Et mindretal ønsker at beholde målet på 75 pct.",
        "Skal målet hæves til 75 pct.?",
        "Nyt mål: 75 pct. i 2034?",
    ],
)
def test_a_value_that_somebody_asks_for_is_not_in_force(wish: str) -> None:
    found = targets(read((REPORT, f"{TARGET}\n\n{wish}"), meeting=2032))
    assert {target.standing for target in found if target.value == 75} <= {"cited"}
    assert [target.value for target in found if target.standing == "in_force"] == [60]


def test_a_wish_that_was_granted_is_in_force() -> None:
    text = "Engby foreslog, at målet hæves til 75 pct. Byrådet har godkendt det."
    assert [target.standing for target in targets(read((REPORT, text), meeting=2032))] != ["cited"]


def test_what_those_with_a_wish_are_to_reach_is_in_force() -> None:
    text = "Målet er, at andelen af unge, der ønsker en læreplads, øges til 30 pct."
    assert [(target.value, target.standing) for target in targets(read((REPORT, text)))] == [(30, "in_force")]


def test_a_question_whether_a_goal_was_reached_names_it() -> None:
    text = "Nåede vi målet på 60 pct.? Ja, 63 pct. af eleverne cyklede."
    assert 60 in [target.value for target in targets(read((REPORT, text), meeting=2032))]


SLIDES = """Mål 1 – Flere med

1.1 I 2031 holder vi 40 åbne værksteder

• {told}

• Mange kommer igen

1.2 Mindst 30 % af deltagerne er nye

• {share}

Mål 2 – Nye værksteder

2.1 Vi åbner 5 værksteder

• 2 er undervejs

2.2 Højst 4 % af holdene aflyses

• Største hold: 14 deltagere
"""


@pytest.mark.parametrize(
    ("told", "share", "expected"),
    [
        ("22 åbne værksteder den 30. juni", "34 % i 1. halvår", [Pair(40, 22, "pending"), Pair(30, 34, "met")]),
        ("22 værksteder i halvåret", "34 % nye", [Pair(40, 22, "pending"), Pair(30, 34, "met")]),
    ],
)
def test_points_below_a_target_of_a_slide_tell_what_came_of_it(told: str, share: str, expected: list[Pair]) -> None:
    found = pairs(read((HALF_YEAR, SLIDES.format(told=told, share=share)), meeting=2031))
    assert [pair for pair in found if pair.result is not None] == expected


def test_points_of_a_slide_are_no_targets() -> None:
    text = SLIDES.format(told="22 værksteder den 30. juni", share="34 % i 1. halvår")
    assert [target.value for target in targets(read((HALF_YEAR, text), meeting=2031))] == [40, 30, 5, 4]


def test_points_that_bound_themselves_are_targets() -> None:
    text = "Mål 1 – Flere med\n\n1.1 I 2031 holder vi 40 åbne værksteder\n\n• Mindst 12 værksteder for unge\n"
    assert [target.value for target in targets(read((HALF_YEAR, text), meeting=2031))] == [40, 12]


@pytest.mark.parametrize(
    "clause",
    [
        "Overskydende midler kan overføres til det følgende år, dog højst 4 pct. af årets bidrag.",
        "Opfylder foreningen mindre end 70 pct. af kravet i § 3, kan bidraget nedsættes med indtil 15 pct.",
        "Hvis kravet ikke opfyldes, tilbageholdes højst 15 pct. af tilskuddet.",
        "Aftalen kan opsiges med mindst 6 måneders varsel.",
    ],
)
def test_what_becomes_of_the_money_of_a_contract_is_no_target(clause: str) -> None:
    text = f"Foreningen skal holde mindst 25 kurser.\n\n{clause}"
    assert [target.value for target in targets(read((CONTRACT, text)))] == [25]


def test_numbers_behind_the_one_aimed_at_are_other_columns() -> None:
    text = "Mål 1: Kortere køer\n\nMål: Ventetid ved skranken Maks. 9 min. 11 min. 12 min.\n"
    assert [target.value for target in targets(read((CONTRACT, text)))] == [9]


@pytest.mark.parametrize(
    "text",
    [
        "For hver krone i tilskud skal foreningen skaffe mindst 2,25 kr. I 2031 er der skaffet 8,4 mio. kr.",
        "For hver krone i tilskud skal foreningen skaffe mindst 3 kr. Der er skaffet 40 kr.",
        "Der må højst være 12 klager pr. 1.000 sager. Der kom 45 klager i 2031.",
        "Der skal mindst være 3 besøg pr. plejehjem. Der blev aflagt 96 besøg.",
    ],
)
def test_a_sum_does_not_answer_what_is_asked_for_each_of_many(text: str) -> None:
    assert [pair.result for pair in pairs(read((REPORT, text)))] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Målet er mindst 4 besøg pr. plejehjem. Der var 5 besøg pr. plejehjem.", Pair(4, 5, "met")),
        ("Målet er mindst 4 besøg pr. plejehjem. Der blev aflagt 5 besøg.", Pair(4, 5, "met")),
        ("Målet er mindst 20 besøg pr. år. I 2031 blev der aflagt 96 besøg.", Pair(20, 96, "met")),
    ],
)
def test_a_result_answers_what_is_asked_for_each(text: str, expected: Pair) -> None:
    assert pairs(read((REPORT, text))) == [expected]


def test_a_rule_of_the_union_is_no_goal_of_those_who_speak() -> None:
    text = "Målet er 55 pct. genanvendelse. EU-kravet er 65 pct. i 2035."
    assert [target.value for target in targets(read(("", text))) if target.standing == "in_force"] == [55]


@pytest.mark.parametrize(
    "told",
    [
        "Foreninger, som ikke når deres mål, kan ikke modtage en bonus på 4.700 kr. pr. medlem.",
        "Aftalen indeholder tre fælles og fire lokale mål.",
        "Fremskrivningen viser, at skolerne vil nå 71 pct.",
        "Klimafremskrivningen viser, at andelen vil nå 71 pct.",
    ],
)
def test_rewards_counts_of_goals_and_projections_are_no_targets(told: str) -> None:
    assert targets(read(("", told), meeting=2031)) == []
    assert pairs(read(("", f"{TARGET} {told}"), meeting=2031)) == UNANSWERED


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "For 2031 er måltallet for lodser hævet til 440, mens måltallet for styrmænd er uændret 320.",
            [Pair(440, None, "pending"), Pair(320, None, "pending")],
        ),
        (
            "For 2031 er minimumstallet 340 lodser og 190 styrmænd.",
            [Pair(340, None, "pending"), Pair(190, None, "pending")],
        ),
        (
            "For styrmænd var det aftalte tal 480, og her blev der indgået 503 aftaler.",
            [Pair(480, 503, "met")],
        ),
        (
            "Det er målet, at alle ni øer har en godkendt plan i 2032. Seks øer har i april fået planen godkendt.",
            [Pair(9, 6, "pending")],
        ),
    ],
)
def test_what_was_agreed_is_called_by_other_nouns_too(told: str, expected: list[Pair]) -> None:
    assert [pair[:2] for pair in pairs(read(("", told), meeting=2031))] == [pair[:2] for pair in expected]


@pytest.mark.parametrize("told", ["Den er nu 33 pct.", "Andelen ligger på 33 pct.", "Det blev 33 pct."])
def test_the_second_sentence_of_a_listed_goal_tells_what_came_of_it(told: str) -> None:
    text = f"Kommunerne har sat følgende mål:\n\n- Andelen af elever på cykel skal være 40 pct. i 2033. {told}\n"
    assert [pair[:2] for pair in pairs(read(("", text), meeting=2031))] == [(40, 33)]


def test_how_far_something_has_fallen_may_be_known_three_years_later() -> None:
    text = (
        "Det er vedtaget, at udslippet skal være reduceret med 70 pct. i 2035 i forhold til 1990. Frem til 2028 "
        "var udslippet reduceret med 38 pct."
    )
    assert [pair[:2] for pair in pairs(read(("", text), meeting=2031))] == [(70, 38)]


def test_what_is_set_beside_a_share_is_no_second_result() -> None:
    told = "I 2. kvartal blev 63 pct. hentet inden for 20 minutter mod 51 pct. i 2. kvartal året før."
    assert pairs(read(("", f"{TARGET.replace('cykler til', 'hentes ved')} {told}"), meeting=2031))[0][:2] == (
        60,
        63,
    )


def test_a_goal_that_ended_is_not_in_force() -> None:
    text = "Målet om, at 70 pct. af gæsterne skal have en guide, udgik ved årsskiftet."
    assert all(target.standing != "in_force" for target in targets(read(("", text), meeting=2031)))


def test_what_rose_is_no_target_of_the_goal_it_stands_below() -> None:
    text = (
        "Effektmål 1\nFraværet skal være 5 pct. eller lavere i 2031. Det blev 5,6 pct.\n\nLønnen steg med 2,4 pct."
    )
    assert [target.value for target in targets(read((REPORT, text)))] == [5]


@pytest.mark.parametrize("said", ["Lånere skal mødes af én skranke.", "Alle hold skal samles i ét hus."])
def test_the_one_that_does_it_or_holds_it_is_no_target(said: str) -> None:
    text = f"Mål 3 – Flere lånere\n{said}\nMål: Der skal komme mindst 400 nye lånere i 2031.\n"
    assert [row.value for row in targets(read((CONTRACT, text)))] == [400]


def test_one_that_is_to_be_held_is_a_target() -> None:
    text = "Mål 3 – Flere lånere\nDer skal holdes ét borgermøde i 2031.\n"
    assert [row.value for row in targets(read((CONTRACT, text)))] == [1]


@pytest.mark.parametrize(
    ("told", "result"), [("Spildet i 2030 var 6,1 pct.", None), ("Spildet i 1. halvår 2031 var 6,1 pct.", 6.1)]
)
def test_what_was_measured_the_year_before_answers_no_target_of_a_report(told: str, result: float | None) -> None:
    text = (
        "Kvartalsrapport\n2. kvartal 2031\n\nMål 1: Lunere stuer\n\nMåltal: mindst 20 grader\n\n"
        "Resultat i 2. kvartal 2031: 21 grader\n\nVurdering: Målet er opfyldt.\n\n"
        "Mål 2: Mindre madspild\n\nMåltal: højst 5,4 pct. for hele året\n\n"
        f"Resultat: opgøres først i januar 2032\n\nVurdering: Afventer. {told}\n"
    )
    found = {p.target: p.result for p in pairs(read(("Kvartalsrapport", text), meeting=2031))}
    assert found == {20: 21, 5.4: result}
