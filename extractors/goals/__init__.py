"""Targets and results: where goals stand, what is aimed at, what was reached, who belongs to whom."""
