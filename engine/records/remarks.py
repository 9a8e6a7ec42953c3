"""What people say to each other about a document: sent back with a comment, and answered.

The words stand in the row's history like everything else that is said of it, so they can neither be
changed nor taken away. A document is sent back until somebody answers, or rejects it.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from engine.records.audit import AuditEntry

SEND_BACK: Final = "send back"
ANSWER: Final = "answer"
_SETTLES: Final = frozenset({ANSWER, "reject"})
_BETWEEN: Final = ": "


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One comment: by whom, to whom, and when (UTC). ``kind`` is what was done with it."""

    kind: Literal["send back", "answer"]
    by: str
    to: str
    comment: str
    at: dt.datetime


def addressed(to: str, comment: str) -> str:
    """A comment as an entry of the history holds it; ``remarks`` reads it."""
    return f"{to.replace(_BETWEEN, ' ')}{_BETWEEN}{comment}"


def remarks(trail: Sequence[AuditEntry]) -> tuple[Remark, ...]:
    """Every comment of a history, the oldest first."""
    return tuple(_remark(entry) for entry in trail if entry.action in (SEND_BACK, ANSWER))


def open_remark(trail: Sequence[AuditEntry]) -> Remark | None:
    """With what a document was sent back and waits for an answer; None where it is not."""
    for entry in reversed(trail):
        if entry.action == SEND_BACK:
            return _remark(entry)
        if entry.action in _SETTLES:
            return None
    return None


def _remark(entry: AuditEntry) -> Remark:
    to, _, comment = (entry.after or "").partition(_BETWEEN)
    kind: Literal["send back", "answer"] = "send back" if entry.action == SEND_BACK else "answer"
    return Remark(kind=kind, by=entry.by, to=to, comment=comment, at=entry.at)
