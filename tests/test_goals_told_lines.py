"""Lists of targets of which each line tells what came of it, behind a label and before a verdict."""

import pytest
from goal_packets import REPORT, Pair, pairs, read, targets

LINES = """\
H1 Tage med græs, 4.000 m2 inden udgangen af 2032. {label}: 2.150 m2. GUL
H2 Kedler i egne bygninger, nul tilbage i 2033. {label}: 7. RØD
H3 Standere ved hallerne, 90 stk. i 2031. {label}: 96 stk. GRØN
- Aftryk pr. måltid i køkkenerne, ned 30 % i forhold til 2027. {label}: -22 %. GUL"""


@pytest.mark.parametrize("label", ["Stade", "Status", "Resultat 2031"])
def test_each_line_is_a_target_with_its_result(label: str) -> None:
    rows = read((REPORT, f"Handling, tidspunkt, stade, lys\n\n{LINES.format(label=label)}"))
    assert [pair[:2] for pair in pairs(rows)] == [(4000, 2150), (0, 7), (90, 96), (30, 22)]
    assert [target.metric for target in targets(rows)][:2] == ["Tage med græs", "Kedler i egne bygninger"]


@pytest.mark.parametrize(
    "text",
    [
        "H1 Tage med græs, så mange som muligt. Stade: 2.150 m2.\nH2 Standere, flest muligt. Stade: 7.",
        "Vi talte 40 skilte i maj. Bemærk: 12 er nye.\nVi talte 30 bænke i juni. Bemærk: 9 er nye.",
    ],
)
def test_other_lines_are_left(text: str) -> None:
    assert [
        pair for pair in pairs(read((REPORT, text))) if pair.target is not None and pair.result is not None
    ] == []


def test_a_remark_on_a_goal_is_no_result_of_it() -> None:
    text = """\
Punkt A
Mål
Der holdes seks møder for pårørende i året.
Status
Fem møder er holdt.
Bemærkning
28 pårørende deltog i det største møde.

Punkt B
Mål
Mindst 80 % af beboerne har en plan.
Status
84 % har en plan.
Bemærkning
Der var 9 klager i året."""
    assert [pair[:2] for pair in pairs(read((REPORT, text))) if pair.result] == [(6, 5), (80, 84)]


def test_a_time_ahead_of_the_results_is_the_aim_of_named_aims() -> None:
    rows = ("P1\tDækning, pct. af indkøb\t75\t72\ti gænge", "P2\tFælles udbud, antal\t12\t13\ti hus")
    head = "Nr.\tPejlemærke\tUltimo 2033\tNu (1. kvt. 2032)\tSekretariatets bedømmelse"
    assert [pair[:2] for pair in pairs(read((REPORT, "\n".join((head, *rows)))))] == [(75, 72), (12, 13)]
    named = head.replace("Pejlemærke", "Område")
    assert pairs(read((REPORT, "\n".join((named, *rows))))) == []


def test_a_remark_follows_the_verdict_of_a_row() -> None:
    text = """\
Nr. Indsats Ansvarlig Mål 2031 Status Bemærkning
1 Forløb for nye ejere K. Lund 60 deltagende 67 Grøn, venteliste i foråret
2 Overlevelse efter tre år K. Lund 65 % 61 % Gul, konkurser i byggeriet
3 Sparring om eksport S. Yde 40 virksomheder 25 Rød, konsulent rejste i maj

Noter til skemaet
Ad 2. Tallet gælder årgangen fra 2028."""
    rows = read((REPORT, text))
    assert pairs(rows) == [Pair(60, 67, "met"), Pair(65, 61, "not_met"), Pair(40, 25, "not_met")]
