"""The house: imports go downwards only, modules stay small, and nothing in the tree points out of it."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = ("schemas", "extractors", "ingest")
"""From the ground up: a layer imports itself and those before it."""

LONGEST = 450
FOREIGN = ("/wo" + "rk/", "shared/" + "packets", "/tm" + "p/")
"""Paths of one machine; cut in two here, so that this file may be searched as well."""

PURE = {"os", "io", "pathlib", "subprocess", "socket", "time", "duckdb", "pypdfium2", "pdfplumber", "random"}
"""What extractors and schemas have no business with: files, the network, the clock, the engines."""

MODULES = sorted(path for layer in LAYERS for path in (ROOT / layer).rglob("*.py"))


def name(path):
    return path.relative_to(ROOT).as_posix()


def imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)} imports by dots"
            yield node.module


def tracked():
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, timeout=60)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no git here, or no repository: the list of files is not to be had")
    return [ROOT / entry for entry in listed.stdout.decode().split("\0") if entry and (ROOT / entry).is_file()]


def test_there_are_modules_to_look_at():
    assert {path.relative_to(ROOT).parts[0] for path in MODULES} == set(LAYERS)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_imports_nothing_above_itself(path):
    own = LAYERS.index(path.relative_to(ROOT).parts[0])
    above = set(LAYERS[own + 1 :]) | {"tests", "samples", "bench"}
    assert [module for module in imports(path) if module.split(".")[0] in above] == []


@pytest.mark.parametrize(
    "path", [path for path in MODULES if path.relative_to(ROOT).parts[0] == "extractors"], ids=name
)
def test_extractors_touch_neither_files_nor_clock_nor_database(path):
    assert [module for module in imports(path) if module.split(".")[0] in PURE] == []


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_stays_under_the_limit_of_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) < LONGEST


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_says_what_it_is(path):
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or path.stat().st_size == 0


def test_no_file_of_the_tree_points_to_a_place_on_one_machine():
    pointing = [
        (name(path), foreign) for path in tracked() for foreign in FOREIGN if foreign.encode() in path.read_bytes()
    ]
    assert pointing == []


def test_the_process_that_loads_imports_none_of_the_stages():
    told = "import sys, ingest.run, ingest.warehouse.store; print(*sys.modules)"
    shown = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True, timeout=120)
    loaded = {module for module in shown.stdout.split() if module.startswith("extractors.")}
    light = {"goals", "goals.comparison", "language", "language.model", "language.stems"}
    assert loaded == {f"extractors.{module}" for module in light}
