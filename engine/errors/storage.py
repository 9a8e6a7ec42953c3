"""Records, the database, files and folders."""

from engine.errors.family import MatchbookError


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


class UploadDeletedError(NotFoundError):
    """The upload is in the bin."""

    code = "upload_deleted"
    http_status = 410
    hint = "Restore it under Deleted in Documents."

    def __init__(self, file_name: str, deleted_day: str, deleted_by: str) -> None:
        MatchbookError.__init__(
            self, f"“{file_name}” was deleted on {deleted_day} by {deleted_by}."
        )


class FileMissingError(MatchbookError):
    """The row is there but its file is not."""

    code = "file_missing"
    http_status = 410
    hint = "Restore the uploads folder from a backup."

    def __init__(self, file_name: str) -> None:
        super().__init__(f"The stored file of “{file_name}” is missing.")


class FileChangedError(FileMissingError):
    """The stored file does not have the bytes any more that it was stored with."""

    code = "file_changed"

    def __init__(self, file_name: str) -> None:
        MatchbookError.__init__(
            self, f"The stored file of “{file_name}” was changed since it was stored."
        )


class FilesAwayError(MatchbookError):
    """The storage that keeps the files does not answer, or lets nobody in."""

    code = "files_away"
    http_status = 503
    hint = "Look at MATCHBOOK_FILES_URL and its keys, and whether the storage runs; then try again."

    def __init__(self, url: str, cause: str) -> None:
        super().__init__(f"The storage {url} cannot be used: {cause}.")


class BackupUnusableError(MatchbookError):
    """There is no backup, or it is not whole any more."""

    code = "backup_unusable"
    http_status = 422
    hint = "Choose another backup of that folder with --of, or another folder."

    def __init__(self, folder: str, cause: str) -> None:
        super().__init__(f"The backup in {folder} cannot be used: {cause}.")


class NotEmptyError(MatchbookError):
    """What is to be restored would mix with what is there."""

    code = "not_empty"
    http_status = 409
    hint = "Choose an empty folder with MATCHBOOK_DATA_DIR, or move what is there aside."

    def __init__(self, where: str) -> None:
        super().__init__(f"There is an installation in {where} already.")
