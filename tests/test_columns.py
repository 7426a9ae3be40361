"""Rows that are put into a table as columns come back as they were."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.packing import pack
from ingest.warehouse.columns import append, insert
from schemas.document import Box
from schemas.records import column
from schemas.relations import BOX, Relation

SIGNED = st.integers(-(2**63), 2**63 - 1)
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
BOXES = st.fixed_dictionaries(dict.fromkeys(("x0", "y0", "x1", "y1"), st.floats(0, 1e4)))
VALUES = {
    "VARCHAR": TEXT,
    "BIGINT": SIGNED,
    "DOUBLE": st.floats(allow_nan=False),
    "BOOLEAN": st.booleans(),
    "DECIMAL(38, 9)": st.decimals(-(10**20), 10**20, allow_nan=False, places=9),
    "DATE": st.dates(date(1600, 1, 1), date(2200, 1, 1)),
    "TIMESTAMP": st.datetimes(datetime(1600, 1, 1), datetime(2200, 1, 1)),
    BOX: BOXES,
}


@dataclass
class Thing:
    """A row with a column of every type."""

    text: str | None = column("")
    number: int | None = column("")
    share: float | None = column("")
    flag: bool | None = column("")
    value: Decimal | None = column("")
    day: date | None = column("")
    moment: datetime | None = column("")
    bbox: Box | None = column("")


@dataclass
class Named:
    """A row with a text alone."""

    text: str | None = column("")


THINGS = Relation("things", Thing)
ROWS = st.lists(st.tuples(*(st.none() | VALUES[c.sql_type] for c in THINGS.columns)), max_size=12)


def loaded(rows):
    with duckdb.connect() as db:
        db.execute(THINGS.create()[0])
        insert(db, THINGS, rows)
        return db.execute("SELECT * FROM things").fetchall()


@given(ROWS)
def test_values_of_every_type_and_their_nulls_come_back(rows):
    assert loaded(rows) == rows


@given(st.lists(ROWS, max_size=4))
def test_documents_that_are_appended_together_come_back_one_after_the_other(documents):
    with duckdb.connect() as db:
        db.execute(THINGS.create()[0])
        append(db, THINGS, [pack([(THINGS, rows)]) for rows in documents])
        assert db.execute("SELECT * FROM things").fetchall() == [row for rows in documents for row in rows]


def test_a_column_can_be_given_as_sql_instead():
    with duckdb.connect() as db:
        db.execute(THINGS.create()[0])
        append(db, THINGS, [pack([(THINGS, [("a", *(None,) * 7)])])] * 2, moment="TIMESTAMP '2024-03-05 10:00'")
        assert db.execute("SELECT text, moment FROM things").fetchall() == [("a", datetime(2024, 3, 5, 10))] * 2


def test_rows_that_break_a_check_leave_nothing_and_those_after_them_are_taken():
    with duckdb.connect() as db:
        db.execute("CREATE TABLE things (text VARCHAR CHECK (text <> 'b'))")
        relation = Relation("things", Named)
        with pytest.raises(duckdb.ConstraintException):
            insert(db, relation, [("a",), ("b",)])
        insert(db, relation, [("c",)])
        assert db.execute("SELECT * FROM things").fetchall() == [("c",)]


def test_a_text_after_thousands_of_nulls_comes_back():
    rows = [(None,) * 8] * 5000 + [("først her", *(None,) * 7)]
    assert loaded(rows)[-1] == rows[-1]


@pytest.mark.parametrize(
    ("printed", "kept"), [("0.1234567895", "0.123456790"), ("-0.0000000004", "0E-9"), ("1E+3", "1000.000000000")]
)
def test_decimals_are_rounded_to_nine_places(printed, kept):
    ((value,),) = [row[4:5] for row in loaded([(None,) * 4 + (Decimal(printed),) + (None,) * 3])]
    assert value == Decimal(kept)


@pytest.mark.parametrize(
    ("place", "value", "error"),
    [(1, 2**63, OverflowError), (1, "tolv", TypeError), (4, Decimal(10) ** 30, duckdb.ConversionException)],
)
def test_a_value_that_does_not_fit_its_column_is_an_error(place, value, error):
    row = [None] * 8
    row[place] = value
    with pytest.raises(error):
        loaded([tuple(row)])
