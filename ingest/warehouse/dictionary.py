"""The data dictionary: every relation and column of the warehouse in words, drawn from the record types."""

from __future__ import annotations

from schemas.relations import RELATIONS, Relation

HEAD = """# Data dictionary

Written by `bilag dictionary` from the record types in `schemas/records.py`; a test fails where the two part. The
same words are comments in the warehouse itself: `select * from duckdb_columns()`.

Unknown is NULL, never an invented value. `page` is the 1-based page of the file, `line` the 1-based line of a text
file, `bbox` the place on a PDF page in points from its top left. Keys begin with the document's id.
"""

VIEWS: tuple[tuple[str, str], ...] = (
    ("meetings", "A meeting: `meeting_id`, `body`, `meeting_date`, and how many documents belong to it."),
    ("municipalities", "The 98 municipalities: `code`, `name`, `region_code`, `region`."),
    (
        "target_results",
        "One row a target with its result beside it, and one a result or stated fulfilment without a target: "
        "`item_no`, `attachment_no`, `contract`, `goal_no`, `sub_no`, `level`, `segment`, `metric`, `comparator`, "
        "`target_value`, `target_unit`, `target_period`, `target_page`, `target_line`, `result_value`, "
        "`result_unit`, `result_period`, `result_page`, `result_line`, `fulfilment_pct`, `status`.",
    ),
    (
        "target_results_across",
        "`target_results`, and for targets without a result in their own document the one that `goal_links` finds "
        "in another (`result_document_id`, `linked`; `restated`: that document states the target itself as well).",
    ),
    (
        "targets_changed",
        "One row a target of two successive contracts of one party: `party`, `earlier_year`, `year`, `goal_no`, "
        "`sub_no`, `segment`, `metric`, `comparator`, `earlier_value`, `value`, `unit`, `change` (raised, lowered, "
        "the same, new, dropped), `stricter` (whether a change asks for more), with page and line of both.",
    ),
    (
        "item_links",
        "One row a link, with the keys of both ends (`from_id`, `to_id`, and the document, item and attachment of "
        "each): `link` is `bilag` (a bilag that a document lists and the attachment of the same meeting it is), "
        "`case` (an item and the one of the nearest earlier meeting with its case number) or `reference` (a row of "
        "`item_references` and the item or attachment it means).",
    ),
)


def render() -> str:
    """The dictionary as Markdown."""
    parts = [HEAD]
    parts += [_relation(relation) for relation in RELATIONS]
    parts.append(
        "## Views and reference data\n\n" + "\n".join(f"- **{name}**: {text}" for name, text in VIEWS) + "\n"
    )
    return "\n".join(parts)


def _relation(relation: Relation) -> str:
    rows = []
    for column in relation.columns:
        kind = column.sql_type if not column.choices else " ".join(f"`{choice}`" for choice in column.choices)
        notes = [column.comment]
        if column.key:
            notes.append("Key.")
        if column.ref:
            notes.append(f"Points at `{column.ref}`.")
        rows.append(f"| `{column.name}` | {kind} | {' '.join(notes)} |")
    head = f"## {relation.name}\n\n{relation.comment}\n\n| column | type | what it holds |\n|---|---|---|\n"
    return head + "\n".join(rows) + "\n"
