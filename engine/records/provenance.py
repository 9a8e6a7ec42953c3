"""Where a value came from, and the parts every JSON row begins with."""

import datetime as dt
from decimal import Decimal
from typing import Annotated, Final, Literal

from msgspec import Meta, Struct

from engine.records.column_plan import ColumnPlan

SCHEMA_VERSION: Final = 1

XML_TYPE: Final = "application/xml"
"""The MIME type of a file that is nothing but an e-invoice: its pages are made from it."""

Fraction = Annotated[float, Meta(ge=0.0, le=1.0)]
"""A number from 0 to 1: a confidence, or a place on a page as a share of its width or height."""

BBox = tuple[Fraction, Fraction, Fraction, Fraction]
"""x0, y0, x1, y1 as fractions of the page as it is shown; the origin is its top left corner."""

PageNumber = Annotated[int, Meta(ge=1)]
"""1-based, as shown to people."""

Source = Literal["text", "ocr", "xml", "llm", "user"]

SEEN: Final = "A person looked at it and left it as it is."
"""The note of a value that a person's word stands for, though they changed nothing."""


class Provenance(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The place and the text that one value was read from.

    ``text`` is what the page says, before any parsing; ``page`` and ``bbox`` are null for a value
    that a person typed without pointing at the page. ``note`` says what was done to come from the
    text to the value, where that is more than reading it.
    """

    page: PageNumber | None
    bbox: BBox | None
    text: str | None
    confidence: Fraction
    source: Source
    note: str | None = None


class FileInfo(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The uploaded file: its original name, SHA-256, size in bytes, and number of pages."""

    file_name: str
    file_hash: str
    file_size: Annotated[int, Meta(ge=0)]
    mime_type: str
    pages_total: Annotated[int, Meta(ge=0)]


class FailedPage(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A page that could not be read, with the error's stable code and its sentence."""

    page: PageNumber
    code: str
    message: str


class ModelUse(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The language model that gave a second opinion, what it cost, and what came of it.

    ``remembered`` counts answers that were known from before; ``cost`` is in the currency of the
    prices in the settings, null without them. ``fields_…`` count the header fields in which the
    two readings agree or differ, and those that only the model read.
    """

    host: str
    model: str
    calls: Annotated[int, Meta(ge=0)]
    remembered: Annotated[int, Meta(ge=0)]
    tokens_in: Annotated[int, Meta(ge=0)]
    tokens_out: Annotated[int, Meta(ge=0)]
    cost: Decimal | None = None
    fields_agreed: Annotated[int, Meta(ge=0)] = 0
    fields_differing: Annotated[int, Meta(ge=0)] = 0
    fields_added: Annotated[int, Meta(ge=0)] = 0


class ProcessingInfo(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the file was read. ``pages_ocr`` and ``pages_text`` count pages by their source.

    ``ocr_engine`` names who recognised its scans, joined by ``+``; ``ocr_engine_pages`` gives the
    pages of each.

    ``turned_pages`` gives the degrees (90, 180, 270) by which a page that lies on its side is
    turned clockwise before people see it: the boxes of its values are on the turned page.
    ``einvoice`` names the standard of the XML that was read with the pages, null without one.
    ``language_model`` is null unless one was asked. ``bank_format`` names the format of a file
    that programs write for programs, and ``columns`` says how the columns of a table were read.
    """

    ocr_engine: str
    engine_version: str
    processed_at: dt.datetime
    duration_seconds: float
    pages_text: int
    pages_ocr: int
    ocr_engine_pages: dict[str, tuple[PageNumber, ...]] = {}
    turned_pages: dict[PageNumber, Literal[90, 180, 270]] = {}
    failed_pages: tuple[FailedPage, ...] = ()
    warnings: tuple[str, ...] = ()
    einvoice: str | None = None
    language_model: ModelUse | None = None
    bank_format: str | None = None
    columns: ColumnPlan | None = None
