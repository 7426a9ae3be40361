"""How agendas print the number of an item before its title, each in an agenda of its own."""

import pytest
from made_documents import text_document

from extractors.splitting import split

PROSE = "Kommunerne ved fjorden har arbejdet sammen om havnene siden foråret. Arbejdet går videre i det nye år."
TITLES = ["Godkendelse af dagsorden", "Ny plan for havnen", "Status på færgerne", "Køb af moler", "Eventuelt"]
HEAD = "Dagsorden\nPlan- og Miljøudvalget\nDato: 14. maj 2024\n\n"


@pytest.mark.parametrize(
    "form",
    [
        "{n}. {title}",
        "{n}) {title}",
        "{n} {title}",
        "{n} - {title}",
        "{n} – {title}",
        "{n} | {title}",
        "{n}: {title}",
        "{n}. Åbent punkt: {title}",
        "{n}. ÅBENT PUNKT – {title}",
        "Punkt {n}: {title}",
        "Punkt {n}. {title}",
        "Punkt {n} – {title}",
        "Punkt {n} (åbent): {title}",
        "Punkt nr. {n}: {title}",
        "Punkt {n}\n{title}",
        "Punkt: {n}\nEmne: {title}",
        "PUNKT {n}: {title}",
        "Pkt. {n} {title}",
        "Ad pkt. {n}. {title}",
        "Ad {n}: {title}",
        "Til pkt. {n}: {title}",
        "Dagsordenspunkt {n} – {title}",
        "Sag nr. {n}\n{title}",
        "Sag {n}: {title}",
        "Sag {n}/2024: {title}",
        "Sagsnr. 24/100{n}\n{n}. {title}",
        "{n}. {title}\n(24/100{n})",
        "{n}. {title}\nSag 24/100{n}",
    ],
)
def test_forms_of_headers(form):
    parts = []
    for number, title in enumerate(TITLES, 1):
        text = f"\nSagsfremstilling\n{PROSE}\nIndstilling\nDet indstilles, at sagen drøftes." if number < 5 else ""
        parts.append(form.format(n=number, title=title) + text)
    packet = split(text_document(HEAD + "\n\n".join(parts)))
    assert [(item.item_no, item.title) for item in packet.items] == [(str(n), t) for n, t in enumerate(TITLES, 1)]


@pytest.mark.parametrize("form", ["{kind} {n}: {title}", "{kind} nr. {n}: {title}", "{kind} {n} – {title}"])
def test_the_kind_of_case_may_stand_before_the_number(form):
    kinds = ["Beslutningspunkt", "Orienteringspunkt", "Temasag"]
    parts = [
        form.format(kind=kind, n=number, title=title) + f"\nBaggrund\n{PROSE}"
        for number, (kind, title) in enumerate(zip(kinds, TITLES, strict=False), 1)
    ]
    packet = split(text_document(HEAD + "\n\n".join(parts)))
    found = [(item.item_no, item.item_type, item.title) for item in packet.items]
    assert found == [(str(n), k, t) for n, (k, t) in enumerate(zip(kinds, TITLES, strict=False), 1)]


@pytest.mark.parametrize(
    ("head", "above"),
    [
        ("Punkt 5: Status på havnens mål", "Fjordens Havne I/S\nBestyrelsesmøde den 4. marts 2025"),
        ("Pkt. 3 – Status på havnens mål", "Fjordby Kommune\nHavneudvalget 4. marts 2025"),
        ("Dagsordenspunkt 12. Status på havnens mål", "Havneudvalget"),
        ("14. Status på havnens mål\nSagsfremstilling", "Tillægsdagsorden\nByrådet\n27. august 2024"),
    ],
)
def test_a_point_that_is_printed_by_itself(head, above):
    packet = split(text_document(f"{above}\n\n{head}\n\nTil udvalget\n\n{PROSE}\n\n{PROSE}"))
    (item,) = packet.items
    assert item.title == "Status på havnens mål"
    assert packet.attachments == ()


@pytest.mark.parametrize(
    "text",
    [
        f"Notat om havnen\n\n{PROSE} {PROSE} {PROSE}\n\nPunkt 5: Moler\n\n{PROSE}",
        f"Notat om havnen\n\nPunkt 5: Moler\n\n{PROSE}\n\nPunkt 8: Færger\n\n{PROSE}",
        f"Notat om havnen\n\nPunkt 5 i aftalen gælder moler.\n\n{PROSE}",
        f"Notat om havnen\nAd 5: Moler\n{PROSE}",
        f"Notat om havnen\n\nPunkt 1: Moler\n{PROSE}\n\nPunkt 2: Kajer\n{PROSE}\n\nPunkt 3: Færger\n{PROSE}",
        f"Aftale om havnen\nmellem to kommuner\n\nPunkt 5: Opsigelse\n\n{PROSE}",
    ],
)
def test_points_of_a_paper_are_no_point_of_an_agenda(text):
    assert split(text_document(text)).items == ()


@pytest.mark.parametrize("again", ["Punkt 1: Ny havn – fortsat", "Punkt 1: Ny havn (fortsat)", "Punkt 1: Ny havn"])
def test_a_header_that_goes_on_to_the_next_page_keeps_its_title(again):
    body = f"Sagsfremstilling\n{PROSE}\nIndstilling\nDet indstilles, at sagen drøftes."
    pages = [f"{HEAD}Punkt 1: Ny havn\n{body}", f"{again}\n{PROSE}\n\nPunkt 2: Moler\n{body}"]
    packet = split(text_document(*pages))
    assert [(item.item_no, item.title) for item in packet.items] == [("1", "Ny havn"), ("2", "Moler")]


@pytest.mark.parametrize(
    "presenter", ["Oplæg ved havnechef Ane Storm, Fyrets Venner", "Indlæg v/ direktør Bo Lind", "Ved lods Ida Krag"]
)
def test_who_presents_the_case_is_no_part_of_its_title(presenter):
    header = f"2.1 Temadrøftelse: Sejlads i tåge\n{presenter}"
    packet = split(text_document("Bilag til møde den 3. maj 2027", header, "Bilag 1: Tågehorn\nDer er tolv horn."))
    assert [(item.item_no, item.title) for item in packet.items] == [("2.1", "Sejlads i tåge")]


def test_what_is_recommended_right_below_numbers_makes_an_agenda():
    packet = split(
        text_document(
            "Dagsorden for Kystrådet\n3. maj 2027\n"
            "1. Valg af formand\nDet indstilles, at rådet vælger en formand.\nDer er holdt valg i foråret.\n"
            "2. Orienteringssag: Fyrenes\nlamper\nDet indstilles, at rådet tager status til efterretning.\n"
            "Lamperne er skiftet.\n"
            "3. Eventuelt\nNæste møde holdes på havnen."
        )
    )
    assert packet.kind == "dagsorden"
    assert [(item.item_no, item.title) for item in packet.items] == [
        ("1", "Valg af formand"),
        ("2", "Fyrenes lamper"),
        ("3", "Eventuelt"),
    ]


@pytest.mark.parametrize("above", ["Der er fundet plads til tre fyr.", "I alt 464 3.031"])
def test_labels_that_end_an_item_without_headings_are_its_bilag(above):
    packet = split(
        text_document(
            "Dagsorden for Kystrådet\n3. maj 2027\n"
            f"1. Valg af formand\nDet indstilles, at rådet vælger en formand.\n{above}\nBilag 1: Fyrenes lamper\n"
            "2. Status på moler\nDet indstilles, at rådet tager status til efterretning.\nSe Bilag 1: Moler\n"
            "3. Eventuelt\nNæste møde holdes på havnen."
        )
    )
    assert [(paper.item_no, paper.title, paper.span) for paper in packet.attachments] == [
        ("1", "Fyrenes lamper", None)
    ]


def test_an_agenda_of_points_with_advice_in_their_text_has_no_bilag_behind_its_headers():
    text = "\nRådet har mødtes tre gange.\nDet indstilles, at rådet drøfter sagen.\n"
    points = [
        f"{place}. {title}{text}" for place, title in enumerate(("Orienteringssag: Ny mole", "Køb af fyr"), 1)
    ]
    packet = split(text_document("Dagsorden for Kystrådet\n3. maj 2027\n\n" + "\n".join(points)))
    assert packet.attachments == ()


@pytest.mark.parametrize(
    ("below", "sections"),
    [
        ("Havn og Kyst foreslår, at Kystudvalget drøfter sagen.", ["Resumé", "Indstilling", "Sagsfremstilling"]),
        ("Det foreslås, at udvalget drøfter sagen.", ["Resumé", "Indstilling", "Sagsfremstilling"]),
        ("Der er tre forslag til en ny mole.", ["Resumé", "Sagsfremstilling"]),
    ],
)
def test_a_proposal_to_the_meeting_is_a_section(below, sections):
    text = f"{HEAD}Punkt 1: Ny mole\nRESUMÉ\n{PROSE}\n\nFORSLAG\n{below}\n\nSAGSFREMSTILLING\n{PROSE}"
    assert [section.name for section in split(text_document(text)).sections] == sections


@pytest.mark.parametrize("opening", ["Forvaltningen anbefaler, at", "Kommunerne mener, at"])
def test_chapters_of_a_report_that_recommends_are_no_items(opening):
    chapters = [
        f"{place}. {title}\n{opening} der bygges en mole.\n{PROSE}" for place, title in enumerate(TITLES[1:4], 1)
    ]
    assert split(text_document("Rapport om havnene\n\n" + "\n".join(chapters))).items == ()


@pytest.mark.parametrize("number", ["", "2\n\n"])
def test_a_presenter_and_the_number_of_the_page_are_no_bilag(number):
    text = (
        "Bilag til møde den 3. maj 2027\n\n2.1 Temadrøftelse: Sejlads i tåge\nOplæg ved havnechef Ane Storm\n\n"
        f"{number}Bilag 1: Tågehorn\n{PROSE}\n{PROSE}\n{PROSE}"
    )
    packet = split(text_document(text))
    assert [(paper.attachment_no, paper.title) for paper in packet.attachments] == [("1", "Tågehorn")]


def test_bilag_count_on_where_pages_are_not_known():
    papers = [
        f"Bilag {place}. {name}\n{PROSE}\n{PROSE}\n{PROSE}" for place, name in ((1, "Tågehorn"), (2, "Lamper"))
    ]
    cited = papers[0] + "\nBilag 2 viser lamperne.\n"
    header = "Bilag til møde den 3. maj 2027\n\n2.1 Temadrøftelse: Sejlads i tåge\n\n"
    packet = split(text_document(header + "\n\n".join([cited, papers[1]])))
    assert [(paper.attachment_no, paper.title) for paper in packet.attachments] == [
        ("1", "Tågehorn"),
        ("2", "Lamper"),
    ]
