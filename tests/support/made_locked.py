"""Encrypted PDFs of every kind that programs write."""

import io
from typing import Final

from pypdf import PdfWriter

ALGORITHMS: Final = ("RC4-40", "RC4-128", "AES-128", "AES-256-R5", "AES-256")
INVOICE_XML: Final = (
    b'<?xml version="1.0"?>'
    b'<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>'
)


def locked(content, user, owner=None, *, algorithm="AES-256", embedded=False):
    """The PDF ``content`` so that ``user`` (text, or the bytes of a spelling) opens it."""
    writer = PdfWriter(clone_from=io.BytesIO(content))
    if embedded:
        writer.add_attachment("factur-x.xml", INVOICE_XML)
    writer.encrypt(user, owner, algorithm=algorithm)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
