"""A second look at one invoice for the person who reviews it, worked out once per version.

Pages come from the page cache; the look is done in the process that does quick work. It is a help:
where the words are not there any more, or the look fails, there is none.
"""

import logging
from collections import OrderedDict
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import Final

import msgspec

from engine.extraction.invoices.second_look import second_look
from engine.extraction.printed.own_sheet import sheet_of_invoice
from engine.processing.executor import TaskFailedError, WorkerLostError
from engine.processing.options import RunOptions
from engine.processing.page_cache import PageCache
from engine.processing.page_codec import unpack
from engine.processing.workshop import reading_key
from engine.records import FieldLook, Invoice

log = logging.getLogger(__name__)

_MOST: Final = 64
_encoder = msgspec.json.Encoder(decimal_format="number")


@dataclass(frozen=True, slots=True)
class LookTask:
    """An invoice and the packed pages that it is on."""

    invoice: Invoice
    pages: tuple[bytes, ...]


def look(task: LookTask) -> bytes:
    """The JSON of a look for each field."""
    sheet = sheet_of_invoice(task.invoice, [unpack(content) for content in task.pages])
    return _encoder.encode({} if sheet is None else second_look(sheet, task.invoice))


class SecondLooks:
    """Looks at invoices whose words are in ``pages``; done by ``executor``."""

    def __init__(self, pages: PageCache, options: RunOptions, executor: Executor) -> None:
        self._pages = pages
        self._options = options
        self._executor = executor
        self._known: OrderedDict[tuple[str, bytes], dict[str, FieldLook]] = OrderedDict()

    def at(self, invoice: Invoice, file_hash: str) -> dict[str, FieldLook]:
        """By field, what a look at ``invoice`` of the file with that hash gives."""
        key = (file_hash, _encoder.encode(invoice))
        known = self._known.get(key)
        if known is None:
            known = self._looked(invoice, file_hash)
            self._known[key] = known
            while len(self._known) > _MOST:
                self._known.popitem(last=False)
        return known

    def _looked(self, invoice: Invoice, file_hash: str) -> dict[str, FieldLook]:
        contents = [
            self._pages.get(reading_key(file_hash, number, self._options.read))
            for number in invoice.pages
        ]
        pages = tuple(content for content in contents if content is not None)
        if not pages:
            return {}
        try:
            found = self._executor.submit(look, LookTask(invoice, pages)).result()
        except (WorkerLostError, TaskFailedError):
            log.warning("no second look at “%s”", invoice.invoice_id, exc_info=True)
            return {}
        return msgspec.json.decode(found, type=dict[str, FieldLook])
