"""What a reviewer has open, and how their changes are saved without losing any.

A change is a function from the stored records to the wanted ones. It is applied to the version that
the person saw and saved only if that is still the stored one; otherwise it is kept, and the person
decides whether it is applied to the newer version.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

import streamlit as st

from engine.errors import InvalidInputError, MatchbookError, StaleVersionError
from engine.records import (
    BankDocument,
    BankTransactionUpload,
    ColumnPlan,
    InvoiceDocument,
    InvoiceUpload,
)
from engine.services import KeptRow, PageWord, Value, services
from pages._parts.failures import keep_failure, say

Row: TypeAlias = InvoiceUpload | BankTransactionUpload
Document: TypeAlias = InvoiceDocument | BankDocument
Change: TypeAlias = Callable[[Any], Any]
"""Takes the stored document, gives the wanted one."""

OPEN_FOR_EDITS = ("completed", "partial")
MOST_STEPS = 50
"""Changes that can be taken back."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Text that a person typed into a field and that is no value of it."""

    field: str
    text: str
    message: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A change that met a newer version, in words, as what to do, and what it was made of."""

    description: str
    change: Change
    seen: Document


@dataclass(frozen=True, slots=True)
class Step:
    """A change that can be taken back or made again: the records on its other side."""

    description: str
    document: Document
    is_regrouped: bool = False


def load(upload_id: str) -> KeptRow:
    """The row as it is stored now; from here on it is the version that the person sees."""
    kept = services().under_review(upload_id)
    st.session_state["review_seen"] = kept.row
    if st.session_state.get("review_open") != upload_id:
        st.session_state.update(
            review_open=upload_id,
            review_undo=[],
            review_redo=[],
            review_waiting=None,
            review_refused={},
            review_lines_page=1,
        )
        new_tables()
    return kept


def revision() -> int:
    """Part of the key of every table editor: another number makes it forget its edits."""
    return int(st.session_state.setdefault("review_revision", 0))


def new_tables() -> None:
    """Have the table editors start from the stored records again."""
    st.session_state["review_revision"] = revision() + 1


def refused() -> dict[str, Refused]:
    """By field, what was typed and could not be kept."""
    kept: dict[str, Refused] = st.session_state.setdefault("review_refused", {})
    return kept


def save(description: str, change: Change) -> bool:
    """Apply ``change`` to what the person saw and store it; whether it was stored.

    Raises:
        InvalidInputError: the change itself cannot be made.
    """
    seen: Row = st.session_state["review_seen"]
    if seen.document is None:
        return False
    before = seen.document
    wanted = change(before)
    if _content(wanted) == _content(before):
        return True
    try:
        _store(seen, wanted)
    except StaleVersionError:
        st.session_state["review_waiting"] = Waiting(description, change, before)
        new_tables()
        return False
    _done(Step(description, before))
    return True


def look_at(description: str, value: Value) -> None:
    """Store that the person looked at a value and left it as it is; a failure is shown."""
    seen: Row = st.session_state["review_seen"]
    if seen.document is None:
        return
    try:
        services().look_at(seen.upload_id, value, row_version=seen.row_version)
    except MatchbookError as error:
        keep_failure(error)
        return
    _done(Step(description, seen.document))


def regroup(description: str, word: PageWord) -> None:
    """Move a boundary between the invoices that the person saw; a failure is shown."""
    seen: Row = st.session_state["review_seen"]
    if seen.document is None:
        return
    new_tables()
    refused().clear()
    try:
        services().regroup(seen.upload_id, word, row_version=seen.row_version)
    except MatchbookError as error:
        keep_failure(error)
        return
    _done(Step(description, seen.document, is_regrouped=True))


def read_columns_again(plan: ColumnPlan) -> None:
    """Read the table that the person sees by ``plan``; a failure is shown."""
    seen: Row = st.session_state["review_seen"]
    new_tables()
    refused().clear()
    try:
        services().save_columns(seen.upload_id, plan, row_version=seen.row_version)
    except MatchbookError as error:
        keep_failure(error)
        return
    # Its lines are new ones: what was changed before cannot be put back into them.
    st.session_state.update(review_undo=[], review_redo=[])
    say("Read again", ":material/refresh:")


def save_or_say(description: str, change: Change) -> bool:
    """``save``, where a failure is shown at the head of the screen."""
    try:
        return save(description, change)
    except MatchbookError as error:
        keep_failure(error)
        new_tables()
        return False


def undo() -> None:
    """Put back what the last change of this visit replaced; a change of its own in the history."""
    _step_back("review_undo", "review_redo", "Taken back", ":material/undo:")


def redo() -> None:
    """Make the change again that was taken back last."""
    _step_back("review_redo", "review_undo", "Made again", ":material/redo:")


def _step_back(source: str, target: str, done: str, icon: str) -> None:
    seen: Row = st.session_state["review_seen"]
    steps: list[Step] = st.session_state[source]
    if not steps or seen.document is None:
        return
    step = steps.pop()
    new_tables()
    refused().clear()
    try:
        if step.is_regrouped and isinstance(step.document, InvoiceDocument):
            services().put_back_invoices(
                seen.upload_id, step.document.invoices, row_version=seen.row_version
            )
        else:
            services().take_back(seen.upload_id, step.document, row_version=seen.row_version)
    except MatchbookError as error:
        keep_failure(error)
    else:
        st.session_state[target].append(
            Step(step.description, seen.document, is_regrouped=step.is_regrouped)
        )
        say(f"{done}: {step.description}", icon)


def apply_waiting() -> None:
    """Apply the change that waits to the newest version."""
    waiting: Waiting = st.session_state["review_waiting"]
    load(st.session_state["review_open"])
    st.session_state["review_waiting"] = None
    save_or_say(waiting.description, waiting.change)


def drop_waiting() -> None:
    """Let the change that waits go."""
    st.session_state["review_waiting"] = None


def refuse(field: str, text: str, error: InvalidInputError) -> None:
    """Keep what was typed with the reason why it is not stored."""
    refused()[field] = Refused(field, text, " ".join(filter(None, (str(error), error.hint))))


def _done(step: Step) -> None:
    undone: list[Step] = st.session_state["review_undo"]
    undone.append(step)
    del undone[:-MOST_STEPS]
    st.session_state["review_redo"] = []


def _content(document: Document) -> tuple[Any, ...]:
    if isinstance(document, InvoiceDocument):
        return (document.invoices,)
    return document.statement_info, document.transactions


def _store(seen: Row, wanted: Document) -> None:
    if isinstance(wanted, InvoiceDocument):
        services().save_invoices(seen.upload_id, wanted.invoices, row_version=seen.row_version)
    else:
        services().save_statement(
            seen.upload_id, wanted.statement_info, wanted.transactions, row_version=seen.row_version
        )
