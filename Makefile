# Two commands do everything, from nothing but Python 3.11+ and make:
#   make demo   sets up, ingests samples/ into a new warehouse, prints a summary and the first query's answer
#   make test   sets up, then formats, lints, type checks and tests
# and make bench holds it against other libraries, those of pip install 'bilag[bench]' where they are there.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
DB ?= out/demo.duckdb
PYTEST_WORKERS ?= auto

.PHONY: setup demo test lint samples bench clean

setup: $(VENV)/.ready

$(VENV)/.ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

demo: setup
	rm -f $(DB) $(DB).wal
	mkdir -p $(dir $(DB))
	$(BIN)/bilag ingest samples --db $(DB) || test $$? -eq 3
	$(BIN)/bilag status --db $(DB)
	$(BIN)/bilag query --db $(DB) --file docs/first_query.sql

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

test: lint
	$(BIN)/pytest -n $(PYTEST_WORKERS) --dist loadfile

bench: setup
	$(BIN)/python bench/compare.py

samples: setup
	$(BIN)/python samples/make_samples.py

clean:
	rm -rf $(VENV) out .mypy_cache .pytest_cache .ruff_cache
