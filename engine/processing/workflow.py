"""An upload's life as a table: which action is possible in which status, and where it leads.

Pure. Whoever changes a status asks here first; no other place knows the order of things.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

from engine.errors import WrongStateError
from engine.records.uploads import UploadStatus

Action = Literal[
    "start",
    "complete",
    "complete in part",
    "fail",
    "cancel",
    "retry",
    "read anew",
    "edit",
    "confirm",
    "reject",
    "reopen",
    "send back",
    "delete",
    "change the kind of",
]

TRANSITIONS: Final[Mapping[Action, Mapping[UploadStatus, UploadStatus]]] = MappingProxyType(
    {
        # A row that was being read when the app stopped is started again.
        "start": {"pending": "processing", "processing": "processing"},
        "complete": {"processing": "completed"},
        "complete in part": {"processing": "partial"},
        "fail": {"pending": "failed", "processing": "failed"},
        "cancel": {"pending": "failed", "processing": "failed"},
        "retry": {"failed": "pending", "partial": "pending", "rejected": "pending"},
        "read anew": {
            status: "pending" for status in ("completed", "partial", "failed", "rejected")
        },
        "edit": {"completed": "completed", "partial": "partial"},
        "confirm": {"completed": "confirmed", "partial": "confirmed"},
        "reject": {"completed": "rejected", "partial": "rejected"},
        "reopen": {"confirmed": "completed"},
        "send back": {"completed": "completed", "partial": "partial", "confirmed": "completed"},
        "delete": {
            status: status for status in ("pending", "completed", "partial", "failed", "rejected")
        },
        "change the kind of": {
            status: "pending"
            for status in ("pending", "completed", "partial", "failed", "rejected")
        },
    }
)

USABLE: Final[frozenset[UploadStatus]] = frozenset({"completed", "partial", "confirmed"})
"""Statuses whose content may be reconciled."""


def sources_of(action: Action) -> tuple[UploadStatus, ...]:
    """The statuses in which ``action`` is possible."""
    return tuple(TRANSITIONS[action])


def next_status(action: Action, status: UploadStatus) -> UploadStatus:
    """The status after ``action``.

    Raises:
        WrongStateError: ``action`` is not possible in ``status``.
    """
    try:
        return TRANSITIONS[action][status]
    except KeyError:
        raise WrongStateError(action, status, sources_of(action)) from None
