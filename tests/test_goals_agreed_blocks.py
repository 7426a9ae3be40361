"""Reports whose goals are told in blocks: what was agreed, what was reached and what the body thinks of it."""

from __future__ import annotations

import pytest
from goal_packets import Pair, made_packet, pairs, read, results, targets

from extractors.goals.extract import extract_goals
from extractors.goals.papers import papers
from schemas.records import Record

_TITLE = "Havhuset - Aftale 2031 - slutopgørelse"
_AREAS = """Aftale 2031
Slutopgørelse til KKR Havland

Resultatområde 1: Havnen kendes af flere

Det aftalte
1.1 Mindst 40 pct. af fiskerne kender Havhuset.
1.2 Vi gennemfører 900 besøg på bådene i løbet af året.

Det opnåede
En måling i november viser, at 44 pct. af fiskerne kender Havhuset. Der er gennemført 871 besøg.

Vores vurdering
{first}

Resultatområde 2: Godt håndværk

Det aftalte
2.1 Mindst 75 pct. af skipperne er tilfredse med værftet.

Det opnåede
I alt 78 pct. af skipperne er tilfredse med værftet.

Vores vurdering
Delmål 2.1 er opfyldt 100 pct.
{second}
"""


def _rows(first: str = "Vi er tilfredse.", second: str = "") -> list[Record]:
    return read((_TITLE, _AREAS.format(first=first, second=second)))


def _degrees(rows: list[Record]) -> list[tuple[str | None, str | None, int]]:
    """The degrees that belong to a goal as a whole, with their verdict."""
    return [
        (row.goal_no, row.status, int(row.fulfilment_pct))
        for row in results(rows)
        if row.target_id is None and row.fulfilment_pct is not None
    ]


def test_what_was_agreed_is_answered_by_what_was_reached() -> None:
    assert pairs(_rows())[:3] == [Pair(40, 44, "met"), Pair(900, 871, "not_met"), Pair(75, 78, "met")]


@pytest.mark.parametrize(
    ("title", "below", "kind"),
    [
        (_TITLE, "Slutopgørelse", "annual"),
        ("Slutopgørelse for 2031", "Slutopgørelse", "annual"),
        ("Havhuset - Aftale 2031", "Oplæg", "contract"),
    ],
)
def test_a_final_account_is_a_report_though_its_cover_names_the_agreement(
    title: str, below: str, kind: str
) -> None:
    text = _AREAS.replace("Slutopgørelse", below).format(first="", second="")
    (paper,) = papers(made_packet((title, text)))
    assert paper.kind == kind


def test_the_degree_of_an_area_is_that_of_the_goal() -> None:
    assert ("1", "partly", 96) in _degrees(_rows("Resultatområdet er opfyldt 96 pct."))


def test_the_degree_of_an_area_may_be_set() -> None:
    assert ("1", "partly", 96) in _degrees(_rows("Resultatområdet som helhed sættes til 96 pct."))
    assert ("1", "partly", 96) in _degrees(_rows("Samlet giver det 96 pct. for resultatområdet."))


def test_a_share_of_the_boats_in_an_area_is_no_degree() -> None:
    assert _degrees(_rows("Resultatområdet omfatter 96 pct. af bådene.")) == []


def test_a_numbered_target_that_is_said_to_be_reached_is_told_of() -> None:
    assert [target.sub_no for target in targets(_rows())] == ["1.1", "1.2", "2.1"]
    rows = _rows(second="Resultatområdet som helhed sættes til 97 pct.")
    assert [target.sub_no for target in targets(rows)] == ["1.1", "1.2", "2.1"]


def test_a_numbered_target_that_is_what_shall_be_stays_one() -> None:
    text = "Mål 3 – Færger\n\nDelmål 3.1 er mindst 60 afgange om ugen.\n"
    packet = made_packet(("Resultatkontrakt 2031", text))
    assert [float(target.value) for target in targets(extract_goals(packet))] == [60.0]


_SPREAD = """Mål 1: Mindst 30 pct. af bådene er eldrevne

Resultat: 34 pct. af bådene er eldrevne.

Tabel 1. Både fordelt på havne, 2031
Havn Både Andel
Nordby {}
Sydby {}
Vestby {}
Østby {}
I alt {}
"""


def test_how_boats_are_spread_over_harbours_answers_no_share() -> None:
    text = _SPREAD.format("400 40%", "300 30%", "200 20%", "100 10%", "1.000 100%")
    assert pairs(read(("Årsrapport 2031", text))) == [Pair(30, 34, "met")]
