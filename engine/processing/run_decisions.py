"""People's words on the matches of a run, each an entry of its history. Pure.

A rejected match counts for nothing: its invoices and transactions are unmatched again, unless
another match holds them, and later runs never propose the same group. A match made by hand takes
the place of proposals for its records. What is undone stays in the history; the undoing is one
entry more.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

import msgspec

from engine.errors import InvalidInputError, NotFoundError
from engine.processing.signature import Signature
from engine.records import (
    AuditEntry,
    Match,
    Proposal,
    ReconciliationDocument,
    Unmatched,
    append_entry,
    summarise_matches,
)
from engine.records.reconciliation import Decision

T = TypeVar("T", bound=Proposal)

CONFIRM_MANY: Final = "confirm many"
MATCH: Final = "match"
UNDO: Final = "undo"
_ACTIONS: Final[dict[Decision, str]] = {
    "confirmed": "confirm",
    "rejected": "reject",
    "proposed": "reopen",
}
_CAN_BE_UNDONE: Final = frozenset({*_ACTIONS.values(), CONFIRM_MANY, MATCH})
_ENTRY: Final = re.compile(r"audit_trail\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that a person did in a run: the number of its entry, and whose matches it moved."""

    number: int
    entry: AuditEntry

    @property
    def match_ids(self) -> tuple[str, ...]:
        """The matches that it was about."""
        return tuple(self.entry.target.split())


def was_of(step: Step) -> Decision:
    """What the matches of a step are because of it."""
    if step.entry.action == MATCH:
        return "confirmed"
    return _decision((step.entry.after or "").partition(":")[0])


def find_match(document: ReconciliationDocument, match_id: str) -> Match:
    """The match of a run.

    Raises:
        NotFoundError: the run has no such match.
    """
    for found in (*document.matched, *document.partial):
        if found.match_id == match_id:
            return found
    raise NotFoundError("match", match_id)


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
        return _undone(document, _making_of(document, match_id), signature)
    return _changed(
        document,
        {match_id: _decided(found, decision, signature)},
        signature,
        action=_ACTIONS[decision],
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
    return _changed(
        document,
        {key: _decided(found, "confirmed", signature) for key, found in chosen.items()},
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
    made = msgspec.structs.replace(match, replaced=tuple(_as(Proposal, m) for m in replaced))
    is_full = made.settlement == "full"
    matched = tuple(m for m in document.matched if m.match_id not in gone)
    partial = tuple(m for m in document.partial if m.match_id not in gone)
    return _rebuilt(
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


def last_step(document: ReconciliationDocument) -> Step | None:
    """What undoing would take back: the newest word that still stands."""
    undone: set[int] = set()
    for number in range(len(document.audit_trail) - 1, -1, -1):
        entry = document.audit_trail[number]
        found = _ENTRY.fullmatch(entry.target) if entry.action == UNDO else None
        if found:
            undone.add(int(found[1]))
        elif entry.action in _CAN_BE_UNDONE and number not in undone:
            return Step(number, entry)
    return None


def undo(document: ReconciliationDocument, signature: Signature) -> ReconciliationDocument:
    """The document as it was before the newest word that still stands.

    Raises:
        InvalidInputError: nobody has said anything that stands.
    """
    step = last_step(document)
    if step is None:
        raise InvalidInputError("There is nothing to undo in this run.")
    return _undone(document, step, signature)


def _making_of(document: ReconciliationDocument, match_id: str) -> Step:
    """The step that made a match by hand."""
    for number, entry in enumerate(document.audit_trail):
        if entry.action == MATCH and entry.target == match_id:
            return Step(number, entry)
    raise NotFoundError("match", match_id)


def _undone(
    document: ReconciliationDocument, step: Step, signature: Signature
) -> ReconciliationDocument:
    trail = append_entry(
        document.audit_trail,
        at=signature.at,
        by=signature.by,
        action=UNDO,
        target=f"audit_trail[{step.number}]",
        before=step.entry.after,
        after=step.entry.before,
    )
    if step.entry.action == MATCH:
        return _without_manual(document, find_match(document, step.entry.target), trail)
    before = _decision(step.entry.before)
    changed = {
        key: _decided(find_match(document, key), before, signature) for key in step.match_ids
    }
    return _rebuilt(
        document, _with(document.matched, changed), _with(document.partial, changed), trail
    )


def _without_manual(
    document: ReconciliationDocument, made: Match, trail: tuple[AuditEntry, ...]
) -> ReconciliationDocument:
    """The run without a match made by hand; what it replaced stands where it belongs again."""
    threshold = document.reconciliation_info.confidence_threshold
    matched = [m for m in document.matched if m.match_id != made.match_id]
    partial = [m for m in document.partial if m.match_id != made.match_id]
    standing = [m for m in (*matched, *partial) if m.decision != "rejected"]
    for back in (_as(Match, proposal) for proposal in made.replaced):
        if any(_share(back, other) for other in standing):
            continue  # a later match by hand holds its records
        is_sure = back.settlement == "full" and back.confidence >= threshold and not back.is_tied
        (matched if is_sure else partial).append(back)
    return _rebuilt(document, _in_order(matched), _in_order(partial), trail)


def _as(kind: type[T], found: Proposal) -> T:
    """A match as the proposal that it was, and back."""
    return kind(**{name: getattr(found, name) for name in Proposal.__struct_fields__})


def _in_order(matches: Sequence[Match]) -> tuple[Match, ...]:
    """Proposals as the run numbered them, then those made by hand."""
    return tuple(sorted(matches, key=lambda m: (m.is_manual, m.match_id)))


def _gives_way(proposal: Match, made: Match) -> bool:
    """Whether a proposal nobody decided about wants a record of the match made by hand."""
    return proposal.decision == "proposed" and _share(proposal, made)


def _share(one: Proposal, other: Proposal) -> bool:
    is_invoice = not set(one.invoice_ids).isdisjoint(other.invoice_ids)
    return is_invoice or not set(one.transaction_ids).isdisjoint(other.transaction_ids)


def _decision(text: str | None) -> Decision:
    return "confirmed" if text == "confirmed" else "rejected" if text == "rejected" else "proposed"


def _decided(found: Match, decision: Decision, signature: Signature) -> Match:
    is_open = decision == "proposed"
    return msgspec.structs.replace(
        found,
        decision=decision,
        decided_by=None if is_open else signature.by,
        decided_at=None if is_open else signature.at,
    )


def _changed(
    document: ReconciliationDocument,
    changed: dict[str, Match],
    signature: Signature,
    *,
    action: str,
    before: str,
    after: str,
) -> ReconciliationDocument:
    return _rebuilt(
        document,
        _with(document.matched, changed),
        _with(document.partial, changed),
        append_entry(
            document.audit_trail,
            at=signature.at,
            by=signature.by,
            action=action,
            target=" ".join(changed),
            before=before,
            after=after,
        ),
    )


def _with(matches: tuple[Match, ...], changed: dict[str, Match]) -> tuple[Match, ...]:
    return tuple(changed.get(m.match_id, m) for m in matches)


def _rebuilt(
    document: ReconciliationDocument,
    matched: tuple[Match, ...],
    partial: tuple[Match, ...],
    trail: tuple[AuditEntry, ...],
) -> ReconciliationDocument:
    """The document with these lists: what is unmatched and the summary follow from them."""
    unmatched = _unmatched_after(document, (*matched, *partial))
    summary = document.reconciliation_summary
    return msgspec.structs.replace(
        document,
        matched=matched,
        partial=partial,
        unmatched=unmatched,
        reconciliation_summary=summarise_matches(
            matched,
            partial,
            unmatched,
            summary.total_invoices_processed,
            summary.total_transactions_processed,
        ),
        audit_trail=trail,
    )


def _unmatched_after(document: ReconciliationDocument, matches: Collection[Match]) -> Unmatched:
    """Ids that no match holds any more, in the order in which the run knew them."""
    kept = [m for m in matches if m.decision != "rejected"]
    held_invoices = {invoice_id for m in kept for invoice_id in m.invoice_ids}
    held_lines = {line_id for m in kept for line_id in m.transaction_ids}
    everything = (*document.matched, *document.partial)
    known: tuple[Proposal, ...] = (*everything, *(r for m in everything for r in m.replaced))
    invoices = [*document.unmatched.invoices, *(i for m in known for i in m.invoice_ids)]
    lines = [
        *document.unmatched.bank_transactions,
        *(t for m in known for t in m.transaction_ids),
    ]
    return msgspec.structs.replace(
        document.unmatched,
        invoices=tuple(i for i in dict.fromkeys(invoices) if i not in held_invoices),
        bank_transactions=tuple(t for t in dict.fromkeys(lines) if t not in held_lines),
    )
