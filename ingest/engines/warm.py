"""Imported by the process that workers are forked from: takes a small packet through all stages.

What stages load and make when they first run (a language pipeline, word lists, patterns) takes most of a second;
afterwards it is there in every worker, and its memory is shared among them.
"""

from __future__ import annotations

import gc
from importlib import import_module

from ingest.pipeline import EXTRACTORS, process_bytes
from ingest.sources import Source

STAGES = (
    "ingest.reading.pdf",
    "ingest.reading.text",
    "extractors.splitting.packet",
    *(module for _, module, _ in EXTRACTORS),
)

PACKET = """Dagsorden til møde i KKR Midtjylland
Onsdag den 3. april 2024 kl. 10.00

2.1 Orienteringssag: Status på aftalen

Baggrund
Borgmester Anne Hansen, Aarhus Kommune, orienterede om aftalen efter serviceloven § 140 den 1. marts 2024. Der er
afsat 2,5 mio. kr. i 2024.

Indstilling
Det indstilles, at KKR Midtjylland tager orienteringen til efterretning.

Mål 1.1: Mindst 80 pct. af virksomhederne skal være meget tilfredse i 2024.
Resultatet blev 76 pct. i 2024.

Tabel 1: Antal pladser
Kommune  2023  2024
Randers  12  14
Skive  8  9
I alt  20  23
"""

gc.disable()  # what is made here is kept: to look for cycles among it took a tenth of the time
for stage in STAGES:
    import_module(stage)
process_bytes(PACKET.encode(), Source("packet.txt"))
gc.freeze()  # no collection of a worker goes through what is shared, or writes to it
gc.enable()
