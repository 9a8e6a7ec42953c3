"""Every failure that Matchbook can explain, as one family.

    MatchbookError
    ├── FileRefusedError          the bytes cannot be read as a document
    │   ├── EmptyFileError · UnsupportedFileError · DamagedFileError · FileTooLargeError
    │   ├── TooManyPagesError · PageTooLargeError · UnsafeXmlError
    │   └── PasswordNeededError · WrongPasswordError
    ├── PageUnreadableError       one page failed; the others are kept
    ├── ToolMissingError          a program of the system is not installed
    ├── OcrEngineMissingError     the OCR engine that a setting names is not installed
    ├── RecordInvalidError · RecordTooLargeError
    ├── DatabaseTooNewError · DatabaseBusyError · DatabaseDamagedError
    ├── DiskFullError             no room for a file or a row
    ├── FolderUnusableError       a folder of the installation cannot be made or written
    ├── NotFoundError · FileMissingError
    ├── DuplicateUploadError      the same bytes are here already
    ├── StaleVersionError         somebody else saved first
    ├── UploadInUseError          a reconciliation draws on it
    ├── AlreadyConfirmedError     a confirmed match holds the transaction
    ├── WrongStateError           the upload's status does not allow it
    ├── InvalidInputError         a value that a person or a program gave
    ├── InvalidSettingError       a MATCHBOOK_* variable that cannot be used
    ├── NothingToReconcileError
    └── AssistantError            no opinion of the language model; what was read here stands
        ├── AssistantUnavailableError · AssistantRefusedError
        └── AssistantNonsenseError

``code`` is stable and for machines; the message says what happened; ``hint`` says what to do.
"""

from typing import Any, ClassVar


class MatchbookError(Exception):
    """Something we can explain. Subclass once per cause."""

    code: ClassVar[str] = "internal"
    http_status: ClassVar[int] = 500
    hint: str = ""

    def __reduce__(self) -> tuple[Any, ...]:
        """Travels between processes as it is: its sentence is not made a second time."""
        return _same_again, (type(self), self.args), self.__dict__


def _same_again(kind: type[MatchbookError], args: tuple[Any, ...]) -> MatchbookError:
    error = kind.__new__(kind)
    error.args = args
    return error


class FileRefusedError(MatchbookError):
    """The bytes cannot be read as a document."""

    code = "file_refused"
    http_status = 422


class EmptyFileError(FileRefusedError):
    """The file has no bytes, or no pages."""

    code = "file_empty"
    hint = "Export the document again and upload the new file."

    def __init__(self, file_name: str) -> None:
        super().__init__(f"“{file_name}” is empty.")


class UnsupportedFileError(FileRefusedError):
    """The bytes are of no type that Matchbook reads, whatever the name says."""

    code = "file_unsupported"
    http_status = 415
    hint = "Upload a PDF, PNG, JPEG or TIFF file, or an e-invoice as XML (CII or UBL)."

    def __init__(self, file_name: str) -> None:
        super().__init__(
            f"“{file_name}” is not a PDF, PNG, JPEG or TIFF file, nor an e-invoice in XML."
        )


class DamagedFileError(FileRefusedError):
    """The type is right but the content is cut off or broken."""

    code = "file_damaged"
    hint = "The download may have been cut off. Get the file again from its source."

    def __init__(self, file_name: str) -> None:
        super().__init__(f"“{file_name}” is damaged or incomplete and cannot be opened.")


class FileTooLargeError(FileRefusedError):
    """More bytes than the setting allows."""

    code = "file_too_large"
    http_status = 413

    def __init__(
        self,
        file_name: str,
        size_bytes: int | None,
        limit_bytes: int,
        variable: str = "MATCHBOOK_MAX_UPLOAD_BYTES",
    ) -> None:
        # What is packed into a small file tells its size only when it is unpacked whole.
        size = f"has {size_bytes / 1e6:.1f} MB" if size_bytes is not None else "unpacks to more"
        super().__init__(f"“{file_name}” {size}; the limit is {limit_bytes / 1e6:.1f} MB.")
        self.hint = f"Split the file, or raise {variable}."


class TooManyPagesError(FileRefusedError):
    """More pages than the setting allows."""

    code = "too_many_pages"
    http_status = 413

    def __init__(self, file_name: str, pages: int | None, limit: int) -> None:
        count = f"has {pages:,} pages" if pages is not None else "would have more pages"
        super().__init__(f"“{file_name}” {count}; the limit is {limit:,}.")
        self.hint = "Split the file, or raise MATCHBOOK_MAX_PAGES."


class PageTooLargeError(FileRefusedError):
    """A page whose image would need more memory than the setting allows."""

    code = "page_too_large"
    http_status = 413
    hint = "Print the page to a smaller paper size and upload it again."

    def __init__(self, page_number: int, pixels: int, limit: int) -> None:
        super().__init__(
            f"Page {page_number} would make an image of {pixels / 1e6:,.0f} million pixels; "
            f"the limit is {limit / 1e6:,.0f} million."
        )


class UnsafeXmlError(FileRefusedError):
    """XML that could make its reader fetch other files or run out of memory."""

    code = "xml_unsafe"
    hint = "Ask the sender for the e-invoice without it, or upload the PDF instead."

    def __init__(self, file_name: str, cause: str) -> None:
        super().__init__(f"“{file_name}” was not read: {cause}.")


class PasswordNeededError(FileRefusedError):
    """The PDF is encrypted and no password was given."""

    code = "password_needed"
    hint = "Enter the password that opens the PDF; it is used once and not stored."

    def __init__(self, file_name: str) -> None:
        super().__init__(f"“{file_name}” is protected by a password.")


class WrongPasswordError(FileRefusedError):
    """The password given does not open the PDF."""

    code = "password_wrong"
    hint = "Check the password and try again; capital letters count."

    def __init__(self, file_name: str) -> None:
        super().__init__(f"The password does not open “{file_name}”.")


class PageUnreadableError(MatchbookError):
    """One page could not be read; the other pages are kept."""

    code = "page_unreadable"
    http_status = 422
    hint = "Look at the page in the original. Retry, or upload a better scan."

    def __init__(self, page_number: int, cause: str) -> None:
        super().__init__(f"Page {page_number} could not be read: {cause}.")
        self.cause = cause


class ToolMissingError(MatchbookError):
    """A program that Matchbook calls is not installed."""

    code = "tool_missing"
    http_status = 503

    def __init__(self, tool: str, package: str, purpose: str) -> None:
        super().__init__(
            f"“{tool}” of the Debian package {package} is not installed, "
            f"so {purpose} is not possible."
        )
        self.hint = f"Install it (apt-get install {package}), then retry."


class OcrEngineMissingError(MatchbookError):
    """The Python packages of an OCR engine are not installed."""

    code = "ocr_engine_missing"
    http_status = 503

    def __init__(self, engine: str) -> None:
        super().__init__(f"The OCR engine {engine} is not installed, so scans cannot be read.")
        self.hint = (
            "Install what requirements.txt names (make setup), or set "
            "MATCHBOOK_OCR_ENGINE=tesseract; then retry."
        )


class RecordInvalidError(MatchbookError):
    """A record does not have the structure, types or ranges that a row needs."""

    code = "record_invalid"
    http_status = 422
    hint = "Correct the field that the message names."

    def __init__(self, record: str, cause: str) -> None:
        super().__init__(f"{record} is not valid: {cause}.")


class RecordTooLargeError(MatchbookError):
    """The JSON of a row is longer than the setting allows."""

    code = "record_too_large"
    http_status = 413

    def __init__(self, record: str, size_bytes: int, limit_bytes: int) -> None:
        super().__init__(
            f"{record} needs {size_bytes:,} bytes of JSON; the limit is {limit_bytes:,}."
        )
        self.hint = "Split the file, or raise MATCHBOOK_MAX_JSON_BYTES."


class DatabaseTooNewError(MatchbookError):
    """The database file was written by a newer Matchbook."""

    code = "database_too_new"
    http_status = 503
    hint = "Update Matchbook, or open another data folder with MATCHBOOK_DATA_DIR."

    def __init__(self, path: str, found: int, known: int) -> None:
        super().__init__(
            f"{path} has schema version {found}; this Matchbook knows versions up to {known}."
        )


class DatabaseBusyError(MatchbookError):
    """Another process has the database file open."""

    code = "database_busy"
    http_status = 503
    hint = "Stop the other Matchbook or DuckDB program that has it open."

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is open in another process.")


class DatabaseDamagedError(MatchbookError):
    """The database file cannot be opened as one."""

    code = "database_damaged"
    http_status = 503
    hint = "Move the file aside and restore the last backup."

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is not a database that can be opened.")


class DiskFullError(MatchbookError):
    """There is no room left where files or rows are kept."""

    code = "disk_full"
    http_status = 507
    hint = "Free some space on that disk, then try again."

    def __init__(self, path: str) -> None:
        super().__init__(f"There is no space left on the disk of {path}.")


class FolderUnusableError(MatchbookError):
    """A folder of the installation cannot be made, or not be written."""

    code = "folder_unusable"
    http_status = 503
    hint = "Let Matchbook write there, or choose another folder with MATCHBOOK_DATA_DIR."

    def __init__(self, path: str, cause: str) -> None:
        super().__init__(f"The folder {path} cannot be used: {cause}.")


class NotFoundError(MatchbookError):
    """No such record."""

    code = "not_found"
    http_status = 404
    hint = "It may have been deleted. Look for it in Documents."

    def __init__(self, what: str, key: str) -> None:
        super().__init__(f"There is no {what} “{key}”.")


class FileMissingError(MatchbookError):
    """The row is there but its file is not, or is another one."""

    code = "file_missing"
    http_status = 410
    hint = "Restore the uploads folder from a backup."

    def __init__(self, file_name: str) -> None:
        super().__init__(f"The stored file of “{file_name}” is missing or was changed.")


class DuplicateUploadError(MatchbookError):
    """The same bytes were uploaded before; ``upload_id`` is where."""

    code = "duplicate_upload"
    http_status = 409
    hint = "Open the earlier upload instead."

    def __init__(self, file_name: str, upload_id: str, earlier_name: str, earlier_day: str) -> None:
        super().__init__(
            f"“{file_name}” was already uploaded on {earlier_day} as “{earlier_name}”."
        )
        self.upload_id = upload_id


class StaleVersionError(MatchbookError):
    """Somebody else saved this row after it was read."""

    code = "stale_version"
    http_status = 412
    hint = "Load the row again, look at what changed, and save once more."

    def __init__(self, what: str, expected: int, found: int) -> None:
        super().__init__(
            f"{what} was saved by somebody else meanwhile (you have version {expected}, "
            f"it is now {found})."
        )


class UploadInUseError(MatchbookError):
    """An upload that reconciliations draw on cannot be deleted or become another kind."""

    code = "upload_in_use"
    http_status = 409
    hint = "It is part of the record of those reconciliations and has to stay."

    def __init__(self, file_name: str, runs: int) -> None:
        which = "a reconciliation uses it" if runs == 1 else f"{runs} reconciliations use it"
        super().__init__(f"“{file_name}” cannot be removed or changed in kind: {which}.")


class AlreadyConfirmedError(MatchbookError):
    """A transaction is in a confirmed match already: the same money cannot pay twice."""

    code = "already_confirmed"
    http_status = 409
    hint = "Reopen or reject the other match first."

    def __init__(self, transactions: int, run_day: str) -> None:
        which = (
            "A transaction of this match is"
            if transactions == 1
            else "Transactions of this match are"
        )
        super().__init__(f"{which} in another match already, confirmed in the run of {run_day}.")


class WrongStateError(MatchbookError):
    """The status of the upload does not allow the action."""

    code = "wrong_state"
    http_status = 400

    def __init__(self, action: str, status: str, allowed: tuple[str, ...]) -> None:
        super().__init__(f"Cannot {action} an upload that is {status}.")
        self.hint = f"This is possible when it is {' or '.join(allowed)}." if allowed else ""


class InvalidInputError(MatchbookError):
    """A value that a person or a program gave cannot be used."""

    code = "invalid_input"
    http_status = 400

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class InvalidSettingError(MatchbookError):
    """A setting has a value that it cannot have."""

    code = "invalid_setting"
    hint = "Correct it in the environment or in the file .env; docs/settings.md lists them all."

    def __init__(self, variable: str, value: str, cause: str) -> None:
        super().__init__(f"{variable} cannot be “{value}”: {cause}.")


class NothingToReconcileError(MatchbookError):
    """The chosen uploads hold no invoice, or no transaction, that can be matched."""

    code = "nothing_to_reconcile"
    http_status = 422
    hint = "Choose at least one read invoice file and one read statement."

    def __init__(self, invoices: int, transactions: int) -> None:
        super().__init__(
            f"There is nothing to match: {invoices} invoices and {transactions} transactions."
        )


class AssistantError(MatchbookError):
    """The language model gave no opinion that can be used."""

    code = "assistant"
    http_status = 502
    hint = "What Matchbook read itself stands; retry the upload to ask once more."


class AssistantUnavailableError(AssistantError):
    """The endpoint is away, busy or too slow; ``retry_after_seconds`` is what it asks for."""

    code = "assistant_unavailable"

    def __init__(self, host: str, what: str, retry_after_seconds: float | None = None) -> None:
        super().__init__(f"The language model at {host} {what}.")
        self.retry_after_seconds = retry_after_seconds


class AssistantRefusedError(AssistantError):
    """The endpoint does not take the question: a wrong key, model or address."""

    code = "assistant_refused"

    def __init__(self, host: str, what: str) -> None:
        super().__init__(f"The language model at {host} {what}.")


class AssistantNonsenseError(AssistantError):
    """What came back is no answer; its tokens were paid for all the same."""

    code = "assistant_nonsense"

    def __init__(
        self, what: str, tokens_in: int | None = None, tokens_out: int | None = None
    ) -> None:
        super().__init__(f"The language model's answer {what}.")
        self.tokens_in = tokens_in
        self.tokens_out = tokens_out
