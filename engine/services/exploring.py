"""Looking into matches: why records are one or none, and where they stand on their pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.matching import PairAnswer
from engine.records import BBox, Provenance
from engine.services.rooms import Rooms


@dataclass(frozen=True, slots=True)
class RecordPlace:
    """Where a field of a record is printed; ``page`` is 1-based, ``bbox`` fractions of it."""

    field: str
    page: int
    bbox: BBox


class Exploring(Rooms):
    """What analysts look into."""

    def explain_pair(
        self, reconciliation_id: str, invoice_ids: Sequence[str], transaction_ids: Sequence[str]
    ) -> PairAnswer:
        """What speaks for and against records of a run being a match; the run is weighed again."""
        return self._pair_desk.ask(reconciliation_id, list(invoice_ids), list(transaction_ids))

    def places_of_invoice(self, upload_id: str, invoice_id: str) -> tuple[RecordPlace, ...]:
        """Where an invoice's header fields are printed; nothing when it is gone."""
        document = self.store.invoices.get(upload_id).document
        for invoice in document.invoices if document else ():
            if invoice.invoice_id == invoice_id:
                return _places(invoice.provenance)
        return ()

    def places_of_line(self, upload_id: str, transaction_id: str) -> tuple[RecordPlace, ...]:
        """Where a bank line's fields are printed; nothing when it is gone."""
        document = self.store.bank.get(upload_id).document
        for line in document.transactions if document else ():
            if line.transaction_id == transaction_id:
                return _places(line.provenance)
        return ()


def _places(provenance: Mapping[str, Provenance]) -> tuple[RecordPlace, ...]:
    return tuple(
        RecordPlace(field, place.page, place.bbox)
        for field, place in provenance.items()
        if place.page is not None and place.bbox is not None and "[" not in field
    )
