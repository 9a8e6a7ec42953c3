"""A form that reads like a table: one row per field with its value and its state.

Enter keeps a value and goes on to the next field that needs a look; Escape puts the old one back.
The row of a field that could not be kept says why and holds on to what was typed.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

import streamlit as st

_HERE = Path(__file__).parent
_table = st.components.v2.component(
    "matchbook_field_table",
    html='<div class="rows"></div>',
    css=(_HERE / "field_table.css").read_text("utf-8"),
    js=(_HERE / "field_table.js").read_text("utf-8"),
)

FieldState = Literal["sure", "doubtful", "failed", "changed", "missing", "empty"]


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


def field_table(fields: Sequence[Field], *, key: str, on_edit: Callable[[], None]) -> None:
    """Draw the fields; ``on_edit`` runs when one was changed and reads ``edit_of(key)``."""
    _table(key=key, data={"fields": [asdict(field) for field in fields]}, on_edit_change=on_edit)


def edit_of(key: str) -> tuple[str, str] | None:
    """(field key, text) of the change that the table ``key`` has just reported."""
    state: Any = st.session_state.get(key)
    edit = state.get("edit") if state else None
    if not isinstance(edit, dict):
        return None
    return str(edit.get("key", "")), str(edit.get("text", ""))
