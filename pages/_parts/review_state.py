"""What a reviewer has open, and how their changes are saved without losing any.

A change is a function from the stored records to the wanted ones. It is applied to the version that
the person saw and saved only if that is still the stored one; otherwise it is kept, and the person
decides whether it is applied to the newer version.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

import msgspec
import streamlit as st

from engine.errors import InvalidInputError, MatchbookError, StaleVersionError
from engine.records import (
    BankDocument,
    BankTransactionUpload,
    ColumnPlan,
    InvoiceDocument,
    InvoiceUpload,
)
from engine.services import PageWord, services
from pages._parts.failures import keep_failure, say

Row: TypeAlias = InvoiceUpload | BankTransactionUpload
Document: TypeAlias = InvoiceDocument | BankDocument
Change: TypeAlias = Callable[[Any], Any]
"""Takes the stored document, gives the wanted one."""

OPEN_FOR_EDITS = ("completed", "partial")


@dataclass(frozen=True, slots=True)
class Refused:
    """Text that a person typed into a field and that is no value of it."""

    field: str
    text: str
    message: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A change that met a newer version, in words and as what to do."""

    description: str
    change: Change


def load(upload_id: str) -> Row:
    """The row as it is stored now; from here on it is the version that the person sees."""
    kind = services().upload_kind(upload_id)
    engine = services()
    row: Row = (
        engine.invoice_upload(upload_id) if kind == "invoice" else engine.bank_upload(upload_id)
    )
    st.session_state["review_seen"] = row
    if st.session_state.get("review_open") != upload_id:
        st.session_state.update(
            review_open=upload_id, review_undo=[], review_waiting=None, review_refused={}
        )
        new_tables()
    return row


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
        st.session_state["review_waiting"] = Waiting(description, change)
        new_tables()
        return False
    st.session_state["review_undo"].append((description, _content(before), _store))
    return True


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
    undone = (description, _content(seen.document), _put_back)
    st.session_state["review_undo"].append(undone)


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
    st.session_state["review_undo"] = []
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
    seen: Row = st.session_state["review_seen"]
    description, content, store = st.session_state["review_undo"].pop()
    new_tables()
    refused().clear()
    if seen.document is None:
        return
    try:
        store(seen, _with(seen.document, content))
    except MatchbookError as error:
        keep_failure(error)
    else:
        say(f"Taken back: {description}", ":material/undo:")


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


def _content(document: Document) -> dict[str, Any]:
    if isinstance(document, InvoiceDocument):
        return {"invoices": document.invoices}
    return {"statement_info": document.statement_info, "transactions": document.transactions}


def _with(document: Document, content: dict[str, Any]) -> Document:
    if isinstance(document, InvoiceDocument):
        return msgspec.structs.replace(document, **content)
    return msgspec.structs.replace(document, **content)


def _store(seen: Row, wanted: Document) -> None:
    if isinstance(wanted, InvoiceDocument):
        services().save_invoices(seen.upload_id, wanted.invoices, row_version=seen.row_version)
    else:
        services().save_statement(
            seen.upload_id, wanted.statement_info, wanted.transactions, row_version=seen.row_version
        )


def _put_back(seen: Row, wanted: Document) -> None:
    """Store invoices with the pages, values and places that they had before."""
    if isinstance(wanted, InvoiceDocument):
        services().put_back_invoices(seen.upload_id, wanted.invoices, row_version=seen.row_version)
