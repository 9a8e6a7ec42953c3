"""One field of a record as a reviewer sees it: its text, what to think of it, and why.

And back: a record with the field set to what was typed. What fields there are is said by the
``Spec`` lists of ``invoice_fields`` and ``statement_fields``.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, Literal

from engine.errors import InvalidInputError
from engine.presentation.entry import typed_amount, typed_currency, typed_date, typed_text
from engine.presentation.text import amount, counted, day, percent
from engine.records import SEEN, Correction, Learned, Provenance

FieldState = Literal["sure", "seen", "doubtful", "failed", "changed", "missing", "empty"]
FieldKind = Literal["text", "date", "amount", "percentage", "days", "currency", "choice"]

DOUBT_BELOW: Final = 0.75
"""A value read with less confidence than this needs a look."""

NEEDS_A_LOOK: Final[frozenset[FieldState]] = frozenset({"doubtful", "failed", "missing"})

STATE_WORDS: Final[Mapping[FieldState, str]] = {
    "sure": "Sure",
    "seen": "Looked at",
    "doubtful": "Doubtful",
    "failed": "Check failed",
    "changed": "Changed",
    "missing": "Not found",
    "empty": "None",
}

_PAGE_SOURCES: Final = frozenset({"text", "ocr"})
"""Sources of values that memory can have chosen; others came after it and replaced its value."""

_SOURCES: Final = {"ocr": " by OCR", "xml": " in the file's own data", "llm": " by a model"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """What a field is. A check whose sentence has one of ``words`` speaks about this field."""

    key: str
    label: str
    kind: FieldKind = "text"
    is_needed: bool = False
    options: tuple[tuple[str, str], ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """``text`` is the value as shown, empty when unknown; ``note`` a sentence, or empty.

    ``place`` is where the value is printed; ``original`` is what was read first where a person
    changed that since, empty where nothing was read.
    """

    key: str
    label: str
    kind: FieldKind
    text: str
    state: FieldState
    note: str
    options: tuple[tuple[str, str], ...] = ()
    place: Provenance | None = None
    original: str | None = None


def row_of(
    spec: Spec,
    value: Any,
    currency: str | None,
    provenance: Provenance | None,
    checks: Iterable[str],
    learned: Learned | None = None,
    correction: Correction | None = None,
) -> FieldRow:
    """The row of one field whose record has these failed ``checks``.

    ``learned`` is the memory that the value comes from, if it does; ``correction`` is what a person
    changed in it.
    """
    text = _shown(spec.kind, value, currency)
    check = next((c for c in checks if any(word in c.casefold() for word in spec.words)), None)
    state = state_of(text, provenance, is_needed=spec.is_needed, has_failed=check is not None)
    return FieldRow(
        key=spec.key,
        label=spec.label,
        kind=spec.kind,
        text=text,
        state=state,
        note=_note(state, provenance, check, learned),
        options=spec.options,
        place=provenance if provenance is not None and provenance.bbox is not None else None,
        original=_first_read(spec.kind, correction, currency) if correction else None,
    )


def _first_read(kind: FieldKind, correction: Correction, currency: str | None) -> str:
    """What stood in the field before a person changed it, as the screens write it."""
    before = correction.before
    if not before:
        return ""
    try:
        if kind == "amount":
            return amount(Decimal(before), currency)
        return day(dt.date.fromisoformat(before)) if kind == "date" else before
    except (ArithmeticError, ValueError):
        return before


def state_of(
    text: str, provenance: Provenance | None, *, is_needed: bool, has_failed: bool
) -> FieldState:
    """What to think of a value: a person's word stands above every check."""
    if provenance is not None and provenance.source == "user":
        return "seen" if provenance.note == SEEN else "changed"
    if not text:
        return "missing" if is_needed else "empty"
    if has_failed:
        return "failed"
    if provenance is not None and provenance.confidence < DOUBT_BELOW:
        return "doubtful"
    return "sure"


def typed_value(spec: Spec, text: str, currency: str | None) -> Any:
    """What ``text`` means in the field; None when it is empty.

    Raises:
        InvalidInputError: it is no value of that field.
    """
    parsers: Mapping[FieldKind, Callable[[], Any]] = {
        "text": lambda: typed_text(text),
        "date": lambda: typed_date(text),
        "amount": lambda: typed_amount(text, currency),
        "percentage": lambda: typed_amount(text),
        "days": lambda: _typed_days(text),
        "currency": lambda: typed_currency(text),
        "choice": lambda: _chosen(spec, text),
    }
    return parsers[spec.kind]()


def _shown(kind: FieldKind, value: Any, currency: str | None) -> str:
    if value is None:
        return ""
    if kind == "amount":
        return amount(value, currency)
    return day(value) if kind == "date" else str(value)


def _note(
    state: FieldState,
    provenance: Provenance | None,
    failed_check: str | None,
    learned: Learned | None,
) -> str:
    """Why the field is in its state, quoting the page or earlier corrections."""
    if state == "failed" and failed_check:
        return failed_check
    if state == "missing":
        return "Needed, but not found on the page."
    if learned is not None and (provenance is None or provenance.source in _PAGE_SOURCES):
        return _learned_from(learned)
    if provenance is not None and state == "seen":
        return SEEN
    if provenance is None or not provenance.text or state not in ("changed", "doubtful"):
        return ""
    said = f"The page says “{provenance.text}”"
    if state == "changed":
        return f"{said}."
    how = _SOURCES.get(provenance.source, "")
    return f"{said}, read{how} with {percent(provenance.confidence)} confidence."


def _learned_from(learned: Learned) -> str:
    """What a value owes to earlier corrections, and what would stand there without them."""
    source = f"Learned from {counted(learned.corrections, 'correction')} of this vendor"
    if learned.instead_of is None:
        return f"{source}; nothing was read there before."
    return f"{source}, instead of “{learned.instead_of}”."


def _typed_days(text: str) -> int | None:
    value: Decimal | None = typed_amount(text)
    if value is None:
        return None
    if value != value.to_integral_value() or value < 0:
        raise InvalidInputError(f"“{text.strip()}” is not a number of days.", "Write it as 14.")
    return int(value)


def _chosen(spec: Spec, text: str) -> str:
    if text not in dict(spec.options):
        raise InvalidInputError(f"“{text}” is no choice for {spec.label.lower()}.")
    return text
