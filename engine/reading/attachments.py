"""The electronic invoices that a PDF carries as embedded files. Nothing embedded is ever run.

pdfium counts the embedded files, as it has the document open at no cost. Their bytes are taken by
pypdf, which stops at a limit: pdfium would unpack a few packed megabytes into all memory there is.
"""

import logging
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, Final

from engine.errors import DamagedFileError, FileTooLargeError, MatchbookError
from engine.reading.passwords import spellings
from engine.reading.pdf_file import open_pdf
from engine.reading.xml_guard import EINVOICE_ROOTS, MAX_XML_BYTES, check_xml

log = logging.getLogger(__name__)

_MOST_LISTED: Final = 10_000
_MOST_LOOKED_AT: Final = 8
_USUAL_NAMES: Final = ("factur-x.xml", "xrechnung.xml", "zugferd-invoice.xml")
_LONGEST_NAME: Final = 80
_LIMITS: Final = (
    "zlib_maximum_output_length",
    "lzw_maximum_output_length",
    "run_length_maximum_output_length",
    "array_based_stream_maximum_output_length",
    "maximum_declared_stream_length",
)


@dataclass(frozen=True, slots=True)
class EmbeddedXml:
    """An electronic invoice inside a PDF.

    ``relationship`` is what the PDF calls it (Alternative, Data, Source …), empty when it does not.
    """

    name: str
    content: bytes
    relationship: str = ""


@dataclass(frozen=True, slots=True)
class Embedded:
    """The electronic invoices of a PDF, the likeliest first, and why others were not taken."""

    invoices: tuple[EmbeddedXml, ...] = ()
    refused: tuple[str, ...] = ()


def embedded_invoices(
    path: Path, *, password: str | None = None, max_bytes: int = MAX_XML_BYTES
) -> Embedded:
    """What a PDF carries; other embedded files are left alone, whatever they are called.

    All of them together may unpack to ``max_bytes``.

    Raises:
        PasswordNeededError, WrongPasswordError, DamagedFileError: the file does not open.
    """
    with open_pdf(path, path.name, password) as document:
        count = document.count_attachments()
    if not count:
        return Embedded()
    found: list[EmbeddedXml] = []
    refused: list[str] = []
    left = max_bytes
    try:
        with path.open("rb") as stream:
            for name, file in _xml_files(stream, password):
                try:
                    left -= _take(found, name, file, left)
                except MatchbookError as error:
                    refused.append(f"An embedded XML file was not read: {error}")
                    if isinstance(error, FileTooLargeError):
                        break
    except Exception:  # pypdf raises all sorts for broken files; the pages are read all the same
        log.warning("embedded files could not be listed", exc_info=True)
        refused.append("The files embedded in this PDF could not be read: it is damaged there.")
    return Embedded(tuple(found), tuple(refused))


def _xml_files(stream: BinaryIO, password: str | None) -> Iterator[tuple[str, Any]]:
    """Printable name and handle of embedded files that say they are XML, the likeliest first."""
    from pypdf import PdfReader

    files = []
    reader = PdfReader(stream)
    if reader.is_encrypted:
        any(reader.decrypt(secret) for secret in spellings(password))
    for file in islice(reader.attachment_list, _MOST_LISTED):
        name = str(file.alternative_name or file.name)
        if name.casefold().endswith(".xml") or "xml" in str(file.subtype or "").casefold():
            files.append((_printable(name), file))
    files.sort(key=lambda entry: _rank(entry[0]))
    yield from files[:_MOST_LOOKED_AT]


def _take(found: list[EmbeddedXml], name: str, file: Any, max_bytes: int) -> int:
    """Add the file when it is an electronic invoice; how many bytes it has.

    Raises:
        FileRefusedError: it is damaged, dangerous or too large.
    """
    content = _unpacked(name, file, max_bytes)
    if check_xml(content, name, max_bytes) in EINVOICE_ROOTS:
        relationship = str(file.associated_file_relationship or "").lstrip("/")
        found.append(EmbeddedXml(name, content, relationship))
    return len(content)


def _unpacked(name: str, file: Any, max_bytes: int) -> bytes:
    from pypdf import apply_configuration
    from pypdf.errors import LimitReachedError, PyPdfError

    limits: dict[str, Any] = dict.fromkeys(_LIMITS, max_bytes)
    try:
        with apply_configuration(**limits):
            return bytes(file.content)
    except LimitReachedError as error:
        raise FileTooLargeError(name, None, max_bytes, "MATCHBOOK_MAX_XML_BYTES") from error
    except (PyPdfError, zlib.error, ValueError, LookupError, TypeError, AttributeError) as error:
        raise DamagedFileError(name) from error


def _printable(name: str) -> str:
    shown = "".join(sign for sign in name if sign.isprintable())
    return " ".join(shown.split())[:_LONGEST_NAME]


def _rank(name: str) -> int:
    plain = name.casefold()
    return _USUAL_NAMES.index(plain) if plain in _USUAL_NAMES else len(_USUAL_NAMES)
