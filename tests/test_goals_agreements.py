"""Agreements of all names whose goals are numbered, and the status in another bilag that answers each of them."""

import pytest
from goal_packets import CONTRACT, REPORT, Pair, pairs, read, targets

AGREEMENT = """SAMARBEJDSAFTALE FOR MUSIKSKOLERNE I HAVLAND 2031-2033

Parterne er fem byer og deres skoler.

§ 1. Skolerne arbejder for tre ting:

Mål 1 (tilgang)
Det samlede antal medlemmer skal ved udgangen af 2033 være på mindst 1.420.

Mål 2 (fravær)
Lærernes sygefravær skal ned på højst 4,5 pct. I 2029 lå det på 6,1 pct.

Mål 3 (koncerter)
Halvdelen af holdene skal have spillet en koncert.

§ 2. Hver skole modtager 90.000 kr. årligt til indkøb.

§ 3. Parterne mødes igen, hvis medlemstallet falder til under 1.000.
"""
STATUS = """Status pr. 1. august 2031
Notat til KKR Havland

Ad mål 1: Der er pr. 1. august 1.377 medlemmer. På landsplan er tallet faldet.

Ad mål 2: Sygefraværet er 4,2 pct.

Ad mål 3: Det opgøres efter jul.
"""


@pytest.mark.parametrize("name", ["Samarbejdsaftale", "Målaftale", "Rammeaftale", "Klyngeaftale"])
def test_goals_of_an_agreement_are_its_numbered_titles(name: str) -> None:
    text = AGREEMENT.replace("SAMARBEJDSAFTALE", name.upper())
    rows = read(
        (f"{name} for musikskolerne i Havland 2031-2033", text), title=f"{name} for musikskolerne", meeting=2031
    )
    assert [(t.goal_no, t.comparator, t.value) for t in targets(rows)] == [
        ("1", ">=", 1420), ("2", "<=", 4.5), ("3", ">=", 50),
    ]  # fmt: skip
    assert all(pair.result is None for pair in pairs(rows))


def test_a_status_answers_them_one_by_one() -> None:
    rows = read(
        ("Samarbejdsaftale for musikskolerne 2031-2033", AGREEMENT), ("Status pr. 1. august 2031", STATUS),
        title="Orientering om musikskolerne", meeting=2031,
    )  # fmt: skip
    assert pairs(rows) == [Pair(1420, 1377, "pending"), Pair(4.5, 4.2, "met"), Pair(50, None, "pending")]


@pytest.mark.parametrize("mark", ["Ad mål 2:", "Ad. mål 2", "Ad 2:", "Ad 2)"])
def test_a_report_may_name_the_goal_in_other_ways(mark: str) -> None:
    rows = read(
        ("Samarbejdsaftale for musikskolerne i Havland 2031-2033", AGREEMENT),
        ("Statusrapport 2031", f"Statusrapport 2031\n\n{mark} Den seneste måling viser 4,2 pct."),
        title="Orientering om musikskolerne", meeting=2031,
    )  # fmt: skip
    assert Pair(4.5, 4.2, "met") in pairs(rows)


def test_an_agreement_without_goals_sets_none() -> None:
    text = "LEJEAFTALE\n\n1. Parterne\nLejer skal give mindst 3 måneders varsel. Huset er på mindst 18 grader."
    assert targets(read(("Lejeaftale for Havhuset 2031", text), title="Lejemål", meeting=2031)) == []


TITLED = """Samarbejdsaftale 2031-2032
Det vil vi sammen
Vi arbejder frem til 2032 efter tre mål for biblioteket.

1. Kortere kø ved lån
Andelen af lånere over 70 år, der venter mere end 20 dage på en bog, må højst være 12,5 pct.
2. Færre lukkedage
Antallet af lukkedage skal nedbringes til under 60 i 2031 mod 84 dage i 2029.
3. Læsekredse
Hver filial holder 15 læsekredse om året for lånere, som har meldt sig.

Den kan siges op med fire måneders varsel.
"""
BRACKETED = """Opfølgning, 3. kvartal 2031
Mål 1. Kortere kø ved lån (højst 12,5 pct.)
Seneste måling: 13,4 pct.
Mål 2. Lukkedage (under 60 i 2031)
Seneste måling: 27 dage i første halvår
Mål 3. Læsekredse (15 om året)
Seneste måling: Aaby 8, Bøgeby 9
Spørgeskemaet sendes i maj blandt 1.000 lånere.
"""


def test_titles_that_are_announced_as_goals_set_them() -> None:
    rows = read(("Samarbejdsaftale 2031-2032", TITLED), title="Biblioteket", meeting=2031)
    assert [(t.goal_no, t.comparator, t.value) for t in targets(rows)] == [
        ("1", "<=", 12.5), ("2", "<", 60), ("3", "=", 15),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "other"),
    [
        ("Vi arbejder frem til 2032 efter tre mål for biblioteket.", "Vi er enige om det, som følger."),
        (
            "Vi arbejder frem til 2032 efter tre mål for biblioteket.",
            "Vi arbejder frem til 2032 efter fem mål for biblioteket.",
        ),
    ],
)
def test_clauses_that_are_not_announced_as_goals_keep_the_numbers_that_are_printed(said: str, other: str) -> None:
    rows = read(("Samarbejdsaftale 2031-2032", TITLED.replace(said, other)), title="Biblioteket", meeting=2031)
    assert [target.goal_no for target in targets(rows)] == ["1", "2", "3"]


def test_titles_of_a_report_say_the_target_again_in_a_bracket() -> None:
    rows = read(
        ("Samarbejdsaftale 2031-2032", TITLED), ("Opfølgning, 3. kvartal 2031", BRACKETED), title="Biblioteket",
        meeting=2031,
    )  # fmt: skip
    found = pairs(rows)
    assert found[0] == Pair(12.5, 13.4, "not_met")
    assert found[1][:2] == (60, 27)
    assert 1000 not in [pair.target for pair in found]
    assert len(targets(rows)) == 3


@pytest.mark.parametrize(
    "title",
    [
        "Aftale om Energipartnerskab Havland 2032-2034",
        "Aftalen om Energipartnerskab Havland 2032-2034",
        "Bilag: Aftale mellem kommunerne og Varmeforeningen 2032-2034",
        "Samarbejdsaftale 2032-2034",
    ],
)
def test_what_an_agreement_with_headed_goals_asks_for_is_to_come(title: str) -> None:
    text = (
        f"{title}\n\n§ 1 Baggrund\nRegeringen ønsker, at 12 pct. af energien spares.\n\n§ 2 Mål\n\nMål 1. Varme\n"
        "Foreningen gennemfører 210 forløb i 2032, 240 forløb i 2033 og 260 forløb i 2034.\n\nMål 2. Kapital\n"
        "Foreningen skal have udløst private investeringer for mindst 30 mio. kr.\n"
    )
    found = pairs(read((title, text), title="Aftale om Energipartnerskab", meeting=None))
    assert [(p.target, p.status) for p in found] == [(v, "pending") for v in (210, 240, 260, 30)]


def test_lettered_points_of_a_goal_are_answered_below_their_letters() -> None:
    agreed = (
        "§ 3 Fælles mål\nParterne er enige om følgende:\n\na) Mindst 92 % af bådene skal synes hvert år.\n\n"
        "b) Der holdes fire fælles øvelser årligt mellem havnene.\n\nc) Havnene skal have uddannet 250 lodser.\n\n"
        "§ 4 Organisering\nHavnene mødes i maj."
    )
    told = (
        "Indledning\nBogstaverne er aftalens.\n\nAd a) Syn\nDer er synet 94 % af bådene.\n\nAd b) Øvelser\n"
        "Der er afholdt fire øvelser med mellem 22 og 35 deltagere.\n\nAd c) Lodser\nVi har uddannet 197 lodser. "
        "30 lodser er syge."
    )
    rows = read((CONTRACT, agreed), (REPORT, told))
    assert pairs(rows) == [Pair(92, 94, "met"), Pair(4, 4, "met"), Pair(250, 197, "not_met")]
