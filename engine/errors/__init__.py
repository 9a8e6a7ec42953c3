"""Every failure that Matchbook can explain, as one family.

    MatchbookError
    ├── FileRefusedError          the bytes cannot be read as a document
    │   ├── EmptyFileError · UnsupportedFileError · DamagedFileError · FileTooLargeError
    │   ├── TooManyPagesError · PageTooLargeError · UnsafeXmlError · BankFileUnreadableError
    │   └── PasswordNeededError · WrongPasswordError · ProtectionUnknownError
    ├── PageUnreadableError       one page failed; the others are kept
    ├── ToolMissingError          a program of the system is not installed
    ├── OcrEngineMissingError     the OCR engine that a setting names is not installed
    ├── RecordInvalidError · RecordTooLargeError
    ├── DatabaseTooNewError · DatabaseBusyError · DatabaseDamagedError
    ├── DiskFullError             no room for a file or a row
    ├── BackupUnusableError       no backup, or not whole · NotEmptyError: nothing may be mixed
    ├── FolderUnusableError       a folder of the installation cannot be made or written
    ├── NotFoundError             no such record
    │   └── UploadDeletedError    it is in the bin
    ├── FileMissingError          the row is there, its file is not
    │   └── FileChangedError      it has other bytes than it was stored with
    ├── FilesAwayError            the storage of files does not answer
    ├── DuplicateUploadError      the same bytes are here already
    ├── StaleVersionError         somebody else saved first
    ├── UploadInUseError          a reconciliation draws on it
    ├── AttachmentInUseError      a paper that belongs to a record is not deleted
    ├── AttachedAlreadyError · ReplacedError
    ├── AlreadyConfirmedError     a confirmed match holds the transaction or invoice
    ├── PeriodClosedError         what would change lies in a closed period
    ├── QueueFullError            so many uploads wait that no more are taken
    ├── WrongStateError           the upload's status does not allow it
    ├── InvalidInputError         a value that a person or a program gave
    ├── InvalidSettingError       a MATCHBOOK_* variable that cannot be used
    ├── NothingToReconcileError · NothingToConfirmError
    ├── UnansweredError · NothingAskedError      a document was sent back, or was not
    ├── RuleInvalidError · RuleNameTakenError
    ├── IdempotencyKeyReusedError · VersionNeededError
    ├── SignInNeededError · NotAllowedError · TooManyRequestsError
    ├── OpenDoorError             other machines would come in without signing in
    ├── QueryRefusedError · QueryFailedError · QueryTooSlowError · QueryTooLargeError   own SQL
    ├── ClusterAwayError · ClusterVersionError      a cluster that was asked for cannot be used
    └── AssistantError            no opinion of the language model; what was read here stands
        ├── AssistantUnavailableError · AssistantRefusedError
        └── AssistantNonsenseError

``code`` is stable and for machines; the message says what happened; ``hint`` says what to do.
"""

from engine.errors.access import (
    NotAllowedError,
    OpenDoorError,
    SignInNeededError,
    TooManyRequestsError,
)
from engine.errors.assistant import (
    AssistantError,
    AssistantNonsenseError,
    AssistantRefusedError,
    AssistantUnavailableError,
)
from engine.errors.cluster import (
    ClusterAwayError,
    ClusterVersionError,
)
from engine.errors.family import (
    MatchbookError,
)
from engine.errors.reading import (
    OcrEngineMissingError,
    PageUnreadableError,
    ToolMissingError,
)
from engine.errors.refusals import (
    BankFileUnreadableError,
    DamagedFileError,
    EmptyFileError,
    FileRefusedError,
    FileTooLargeError,
    PageTooLargeError,
    PasswordNeededError,
    ProtectionUnknownError,
    TooManyPagesError,
    UnsafeXmlError,
    UnsupportedFileError,
    WrongPasswordError,
)
from engine.errors.requests import (
    AlreadyConfirmedError,
    AttachedAlreadyError,
    AttachmentInUseError,
    DuplicateUploadError,
    IdempotencyKeyReusedError,
    InvalidInputError,
    InvalidSettingError,
    NothingAskedError,
    NothingToConfirmError,
    NothingToReconcileError,
    PeriodClosedError,
    QueryFailedError,
    QueryRefusedError,
    QueryTooLargeError,
    QueryTooSlowError,
    QueueFullError,
    ReplacedError,
    RuleInvalidError,
    RuleNameTakenError,
    StaleVersionError,
    UnansweredError,
    UploadInUseError,
    VersionNeededError,
    WrongStateError,
)
from engine.errors.storage import (
    BackupUnusableError,
    DatabaseBusyError,
    DatabaseDamagedError,
    DatabaseTooNewError,
    DiskFullError,
    FileChangedError,
    FileMissingError,
    FilesAwayError,
    FolderUnusableError,
    NotEmptyError,
    NotFoundError,
    RecordInvalidError,
    RecordTooLargeError,
    UploadDeletedError,
)

__all__ = [
    "AlreadyConfirmedError",
    "AssistantError",
    "AssistantNonsenseError",
    "AssistantRefusedError",
    "AssistantUnavailableError",
    "AttachedAlreadyError",
    "AttachmentInUseError",
    "BackupUnusableError",
    "BankFileUnreadableError",
    "ClusterAwayError",
    "ClusterVersionError",
    "DamagedFileError",
    "DatabaseBusyError",
    "DatabaseDamagedError",
    "DatabaseTooNewError",
    "DiskFullError",
    "DuplicateUploadError",
    "EmptyFileError",
    "FileChangedError",
    "FileMissingError",
    "FileRefusedError",
    "FileTooLargeError",
    "FilesAwayError",
    "FolderUnusableError",
    "IdempotencyKeyReusedError",
    "InvalidInputError",
    "InvalidSettingError",
    "MatchbookError",
    "NotAllowedError",
    "NotEmptyError",
    "NotFoundError",
    "NothingAskedError",
    "NothingToConfirmError",
    "NothingToReconcileError",
    "OcrEngineMissingError",
    "OpenDoorError",
    "PageTooLargeError",
    "PageUnreadableError",
    "PasswordNeededError",
    "PeriodClosedError",
    "ProtectionUnknownError",
    "QueryFailedError",
    "QueryRefusedError",
    "QueryTooLargeError",
    "QueryTooSlowError",
    "QueueFullError",
    "RecordInvalidError",
    "RecordTooLargeError",
    "ReplacedError",
    "RuleInvalidError",
    "RuleNameTakenError",
    "SignInNeededError",
    "StaleVersionError",
    "TooManyPagesError",
    "TooManyRequestsError",
    "ToolMissingError",
    "UnansweredError",
    "UnsafeXmlError",
    "UnsupportedFileError",
    "UploadDeletedError",
    "UploadInUseError",
    "VersionNeededError",
    "WrongPasswordError",
    "WrongStateError",
]
