"""The pages of a file as rows for a reviewer: whose each one is, and where invoices begin."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from engine.records import BBox, Invoice

PageState = Literal["begins", "doubtful", "goes_on", "none"]

SURE_START: Final = 0.9
"""From this probability on, nobody need look at a boundary."""


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page (1-based), or the part of it in ``bbox`` that one of several invoices takes.

    ``place`` is the invoice's place in the file, from 0; None for a page that is no invoice's.
    ``confidence`` is how surely an invoice begins here; None where none begins or nobody said.
    """

    page: int
    state: PageState
    place: int | None = None
    invoice: Invoice | None = None
    confidence: float | None = None
    bbox: BBox | None = None

    @property
    def label(self) -> str:
        """What the invoice is called: its place in the file, its number and its vendor."""
        if self.place is None or self.invoice is None:
            return "no invoice"
        names = (self.invoice.invoice_number, self.invoice.vendor_name)
        known = list(filter(None, names)) or ["nothing read"]
        return " · ".join([str(self.place + 1), *known])


def page_rows(invoices: Sequence[Invoice], pages_total: int) -> tuple[PageRow, ...]:
    """A row for each page of the file, and one for each invoice of a page that several share."""
    by_page: dict[int, list[PageRow]] = {}
    for place, invoice in enumerate(invoices):
        boxes = {region.page: region.bbox for region in invoice.regions}
        for index, page in enumerate(invoice.pages):
            row = PageRow(
                page=page,
                state="goes_on" if index else _state(invoice.start_confidence),
                place=place,
                invoice=invoice,
                confidence=None if index else invoice.start_confidence,
                bbox=boxes.get(page),
            )
            by_page.setdefault(page, []).append(row)
    last = max([pages_total, *by_page])
    return tuple(
        row
        for page in range(1, last + 1)
        for row in by_page.get(page) or [PageRow(page=page, state="none")]
    )


def _state(confidence: float | None) -> PageState:
    return "doubtful" if confidence is not None and confidence < SURE_START else "begins"
