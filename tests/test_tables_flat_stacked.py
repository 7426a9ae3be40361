"""Tables that text prints one cell a line, or each cell in a paragraph of its own."""

import pytest
from flat_tables import facts, rows

HEADS = "Nr.\nEmne\nFør\nMåltal\n2031\nSvar\n2031\nStatus\n"
BLOCKS = f"""
Brugere

{HEADS}
1.1
Andel, der kender
huset (egen måling)

26 pct.
31 pct.
29 pct.
Ikke nået

1.2
Nye brugere

-
50
68
Nået

Bemærkning: Målingen er ny.

Kurser

{HEADS}
2.1
Kurser for frivillige

8
10
12
"""


def test_the_cells_of_a_row_stand_in_a_block_below_its_label() -> None:
    found = [(row, col, value.replace(" ", "_")) for row, col, value in facts(BLOCKS)]
    expected = [
        ("1.1 Andel, der kender huset (egen måling)", "26_pct. 31_pct. 29_pct."),
        ("1.2 Nye brugere", "- 50 68"),
        ("2.1 Kurser for frivillige", "8 10 12"),
    ]
    assert found == rows(["Før", "Måltal 2031", "Svar 2031"], *expected)


def test_one_row_alone_below_heads_that_no_other_table_has_is_left() -> None:
    assert facts(BLOCKS[BLOCKS.index("Kurser\n") :]) == []


PARAGRAPHS = """
Indsats

{first}

Mål 2033

Status{second}

Vurdering

A. Unge

A1 Andel i job efter
seks måneder

64 %

Højst 70 %

63 %

Rød

A2 Hold

7

9

8

Gul

B. Ældre

B1 Besøg hos nye
borgere

14

20

ej opgjort

Gul
"""


def test_each_cell_in_a_paragraph_below_heads_that_stand_in_order() -> None:
    text = PARAGRAPHS.format(first="Start\n2030", second="\n2031")
    found = [(row, col, value.replace(" ", "_")) for row, col, value in facts(text)]
    expected = [
        ("A. Unge / A1 Andel i job efter seks måneder", "64_% Højst_70_% 63_%"),
        ("A. Unge / A2 Hold", "7 9 8"),
        ("B. Ældre / B1 Besøg hos nye borgere", "14 20 ej_opgjort"),
    ]
    assert found == rows(["Start 2030", "Mål 2033", "Status 2031"], *expected)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            PARAGRAPHS.format(first="Start", second="").replace("Indsats\n", "Indsats og\nemne\n"),
            id="the highest head first",
        ),
        pytest.param(
            PARAGRAPHS.format(first="Start\n2030", second="\n2031").replace("\nVurdering\n", "\nAntal\n"),
            id="words below the head of a number",
        ),
    ],
)
def test_heads_that_may_stand_over_other_columns_give_no_table_in_paragraphs(text: str) -> None:
    assert not [fact for fact in facts(text) if fact[1] in ("Mål 2033", "Status 2031", "Status")]


def test_a_cell_that_names_what_it_counts_does_not_end_the_table() -> None:
    cells = [
        ("Svar i tide", "90 pct.", "83 pct.", "Ikke nået"), ("Ventende om dagen", "6 senge", "4,2 senge", "Nået"),
        ("Kurser for nye", "12", "9", "På vej"), ("Fravær i alt", "4,8 pct.", "6,1 pct.", "Ikke nået"),
    ]  # fmt: skip
    text = "\n\n".join(["Mål", "Niveau", "Svar", "Status", *(cell for row in cells for cell in row)])
    found = facts(f"Her følger en oversigt over det, der er aftalt.\n\n{text}\n")
    assert found == [
        (row[0], head, cell) for row in cells for head, cell in zip(("Niveau", "Svar"), row[1:3], strict=True)
    ]
