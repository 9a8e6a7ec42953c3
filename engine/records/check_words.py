"""Which fields of an invoice a failed check speaks of, by the words that its sentence uses.

Sentences come from several rooms (arithmetic, the e-invoice, the language model); all call a
field by one of its words here.
"""

import re
from collections.abc import Mapping
from typing import Final

from engine.records.invoice import XML_SAYS

CHECK_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "invoice_number": ("invoice number",),
    "invoice_date": ("invoice date",),
    "due_date": ("due date", "is due"),
    "vendor_name": ("vendor name", "name of the vendor"),
    "vendor_tax_id": ("tax id", "vat number", "vat id"),
    "customer_name": ("customer name",),
    "currency": ("currency",),
    "subtotal": ("subtotal", "net amount"),
    "tax_amount": ("tax amount", "tax amounts", "the tax", "tax of", "and tax"),
    "total_amount": ("total", "total amount"),
    "amount_due": ("amount due", "left to pay"),
    "purchase_order": ("purchase order",),
    "iban": ("iban",),
    "payment_reference": ("payment reference",),
    "payment_terms": ("discount",),
    "line_items": ("lines",),
}
"""What sentences call each field, in lower case."""

_PATTERNS: Final = {
    field: re.compile(rf"\b(?:{'|'.join(words)})\b") for field, words in CHECK_WORDS.items()
}
_QUOTED: Final = re.compile("“.*”")
_LINE: Final = re.compile(r"line (\d{1,6}):")


def fields_named(check: str) -> frozenset[str]:
    """The fields that a sentence speaks of; ``line_items[2]`` when it is about the third line.

    What it quotes names nothing. A sentence may name no field.
    """
    said = _QUOTED.sub("“”", check).casefold()
    if check.startswith(XML_SAYS):
        # What follows the field's name are values, which may read like anything.
        said = said.removeprefix(XML_SAYS.casefold())
        return frozenset(field for field, words in _PATTERNS.items() if words.match(said))
    if line := _LINE.match(said):
        return frozenset((f"line_items[{int(line[1]) - 1}]",))
    return frozenset(field for field, words in _PATTERNS.items() if words.search(said))
