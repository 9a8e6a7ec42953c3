"""What is here: rows with their records, pictures of pages, the files as they came."""

from pathlib import Path

from engine.records import BankTransactionUpload, InvoiceUpload
from engine.records.uploads import UploadKind
from engine.services.rooms import Rooms


class Contents(Rooms):
    """What can be looked at."""

    def upload_kind(self, upload_id: str) -> UploadKind:
        """Whether an upload is invoices or a statement."""
        return self.store.find(upload_id)

    def invoice_upload(self, upload_id: str) -> InvoiceUpload:
        """The row of an invoice file, with its record."""
        return self.store.invoices.get(upload_id)

    def bank_upload(self, upload_id: str) -> BankTransactionUpload:
        """The row of a statement, with its record."""
        return self.store.bank.get(upload_id)

    def page_image(self, upload_id: str, page_number: int, dpi: int = 110) -> bytes:
        """A page as PNG, as people see it."""
        return self._images.png(self.store.documents.get(upload_id), page_number, dpi)

    def page_image_tag(self, upload_id: str, page_number: int, dpi: int = 110) -> str:
        """An HTTP entity tag of ``page_image``: the same tag means the same image."""
        return self._images.tag(self.store.documents.get(upload_id), page_number, dpi)

    def original_file(self, upload_id: str) -> tuple[Path, str, str]:
        """The stored file, checked against its hash: path, the name it came with, MIME type."""
        file = self.store.documents.get(upload_id)
        self.store.files.verify(file.file_path, file.file_hash)
        self.store.access_log.add("downloaded", upload_id, by=self._name(None))
        return self.store.files.open_path(file.file_path), file.file_name, file.mime_type
