"""The accounting: what the warehouse as a whole must fulfil, each check a query that returns what is not right.

Findings of single documents are made when they are read; checks look over documents and at the warehouse itself.
Their rows go to ``findings`` under the check's name and are replaced at every run of the checks.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.pipeline import encode
from ingest.warehouse.schema import sql
from ingest.warehouse.store import Warehouse
from schemas.errors import UsageError
from schemas.records import Finding, Severity
from schemas.relations import FINDINGS, RELATIONS

CHECKS: tuple[tuple[str, Severity], ...] = (
    ("pages_accounted", "error"),
    ("rows_accounted", "error"),
    ("announced_but_missing", "warning"),
    ("unknown_municipality", "error"),
    ("municipalities_missing", "warning"),
    ("verdict_against_numbers", "warning"),
)
"""Name and severity of each check in ``schemas/sql/checks/``."""

PREFIX = "check-"
"""Keys of findings that checks made begin so."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """Something a user knows of a source: documents that hold ``filename`` give at least ``least`` rows.

    ``where`` narrows the rows of ``relation`` by a condition in SQL.
    """

    name: str
    relation: str
    least: int
    filename: str = ""
    where: str = "true"


def check(warehouse: Warehouse, expectations: list[Expectation] | None = None) -> list[Finding]:
    """Runs all checks and notes what they find in the warehouse. Sorted by severity, rule and document."""
    findings = [
        _finding(name, severity, row) for name, severity in CHECKS for row in warehouse.query(sql(f"checks/{name}"))
    ]
    findings += _broken_keys(warehouse)
    for expectation in expectations or []:
        findings += _unmet(warehouse, expectation)
    order = {"error": 0, "warning": 1, "info": 2}
    findings.sort(key=lambda f: (order[f.severity], f.rule, f.document_id, f.message))
    for number, finding in enumerate(findings, 1):
        finding.finding_id = f"{PREFIX}{number:05d}"
    warehouse.db.begin()
    warehouse.db.execute("DELETE FROM findings WHERE starts_with(finding_id, ?)", [PREFIX])
    if findings:
        with warehouse.db.appender(FINDINGS.name) as appender:
            appender.append_rows(encode(FINDINGS, findings))
    warehouse.db.commit()
    return findings


def _finding(rule: str, severity: Severity, row: dict[str, Any]) -> Finding:
    return Finding(
        rule=rule,
        severity=severity,
        document_id=row["document_id"],
        table_id=row["table_id"],
        message=row["message"],
        expected=row["expected"],
        actual=row["actual"],
    )


def _broken_keys(warehouse: Warehouse) -> list[Finding]:
    """Doubled keys and references that point at nothing; none is ever right."""
    findings = []
    for relation in RELATIONS:
        key = ", ".join(f'"{name}"' for name in relation.key)
        for row in warehouse.query(f"SELECT {key}, count(*) AS n FROM {relation.name} GROUP BY ALL HAVING n > 1"):
            told = ", ".join(str(row[name]) for name in relation.key)
            findings.append(
                Finding(
                    rule="doubled_key", severity="error", message=f"{relation.name} {told} stands {row['n']} times"
                )
            )
        for column in relation.columns:
            if column.ref:
                orphans = warehouse.query(
                    f'SELECT a.document_id, a."{column.name}" AS key FROM {relation.name} a'
                    f' ANTI JOIN {column.ref} b ON a."{column.name}" = b."{column.name}"'
                    f' WHERE a."{column.name}" IS NOT NULL'
                )
                findings += [
                    Finding(
                        rule="orphan",
                        severity="error",
                        document_id=row["document_id"],
                        message=f"{relation.name}.{column.name} {row['key']} points at nothing in {column.ref}",
                    )
                    for row in orphans
                ]
    return findings


def _unmet(warehouse: Warehouse, expectation: Expectation) -> list[Finding]:
    rows = warehouse.query(
        f"SELECT d.document_id, d.filename, (SELECT count(*) FROM {expectation.relation} r"
        f" WHERE r.document_id = d.document_id AND ({expectation.where})) AS n"
        " FROM documents d WHERE contains(d.filename, ?) ORDER BY d.filename",
        [expectation.filename],
    )
    return [
        Finding(
            rule="expectation_unmet",
            severity="error",
            document_id=row["document_id"],
            message=f"{expectation.name}: {row['filename']} gives too few rows of {expectation.relation}",
            expected=f"at least {expectation.least}",
            actual=str(row["n"]),
        )
        for row in rows
        if row["n"] < expectation.least
    ]


def read_expectations(path: Path) -> list[Expectation]:
    """Expectations from a TOML file: tables ``[[expectation]]`` with the fields of :class:`Expectation`.

    Raises:
        UsageError: the file is no TOML, or an entry lacks a field or has an unknown one.
    """
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("expectation", [])
        return [Expectation(**entry) for entry in entries]
    except (OSError, tomllib.TOMLDecodeError, TypeError) as error:
        raise UsageError(f"{path} cannot be used: {error}", "See docs/cookbook.md, Expectations") from error
