"""What the cover of an item tells of the goals of a report that is attached: a paragraph for each goal."""

import pytest
from goal_packets import CONTRACT, HALF_YEAR, REPORT, Pair, pairs, read, results, targets

ITEM = "Halvårsafrapportering på resultatkontrakt 2031"


def told(text: str, title: str = ITEM, meeting: int = 2031) -> list[Pair]:
    return pairs(read(("", text), title=title, meeting=meeting))


def test_the_name_of_a_goal_before_its_paragraph_aims_at_nothing() -> None:
    text = (
        "Mål 3 om kvalitet: Foreløbigt er 77 pct. af kunderne meget tilfredse med rådgiverens viden, hvor målet er "
        "mindst 75 pct."
    )
    rows = read(("", text), title=ITEM, meeting=2031)
    assert pairs(rows) == [Pair(75, 77, "met")]
    assert [t.goal_no for t in targets(rows)] == ["3"]


def test_a_number_under_or_over_its_goal_is_held_against_it() -> None:
    text = "Net Promoter Score er 58 og ligger dermed lidt over målet på 55. Gennemsnittet for de otte huse er 61."
    assert told(text) == [Pair(55, 58, "met")]


def test_a_year_before_is_no_answer_where_the_sentence_before_tells_one() -> None:
    text = "63 pct. af de henviste firmaer har brugt tilbuddet. Målet er 55 pct., og i 2030 endte huset på 58 pct."
    assert told(text) == [Pair(55, 63, "met")]


def test_a_goal_that_its_sentence_puts_off_has_no_result() -> None:
    text = (
        "Målet for kendskabet er sat i kontrakten. Kendskabsgraden, som skal nå 47 pct. i 2031, måles først til "
        "oktober. Ved målingen i 2030 var den 42 pct."
    )
    assert told(text) == [Pair(47, None, "pending")]


def test_a_share_in_brackets_that_the_numbers_come_to_is_the_degree() -> None:
    text = (
        "Årsmålet er 400 lange og 600 korte forløb. Ved halvåret var der gennemført 168 lange forløb (42 pct. af "
        "årsmålet) og 330 korte forløb (55 pct.)."
    )
    found = results(read(("", text), title=ITEM, meeting=2031))
    assert [(r.value, r.fulfilment_pct) for r in found] == [(168, 42), (330, 55)]


def test_a_share_in_brackets_that_they_do_not_come_to_is_none() -> None:
    text = "Årsmålet er 600 korte forløb. Ved halvåret var der gennemført 330 korte forløb (31 pct. i byerne)."
    assert [r.fulfilment_pct for r in results(read(("", text), title=ITEM, meeting=2031))] == [None]


def test_where_an_agreement_sets_out_from_is_no_result() -> None:
    text = (
        "Andelen af unge med daglig røg skal ved slutningen af 2033 være højst 6 pct. I profilen fra 2029, som "
        "er aftalens udgangspunkt, var andelen 11 pct."
    )
    assert told(text, "Sundhedsaftalen") == [Pair(6, None, "pending")]


def test_how_far_a_count_moved_answers_no_share() -> None:
    text = (
        "Som noget nyt gælder fra 2031 et mål om, at mindst 90 pct. af alle klager er besvaret inden en måned. "
        "Antallet af klager steg med 12 pct. til 431."
    )
    assert told(text, "Årsrapport 2030", 2031) == [Pair(90, None, "pending")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Det indstilles videre, at mindst 30 pct. af forløbene i 2032 har klima som emne.",
            [Pair(30, None, "pending")],
        ),
        ("Det indstilles, at mindst to medlemmer deltager i mødet.", []),
    ],
)
def test_a_bounded_share_that_is_recommended_is_a_goal_to_come(text: str, found: list[Pair]) -> None:
    rows = read(("", "Indstilling\n\n" + text + "\n"), title="Mål i resultatkontrakt 2032", meeting=2031)
    assert pairs(rows) == found


def test_what_those_who_were_asked_say_must_be_is_no_goal() -> None:
    text = (
        "Årsrapport 2031\n\nMålet var at holde 40 besøg. Der blev holdt 44 besøg. 71 % af de unge siger, at der "
        "findes en skitse til, hvad der skal ske senere.\n"
    )
    assert told(text, "Årsrapport 2031", 2032) == [Pair(40, 44, "met")]


def test_goals_below_a_heading_of_the_next_year_are_pending() -> None:
    text = (
        "Årsrapport 2031\n\nMålet var at holde 40 besøg i 2031. Der blev holdt 44 besøg.\n\n6 Mål for 2032\n\n"
        "Byrådene har tiltrådt driftsaftalen for 2032. Følgende måltal er nye:\n\n"
        "• Der gennemføres mindst 55 besøg om aftenen.\n• Fraværet bringes ned på 3,8 %.\n"
    )
    rows = read(("Årsrapport 2031", text), title="Årsrapport 2031", meeting=2032)
    assert pairs(rows) == [Pair(40, 44, "met"), Pair(55, None, "pending"), Pair(3.8, None, "pending")]


def test_a_contract_and_its_half_year_report_are_still_read_together() -> None:
    agreed = "Mål 1 - Nye kunder\n\nMåltal:\n\n• 1.1: Mindst 50 pct. af kunderne er nye.\n"
    report = "Mål 1 - Nye kunder\n\nMål 1.1: Nye kunder\nAndelen af nye kunder er 56 pct.\n"
    assert Pair(50, 56, "met") in pairs(read((CONTRACT, agreed), (HALF_YEAR, report)))


def test_a_row_of_meetings_goes_on_with_the_table_of_goals() -> None:
    text = (
        "Årsrapport 2031\n\nMål Måltal\n2031\nResultat\n2030\nResultat\n2031\nVurdering\n\n"
        "1.1 Andel hjem med tilsyn 100 % 95,2 % 96,1 % Ikke opfyldt\n"
        "1.2 Varslede besøg af alle højst 60 % 57 % 54 % Opfyldt\n"
        "2.1 Årlige møder med byerne 14 møder 11 møder 15 møder Opfyldt\n"
        "2.2 Fravær højst 4,5 % 5,1 % 4,9 % Ikke opfyldt\n"
    )
    assert Pair(14, 15, "met") in told(text, "Årsrapport 2031", 2032)


def test_parts_behind_shares_in_brackets_answer_the_parts_of_the_goal() -> None:
    text = (
        "Mål 8 - Antal forløb\n\n8.1: 500 korte forløb\n\n8.2: 300 lange forløb fordelt på 180 handleplaner og 120 "
        "udviklingsplaner\n\nStatus 8.1 og 8.2: Antal forløb\nPr. 30. juni 2031 er der gennemført:\n\n"
        "• 260 korte forløb (52%)\n"
        "• 150 lange forløb (50%), heraf 99 handleplaner (55%) og 51 udviklingsplaner (43%)\n"
    )
    found = told(text, HALF_YEAR)
    assert {Pair(180, 99, "pending"), Pair(120, 51, "pending")} <= set(found)


def test_shares_that_make_up_the_whole_do_not_answer_where_another_does() -> None:
    text = (
        "Mål 2 - Spredning\n\n2.1: Forløbene deles på by og land efter folketal med en forskel på maks. 8 pct.\n\n"
        "Status 2.1: By og land\nForskellen er ved halvåret 5 pct. 61 pct. af forløbene er holdt i byerne og "
        "39 pct. på landet.\n"
    )
    assert told(text, HALF_YEAR) == [Pair(8, 5, "met")]


def test_what_differs_between_parts_is_no_result_of_the_whole() -> None:
    text = (
        "Mål 5 - Klima\n\n5.1: 25 pct. af forløbene har klima som emne.\n\nStatus 5.1: Klima\n"
        "Ved halvåret er andelen 21%. Der er stor forskel på fagene: I byggeriet er det 33%, i handel 12%.\n"
    )
    assert told(text, HALF_YEAR) == [Pair(25, 21, "not_met")]


def test_what_a_goal_was_reached_with_is_the_result() -> None:
    text = (
        "MÅL 1: FLERE LÆRLINGE\n\nDet vil vi opnå\n- I 2031 indgår byerne 500 aftaler med lærlinge i køkkenet\n"
        "- I 2031 indgår byerne 210 aftaler med lærlinge i haven\n\nSådan gik det\n"
        "Der blev indgået 488 aftaler med køkkenlærlinge. For havens lærlinge blev målet nået med 224 aftaler.\n"
    )
    assert sorted(told(text, REPORT, 2032)) == [Pair(210, 224, "met"), Pair(500, 488, "not_met")]


def test_how_much_lower_a_time_is_counts_nothing() -> None:
    text = (
        "MÅL 4: MINDRE FRAVÆR\n\nDet vil vi opnå\n- Fraværet er i 2031 højst 12,5 dage pr. ansat\n\nSådan gik det\n"
        "Fraværet var 13,1 dage pr. ansat, hvilket er 0,6 dage lavere end i 2030. Målet er ikke nået. I Nordby og "
        "Sydby er fraværet under 11 dage.\n"
    )
    assert told(text, REPORT, 2032) == [Pair(12.5, 13.1, "not_met")]


def test_in_the_last_report_of_a_project_nothing_is_pending() -> None:
    text = (
        "Tabel 1. Effektmål, hele perioden\n\nEffektmål\tMåltal\tRealiseret\tOpfyldelse\nKurser\t40\t31\t78 %\n"
        "Møder\t12\t12\t100 %\nFirmaer i forløb\t240\t262\t109 %\n"
    )
    found = pairs(read(("Slutrapport 2029-2031", text), title="Slutrapport for projektet", meeting=2031))
    assert {pair.status for pair in found if pair.result is not None} == {"met", "not_met"}


def test_people_whom_a_party_provides_are_no_goal() -> None:
    text = (
        "Partnerskabsaftale 2031\n\n§ 2 Mål\nParterne holder mindst 8 møder om året.\n\n§ 3 Ydelser\n"
        "Klyngen stiller to medarbejdere til rådighed.\n"
    )
    rows = read(("Partnerskabsaftale 2031", text), title="Partnerskabsaftale 2031", meeting=2031)
    assert [pair.target for pair in pairs(rows)] == [8]


def test_the_share_behind_a_verdict_is_the_degree() -> None:
    text = (
        "Mål 2. Penge hjem\nKravet var 40 mio. kr. Der kom 30 mio. kr. hjem, og kravet er dermed ikke indfriet "
        "(75 pct.).\n"
    )
    found = results(read((REPORT, text), title=REPORT, meeting=2032))
    assert [(r.value, r.fulfilment_pct) for r in found if r.fulfilment_pct is not None] == [(30, 75)]


def test_a_goal_that_is_put_up_is_no_most() -> None:
    text = "Mål 1. Penge\nKravet var 40 mio. kr. Der kom 42 mio. kr. For 2032 er kravet sat op til 45 mio. kr.\n"
    rows = read((REPORT, text), title=REPORT, meeting=2032)
    assert [(t.value, t.comparator) for t in targets(rows) if t.value == 45] in ([(45, "=")], [(45, ">=")])


def test_what_is_done_beside_the_goals_is_none() -> None:
    text = (
        "Mål 1. Møder\nMålet var 10 møder. Der blev holdt 11 møder.\n\n"
        "Ud over målene er der afviklet 17 aftener med 310 gæster, og 25 breve er sendt ud.\n"
    )
    assert pairs(read((REPORT, text), title=REPORT, meeting=2032)) == [Pair(10, 11, "met")]


def test_a_degree_of_a_goal_without_a_number_goes_to_the_result_before_it() -> None:
    text = (
        "I ansøgningen var måltallet 400 deltagere om året. I 2031 deltog 344. Det svarer til 86 pct. af måltallet."
    )
    found = results(read((REPORT, text), title=REPORT, meeting=2032))
    assert [(r.value, r.fulfilment_pct) for r in found] == [(344, 86)]


def test_what_is_agreed_to_be_so_in_a_year_to_come_is_a_goal() -> None:
    text = (
        "Målet var 90 lærlinge i 2031. Der kom 96.\n\nDet kommende år\n"
        "For 2032 er det aftalt, at der er 120 lærlinge i gang, og at 210 ledige kommer i job.\n"
    )
    found = pairs(read((REPORT, text), title=REPORT, meeting=2032))
    assert found == [Pair(90, 96, "met"), Pair(120, None, "pending"), Pair(210, None, "pending")]


def test_a_bound_that_sets_something_off_is_no_result() -> None:
    text = (
        "Der er en fælles målsætning om, at frafaldet i 2033 højst er 17 pct. Skolen ringer hjem, når en lærling "
        "har mere end 12 pct. fravær.\n"
    )
    rows = read(("Aftale om lærlinge", text), title="Aftale om lærlinge", meeting=2031)
    assert pairs(rows) == [Pair(17, None, "pending")]
