"""The documents that fit the filters, as a table for other programs."""

import datetime as dt
from dataclasses import replace
from functools import partial

from engine.exports import ExportTable, day, instant, money, number, share, text
from engine.presentation import split_reason
from engine.services import DocumentLine, DocumentQuery, services
from pages._parts.downloads import downloads
from pages._parts.uploads import zone
from pages._parts.words import KIND, STATUS

_MOST = 1_000_000
_COLUMNS = (
    text("file_name", "File"),
    text("kind", "Kind"),
    text("status", "State"),
    text("party", "Vendor or bank"),
    text("number", "Number or account"),
    day("date_start", "From"),
    day("date_end", "To"),
    money("amount", "Total or balance"),
    text("currency", "Currency"),
    number("records_found", "Invoices or lines"),
    number("pages", "Pages"),
    share("confidence", "Confidence"),
    text("reason", "Why it needs a person"),
    instant("uploaded_at", "Uploaded"),
)


def document_download(query: DocumentQuery, total: int) -> None:
    """Draw the button that takes all documents along that ``query`` finds."""
    reader_zone = zone()

    make = partial(document_rows, query, reader_zone)
    downloads("Documents", make, key="documents_download", disabled=not total)


def document_rows(query: DocumentQuery, reader_zone: dt.tzinfo) -> ExportTable:
    """All documents that ``query`` finds, on all of its pages, in its order."""
    found = services().documents(replace(query, page=1, per_page=_MOST)).rows
    return ExportTable("Documents", _COLUMNS, map(_row, found), zone=reader_zone)


def _row(line: DocumentLine) -> dict[str, object]:
    return {
        **{column.name: getattr(line, column.name) for column in _COLUMNS},
        "kind": KIND[line.kind].text,
        "status": STATUS[line.status].text,
        "reason": split_reason(line.reason)[0] or None,
    }
