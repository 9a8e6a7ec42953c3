"""Rows on their way from one installation to another: what one line of an export says.

The first line is the head; then come rows, those first that others refer to. The JSON Schema of a
line is made from these records and stands in ``docs/export.schema.json``.
"""

import datetime as dt
import json
from typing import Any, Final, Literal

import msgspec
from msgspec import Struct

from engine.errors import RecordInvalidError
from engine.records.attachment import Attachment
from engine.records.codec import check_amounts
from engine.records.uploads import (
    BankTransactionUpload,
    DocumentUpload,
    InvoiceUpload,
    ReconciliationMatch,
)

EXPORT_FORMAT: Final = 1
"""Rises when a line can no longer be read by the programs that came before."""

_encoder = msgspec.json.Encoder(decimal_format="number")


class Head(Struct, frozen=True, kw_only=True, tag_field="record", tag="head"):
    """Which program made the export, from a database with which schema, and when (UTC)."""

    format: Literal[1] = EXPORT_FORMAT
    matchbook_version: str
    database_schema: int
    exported_at: dt.datetime


class StoredDocument(Struct, frozen=True, kw_only=True, tag_field="record", tag="document_upload"):
    """A row of ``document_uploads``."""

    row: DocumentUpload


class StoredInvoices(Struct, frozen=True, kw_only=True, tag_field="record", tag="invoice_upload"):
    """A row of ``production_invoice_uploads``; ``row.document`` is its ``invoice_json``."""

    row: InvoiceUpload


class StoredStatement(Struct, frozen=True, kw_only=True, tag_field="record", tag="bank_upload"):
    """A row of ``production_bank_uploads``; ``row.document`` is its ``bank_transaction_json``."""

    row: BankTransactionUpload


class StoredDeletion(Struct, frozen=True, kw_only=True, tag_field="record", tag="deleted_upload"):
    """An upload that is in the bin."""

    upload_id: str
    deleted_at: dt.datetime
    deleted_by: str


class StoredRun(Struct, frozen=True, kw_only=True, tag_field="record", tag="reconciliation"):
    """A row of ``production_reconciliation_matches``, with its ``reconciliation_match_json``."""

    row: ReconciliationMatch


class StoredAttachment(Struct, frozen=True, kw_only=True, tag_field="record", tag="attachment"):
    """A row of ``attachments`` with the columns of its ``document_uploads``."""

    row: Attachment


ExportLine = (
    Head
    | StoredDocument
    | StoredInvoices
    | StoredStatement
    | StoredDeletion
    | StoredRun
    | StoredAttachment
)

_decoder = msgspec.json.Decoder(ExportLine)


def line_of(record: ExportLine) -> bytes:
    """One line, without its end; amounts are numbers with all their digits."""
    return _encoder.encode(record)


def read_line(line: bytes, number: int) -> ExportLine:
    """What line ``number`` (1-based) of an export says.

    Raises:
        RecordInvalidError: it is no such line; the message gives the path.
    """
    where = f"Line {number} of the export"
    try:
        record: ExportLine = _decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise RecordInvalidError(where, str(error).rstrip(".")) from error
    document = getattr(getattr(record, "row", None), "document", None)
    if document is not None:
        check_amounts(document)
    return record


def export_schema() -> str:
    """The JSON Schema (2020-12) of one line, as text."""
    (schema,), parts = msgspec.json.schema_components([ExportLine], ref_template="#/$defs/{name}")
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "One line of a Matchbook export",
        **schema,
        "$defs": parts,
    }
    return json.dumps(_with_numbers(whole), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def _with_numbers(value: Any) -> Any:
    """Amounts as they are written here: numbers, where the library would write text."""
    if isinstance(value, list):
        return [_with_numbers(one) for one in value]
    if not isinstance(value, dict):
        return value
    if value.get("format") == "decimal":
        return {**{k: v for k, v in value.items() if k != "format"}, "type": "number"}
    return {key: _with_numbers(inner) for key, inner in value.items()}
