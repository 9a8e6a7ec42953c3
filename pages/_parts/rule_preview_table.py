"""What a rule would have done to past runs: figures with it and without, and the lines."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

import pandas as pd
import streamlit as st

from engine.presentation import UNKNOWN, counted, moment, plain, sums
from engine.services import LineState, RulePreview, RunPreview, Tally
from pages._parts.tables import money_column, with_money
from pages._parts.uploads import zone

_STATES: Final[Mapping[str, str]] = {
    "matched": "Matched",
    "to_look_at": "To look at",
    "set_aside": "Set aside",
    "open": "Open",
}
_INVOICES_NAMED = 4


def preview_table(preview: RulePreview) -> None:
    """Draw the preview that the services gave."""
    if not preview.runs:
        st.info(
            "There is no past run to try it on. Reconcile once, then try the rule.",
            icon=":material/science:",
        )
        return
    decided = sum(run.decided for run in preview.runs)
    changed = sum(run.changed for run in preview.runs)
    shadowed = sum(run.shadowed for run in preview.runs)
    st.markdown(_headline(decided, changed, len(preview.runs)))
    notes = []
    if shadowed:
        are = "is" if shadowed == 1 else "are"
        notes.append(f"{counted(shadowed, 'more line')} {are} decided by earlier rules.")
    if preview.runs_left_out:
        notes.append(f"{counted(preview.runs_left_out, 'older run')} left out.")
    if notes:
        st.caption(plain(" ".join(notes)))
    if decided:
        _figures(preview.runs)
        _lines(preview.runs)


def _headline(decided: int, changed: int, runs: int) -> str:
    over = f"the files of {counted(runs, 'past run')}"
    if not decided:
        return f"No bank line in {over} falls under it."
    falls = "falls" if decided == 1 else "fall"
    change = "and none would stand elsewhere than without it"
    if changed:
        change = f"**{counted(changed, 'line')}** would stand elsewhere than without it"
    return f"In {over} **{counted(decided, 'bank line')}** {falls} under it, {change}."


def _figures(runs: tuple[RunPreview, ...]) -> None:
    figures: Mapping[str, Callable[[Tally], str]] = {
        "Matched": lambda tally: str(tally.matched),
        "To look at": lambda tally: str(tally.partial),
        "Open invoices": lambda tally: str(tally.unmatched_invoices),
        "Open bank lines": lambda tally: str(tally.unmatched_lines - tally.set_aside_lines),
        "Set aside": lambda tally: str(tally.set_aside_lines),
        "Sum matched": lambda tally: _sum(tally.amounts),
    }
    rows = [
        {
            "Run": moment(run.run_at, zone()),
            "Lines under it": str(run.decided),
            **{name: _step(of(run.without), of(run.with_rule)) for name, of in figures.items()},
        }
        for run in runs
    ]
    st.dataframe(
        pd.DataFrame(rows),
        hide_index=True,
        column_config={name: st.column_config.TextColumn(name) for name in figures},
        key="rule_preview_figures",
        alt="Past runs without the rule and with it",
    )


def _step(before: str, after: str) -> str:
    return before if before == after else f"{before} → {after}"


def _sum(amounts: Mapping[str, Decimal]) -> str:
    return sums((amount, code or None) for code, amount in amounts.items()) or UNKNOWN


def _lines(runs: tuple[RunPreview, ...]) -> None:
    rows = [
        {
            "date": change.line.date,
            "amount": change.line.amount,
            "currency": change.line.currency,
            "words": change.line.description,
            "then": _stands(change.then),
            "now": _stands(change.now),
        }
        for run in runs
        for change in run.lines
    ]
    st.dataframe(
        with_money(pd.DataFrame(rows), {"amount": "currency"}),
        hide_index=True,
        placeholder=UNKNOWN,
        height=min(33 * len(rows) + 36, 400),
        column_config={
            "date": st.column_config.DateColumn("Date", format="D MMM YYYY", width=95),
            "amount": money_column("Amount", width=110),
            "words": st.column_config.TextColumn("Bank's words", width=260),
            "then": st.column_config.TextColumn("What happened", width=200),
            "now": st.column_config.TextColumn("With this rule", width=200),
        },
        key="rule_preview_lines",
        alt="Bank lines that the rule is about",
    )


def _stands(state: LineState | None) -> str:
    if state is None:
        return "Not in the run"
    word = _STATES[state.state]
    if not state.invoices:
        return word
    named = ", ".join(state.invoices[:_INVOICES_NAMED])
    more = len(state.invoices) - _INVOICES_NAMED
    count = f", {counted(len(state.invoices), 'invoice')}" if len(state.invoices) > 1 else ""
    return f"{word}{count}: {named}" + (f" + {more} more" if more > 0 else "")
