"""People's words on the matches of a run, each an entry of its history. Pure.

A rejected match counts for nothing: its invoices and transactions are unmatched again, unless
another match holds them, and later runs never propose the same group. A match made by hand takes
the place of proposals for its records. What is undone stays in the history; the undoing is one
entry more.
"""

from collections.abc import Sequence

import msgspec

from engine.errors import InvalidInputError, NotFoundError
from engine.processing.run_changes import (
    as_kind,
    changed,
    decided,
    find_match,
    rebuilt,
    share_records,
)
from engine.processing.run_undoing import ACTIONS, CONFIRM_MANY, MATCH, making_of, undone
from engine.processing.signature import Signature
from engine.records import Match, Proposal, ReconciliationDocument, append_entry
from engine.records.reconciliation import Decision


def decide(
    document: ReconciliationDocument,
    match_id: str,
    decision: Decision,
    signature: Signature,
    reason: str | None = None,
) -> ReconciliationDocument:
    """The document after a person's word on one match; the same word twice changes nothing.

    A match made by hand that is taken back is undone: what it replaced is proposed again.

    Raises:
        NotFoundError: the run has no such match.
        InvalidInputError: it was made by hand and is to be rejected: such a match is taken back.
    """
    found = find_match(document, match_id)
    if found.decision == decision:
        return document
    if found.is_manual:
        if decision == "rejected":
            raise InvalidInputError("A match made by hand is taken back, not rejected.")
        return undone(document, making_of(document, match_id), signature)
    return changed(
        document,
        {match_id: decided(found, decision, signature)},
        signature,
        action=ACTIONS[decision],
        before=found.decision,
        after=f"{decision}: {reason}" if reason else decision,
    )


def confirm_many(
    document: ReconciliationDocument, match_ids: Sequence[str], signature: Signature, note: str
) -> ReconciliationDocument:
    """The document after several proposals were confirmed in one step.

    Raises:
        NotFoundError: the run has no such match.
        InvalidInputError: one of them is no proposal any more, or there is none.
    """
    by_id = {m.match_id: m for m in (*document.matched, *document.partial)}
    chosen = {key: by_id[key] for key in match_ids if key in by_id}
    missing = next((key for key in match_ids if key not in by_id), None)
    if missing is not None:
        raise NotFoundError("match", missing)
    if not chosen or any(m.decision != "proposed" for m in chosen.values()):
        raise InvalidInputError("Only proposals can be accepted together.", "Look at them again.")
    return changed(
        document,
        {key: decided(found, "confirmed", signature) for key, found in chosen.items()},
        signature,
        action=CONFIRM_MANY,
        before="proposed",
        after=f"confirmed: {note}",
    )


def put_in(
    document: ReconciliationDocument, match: Match, signature: Signature, said: str
) -> ReconciliationDocument:
    """The document with a match made by hand; proposals for its records step back into it.

    Args:
        document: The run.
        match: Confirmed, with an id that ``next_manual_id`` gave.
        signature: Who made it and when.
        said: What the history says of it.
    """
    replaced = tuple(m for m in (*document.matched, *document.partial) if _gives_way(m, match))
    gone = {m.match_id for m in replaced}
    made = msgspec.structs.replace(match, replaced=tuple(as_kind(Proposal, m) for m in replaced))
    is_full = made.settlement == "full"
    matched = tuple(m for m in document.matched if m.match_id not in gone)
    partial = tuple(m for m in document.partial if m.match_id not in gone)
    return rebuilt(
        document,
        (*matched, made) if is_full else matched,
        partial if is_full else (*partial, made),
        append_entry(
            document.audit_trail,
            at=signature.at,
            by=signature.by,
            action=MATCH,
            target=made.match_id,
            after=said,
        ),
    )


def next_manual_id(document: ReconciliationDocument) -> str:
    """An id that no match of the run, undone ones included, has or had."""
    made = sum(entry.action == MATCH for entry in document.audit_trail)
    return f"H{made + 1:06d}"


def _gives_way(proposal: Match, made: Match) -> bool:
    """Whether a proposal nobody decided about wants a record of the match made by hand."""
    return proposal.decision == "proposed" and share_records(proposal, made)
