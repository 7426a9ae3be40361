"""Flattened tables: heads whose years and scales stand on lines of their own, heads with a verb or an adjective."""

from __future__ import annotations

import pytest
from flat_tables import facts


@pytest.mark.parametrize("scale", ["1.000 kr.", "mio. kr."])
def test_a_year_with_its_scale_in_brackets_is_the_end_of_a_head(scale: str) -> None:
    text = f"Bidrag fordelt på havne\nHavn Gæster Bidrag \n2031 ({scale})\nBidrag \n2032 ({scale})\n"
    text += f"Stigning ({scale})\n"
    text += (
        "Nordhavn 58.900 191 200 9\nSydhavn 43.100 140 147 7\nØsthavn 19.200 62 65 3\nI alt 121.200 393 412 19\n"
    )
    heads = ["Gæster", f"Bidrag 2031 ({scale})", f"Bidrag 2032 ({scale})", f"Stigning ({scale})"]
    assert [(head, value) for _, head, value in facts(text)[:4]] == list(
        zip(heads, ["58.900", "191", "200", "9"], strict=True)
    )


def test_a_unit_with_a_capital_behind_a_year_is_the_next_head() -> None:
    text = """
Fangst
Havn Ture 2031 Ture 2032 Ton 2032
Ton pr. 1.000
ture
Nordhavn 142.310 146.905 11.840 80,6
Sydhavn 171.422 170.118 13.702 80,5
Østhavn 88.140 90.077 7.655 85,0
I alt 401.872 407.100 33.197 81,5
"""
    assert [head for _, head, _ in facts(text)[:4]] == ["Ture 2031", "Ture 2032", "Ton 2032", "Ton pr. 1.000 ture"]


def test_a_head_may_be_a_verb() -> None:
    text = """
Gæster i havnene
Emne Dec. 2030 Dec. 2031 Skulle være Regionen
Overnatninger 503 468 480 –
Klager 355 361 340 –
Tilfredse (pct.) 11,4 14,9 14,0 13,2
"""
    assert [head for _, head, _ in facts(text)[:4]] == ["Dec. 2030", "Dec. 2031", "Skulle være", "Regionen"]


@pytest.mark.parametrize("last", ["I alt", "Total"])
def test_the_others_of_a_name_are_one_head(last: str) -> None:
    text = f"Både fordelt på ejer\nSlags Danmark Holland Øvrige Norden Ukendt {last}\n"
    text += "Sejlbåde 2 - 1 1 4\nMotorbåde 1 1 1 - 3\nKajakker 1 1 - - 2\nJoller - - 1 1 2\nI alt 4 2 3 2 11\n"
    heads = ["Danmark", "Holland", "Øvrige Norden", "Ukendt", last]
    assert [head for _, head, _ in facts(text)[:5]] == heads


def test_others_before_a_total_are_a_head_of_their_own() -> None:
    text = "Både fordelt på ejer\nSlags Danmark Øvrige I alt\nSejlbåde 2 1 3\nMotorbåde 1 4 5\nJoller 7 2 9\n"
    assert [head for _, head, _ in facts(text)[:3]] == ["Danmark", "Øvrige", "I alt"]


def test_the_last_head_on_a_line_of_its_own_over_a_blank_one_is_no_group() -> None:
    text = "Gæster i havnene\n \nHavn Mindst 2031 Talte overnat-\nninger 2031\nForskel\n \n"
    text += "Nordhavn 55 64 9\nSydhavn 70 81 11\nØsthavn 30 30 0\nVesthavn 20 14 -6\n"
    assert facts(text)[:3] == [
        ("Nordhavn", "Mindst 2031", "55"),
        ("Nordhavn", "Talte overnatninger 2031", "64"),
        ("Nordhavn", "Forskel", "9"),
    ]


def test_an_answer_at_the_end_of_the_heads_goes_on_in_no_label() -> None:
    text = "Tabel 3. Havnenes skøn over gæster (antal havne)\nSlags Flere Uændret Færre Ved ikke\n"
    text += "Sejlbåde, danske 15 6 0 0\nMotorbåde 7 12 1 1\nKajakker 3 14 4 -\n"
    assert facts(text)[3] == ("Sejlbåde, danske", "Ved ikke", "0")
