"""The form in which a rule is written: its name, its conditions, what is done, and a trial."""

import streamlit as st

from engine.errors import InvalidInputError, MatchbookError
from engine.records import MatchingRule
from engine.services import StoredRule, services
from pages._parts.failures import say, show_failure
from pages._parts.rule_condition_row import condition_row
from pages._parts.rule_preview_table import preview_table
from pages._parts.rule_treatment_form import treatment_form

NEW = "new"
_EDITED = "rules_edited"
_OPENED = "rules_opened"
_ROWS = "rules_rows"
_TRIED = "rules_tried"


def edited() -> str | None:
    """The id of the rule that is open in the form, ``NEW``, or None."""
    return st.session_state.get(_EDITED)


def was_opened() -> bool:
    """Whether the form was open before in this session."""
    return _OPENED in st.session_state


def open_editor(rule_id: str, conditions: int = 1) -> None:
    """Open the form for a rule, or for a new one; fields begin as the rule is stored."""
    st.session_state[_EDITED] = rule_id
    st.session_state[_OPENED] = st.session_state.get(_OPENED, 0) + 1
    st.session_state[_ROWS] = list(range(conditions))
    st.session_state.pop(_TRIED, None)


def open_editor_for(description: str) -> None:
    """Open the form for a new rule about lines like this one; nothing is stored by that."""
    open_editor(NEW)
    opened = st.session_state[_OPENED]
    st.session_state[f"rule_{opened}_0_memo_contains_text"] = _steady_words(description)


def _steady_words(description: str) -> str:
    """The first words that have no digits, which other lines of the kind will have too."""
    words: list[str] = []
    for word in description.split():
        if not any(letter.isdigit() for letter in word):
            words.append(word)
        elif words:
            break
    return " ".join(words[:5]) or description.strip()[:60]


def close_editor() -> None:
    """Close the form; what was not saved is gone."""
    st.session_state.pop(_EDITED, None)
    st.session_state.pop(_TRIED, None)


def rule_editor(stored: StoredRule | None) -> None:
    """Draw the form for a stored rule, or for a new one."""
    key = f"rule_{st.session_state[_OPENED]}"
    began = stored.rule if stored else None
    with st.container(border=True, key="rule_editor"):
        st.markdown("**Change the rule**" if began else "**New rule**")
        name = st.text_input(
            "Name",
            value=began.name if began else "",
            max_chars=80,
            placeholder="Card payouts",
            key=f"{key}_name",
            help="Matches that the rule makes say this name.",
        )
        st.caption("It is about bank lines for which all of this holds:")
        rows: list[int] = st.session_state[_ROWS]
        made = []
        for row in rows:
            fields, remove = st.columns([12, 1], vertical_alignment="center")
            initial = began.conditions[row] if began and row < len(began.conditions) else None
            with fields:
                made.append(condition_row(f"{key}_{row}", initial))
            remove.button(
                "Remove",
                icon=":material/close:",
                type="tertiary",
                key=f"{key}_{row}_remove",
                on_click=_remove,
                args=(row,),
                disabled=len(rows) == 1,
                help="Remove this condition",
            )
        st.button(
            "Add a condition", icon=":material/add:", type="tertiary", key=f"{key}_add",
            on_click=_add,
        )  # fmt: skip
        treatment = treatment_form(key, began.treatment if began else None)
        with st.container(horizontal=True):
            saves = st.button(
                "Save rule", type="primary", icon=":material/check:", key=f"{key}_save"
            )
            tries = st.button(
                "Try it on past runs",
                icon=":material/science:",
                key=f"{key}_try",
                help="Shows what it would have done. Nothing is stored.",
            )
            st.button("Cancel", key=f"{key}_cancel", on_click=close_editor)
        try:
            if saves or tries:
                rule = MatchingRule(
                    name=" ".join(name.split()) or _nameless(tries),
                    conditions=tuple(condition() for condition in made),
                    treatment=treatment(),
                    is_enabled=began.is_enabled if began else True,
                    rule_id=began.rule_id if began else "",
                )
                if saves:
                    _save(rule, stored)
                with st.spinner("Matching past runs with it and without …"):
                    st.session_state[_TRIED] = services().preview_rule(rule)
        except MatchbookError as error:
            st.session_state.pop(_TRIED, None)
            show_failure(error)
        if _TRIED in st.session_state:
            preview_table(st.session_state[_TRIED])


def _nameless(is_tried: bool) -> str:
    if is_tried:
        return "New rule"
    raise InvalidInputError("The rule has no name.", "Call it by what it is about.")


def _save(rule: MatchingRule, stored: StoredRule | None) -> None:
    if stored is None:
        services().create_rule(rule)
    else:
        services().change_rule(rule, row_version=stored.row_version)
    close_editor()
    say("Saved. Runs made from now on follow it.", ":material/rule:")
    st.rerun()


def _add() -> None:
    rows = st.session_state[_ROWS]
    st.session_state[_ROWS] = [*rows, max(rows) + 1]


def _remove(row: int) -> None:
    st.session_state[_ROWS] = [other for other in st.session_state[_ROWS] if other != row]
