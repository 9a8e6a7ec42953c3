"""Which format of the banks some bytes are, by what they say and never by the file's name.

Text of columns is only likely to be a bank's table: whether it is one shows when it is read.
"""

import re
from typing import Final

CAMT: Final = "application/x-camt+xml"
OFX: Final = "application/x-ofx"
MT940: Final = "application/x-mt940"
QIF: Final = "application/x-qif"
BAI2: Final = "application/x-bai2"
TABLE: Final = "text/csv"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
XLS: Final = "application/vnd.ms-excel"

BANK_TYPES: Final = frozenset({CAMT, OFX, MT940, QIF, BAI2, TABLE, XLSX, XLS})
"""The MIME types of files that programs of banks write; their pages are made from them."""

_CAMT_MARK: Final = re.compile(r"<(?:\w+:)?BkToCstmr(?:Stmt|AcctRpt|DbtCdtNtfctn)\b")
_CAMT_SPACE: Final = re.compile(r"xsd:camt\.05[234]\.001")
_MT940_TAG: Final = re.compile(r"^(?:\{4:)?:(?:20|25P?|28C?|60[FM]|61|34F):", re.MULTILINE)
_QIF_MARK: Final = re.compile(r"\s*!(?:Type|Account|Option|Clear)\b", re.IGNORECASE)
_BAI2_MARK: Final = re.compile(r"\s*01,[^,\n]*,[^,\n]*,\d{6,8},")
_WORKBOOK_MARKUP: Final = re.compile(
    r"\s*<(?:\?xml|html|!doctype html|table|meta|style|div|center|head)\b", re.IGNORECASE
)
_TABLE_MARKS: Final = ("urn:schemas-microsoft-com:office:spreadsheet", "<table", "<TABLE")
_DELIMITERS: Final = (";", "\t", "|", ",")
_FEWEST_TAGS: Final = 2


def bank_type_of(start: bytes) -> str | None:
    """The MIME type of a bank's format that ``start``, the first bytes of a file, is; else None."""
    if start.startswith(b"PK\x03\x04"):
        is_workbook = any(mark in start for mark in (b"xl/", b"[Content_Types].xml", b"_rels/"))
        return XLSX if is_workbook else None
    if start.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return XLS
    text = text_of(start)
    if text is None:
        return None
    upper = text.upper()
    if "<OFX>" in upper or "OFXHEADER" in upper:
        return OFX
    if _CAMT_MARK.search(text) or _CAMT_SPACE.search(text):
        return CAMT
    if _WORKBOOK_MARKUP.match(text) and any(mark in text for mark in _TABLE_MARKS):
        return XLS
    if len(_MT940_TAG.findall(text.replace("\r", "\n"))) >= _FEWEST_TAGS:
        return MT940
    if _QIF_MARK.match(text):
        return QIF
    if _BAI2_MARK.match(text):
        return BAI2
    return TABLE if _has_columns(text) else None


def text_of(start: bytes) -> str | None:
    """The bytes as text, letters beyond ASCII not minded; None when they are no text."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if start.startswith(mark):
            return start[2 : 2 + (len(start) - 2) // 2 * 2].decode(encoding, "replace")
    if start.count(0) > len(start) / 4:
        return start.replace(b"\x00", b"").decode("latin-1")
    text = start.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
    odd = sum(ord(c) < 32 and c not in "\t\r\n\x0b\x0c\x1a\x00" for c in text)
    is_text = odd * 100 <= len(text) and text.count("\x00") * 10 <= len(text)
    return text.replace("\x00", "") if is_text else None


def _has_columns(text: str) -> bool:
    """Whether lines are cut into fields by one sign: two lines at least, or one of three fields."""
    if text.lstrip().startswith("<"):
        return False
    lines = [line for line in text.replace("\r", "\n").split("\n") if line.strip()]
    for sign in _DELIMITERS:
        cut = sum(sign in line for line in lines)
        if cut >= 2 or (cut == len(lines) == 1 and lines[0].count(sign) >= 2):
            return True
    return False
