"""Appointments."""
from __future__ import annotations
from schemas.packet import Packet
from schemas.records import Record


def extract_appointments(packet: Packet) -> list[Record]:
    """None yet."""
    return []
