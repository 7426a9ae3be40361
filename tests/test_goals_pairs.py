"""Targets, results and who belongs to whom, in the forms that contracts and reports print."""

import pytest
from goal_packets import CONTRACT, HALF_YEAR, REPORT, Pair, findings, pairs, read, results, targets

SHEET = """\
Nationalt fastsat mål

Mål 3 – Tilfredse kunder

Mål Mindst 75 pct. af kunderne angiver i 2031, at de er meget tilfredse med rådgiverens viden.

Metode Opgøres i en årlig undersøgelse blandt 800 kunder.

Afrapportering Sekretariatet afrapporterer en gang årligt.

Afrapportering og målopfyldelse – Mål 3
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Målet var 310 besøg. Resultatet blev 325 besøg.", (310, 325, "met")),
        ("Målet var min. 3. Resultatet blev 2 besøg.", (3, 2, "not_met")),
        ("Målet var at øge antallet med 8%. Resultatet er, at det er øget med 11%", (8, 11, "met")),
        ("Målet var at øge antallet med 8% i 2031 Resultatet er, at det er øget med 5%", (8, 5, "not_met")),
        ("81% af kunderne var meget tilfredse. Målet var 75%.", (75, 81, "met")),
        ("Resultatet er 71%, og målet var 75%.", (75, 71, "not_met")),
        ("Målet om mindst 80 pct. tilfredse kunder er opfyldt med 84 pct.", (80, 84, "met")),
        ("I 2031 var 77 pct. af kunderne tilfredse (mål: 80 pct.).", (80, 77, "not_met")),
        ("Målet var en kurs på 4%. Resultatet er 4,5%", (4, 4.5, "met")),
        ("Resultatmål: Mindst 500 besøg. Opnået: 412 besøg.", (500, 412, "not_met")),
        ("Der er gennemført 460 af de 450 aftalte forløb.", (450, 460, "met")),
        ("Målet er, at mindst 40 virksomheder deltager. Der har deltaget 38 virksomheder.", (40, 38, "not_met")),
        ("Målet er, at mindst fire virksomheder deltager. Der har deltaget seks virksomheder.", (4, 6, "met")),
    ],
)
def test_target_and_result_of_one_passage_are_a_pair(text: str, expected: tuple[float, float, str]) -> None:
    rows = read((REPORT, f"Mål 5 – Synlighed\n\nAfrapportering og målopfyldelse – Mål 5\n\n{text}"))
    assert pairs(rows) == [Pair(*expected)]


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        ("79 pct. af kunderne er meget tilfredse.", [Pair(75, 79, "met")]),
        ("Målet var, at mindst 75% var meget tilfredse. Det var 70% af kunderne.", [Pair(75, 70, "not_met")]),
        (
            "72% af kunderne er meget tilfredse. 78% i hhv. driftssegmentet og 66% i vækstsegmentet er "
            "meget tilfredse.",
            [Pair(75, 72, "not_met"), Pair(75, 78, "met"), Pair(75, 66, "not_met")],
        ),
        (
            "Sidste år var 81 pct. af kunderne meget tilfredse, og det forventes, at 85 pct. bliver det.",
            [Pair(75, None, "unknown")],
        ),
    ],
)
def test_the_result_of_a_goal_sheet_is_found_in_its_report(report: str, expected: list[Pair]) -> None:
    assert pairs(read((REPORT, f"{SHEET}\n{report}"))) == expected


def test_segments_that_follow_their_numbers_are_read() -> None:
    rows = read((REPORT, f"{SHEET}\n74% i driftssegmentet og 68% i vækstsegmentet er meget tilfredse."))
    assert [(r.segment, r.value) for r in results(rows)] == [("drift", 74), ("vækst", 68)]


def test_what_a_method_measures_is_no_target() -> None:
    assert [t.value for t in targets(read((REPORT, SHEET)))] == [75]


def test_the_stated_fulfilment_is_not_the_result() -> None:
    text = f"{SHEET}\nAndelen af meget tilfredse kunder er 69 pct., og målopfyldelsen er derfor 92%."
    (result,) = results(read((REPORT, text)))
    assert (result.value, result.fulfilment_pct, result.status) == (69, 92, "not_met")


def test_an_equation_of_fulfilment_ties_the_two_numbers() -> None:
    text = (
        f"{SHEET}\nUndersøgelsen viser en andel på 60%.\n\nMålet vurderes opnået til 80% (75% "
        f"er lig 100%, 60% er lig 80%)."
    )
    (result,) = results(read((REPORT, text)))
    assert (result.value, result.fulfilment_pct, result.target_id) == (60, 80, "g001")


def test_the_degree_of_a_goal_with_one_result_is_that_of_its_target() -> None:
    rows = read((REPORT, f"{SHEET}\n79 pct. af kunderne er meget tilfredse.\n\nMålopfyldelsen er derfor 100%"))
    (result,) = results(rows)
    assert (result.scope, result.goal_no, result.value, result.fulfilment_pct) == ("target", "3", 79, 100)


def test_the_degree_of_a_goal_of_several_targets_is_a_row_of_its_own() -> None:
    sheet = SHEET.replace("\n\nMetode", " Mindst 40 pct. af kunderne skal være nye.\n\nMetode")
    text = f"{sheet}\n79 pct. af kunderne er meget tilfredse.\n\nMålopfyldelsen er derfor 90%"
    whole = [r for r in results(read((REPORT, text))) if r.scope == "goal"]
    assert [(r.goal_no, r.fulfilment_pct, r.status) for r in whole] == [("3", 90, "partly")]


def test_a_condition_of_fulfilment_states_the_target() -> None:
    text = (
        "Mål 9 – Netværk\n\nMål Netværkene styrkes.\n\nAfrapportering Sker årligt.\n\n"
        "Målet er 100% opfyldt, når de 6 aktiviteter er gennemført.\n\n"
        "Afrapportering og målopfyldelse – Mål 9\n\nAlle 6 aktiviteter er gennemført."
    )
    assert pairs(read((REPORT, text))) == [Pair(6, 6, "met")]


def test_labels_may_stand_alone_on_their_line() -> None:
    text = "Mål 2 – Kendskab\n\nMål\n\nI 2031 skal kendskabet være mindst 45 pct.\n\nMetode\n\nMåles i foråret."
    (target,) = targets(read((REPORT, text)))
    assert (target.goal_no, target.value, target.comparator, target.period) == ("2", 45, ">=", "2031")


def test_cells_of_a_sheet_may_be_set_apart_by_tabs() -> None:
    text = "Mål 2 – Kendskab\nMål\tI 2031 skal kendskabet være mindst 45 pct.\nMetode\tMåles blandt 900 kunder."
    assert [t.value for t in targets(read((REPORT, text)))] == [45]


def test_a_list_of_måltal_states_targets_and_its_report_counts() -> None:
    text = (
        "Mål 12 – Forløb\n\nMålsætning for antal forløb:\n\n• Vækstforløb: 120\n• Korte forløb: 640\n\n"
        "Afrapportering og målopfyldelse – Mål 12\n\n"
        "Huset har pr. 31.12.31 gennemført 131 vækstforløb og 598 såkaldt korte forløb."
    )
    assert sorted(pairs(read((REPORT, text)))) == [Pair(120, 131, "met"), Pair(640, 598, "not_met")]


def test_two_targets_of_one_sentence_get_the_results_with_their_words() -> None:
    text = (
        "Mål 7 – Effekt\n\nMål Kunderne skal have en mervækst på mindst 8 procentpoint i eksport og "
        "mindst 3 procentpoint "
        "i beskæftigelse.\n\nAfrapportering og målopfyldelse – Mål 7\n\nKunderne har haft en vækst i "
        "beskæftigelsen, som er 4,1 "
        "procentpoint højere end kontrolgruppens, og en vækst i eksporten, som er -1,5 procentpoint lavere."
    )
    assert sorted(pairs(read((REPORT, text)))) == [Pair(3, 4.1, "met"), Pair(8, -1.5, "not_met")]


def test_one_result_may_serve_two_targets() -> None:
    text = (
        "Mål 11 – Henvisning\n\nMåltal:\n\n• 11.1: Huset henviser 60% af de kunder, der får en "
        "driftplan, og 70% af de kunder, "
        "der får en skaleringsplan, til rådgivere\n\nMål 11.1: Henvisninger\n\n"
        "73% af de kunder, der har fået enten en driftplan eller en skaleringsplan, er henvist til rådgivere."
    )
    assert pairs(read((HALF_YEAR, text), meeting=2031)) == [Pair(60, 73, "met"), Pair(70, 73, "met")]


def test_results_without_evidence_stay_unpaired() -> None:
    text = f"{SHEET}\nHuset har haft 51 besøg og en omsætning på 12 mio. kr."
    assert pairs(read((REPORT, text))) == [Pair(75, None, "unknown")]


def test_a_target_without_result_is_told_in_a_finding() -> None:
    rules = {f.rule for f in findings(read((REPORT, SHEET)))}
    assert rules == {"target_without_result"}


def test_a_part_of_a_goal_that_the_text_calls_met_needs_no_target() -> None:
    text = f"{SHEET}\nAndelen af nye kunder er for 2031 52,5%, dvs. denne del af målet er opfyldt."
    assert Pair(None, 52.5, "met") in pairs(read((REPORT, text)))


CONTRACT_TEXT = """\
Mål 1 – Kunder

Mål Mindst 60 pct. af kunderne skal være nye. Kunderne giver en Net Promoter Score (NPS) på mindst 50.

Metode Opgøres i kundesystemet.

Mål 8 – Forløb

Samlet set skal huset gennemføre 500 forløb i 2031. Måltal:

• Huset gennemfører 380 korte forløb i 2031
• Huset gennemfører 120 lange forløb i 2031 fordelt på 70 driftplaner og 50 skaleringsplaner.
"""

HALF_YEAR_TEXT = """\
Mål 1.1: Mindst 60 pct. af kunderne skal være nye.

Mål 1.1: Nye kunder

66% af kunderne i første halvår er nye. Det er over målet.

Mål 1.2: Kunderne giver en Net Promoter Score (NPS) på mindst 50.

Mål 1.2: Net Promoter Score

Vi har for nuværende en NPS på 47, hvilket er lige under målet.

Mål 8 - Forløb

• 8.1: Huset gennemfører 380 korte forløb i 2031

• 8.2: Huset gennemfører 120 lange forløb i 2031 fordelt på 70 driftplaner og 50 skaleringsplaner.

Mål 8.1 og 8.2: Antal forløb

Efter første halvår er status:
• 190 korte vejledninger
• 30 driftplaner
• 28 skaleringsplaner

Vi har indfriet 50% af målet for antallet af korte vejledninger. Vi har nået 43% af målet for driftplaner og
56% af skaleringsplaner.
"""


def test_contract_and_report_meet_in_one_item() -> None:
    rows = read((CONTRACT, CONTRACT_TEXT), (HALF_YEAR, HALF_YEAR_TEXT), meeting=2031)
    found = {(t.sub_no, t.value): t for t in targets(rows)}
    assert set(found) == {
        ("1.1", 60), ("1.2", 50), (None, 500), ("8.1", 380), ("8.2", 120), ("8.2", 70), ("8.2", 50),
    }  # fmt: skip
    assert found[None, 500].standing == "total"
    assert {t.contract for t in found.values()} == {CONTRACT}
    assert {t.attachment_no for t in found.values()} == {"1", "2"}
    assert sorted((p.target, p.result, p.status) for p in pairs(rows) if p.result is not None and p.target) == [
        (50, 28, "pending"), (50, 47, "not_met"), (60, 66, "met"), (70, 30, "pending"), (380, 190, "pending"),
    ]  # fmt: skip


def test_the_reached_share_of_a_count_is_its_fulfilment() -> None:
    rows = read((CONTRACT, CONTRACT_TEXT), (HALF_YEAR, HALF_YEAR_TEXT), meeting=2031)
    assert {r.value: r.fulfilment_pct for r in results(rows) if r.fulfilment_pct} == {190: 50, 30: 43, 28: 56}


LABELLED = """\
Mål 4.1 – Digitalisering

Mål: 75 pct. af kunderne oplever effekt.
Resultat: 71 pct.
Målopfyldelse: 95 pct.

Mål 4.2 – Eksport

Mål: 40 eksportforløb.
Resultat: 52 forløb.
Målopfyldelse: 100 pct.
"""


def test_labelled_lines_of_a_sub_goal_are_target_result_and_degree() -> None:
    rows = read((REPORT, LABELLED))
    assert pairs(rows) == [Pair(75, 71, "not_met"), Pair(40, 52, "met")]
    assert [(t.sub_no, t.value) for t in targets(rows)] == [("4.1", 75), ("4.2", 40)]
    assert [r.fulfilment_pct for r in results(rows)] == [95, 100]


def test_segments_as_labels_answer_the_one_target() -> None:
    text = f"{SHEET}\nDriftssegment: 82 pct.\nVækstsegment: 71 pct.\nSamlet: 76,5 pct."
    found = {(r.segment, r.value, r.status) for r in results(read((REPORT, text)))}
    assert {(segment, float(value), status) for segment, value, status in found if value} == {
        ("drift", 82, "met"), ("vækst", 71, "not_met"), (None, 76.5, "met"),
    }  # fmt: skip


def test_a_degree_without_a_number_stands_beside_its_target() -> None:
    text = (
        "Mål 8 – Forløb\n\nMåltal:\n\n• 8.1: Huset gennemfører 380 korte forløb\n\n• 8.2: Huset "
        "gennemfører 70 driftplaner\n\n"
        "Mål 8.1 og 8.2: Antal\n\nVi har nået 61% af målet for driftplaner."
    )
    rows = read((HALF_YEAR, text), meeting=2031)
    (result,) = results(rows)
    by_key = {t.target_id: t.value for t in targets(rows)}
    assert (by_key[result.target_id or ""], result.value, result.fulfilment_pct, result.status) == (
        70, None, 61, "pending",
    )  # fmt: skip


def test_a_count_without_its_noun_answers_the_sub_goal() -> None:
    text = (
        "Mål 9.3: Der udarbejdes 17 cases.\n\nMål 9.3: Cases\n\n"
        "Arbejdet med cases er i gang, og de første fem er udarbejdet."
    )
    assert pairs(read((HALF_YEAR, text), meeting=2031)) == [Pair(17, 5, "pending")]


def test_a_number_printed_twice_is_put_right_and_told() -> None:
    text = (
        "Mål 5.1: Huset laver mindst 3 kampagner.\n\n5.1: Huset afholder mindst 9 møder.\n\n"
        "Mål 5.1: Kampagner\n\nDer er lavet 4 kampagner.\n\nMål 5.2: Møder\n\nDer er afholdt 7 møder."
    )
    rows = read((HALF_YEAR, text), meeting=2031)
    assert [(t.sub_no, t.value) for t in targets(rows)] == [("5.1", 3), ("5.2", 9)]
    assert sorted(pairs(rows)) == [Pair(3, 4, "met"), Pair(9, 7, "pending")]
    assert "goal_misnumbered" in {f.rule for f in findings(rows)}


def test_a_target_held_for_the_next_year_takes_that_year() -> None:
    text = "Mål 4 – Rådgivere\n\nMåltal:\n\n• I 2030 er målet for rådgiverne 44 forløb. Målet fastholdes i 2031."
    assert [(t.value, t.period) for t in targets(read((CONTRACT, text), meeting=2031))] == [(44, "2031")]


def test_a_level_to_be_held_is_the_target() -> None:
    text = (
        "Mål 4 – Tilskud\n\nMåltal:\n\n• I 2030 var tilskuddet 27 mio. kr. Derfor er det målet "
        "at fastholde niveauet i 2031."
    )
    assert [(t.value, t.unit, t.period) for t in targets(read((CONTRACT, text), meeting=2031))] == [
        (27, "mio. kr.", "2031")
    ]


def test_a_heading_may_state_its_target() -> None:
    text = "Mål 1: Mindst 80 pct. af kunderne er tilfredse\n\nResultat\n\n84 pct. af kunderne var tilfredse i 2031."
    assert pairs(read((REPORT, text))) == [Pair(80, 84, "met")]


def test_targets_of_a_contract_without_headings_are_found() -> None:
    text = "Kunder\n\nHuset skal vejlede mindst 500 virksomheder i 2031.\n\nSagsbehandlingen må højst tage 14 dage."
    found = [(t.comparator, t.value, t.unit) for t in targets(read((CONTRACT, text), meeting=2031))]
    assert found == [(">=", 500, "virksomheder"), ("<=", 14, "dage")]


@pytest.mark.parametrize(
    ("banner", "level"),
    [("Nationalt fastsat mål", "national"), ("Regionalt mål", "regional"), ("Lokale mål", "lokal")],
)
def test_the_banner_above_a_goal_tells_who_set_it(banner: str, level: str) -> None:
    text = f"{banner}\n\nMål 6 – Netværk\n\nMål Der skal etableres 12 netværk."
    assert [t.level for t in targets(read((REPORT, text)))] == [level]


def test_a_list_of_goals_in_groups_tells_who_set_them() -> None:
    text = (
        "Nationalt fastsatte mål:\n\n1. Kendskab\n2. Netværk\n\nRegionale mål:\n\n3. Havne\n\n"
        "Mål 2 – Netværk\n\nMål Der skal etableres 12 netværk.\n\nMål 3 – Havne\n\nMål Der skal laves 4 forløb."
    )
    found = {t.goal_no: t.level for t in targets(read((REPORT, text)))}
    assert found == {"2": "national", "3": "regional"}


def test_the_same_packet_gives_the_same_rows() -> None:
    papers = ((CONTRACT, CONTRACT_TEXT), (HALF_YEAR, HALF_YEAR_TEXT))
    assert read(*papers, meeting=2031) == read(*papers, meeting=2031)
