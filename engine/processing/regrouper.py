"""Where a person's word about a page becomes a row: the touched invoices are extracted again.

Pages come from the page cache; those that are not there any more are read again first. Both happen
in the process that does quick work, never in the server's own.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

import msgspec

from engine.errors import InvalidInputError, PageUnreadableError, StaleVersionError
from engine.extraction import Context
from engine.extraction.invoices.extract import PageGroup, extract_group, look_within
from engine.extraction.vendor_habit import VendorHabit
from engine.processing.einvoices import FoundXml, XmlSource, find_xml
from engine.processing.options import RunOptions
from engine.processing.page_cache import PageCache
from engine.processing.page_codec import unpack
from engine.processing.page_groups import PageWord, PartGroup, groups_of, regroup
from engine.processing.period_locks import refuse_edit
from engine.processing.regrouping import new_invoice_id, put_back, regrouped
from engine.processing.rows import UploadRow, row_of, save
from engine.processing.signature import Signature
from engine.processing.tasks import InspectTask, inspect, read
from engine.processing.workflow import next_status
from engine.processing.workshop import reading_key
from engine.reading.page import Page
from engine.reading.reader import plan_jobs
from engine.records import Invoice, InvoiceDocument, PageRegion
from engine.store import Store

_encoder = msgspec.json.Encoder(decimal_format="number")


@dataclass(frozen=True, slots=True)
class GroupsTask:
    """Groups to be extracted, and the packed pages that they are on, by page number.

    ``xml`` is where the e-invoice of the groups with ``exact_ids`` is; None when none has one.
    """

    groups: tuple[PartGroup, ...]
    pages: dict[int, bytes]
    context: Context
    xml: XmlSource | None = None
    exact_ids: frozenset[str] = frozenset()


def extract_groups(task: GroupsTask) -> bytes:
    """The JSON of the groups' invoices, in their order.

    Raises:
        InvalidInputError: the e-invoice that the values came from cannot be read again.
    """
    pages = {number: unpack(content) for number, content in task.pages.items()}
    invoices = [_extract(group, pages, task.context) for group in task.groups]
    if task.xml is not None:
        found = find_xml(task.xml)
        invoices = [
            _with_xml(invoice, found, pages, task.context)
            if invoice.invoice_id in task.exact_ids
            else invoice
            for invoice in invoices
        ]
    return _encoder.encode(invoices)


def _extract(group: PartGroup, pages: dict[int, Page], context: Context) -> Invoice:
    looks = tuple(look_within(pages[part.page], part.bbox) for part in group.parts)
    if not any(look.rows for look in looks):
        return _unread(group)
    invoice = extract_group(PageGroup(1, looks), context)
    return msgspec.structs.replace(invoice, invoice_id=group.invoice_id)


def _unread(group: PartGroup) -> Invoice:
    """An invoice on parts without a single word: a person may type what the picture shows."""
    boxes = {part.page: part.bbox for part in group.parts}
    regions = tuple(PageRegion(page=page, bbox=box) for page, box in boxes.items() if box)
    return Invoice(invoice_id=group.invoice_id, pages=tuple(boxes), regions=regions)


def _with_xml(
    invoice: Invoice, found: FoundXml, pages: dict[int, Page], context: Context
) -> Invoice:
    """``invoice``, read on its pages, with what the file's e-invoice says of it."""
    from engine.extraction.einvoice import with_einvoices

    own = [pages[number] for number in invoice.pages]
    merged = with_einvoices((invoice,), own, found.xmls, context, is_drawn=found.is_drawn)
    if merged.standard is None:
        raise InvalidInputError(
            "The e-invoice of this file cannot be read again, so its pages stay as they are."
        )
    named = next(i for i in merged.invoices if i.invoice_id == invoice.invoice_id)
    return msgspec.structs.replace(named, pages=invoice.pages)


class Regrouper:
    """Moves the boundaries between the invoices of stored files.

    Args:
        store: where the rows and files are.
        pages: where read pages are kept.
        options: how files are read now.
        executor: where pages are read and invoices extracted.
        clock: the time now, UTC.
        habits: what is known of vendors.
    """

    def __init__(
        self,
        store: Store,
        pages: PageCache,
        options: RunOptions,
        executor: Executor,
        clock: Callable[[], dt.datetime],
        habits: Callable[[], tuple[VendorHabit, ...]] = tuple,
    ) -> None:
        self._store = store
        self._pages = pages
        self._options = options
        self._executor = executor
        self._clock = clock
        self._habits = habits

    def say(self, upload_id: str, word: PageWord, *, row_version: int, by: str) -> int:
        """Do what ``word`` says of a page; the new row version.

        Raises:
            StaleVersionError: somebody saved since ``row_version`` was read.
            WrongStateError: the upload is not open for corrections.
            InvalidInputError: the file has no such page, or nothing would change.
            PasswordNeededError, PageUnreadableError: a page has to be read again and cannot be.
        """
        row, document = self._open(upload_id, row_version)
        new_id = new_invoice_id(document)
        pages_total = document.file_info.pages_total
        groups = regroup(groups_of(document.invoices), word, pages_total, new_id)
        touched = tuple(group for group in groups if group.is_touched)
        extracted = self._extracted(row, touched, _exact_ids(document, touched))
        signature = Signature(by=by, at=self._clock())
        edited = regrouped(document, groups, extracted, word, signature)
        refuse_edit(self._store, document, edited)
        return save(self._store, upload_id, edited, row_version=row.row_version)

    def put_back(
        self, upload_id: str, invoices: Sequence[Invoice], *, row_version: int, by: str
    ) -> int:
        """Store ``invoices`` exactly as they were before a boundary was moved; the new version.

        Raises: as ``say`` does.
        """
        row, document = self._open(upload_id, row_version)
        edited = put_back(document, invoices, Signature(by=by, at=self._clock()))
        refuse_edit(self._store, document, edited)
        return save(self._store, upload_id, edited, row_version=row.row_version)

    def _open(self, upload_id: str, row_version: int) -> tuple[UploadRow, InvoiceDocument]:
        row = row_of(self._store, upload_id)
        next_status("edit", row.status)
        if row_version != row.row_version:
            raise StaleVersionError(f"“{row.file_name}”", row_version, row.row_version)
        if not isinstance(row.document, InvoiceDocument):
            raise InvalidInputError(f"“{row.file_name}” is not an invoice file.")
        return row, row.document

    def _extracted(
        self, row: UploadRow, groups: tuple[PartGroup, ...], exact_ids: frozenset[str]
    ) -> dict[str, Invoice]:
        if not groups:
            return {}
        numbers = sorted({part.page for group in groups for part in group.parts})
        context = self._options.context(row.upload_id, self._habits())
        xml = self._xml_of(row) if exact_ids else None
        task = GroupsTask(groups, self._contents(row, numbers), context, xml, exact_ids)
        content = self._executor.submit(extract_groups, task).result()
        invoices = msgspec.json.decode(content, type=list[Invoice])
        return {invoice.invoice_id: invoice for invoice in invoices}

    def _xml_of(self, row: UploadRow) -> XmlSource:
        path = self._store.files.open_path(row.file_path)
        largest = self._options.limits.max_xml_bytes
        return XmlSource(str(path), row.file_name, row.mime_type, largest)

    def _contents(self, row: UploadRow, numbers: Iterable[int]) -> dict[int, bytes]:
        """The packed pages of those numbers, from the cache or read again."""
        contents: dict[int, bytes] = {}
        missing: list[int] = []
        for number in numbers:
            content = self._pages.get(reading_key(row.file_hash, number, self._options.read))
            if content is None:
                missing.append(number)
            else:
                contents[number] = content
        return contents | self._read_again(row, missing) if missing else contents

    def _read_again(self, row: UploadRow, numbers: Sequence[int]) -> dict[int, bytes]:
        path: Path = self._store.files.open_path(row.file_path)
        look = InspectTask(path=str(path), file_name=row.file_name, limits=self._options.limits)
        facts = self._executor.submit(inspect, look).result().facts
        contents: dict[int, bytes] = {}
        left = list(numbers)
        while left:
            (job, *_) = plan_jobs(path, facts, self._options.read, page_numbers=left, chunk=1)
            for outcome in self._executor.submit(read, job).result():
                number = outcome.page_number
                if outcome.content is None:
                    raise PageUnreadableError(number, outcome.error_message or "it is damaged")
                contents[number] = outcome.content
                key = reading_key(row.file_hash, number, self._options.read)
                self._pages.put(key, outcome.content)
                left.remove(number)
        return contents


def _exact_ids(document: InvoiceDocument, groups: Iterable[PartGroup]) -> frozenset[str]:
    """The groups that go on an invoice whose values come from the file's e-invoice."""
    exact = {
        invoice.invoice_id
        for invoice in document.invoices
        if any(place.source == "xml" for place in invoice.provenance.values())
    }
    return frozenset(
        group.invoice_id
        for group in groups
        if group.invoice_id in exact
        or (not group.begins_anew and exact.intersection(group.sources))
    )
