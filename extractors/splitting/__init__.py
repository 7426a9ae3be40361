"""Splitting: a document into agenda items, attachments and sections, with the evidence for each cut."""

from extractors.splitting.packet import split
from extractors.splitting.records import structure_records

__all__ = ["split", "structure_records"]
