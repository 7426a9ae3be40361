"""One self-contained web page about a warehouse: coverage, findings, targets, quotas and series over years.

No script and no network: charts are drawn as SVG here. Everything that comes from a packet is escaped by the
template engine. Numbers are printed the Danish way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from importlib import resources
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from ingest.warehouse.store import Warehouse

DOCUMENTS = """
SELECT d.filename, d.kind, d.body, d.meeting_date, d.page_count, d.status,
  (SELECT count(*) FROM pages p WHERE p.document_id = d.document_id AND p.status <> 'ok') AS pages_unread,
  (SELECT count(*) FROM items x WHERE x.document_id = d.document_id) AS items,
  (SELECT count(*) FROM attachments x WHERE x.document_id = d.document_id) AS attachments,
  (SELECT count(*) FROM attachments x WHERE x.document_id = d.document_id AND x.listed_only) AS listed_only,
  (SELECT count(*) FROM tables x WHERE x.document_id = d.document_id) AS tables,
  (SELECT count(*) FROM observations x WHERE x.document_id = d.document_id) AS observations,
  (SELECT count(*) FROM findings x WHERE x.document_id = d.document_id AND severity <> 'info') AS findings
FROM documents d ORDER BY d.meeting_date, d.filename
"""

FINDINGS = """
SELECT f.severity, f.rule, count(*) AS count, min(f.message) AS example, min(d.filename) AS filename
FROM findings f LEFT JOIN documents d USING (document_id)
GROUP BY f.severity, f.rule ORDER BY list_position(['error', 'warning', 'info'], f.severity), count DESC, f.rule
"""

TARGETS = """
SELECT contract, sub_no, goal_no, metric, segment, comparator, target_value, target_unit, result_value, t.status,
  result_page, filename
FROM target_results t JOIN documents USING (document_id)
WHERE target_value IS NOT NULL AND result_value IS NOT NULL AND target_value > 0
ORDER BY filename, contract, try_cast(goal_no AS INTEGER), sub_no, segment
"""

MUNICIPALITIES = """
SELECT o.table_id, any_value(o.caption) AS caption, o.col_label, any_value(d.filename) AS filename,
  list({name: m.name, value: o.value} ORDER BY o.value DESC, m.name) AS bars
FROM observations o JOIN municipalities m ON m.code = o.municipality_code JOIN documents d USING (document_id)
WHERE o.value IS NOT NULL AND NOT o.is_total
GROUP BY o.table_id, o.col_label, o.col HAVING count(DISTINCT o.municipality_code) >= 10
ORDER BY filename, o.table_id, o.col_label LIMIT 12
"""

SERIES = """
SELECT any_value(caption) AS caption, row_label, head, unit,
  list({year: year, value: value} ORDER BY year) AS points
FROM (
  SELECT body, measure, row_label, head, unit, year, any_value(caption) AS caption, any_value(value) AS value
  FROM series WHERE municipality_code IS NULL
  GROUP BY body, measure, row_label, head, unit, year HAVING count(DISTINCT value) = 1
)
GROUP BY body, measure, row_label, head, unit HAVING count(*) >= 3
ORDER BY caption, row_label, head LIMIT 36
"""

BAR_WIDTH, BAR_HEIGHT, LABEL_WIDTH, VALUE_WIDTH = 300, 16, 400, 230
LABEL_LETTERS = 62
"""Letters of a label that its place holds."""
MOST_REACHED = Decimal("1.5")
"""Bars of results end at this many times their target; the number tells how far it went."""
PLOT_WIDTH, PLOT_HEIGHT = 240, 90
SIGNS = {">=": "mindst", "<=": "højst", ">": "over", "<": "under", "=": ""}
SEVERITIES = {"error": "fejl", "warning": "advarsel", "info": "oplysning"}
STATUSES = {"ok": "", "partial": "delvist læst", "failed": "afvist"}
COLOURS = {"met": "#2a7d4f", "not_met": "#b3392f", "partly": "#c98a1b", "pending": "#6b7280", "unknown": "#6b7280"}


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart: its label, its value and the mark it is to reach."""

    label: str
    value: Decimal
    mark: Decimal | None = None
    colour: str = "#31688e"
    told: str = ""


def danish(value: Any) -> str:
    """A number or a day the Danish way: ``1.234,5``, ``17-09-2025``; text as it is; nothing for None."""
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return str(value)
    text = f"{Decimal(str(value)).normalize():,f}"
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")


def bar_chart(bars: Sequence[Bar], most: Decimal | None = None) -> Markup:
    """Horizontal bars as SVG, each with its label and value; a mark stands where the target is.

    A bar of ``most`` (without it: the largest) is as long as the place for bars.
    """
    most = most or max([abs(bar.value) for bar in bars] + [bar.mark for bar in bars if bar.mark] + [Decimal(1)])
    height = len(bars) * (BAR_HEIGHT + 6) + 4
    parts = [
        Markup('<svg role="img" width="{}" height="{}" viewBox="0 0 {} {}">').format(
            LABEL_WIDTH + BAR_WIDTH + VALUE_WIDTH, height, LABEL_WIDTH + BAR_WIDTH + VALUE_WIDTH, height
        )
    ]
    for number, bar in enumerate(bars):
        top = 2 + number * (BAR_HEIGHT + 6)
        width = float(abs(bar.value) / most) * BAR_WIDTH
        parts.append(
            Markup(
                '<text x="{}" y="{}" text-anchor="end" class="label">{}<title>{}</title></text>'
                '<rect x="{}" y="{}" width="{:.1f}" height="{}" fill="{}"/>'
            ).format(
                LABEL_WIDTH - 8,
                top + 12,
                bar.label if len(bar.label) <= LABEL_LETTERS else bar.label[: LABEL_LETTERS - 1] + "…",
                bar.label,
                LABEL_WIDTH,
                top,
                width,
                BAR_HEIGHT,
                bar.colour,
            )
        )
        if bar.mark is not None:
            place = LABEL_WIDTH + float(bar.mark / most) * BAR_WIDTH
            parts.append(
                Markup('<line x1="{0:.1f}" x2="{0:.1f}" y1="{1}" y2="{2}" class="mark"/>').format(
                    place, top - 2, top + BAR_HEIGHT + 2
                )
            )
        parts.append(
            Markup('<text x="{:.1f}" y="{}" class="value">{}</text>').format(
                LABEL_WIDTH + BAR_WIDTH + 8 if bar.mark is not None else LABEL_WIDTH + width + 6,
                top + 12,
                bar.told or danish(bar.value),
            )
        )
    return Markup("").join([*parts, Markup("</svg>")])


def line_chart(points: Sequence[dict[str, Any]]) -> Markup:
    """A series over years as SVG; the axis begins at zero, or at the least value where some are negative."""
    values = [float(point["value"]) for point in points]
    years = [int(point["year"]) for point in points]
    low, high = min(0.0, *values), max(0.0, *values)
    span, years_span = (high - low) or 1.0, (years[-1] - years[0]) or 1
    dots = [
        (20 + (year - years[0]) / years_span * (PLOT_WIDTH - 40), 16 + (high - value) / span * (PLOT_HEIGHT - 36))
        for year, value in zip(years, values, strict=True)
    ]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in dots)
    parts = [
        Markup('<svg role="img" width="{0}" height="{1}" viewBox="0 0 {0} {1}"><polyline points="{2}"/>').format(
            PLOT_WIDTH, PLOT_HEIGHT, path
        )
    ]
    for (x, y), point in zip(dots, points, strict=True):
        parts.append(
            Markup('<circle cx="{0:.1f}" cy="{1:.1f}" r="3"><title>{2}: {3}</title></circle>').format(
                x, y, point["year"], danish(point["value"])
            )
        )
    for (x, y), point in ((dots[0], points[0]), (dots[-1], points[-1])):
        parts.append(
            Markup('<text x="{0:.1f}" y="{1:.1f}" class="value" text-anchor="middle">{2}</text>').format(
                x, max(10.0, y - 6), danish(point["value"])
            )
        )
        parts.append(
            Markup('<text x="{0:.1f}" y="{1}" class="year" text-anchor="middle">{2}</text>').format(
                x, PLOT_HEIGHT - 4, point["year"]
            )
        )
    return Markup("").join([*parts, Markup("</svg>")])


def report(warehouse: Warehouse) -> str:
    """The page as HTML."""
    targets = warehouse.query(TARGETS)
    charts = []
    for name in dict.fromkeys((row["filename"], row["contract"] or "") for row in targets):
        rows = [row for row in targets if (row["filename"], row["contract"] or "") == name]
        charts.append((name, bar_chart([_target_bar(row) for row in rows], MOST_REACHED), rows))
    municipalities = [
        (row, bar_chart([Bar(bar["name"], bar["value"]) for bar in row["bars"][:98]]))
        for row in warehouse.query(MUNICIPALITIES)
    ]
    series = [(row, line_chart(row["points"])) for row in warehouse.query(SERIES)]
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["danish"] = danish
    template = environment.from_string(
        resources.files("schemas").joinpath("templates", "report.html").read_text(encoding="utf-8")
    )
    return template.render(
        documents=warehouse.query(DOCUMENTS),
        findings=warehouse.query(FINDINGS),
        targets=charts,
        municipalities=municipalities,
        series=series,
        severities=SEVERITIES,
        statuses=STATUSES,
    )


def _target_bar(row: dict[str, Any]) -> Bar:
    """A result as a share of its target: counts and per cents stand below each other on one scale."""
    what = " ".join(filter(None, (row["sub_no"] or row["goal_no"], row["segment"], row["metric"])))
    sign = SIGNS.get(row["comparator"] or "", "")
    told = f"{danish(row['result_value'])} mod {sign} {danish(row['target_value'])} {row['target_unit'] or ''}"
    reached = min(max(row["result_value"] / row["target_value"], Decimal(0)), MOST_REACHED)
    return Bar(what, reached, Decimal(1), COLOURS[row["status"]], " ".join(told.split()))
