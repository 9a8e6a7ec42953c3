"""What a statement's own figures say of its lines: the verdict, and each gap with its place."""

import streamlit as st

from engine.presentation import counted, money, plain
from engine.presentation.sentences import readable
from engine.presentation.statement_fields import balance_check
from engine.presentation.statement_proof import GapRow, gap_rows, verdict
from engine.records import BankDocument
from engine.services import KeptRow
from pages._parts.statement_lines import go_to_line
from pages._parts.words import PROOF, badge_of

SHOWN_GAPS = 3


def proof_of(kept: KeptRow) -> None:
    """Draw the verdict, the sum that it rests on, and the gaps."""
    document = kept.statement
    proof = document.statement_info.proof
    if sentence := verdict(proof):
        st.markdown(f"{badge_of(PROOF[proof.status])} {plain(readable(sentence))}")
    if sums := kept.derived(_sum_of):
        st.caption(sums)
    gaps = kept.derived(gap_rows)
    for number, gap in enumerate(gaps[:SHOWN_GAPS]):
        _gap(gap, number, kept)
    rest = gaps[SHOWN_GAPS:]
    if rest:
        with st.expander(counted(len(rest), "more gap"), icon=":material/balance:"):
            for number, gap in enumerate(rest, SHOWN_GAPS):
                _gap(gap, number, kept)


def _gap(gap: GapRow, number: int, kept: KeptRow) -> None:
    text, button = st.columns([6, 1], gap="small", vertical_alignment="center")
    text.caption(f":orange[:material/arrow_split:] {plain(gap.sentence)}")
    button.button(
        "Show",
        key=f"show_gap_{number}",
        type="tertiary",
        help="Show the line on its page",
        disabled=gap.transaction_id is None,
        on_click=go_to_line,
        args=(kept, gap.transaction_id or ""),
    )


def _sum_of(document: BankDocument) -> str:
    """Whether the lines of the only account lead from its opening to its closing balance."""
    info = document.statement_info
    if len(info.accounts) > 1:
        return ""
    check = balance_check(info, document.transactions)
    moved_in = f"{money(check.credits, info.currency)} in"
    moved_out = f"{money(check.debits, info.currency)} out"
    sums = f"{money(check.opening, info.currency)} + {moved_in} − {moved_out}"
    closing = money(check.closing, info.currency)
    if check.difference is None:
        return (
            f":material/info: {moved_in}, {moved_out}. The opening or the closing balance is not "
            "known, so the sum cannot be checked."
        )
    if check.difference:
        away = money(check.difference, info.currency)
        return f":orange[:material/balance:] {sums} misses the closing balance {closing} by {away}."
    return f":green[:material/check_circle:] {sums} = {closing}, as printed."
