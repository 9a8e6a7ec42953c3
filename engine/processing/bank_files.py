"""Files that banks' programs write, read whole: their statement, and the pages made of it."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import FileRefusedError, PageUnreadableError
from engine.reading.bank_sniff import BANK_TYPES
from engine.reading.sniff import SNIFF_BYTES, mime_type_of
from engine.records import ColumnPlan

if TYPE_CHECKING:
    from engine.extraction.bank_files import BankFile, BankStatement
    from engine.reading.listing import Listing


@dataclass(frozen=True, slots=True)
class BankSource:
    """A file in one of the formats of ``bank_sniff.BANK_TYPES``.

    ``plans`` say how tables were read before, the ones to prefer first.
    """

    path: str
    file_name: str
    mime_type: str
    max_xml_bytes: int
    plans: tuple[ColumnPlan, ...] = ()


@dataclass(frozen=True, slots=True)
class BankReading:
    """What a file says, and the record and the pages made of it."""

    file: "BankFile"
    statement: "BankStatement"

    @property
    def pages_total(self) -> int:
        """How many pages show it."""
        return self.statement.sheet.listing.pages_total


def pages_of(source: BankSource) -> int:
    """How many pages show ``source``.

    Raises:
        FileRefusedError: it cannot be read.
    """
    return _listing(source).pages_total


def is_bank_file(path: Path) -> bool:
    """Whether a file is likely one of a bank's program, by its first bytes."""
    try:
        with path.open("rb") as file:
            return mime_type_of(file.read(SNIFF_BYTES), path.name) in BANK_TYPES
    except (OSError, FileRefusedError):
        return False


def bank_statement(source: BankSource, upload_id: str = "") -> BankReading:
    """What ``source`` says, as the record of ``upload_id``.

    Raises:
        FileRefusedError: it cannot be read.
    """
    from engine.extraction.bank_files import statement_of

    stamp = Path(source.path).stat().st_mtime_ns
    file = _read(source, stamp)
    return BankReading(file, statement_of(file, upload_id, source.file_name))


def first_records(source: BankSource) -> tuple[tuple[str, ...], ...]:
    """The first records of a table as they are in the file, cut as its plan says."""
    from engine.extraction.bank_files.tables.look import look

    plan = source.plans[0] if source.plans else None
    return look(Path(source.path).read_bytes(), source.mime_type, plan)


def draw_bank_page(source: BankSource, page_number: int, dpi: int) -> bytes:
    """The PNG of one of the pages (1-based) made of a bank's file.

    Raises:
        PageUnreadableError: there is no such page.
        FileRefusedError: the file cannot be read.
    """
    from engine.reading.listing import set_page
    from engine.reading.typeset import draw_page

    listing = _listing(source)
    if not 1 <= page_number <= listing.pages_total:
        raise PageUnreadableError(page_number, "the file has no such page")
    return draw_page(set_page(listing, page_number), dpi)


@lru_cache(maxsize=1)
def _read(source: BankSource, stamp: int) -> "BankFile":
    """Kept for the next step with the same file, as long as its time ``stamp`` is the same."""
    from engine.extraction.bank_files import read_bank_file

    content = Path(source.path).read_bytes()
    return read_bank_file(
        content, source.mime_type, source.file_name, source.plans, source.max_xml_bytes
    )


def _listing(source: BankSource) -> "Listing":
    return _listed(source, Path(source.path).stat().st_mtime_ns)


@lru_cache(maxsize=1)
def _listed(source: BankSource, stamp: int) -> "Listing":
    """Kept for the next page of the same file: each is asked for on its own."""
    from engine.extraction.bank_files import listing_of

    return listing_of(_read(source, stamp), source.file_name)
