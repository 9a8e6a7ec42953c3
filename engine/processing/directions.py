"""Which way the money of a bill goes, seen from the account that it is matched with. Pure."""

from collections.abc import Iterable

from msgspec.structs import replace

from engine.matching import OpenInvoice
from engine.matching.normalise import name_tokens
from engine.records import Invoice


def open_invoices(invoices: Iterable[Invoice], holders: Iterable[str]) -> list[OpenInvoice]:
    """The invoices to be matched; a bill that an account's holder wrote is to be received.

    The settings may not name the own company, but the statement says whose account it is.
    """
    own = {tokens for holder in holders if (tokens := name_tokens(holder))}
    return [OpenInvoice.from_record(_seen_by(own, invoice)) for invoice in invoices]


def _seen_by(own: set[tuple[str, ...]], invoice: Invoice) -> Invoice:
    is_vendor = name_tokens(invoice.vendor_name or "") in own
    is_customer = name_tokens(invoice.customer_name or "") in own
    if is_vendor and not is_customer:
        return replace(invoice, direction="receivable")
    return invoice
