"""The DuckDB file and the uploaded files: the only opener of either."""

from engine.store.access_log import (
    ACCESS_ACTIONS,
    AccessAction,
    AccessEvent,
    AccessLog,
    AccessPage,
    AccessQuery,
)
from engine.store.analytics import Analytics, CheckResult
from engine.store.attachments import (
    ATTACHMENT_SORTS,
    AttachmentPage,
    AttachmentQuery,
    Attachments,
    AttachmentSort,
    FoundAttachment,
    check_type,
)
from engine.store.choices import Choice, Choices
from engine.store.deletions import DeletedPage, DeletedUpload
from engine.store.document_center import (
    SORT_KEYS,
    DocumentCounts,
    DocumentLine,
    DocumentPage,
    DocumentQuery,
    Hands,
    SortKey,
)
from engine.store.documents import Documents
from engine.store.filing import (
    Files,
    FilesPlace,
    FolderFiles,
    StoredFile,
    clean_file_name,
    folder_explained,
    open_files,
)
from engine.store.idempotency import Idempotency, KnownRequest
from engine.store.listing import (
    LatestUploads,
    ListQuery,
    SortColumn,
    SortOrder,
    UploadLine,
    UploadPage,
)
from engine.store.new_upload import NewUpload
from engine.store.newer_readings import NewerReadings, ReadingLine, ReadingState
from engine.store.periods import Closing, Periods
from engine.store.purging import PurgeItem, Purging
from engine.store.reconciliations import ReconciliationLine, Reconciliations
from engine.store.rules import RuleAction, RuleChange, StoredRule
from engine.store.sandbox import Answer, ExampleQuery, ViewColumn, ViewInfo, example_queries
from engine.store.saved_queries import SavedQueries, SavedQuery
from engine.store.store import FoundUpload, Store
from engine.store.tokens import StoredToken, Tokens
from engine.store.upload_table import duplicate
from engine.store.uploads import BankUploads, InvoiceUploads
from engine.store.views import SavedView

__all__ = [
    "ACCESS_ACTIONS",
    "ATTACHMENT_SORTS",
    "SORT_KEYS",
    "AccessAction",
    "AccessEvent",
    "AccessLog",
    "AccessPage",
    "AccessQuery",
    "Analytics",
    "Answer",
    "AttachmentPage",
    "AttachmentQuery",
    "AttachmentSort",
    "Attachments",
    "BankUploads",
    "CheckResult",
    "Choice",
    "Choices",
    "Closing",
    "DeletedPage",
    "DeletedUpload",
    "DocumentCounts",
    "DocumentLine",
    "DocumentPage",
    "DocumentQuery",
    "Documents",
    "ExampleQuery",
    "Files",
    "FilesPlace",
    "FolderFiles",
    "FoundAttachment",
    "FoundUpload",
    "Hands",
    "Idempotency",
    "InvoiceUploads",
    "KnownRequest",
    "LatestUploads",
    "ListQuery",
    "NewUpload",
    "NewerReadings",
    "Periods",
    "PurgeItem",
    "Purging",
    "ReadingLine",
    "ReadingState",
    "ReconciliationLine",
    "Reconciliations",
    "RuleAction",
    "RuleChange",
    "SavedQueries",
    "SavedQuery",
    "SavedView",
    "SortColumn",
    "SortKey",
    "SortOrder",
    "Store",
    "StoredFile",
    "StoredRule",
    "StoredToken",
    "Tokens",
    "UploadLine",
    "UploadPage",
    "ViewColumn",
    "ViewInfo",
    "check_type",
    "clean_file_name",
    "duplicate",
    "example_queries",
    "folder_explained",
    "open_files",
]
