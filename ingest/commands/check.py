"""``bilag check``: the accounting over the whole warehouse."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ingest.commands.options import DEFAULT_WAREHOUSE, WarehouseOption, explained, out
from schemas.errors import ExitCode
from schemas.wording import counted

LISTED = 40
"""Findings that are printed; all are in the warehouse."""


def check(
    db: WarehouseOption = DEFAULT_WAREHOUSE,
    expect: Annotated[Path | None, typer.Option(metavar="FILE", help="Expectations of your own (TOML).")] = None,
) -> None:
    """Check that the warehouse adds up and note what does not in `findings`.

    Exit code: 0 no error, 6 at least one error.
    """
    from ingest.warehouse.checks import check as run_checks
    from ingest.warehouse.checks import read_expectations
    from ingest.warehouse.store import Warehouse

    with explained():
        expectations = read_expectations(expect) if expect is not None else []
        with Warehouse(db, create=False) as warehouse:
            findings = run_checks(warehouse, expectations)
    for finding in findings[:LISTED]:
        told = f" (expected {finding.expected}, found {finding.actual})" if finding.actual is not None else ""
        out.print(f"{finding.severity:<8}{finding.rule:<26}{finding.message}{told}", markup=False)
    if len(findings) > LISTED:
        out.print(f"… and {len(findings) - LISTED} more: select * from findings", markup=False)
    errors = sum(finding.severity == "error" for finding in findings)
    out.print(f"{counted(len(findings), 'finding')}, {counted(errors, 'error')}", markup=False)
    raise typer.Exit(int(ExitCode.CHECK_FAILED if errors else ExitCode.OK))
