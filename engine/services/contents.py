"""What is here: rows with their records, pictures of pages, the files as they came."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from engine.processing.area_words import EntryKind, as_value
from engine.processing.kept_rows import KeptRow
from engine.processing.presence import Visitor
from engine.processing.review_queue import ReviewQueue
from engine.processing.rows import UploadRow
from engine.records import BankTransactionUpload, BBox, FieldLook, Invoice, InvoiceUpload
from engine.records.uploads import UploadKind
from engine.services.rooms import Rooms

_ILLEGIBLE_DPI: Final = 40
"""Pictures as small as those of lists, on which nothing can be read."""


class Contents(Rooms):
    """What can be looked at."""

    def upload_kind(self, upload_id: str) -> UploadKind:
        """Whether an upload is invoices or a statement."""
        return self.store.find(upload_id)

    def invoice_upload(self, upload_id: str) -> InvoiceUpload:
        """The row of an invoice file, with its record."""
        row = self.store.invoices.get(upload_id)
        self._sightings.note("opened", upload_id, by=self._name(None))
        return row

    def bank_upload(self, upload_id: str) -> BankTransactionUpload:
        """The row of a statement, with its record."""
        row = self.store.bank.get(upload_id)
        self._sightings.note("opened", upload_id, by=self._name(None))
        return row

    def under_review(self, upload_id: str) -> KeptRow:
        """The row of an upload as it is now, decoded once per version.

        Raises:
            NotFoundError: there is no such upload.
        """
        kept = self._kept.get(upload_id)
        self._sightings.note("opened", upload_id, by=self._name(None))
        return kept

    def review_queue(self, wanted: Sequence[str] = ()) -> ReviewQueue:
        """The uploads of ``wanted`` that are still here in their order, or all that wait.

        Of all that wait, what the acting person was given comes first.
        """
        return self._queues.get(tuple(wanted), self._me())

    def also_here(self, session_id: str, upload_id: str) -> tuple[Visitor, ...]:
        """Say that the screen of a session has an upload open; who else has it open now."""
        return self._presence.here(session_id, upload_id, self._name(None))

    def second_look(self, invoice: Invoice, file_hash: str) -> dict[str, FieldLook]:
        """By field of ``invoice``, why its value is as sure as it is and what else is printed."""
        return self._looks.at(invoice, file_hash)

    def printed_in(
        self,
        row: UploadRow,
        page_number: int,
        area: BBox,
        kind: EntryKind = "text",
        dates: Sequence[str] = (),
    ) -> str:
        """What an area of a page says, as it would be typed into a field of that kind.

        ``dates`` are days as the same document prints them.

        Raises:
            InvalidInputError: the page's words are not kept any more.
        """
        return as_value(self._area_words.at(row, page_number, area), kind, dates)

    def page_image(self, upload_id: str, page_number: int, dpi: int = 110) -> bytes:
        """A page as PNG, as people see it."""
        image = self._images.png(self.store.documents.get(upload_id), page_number, dpi)
        if dpi > _ILLEGIBLE_DPI:
            subject = f"{upload_id}/pages/{page_number}"
            self._sightings.note("saw", subject, by=self._name(None))
        return image

    def page_image_tag(self, upload_id: str, page_number: int, dpi: int = 110) -> str:
        """An HTTP entity tag of ``page_image``: the same tag means the same image."""
        return self._images.tag(self.store.documents.get(upload_id), page_number, dpi)

    def original_file(self, upload_id: str) -> tuple[Path, str, str]:
        """The stored file, checked against its hash: path, the name it came with, MIME type."""
        file = self.store.documents.get(upload_id)
        path = self.store.files.open_path(file.file_path)
        self.store.access_log.add("downloaded", upload_id, by=self._name(None))
        return path, file.file_name, file.mime_type
