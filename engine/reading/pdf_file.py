"""Opening PDF files with pdfium, its failures told apart.

pdfium is not safe for several threads: whoever works with a document holds ``PDFIUM_LOCK``, which
``open_pdf`` does for its caller.
"""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_raw

from engine.errors import (
    DamagedFileError,
    EmptyFileError,
    PageUnreadableError,
    PasswordNeededError,
    ProtectionUnknownError,
    WrongPasswordError,
)
from engine.reading.passwords import spellings

PDFIUM_LOCK = threading.RLock()


@contextmanager
def open_pdf(path: Path, file_name: str, password: str | None) -> Iterator[Any]:
    """A pypdfium2 ``PdfDocument`` that is closed afterwards.

    Raises:
        PasswordNeededError: encrypted, and ``password`` is None or empty.
        WrongPasswordError: encrypted, and ``password`` does not open it in any of its spellings.
        EmptyFileError: the document has no pages.
        ProtectionUnknownError: encrypted, and not by a password.
        DamagedFileError: pdfium cannot make a document of the bytes.
        FileNotFoundError: the file is gone.
    """
    with PDFIUM_LOCK:
        document = _load(path, file_name, password)
        try:
            yield document
        finally:
            document.close()


def _load(path: Path, file_name: str, password: str | None) -> Any:
    place = os.fsencode(path.resolve(strict=True)) + b"\0"
    for secret in spellings(password):
        handle = pdfium_raw.FPDF_LoadDocument(place, secret + b"\0" if secret else None)
        if handle:
            break
        # pdfium's last error is only about this file when the load itself failed.
        error = pdfium_raw.FPDF_GetLastError()
        if error == pdfium_raw.FPDF_ERR_SECURITY:
            raise ProtectionUnknownError(file_name)
        if error != pdfium_raw.FPDF_ERR_PASSWORD:
            raise DamagedFileError(file_name)
    else:
        raise WrongPasswordError(file_name) if password else PasswordNeededError(file_name)
    if pdfium_raw.FPDF_GetPageCount(handle) < 1:
        pdfium_raw.FPDF_CloseDocument(handle)
        raise EmptyFileError(file_name)
    return pdfium.PdfDocument(handle)


def open_page(document: Any, page_number: int) -> Any:
    """The pypdfium2 ``PdfPage`` of a 1-based number; the caller closes it.

    Raises:
        PageUnreadableError: there is no such page, or it is damaged.
    """
    if not 1 <= page_number <= len(document):
        raise PageUnreadableError(page_number, "the file has no such page")
    try:
        return document[page_number - 1]
    except pdfium.PdfiumError as error:
        raise PageUnreadableError(page_number, "it is damaged") from error


def is_encrypted(document: Any) -> bool:
    """Whether the file has a security handler, even one that opens without a password."""
    return int(pdfium_raw.FPDF_GetSecurityHandlerRevision(document)) >= 0
