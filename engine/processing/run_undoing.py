"""Takes back what people said of a run's matches, the newest word first. Pure.

What is undone stays in the history; the undoing is one entry more.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from engine.errors import InvalidInputError, NotFoundError
from engine.processing.run_changes import (
    as_kind,
    decided,
    find_match,
    rebuilt,
    share_records,
    with_changes,
)
from engine.processing.signature import Signature
from engine.records import AuditEntry, Match, ReconciliationDocument, append_entry
from engine.records.reconciliation import Decision

ACTIONS: Final[dict[Decision, str]] = {
    "confirmed": "confirm",
    "rejected": "reject",
    "proposed": "reopen",
}
"""What the history calls a word on one match."""
CONFIRM_MANY: Final = "confirm many"
MATCH: Final = "match"
UNDO: Final = "undo"
_CAN_BE_UNDONE: Final = frozenset({*ACTIONS.values(), CONFIRM_MANY, MATCH})
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
    return undone(document, step, signature)


def making_of(document: ReconciliationDocument, match_id: str) -> Step:
    """The step that made a match by hand."""
    for number, entry in enumerate(document.audit_trail):
        if entry.action == MATCH and entry.target == match_id:
            return Step(number, entry)
    raise NotFoundError("match", match_id)


def undone(
    document: ReconciliationDocument, step: Step, signature: Signature
) -> ReconciliationDocument:
    """The document as it was before the step."""
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
    changed = {key: decided(find_match(document, key), before, signature) for key in step.match_ids}
    return rebuilt(
        document,
        with_changes(document.matched, changed),
        with_changes(document.partial, changed),
        trail,
    )


def _without_manual(
    document: ReconciliationDocument, made: Match, trail: tuple[AuditEntry, ...]
) -> ReconciliationDocument:
    """The run without a match made by hand; what it replaced stands where it belongs again."""
    threshold = document.reconciliation_info.confidence_threshold
    matched = [m for m in document.matched if m.match_id != made.match_id]
    partial = [m for m in document.partial if m.match_id != made.match_id]
    standing = [m for m in (*matched, *partial) if m.decision != "rejected"]
    for back in (as_kind(Match, proposal) for proposal in made.replaced):
        if any(share_records(back, other) for other in standing):
            continue  # a later match by hand holds its records
        is_sure = back.settlement == "full" and back.confidence >= threshold and not back.is_tied
        (matched if is_sure else partial).append(back)
    return rebuilt(document, _in_order(matched), _in_order(partial), trail)


def _in_order(matches: Sequence[Match]) -> tuple[Match, ...]:
    """Proposals as the run numbered them, then those made by hand."""
    return tuple(sorted(matches, key=lambda m: (m.is_manual, m.match_id)))


def _decision(text: str | None) -> Decision:
    return "confirmed" if text == "confirmed" else "rejected" if text == "rejected" else "proposed"
