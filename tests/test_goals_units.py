"""Results whose noun is not that of their target: parts of compounds, nouns of what is done, what comes on top."""

import pytest
from goal_packets import CONTRACT, Pair, pairs, read, targets

from extractors.language.danish import analyse

ANNUAL = "Årsrapport 2031"


@pytest.mark.parametrize(
    ("target", "told", "expected"),
    [
        (
            "Mindst 600 borgere skal henvises til en forening.",
            "Der er registreret 655 henvisninger til foreninger, og hertil kommer 214 henvisninger til kirken.",
            [Pair(600, 655, "met")],
        ),
        (
            "110 rundture og havnebesøg",
            "124 besøg, fordelt på 22 rundture og 102 havnebesøg",
            [Pair(110, 124, "met")],
        ),
        ("Der skal screenes 90 boliger.", "Der er lavet 52 screeninger.", [Pair(90, 52, "not_met")]),
    ],
)
def test_a_noun_of_what_is_done_answers_its_verb(target: str, told: str, expected: list[Pair]) -> None:
    own = f"Mål 1: Gæster\nMål: {target}\nStatus: {told}"
    text = f"{ANNUAL}\n\n{own}\n\nMål 2: Ture\nMål: 90 ture\nStatus: 97 ture\n"
    assert pairs(read((ANNUAL, text), title=ANNUAL, meeting=2032))[:-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Senest den 1. oktober 2031 har mindst 75 butikker i midtbyen fået gennemgået deres plan.", [75]),
        ("Butikkerne har mindst 12 åbne aftener om året.", [12]),
        ("I dag har mindst 40 butikker fået en plan.", []),
    ],
)
def test_a_contract_says_with_a_sign_what_is_due(text: str, expected: list[float]) -> None:
    body = f"{CONTRACT}\n\nMål 1. Butikker\n{text}\n\nMål 2. Ture\nHuset holder 90 ture.\n"
    found = [t.value for t in targets(read((CONTRACT, body), title=CONTRACT, meeting=2031))]
    assert found == [*expected, 90]


@pytest.mark.parametrize(
    ("text", "value", "counted"),
    [
        ("Der skal være mindst 1,2 mio. påstigere.", 1_200_000, "påstigere"),
        ("Der kom 1,35 millioner gæster.", 1_350_000, "gæster"),
        ("Tallet blev 0,9 mio.", 900_000, None),
    ],
)
def test_counts_in_millions_are_counts(text: str, value: int, counted: str | None) -> None:
    quantity = next(iter(analyse([text]))).quantities[0]
    assert (quantity.value, quantity.counted) == (value, counted)
