"""Electronic invoices written from scratch by the standards, and PDFs that carry them.

``Bill`` holds the figures once; ``cii``, ``zugferd_1`` and ``ubl`` write them in each syntax, and
``page_of`` prints them as a vendor would.
"""

from made_einvoices.bill import EN16931, FACTURX, PEPPOL, XRECHNUNG, Bill, Line, credit_note
from made_einvoices.cii import cii, zugferd_1
from made_einvoices.pages import hybrid, joined, page_of
from made_einvoices.ubl import ubl

__all__ = [
    "EN16931",
    "FACTURX",
    "PEPPOL",
    "XRECHNUNG",
    "Bill",
    "Line",
    "cii",
    "credit_note",
    "hybrid",
    "joined",
    "page_of",
    "ubl",
    "zugferd_1",
]
