"""What the title of a paper says it is."""

import pytest
from goal_packets import Pair, made_packet, pairs, read
from made_documents import text_document

from extractors.goals.extract import extract_goals
from extractors.goals.marks import restarts
from extractors.goals.paper_kinds import covers_months, titled_kind
from extractors.goals.papers import papers
from extractors.splitting.packet import split


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("ÅRSAFTALE 2034", "contract"),
        ("Partnerskabsaftale mellem Bakkeby og Havnelauget", "contract"),
        ("Havnens driftskontrakt 2034", "contract"),
        ("Udkast til fælles ejerstrategi for svømmehallen", "contract"),
        ("Svømmehallen – handleplan 2034", "contract"),
        ("Færgeaftalen 2033-2036", "contract"),
        ("Årsberetning 2033", "report"),
        ("Bilag B. Afrapportering til ejerne", "report"),
        ("Færgeriet – årsrapport 2033", "report"),
        ("Opfølgning på færgeaftalen", "report"),
        ("Driftsaftale 2034 – opfølgning", "report"),
        ("STATUSNOTAT OM FÆRGERNE", "report"),
        ("Uddrag af driftskontrakten", "contract"),
        ("Havnens aktivitetsplan 2034", "contract"),
        ("Byrådets kvalitetsmål 2034", "contract"),
        ("MÅLSKEMA FOR SÆSONEN 2033/34", "contract"),
        ("Aftalebrev – Kystalliancen", "contract"),
        ("Opfølgning på byrådets kvalitetsmål", "report"),
        ("Havnefogedens vurdering", "report"),
        ("Måling af ventetid", "report"),
        ("Arbejdspapir: Hvor langt er vi?", "report"),
        ("Miljøvurdering", None),
        ("Havnens lokalplan 2034", None),
        ("Driftsaftale 2034 med afsluttende beretning", None),
        ("Ejerstrategi 2034 – hvordan gik det?", None),
        ("Høringssvar til ejerstrategien", None),
        ("Tillæg til driftsaftale", None),
        ("Oversigt – færgeaftalen", None),
        ("Databehandleraftale", None),
        ("Budgetopfølgning, 2. kvartal", None),
        ("5. marts drøftes 1. udkast til aftale", None),
        ("Notat om takster", None),
    ],
)
def test_the_noun_of_a_title_tells_what_a_paper_is(title: str, kind: str | None) -> None:
    assert titled_kind(title) == kind


@pytest.mark.parametrize(
    ("title", "within"), [("Beretning, januar–maj 2034", True), ("jan.-sep. 2034", True), ("Beretning 2034", False)]
)
def test_months_of_a_year_are_named_as_such(title: str, within: bool) -> None:
    assert covers_months(title) is within


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Kvalitetsaftale 2034", "contract"),
        ("Tilbagemelding fra driften, januar–juni 2034", "half_year"),
        ("Status på aftalen", "annual"),
        ("Takstblad", "agenda"),
    ],
)
def test_a_bilag_is_what_its_title_calls_it(title: str, kind: str) -> None:
    assert papers(made_packet((title, "Færgen sejler hver time.")))[0].kind == kind


@pytest.mark.parametrize(
    ("opening", "kind"),
    [
        ("Færgelauget\nBeretning for 2033", "annual"),
        ("KONTRAKT 2034\nmellem", "contract"),
        ("Aftale om færgen\n- status to år efter", "agenda"),
        ("Notat\nFærgen", "agenda"),
    ],
)
def test_a_file_of_one_paper_is_what_its_first_lines_call_it(opening: str, kind: str) -> None:
    packet = split(text_document(f"{opening}\n\nFærgen sejler hver time, og den skal have mindst 900 gæster."))
    assert papers(packet)[0].kind == kind


def test_how_many_parts_a_list_has_is_no_target() -> None:
    text = "Mål 1: Gæsterne\n\nGæsterne inddrages på to måder:\n\n1. Et panel.\n\n2. Et brev."
    assert pairs(extract_goals(made_packet(("Rammeaftale 2034", text)))) == []


def test_an_attachment_that_counts_its_goals_below_its_title_is_one_paper() -> None:
    agreed = "Resultatkontrakt 2032\n\nMål 1. Havnen\n\nMål 2. Lodser\n\nMål 3. Både"
    told = "Status på Resultatkontrakt 2031\n\nMål Måltal Status\n\nMål 1. Havnen\n\nMål 2. Lodser"
    packet = made_packet(("Resultatkontrakt 2032", agreed), ("Status på Resultatkontrakt 2031", told))
    found = papers(packet, restarts(packet))
    assert [(paper.attachment_no, paper.kind, paper.year) for paper in found] == [
        ("1", "contract", 2032),
        ("2", "annual", 2031),
    ]


def test_a_letter_is_a_report_where_the_title_below_its_address_says_so() -> None:
    body = (
        "Havnens Hus\nKajen 2\n\nDato: 3. marts 2032\n\nBeretning om opfyldelsen af Resultatkontrakt 2031\n\nHermed"
    )
    (paper,) = papers(made_packet(("Bilag", body)))
    assert (paper.kind, paper.year) == ("annual", 2031)


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("Status på måltal pr. 30. september 2031", "pending"),
        ("Status på mål pr. 31. oktober 2031", "pending"),
        ("Status på måltal, august 2031", "pending"),
        ("Status på måltal pr. 31. december 2031", "not_met"),
    ],
)
def test_a_status_of_a_day_in_autumn_is_of_a_year_that_runs(title: str, status: str) -> None:
    text = "For hele havnen er måltallet 210 anløb. Der er registreret 158 anløb."
    assert [pair.status for pair in pairs(extract_goals(made_packet((title, text), meeting=None)))] == [status]


@pytest.mark.parametrize("name", ["Spor", "Indsats", "Fokusområde"])
def test_a_sentence_behind_the_name_of_a_goal_is_no_title(name: str) -> None:
    agreed = (
        f"RESULTATAFTALE 2031\n\n{name} 1. Havnen\n- Der skal holdes mindst 40 kurser.\n\n"
        f"{name} 2. Stien\n- Mindst 60 pct. af gæsterne skal bruge stien.\n"
    )
    told = (
        f"UDDYBENDE STATUS 2031\n\n{name} 1: Med kurserne i foråret og de sidste i oktober er der holdt 44\n"
        f"kurser, og flere er på vej.\n\n{name} 2: I årets undersøgelse har 52 pct. af gæsterne brugt stien.\n"
    )
    rows = read(("Resultataftale 2031", agreed), ("Uddybende status 2031", told))
    assert pairs(rows) == [Pair(40, 44, "met"), Pair(60, 52, "not_met")]
