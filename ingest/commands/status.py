"""``bilag status``: what the warehouse holds."""

from __future__ import annotations

from ingest.commands.options import DEFAULT_WAREHOUSE, WarehouseOption, explained, out
from schemas.wording import counted

DOCUMENTS = """
SELECT d.filename, d.kind, coalesce(d.body, '') AS body, coalesce(CAST(d.meeting_date AS VARCHAR), '') AS date,
  d.page_count AS pages, d.status,
  (SELECT count(*) FROM items x WHERE x.document_id = d.document_id) AS items,
  (SELECT count(*) FROM attachments x WHERE x.document_id = d.document_id) AS bilag,
  (SELECT count(*) FROM tables x WHERE x.document_id = d.document_id) AS tables,
  (SELECT count(*) FROM observations x WHERE x.document_id = d.document_id) AS numbers,
  (SELECT count(*) FROM target_results x WHERE x.document_id = d.document_id) AS targets,
  (SELECT count(*) FROM findings x WHERE x.document_id = d.document_id) AS findings
FROM documents d ORDER BY d.filename, d.document_id
"""

FINDINGS = """
SELECT severity, rule, count(*) AS count FROM findings GROUP BY severity, rule
ORDER BY list_position(['error', 'warning', 'info'], severity), count DESC, rule
"""


def status(db: WarehouseOption = DEFAULT_WAREHOUSE) -> None:
    """Show the documents of the warehouse, their counts and the findings."""
    from ingest.warehouse.store import Warehouse

    with explained(), Warehouse(db, read_only=True) as warehouse:
        documents = warehouse.query(DOCUMENTS)
        findings = warehouse.query(FINDINGS)
    out.print(f"{db}: {counted(len(documents), 'document')}", markup=False)
    if documents:
        from rich.table import Table

        table = Table(box=None, pad_edge=False, header_style="bold")
        for name, value in documents[0].items():
            table.add_column(name, justify="right" if isinstance(value, int) else "left")
        for row in documents:
            table.add_row(*(str(value) for value in row.values()))
        out.print(table)
    for row in findings:
        out.print(f"  {row['severity']:<8}{row['rule']:<28}{row['count']:>6}", markup=False)
