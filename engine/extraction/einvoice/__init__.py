"""Electronic invoices: CII (Factur-X, ZUGFeRD, XRechnung), ZUGFeRD 1.0 and UBL 2.1 (Peppol).

``read_einvoice`` reads one exactly, ``with_einvoices`` puts it beside what the pages show, and
``sheet_of`` says what a page made of it holds when there is no other page.
"""

from engine.extraction.einvoice.merge import WithXml, Xml, with_einvoices
from engine.extraction.einvoice.read import read_einvoice
from engine.extraction.einvoice.sheet import sheet_of

__all__ = ["WithXml", "Xml", "read_einvoice", "sheet_of", "with_einvoices"]
