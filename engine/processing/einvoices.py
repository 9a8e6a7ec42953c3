"""The electronic invoice of a file: where it is, and the pages made of one that has no other.

A PDF may carry XML beside its pages. An uploaded XML file has no page: one is typeset from what it
says, so that a reviewer sees it as any other document.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import DamagedFileError, MatchbookError, PageUnreadableError, TooManyPagesError
from engine.reading import sniff
from engine.reading.blocks import OverlongError
from engine.reading.document import Limits

if TYPE_CHECKING:
    from engine.extraction.einvoice import Xml
    from engine.reading.typeset import TypesetPage


@dataclass(frozen=True, slots=True)
class XmlSource:
    """A file in which an e-invoice may be."""

    path: str
    file_name: str
    mime_type: str
    max_bytes: int
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class FoundXml:
    """The e-invoices of a file, the likeliest first, and sentences about those not taken.

    ``is_drawn`` says that the file's pages were made from its XML.
    """

    xmls: "Sequence[Xml]" = ()
    warnings: tuple[str, ...] = ()
    is_drawn: bool = False


def find_xml(source: XmlSource | None) -> FoundXml:
    """What ``source`` holds; nothing for files that hold none, or when it is None."""
    if source is None or source.mime_type not in (sniff.PDF, sniff.XML):
        return FoundXml()
    path = Path(source.path)
    if source.mime_type == sniff.XML:
        from engine.extraction.einvoice import Xml

        return FoundXml((Xml(source.file_name, path.read_bytes()),), is_drawn=True)
    return _embedded(path, source.password, source.max_bytes)


def einvoice_pages(
    path: Path, file_name: str, limits: Limits | None = None
) -> "tuple[TypesetPage, ...]":
    """The pages typeset from an XML file.

    Raises:
        DamagedFileError: it is no e-invoice that can be read.
        TooManyPagesError: it would be longer than ``limits`` allow.
    """
    most = limits.max_pages if limits else None
    try:
        return _typeset(path.read_bytes(), most)
    except ValueError as error:
        raise DamagedFileError(file_name) from error
    except OverlongError as error:
        raise TooManyPagesError(file_name, None, most or 0) from error


def draw_einvoice_page(path: Path, page_number: int, dpi: int) -> bytes:
    """The PNG of one of the pages (1-based) typeset from an XML file.

    Raises:
        PageUnreadableError: there is no such page.
    """
    from engine.reading.typeset import draw_page

    pages = einvoice_pages(path, path.name)
    if not 1 <= page_number <= len(pages):
        raise PageUnreadableError(page_number, "the file has no such page")
    return draw_page(pages[page_number - 1], dpi)


@lru_cache(maxsize=1)
def _typeset(content: bytes, max_pages: int | None) -> "tuple[TypesetPage, ...]":
    """Kept for the next page of the same file: each is asked for on its own."""
    from engine.extraction.einvoice import read_einvoice, sheet_of
    from engine.reading.typeset import typeset

    return typeset(sheet_of(read_einvoice(content)), max_pages)


def _embedded(path: Path, password: str | None, max_bytes: int) -> FoundXml:
    from engine.reading.attachments import embedded_invoices

    try:
        found = embedded_invoices(path, password=password, max_bytes=max_bytes)
    except MatchbookError:  # a file that does not open has no pages either, which is told then
        return FoundXml()
    if not found.invoices:
        return FoundXml(warnings=found.refused)
    from engine.extraction.einvoice import Xml

    xmls = tuple(Xml(entry.name, entry.content) for entry in found.invoices)
    return FoundXml(xmls, found.refused)
