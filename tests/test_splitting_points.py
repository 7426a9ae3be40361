"""Lists of an agenda's points: below words that announce it, in contents with bare numbers, with letters."""

import pytest
from made_documents import text_document

from extractors.agenda.recommendations import extract_recommendations
from extractors.splitting.packet import split
from schemas.packet import Packet
from schemas.records import Decision

TEXT = "Havnelauget har drøftet sagen to gange, og der er enighed om at gå videre."
POINTS = ("Formalia", "Ny færge", "Takster på kajen", "Næste år")


def agenda(above: str, listed: str, headed: str) -> Packet:
    """A list of four points and the points themselves; patterns of ``{n}``, ``{a}`` and ``{title}``."""
    points = [
        {"n": n, "a": "ABCD"[n - 1], "r": ("I", "II", "III", "IV")[n - 1], "title": title}
        for n, title in enumerate(POINTS, 1)
    ]
    lists = "\n".join(listed.format(**point) for point in points)
    bodies = "\n\n".join(f"{headed.format(**point)}\n{TEXT}" for point in points)
    return split(text_document(f"{above}\n\n{lists}\n\n{bodies}", "Bagest\n\n" + TEXT))


@pytest.mark.parametrize(
    ("above", "listed", "headed", "numbers"),
    [
        ("Hermed dagsorden for mødet\nVenlig hilsen", "{n}. {title}", "{n}. {title}", "1 2 3 4"),
        ("Sagsliste", "{n}. {title}", "Sag nr. {n}. {title}", "1 2 3 4"),
        ("Dagsorden til møde nr. 117", "117.{n} {title}", "117.{n} {title}", "117.1 117.2 117.3 117.4"),
        ("Dagsorden", "Punkt {a}. {title}", "Punkt {a}. {title}", "A B C D"),
        ("Dagsorden", "Punkt {r}. {title}", "Punkt {r}. {title}", "I II III IV"),
        ("Dagsorden", "Sag {n}/31 {title}", "Sag {n}/31 {title}", "1 2 3 4"),
        ("Dagsorden", "{n}. {title} (10 min.)", "{n}. {title}", "1 2 3 4"),
    ],
)
def test_points_that_all_come_again_below_an_announced_list_are_items(
    above: str, listed: str, headed: str, numbers: str
) -> None:
    packet = agenda(above, listed, headed)
    assert [item.item_no for item in packet.items] == numbers.split()
    assert [item.title for item in packet.items] == list(POINTS)


@pytest.mark.parametrize(
    ("above", "headed"),
    [("Rapport om færgedrift", "{n}. {title}"), ("Dagsorden", "{n}. Kapitel om {a}")],
)
def test_lists_that_nothing_announces_or_that_do_not_come_again_are_none(above: str, headed: str) -> None:
    assert agenda(above, "{n}. {title}", headed).items == ()


def test_contents_count_items_by_bare_numbers() -> None:
    entries = "\n".join(f"{n} {title} .......... {n + 1}" for n, title in enumerate(POINTS, 1))
    advice = f"{TEXT}\nIndstilling\nDet indstilles, at sagen vælges."
    pages = [f"{n} {title}\n{advice}" for n, title in enumerate(POINTS, 1)]
    rows = "\n".join(f"Kajplads {place} er udlejet til {name}." for place, name in enumerate("abcdef"))
    bilag = [f"Bilag 1 til punkt {n}: Tal\nRække {n}\n{rows}" for n in (2, 3)]
    packet = split(text_document(f"Dagsorden for mødet\n\nIndhold\n{entries}", *pages, *bilag))
    assert [(item.item_no, item.title) for item in packet.items] == [
        (str(n), title) for n, title in enumerate(POINTS, 1)
    ]
    assert [(paper.item_no, paper.title) for paper in packet.attachments] == [("2", "Tal"), ("3", "Tal")]


CHAPTERS = "{0}2.1 Beslutningssag: Havneplan\n{2}\n\n2.2 Orienteringssag: Bro\n{2}\n\n{1}\n{2}\n\n1 Krav\n{2}"


@pytest.mark.parametrize(
    ("first", "last", "numbers"),
    [
        ("1 Godkendelse af dagsorden\nIndstilling\nDet indstilles, at dagsordenen godkendes.\n\n", "3 Eventuelt",
         ["1", "2.1", "2.2"]),
        ("1 Havnens historie\nIndstilling\nDet indstilles, at den læses.\n\n", "2 Eventuelt", ["2.1", "2.2"]),
    ],
)  # fmt: skip
def test_routine_items_of_one_level_stand_between_chapters_of_two(
    first: str, last: str, numbers: list[str]
) -> None:
    packet = split(text_document(f"Dagsorden\n\n{CHAPTERS.format(first, last, TEXT)}"))
    assert [item.item_no for item in packet.items] == numbers


def test_contents_name_items_of_one_level_between_chapters_of_two() -> None:
    contents = "Indholdsfortegnelse\n1 Havnens historie ..... 2\n2.1 Beslutningssag: Havneplan ..... 2\n"
    text = CHAPTERS.format("1 Havnens historie\n\n", "3 Ny bro i Sundet", TEXT)
    packet = split(text_document(f"{contents}2.2 Orienteringssag: Bro ..... 3\n3 Ny bro i Sundet ..... 4", text))
    assert [item.item_no for item in packet.items] == ["1", "2.1", "2.2", "3"]


def test_routine_items_count_on_behind_each_other_over_the_year() -> None:
    case = "Sagsnr. 31/1204\nIndstilling\nDet indstilles, at sagen vælges."
    text = f"Dagsorden\n\n61. Havneplan\n{case}\n\n62. Ny bro\n{case}\n\n63. Meddelelser\n\nIntet."
    text += "\n\n64. Underskrifter\n\nJa."
    assert [item.item_no for item in split(text_document(text)).items] == ["61", "62", "63", "64"]


def numbered(sign: str, titles: tuple[str, ...] = ("Nye bøjer", "Lys på molen", "Havnefest")) -> str:
    return "\n\n".join(f"{n}{sign} {title}\n\n{TEXT}" for n, title in enumerate(titles, 1))


@pytest.mark.parametrize(
    "head",
    [
        "Referat af bestyrelsesmøde den 4. maj 2031",
        "Havnelauget\nDagsorden til møde nr. 7",
        "Sundets Lods - Referat",
        "Mødeindkaldelse",
    ],
)
def test_points_with_text_alone_below_words_that_announce_them_are_items(head: str) -> None:
    packet = split(text_document(f"{head}\n\n{numbered('.')}"))
    assert [(item.item_no, item.title) for item in packet.items] == [
        ("1", "Nye bøjer"), ("2", "Lys på molen"), ("3", "Havnefest"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "points"),
    [
        ("Rapport om bøjer\nLodserne i Sundet", numbered(".")),
        ("Notat\nReferat af aftalen", numbered(".")),
        ("Referatet viser, hvad der er sket.", numbered(".")),
        ("Referat af møde", numbered(".").replace("3.", "4.")),
        ("Referat af møde", numbered(".") + "\n\n2. Nye bøjer igen"),
        ("Referat af møde", numbered(".").replace("\n\n2.", "\n2.")),
    ],
)
def test_points_that_nothing_announces_or_that_do_not_count_are_no_items(head: str, points: str) -> None:
    assert split(text_document(f"{head}\n\n{points}")).items == ()


@pytest.mark.parametrize("sign", [".", ")"])
def test_numbers_of_a_bilag_do_not_hide_those_of_the_agenda(sign: str) -> None:
    titles = ("Velkomst", "Nye bøjer", "Bordrunde", "Eventuelt")
    bilag = f"Bilag 1\n\nSØKORT\n\n{numbered('.')}"
    packet = split(text_document(f"Havnelauget\nOnsdag den 4. maj\n\n{numbered(sign, titles)}", bilag))
    assert [item.title for item in packet.items] == list(titles)


def test_the_last_item_heads_no_bilag_of_the_next_page() -> None:
    listed = numbered(")", ("Nye bøjer", "Lys på molen")) + "\n\n3) Eventuelt"
    rows = "\n".join(f"Bøje {n} ligger ved {name}." for n, name in enumerate("abcdefgh"))
    packet = split(text_document(f"Referat af møde\n\n{listed}", f"Bilag 1\nSøkort\n{rows}"))
    assert [item.item_no for item in packet.items] == ["1", "2", "3"]


@pytest.mark.parametrize("asks", ["Lodserne indstiller, at", "Sekretariatet indstiller, at:", "Det indstilles, at"])
def test_points_of_what_is_recommended_are_no_items(asks: str) -> None:
    text = f"Referat\n\n71. Nye bøjer\n\nIndstilling\n{asks}\n\n1. Bøjerne sættes ud\n2. Laugets kasse betaler"
    packet = split(text_document(f"{text}\nSagsfremstilling\n{TEXT}"))
    assert [item.item_no for item in packet.items] in ([], ["71"])


def test_open_points_count_on_over_the_year() -> None:
    points = (f"{n}. {mark} - {title}\n\n{TEXT}" for n, mark, title in (
        (29, "Åben", "Nye bøjer"), (30, "Lukket", "Køb af båd"), (31, "Åben", "Havnefest"),
    ))  # fmt: skip
    first = f"28. Åben - Lys på molen\nIndstilling\nDet indstilles, at molen oplyses.\n\n{TEXT}"
    packet = split(text_document("\n\n".join(["Dagsorden", first, *points])))
    assert [item.item_no for item in packet.items] == ["28", "29", "30", "31"]


def test_words_before_high_numbers_count_on_from_a_sure_one() -> None:
    points = [f"Pkt. {n} {title}\n\n{TEXT}" for n, title in ((61, "Nye bøjer"), (62, "Lys på molen"))]
    sure = f"Pkt. 63 Havnefest\nIndstilling\nDet indstilles, at festen holdes.\n\n{TEXT}"
    packet = split(text_document("\n\n".join(["Havnelauget\nDagsorden", *points, sure])))
    assert [item.item_no for item in packet.items] == ["61", "62", "63"]


def test_the_kind_that_heads_the_last_points_of_a_list_is_of_none_above() -> None:
    listed = "1. Formalia\n\n2. Ny færge\n\nOrientering\n\n3. Takster på kajen\n\n4. Eventuelt"
    points = f"1. Formalia\n\n2. Ny færge\n{TEXT}\n\n3. Takster på kajen\n{TEXT}\n\n4. Eventuelt"
    packet = split(text_document(f"Havnelauget\n\nDagsorden\n\n{listed}\n\n{points}"))
    assert [(item.title, item.item_type) for item in packet.items] == [
        ("Formalia", None), ("Ny færge", None), ("Takster på kajen", None), ("Eventuelt", None),
    ]  # fmt: skip


def test_points_of_a_few_lines_hold_no_bilag() -> None:
    listed = "\n".join(f"{n}. {title}" for n, title in enumerate(POINTS, 1))
    points = "\n\n".join(f"{n}. {title}\n{TEXT}" for n, title in enumerate(POINTS, 1))
    packet = split(
        text_document(
            f"Havnelauget\n\nIndhold\n{listed}\n\n{points}\n\nIndstilling:\nDet indstilles, at takster fastsættes."
        )
    )
    assert [item.title for item in packet.items] == list(POINTS)
    assert packet.attachments == ()


def test_a_point_on_top_of_a_file_that_recommends_something_is_an_item() -> None:
    text = f"7. Nye bøjer\n\nSagsfremstilling\n{TEXT}\n\nIndstilling\nDet indstilles, at de købes."
    assert [item.item_no for item in split(text_document(text)).items] == ["7"]
    assert split(text_document(text.partition("Indstilling")[0])).items == ()


@pytest.mark.parametrize(("letters", "kinds"), [("BBB", ["Beslutning"] * 3), ("BB-", [None] * 3)])
def test_one_letter_is_a_kind_where_each_header_has_it(letters: str, kinds: list[str | None]) -> None:
    points = [
        f"Pkt. {n}. {title}{'' if letter == '-' else f' ({letter})'}\nIndstilling\nDet indstilles, at sagen vælges."
        for n, (title, letter) in enumerate(zip(POINTS[1:], letters, strict=True), 1)
    ]
    packet = split(text_document("Havnelauget\nDagsorden\n\n" + "\n\n".join(points)))
    assert [item.item_type for item in packet.items] == kinds


MINUTED = (
    "Formalia er godkendt uden bemærkninger.",
    "Lauget hørte om færgen, som er bestilt, og om\nden, der er solgt. Lauget besluttede at male den.",
    "Takster på kajen\nTaksterne blev godkendt.",
    "Intet.",
)


@pytest.mark.parametrize("mark", ["Ad {}.", "Ad {})", "Ad pkt. {}:", "Ad. {}:"])
def test_minutes_below_a_list_tell_what_was_said_of_each_point(mark: str) -> None:
    listed = "\n".join(f"{n}. {title}" for n, title in enumerate(POINTS, 1))
    said = "\n\n".join(f"{mark.format(n)} {text}" for n, text in enumerate(MINUTED, 1))
    packet = split(text_document(f"Havnelauget\nReferat af møde\n\nDagsorden:\n{listed}\n\n{said}"))
    assert [(item.item_no, item.title) for item in packet.items] == [
        (str(n), title) for n, title in enumerate(POINTS, 1)
    ]
    rows = [row for row in extract_recommendations(packet) if isinstance(row, Decision)]
    assert [(row.item_no, row.text) for row in rows] == [("3", "Taksterne blev godkendt.")]
    assert all(item.span and packet.lines[item.span.first].text.startswith("Ad") for item in packet.items)


def test_notes_that_leave_out_points_are_none_of_theirs() -> None:
    listed = "\n".join(f"{n}. {title}" for n, title in enumerate(POINTS, 1))
    text = f"Havnelauget\n\nDagsorden:\n{listed}\n\nAd 2. Færgen er solgt.\n\nAd 4. Intet."
    items = split(text_document(text)).items
    assert not [item for item in items if "noted" in item.evidence]


@pytest.mark.parametrize("heading", ["Målene er:", "Aftalens punkter er disse:"])
def test_goals_that_notes_take_up_are_no_points(heading: str) -> None:
    goals = "\n".join(f"{n}. {title}" for n, title in enumerate(POINTS, 1))
    notes = "\n\n".join(f"Ad {n}. Det gik godt med {n} af dem." for n in range(1, 5))
    assert split(text_document(f"Havnelauget\n\n{heading}\n{goals}\n\n{notes}")).items == ()


def test_chapters_are_no_headers_out_of_sequence() -> None:
    advice = "Indstilling\nDet indstilles, at sagen drøftes."
    text = f"Dagsorden\n\n1. FORMALIA\n\n1.1 Velkomst\n{advice}\n\n2. SAGER\n\n2.1 Ny bro\n{advice}\n\n3. EVENTUELT"
    contents = (
        "Indhold\n1. FORMALIA .... 2\n1.1 Velkomst .... 2\n2. SAGER .... 2\n2.1 Ny bro .... 2\n3. EVENTUELT .... 2"
    )
    packet = split(text_document(contents, text))
    assert [item.item_no for item in packet.items] == ["1.1", "2.1", "3"]
    assert "header_out_of_sequence" not in [finding.rule for finding in packet.findings]
