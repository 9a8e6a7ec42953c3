"""A finished document: its bytes and what they say."""

from dataclasses import dataclass
from typing import Any

from tools.training.truth import Truth


@dataclass(frozen=True, slots=True)
class Made:
    """One PDF with the truth of every invoice in it, in page order."""

    content: bytes
    truths: tuple[Truth, ...]
    language: str
    document_type: str
    layout: str
    vendor_group: str
    kind: str = "digital"
    credit_indices: tuple[int, ...] = ()
    with_pages: bool = False

    def as_json(self, name: str) -> dict[str, Any]:
        """The truth file of the document that is stored under ``name``."""
        invoices = [truth.as_json() for truth in self.truths]
        if not self.with_pages:
            for invoice in invoices:
                invoice.pop("pages", None)
        said: dict[str, Any] = {
            "doc": name,
            "source": "tools.training",
            "kind": self.kind,
            "language": self.language,
            "document_type": self.document_type,
            "layout": self.layout,
            "vendor_group": self.vendor_group,
        }
        if self.credit_indices:
            said["credit_note_invoices"] = list(self.credit_indices)
        return said | {"invoices": invoices}
