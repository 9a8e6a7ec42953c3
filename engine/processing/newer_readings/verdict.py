"""Whether a newer reading may be accepted without a look at each value of it. Pure.

Precision goes before recall: only better is what adds sure values, makes sums hold, and takes
nothing away. A value that became another one is better only where printed sums prove it.
"""

from collections.abc import Callable
from typing import Final, Literal

from engine.processing.newer_readings.comparing import Differences, Document, ValueChange
from engine.records import BankDocument, ProofStatus

Verdict = Literal["same", "better", "look"]
"""Nothing differs; only better; a person should look."""

_SURE: Final = 0.75
"""Below it a value is doubtful, here as on the screens."""

_RANKS: Final[dict[ProofStatus, int]] = {"gaps": 0, "unproven": 1, "agrees": 2, "proven": 3}


def proof_of(document: Document) -> ProofStatus | None:
    """How far a statement's own arithmetic proves it; None of invoices."""
    return document.statement_info.proof.status if isinstance(document, BankDocument) else None


def verdict_of(
    found: Differences, old: Document, new: Document, *, is_in_use: bool
) -> tuple[Verdict, tuple[str, ...]]:
    """The verdict, and in sentences what asks for a look.

    ``is_in_use`` says that a reconciliation draws on the records.
    """
    reasons = tuple(_reasons(found, old, new, is_in_use=is_in_use))
    if reasons:
        return "look", reasons
    is_same = not (found.changes or found.checks) and proof_of(old) == proof_of(new)
    return ("same" if is_same else "better"), ()


def _reasons(found: Differences, old: Document, new: Document, *, is_in_use: bool) -> list[str]:
    changes = found.changes
    lost = _count(changes, lambda c: c.kind == "lost" and not c.is_proven)
    other = _count(changes, lambda c: c.kind == "changed" and not c.is_proven)
    rows = _count(changes, lambda c: c.kind in ("row_added", "row_gone") and not c.is_proven)
    doubtful = _count(
        changes,
        lambda c: c.kind == "found" and not c.is_proven and (c.confidence or 0.0) < _SURE,
    )
    failing = sum(not check.holds for check in found.checks)
    proofs = (proof_of(old), proof_of(new))
    told = [
        _told(lost, "value that was read is gone", "values that were read are gone"),
        _told(other, "value differs unproven", "values differ unproven"),
        _told(rows, "record came or went", "records came or went"),
        _told(doubtful, "new value is doubtful", "new values are doubtful"),
        _told(failing, "check that held fails now", "checks that held fail now"),
        _told(len(found.new_warnings), "warning is new", "warnings are new"),
    ]
    if proofs[0] and proofs[1] and _RANKS[proofs[1]] < _RANKS[proofs[0]]:
        told.append(f"It was {proofs[0]} and is {proofs[1]}.")
    if len(new.processing_info.failed_pages) > len(old.processing_info.failed_pages):
        told.append("More pages could not be read than before.")
    if is_in_use and any(change.kind != "found" for change in changes):
        told.append("A reconciliation draws on its records.")
    return [sentence for sentence in told if sentence]


def _count(changes: tuple[ValueChange, ...], holds: Callable[[ValueChange], bool]) -> int:
    return sum(map(holds, changes))


def _told(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}." if count else ""
