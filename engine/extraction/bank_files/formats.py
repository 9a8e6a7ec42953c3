"""Every format of bank files and its reader."""

from collections.abc import Callable, Sequence
from typing import Final

from engine.errors import BankFileUnreadableError, FileTooLargeError
from engine.extraction.bank_files.bai2 import read_bai2
from engine.extraction.bank_files.camt import read_camt
from engine.extraction.bank_files.ledger import BankFile, UnreadableBankFileError
from engine.extraction.bank_files.mt940 import read_mt940
from engine.extraction.bank_files.ofx import read_ofx
from engine.extraction.bank_files.qif import read_qif
from engine.reading import bank_sniff
from engine.reading.xml_guard import check_xml
from engine.records import ColumnPlan

MAX_BYTES: Final = 100_000_000
"""The largest file that is read; a row of its record could not hold more."""

_READERS: Final[dict[str, Callable[[bytes], BankFile]]] = {
    bank_sniff.CAMT: read_camt,
    bank_sniff.MT940: read_mt940,
    bank_sniff.OFX: read_ofx,
    bank_sniff.QIF: read_qif,
    bank_sniff.BAI2: read_bai2,
}


def read_bank_file(
    content: bytes,
    mime_type: str,
    file_name: str,
    plans: Sequence[ColumnPlan] = (),
    max_xml_bytes: int = MAX_BYTES,
) -> BankFile:
    """What a bank's file says.

    Args:
        content: the file's bytes.
        mime_type: one of ``bank_sniff.BANK_TYPES``.
        file_name: the name that errors say.
        plans: how tables were read before, the ones to prefer first.
        max_xml_bytes: the largest XML that is read.

    Raises:
        BankFileUnreadableError: it says nothing that can be read.
        FileTooLargeError: it is larger than may be read.
        UnsafeXmlError, DamagedFileError: its XML is dangerous or broken.
    """
    if len(content) > MAX_BYTES:
        raise FileTooLargeError(file_name, len(content), MAX_BYTES)
    if mime_type == bank_sniff.CAMT:
        check_xml(content, file_name, max_xml_bytes)
    try:
        reader = _READERS.get(mime_type)
        if reader is not None:
            return reader(content)
        from engine.extraction.bank_files.tables.read import read_table

        return read_table(content, mime_type, plans)
    except UnreadableBankFileError as error:
        raise BankFileUnreadableError(file_name, str(error)) from error
