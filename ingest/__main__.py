"""``python -m ingest`` is ``bilag``."""

from ingest.cli import main

main()
