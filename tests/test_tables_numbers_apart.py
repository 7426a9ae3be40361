"""Numbers of rows below a head of their own are labels left of the names."""

from __future__ import annotations

import pytest
from flat_tables import packet

from extractors.tables.extract import extract_tables
from schemas.records import Observation


def labels(text: str) -> list[str]:
    """The different row labels of all observations, in order."""
    rows = [row for row in extract_tables(packet(text)) if isinstance(row, Observation)]
    return list(dict.fromkeys(row.row_label for row in rows))


@pytest.mark.parametrize("head", ["Nr.", "Nr", "Lb.nr.", "#"])
def test_numbers_below_a_head_of_their_own_are_outer_labels(head: str) -> None:
    text = f"{head}\tProjekt\tBeløb\n1\tNy hal\t300\n2\t3 haller\t120\n\tI alt\t420\n"
    assert labels(text) == ["1 / Ny hal", "2 / 3 haller", "I alt"]


def test_numbers_with_letters_are_outer_labels_in_laid_out_text() -> None:
    text = (
        "Nr.      Indikator                    Ønsket       Nået\n"
        "C.1      Ture til fods                40           46\n"
        "C.2      Ture på cykel                20           17\n"
        "C.3      Ture med bus                 30           52\n"
    )
    assert labels(text) == ["C.1 / Ture til fods", "C.2 / Ture på cykel", "C.3 / Ture med bus"]


TEXT = "Tabel 2: Ture\n{head} 2030 2031\n1 Nordruten 412 455\n2 Sydruten 398 420\n3 Østruten 201 207\n"


def test_numbers_are_outer_labels_where_the_columns_are_lost() -> None:
    assert labels(TEXT.format(head="Nr. Strækning")) == ["1 / Nordruten", "2 / Sydruten", "3 / Østruten"]


@pytest.mark.parametrize("head", ["Strækning", "Nr. og strækning"])
def test_numbers_below_no_head_of_their_own_are_part_of_the_names(head: str) -> None:
    assert labels(TEXT.format(head=head)) == ["1 Nordruten", "2 Sydruten", "3 Østruten"]


def test_codes_of_municipalities_are_part_of_their_names() -> None:
    assert labels("Nr.\tKommune\tAntal\n101\tKøbenhavn\t12\n157\tGentofte\t4\n")[0] == "101 København"
