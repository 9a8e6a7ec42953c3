"""Why a match was proposed: one bar for each reason, for or against, with its evidence."""

from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

from engine.records import Reason

NAMES = {
    "amount": "Amount",
    "reference": "Reference",
    "name": "Name",
    "date": "Date",
    "habit": "Habit",
    "custom": "In these books",
    "limit": "Limit",
    "rivals": "Alternatives",
    "rule": "Your rule",
    "person": "By hand",
}

_HERE = Path(__file__).parent
_bars = st.components.v2.component(
    "matchbook_reason_bars",
    html='<div class="reasons" role="list" aria-label="Reasons"></div>',
    css=(_HERE / "reason_bars.css").read_text("utf-8"),
    js=(_HERE / "reason_bars.js").read_text("utf-8"),
)


def reason_bars(reasons: Sequence[Reason], *, readable: Callable[[str], str], key: str) -> None:
    """Draw ``reasons``; ``readable`` gives evidence without ids."""
    _bars(key=key, data={"reasons": bars_of(reasons, readable)})


def bars_of(
    reasons: Sequence[Reason], readable: Callable[[str], str]
) -> list[dict[str, str | float]]:
    """What each bar says.

    How much can be said at all (``limit``) is no reason of this match: it has no bar.
    """
    return [
        {
            "name": NAMES.get(reason.name, reason.name.capitalize()),
            "score": reason.score,
            "evidence": readable(reason.evidence),
        }
        for reason in reasons
        if reason.name != "limit"
    ]
