"""Features of the whole invoice, which all its values share."""

from math import log2
from typing import Final

from engine.extraction.invoices.confidence.surroundings import Surroundings

_USUAL_FIELDS: Final = (
    "invoice_number", "invoice_date", "vendor_name", "customer_name", "currency", "total_amount",
    "subtotal", "tax_amount",
)  # fmt: skip
_PAGES: Final = 8
_KINDS: Final = 12


def document_signals(around: Surroundings) -> dict[str, float]:
    """How much of the invoice was understood, and how well its pages can be read."""
    sheet = around.sheet
    found = sum(name in around.picks for name in _USUAL_FIELDS)
    announced = [s for s in sheet.segments if s.words[-1].text.endswith(":")]
    unknown = sum(not segment.labels for segment in announced)
    kinds = len({hit.label for hit in sheet.labels})
    scanned = [s for s in sheet.segments if s.source == "ocr"]
    words = [w for s in scanned for w in s.words]
    return {
        "fields not found": 1 - found / len(_USUAL_FIELDS),
        "unknown labels": unknown / max(3, len(announced)),
        "kinds of labels": min(1.0, kinds / _KINDS),
        "pages": min(1.0, log2(len(sheet.pages)) / log2(_PAGES)),
        "a bad scan": 1 - sum(w.confidence for w in words) / len(words) if words else 0.0,
        "sums agree": float(around.totals.adds_up),
    }
