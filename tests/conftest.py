"""Shared by all tests: the tests' own modules, the samples ingested once, and the flag that rewrites gold."""

import sys
from pathlib import Path

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))

settings.register_profile("untimed", deadline=None)  # a loaded machine is slow, not wrong
settings.load_profile("untimed")

SAMPLES = Path(__file__).parent.parent / "samples"


def pytest_addoption(parser):
    parser.addoption(
        "--rewrite-gold", action="store_true", help="write what came out into the documents it is compared with"
    )


@pytest.fixture
def rewrite_gold(request):
    return request.config.getoption("--rewrite-gold")


@pytest.fixture(scope="session")
def samples_db(tmp_path_factory):
    """A warehouse of samples/, made once for a worker of the test run."""
    from ingest.reading.content import ReadOptions
    from ingest.run import ingest
    from ingest.warehouse.store import Warehouse

    path = tmp_path_factory.mktemp("samples") / "samples.duckdb"
    with Warehouse(path) as warehouse:
        ingest([str(SAMPLES)], warehouse, options=ReadOptions(ocr=False))
    return path
