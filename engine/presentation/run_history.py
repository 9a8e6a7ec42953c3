"""The history of a run as sentences: who decided what about which match, and why."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from engine.records import AuditEntry

_WORDS: Final = {
    "run": "Matched by the engine",
    "confirm": "Accepted",
    "confirm many": "Accepted together",
    "would confirm": "Would have accepted",
    "reject": "Rejected",
    "reopen": "Taken back",
    "match": "Matched by hand",
    "undo": "Undone",
}
_ENTRY: Final = re.compile(r"audit_trail\[(\d+)\]")
_NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class RunStep:
    """One entry: what was done about ``about`` and ``why``; one undone stands no more."""

    at: datetime
    by: str
    what: str
    about: str
    why: str
    is_undone: bool


def run_steps(
    trail: Sequence[AuditEntry], title: Callable[[str], str | None]
) -> tuple[RunStep, ...]:
    """The newest entry first.

    Args:
        trail: Of one run.
        title: A match in words by its id; None where it is there no more.
    """
    undone = {number for entry in trail if (number := _undone(entry)) is not None}
    return tuple(
        _step(entry, trail, title, is_undone=number in undone)
        for number, entry in reversed(list(enumerate(trail)))
    )


def undo_words(entry: AuditEntry, title: Callable[[str], str | None]) -> str:
    """What undoing an entry would take back: "Accepted: Acme INV-1"."""
    return f"{_word(entry)}: {_about(entry, title)}"


def _undone(entry: AuditEntry) -> int | None:
    found = _ENTRY.fullmatch(entry.target) if entry.action == "undo" else None
    return int(found[1]) if found else None


def _step(
    entry: AuditEntry,
    trail: Sequence[AuditEntry],
    title: Callable[[str], str | None],
    *,
    is_undone: bool,
) -> RunStep:
    number = _undone(entry)
    source = trail[number] if number is not None and number < len(trail) else entry
    about = _about(source, title)
    if source is not entry:
        about = f"{_word(source)}: {about}"
    return RunStep(entry.at, entry.by, _word(entry), about, _why(entry), is_undone)


def _word(entry: AuditEntry) -> str:
    return _WORDS.get(entry.action, entry.action.capitalize())


def _about(entry: AuditEntry, title: Callable[[str], str | None]) -> str:
    if entry.action == "run":
        return ""
    ids = entry.target.split()
    names = [title(match_id) for match_id in ids[:_NAMED]]
    known = [name for name in names if name]
    if not known:
        return (entry.after or "").partition(": ")[0] if entry.action == "match" else ""
    more = len(ids) - len(known)
    return "; ".join(known) + (f" and {more:,} more" if more > 0 else "")


def _why(entry: AuditEntry) -> str:
    if entry.action == "match":
        return entry.after or ""
    return "" if entry.action in ("run", "undo") else (entry.after or "").partition(": ")[2]
