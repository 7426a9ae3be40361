"""Targets that a table prints and running text tells as well."""

import pytest
from goal_packets import REPORT, Pair, pairs, read, results, targets

TABLE = (
    "\n\nIndsats\tMåltal\tStatus 2031\tVurdering\nElcykler i puljen\t75 %\t81 %\tGrøn\n"
    "Nye ladestandere\t260\t187\tGrøn"
)
TOLD = "Målet er, at mindst 75 % af puljens cykler er elcykler. Ved udgangen af året var det 81 %."


def test_a_target_of_text_and_table_is_one() -> None:
    rows = read((REPORT, TOLD + TABLE))
    assert pairs(rows) == [Pair(75, 81, "met"), Pair(260, 187, "met")]


def test_the_row_points_the_way_that_the_text_says() -> None:
    told = "Målet er, at der skal være mindst 260 ladestandere. Ved udgangen af året var der 187 ladestandere."
    (_, stands) = targets(read((REPORT, told + TABLE)))
    assert (stands.value, stands.comparator) == (260, ">=")


@pytest.mark.parametrize(
    "told",
    [
        "Målet er, at mindst 75 % af medlemmerne har stemt. I år stemte 62 %.",
        "Målet er, at mindst 70 % af puljens cykler er elcykler. Ved udgangen af året var det 81 %.",
        "Målet er, at mindst 75 % af byens egne cykler er elcykler. Ved udgangen af året var det 59 %.",
    ],
    ids=["another thing", "another value", "another result"],
)
def test_other_targets_stay_beside_those_of_the_table(told: str) -> None:
    assert len(targets(read((REPORT, told + TABLE)))) == 3


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("Målet er, at mindst 75 % er med på den nye ordning. Det blev 81 %.", 2),
        ("Vi skal holde mindst 8 kurser. Der er holdt 9 kurser.", 4),
    ],
    ids=["one by its numbers", "small numbers may be the same by chance"],
)
def test_a_target_with_the_numbers_of_a_row_is_that_row_by_whatever_name(told: str, count: int) -> None:
    table = TABLE if count == 2 else TABLE + "\nBesøg på øen\t8\t9\tGrøn"
    assert len(targets(read((REPORT, told + table)))) == count


def test_rows_print_the_parts_of_a_target_under_other_names() -> None:
    told = "Kravet er 75 % i begge grupper. Blandt de små er 81 % med, blandt de store 71 %."
    table = "\n\nIndsats\tMåltal\tStatus 2031\nElcykler, øer\t75 %\t81 %\nElcykler, byer\t75 %\t71 %"
    assert pairs(read((REPORT, told + table))) == [Pair(75, 81, "met"), Pair(75, 71, "not_met")]


SUMMARY = (
    "Målet er, at mindst 75 % af puljens cykler er elcykler. Det blev 81 %. Der er sat 187 ladestandere op af 260."
)
AGREED = "Aftale for 2031\n\nMindst 75 % af puljens cykler skal være elcykler."
SAID = "Årsrapport 2031\n\nAndelen af elcykler i puljen var 81 % ved årets udgang. Målet på 75 % er nået."


def test_what_an_item_sums_up_of_its_attachments_is_one_with_what_they_tell() -> None:
    rows = read(("", f"{SUMMARY}\n"), ("Aftale for 2031", AGREED), ("Årsrapport 2031", SAID))
    assert pairs(rows).count(Pair(75, 81, "met")) == 1
    (target,) = (target for target in targets(rows) if target.value == 75)
    (result,) = (result for result in results(rows) if result.target_id == target.target_id)
    assert (target.attachment_no, result.attachment_no) == ("2", "3")


def test_another_result_of_an_item_stays_beside_that_of_its_attachment() -> None:
    rows = read(("", SUMMARY.replace("81", "83") + "\n"), ("Aftale for 2031", AGREED), ("Årsrapport 2031", SAID))
    assert {pair.result for pair in pairs(rows) if pair.target == 75} == {81, 83}


PARTS = """\


Mål 4.6 Ture
Der skal sejles mindst 250 ture til øerne.

Resultat
Turene fordeler sig sådan:
Lysø    52
Grønø   19
Stenø   60
"""


def test_parts_that_add_up_to_the_printed_result_are_no_results_of_their_own() -> None:
    table = "Mål\tMåltal 2031\tResultat 2031\n4.6 Ture til øerne\t250\t131\n4.7 Nye broer\t6\t4\n"
    assert [pair for pair in pairs(read((REPORT, table + PARTS))) if pair.target == 250] == [
        Pair(250, 131, "not_met")
    ]


PLAN = "Plan for 2031\n\n| Mål | Niveau |\n|---|---|\n| Akutte hjemkaldelser | højst 9 % |\n| Faste ture | 40 |\n"


def test_the_row_of_an_agreement_is_one_with_the_goal_that_an_item_tells_by_its_result() -> None:
    told = "Andelen af akutte hjemkaldelser er steget til 9,4 %. Kredsens mål er højst 9 %.\n"
    rows = read(("", told), ("Plan for 2031", PLAN))
    assert [pair for pair in pairs(rows) if pair.target == 9] == [Pair(9, 9.4, "not_met")]


def test_a_numbered_goal_of_an_item_tells_what_came_of_that_of_its_agreement() -> None:
    told = "Status er følgende:\n\nMål 1: 212 unge bor på værelse. Det er færre end målet, som er højst 230.\n"
    agreed = "Aftale for 2031\n\nMål 1. Flere unge i egen bolig\nMåltal: Højst 230 unge bor på værelse.\n"
    rows = read(("", told), ("Aftale for 2031", agreed))
    assert [target.value for target in targets(rows)] == [230]


def test_the_row_of_the_total_is_what_the_text_tells_of_all() -> None:
    text = (
        "Rådets mål er, at ledigheden højst er 5,5 pct. i 2031. Den blev 6,7 pct.\n\n"
        "Tallene er i pct.\n\nHavn\tMåltal 2031\t2031\nNord\t6,0\t8,1\nSyd\t4,8\t4,6\nHavnene i alt\t5,5\t6,7\n"
    )
    assert [pair[:2] for pair in pairs(read((REPORT, text)))] == [(6, 8.1), (4.8, 4.6), (5.5, 6.7)]


def test_the_agreement_of_the_next_year_may_state_the_same_again() -> None:
    agreed = (
        "Resultatkontrakt 2032\n\nMål 1. Gæster\n\n1.1 Mindst 80 pct. af gæsterne er tilfredse med havnen i 2032.\n"
    )
    told = "Status på Resultatkontrakt 2031\n\n"
    told += "Nr.\tMål\tMåltal 2031\tResultat 2031\n1.1\tTilfredse gæster\t80 pct.\t83 pct.\n"
    told += "1.2\tBesøg\t300\t288"
    rows = read(("Resultatkontrakt 2032", agreed), ("Status på Resultatkontrakt 2031", told), meeting=2032)
    assert sorted(pairs(rows), key=str) == sorted(
        [Pair(80, 83, "met"), Pair(300, 288, "not_met"), Pair(80, None, "pending")], key=str
    )


@pytest.mark.parametrize("label", ["1.2 Både fremme til tiden", "1.2 Punktlighed"])
def test_a_row_with_the_number_of_a_sub_goal_tells_what_came_of_it(label: str) -> None:
    agreed = (
        "Resultatkontrakt 2031\n\n1. Drift\n\n1.1 Ture\nMål   Der sejles 400 ture.\n\n"
        "1.2 Afgang\nMål   Færgen er fremme inden for fem minutter i mindst 90 pct. af turene.\n"
    )
    told = "31 pct. af turene var lukkede selskaber.\n\nNr.\tMål\tMåltal 2031\tResultat 2031\n"
    told += f"1.1\tTure\t400\t412\n{label[:3]}\t{label[4:]}\t90 pct.\t86,1 pct.\n"
    rows = read(("Resultatkontrakt 2031", agreed), ("Status på Resultatkontrakt 2031", told))
    assert [pair for pair in pairs(rows) if pair.target == 90] == [Pair(90, 86.1, "not_met")]
    assert [target.comparator for target in targets(rows) if target.value == 90] == [">="]
