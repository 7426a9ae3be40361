"""Where a bilag opens: at labels, behind dividers, and where its title stands again."""

import pytest
from made_documents import text_document

from extractors.splitting import split
from extractors.splitting.outline import Outline
from extractors.splitting.papers import Papers

PROSE = "Kommunerne ved fjorden har arbejdet sammen om havnene siden foråret.\nArbejdet går videre i det nye år."
LONG = "\n".join([PROSE] * 6)


def opened(packet):
    return [(a.attachment_no, a.title, packet.lines[a.span.first].page) for a in packet.attachments]


def test_behind_the_header_of_an_agenda_its_own_text_begins_and_labels_that_name_the_item_open_its_bilag():
    text = (
        "Indholdsfortegnelse\n2.1 Valg: Formand ..... 2\nBilag 1: Havneatlas ..... 3\n2.2 Valg: Suppleant ..... 4\n"
        "2.1 Valg: Formand\nSAG-2024-00001 mbn\nBaggrund\nNyt.\nIndstilling\nAt KKR Fyn vælger ham.\n"
        f"Bilag\n- Havneatlas\nBilag 1 til punkt 2.1: Havneatlas\n{LONG}\n"
        "2.2 Valg: Suppleant\nSAG-2024-00002 mbn\nBaggrund\nNyt.\n"
    )
    packet = split(text_document(text))
    (paper,) = packet.attachments
    assert packet.lines[paper.span.first].text == "Bilag 1 til punkt 2.1: Havneatlas"
    assert [s.name for s in packet.sections if s.item_no == "2.1"] == ["Baggrund", "Indstilling", "Bilag"]


def test_a_divider_may_hold_a_remark_before_the_page_of_the_first_label():
    packet = split(
        text_document(
            "2.1 Valg: Formand\nBilag 1 er et udkast, som kan drøftes\nindtil den 1. juli.",
            "Bilag 1: Havneatlas\n" + LONG,
            "Bilag 2: Fyrliste\n" + LONG,
        )
    )
    assert opened(packet) == [("1", "Havneatlas", 2), ("2", "Fyrliste", 3)]


def test_a_divider_may_count_its_bilag():
    header = "2.1 Valg: Formand"
    packet = split(
        text_document(
            f"{header}\nBilag 1 af 2",
            "Bilag 1: Havneatlas\n" + LONG,
            f"{header}\nBilag 2 af 2",
            "Bilag 2: Fyrliste\n" + LONG,
        )
    )
    assert opened(packet) == [("1", "Havneatlas", 2), ("2", "Fyrliste", 4)]


def test_a_bilag_listed_behind_a_dash_opens_where_its_label_and_title_stand_again():
    packet = split(
        text_document(
            "3.1 Orienteringssag: Status\n\nIndstilling\nDet indstilles, at rådet drøfter status.\n\n"
            "Bilag\n- Bilag 3.1 Driftsaftale 2031\n- Bilag 3.2 Halvårsstatus\n\n3.2 Orienteringssag: Eventuelt\n\n"
            "Intet.\n\nBilag 3.1 Driftsaftale 2031\n\nDer er åbent.\nSejladsen går godt.\nParterne mødes.\n\n"
            "Bilag 3.2 Halvårsstatus - Lodshavnen\n\nDer kom 400 både.\nSejladsen går godt.\nVejret var mildt.\n"
        )
    )
    assert [(paper.title, paper.span is not None) for paper in packet.attachments] == [
        ("Driftsaftale 2031", True),
        ("Halvårsstatus", True),
    ]


def test_a_title_behind_a_wide_gap_begins_there_and_not_at_the_table_above() -> None:
    table = "\n".join(f"Havn {n}\t{n * 7}\t{n * 3}" for n in range(1, 5))
    text = (
        "Indholdsfortegnelse – bilag\n\n2.1 Beslutningssag: Havneplan 2032\t2\nBilag 1: Havnene i tal\t3\n"
        "Bilag 2: Brev fra Sejlerrådet\t4\n\n\n2.1\n\nBeslutningssag: Havneplan 2032\n\n"
        "Planen er sendt i høring hos havnens brugere, og svarene er samlet.\n\n\n"
        f"Havnene i tal\n\nTallene er hentet i juli 2031 fra havnenes bøger.\n\nTABEL 1. BÅDE\n{table}\n\n\n"
        f"TABEL 2. GÆSTER\n{table}\nKilde: Havnekontoret.\n\n\n"
        "Brev fra Sejlerrådet\n\nHavby, den 24. juli 2031\n\nSejlerrådet takker for udkastet til planen.\n\n"
        "Rådet bemærker, at der i dag er 677 både i havnen.\n\nPå rådets vegne\nBirthe Møller, formand\n"
    )
    packet = split(text_document(text))
    start = next(paper.span.first for paper in packet.attachments if paper.title == "Brev fra Sejlerrådet")
    assert packet.lines[start].text == "Brev fra Sejlerrådet"


@pytest.mark.parametrize(
    ("head", "point"), [("14. marts 2031", False), ("14. Marts holdes vagtmødet på fyret", True)]
)
def test_a_date_at_the_head_of_a_page_is_no_point_of_a_list(head, point):
    papers = Papers(Outline(text_document(LONG, f"{head}\nHavneaftale 2031\n" + LONG)))
    (top,) = [top for top in papers.tops if papers.outline.text(top) == head]
    assert ("list point" in papers.at(top).evidence) is point
