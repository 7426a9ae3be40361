"""Layers of a PDF that are switched off: their text is in the file and not on the page.

pdfium tells which layer a text stands on and not whether the layer is shown; pdfminer reads that from the catalog
(optional content, ISO 32000-1, 8.11.4.3).
"""

from __future__ import annotations

import ctypes
import io
from typing import Any

import pypdfium2 as pdfium2
import pypdfium2.raw as raw
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, dict_value, list_value, resolve1
from pdfminer.utils import decode_text

from ingest.reading import pdf_library as pdfium
from ingest.reading.second_reader import REFUSALS

LAYERS, PACKED = b"/OCProperties", b"/ObjStm"
"""What stands in every file with layers, unless its catalog is packed."""
MARK = "OC"
"""The tag of content that stands on a layer."""
NAME_BYTES = 512


class LayeredPdf(pdfium2.PdfDocument):  # type: ignore[misc]  # pypdfium2 is not typed
    """An open PDF; ``hidden_layers`` are the names of its layers that are switched off."""

    hidden_layers: frozenset[str] = frozenset()


def hidden_layers(data: bytes, password: str | None) -> frozenset[str]:
    """The names of the layers that are off when the document is opened; empty where nothing can be told."""
    if LAYERS not in data and PACKED not in data:
        return frozenset()
    try:
        catalog = PDFDocument(PDFParser(io.BytesIO(data)), password or "", fallback=False).catalog
        properties = resolve1(catalog.get("OCProperties"))
        if not isinstance(properties, dict):
            return frozenset()
        shown = dict_value(properties.get("D", {}))
        off: list[object] = list(list_value(shown.get("OFF", [])))
        if getattr(shown.get("BaseState"), "name", "ON") == "OFF":
            on = {_number(layer) for layer in list_value(shown.get("ON", []))}
            off += [layer for layer in list_value(properties.get("OCGs", [])) if _number(layer) not in on]
        return frozenset(name for layer in off if (name := _name(layer)))
    except REFUSALS:
        return frozenset()


def _number(layer: object) -> int | None:
    return layer.objid if isinstance(layer, PDFObjRef) else None


def _name(layer: object) -> str:
    name = dict_value(layer).get("Name", b"")
    return decode_text(resolve1(name)) if isinstance(resolve1(name), bytes) else ""


def stands_on(page_object: int | None, layers: frozenset[str]) -> bool:
    """True where a page object (a handle) stands on one of these layers."""
    for index in range(pdfium.count_marks(page_object)):
        mark = pdfium.object_mark(page_object, index)
        if _text(raw.FPDFPageObjMark_GetName, mark) == MARK and _text(_layer_name, mark) in layers:
            return True
    return False


def _layer_name(mark: Any, buffer: Any, size: int, length: Any) -> int:
    found: int = raw.FPDFPageObjMark_GetParamStringValue(mark, b"Name", buffer, size, length)
    return found


def _text(ask: Any, mark: int | None) -> str:
    buffer, length = (ctypes.c_ushort * (NAME_BYTES // 2))(), ctypes.c_ulong()
    handle = ctypes.cast(mark or 0, raw.FPDF_PAGEOBJECTMARK)
    if not ask(handle, buffer, NAME_BYTES, ctypes.byref(length)) or not 2 < length.value <= NAME_BYTES:
        return ""
    return bytes(buffer)[: length.value - 2].decode("utf-16-le", "replace")
