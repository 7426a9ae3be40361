"""The record types are the source of the tables."""

from decimal import Decimal

import duckdb
import pytest

from schemas.document import Box
from schemas.records import Cell, Finding, Mention, Observation, Table
from schemas.relations import EXTRACTED, FINDINGS, RELATIONS, stamp

CONTRACT = {
    "documents": "document_id filename path sha256 bytes media_type kind body meeting_date venue title page_count"
    " text_source status ingested_at pipeline_version meeting_id",
    "pages": "document_id page label text text_source width height status",
    "items": "item_no item_type title case_no caseworker chapter page_first page_last line_first line_last",
    "attachments": "item_no attachment_no title toc_page listed_only page_first page_last line_first line_last",
    "sections": "item_no section text page line_first line_last",
    "passages": "passage_id item_no attachment_no text",
    "decisions": "item_no seq actor action text",
    "recommendations": "item_no seq actor action text",
    "appointments": "item_no body person role municipality party",
    "tables": "table_id item_no attachment_no table_no caption unit method n_rows n_cols page_first page_last"
    " line_first line_last",
    "cells": "table_id row col text row_span col_span is_header",
    "observations": "observation_id table_id item_no attachment_no caption row_label col_label row col value"
    " value_text unit year municipality_code region_code is_total",
    "targets": "target_id item_no attachment_no contract party goal_no sub_no level segment metric comparator value"
    " unit period text",
    "results": "result_id target_id goal_no sub_no segment metric value unit period fulfilment_pct status text",
    "mentions": "kind text norm item_no",
    "item_references": "item_no attachment_no kind target_item_no target_attachment_no target_case_no text",
    "findings": "rule severity message table_id expected actual",
    "goal_links": "target_document_id target_id document_id result_id status confidence",
    "runs": "run_id started_at",
    "run_documents": "run_id path document_id status stage error_class message seconds",
}


@pytest.mark.parametrize("relation", RELATIONS, ids=lambda relation: relation.name)
def test_every_relation_has_the_columns_people_write_sql_against(relation):
    names = {column.name for column in relation.columns}
    assert set(CONTRACT[relation.name].split()) <= names
    if relation in EXTRACTED:
        assert {"document_id", "page", "line", "bbox", "confidence"} <= names
        assert len(relation.key) == 1


@pytest.mark.parametrize("relation", RELATIONS, ids=lambda relation: relation.name)
def test_every_relation_and_column_is_explained_in_the_warehouse(relation):
    db = duckdb.connect()
    for statement in relation.create():
        db.execute(statement)
    comments = db.execute(
        "SELECT column_name, comment FROM duckdb_columns() WHERE table_name = ? AND NOT internal", [relation.name]
    ).fetchall()
    assert len(comments) == len(relation.columns)
    assert all(comment and comment.endswith((".", "…", ")")) for _, comment in comments), comments
    assert db.execute("SELECT comment FROM duckdb_tables()").fetchall()[0][0]


def test_a_value_outside_the_listed_ones_is_refused_by_the_warehouse():
    db = duckdb.connect()
    for statement in FINDINGS.create():
        db.execute(statement)
    with pytest.raises(duckdb.ConstraintException):
        db.execute("INSERT INTO findings BY NAME SELECT 'd' AS document_id, 1 AS confidence, 'f' AS finding_id,"
                   " 'r' AS rule, 'fatal' AS severity, 'm' AS message")  # fmt: skip


def test_stamping_gives_keys_and_resolves_references():
    rows = stamp(
        "d1",
        [
            Table(table_id="t001"),
            Cell(table_id="t001", text="12"),
            Observation(table_id="t001", value=Decimal(12), bbox=Box(0, 0, 1, 1)),
            Mention(kind="date", text="1. maj"),
            Mention(kind="date", text="2. maj"),
        ],
    )
    assert rows["tables"][0].table_id == rows["cells"][0].table_id == "d1-t001"
    assert rows["observations"][0].table_id == "d1-t001"
    assert [row.mention_id for row in rows["mentions"]] == ["d1-men00001", "d1-men00002"]
    assert {row.document_id for group in rows.values() for row in group} == {"d1"}


def test_a_reference_that_is_none_stays_none():
    rows = stamp("d1", [Finding(rule="x", table_id=None)])
    assert rows["findings"][0].table_id is None
