"""Text whose lines a converter put together by height: heads that mix, and rows that end in words and dates."""

from __future__ import annotations

import pytest
from flat_tables import facts, packet, rows

from extractors.tables.flat.extract import find_flat_tables
from schemas.document import Document, Line, Page
from schemas.packet import Packet


@pytest.mark.parametrize(
    ("head", "heads"),
    [
        (
            "Rute\nTure i 2031 Passa-\ngerer\nUdgift,\n1.000 kr.\nDækning,\nDag Nat pct.",
            ["Ture i 2031 / Dag", "Ture i 2031 / Nat", "Passagerer", "Udgift, 1.000 kr.", "Dækning, pct."],
        ),
        (
            "Rute\nTure\nDag Nat\nPassagerer\nUdgift\n(mio.\nkr.)\nLængde\n(km)",
            ["Ture / Dag", "Ture / Nat", "Passagerer", "Udgift (mio. kr.)", "Længde (km)"],
        ),
    ],
)
def test_a_unit_goes_with_the_head_whose_comma_or_bracket_asks_for_it(head: str, heads: list[str]) -> None:
    lines = [("Nordruten", "41 3 5.912 2.257 32,4"), ("Sydruten", "38 2 4.107 1.933 27,9"),
             ("Østruten", "52 6 6.340 2.018 41,0")]  # fmt: skip
    text = "Trafik på de tre ruter\n" + head + "".join(f"\n{label} {values}" for label, values in lines)
    found = facts(text)
    assert not found or found == rows(heads, *lines)
    if "," in head:
        assert found


def test_brackets_over_lines_hold_one_head_together() -> None:
    text = "Nye veje\nVej\nLængde\n(km)\nUdgift\n(mio.\nkr.) Andel\n"
    text += "Møllevej 5,2 19,8 50 %\nEngvej 3,4 12,4 45 %\nSkovvej 1,9 6,1 40 %\n"
    heads = ["Længde (km)", "Udgift (mio. kr.)", "Andel"]
    assert [fact[:2] for fact in facts(text)] == [
        (road, head) for road in ("Møllevej", "Engvej", "Skovvej") for head in heads
    ]


def test_a_label_goes_on_behind_the_dash_its_line_ends_in() -> None:
    text = "Cykelstier\nStrækning Længde Udgift\nTorvet – Havnen 5,2 19,8\n"
    text += "Skolen –\nStationen\n3,7 12,4\nByen – Åen 2,2 8,1\n"
    assert [label for label, head, _ in facts(text) if head == "Længde"] == [
        "Torvet – Havnen", "Skolen – Stationen", "Byen – Åen"
    ]  # fmt: skip


def test_years_with_the_unit_of_another_head_are_heads() -> None:
    text = "Tabel 1: Fald pr. 1.000 borgere\nÅr\nKommune\nÆndring 2030–31,\n2028 2029 2030 2031 pct.-point\n"
    lines = [
        ("Assens", "51,9 56,4 67,3 44,0 -3,7"),
        ("Nyborg", "44,4 46,8 46,4 39,7 +0,7"),
        ("Odense", "65,8 52,8 39,3 62,3 +1,4"),
    ]
    text += "\n".join(f"{label} {values}" for label, values in lines)
    heads = ["År / 2028", "År / 2029", "År / 2030", "År / 2031", "Ændring 2030–31, pct.-point"]
    assert facts(text) == rows(heads, *lines)


def test_one_head_spans_no_years_of_which_some_stand_over_shares() -> None:
    text = (
        "Besøg i husene\nEmne\nBesøg fra erhvervet\nVækst i\nalt\nNye Kendte\n2029 2030 2029 2030\n"
        "Eksport 51 104 158 44 -5,0 %\nLån 184 245 202 211 12,9 %\nKlima 109 214 160 173 -13,4 %\n"
    )
    heads = [f"Besøg fra erhvervet / {group} / {year}" for group in ("Nye", "Kendte") for year in (2029, 2030)]
    assert [head for label, head, _ in facts(text) if label == "Lån"] == [*heads, "Vækst i alt"]


def test_years_behind_other_heads_are_below_the_last_of_the_upper_ones() -> None:
    text = (
        "Tabel 2. Bidrag fra de største\nKommune\nFirmaer Bidrag, 1.000 kr.\nAntal Andel, pct. 2030 2031\n"
        "Køge 6.124 50,3 368,6 386,4\nGreve 1.187 9,8 71,9 74,3\nSolrød 1.102 9,1 66,4 69,4\n"
    )
    assert [head for label, head, _ in facts(text) if label == "Køge"] == [
        "Firmaer / Antal", "Firmaer / Andel, pct.", "Bidrag, 1.000 kr. / 2030", "Bidrag, 1.000 kr. / 2031"
    ]  # fmt: skip


PROJECTS = """
Indsatser i 1.000 kr.
Projekt
Budget
2031
Regnskab
2031 Afvigelse
Rest til
2032 Udløb
Havn og by
Ny kaj 1.210 975 (235) 204 31/12 2033
Lys på torvet 3.930 3.297 (633) 415 30/6 2034
Bænke 1.798 1.612 (186) 188 30/6 2033
Stier 2.572 2.678 106 218 31/12 2032
I alt 9.510 8.562 (948) 1.025
Veje
Ny vej 2.082 1.177 (905) 427 30/6 2033
Skilte 600 378 (222) 598 30/6 2032
I alt 2.682 1.555 (1.127) 1.025
"""


def test_dates_that_end_rows_are_no_values_and_brackets_are_a_column() -> None:
    heads = ["Budget 2031", "Regnskab 2031", "Afvigelse", "Rest til 2032"]
    lines = [("Ny kaj", "1.210 975 (235) 204"), ("Lys på torvet", "3.930 3.297 (633) 415"),
             ("Bænke", "1.798 1.612 (186) 188"), ("Stier", "2.572 2.678 106 218"),
             ("I alt", "9.510 8.562 (948) 1.025"), ("Ny vej", "2.082 1.177 (905) 427"),
             ("Skilte", "600 378 (222) 598"), ("I alt", "2.682 1.555 (1.127) 1.025")]  # fmt: skip
    found = [(label.rpartition(" / ")[2], head, value) for label, head, value in facts(PROJECTS)]
    assert found == rows(heads, *lines)


def test_numbers_with_others_in_brackets_in_all_rows_are_one_cell() -> None:
    text = "Område 2030 2031\nNord 121 (46) 133 (41)\nSyd 98 (31) 104 (36)\nVest 77 (20) 81 (25)\n"
    assert facts("Sager (heraf nye)\n" + text)[0] == ("Nord", "2030", "121 (46)")


def test_counts_kept_back_stand_in_their_column() -> None:
    lines = [("Nord", "121 75 46 20,4"), ("Syd", "98 <5 31 18,8"), ("Vest", "77 64 20 15,0")]
    text = "Tabel 1: Fald\nKommune Mænd Kvinder Børn Andel\n" + "\n".join(f"{a} {b}" for a, b in lines)
    assert facts(text) == rows(["Mænd", "Kvinder", "Børn", "Andel"], *lines)


def test_rows_with_fewer_values_below_heads_of_their_own_are_another_table() -> None:
    text = (
        "Indlæggelser 2031\nKommune Nye Gamle Unge I alt\nAssens 12 31 20 63\nNyborg 15 22 31 68\n"
        "Odense 80 71 60 211\n"
        "Kerteminde 5 9 3 17\n\nLæger på øen\nOmråde Praksis Åbne\nNordøen 26 4\nSydøen 34 9\nVestøen 41 7\n"
    )
    assert [fact for fact in facts(text) if fact[0].endswith("øen")][:2] == [
        ("Nordøen", "Praksis", "26"), ("Nordøen", "Åbne", "4")
    ]  # fmt: skip


def test_a_line_of_a_row_is_no_head() -> None:
    grids, findings = find_flat_tables(packet(PROJECTS.replace("Lys", "\n2031 Udløb\nLys")))
    texts = [head for grid in grids for path in grid.col_paths for head in path]
    assert not any("1.210" in text for text in texts), findings


def test_a_unit_in_brackets_is_that_of_the_head_before_it() -> None:
    text = (
        "Regnskab\nPost\nRealiseret 2031\n(kr.) Budget 2031 (kr.)\nRealiseret 2030\n(kr.)\n"
        "Bidrag 9.655.210 9.600.000 9.312.080\nTilskud 1.797.644 3.250.000 2.785.331\nRenter 63.854 65.268 61.911\n"
    )
    assert [head for label, head, _ in facts(text) if label == "Renter"] == [
        "Realiseret 2031 (kr.)", "Budget 2031 (kr.)", "Realiseret 2030 (kr.)"
    ]  # fmt: skip


def test_the_number_of_a_note_heads_its_labels() -> None:
    text = (
        "Resultat\nPost Budget Regnskab Rest\nIndtægter 63.854 65.268 1.414\nUdgifter 60.112 61.044 932\n"
        "Løn 30.500 30.100 400\nPersonale (kr.)\nNote 4 2031 2030\nGager 33.914 32.880\nPension 5.402 5.190\n"
        "Refusion -310 -228\n"
    )
    assert [fact for fact in facts(text) if fact[0] == "Pension"] == [
        ("Pension", "2031", "5.402"), ("Pension", "2030", "5.190")
    ]  # fmt: skip


def test_marks_of_lists_printed_apart_are_no_groups() -> None:
    text = "Udgifter 2031\nOmråde Budget Regnskab\nSkole 120 118\nBus 41 44\n2.\n3.\nBad 17 16\nBy 9 12\n"
    assert {label for label, _, _ in facts(text)} == {"Skole", "Bus", "Bad", "By"}


def test_more_lower_heads_than_values_refuse_the_table() -> None:
    text = (
        "Mål i 1. kvartal 2031\nMål Årsmål\n1. kvartal 2. kvartal\nPlan Nået Plan Nået Helår\nRåd\n"
        "Nye firmaer 463 122 119\nGamle firmaer 391 370 342\nLån 465 136 167\nKurser\nEksport 496 127 134\n"
        "Klima 582 141 101\nIndkøb 625 110 186\n"
    )
    grids, findings = find_flat_tables(packet(text))
    assert grids == []
    assert [finding.rule for finding in findings] == ["table_refused"]


def test_values_below_their_label_may_end_in_a_date() -> None:
    text = PROJECTS.replace("Bænke 1.798", "Bænke og borde\nved stranden\n1.798")
    assert [value for label, _, value in facts(text) if label.endswith("Bænke og borde ved stranden")] == [
        "1.798", "1.612", "(186)", "188"
    ]  # fmt: skip


def test_heads_of_many_lines_again_on_the_next_page_part_no_table() -> None:
    head = "Projekt\nBudget\n2031\nRegnskab\n2031 Rest\nOverført til\n2032\nTilbage i alt"
    first = f"Indsatser\n{head}\nNy kaj 1.210 975 235 204 31\nLys 3.930 3.297 633 415 8\nBord 1.798 1.612 186 188 7"
    pages = [first, f"{head}\nSti 2.572 2.418 154 218 9\nHal 582 441 141 101 4"]
    lines = [(number, text) for number, page in enumerate(pages, 1) for text in page.split("\n")]
    made = [Line(i, number, text, i + 1) for i, (number, text) in enumerate(lines)]
    parts = tuple(Page(n, tuple(line for line in made if line.page == n)) for n in (1, 2))
    document = Document("0" * 64, "prøve.txt", "text/plain", parts, "text")
    (grid,) = find_flat_tables(Packet(document=document))[0]
    assert grid.row_paths[-1] == ("Hal",)
    assert [path[-1] for path in grid.col_paths[1:]] == [
        "Budget 2031", "Regnskab 2031", "Rest", "Overført til 2032", "Tilbage i alt"
    ]  # fmt: skip


def test_a_first_label_over_two_lines_is_no_head() -> None:
    text = (
        "Tabel 2: Midler 2031, mio. kr.\nMio. kr.\nOmråde Byer Borgere Drift Udvikling\nNordlige\nkreds\n"
        "Aalby, Bedby, Cedby,\nDalby\n321.199 3,5 3,5\nSydlige kreds Elby, Fårby 131.421 8,9 2,3\n"
        "Vestlige kreds Gamby, Holby 88.926 5,7 0,8\nØstlige kreds Ildby, Jerby 388.379 5,5 1,7\n"
    )
    assert [(head, value) for label, head, value in facts(text) if label.startswith("Sydlige")] in (
        [],
        [("Borgere", "131.421"), ("Drift", "8,9"), ("Udvikling", "2,3")],
    )


def test_a_head_made_of_two_others_is_none() -> None:
    text = (
        "Optag 2029-2031\nvækst\n2029-2031\nvækst\n2030-2031\n2029 2030 2031 antal pct antal pct\n"
        "Smede 569 552 574 5 1 22 4\nTømrere 255 287 288 33 13 1 0\nMurere 507 470 445 -62 -12 -25 -5\n"
    )
    assert {head for _, head, _ in facts(text)}.isdisjoint({"antal pct", "2029-2031 vækst 2030-2031"})


def test_a_row_of_heads_with_each_on_its_own_line_is_below_no_other() -> None:
    text = (
        "Tabel 9: Påbud\nTilbudstype Ledelse og/\nRammer\nMetoder og\nresultater\nKompetencer\nFysik\nTrivsel\n"
        "Økonomi\nFamilier\nSkærpet 1 0 2 0 0 9\nPåbud 2 0 2 3 0 0\nVilkår 0 3 1 2 0 0\nTilbud\n"
        "Skærpet 9 0 4 2 2 3\nPåbud 3 2 4 3 3 1\nVilkår 1 1 0 9 0 0\n"
    )
    assert {head for _, head, _ in facts(text)} <= {
        "Ledelse og/Rammer", "Metoder og resultater", "Kompetencer", "Fysik", "Trivsel", "Økonomi"
    }  # fmt: skip


def test_a_wrapped_head_of_a_described_table_begins_no_label() -> None:
    text = (
        "Tabel 5: Besøg\nBesøgstype Anvendelse\nAntal\nudførte\nFørste besøg\n"
        "Alle emner skal behandles ved det første besøg, og det varer altid\nen hel dag.\n464\n"
        "Årligt besøg Det årlige besøg, hvor enkelte emner i\nmodellen er med, og som er varslet.\n1.081\n"
        "Uvarslet besøg Følger op på om det aftalte er opfyldt. Kan\nvare længe, når noget er galt.\n850\n"
    )
    assert [fact for fact in facts(text) if fact[2] == "464"] in ([], [("Første besøg", "Antal udførte", "464")])


def test_bars_of_thousands_with_their_words_below_are_no_table() -> None:
    text = (
        "Kilde: Havnens tal\nBesøg i havnen, 2031\n0\n400\n1.200\n612\nJolle\n1.104\nKutter\n897\nFærge\n341\nBåd\n"
    )
    assert facts(text) == []
