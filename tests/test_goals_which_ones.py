"""Numbers that tell which are meant, what things are called, how something is measured or what is foretold."""

import pytest
from goal_packets import CONTRACT, REPORT, pairs, read, targets


def asked(text: str) -> list[float]:
    return [
        float(row.value) for row in targets(read((CONTRACT, f"Mål 1: Læsning\n{text}\n"))) if row.value is not None
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Andelen af elever, der får mindst 02 i både dansk og fysik, skal op på 91 pct.", [91]),
        ("Antallet af borgere med en gæld på over 15 pct. af indkomsten skal falde til under 340.", [340]),
        ("Et hul på over 6 meter skal lukkes inden for 4 dage i mindst 91 pct. af sagerne.", [91]),
        ("Salget i vækstbutikker, defineret som butikker med mindst fem ansatte, skal stige til 42 pct.", [42]),
        ("Mindst 91 pct. af eleverne trives (gennemsnit over 3 på en skala fra 1 til 5).", [91]),
    ],
)
def test_only_what_is_asked_of_those_meant_is_a_target(text: str, values: list[float]) -> None:
    assert asked(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "Med »langt« menes et forløb på mindst fire timer.",
        "Vækstbutikker er butikker med mindst seks ansatte og en vækst på 12 pct. om året.",
        "Afviger resultatet af et mål med mere end 12 pct., redegør huset for årsagen.",
        "Nås færre end halvdelen af målene, kan kommunerne kræve bidraget nedsat med op til 9 pct.",
        "Nationale mål (1-3) er fastsat i aftalen, og regionale mål (4-5) er aftalt med rådet.",
    ],
)
def test_definitions_and_conditions_set_no_target(text: str) -> None:
    assert asked(text) == []


def told(text: str) -> list[tuple[float | None, float | None]]:
    rows = read(("", f"Sagsfremstilling\n\n{text}\n"), title="Status på trafikaftalen", meeting=2032)
    return [(pair.target, pair.result) for pair in pairs(rows) if pair.target is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I 2036 skal 52 pct. af kørslen være fossilfri. Ved udgangen af 2031 var andelen 21 pct., og med de nye "
         "ruter stiger den til 33 pct. i 2032.", [(52, 21)]),
        ("Kommunernes ønsker til aftalen for 2033 spænder fra uændrede takster til en reduktion på 3 pct. Udvalget "
         "har valgt 0,7 pct.", []),
        ("Regionen havde et måltal på 280 lærlinge og har indgået aftale med 264.", [(280, 264)]),
        ("Andelen af klager skal være mindst 72 pct. i 2031. Den var 64 pct. i 2031. I 2030, hvor målet var det "
         "samme, var andelen 73 pct.", [(72, 64)]),
        ("Ifølge befolkningsprognosen vokser antallet af ældre med 57 pct. frem mod 2040. Andelen med sygdom er i "
         "dag 37 pct.", []),
    ],
)  # fmt: skip
def test_what_is_foretold_spread_or_of_another_year_is_no_target(
    text: str, expected: list[tuple[float, float | None]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Besøg: Måltallet er nedsat fra 1.700 til 1.400 for hele 2032. Pr. 31. august er der holdt 1.020 besøg.",
         [(1400, 1020)]),
        ("Aftalen indeholdt et måltal på 410 ture. Det er nedsat til 260. Der er gennemført 121 pr. 31. august.",
         [(260, 121)]),
        ("Vi havde forpligtet os til at nå mindst 720 firmaer, men måltallet blev ved et tillæg forhøjet til "
         "860. Vi nåede 1.011 firmaer.", [(860, 1011)]),
        ("Ved aftalens begyndelse blev målet fastsat til 61 kurser, men efter en drøftelse er det nedsat til "
         "47. Indtil nu er der gennemført 12 kurser.", [(47, 12)]),
    ],
)  # fmt: skip
def test_a_goal_that_was_moved_has_its_new_value(text: str, expected: list[tuple[float, float]]) -> None:
    assert told(text) == expected


def test_a_lowered_goal_is_a_least_value_as_before() -> None:
    text = "Besøg: Måltallet er nedsat fra 1.700 til 1.400 for hele 2032. Pr. 31. august er der holdt 1.020 besøg."
    rows = read(("", f"Sagsfremstilling\n\n{text}\n"), title="Status på trafikaftalen", meeting=2032)
    assert [row.comparator for row in targets(rows)] == ["="]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Mål: Foreningen holder mindst 30 stævner med deltagelse af mindst én gæsteklub.", [30]),
        ("Mål: Alle 14 klubber har i løbet af året deltaget i mindst ét stævne.", [14]),
        ("Mål: Klubberne holder mindst 30 stævner og mindst ét åbent hus.", [30, 1]),
    ],
)
def test_what_each_of_those_counted_has_is_no_target_of_its_own(text: str, values: list[float]) -> None:
    told = f"Resultatmål 1 – Stævner\n{text}\nResultat: Det er sket.\n\nResultatmål 2 – Andet\nMål: 8 ture.\n"
    found = [float(t.value) for t in targets(read((REPORT, told))) if t.value is not None]
    assert found[:-1] == values


def test_who_has_a_goal_is_none_and_a_fall_may_be_one() -> None:
    text = (
        "Planerne har mål om en reduktion af vandforbruget på 40 pct. i 2036 i forhold til 2020. "
        "Syv havne har som mål at være uden spild i 2038.\n"
    )
    found = [float(t.value) for t in targets(read(("", text), meeting=2031)) if t.value is not None]
    assert found == [40]
