"""What is accepted without a person: the policy, what it would do to the run, how it fared."""

from dataclasses import replace
from decimal import Decimal
from typing import Final, cast

import streamlit as st

from engine.access import Permission
from engine.errors import MatchbookError
from engine.presentation import counted, moment, money, number, percent, plain
from engine.services import (
    AutoMode,
    AutoPlan,
    AutoPolicy,
    AutoRecord,
    caps_words,
    read_caps,
    record_of,
    services,
)
from pages._parts.failures import keep_failure, say, show_failure
from pages._parts.run_view import load_run
from pages._parts.session import person_of_session
from pages._parts.uploads import zone

_MODES: Final = {
    "off": "Off",
    "shadow": "Shadow",
    "on": "On",
}
_MEANS: Final = {
    "off": "Every match waits for a person.",
    "shadow": "Nothing is accepted. The history of each new run says what would have been.",
    "on": "New runs accept what fits below, decided by “automatic”, as one step that Undo takes "
    "back.",
}
_CHANGES: Final = 5


def automatic_section(reconciliation_id: str) -> None:
    """Draw the section."""
    now = services().automatic_policy()
    title = f"Automatic acceptance · {_MODES[now.mode].lower()}"
    with st.expander(title, icon=":material/auto_mode:", key="automatic_section"):
        wanted = _form(now)
        if wanted is None:
            return
        _preview(reconciliation_id, wanted)
        _record(record_of(load_run(reconciliation_id).row.document))
        st.button(
            "Keep this",
            type="primary",
            icon=":material/check:",
            key="automatic_keep",
            disabled=wanted == now or not person_of_session().may(Permission.RULES),
            on_click=_keep,
            args=(wanted,),
        )
        _history()


def _form(now: AutoPolicy) -> AutoPolicy | None:
    mode = st.segmented_control(
        "Mode",
        list(_MODES),
        format_func=_MODES.__getitem__,
        default=now.mode,
        required=True,
        key="automatic_mode",
        label_visibility="collapsed",
    )
    st.caption(_MEANS[mode or "off"])
    sure, earned, caps = st.columns([1.4, 1, 1.6], vertical_alignment="bottom")
    least = sure.slider(
        "At least this sure", 90.0, 99.9, 100 * now.least, 0.1, "%.1f%%", key="automatic_least"
    )
    count = earned.number_input(
        "Earned by",
        1,
        1000,
        now.earned,
        key="automatic_earned",
        help="So many proposals of a party must have been confirmed by people since one was last "
        "rejected.",
    )
    text = caps.text_input(
        "Up to, by currency",
        caps_words(now.caps),
        placeholder="EUR 1000, USD 1200",
        key="automatic_caps",
        help="Matches of more, or in a currency that is not named, wait for a person.",
    )
    try:
        limits = read_caps(text)
    except MatchbookError as error:
        show_failure(error)
        return None
    wanted = AutoPolicy(
        mode=cast(AutoMode, mode or "off"),
        least=round(least / 100, 4),
        earned=int(count),
        caps=limits,
    )
    return now if _is_same(wanted, now) else wanted


def _is_same(one: AutoPolicy, other: AutoPolicy) -> bool:
    return replace(one, caps={}) == replace(other, caps={}) and dict(one.caps) == dict(other.caps)


def _preview(reconciliation_id: str, policy: AutoPolicy) -> None:
    if not policy.caps:
        st.caption("Say up to which amounts to see what it would accept.")
        return
    store = services().store
    plan = _plan(str(store.database_path), store.shown_version(), reconciliation_id, policy)
    total = ", ".join(money(amount, code or None) for code, amount in plan.sums.items())
    count = counted(len(plan.matches), "proposal", "proposals")
    st.markdown(f"Of this run it would accept **{count}**{f' ({total})' if total else ''}.")
    left = [
        f"{number(found)} {why}"
        for found, why in (
            (plan.not_earned, "of parties that have not earned it"),
            (plan.over_cap, "above the largest amount"),
            (plan.different, "not settled to the cent"),
        )
        if found
    ]
    if left:
        st.caption(f"As sure, but left for a person: {', '.join(left)}. Ties are never accepted.")


@st.cache_resource(max_entries=8, ttl="1h", show_spinner=False, hash_funcs={AutoPolicy: repr})
def _plan(database: str, version: int, reconciliation_id: str, policy: AutoPolicy) -> AutoPlan:
    del database, version  # what the answer depends on
    return services().plan_automatic(reconciliation_id, policy)


def _record(found: AutoRecord) -> None:
    """How the choices that were made for this run fared."""
    if found.shadowed:
        known = found.agreed + found.rejected
        share = f", {percent(found.agreed / known)} right so far" if known else ""
        st.markdown(
            f"In the shadow: **{number(found.shadowed)}** would have been accepted. People "
            f"confirmed {number(found.agreed)}, rejected {number(found.rejected)}, "
            f"{number(found.waiting)} wait{share}."
        )
    if found.confirmed or found.taken_back:
        st.markdown(
            f"Accepted automatically: **{number(found.confirmed)}**, "
            f"taken back {number(found.taken_back)}."
        )


def _history() -> None:
    for choice in services().automatic_history()[:_CHANGES]:
        value = choice.value or {}
        caps = caps_words({code: Decimal(cap) for code, cap in value.get("caps", {}).items()})
        st.caption(
            plain(
                f"{moment(choice.chosen_at, zone())}, {choice.chosen_by}: "
                f"{_MODES[value.get('mode', 'off')].lower()}, from {value.get('least', 0):.1%} on, "
                f"{value.get('earned')} earned, up to {caps or 'nothing'}"
            )
        )


def _keep(policy: AutoPolicy) -> None:
    try:
        services().choose_automatic_policy(policy)
    except MatchbookError as error:
        keep_failure(error)
    else:
        say(f"Automatic acceptance: {_MODES[policy.mode].lower()}.", ":material/auto_mode:")
