"""Opens the parts of the engine once per process and is what screens, API and programs call."""

from engine.keeping.last_backup import LastBackup
from engine.matching import PairAnswer
from engine.matching.by_hand import HandBalance
from engine.matching.memory import Lesson
from engine.processing.accepting import AcceptPlan
from engine.processing.automatic import (
    AUTOMATIC,
    AutoMode,
    AutoPlan,
    AutoPolicy,
    AutoRecord,
    caps_words,
    read_caps,
    record_of,
)
from engine.processing.bulk import BulkAction, BulkPreview, BulkResult, ChosenUpload
from engine.processing.conflicts import Conflict
from engine.processing.hand_desk import HandMatch
from engine.processing.health import Health
from engine.processing.intake import Receipt
from engine.processing.kept_rows import KeptRow
from engine.processing.line_states import LineState, Tally
from engine.processing.looked_at import Value
from engine.processing.newer_readings.comparing import ValueChange
from engine.processing.newer_readings.desk import AcceptPreview, AcceptResult
from engine.processing.newer_readings.overview import OlderFile
from engine.processing.newer_readings.side_by_side import Comparison
from engine.processing.page_groups import PageWord, Word
from engine.processing.presence import Visitor
from engine.processing.progress import Progress
from engine.processing.review_queue import ReviewQueue
from engine.processing.rule_preview import RulePreview, RunPreview
from engine.processing.run_settings import RunSettings
from engine.processing.run_undoing import Step, last_step
from engine.processing.spot_checks import Population, SpotCheck, SpotFigure, SpotItem
from engine.reports import BOARD_STATEMENTS, DRILL_COLUMNS, Board, BoardFilters, Drill, Figure
from engine.reports.sign_off import SignOff
from engine.reports.targets import KINDS as TARGET_KINDS
from engine.reports.targets import Target
from engine.services.exploring import RecordPlace
from engine.services.installation import Services
from engine.services.opening import initialize_production_json_system, services
from engine.store import (
    ACCESS_ACTIONS,
    ATTACHMENT_SORTS,
    SORT_KEYS,
    AccessEvent,
    AccessQuery,
    Answer,
    AttachmentPage,
    AttachmentQuery,
    AttachmentSort,
    Closing,
    DeletedUpload,
    DocumentCounts,
    DocumentLine,
    DocumentPage,
    DocumentQuery,
    FoundAttachment,
    Hands,
    ReadingLine,
    ReconciliationLine,
    SavedQuery,
    SavedView,
    SortKey,
    StoredRule,
    StoredToken,
)

__all__ = [
    "ACCESS_ACTIONS",
    "ATTACHMENT_SORTS",
    "AUTOMATIC",
    "BOARD_STATEMENTS",
    "DRILL_COLUMNS",
    "SORT_KEYS",
    "TARGET_KINDS",
    "AcceptPlan",
    "AcceptPreview",
    "AcceptResult",
    "AccessEvent",
    "AccessQuery",
    "Answer",
    "AttachmentPage",
    "AttachmentQuery",
    "AttachmentSort",
    "AutoMode",
    "AutoPlan",
    "AutoPolicy",
    "AutoRecord",
    "Board",
    "BoardFilters",
    "BulkAction",
    "BulkPreview",
    "BulkResult",
    "ChosenUpload",
    "Closing",
    "Comparison",
    "Conflict",
    "DeletedUpload",
    "DocumentCounts",
    "DocumentLine",
    "DocumentPage",
    "DocumentQuery",
    "Drill",
    "Figure",
    "FoundAttachment",
    "HandBalance",
    "HandMatch",
    "Hands",
    "Health",
    "KeptRow",
    "LastBackup",
    "Lesson",
    "LineState",
    "OlderFile",
    "PageWord",
    "PairAnswer",
    "Population",
    "Progress",
    "ReadingLine",
    "Receipt",
    "ReconciliationLine",
    "RecordPlace",
    "ReviewQueue",
    "RulePreview",
    "RunPreview",
    "RunSettings",
    "SavedQuery",
    "SavedView",
    "Services",
    "SignOff",
    "SortKey",
    "SpotCheck",
    "SpotFigure",
    "SpotItem",
    "Step",
    "StoredRule",
    "StoredToken",
    "Tally",
    "Target",
    "Value",
    "ValueChange",
    "Visitor",
    "Word",
    "caps_words",
    "initialize_production_json_system",
    "last_step",
    "read_caps",
    "record_of",
    "services",
]
