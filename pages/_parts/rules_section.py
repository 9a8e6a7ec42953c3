"""The user's own rules on the Reconcile screen: in order, on or off, written, tried, deleted."""

from collections.abc import Callable
from typing import Final

import msgspec
import streamlit as st

from engine.errors import MatchbookError
from engine.presentation import moment, plain
from engine.records.rule_words import conditions_words, treatment_words
from engine.services import StoredRule, services
from pages._parts.failures import keep_failure, say
from pages._parts.rule_editor import NEW, edited, open_editor, rule_editor, was_opened
from pages._parts.uploads import zone

_DELETED = "rules_deleted"
_CHANGES_SHOWN = 15
_DONE: Final = {
    "create": "wrote",
    "change": "changed",
    "enable": "switched on",
    "disable": "switched off",
    "move": "moved",
    "delete": "deleted",
    "restore": "brought back",
}


def rules_section() -> None:
    """Draw the section; it stays open once a rule was written or changed in this session."""
    rules = services().rules()
    title = f"Your rules · {len(rules)}" if rules else "Your rules"
    with st.expander(title, icon=":material/rule:", expanded=was_opened(), key="rules_section"):
        if rules:
            st.caption(
                "Asked from the top for every bank line of a new run; the first that holds decides."
            )
        elif edited() is None:
            _nothing_yet()
        for stored in rules:
            if edited() == stored.rule.rule_id:
                rule_editor(stored)
            else:
                _rule(stored, is_last=stored.position == len(rules))
        _undo()
        if edited() == NEW:
            rule_editor(None)
        elif edited() is None:
            with st.container(horizontal=True):
                st.button(
                    "Add a rule",
                    icon=":material/add:",
                    key="rules_add",
                    on_click=open_editor,
                    args=(NEW,),
                )
                _history()


def _nothing_yet() -> None:
    st.markdown(
        "A rule says what is to be done with bank lines that you know: set bank fees aside, tell "
        "whose a cryptic line is, take a small difference for a fee, or add up a day's invoices "
        "for one card payout. You can try it on past runs before it counts."
    )


def _rule(stored: StoredRule, *, is_last: bool) -> None:
    rule = stored.rule
    key = f"rule_{rule.rule_id}"
    with st.container(border=True, key=f"rules_row_{stored.position}"):
        text, actions = st.columns([1.4, 1], vertical_alignment="center")
        with text, st.container(gap=None):
            off = "" if rule.is_enabled else "  :gray-badge[off]"
            st.markdown(f"{stored.position} · **{plain(rule.name)}**{off}")
            holds = _capital(conditions_words(rule))
            st.caption(f"{plain(holds)} → {plain(treatment_words(rule.treatment))}")
        with (
            actions,
            st.container(
                horizontal=True, horizontal_alignment="right", vertical_alignment="center"
            ),
        ):
            st.toggle(
                "On",
                value=rule.is_enabled,
                key=f"{key}_on_{stored.row_version}",
                on_change=_switch,
                args=(stored,),
            )
            _button("Up", "arrow_upward", key, _move, (stored, -1), stored.position == 1)
            _button("Down", "arrow_downward", key, _move, (stored, 1), is_last)
            _button("Edit", "edit", key, open_editor, (rule.rule_id, len(rule.conditions)))
            _button("Delete", "delete", key, _delete, (stored,))


def _button(
    label: str,
    icon: str,
    key: str,
    act: Callable[..., None],
    args: tuple[object, ...],
    is_off: bool = False,
) -> None:
    st.button(
        label,
        icon=f":material/{icon}:",
        type="tertiary",
        key=f"{key}_{label.lower()}",
        on_click=act,
        args=args,
        disabled=is_off,
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _history() -> None:
    changes = services().rule_history()
    if not changes:
        return
    with st.popover("What was changed", icon=":material/history:", key="rules_history"):
        for change in changes[:_CHANGES_SHOWN]:
            st.caption(
                f"{moment(change.changed_at, zone())} · {plain(change.changed_by)} "
                f"{_DONE[change.action]} “{plain(change.rule.name)}”"
            )
        if len(changes) > _CHANGES_SHOWN:
            st.caption(f"{len(changes) - _CHANGES_SHOWN} earlier ones are kept.")


def _undo() -> None:
    deleted: StoredRule | None = st.session_state.get(_DELETED)
    if deleted is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="rules_undo"):
        st.markdown(f"“{plain(deleted.rule.name)}” was deleted.")
        st.button(
            "Undo", icon=":material/undo:", key="rules_undo_delete", on_click=_restore,
            args=(deleted,),
        )  # fmt: skip


def _switch(stored: StoredRule) -> None:
    turned = msgspec.structs.replace(stored.rule, is_enabled=not stored.rule.is_enabled)
    try:
        services().change_rule(turned, row_version=stored.row_version)
    except MatchbookError as error:
        keep_failure(error)


def _move(stored: StoredRule, steps: int) -> None:
    try:
        services().move_rule(stored.rule.rule_id, stored.position + steps)
    except MatchbookError as error:
        keep_failure(error)


def _delete(stored: StoredRule) -> None:
    try:
        services().delete_rule(stored.rule.rule_id)
    except MatchbookError as error:
        keep_failure(error)
    else:
        st.session_state[_DELETED] = stored


def _restore(deleted: StoredRule) -> None:
    st.session_state.pop(_DELETED, None)
    try:
        services().restore_rule(deleted.rule.rule_id)
    except MatchbookError as error:
        keep_failure(error)
    else:
        say("It is back where it was.", ":material/undo:")
