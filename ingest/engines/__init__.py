"""Engines: who runs the documents. Each takes sources and yields groups of outcomes, in the order of the sources.

:mod:`ingest.engines.local` uses processes of this machine, :mod:`ingest.engines.cluster` the workers of a Dask
scheduler. Both put every document into a process with limits (:mod:`ingest.engines.isolation`), and both give the
same warehouse.
"""

from ingest.engines.isolation import Limits
from ingest.engines.local import run, run_in_groups

__all__ = ["Limits", "run", "run_in_groups"]
