"""What kind of document some bytes are, by the bytes themselves and never by the name."""

from typing import Final

from engine.errors import EmptyFileError, UnsupportedFileError

PDF: Final = "application/pdf"
PNG: Final = "image/png"
JPEG: Final = "image/jpeg"
TIFF: Final = "image/tiff"

SNIFF_BYTES: Final = 1024
"""How many bytes from the start of a file are enough."""

_IMAGE_SIGNATURES: Final = (
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
    (b"II+\x00", TIFF),
    (b"MM\x00+", TIFF),
)


def mime_type_of(content: bytes, file_name: str) -> str:
    """One of ``PDF``, ``PNG``, ``JPEG`` and ``TIFF``; the first ``SNIFF_BYTES`` bytes are enough.

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
    if b"%PDF-" in content[:SNIFF_BYTES]:
        return PDF
    raise UnsupportedFileError(file_name)
