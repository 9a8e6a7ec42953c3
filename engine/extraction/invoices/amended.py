"""An invoice some of whose values were replaced after it was put together."""

from collections.abc import Mapping
from typing import Any

import msgspec

from engine.extraction.context import Context
from engine.extraction.invoices.header.document_type import direction_of
from engine.extraction.invoices.sums.checks import failed_checks
from engine.extraction.invoices.trust import trust_of
from engine.records import Invoice, Provenance


def amended(
    invoice: Invoice,
    values: Mapping[str, Any],
    provenance: Mapping[str, Provenance],
    context: Context,
) -> Invoice:
    """``invoice`` with ``values`` and their places; all that follows from them is made anew.

    Sentences that do not follow from the figures stay as they are.
    """
    others = [sentence for sentence in invoice.checks if sentence not in _checks_of(invoice)]
    changed = msgspec.structs.replace(
        invoice, **values, provenance=dict(provenance), confidence=trust_of(provenance)
    )
    return msgspec.structs.replace(
        changed,
        direction=direction_of(
            changed.vendor_name, changed.vendor_tax_id, changed.customer_name, context
        ),
        checks=(*_checks_of(changed), *others),
    )


def _checks_of(invoice: Invoice) -> tuple[str, ...]:
    return failed_checks(
        subtotal=invoice.subtotal,
        tax_amount=invoice.tax_amount,
        total_amount=invoice.total_amount,
        charges=invoice.charges,
        line_items=invoice.line_items,
    )
