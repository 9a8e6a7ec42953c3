"""What a file is before any page is read, and the refusals that follow from it."""

import mmap
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from engine.errors import DamagedFileError, EmptyFileError, TooManyPagesError
from engine.reading import sniff
from engine.reading.bank_sniff import BANK_TYPES
from engine.reading.xml_guard import MAX_XML_BYTES, check_einvoice_file

MAX_PAGE_PIXELS: Final = 100_000_000

OcrChoice = Literal["auto", "tesseract", "rapidocr"]
"""Who recognises the words of scanned pages."""

_END: Final = re.compile(rb"startxref\s+\d")


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest document that is taken: pages, pixels of a page's image, bytes of XML."""

    max_pages: int = 5_000
    max_page_pixels: int = MAX_PAGE_PIXELS
    max_xml_bytes: int = MAX_XML_BYTES


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the words of a page depend on, apart from its file; part of a cache's key.

    Attributes:
        dpi: Resolution of page images for OCR, in dots per inch.
        languages: Languages for tesseract, joined by ``+``; those not installed are left out.
        timeout_seconds: Longest time for one run of the OCR program.
        max_page_pixels: Pixels above which the image of a page is not made.
        engine: Who recognises words: ``tesseract``, ``rapidocr``, or ``auto``, tesseract with the
            help of RapidOCR, if it is installed, on pages that tesseract reads badly.
    """

    dpi: int = 300
    languages: str = "eng"
    timeout_seconds: float = 120.0
    max_page_pixels: int = MAX_PAGE_PIXELS
    engine: OcrChoice = "auto"


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What is known of a file that can be opened."""

    mime_type: str
    pages_total: int
    encrypted: bool


def inspect_document(
    path: Path, file_name: str, *, password: str | None = None, limits: Limits | None = None
) -> DocumentFacts:
    """Open the file, count its pages, close it. ``file_name`` is the name that errors say.

    Files whose pages are made from what they say count as one page here.

    Raises:
        EmptyFileError: no bytes, or no pages.
        UnsupportedFileError: neither PDF nor PNG, JPEG, TIFF, an e-invoice in XML or a file of
            a bank's program.
        UnsafeXmlError: XML that could harm its reader.
        DamagedFileError: cut off, or broken beyond opening.
        PasswordNeededError: encrypted, no password given.
        WrongPasswordError: encrypted, another password.
        ProtectionUnknownError: encrypted, and not by a password.
        TooManyPagesError: more pages than ``limits`` allow.
        PageTooLargeError: an image with more pixels than ``limits`` allow.
    """
    limits = limits or Limits()
    with path.open("rb") as file:
        mime_type = sniff.mime_type_of(file.read(sniff.SNIFF_BYTES), file_name)
    if mime_type == sniff.PDF:
        facts = _inspect_pdf(path, file_name, password)
    elif mime_type == sniff.XML:
        check_einvoice_file(path, file_name, limits.max_xml_bytes)
        facts = DocumentFacts(mime_type, 1, False)
    elif mime_type in BANK_TYPES:
        facts = DocumentFacts(mime_type, 1, False)
    else:
        facts = _inspect_image(path, file_name, mime_type, limits)
    if facts.pages_total == 0:
        raise EmptyFileError(file_name)
    if facts.pages_total > limits.max_pages:
        raise TooManyPagesError(file_name, facts.pages_total, limits.max_pages)
    return facts


def _inspect_pdf(path: Path, file_name: str, password: str | None) -> DocumentFacts:
    from engine.reading.pdf_file import is_encrypted, open_pdf

    with open_pdf(path, file_name, password) as document:
        facts = DocumentFacts(sniff.PDF, len(document), is_encrypted(document))
    if is_cut_off(path):
        raise DamagedFileError(file_name)
    return facts


def _inspect_image(path: Path, file_name: str, mime_type: str, limits: Limits) -> DocumentFacts:
    from engine.reading.images import check_image

    pages_total = check_image(path, file_name, mime_type, limits.max_page_pixels)
    return DocumentFacts(mime_type, pages_total, False)


def is_cut_off(path: Path) -> bool:
    """Whether the end of a PDF is missing.

    pdfium mends such files silently and shows the pages it still finds, some of them half empty:
    a statement without its last rows would look whole.
    """
    with (
        path.open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content,
    ):
        end = content.rfind(b"startxref")
        has_end = end >= 0 and _END.match(content, end) is not None
        # Objects after the last end mark: an update to the file was cut off.
        return not has_end or content.find(b" obj", end) >= 0
