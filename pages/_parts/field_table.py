"""A form that reads like a table: one row per field with its value, its state and its evidence.

Enter keeps a value, says that it was looked at, and goes on to the next field that needs a look;
Escape puts the old one back. The row of a field that could not be kept says why and holds on to
what was typed. Under a value stand its piece of the page, what it was first read as, and what else
it may be.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

import streamlit as st

from engine.presentation.fields import FieldState

_HERE = Path(__file__).parent
_table = st.components.v2.component(
    "matchbook_field_table",
    html='<div class="rows"></div>',
    css="\n".join(
        (_HERE / name).read_text("utf-8") for name in ("state_chip.css", "field_table.css")
    ),
    js="\n".join((_HERE / name).read_text("utf-8") for name in ("state_chip.js", "field_table.js")),
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a page (1-based); the corners are fractions of the page, from its top left."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Offer:
    """A value that can be taken by one click or key: ``text`` is what is typed then."""

    label: str
    text: str
    reason: str = ""
    place: Spot | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One row.

    Attributes:
        key: names the field, and the box on the page that belongs to it.
        label: what people call it.
        value: the text shown; for a choice, one of the options' keys.
        state: what to think of the value; ``word`` says it in a word, ``note`` in a sentence.
        options: (key, label) pairs when only these can be chosen.
        numeric: align to the right.
        typed: what a person typed that could not be kept, with the ``error`` it met.
        place: where the value is printed.
        original: what was read there first, when that is not the value any more.
        mends: values that would make a failed check hold.
        alternatives: other values that the page prints.
        reasons: why the value is as sure as it is.
        repeats: its note stands at a row above already, so it is shown in hand only.
    """

    key: str
    label: str
    value: str
    state: FieldState
    word: str
    note: str = ""
    options: tuple[tuple[str, str], ...] = ()
    numeric: bool = False
    readonly: bool = False
    typed: str | None = None
    error: str | None = None
    place: Spot | None = None
    original: str | None = None
    mends: tuple[Offer, ...] = ()
    alternatives: tuple[Offer, ...] = ()
    reasons: tuple[str, ...] = ()
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class FieldEvent:
    """What a person did in the table.

    typed: ``text`` stands in the field ``key`` now; seen: they looked at its value and left it.
    """

    kind: Literal["typed", "seen"]
    key: str = ""
    text: str = ""


def field_table(
    fields: Sequence[Field],
    *,
    key: str,
    record: str,
    pages_url: str,
    on_event: Callable[[], None],
    on_done: Callable[[], None] | None = None,
) -> None:
    """Draw the fields.

    Args:
        fields: the rows, in their order.
        key: of the component; ``event_of(key)`` tells what was done.
        record: whose fields they are; with another one the cursor goes to the first open field.
        pages_url: address of the page images, up to the page's number.
        on_event: called when a person did something.
        on_done: called when they went past the last field that needs a look.
    """
    _table(
        key=key,
        data={"fields": [asdict(field) for field in fields], "record": record, "url": pages_url},
        on_edit_change=on_event,
        # What was typed last and going past it come together: each has a name of its own.
        on_done_change=on_done or (lambda: None),
    )


def event_of(key: str) -> FieldEvent | None:
    """What the table ``key`` has just reported."""
    state: Any = st.session_state.get(key)
    edit = state.get("edit") if state else None
    if not isinstance(edit, dict):
        return None
    name = str(edit.get("key", ""))
    if edit.get("seen"):
        return FieldEvent("seen", name)
    return FieldEvent("typed", name, str(edit.get("text", "")))
