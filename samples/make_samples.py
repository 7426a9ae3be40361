"""Makes the samples and ``expected.json``: ``python samples/make_samples.py [--out FOLDER]``.

All sentences and figures are invented; municipalities and their codes are real. The files come out the same,
byte for byte, each time.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

import agenda
import lastyear
import packet
from typeset import register_fonts

SAMPLES = {
    "dagsorden_kkr_midtjylland_2025-09-17.pdf": agenda.write,
    "bilag_kkr_midtjylland_2025-09-17.pdf": packet.write,
    "bilag_kkr_midtjylland_2024-09-18.txt": lastyear.write_packet,
    "referat_kkr_midtjylland_2025-09-17.txt": lastyear.write_minutes,
}


def make(folder: Path) -> None:
    """Writes every sample and what it truly holds into ``folder``."""
    register_fonts()
    folder.mkdir(parents=True, exist_ok=True)
    expected = {name: asdict(write(folder / name)) for name, write in SAMPLES.items()}
    text = json.dumps(expected, ensure_ascii=False, indent=1)
    (folder / "expected.json").write_text(text + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=Path(__file__).parent)
    make(parser.parse_args().out)
