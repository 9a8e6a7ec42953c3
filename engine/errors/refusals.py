"""Files whose bytes cannot be read as a document."""

from engine.errors.family import MatchbookError


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
    hint = (
        "Upload a PDF, PNG, JPEG or TIFF file, an e-invoice as XML (CII or UBL), or a bank's file "
        "(CAMT, MT940, OFX, QIF, BAI2, CSV, Excel)."
    )

    def __init__(self, file_name: str) -> None:
        super().__init__(
            f"“{file_name}” is not a PDF, PNG, JPEG or TIFF file, nor an e-invoice in XML or a "
            "bank's file."
        )


class DamagedFileError(FileRefusedError):
    """The type is right but the content is cut off or broken."""

    code = "file_damaged"
    hint = "The download may have been cut off. Get the file again from its source."

    def __init__(self, file_name: str) -> None:
        super().__init__(f"“{file_name}” is damaged or incomplete and cannot be opened.")


class BankFileUnreadableError(FileRefusedError):
    """A file in a bank's format, or in columns, that tells no movements of an account."""

    code = "bank_file_unreadable"
    hint = (
        "Export it again as the bank offers it and upload the file unchanged; CAMT.053 and MT940 "
        "say most."
    )

    def __init__(self, file_name: str, cause: str) -> None:
        super().__init__(f"“{file_name}” cannot be read as a bank's file: {cause}.")


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


class ProtectionUnknownError(FileRefusedError):
    """The PDF is encrypted in a way that no password opens, such as for a certificate."""

    code = "protection_unknown"
    hint = "Ask for a copy without protection, or print it to a new PDF where it opens."

    def __init__(self, file_name: str) -> None:
        super().__init__(f"“{file_name}” is protected by something other than a password.")


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
