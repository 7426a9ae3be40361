"""Every query of the documents runs on the samples and gives the answer printed under it."""

import re
from pathlib import Path

import pytest

from ingest.commands.rows import plain
from ingest.warehouse.store import Warehouse

ROOT = Path(__file__).parent.parent
DOCUMENTS = ("README.md", "docs/cookbook.md")
QUERY = re.compile(r"```sql\n(?P<query>.*?)\n```\n\n```text\n(?P<answer>.*?)\n?```", re.DOTALL)


def answer(db, query):
    """The answer as a plain table with aligned columns, as the documents print it."""
    with Warehouse(db, read_only=True) as warehouse:
        names, rows = warehouse.answer(query)
    cells = [names, *([plain(value) for value in row] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(names))]
    return "\n".join(
        "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip() for row in cells
    )


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_query_gives_the_printed_answer(name, samples_db, rewrite_gold):
    file = ROOT / name
    text = file.read_text(encoding="utf-8")
    queries = list(QUERY.finditer(text))
    assert queries
    if rewrite_gold:
        renewed = QUERY.sub(
            lambda m: f"```sql\n{m['query']}\n```\n\n```text\n{answer(samples_db, m['query'])}\n```", text
        )
        file.write_text(renewed, encoding="utf-8")
        return
    for match in queries:
        assert match["answer"] == answer(samples_db, match["query"]), match["query"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_printed_answer_is_empty(name):
    for match in QUERY.finditer((ROOT / name).read_text(encoding="utf-8")):
        assert len(match["answer"].splitlines()) > 1, match["query"]


def test_the_first_query_of_the_readme_is_the_one_the_demo_runs():
    first = QUERY.search((ROOT / "README.md").read_text(encoding="utf-8"))
    assert first is not None
    assert (ROOT / "docs" / "first_query.sql").read_text(encoding="utf-8").strip() == first["query"]


def test_gold_is_compared_and_not_rewritten_by_default(request):
    if request.config.getoption("--rewrite-gold"):
        pytest.skip("the flag is on")
    assert request.config.getoption("--rewrite-gold") is False


def test_the_readme_names_every_command():
    from ingest.cli import app

    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in app.registered_commands:
        assert command.callback is not None
        assert f"`bilag {command.callback.__name__}" in text
