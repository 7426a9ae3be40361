"""Small packets of our own as text, for tests that need a document and not its details."""

AGENDA = """\
DAGSORDEN 2025

K K R  M I D T J Y L L A N D
Dato: 17-09-2025 10:00
Sted: Viborg Rådhus, Prinsens Allé 5, 8800 Viborg
\f1. Godkendelser

1.1. Godkendelse af dagsorden
SAG-2025-01010 abc

Baggrund
Dagsordenen er sendt ud den 3. september 2025.

Indstilling
Det indstilles, at KKR Midtjylland godkender dagsordenen.
\f2. Regionalpolitiske sager

2.1. Orienteringssag: Pladser på døgntilbud i de østjyske kommuner
SAG-2025-01011 abc

Baggrund
Antallet af pladser er gjort op den 1. juni 2025.

Indstilling
Det indstilles, at KKR Midtjylland tager orienteringen til efterretning.

Bilag
- Pladser på døgntilbud 2025
"""

BILAG = """\
Indholdsfortegnelse - Bilag

1.1 Godkendelse af dagsorden ............................................ 2
2.1 Orienteringssag: Pladser på døgntilbud i de østjyske kommuner ....... 3
Bilag 1: Pladser på døgntilbud 2025 ..................................... 3
\f1.1 Godkendelse af dagsorden
\f2.1 Orienteringssag: Pladser på døgntilbud i de østjyske kommuner

Tabel 1: Pladser på døgntilbud
Kommune 2024 2025
Horsens 41 44
Odder 12 12
Skanderborg 30 29
I alt 83 85
"""


def write(folder, **texts):
    """Writes ``name=text`` as ``name.txt`` into a folder and gives the paths."""
    paths = []
    for name, text in texts.items():
        path = folder / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths
