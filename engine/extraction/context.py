"""What an extractor must know beyond the pages."""

from dataclasses import dataclass

from engine.extraction.vendor_habit import VendorHabit


@dataclass(frozen=True, slots=True)
class Context:
    """The upload that the pages belong to, and who reads them.

    ``own_company_names`` and ``own_tax_ids`` are the reader's own: an invoice in one of these names
    is one that was sent, not one to pay. ``habits`` are what is known of vendors from before.
    """

    upload_id: str
    own_company_names: tuple[str, ...] = ()
    own_tax_ids: tuple[str, ...] = ()
    habits: tuple[VendorHabit, ...] = ()
