"""What kind of document some bytes are, by the bytes themselves and never by the name."""

import re
from typing import Final

from engine.errors import EmptyFileError, UnsupportedFileError
from engine.reading.bank_sniff import bank_type_of
from engine.records import XML_TYPE

PDF: Final = "application/pdf"
PNG: Final = "image/png"
JPEG: Final = "image/jpeg"
TIFF: Final = "image/tiff"
XML: Final = XML_TYPE

SNIFF_BYTES: Final = 8192
"""How many bytes from the start of a file are enough."""

_PDF_BYTES: Final = 1024

_IMAGE_SIGNATURES: Final = (
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
    (b"II+\x00", TIFF),
    (b"MM\x00+", TIFF),
)


_MARKUP: Final = re.compile(rb"\s*<(?:\?xml|!--|!DOCTYPE|[A-Za-z_])", re.IGNORECASE)
_HTML: Final = re.compile(rb"\s*<(?:!doctype\s+)?html", re.IGNORECASE)
_BYTE_ORDER_MARKS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def mime_type_of(content: bytes, file_name: str) -> str:
    """The first that fits of ``PDF``, ``PNG``, ``JPEG``, ``TIFF``, a bank's format and ``XML``.

    The first ``SNIFF_BYTES`` bytes are enough. Whether XML is an e-invoice, and whether text in
    columns is a table of movements, is not decided here.

    Raises:
        EmptyFileError: there are no bytes.
        UnsupportedFileError: the bytes are none of these.
    """
    if not content:
        raise EmptyFileError(file_name)
    for signature, mime_type in _IMAGE_SIGNATURES:
        if content.startswith(signature):
            return mime_type
    # Some programs put a line of their own before the header; PDF readers accept that.
    if b"%PDF-" in content[:_PDF_BYTES]:
        return PDF
    bank_type = bank_type_of(content[:SNIFF_BYTES])
    if bank_type is not None:
        return bank_type
    if _is_markup(content[:SNIFF_BYTES]):
        return XML
    raise UnsupportedFileError(file_name)


def _is_markup(start: bytes) -> bool:
    for mark in _BYTE_ORDER_MARKS:
        start = start.removeprefix(mark)
    # Two bytes a character: the zeros between the ASCII ones say nothing.
    plain = start.replace(b"\x00", b"")
    return bool(_MARKUP.match(plain)) and not _HTML.match(plain)
