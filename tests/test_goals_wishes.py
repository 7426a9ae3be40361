"""What is only wished for or still to be decided, and what those who prepare an item put up for decision."""

import pytest
from goal_packets import read, targets

SHOWN = ("in_force", "proposed")


def shown(text: str) -> list[float]:
    """The values of targets that are told as such."""
    rows = read(("", f"Sagsfremstilling\n\n{text}\n"), title="Status på samarbejdsaftalen", meeting=2032)
    return [float(row.value) for row in targets(rows) if row.standing in SHOWN and row.value is not None]


@pytest.mark.parametrize(
    "text",
    [
        "I udkastet lægges op til, at måltallet for kor sættes til 45, men det tager udvalget først stilling "
        "til i marts.",
        "Bestyrelsen har drøftet, om kravet til løbernes fremmøde skulle lempes til 72 pct. Bestyrelsen fandt ikke "
        "grundlag for det.",
        "Direktøren ønskede et mål for billetindtægten på omkring 640 kr. pr. gæst. Oplægget behandles igen i maj.",
        "Brugerrådet har anbefalet, at målet for ventetid sættes til 12 dage. Byrådet har besluttet at beholde "
        "det nuværende mål.",
        "Udvalget har drøftet et udkast til ny biblioteksplan, hvor udlånsmålet hæves til 84 pct.",
        "En ændring af planen, herunder et forslag fra havnen om et passagermål på 3 mio. i 2034, afventer derfor "
        "afklaring.",
        "Udvalget skal beslutte, om målet skal fastholdes eller ændres til 320 ha.",
    ],
)
def test_what_nobody_has_decided_is_no_target(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Arbejdsgruppen foreslår, at målet for cykelture i 2033 justeres til højst 640 ture.", [640]),
        ("Styregruppen foreslår, at målet for cykelture i 2033 fastholdes på 64 pct.", [64]),
        ("Sekretariatet kan ikke støtte forslaget og anbefaler, at måltallet på 92 ture videreføres i 2033.", [92]),
        ("Herudover foreslår arbejdsgruppen, at målet for ture på landet i 2033 hæves til 210.", [210]),
    ],
)  # fmt: skip
def test_what_those_who_prepare_the_item_propose_is_a_target_to_be(text: str, values: list[float]) -> None:
    assert shown(text) == values


def test_what_is_put_up_for_discussion_on_a_contract_is_told() -> None:
    text = (
        "Konkret foreslås det, at rådet drøfter, om målet om, at 15 pct. af kurserne i 2032 skal holdes på øerne, "
        "skal øges, så det i 2033 hedder 25 pct."
    )
    title = "Status på resultatkontrakt 2032 og drøftelse af resultatkontrakt 2033"
    rows = read(("", f"Sagsfremstilling\n\n{text}\n"), title=title, meeting=2032)
    assert 25 in [row.value for row in targets(rows) if row.standing in SHOWN]


def test_a_goal_that_a_sentence_names_before_its_value_is_the_one_of_the_target() -> None:
    text = "Delmål A\n\nHavnen har 40 pladser.\n\nDelmål D\n\nHavnen har lys.\n\nJustering\n\n"
    text += "Arbejdsgruppen foreslår, at delmål B for 2033 justeres til højst 640 både."
    rows = read(("", f"Sagsfremstilling\n\n{text}\n"), title="Status på samarbejdsaftalen", meeting=2032)
    assert [(row.value, row.goal_no) for row in targets(rows) if row.standing in SHOWN] == [(640, "B")]


def test_whose_goal_it_is_does_not_end_what_was_named() -> None:
    text = (
        "Kendskabet til havnen (mål 4) blev i maj målt til 38 pct. Målet for Havland Havn var 40 pct., og "
        "målopfyldelsen er derfor 95 pct."
    )
    rows = read(("", f"Sagsfremstilling\n\n{text}\n"), title="Afrapportering på aftalen", meeting=2032)
    assert [(row.value, row.goal_no) for row in targets(rows)] == [(40, "4")]
