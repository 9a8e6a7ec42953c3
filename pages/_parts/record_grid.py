"""Records as a table to edit, row by row: every cell is a field, with its place on the page.

What is typed goes to the engine as text, so amounts stay exact and an unclear date is refused.
Arrow keys walk through the rows; Alt and an arrow visits only those that need a look.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

import streamlit as st

from engine.presentation.fields import FieldState
from pages._parts.field_table import Offer

_HERE = Path(__file__).parent
_grid = st.components.v2.component(
    "matchbook_record_grid",
    html=(_HERE / "record_grid.html").read_text("utf-8"),
    css="\n".join(
        (_HERE / name).read_text("utf-8") for name in ("state_chip.css", "record_grid.css")
    ),
    js="\n".join((_HERE / name).read_text("utf-8") for name in ("state_chip.js", "record_grid.js")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column; ``width`` in em. A fixed one cannot be typed into; a choice has ``options``."""

    key: str
    label: str
    width: float = 7.0
    kind: Literal["text", "fixed", "choice"] = "text"
    numeric: bool = False
    options: tuple[tuple[str, str], ...] = ()
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """One record.

    Attributes:
        key: names the record, and the box on the page around all of it.
        cells: what each column shows; for a choice, one of its options' keys.
        state: what to think of it; None draws no state.
        word: the state in a word; ``note`` says it in a sentence.
        boxes: the box on the page of single cells, by column.
        marks: the states of single cells that need a look or were changed, by column.
        titles: what a cell says on hover, such as what was first read there.
        errors: why what was typed into a cell was not kept, by column.
        mends: what would make a failed check hold; an offer's text is "column=value".
    """

    key: str
    cells: Mapping[str, str]
    state: FieldState | None = None
    word: str = ""
    note: str = ""
    boxes: Mapping[str, str] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    mends: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """A button over the table. ``key`` is the letter that does it together with Alt.

    ``takes`` is how many rows it needs: those that are ticked, or else the one in hand.
    """

    name: str
    label: str
    key: str = ""
    takes: Literal["none", "one", "some", "several"] = "one"
    help: str = ""


@dataclass(frozen=True, slots=True)
class GridEvent:
    """What a person did: typed into a cell, took an action, or asked for a box that is not here."""

    kind: Literal["typed", "action", "pick", "open"]
    rows: tuple[str, ...] = ()
    column: str = ""
    text: str = ""


def record_grid(
    columns: Sequence[Column],
    rows: Sequence[GridRow],
    *,
    key: str,
    label: str,
    on_event: Callable[[], None],
    actions: Sequence[Action] = (),
    active: str | None = None,
    footer: Mapping[str, str] | None = None,
    readonly: bool = False,
    empty: str = "Nothing here.",
    opens: bool = False,
) -> None:
    """Draw the table.

    Args:
        columns: from left to right.
        rows: from top to bottom; a few hundred at most.
        key: of the component; ``grid_event(key)`` tells what was done.
        label: what the table is called, for those who cannot see it.
        on_event: called when a person did something.
        actions: buttons over the table.
        active: key of the row to show and highlight; it counts when it changes.
        footer: what a last row says, by column.
        readonly: nothing can be typed and no action taken.
        empty: said in place of rows.
        opens: Enter and a double click open a row.
    """
    _grid(
        key=key,
        data={
            "columns": [asdict(column) for column in columns],
            "rows": [asdict(row) for row in rows],
            "label": label,
            "actions": [] if readonly else [asdict(action) for action in actions],
            "active": active,
            "footer": dict(footer or {}),
            "readonly": readonly,
            "empty": empty,
            "opens": opens,
        },
        on_event_change=on_event,
    )


def grid_event(key: str) -> GridEvent | None:
    """What the table ``key`` has just reported."""
    state: Any = st.session_state.get(key)
    event = state.get("event") if state else None
    if not isinstance(event, dict) or event.get("kind") not in ("typed", "action", "pick", "open"):
        return None
    return GridEvent(
        event["kind"],
        tuple(str(row) for row in event.get("rows", ())),
        str(event.get("column", "")),
        str(event.get("text", "")),
    )
