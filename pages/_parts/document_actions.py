"""One word on many documents: what it would do is shown first, and it can be taken back."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import pandas as pd
import streamlit as st

from engine.access import Permission
from engine.presentation import UNKNOWN, counted, plain, sums
from engine.services import BulkAction, BulkPreview, BulkResult, ChosenUpload, services
from pages._parts.document_table import reason_of
from pages._parts.failures import say
from pages._parts.session import may
from pages._parts.tables import as_percentage, confidence_column, money_column, with_money
from pages._parts.work.asking import ask_whom
from pages._parts.work.assigning import forget_given, given, is_team, undo_given

MOST_AT_ONCE: Final = 1_000
"""What a person looks at before they say one word on all of it."""

_PLAN: Final = "documents_plan"
_RESULT: Final = "documents_result"


class Saying(NamedTuple):
    """How an action is called, before and after, and what its dialog says of it."""

    verb: str
    done: str
    icon: str
    shortcut: str
    meaning: str


ACTIONS: Final[Mapping[BulkAction, Saying]] = {
    "confirm": Saying(
        "Confirm", "confirmed", ":material/check:", "A", "What was read of them counts as right."
    ),
    "retry": Saying(
        "Read again",
        "being read again",
        ":material/refresh:",
        "G",
        "Pages that were read come from the cache; the others are read once more.",
    ),
    "delete": Saying(
        "Delete",
        "deleted",
        ":material/delete:",
        "D",
        "They go into the bin, from where they can be restored.",
    ),
}


NEEDED: Final[Mapping[BulkAction, Permission]] = {
    "confirm": Permission.DECIDE,
    "retry": Permission.DECIDE,
    "delete": Permission.DELETE,
}


def action_bar(chosen: Sequence[str], found: int) -> bool:
    """Draw the bar under the list; whether all that was found is to be chosen instead."""
    result: BulkResult | None = st.session_state.get(_RESULT)
    if preview := st.session_state.get(_PLAN):
        look(preview)
    if not chosen and result is None and given() is None:
        return False
    wants_all = wants_whom = False
    with st.bottom, st.container(horizontal=True, vertical_alignment="center", key="documents_bar"):
        if chosen:
            st.markdown(f"**{counted(len(chosen), 'document')}** chosen", width="content")
            for action, saying in ACTIONS.items():
                if not may(NEEDED[action]):
                    continue
                st.button(
                    f"{saying.verb} …",
                    icon=saying.icon,
                    shortcut=saying.shortcut,
                    key=f"documents_{action}",
                    type="primary" if action == "confirm" else "secondary",
                    on_click=plan,
                    args=(action, tuple(chosen)),
                )
            if is_team() and may(Permission.DECIDE):
                wants_whom = st.button(
                    "Assign …",
                    icon=":material/person_add:",
                    shortcut="I",
                    key="documents_assign",
                )
            if len(chosen) < found <= MOST_AT_ONCE:
                wants_all = st.button(f"Choose all {found:,}", key="documents_all", type="tertiary")
        st.space("stretch")
        if given() is not None:
            undo_given()
        elif result is not None:
            _undo_button(result)
    if wants_whom:
        ask_whom(chosen, f"**{counted(len(chosen), 'document')}**")
    return wants_all


def plan(action: BulkAction, chosen: Sequence[str]) -> None:
    """Have the next drawing show what an action would do."""
    st.session_state[_PLAN] = services().preview_action(action, chosen)


def _drop_plan() -> None:
    st.session_state[_PLAN] = None


def _undo_button(result: BulkResult) -> None:
    saying = ACTIONS[result.action]
    st.caption(f"{counted(len(result.done), 'document')} {saying.done}", width="content")
    if st.button("Undo", icon=":material/undo:", shortcut="U", key="documents_undo"):
        undone = services().take_back_action(result)
        st.session_state[_RESULT] = None
        _tell(undone, f"{counted(len(undone.done), 'document')} as before", ":material/undo:")
        forget_choice()
        st.rerun()


@st.dialog("Look before you go on", width="large", on_dismiss=_drop_plan)
def look(preview: BulkPreview) -> None:
    """What the action would do, what is least sure first; one button does it."""
    saying, possible = ACTIONS[preview.action], preview.possible
    if possible:
        amounts = sums((one.amount, one.currency) for one in possible if one.kind == "invoice")
        total = f" · invoices of {amounts}" if amounts != UNKNOWN else ""
        st.markdown(f"**{saying.verb} {counted(len(possible), 'document')}**{total}")
        st.caption(saying.meaning)
        if preview.action == "confirm" and preview.doubtful:
            st.warning(
                f"{counted(len(preview.doubtful), 'document')} of them "
                f"{'needs' if len(preview.doubtful) == 1 else 'need'} a person; they stand first.",
                icon=":material/person_alert:",
            )
        _table(possible)
    else:
        st.info("This can be done to none of the documents chosen.", icon=":material/block:")
    for one in preview.impossible[:5]:
        st.caption(f":material/block: {plain(one.file_name)}: {plain(one.why_not)}")
    if len(preview.impossible) > 5:
        st.caption(f"and {counted(len(preview.impossible) - 5, 'more document')} left as they are")
    go, leave = st.columns(2)
    if go.button(
        f"{saying.verb} {counted(len(possible), 'document')}",
        type="primary",
        icon=saying.icon,
        disabled=not possible,
        shortcut="Ctrl+Enter",
        width="stretch",
        key="documents_do",
    ):
        _carry_out(preview)
    if leave.button("Leave them as they are", width="stretch", key="documents_leave"):
        _drop_plan()
        st.rerun()


def _carry_out(preview: BulkPreview) -> None:
    bar = st.progress(0.0, text="Working …")
    number = len(preview.possible)

    def draw(done: int) -> None:
        bar.progress(done / number, text=f"{done:,} of {number:,}")

    result = services().carry_out_action(preview, on_progress=draw)
    _drop_plan()
    forget_given()
    st.session_state[_RESULT] = result if result.done else None
    saying = ACTIONS[result.action]
    _tell(result, f"{counted(len(result.done), 'document')} {saying.done}", saying.icon)
    forget_choice()
    st.rerun()


def _tell(result: BulkResult, message: str, icon: str) -> None:
    if result.done:
        say(message, icon)
    st.session_state["documents_left"] = [
        f"{plain(failed.file_name)}: {plain(failed.message)}" for failed in result.failed
    ]


def show_left() -> None:
    """Say once what could not be done, and why."""
    left = st.session_state.pop("documents_left", None)
    if left:
        more = f"  \nand {len(left) - 5:,} more" if len(left) > 5 else ""
        st.warning(
            f"{counted(len(left), 'document')} left as they are:  \n"
            + "  \n".join(left[:5])
            + more,
            icon=":material/warning:",
        )


def forget_choice() -> None:
    """Have the table begin with nothing chosen."""
    st.session_state["documents_round"] = st.session_state.get("documents_round", 0) + 1
    st.session_state["documents_chosen"] = None


def _table(chosen: Sequence[ChosenUpload]) -> None:
    frame = pd.DataFrame(
        {
            "file": [one.file_name for one in chosen],
            "party": [one.party for one in chosen],
            "amount": [one.amount for one in chosen],
            "currency": [one.currency for one in chosen],
            "confidence": [as_percentage(one.confidence) for one in chosen],
            "reason": [reason_of(one.reason) for one in chosen],
        }
    )
    st.dataframe(
        with_money(frame, {"amount": "currency"}),
        hide_index=True,
        height="auto" if len(chosen) < 8 else 290,
        column_config={
            "file": st.column_config.TextColumn("File", width=190),
            "party": st.column_config.TextColumn("Vendor or bank", width=130),
            "amount": money_column("Amount", width=110),
            "confidence": confidence_column(width=100),
            "reason": st.column_config.TextColumn("Why it needs a person", width=220),
        },
        placeholder=UNKNOWN,
        alt="Documents that the action would change",
    )
