"""What papers of each type call themselves, and which of the shared fields they have.

A paper's own number stands beside its own name: a goods receipt names the order's number too, and
that is not its own. Phrases are plain words; earlier groups go before later ones.
"""

from dataclasses import dataclass
from typing import Final

from engine.records.uploads import DocumentType

_BILLS: Final = (("invoice", "bill", "receipt", "voucher", "claim", "expense", "document"),)


@dataclass(frozen=True, slots=True)
class TypeWords:
    """How one type of paper is read.

    ``names`` are groups of phrases for the paper itself, ``parties`` announce its other company.
    ``is_bill``: it is read as a bill is, and its number may be the bill's. ``has_party``,
    ``has_total`` and ``has_date`` say whether such papers name another company, end in a total and
    are of one day.
    """

    names: tuple[tuple[str, ...], ...]
    parties: tuple[str, ...] = ()
    is_bill: bool = False
    has_party: bool = True
    has_total: bool = True
    has_date: bool = True


TITLE_WORDS: Final = frozenset(
    (
        "form", "note", "sheet", "slip", "report", "register", "copy", "original", "duplicate",
        "order", "job", "work", "shop", "floor",
    )
)  # fmt: skip
"""Words of which titles are made, beside the papers' own names; a company is called by none."""

TYPE_WORDS: Final[dict[DocumentType, TypeWords]] = {
    "PO": TypeWords(
        names=(
            ("purchase order", "po", "p o", "lpo", "work order", "order", "bestellung",
             "bestellnummer", "bon de commande", "commande", "orden de compra", "pedido",
             "ordine di acquisto", "ordine", "bestelling", "zamowienie", "objednavka"),
            ("document",),
        ),
        parties=("vendor", "supplier", "to supplier", "lieferant", "fournisseur", "proveedor",
                 "fornitore", "leverancier"),
    ),
    "GRN": TypeWords(
        names=(
            ("grn", "goods receipt", "goods received", "goods receipt note", "goods received note",
             "material receipt", "mrn", "goods inward", "receiving report", "wareneingang"),
            ("delivery challan", "challan", "delivery note", "dc", "packing slip", "packing list",
             "dispatch note", "lieferschein", "bon de livraison", "albaran",
             "documento di trasporto", "ddt", "pakbon", "nota de entrega"),
            ("document",),
        ),
        parties=("supplier", "vendor", "received from", "lieferant", "fournisseur", "proveedor",
                 "fornitore", "leverancier", "consignor"),
    ),
    "Job Work": TypeWords(
        names=(
            ("job work order", "job work challan", "job work", "jobwork", "job order", "job card",
             "job", "jw", "processing order", "lohnauftrag"),
            ("challan", "work order", "document"),
        ),
        parties=("job worker", "jobworker", "processor", "subcontractor", "contractor", "vendor",
                 "supplier"),
    ),
    "Production": TypeWords(
        names=(
            ("production order", "work order", "job card", "route card", "traveller", "order",
             "shop floor sheet", "shift report", "fertigungsauftrag", "ordre de fabrication"),
            ("batch", "lot", "production", "document", "sheet"),
        ),
        has_party=False,
        has_total=False,
    ),
    "Expense": TypeWords(names=_BILLS, is_bill=True),
    "Invoice": TypeWords(names=_BILLS, is_bill=True),
    "Tally Import": TypeWords(
        names=(("voucher", "document"),),
        parties=("ledger", "ledger account"),
        has_total=False,
        has_date=False,
    ),
    "Bank Statement": TypeWords(
        names=(("statement",),), has_party=False, has_total=False, has_date=False
    ),
    "Other": TypeWords(names=_BILLS, is_bill=True),
}  # fmt: skip
