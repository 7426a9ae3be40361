"""``bilag doctor``: what is installed, what it is good for and how to get what is missing."""

from __future__ import annotations

import platform
from importlib import metadata

from ingest.commands.options import out

LIBRARIES = ("duckdb", "pypdfium2", "pdfplumber", "spacy", "dateparser", "regex")

TESSERACT_HELP = (
    "Debian, Ubuntu: apt install tesseract-ocr tesseract-ocr-dan",
    "macOS: brew install tesseract tesseract-lang",
    "Windows: winget install UB-Mannheim.TesseractOCR (choose Danish)",
)


MODEL_HELP = "python -m spacy download da_core_news_lg (before a run; nothing is downloaded during one)"


def doctor() -> None:
    """Say what is installed and what is missing."""
    from extractors.language.model import installed_model, load
    from ingest.reading.ocr import find_tesseract
    from ingest.version import pipeline_version

    out.print(f"bilag       {pipeline_version()}", markup=False)
    out.print(f"Python      {platform.python_version()} on {platform.system()}", markup=False)
    for name in LIBRARIES:
        out.print(f"{name:<12}{metadata.version(name)}", markup=False)
    model = installed_model()
    if model is None:
        out.print(
            "Danish      by rules; a statistical model is used where one is installed. To get one:", markup=False
        )
        out.print(f"              {MODEL_HELP}", markup=False)
    else:
        load(model)
        out.print(f"Danish      by rules with the tagger and lemmatiser of {model}", markup=False)
    tesseract = find_tesseract()
    if tesseract is not None:
        out.print(f"OCR         {tesseract.version} with Danish: pages that are pictures are read", markup=False)
        return
    out.print(
        "OCR         not installed: pages that are pictures are reported and not read. To get it:", markup=False
    )
    for line in TESSERACT_HELP:
        out.print(f"              {line}", markup=False)
