"""What a newer reading of a file changes, as rows of a table. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, Protocol

from engine.presentation.conflict_rows import shown
from engine.presentation.history import target_text
from engine.presentation.text import percent

_WORDS: Final = {
    "found": "New",
    "lost": "Gone",
    "changed": "Other value",
    "row_added": "New record",
    "row_gone": "Record gone",
}


class ValueChange(Protocol):
    """A value, or a whole record, before and after."""

    @property
    def target(self) -> str: ...  # noqa: D102

    @property
    def kind(self) -> str: ...  # noqa: D102

    @property
    def before(self) -> Any: ...  # noqa: D102

    @property
    def after(self) -> Any: ...  # noqa: D102

    @property
    def confidence(self) -> float | None: ...  # noqa: D102

    @property
    def is_proven(self) -> bool: ...  # noqa: D102


class KeptWord(Protocol):
    """A value for which a person's word stands, and what the newer engine reads there."""

    @property
    def target(self) -> str: ...  # noqa: D102

    @property
    def value(self) -> Any: ...  # noqa: D102

    @property
    def read(self) -> Any: ...  # noqa: D102

    @property
    def agrees(self) -> bool: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change: where, what it is, both values, and how sure the newer one is."""

    target: str
    what: str
    before: str
    after: str
    sure: str


@dataclass(frozen=True, slots=True)
class KeptRow:
    """One value of a person: where, the value, what is read there, and whether that agrees."""

    target: str
    value: str
    read: str
    says: str


def change_rows(changes: Iterable[ValueChange]) -> tuple[ChangeRow, ...]:
    """A row for each change, in the order given."""
    return tuple(
        ChangeRow(
            target_text(one.target),
            _WORDS[one.kind],
            shown(one.before),
            shown(one.after),
            "Proven by sums" if one.is_proven else percent(_capped(one)),
        )
        for one in changes
    )


def kept_rows(kept: Iterable[KeptWord]) -> tuple[KeptRow, ...]:
    """A row for each value, those that the newer engine reads otherwise first."""
    return tuple(
        KeptRow(
            target_text(one.target),
            shown(one.value),
            shown(one.read),
            "Reads the same" if one.agrees else "Reads otherwise",
        )
        for one in sorted(kept, key=lambda one: one.agrees)
    )


def _capped(one: ValueChange) -> float | None:
    if one.after in (None, "") or one.confidence is None:
        return None
    return min(one.confidence, 0.99)
