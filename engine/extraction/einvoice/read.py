"""From the bytes of an electronic invoice to its business terms."""

from engine.extraction.einvoice.cii import read_cii
from engine.extraction.einvoice.terms import EInvoice
from engine.extraction.einvoice.tree import Node, tree_of
from engine.extraction.einvoice.ubl import read_ubl

_READERS = {
    "CrossIndustryInvoice": read_cii,
    "CrossIndustryDocument": read_cii,
    "Invoice": read_ubl,
    "CreditNote": read_ubl,
}


def read_einvoice(content: bytes) -> EInvoice:
    """What an electronic invoice says, whichever of the known syntaxes it is in.

    Raises:
        ValueError: it is no electronic invoice, with a clause that says why.
    """
    return read_root(tree_of(content))


def read_root(root: Node) -> EInvoice:
    """The same from its tree.

    Raises:
        ValueError: the root element is that of no electronic invoice.
    """
    reader = _READERS.get(root.name)
    if reader is None:
        raise ValueError(f"its root element “{root.name[:40]}” is none of an e-invoice")
    return reader(root)
