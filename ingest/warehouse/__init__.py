"""Rows to DuckDB and out again: the only place that speaks SQL."""
