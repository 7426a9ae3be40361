"""Dates, amounts, names and references in running text."""
