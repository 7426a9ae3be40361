"""Forms in which bodies print their points: numbers, kinds told with letters, numbered headings, closed parts."""

import pytest
from made_documents import text_document

from extractors.agenda.appointments import extract_appointments
from extractors.agenda.recommendations import extract_recommendations
from extractors.splitting import split
from extractors.splitting.cited import cited_numbers
from extractors.splitting.item_numbers import parse_item_number
from extractors.splitting.sections import numbered_section, section_name
from extractors.splitting.titles import is_routine
from schemas.records import Decision

PROSE = "Havnene ved sundet får ny belysning, og arbejdet er færdigt til foråret.\nUdgiften deles af ejerne."
ADVICE = "Indstilling\nDet indstilles, at rådet godkender planen."


def agenda(*points, head="Havnerådet\nDagsorden til mødet den 4. maj 2027"):
    return split(text_document(head + "\n\n" + "\n\n".join(points)))


def items(packet):
    return [(item.item_no, item.item_type, item.title) for item in packet.items]


@pytest.mark.parametrize(
    "form",
    [
        "Nr. {}: {}",
        "Nr. {} – {}",
        "Punkt {} / {}",
        "Punkt {} | {}",
        "Emne {}: {}",
        "Dagsorden pkt. {}: {}",
        "Dagsordenens punkt {} – {}",
        "Mødepunkt {}. {}",
        "Sag nr.: {} {}",
        "{}.) {}",
        "{}.{}",
        "Sag 2031-{}: {}",
        "Åbent punkt {}: {}",
        "Åben sag {}. {}",
        "Sag {}-2031: {}",
    ],
)
def test_numbers_of_points(form):
    packet = agenda(*(f"{form.format(n, title)}\n{ADVICE}" for n, title in enumerate(("Lys", "Kaj", "Slip"), 1)))
    assert items(packet) == [("1", None, "Lys"), ("2", None, "Kaj"), ("3", None, "Slip")]


def test_a_list_that_counts_with_nr_is_no_agenda():
    points = [f"Nr. {n}: {title}\n{PROSE}" for n, title in enumerate(("Lys", "Kaj", "Slip"), 1)]
    assert items(agenda(*points, head="Rapport om havnene\nEjernes samarbejde")) == []


def test_numbers_behind_the_year_are_printed_with_it():
    packet = agenda(*(f"SAG 31/{n}: {title}\n{ADVICE}" for n, title in ((8, "Lys"), (9, "Kaj"), (10, "Slip"))))
    assert items(packet) == [("31/8", None, "Lys"), ("31/9", None, "Kaj"), ("31/10", None, "Slip")]
    assert not packet.findings


@pytest.mark.parametrize("form", ["{}.{}. {}", "{}{}. {}", "{}.{}) {}"])
def test_numbers_behind_the_letter_of_a_chapter(form):
    points = [("A", 1, "Lys"), ("A", 2, "Kaj"), ("B", 1, "Slip")]
    packet = agenda(*(
        f"{'' if n > 1 else f'{a}. KAPITEL {a}' + chr(10) * 2}{form.format(a, n, title)}\n{ADVICE}"
        for a, n, title in points
    ))  # fmt: skip
    assert [(item.item_no, item.title, item.chapter) for item in packet.items] == [
        ("A.1", "Lys", "KAPITEL A"), ("A.2", "Kaj", "KAPITEL A"), ("B.1", "Slip", "KAPITEL B"),
    ]  # fmt: skip


def test_topics_of_a_report_are_no_points():
    topics = [f"Emne {n}: {title}\n{PROSE}" for n, title in enumerate(("Lys", "Kaj", "Slip"), 1)]
    assert items(agenda(*topics, head="Rapport om havnene\nEjernes samarbejde")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Nr. 3 på listen",
        "Sagnr.: 1-51-70-12-31",
        "Punkt 3-4: Lys",
        "3.Å",
        "3.1Lys",
        "3.LYS",
        "3:Lys",
        "Nr. 548 af 1. maj",
        "nr. 3: Lys",
        "Nr. 3: lys",
    ],
)
def test_what_is_no_number_of_a_point(text):
    assert parse_item_number(text) is None


def test_the_meeting_behind_the_number_is_no_title():
    point = (
        f"Dagsordenspunkt 2.2 til mødet den 4. maj 2027\n\nOrienteringssag: Kajlys\n\nBaggrund\n{PROSE}\n\n{ADVICE}"
    )
    assert items(split(text_document(f"Havnerådet\n{point}"))) == [("2.2", "Orienteringssag", "Kajlys")]


def test_kind_and_title_behind_words_of_their_own():
    point = (
        f"Punktnr. 3.3\nType: Orienteringssag\nTitel: Kajlys\nMødedato: 4. maj 2027\n\nRESUME\n{PROSE}\n\n{ADVICE}"
    )
    assert items(split(text_document(f"Havnerådet\n\n{point}"))) == [("3.3", "Orienteringssag", "Kajlys")]


@pytest.mark.parametrize("form", ["{title} ({letter})", "({letter}) {title}"])
def test_kinds_told_with_letters(form):
    letters = (("Lys", "B"), ("Kaj", "O"), ("Slip", "D"))
    points = [f"{n}. {form.format(title=t, letter=k)}\n{ADVICE}" for n, (t, k) in enumerate(letters, 1)]
    kinds = ("Beslutning", "Orientering", "Drøftelse")
    assert items(agenda(*points)) == [
        (str(n), kind, title) for n, (kind, (title, _)) in enumerate(zip(kinds, letters, strict=True), 1)
    ]


def test_the_letter_of_a_party_is_no_kind():
    packet = agenda(f"1. Forslag fra Bo Dam (B)\n{ADVICE}", f"2. Kaj\n{ADVICE}", f"3. Slip\n{ADVICE}")
    assert [title for _, _, title in items(packet)] == ["Forslag fra Bo Dam (B)", "Kaj", "Slip"]


def test_headings_numbered_within_their_point_are_sections_and_no_points():
    points = [
        f"{n}. Beslutning: {title} (kl. 1{n}.00-1{n}.30)\n\n{n}.1 {ADVICE}"
        f"\n\n{n}.2 Sagsfremstilling\n{PROSE}\n\n{n}.3 Bilag\n- Kort over {title}"
        for n, title in enumerate(("lys", "kaj"), 1)
    ]
    packet = agenda(*points, "3. Eventuelt (kl. 13.00-13.10)")
    assert [(number, kind) for number, kind, _ in items(packet)] == [
        ("1", "Beslutning"),
        ("2", "Beslutning"),
        ("3", None),
    ]
    assert [(s.item_no, s.name) for s in packet.sections][:3] == [
        ("1", "Indstilling"), ("1", "Sagsfremstilling"), ("1", "Bilag"),
    ]  # fmt: skip
    assert [paper.title for paper in packet.attachments] == ["Kort over lys", "Kort over kaj"]


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [("2.1 Indstilling", "2", "Indstilling"), ("2.1 Indstilling", "3", None), ("2.1. Bilag", "2", "Bilag"),
     ("2.1 Havneplan", "2", None), ("21.1 Bilag", "2", None)],
)  # fmt: skip
def test_numbered_headings(text, number, name):
    assert numbered_section(text, number) == name


def test_points_that_count_anew_in_the_closed_part_are_of_no_open_one():
    opened = [f"{n}. {title}\n{ADVICE}" for n, title in enumerate(("Lys", "Kaj", "Slip"), 1)]
    packet = agenda(*opened, "Lukkede punkter", f"1. Køb af grund\n{ADVICE}")
    assert [item.item_no for item in packet.items] == ["1", "2", "3"]
    assert [row.item_no for row in extract_recommendations(packet)] == ["1", "2", "3"]
    assert "pages_without_item" in [finding.rule for finding in packet.findings]


def test_points_that_count_on_in_the_closed_part_are_items():
    packet = agenda(f"1. Lys\n{ADVICE}", f"2. Kaj\n{ADVICE}", "Lukket dagsorden", f"3. Køb af grund\n{ADVICE}")
    assert [item.item_no for item in packet.items] == ["1", "2", "3"]
    assert packet.lines[packet.items[1].span.last].text.startswith("Det indstilles")


def test_minutes_without_headings_hold_decisions_and_no_bilag():
    titles = ("Godkendelse af dagsorden", "Kajlys", "Valg af formand", "Eventuelt")
    said = (
        "Dagsordenen blev godkendt.",
        "Rådet godkendte planen.\nBilag 2.1: Lysplan",
        "Rådet drøftede valget.",
        "Intet.",
    )
    listed = "Dagsorden:\n" + "\n".join(f"{n}. {title}" for n, title in enumerate(titles, 1))
    points = [f"Ad {n}. {title}\n{text}" for n, (title, text) in enumerate(zip(titles, said, strict=True), 1)]
    packet = agenda(listed, *points, head="Havnelauget\nReferat af møde den 4. maj 2027")
    assert packet.kind == "referat"
    assert [(paper.item_no, paper.title, paper.span) for paper in packet.attachments] == [("2", "Lysplan", None)]
    rows = [row for row in extract_recommendations(packet) if isinstance(row, Decision)]
    assert [(row.item_no, row.action) for row in rows] == [("1", "godkende"), ("2", "godkende"), ("3", "drøfte")]


@pytest.mark.parametrize(
    "below",
    ["Havnechef Nina Borre fremlægger planen.", "a. fra formanden\nb. fra lauget", "Lauget ønsker nye lamper her."],
)
def test_text_right_below_a_title_is_none_of_it(below):
    titles = ("Godkendelse af dagsorden", "Lysplan for kajerne ved det gamle pakhus i havnen", "Evt.")
    packet = agenda(*(f"{n}) {title}\n{below}" for n, title in enumerate(titles, 1)))
    assert [title for _, _, title in items(packet)] == list(titles)


@pytest.mark.parametrize("text", ["Det anbefales", "Det indstilles:", "Det indstilles, at"])
def test_who_is_not_told_asks_as_well(text):
    assert section_name(text) == "Indstilling"


@pytest.mark.parametrize(
    ("title", "routine"),
    [
        ("Eventuelt (kl. 15.40-16.00)", True),
        ("Velkomst (5 min.)", True),
        ("Evt.", True),
        ("Budget (kl. 9.00)", False),
    ],
)
def test_routine_titles_with_a_time(title, routine):
    assert is_routine(title) is routine


def test_a_decision_may_name_its_day_before_the_colon():
    packet = agenda(f"Punkt 7: Lys\n\nBaggrund\n{PROSE}\n\nBeslutning 4. maj 2027: Godkendt.")
    assert [row.text for row in extract_recommendations(packet)] == ["Godkendt."]


def test_whom_a_new_member_follows_is_not_appointed():
    text = "Det indstilles, at rådet udpeger en ny repræsentant efter Karl Emil Bach, Lejre Kommune."
    packet = agenda(f"Punkt 7: Udpegning til Havneudvalget\n\nIndstilling\n{text}")
    assert [(row.person, row.body, row.role) for row in extract_appointments(packet)] == [
        (None, "Havneudvalget", "repræsentant")
    ]


def test_points_are_told_by_the_numbered_headings_below_them():
    points = [f"{n}. {t}\n\n{n}.1 Baggrund\n{PROSE}\n\n{n}.2 {ADVICE}" for n, t in enumerate(("Lys", "Kaj"), 1)]
    packet = agenda(*points, f"3. Valg til slippens udvalg\n{PROSE}")
    assert [item.title for item in packet.items] == ["Lys", "Kaj", "Valg til slippens udvalg"]
    assert [s.name for s in packet.sections] == ["Baggrund", "Indstilling"] * 2


def test_a_report_with_numbered_headings_is_no_agenda():
    points = [f"{n}. {title}\n\n{n}.1 Baggrund\n{PROSE}" for n, title in enumerate(("Lys", "Kaj", "Slip"), 1)]
    assert agenda(*points, head="Rapport om havnene\nEjernes samarbejde").items == ()


def test_a_list_behind_the_last_point_is_none():
    packet = agenda(
        f"1. Lys\n{ADVICE}",
        f"2. Kaj\n{ADVICE}\n\nDet sker først:\n\n1. Kajen ryddes\n\n2. Kajen males\n\n3. Kajen åbnes",
    )
    assert [item.item_no for item in packet.items] == ["1", "2"]


def test_what_was_decided_below_a_heading_of_both_is_no_recommendation():
    packet = agenda(f"1. Lys\n{ADVICE}", "2. Kaj\nIndstilling og beslutning\nDrøftet.", f"3. Slip\n{ADVICE}")
    rows = extract_recommendations(packet)
    assert [row.item_no for row in rows if isinstance(row, Decision)] == ["2"]
    assert [row.item_no for row in rows if not isinstance(row, Decision)] == ["1", "3"]


@pytest.mark.parametrize(("text", "numbers"), [("(bilag X og bilag Y)", {"X", "Y"}), ("som bilag i sagen", set())])
def test_letters_of_bilag_that_a_text_cites(text, numbers):
    assert cited_numbers(text) == numbers


@pytest.mark.parametrize(
    "heading", ["Beslutning for Punkt {}:", "Beslutning til pkt. {}", "Beslutning for sag nr. {}:"]
)
def test_headings_that_name_their_point(heading):
    packet = agenda(
        *(
            f"Punkt {n}: {t}\n{PROSE}\n{heading.format(n)}\nGodkendt."
            for n, t in ((1, "Lys"), (2, "Kaj"), (3, "Slip"))
        )
    )
    assert [row.item_no for row in extract_recommendations(packet) if isinstance(row, Decision)] == ["1", "2", "3"]


def test_a_list_of_points_in_an_open_and_a_closed_part_is_no_run_of_headers():
    listed = "Åbne sager\n1. Godkendelse af dagsorden\n2. Takster\n3. Meddelelser\n\nLukkede sager\n4. Udbud\n"
    points = [
        f"{n}. {t}\n\n{ADVICE}\n\nBilag:\n1. Lyskort\n2. Kajkort"
        for n, t in enumerate(("Godkendelse af dagsorden", "Takster", "Meddelelser"), 1)
    ]
    packet = agenda(listed, *points)
    assert [item.item_no for item in packet.items] == ["1", "2", "3", "4"]
    assert [row.item_no for row in extract_recommendations(packet)] == ["1", "2", "3"]


def test_a_list_of_points_with_times_tells_titles_without_them():
    titles = ("Velkomst", "Orientering fra KL", "Eventuelt")
    listed = "DAGSORDEN\n\n" + "\n".join(f"{n}   {t}      9.{n}0 - 9.{n + 1}0" for n, t in enumerate(titles, 1))
    points = [f"{n}. {t}\nv/ Kirsten Haar\n\n{ADVICE}" for n, t in enumerate(titles, 1)]
    packet = agenda(listed, *points, head="Havnekredsen\nMøde den 4. maj 2027")
    assert [item.title for item in packet.items] == list(titles)


def test_labels_right_below_a_title_are_its_bilag():
    points = [
        f"Pkt. {n}. {t}\nBilag {n}.1 Kort over {t}\nBilag {n}.2 Budget\nSagsfremstilling: {PROSE}\n{ADVICE}"
        for n, t in enumerate(("Lys ved vandet", "Kaj"), 1)
    ]
    packet = agenda(*points, "Pkt. 3. Eventuelt")
    assert [item.title for item in packet.items] == ["Lys ved vandet", "Kaj", "Eventuelt"]
    assert [(p.item_no, p.title) for p in packet.attachments] == [
        ("1", "Kort over Lys ved vandet"), ("1", "Budget"), ("2", "Kort over Kaj"), ("2", "Budget"),
    ]  # fmt: skip


def test_the_day_in_a_title_is_none_of_the_meeting():
    packet = agenda(
        f"1. Godkendelse af referat fra mødet den 1. marts 2026\n{ADVICE}", head="Havnerådet\nMandag d. 4. maj 2026"
    )
    assert str(packet.meeting_date) == "2026-05-04"


def test_lines_that_begin_with_at_are_entries_without_marks():
    rows = extract_recommendations(
        agenda("1. Lys\nIndstilling\nDet indstilles,\nat kajen vælges\nat planen vedtages")
    )
    assert [row.action for row in rows] == ["vælge", "vedtage"]


def test_notes_on_rows_of_a_table_are_no_points():
    notes = "\n\n".join(f"Ad {n}. Lamperne er fordelt med {n} på kajen og 4 på molen." for n in (2, 5, 9))
    assert (
        items(split(text_document(f"Havnelauget\nNoter til skemaet\n\n{notes}\n\nBaggrund: Havnen er ny."))) == []
    )


def test_the_letter_of_a_point_is_of_its_number():
    assert [parse_item_number(f"Punkt 4{a}: Lys").text for a in ("a", " b")] == ["4.a", "4.b"]


@pytest.mark.parametrize(
    "asks",
    [
        "Udvalgsformanden indstiller, at kajen vælges.",
        "Chefen for Havn og Vand indstiller, at kajen vælges.",
        "Havnechefen for Kyst og Sund indstiller, at kajen vælges.",
        "Direktøren for havne indstiller, at kajen vælges.",
    ],
)
def test_who_recommends_without_a_heading(asks):
    packet = agenda(f"1. Lys\n{ADVICE}", f"2. Kaj\n\n{asks}", f"3. Slip\n{ADVICE}")
    assert [r.action for r in extract_recommendations(packet) if r.item_no == "2"] == ["vælge"]


def test_a_sentence_at_the_end_of_the_page_is_no_title():
    packet = split(
        text_document(
            f"Havnerådet\nDagsorden til mødet\n\n1. Lys\n{ADVICE}\n\n2. Meddelelser\n\nFormanden melder.", PROSE
        )
    )
    assert [item.title for item in packet.items] == ["Lys", "Meddelelser"]


def test_lines_on_how_a_case_is_dealt_with_are_no_title():
    packet = agenda(f"1. Lys på kajen\n\nForelægges for: Havnerådet 4/5\nInitialer: KHJ\nSagsnr. 31/1204\n{ADVICE}")
    assert [(item.title, item.case_no) for item in packet.items] == [("Lys på kajen", "31/1204")]


def test_a_closed_point_keeps_that_it_is_closed():
    found = parse_item_number("Lukket punkt 4: Køb af båd")
    assert (found.text, found.title) == ("4", "Lukket punkt: Køb af båd")


@pytest.mark.parametrize("time", ["(5 min.)", "(ca. 20 minutter)", "(kl. 9.30)", "(kl. 9.30-10.00)"])
def test_how_long_a_point_takes_is_no_part_of_its_title(time):
    assert items(agenda(f"1. Lys {time}\n{ADVICE}"))[0][2] == "Lys"


def test_what_is_recommended_behind_a_list_without_bilag():
    packet = agenda(
        f"1. Lys\n{ADVICE}", "2. Kaj\nBilag: Ingen\nDet anbefales, at kajen vælges.", f"3. Slip\n{ADVICE}"
    )
    assert [r.action for r in extract_recommendations(packet) if r.item_no == "2"] == ["vælge"]
    assert packet.attachments == ()
