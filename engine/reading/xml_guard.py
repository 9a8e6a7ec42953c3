"""XML from strangers: looked at once, piece by piece, before anything builds a tree of it.

A document type declaration is refused unread: entities that grow without end, files and addresses
fetched in the reader's name all need one, and no electronic invoice has one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.parsers import expat

from engine.errors import DamagedFileError, FileTooLargeError, UnsafeXmlError, UnsupportedFileError

CII: Final = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100 CrossIndustryInvoice"
UBL_INVOICE: Final = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2 Invoice"
UBL_CREDIT_NOTE: Final = "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2 CreditNote"
ZUGFERD_1: Final = "urn:ferd:CrossIndustryDocument:invoice:1p0 CrossIndustryDocument"

EINVOICE_ROOTS: Final = frozenset({CII, UBL_INVOICE, UBL_CREDIT_NOTE, ZUGFERD_1})
"""Root elements of the electronic invoices that are read: namespace, a space, name."""

MAX_XML_BYTES: Final = 20_000_000

_DEEPEST: Final = 100
_LONGEST_TEXT: Final = 9_000_000
"""Characters of one value; the tree's builder refuses ten million."""
_CHUNK: Final = 1 << 16


@dataclass(slots=True)
class _Look:
    root: str | None = None
    depth: int = 0
    text: int = 0
    danger: str | None = None


def check_xml(content: bytes, file_name: str, max_bytes: int = MAX_XML_BYTES) -> str:
    """The root of well-formed XML without dangers: namespace, a space, name.

    Raises:
        FileTooLargeError: more than ``max_bytes``.
        UnsafeXmlError: it declares a document type, is nested too deeply or has a huge value.
        UnsupportedFileError: it is not XML at all.
        DamagedFileError: it breaks off, or breaks the rules of XML, after its first element.
    """
    return _check(_chunks_of(content), len(content), file_name, max_bytes)


def check_einvoice_file(path: Path, file_name: str, max_bytes: int = MAX_XML_BYTES) -> str:
    """The root of an XML file that is an electronic invoice.

    Raises: what ``check_xml`` raises, and UnsupportedFileError for any other XML.
    """
    with path.open("rb") as file:
        chunks = iter(lambda: file.read(_CHUNK), b"")
        root = _check(chunks, path.stat().st_size, file_name, max_bytes)
    if root not in EINVOICE_ROOTS:
        raise UnsupportedFileError(file_name)
    return root


def _check(chunks: Iterator[bytes], size: int, file_name: str, max_bytes: int) -> str:
    if size > max_bytes:
        raise FileTooLargeError(file_name, size, max_bytes, "MATCHBOOK_MAX_XML_BYTES")
    look = _Look()
    parser = _parser(look)
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except _DangerError as error:
        raise UnsafeXmlError(file_name, str(error)) from error
    except (expat.ExpatError, UnicodeError, LookupError, ValueError) as error:
        if look.root is None:
            raise UnsupportedFileError(file_name) from error
        raise DamagedFileError(file_name) from error
    return look.root or ""


class _DangerError(Exception):
    """Why the parser was stopped."""


def _parser(look: _Look) -> expat.XMLParserType:
    def start(name: str, attributes: dict[str, str]) -> None:
        if look.root is None:
            look.root = name
        look.depth += 1
        look.text = 0
        if look.depth > _DEEPEST:
            raise _DangerError(f"its elements are nested more than {_DEEPEST} deep")

    def end(name: str) -> None:
        look.depth -= 1
        look.text = 0

    def text(data: str) -> None:
        look.text += len(data)
        if look.text > _LONGEST_TEXT:
            raise _DangerError("one of its values has millions of characters")

    def doctype(*parts: object) -> None:
        raise _DangerError("it declares a document type, which can make a reader fetch files")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = doctype
    return parser


def _chunks_of(content: bytes) -> Iterator[bytes]:
    for start in range(0, len(content), _CHUNK):
        yield content[start : start + _CHUNK]
