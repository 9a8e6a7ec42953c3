"""One word of a person on many uploads: looked at before, done one by one, taken back together.

Each upload is a transaction of its own: one that cannot be done never stops the others.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, cast

from engine.errors import MatchbookError
from engine.processing.workflow import sources_of
from engine.records.uploads import UploadKind, UploadStatus
from engine.store import Store

BulkAction = Literal["confirm", "retry", "delete"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenUpload:
    """An upload that a person chose. ``why_not`` says why it cannot be done to this one."""

    kind: UploadKind
    upload_id: str
    row_version: int
    file_name: str
    status: UploadStatus
    error_message: str | None
    party: str | None
    amount: Decimal | None
    currency: str | None
    records_found: int | None
    confidence: float | None
    reason: str | None
    runs: int
    why_not: str | None = None


@dataclass(frozen=True, slots=True)
class BulkPreview:
    """What an action would do; both lists have what is least sure first."""

    action: BulkAction
    possible: tuple[ChosenUpload, ...]
    impossible: tuple[ChosenUpload, ...]

    @property
    def doubtful(self) -> tuple[ChosenUpload, ...]:
        """Of those possible, the ones that need a person."""
        return tuple(chosen for chosen in self.possible if chosen.reason)


@dataclass(frozen=True, slots=True)
class Failed:
    """An upload that the action could not be done to, and why."""

    file_name: str
    message: str


@dataclass(frozen=True, slots=True)
class BulkResult:
    """What was done, so that it can be taken back, and what could not be done."""

    action: BulkAction
    done: tuple[ChosenUpload, ...]
    failed: tuple[Failed, ...]


def preview(store: Store, action: BulkAction, upload_ids: Sequence[str]) -> BulkPreview:
    """What ``action`` would do to the uploads; one statement, nothing is changed."""
    rows = store.analytics.query("chosen_documents", upload_ids=list(upload_ids))
    chosen = [ChosenUpload(**row, why_not=_why_not(action, row)) for row in rows]
    return BulkPreview(
        action,
        tuple(one for one in chosen if one.why_not is None),
        tuple(one for one in chosen if one.why_not is not None),
    )


def carry_out(
    action: BulkAction,
    chosen: Sequence[ChosenUpload],
    act: Callable[[ChosenUpload], object],
    on_progress: Callable[[int], None],
) -> BulkResult:
    """Call ``act`` for each upload; ``on_progress`` is told how many were tried."""
    done, failed = [], []
    for number, one in enumerate(chosen, start=1):
        try:
            act(one)
        except MatchbookError as error:
            failed.append(Failed(one.file_name, str(error)))
        else:
            done.append(one)
        on_progress(number)
    return BulkResult(action, tuple(done), tuple(failed))


def _why_not(action: BulkAction, row: Mapping[str, object]) -> str | None:
    status = cast(UploadStatus, row["status"])
    if status not in sources_of(action):
        return f"it is {status}"
    runs = cast(int, row["runs"])
    if action == "delete" and runs:
        return "a reconciliation uses it" if runs == 1 else f"{runs} reconciliations use it"
    return None
