"""Results that stand beside a target below the names of those they are told for."""

import pytest
from goal_packets import REPORT, Pair, pairs, read

ONE = [Pair(85, 88, "met"), Pair(85, 79, "not_met"), Pair(85, 91, "met")]


@pytest.mark.parametrize(
    "table",
    [
        "Resultat pr. plejecenter, 2031 (pct.)\n\nMål\tKrav\tBirkely\tEngparken\tSolgården\n"
        "Glade beboere\t85\t88\t79\t91\n",
        "Tabel 2: Målopfyldelse fordelt på skoler\n\nIndikator\tMål 2031\tNordskolen\tSydskolen\tØ-skolen\n"
        "Glade elever\t85 %\t88 %\t79 %\t91 %\n",
        "Status i de enkelte afdelinger\n\nMål\tMåltal\tAfdeling A\tAfdeling B\tAfdeling C\n"
        "Glade patienter\t85 pct.\t88 pct.\t79 pct.\t91 pct.\n",
        "Resultater\n\nMål\tMåltal\tKøge\tGreve\tStrandgården\nGlade gæster\t85 pct.\t88 pct.\t79 pct.\t91 pct.\n",
        "Resultat for hvert distrikt (pct.)\n\nMål\tNord\tØst\tVest\tMåltal\nGlade gæster\t88\t79\t91\t85\n",
        "Resultat på stationerne (pct.)\n\nMål\tMåltal\tBroby\tStation Vest\tFavrø\tLysø\n"
        "Glade gæster\t85\t88\t79\t91\t–\n",
    ],
    ids=["homes", "schools", "letters", "places tell what the others are", "the aim stands last", "one is blank"],
)  # fmt: skip
def test_each_name_has_a_result_of_its_own(table: str) -> None:
    assert pairs(read((REPORT, table))) == ONE


@pytest.mark.parametrize(
    "table",
    [
        "Resultat pr. skole\n\nMål\tMåltal\tNordskolen\tSydskolen\tØ-skolen\nNye hold\t60\t18\t22\t14\n",
        "Resultat pr. skole\n\nMål\tMåltal\tHøjeste\tLaveste\nGlade elever\t85\t88\t79\n",
        "Resultat\n\nMål\tMåltal\tGæster\tKlager\nGlade gæster\t85\t88\t79\n",
    ],
    ids=["parts of a count", "what is counted", "no names"],
)
def test_what_is_no_level_of_a_name_is_no_result(table: str) -> None:
    assert all(pair.target is not None and pair.result is None for pair in pairs(read((REPORT, table))))
