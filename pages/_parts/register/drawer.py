"""One bank line at the side of the register: what was read, its place on its page, its match."""

from decimal import Decimal
from typing import Any

import streamlit as st

from engine.presentation import UNKNOWN, counted, day, money, plain, sure
from engine.records import Transaction
from engine.services import services
from pages._parts.attachments.section import attachments_section
from pages._parts.hand_state import lay_out
from pages._parts.page_viewer import Box, page_viewer
from pages._parts.register.ignoring import ignoring
from pages._parts.register.rows import Line
from pages._parts.rule_editor import open_editor_for
from pages._parts.uploads import open_review
from pages._parts.words import LINE_FLAG, LINE_STATE, LINE_TYPE, badge_of


@st.dialog("Bank line", position="right", width="medium", icon=":material/account_balance:")
def line_drawer(line: Line) -> None:
    """Draw the line."""
    way = "Money in" if (line["amount"] or 0) > 0 else "Money out"
    st.metric(way, money(line["amount"], line["currency"]))
    st.markdown(_head(line))
    _texts(line)
    _balance(line)
    _match(line)
    with st.container(horizontal=True):
        if st.button("See it in its statement", icon=":material/rate_review:", key="line_review"):
            st.session_state["review_active"] = line["transaction_id"]
            open_review(line["upload_id"], [line["upload_id"]])
        if line["state"] == "open" and st.button(
            "Match it by hand", icon=":material/join_inner:", key="line_by_hand"
        ):
            _by_hand(line)
        if line["description"] and st.button(
            "Make a rule of it",
            icon=":material/rule:",
            key="line_rule",
            help="Say what is always to be done with lines like this one.",
            on_click=open_editor_for,
            args=(line["description"],),
        ):
            st.switch_page("reconcile.py", query_params={})
        ignoring(line)
    attachments_section("bank", (line["transaction_id"],), key="line_papers", in_drawer=True)
    _place(line)


def _head(line: Line) -> str:
    parts = [day(line["transaction_date"])]
    if line["value_date"] and line["value_date"] != line["transaction_date"]:
        parts.append(f"value {day(line['value_date'])}")
    parts.append(LINE_TYPE.get(line["type"] or "", "Other"))
    flag = LINE_FLAG.get(line["aside_kind"] or "") if line["state"] == "set_aside" else None
    parts.append(badge_of(flag or LINE_STATE[line["state"]]))
    return " · ".join(parts)


def _texts(line: Line) -> None:
    """The bank's own words beside what was understood of them."""
    words, understood = st.columns(2)
    words.caption("Bank's words")
    words.markdown(plain(line["description"]) or UNKNOWN)
    understood.caption("Counterparty, as understood")
    understood.markdown(plain(line["counterparty"]) or UNKNOWN)
    if line["reference"]:
        understood.caption("Reference")
        understood.markdown(plain(line["reference"]))
    account = " · ".join(filter(None, (line["account_number"], line["bank_name"])))
    st.caption(plain(account) or "No account is named.")
    if line["first_check"]:
        st.warning(plain(line["first_check"]), icon=":material/rule:")


def _balance(line: Line) -> None:
    if line["balance"] is None:
        st.caption("The statement prints no balance that proves one here.")
        return
    how = "as printed" if line["is_balance_printed"] else "worked out from the printed ones"
    st.caption(f"Balance after it: {money(line['balance'], line['currency'])}, {how}")


def _match(line: Line) -> None:
    if line["state"] == "copy":
        st.markdown("Another statement has this line too; it is counted once.")
    if line["state"] == "set_aside" and line["aside_evidence"]:
        how = "Ignored by" if line["aside_kind"] == "ignored" else "Set aside:"
        st.markdown(f"{how} {plain(line['aside_evidence'])}")
    if not line["match_id"]:
        return
    pays = services().store.analytics.query(
        "match_invoices",
        reconciliation_id=line["reconciliation_id"],
        match_id=line["match_id"],
    )
    with st.container(border=True, key="line_match"):
        how = "confirmed" if line["decision"] == "confirmed" else sure(line["match_confidence"])
        st.markdown(f"**Pays {counted(len(pays), 'invoice')}** · {how}")
        for invoice in pays[:5]:
            party = invoice["party"] or UNKNOWN
            st.markdown(
                f"{plain(party)} {plain(invoice['invoice_number'] or UNKNOWN)} · "
                f"{money(invoice['total_amount'], invoice['currency'])}"
            )
        if len(pays) > 5:
            st.caption(f"and {len(pays) - 5} more")
        if st.button("Open the match", icon=":material/open_in_new:", key="line_match_open"):
            _open_match(line, pays)


def _open_match(line: Line, pays: list[dict[str, Any]]) -> None:
    name = pays[0]["list"] if pays else "matched"
    st.session_state["reconcile_run"] = line["reconciliation_id"]
    st.session_state["reconcile_list"] = name
    moves = st.session_state.get(f"reconcile_at_{name}", (None, 0))[1]
    st.session_state[f"reconcile_at_{name}"] = (line["match_id"], moves + 1)
    st.switch_page("reconcile.py", query_params={})


def _by_hand(line: Line) -> None:
    """Lay the line on the table of the newest run over its statement."""
    runs = services().store.reconciliations.list(upload_id=line["upload_id"])
    if not runs:
        st.info("Reconcile its statement first; then it can be matched by hand.")
        return
    st.session_state["reconcile_run"] = runs[0].reconciliation_id
    lay_out((), (line["transaction_id"],))
    st.switch_page("reconcile.py", query_params={})


def _place(line: Line) -> None:
    """The page that it was read from, with a box around it."""
    upload = services().bank_upload(line["upload_id"])
    found = next(
        (
            t
            for t in (upload.document.transactions if upload.document else ())
            if t.transaction_id == line["transaction_id"]
        ),
        None,
    )
    box = _box(found) if found else None
    if box is None:
        st.caption("Its place on the page is not known.")
        return
    st.caption(plain(f"{upload.file_name}, page {box.page}"))
    page_viewer(
        line["upload_id"],
        upload.pages_total or 1,
        [box],
        key=f"line_page_{line['transaction_id']}",
        active=box.key,
        start_page=box.page,
    )


def _box(line: Transaction) -> Box | None:
    """Around all values of the line on the page where it begins."""
    places = [p for p in line.provenance.values() if p.page is not None and p.bbox is not None]
    if not places:
        return None
    page = places[0].page or 1
    corners = [p.bbox for p in places if p.page == page and p.bbox is not None]
    amount = money(line.amount if isinstance(line.amount, Decimal) else None, line.currency)
    return Box(
        key=line.transaction_id,
        label=f"{line.description[:60]} {amount}",
        state="sure",
        page=page,
        x0=min(c[0] for c in corners),
        y0=min(c[1] for c in corners),
        x1=max(c[2] for c in corners),
        y1=max(c[3] for c in corners),
    )
