"""Spend, cash and ageing in one currency at a time; a bar or a cell opens its rows."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, Final

import pandas as pd
import streamlit as st

from engine.presentation import counted, money
from engine.presentation.series import months_of, within
from engine.services import Board, Drill
from pages._parts.dashboard import charts
from pages._parts.dashboard.drawer import show_once

_WAYS: Final = {"payable": "We pay", "receivable": "We are paid"}


def money_section(board: Board, known: Sequence[str]) -> None:
    """Draw the section; ``known`` are the currencies, the most frequent first."""
    shown = _currency(board, known)
    spend = [row for row in board.spend if row["currency"] == shown]
    cash = [row for row in board.cash if row["currency"] == shown]
    left, right = st.columns(2)
    with left:
        picked = chart(
            f"Spend by vendor and month, {shown}",
            f"Invoices to pay by month and vendor in {shown}",
            spend,
            lambda: charts.spend_chart(spend, shown),
            "Gross totals of invoices that we pay, by invoice date; credit notes count down, "
            "copies not at all.",
        )
        _open_month("spend", picked, spend, board, _vendor_of(picked, spend), shown)
    with right:
        picked = chart(
            f"Cash in and out, {shown}",
            f"Bank lines by month in {shown}",
            cash,
            lambda: charts.cash_chart(cash, shown),
            "All lines of the statements that were read, by booking date; lines that another "
            "statement repeats count once.",
        )
        _open_month("cash", picked, cash, board, None, shown)
    _ageing(board, shown)


def _currency(board: Board, known: Sequence[str]) -> str:
    if board.filters.currency:
        return board.filters.currency
    used = {row["currency"] for row in (*board.spend, *board.cash, *board.open_amounts)}
    offered = [code for code in known if code in used] or list(known) or ["EUR"]
    st.subheader("Money", anchor=False)
    if len(offered) == 1:
        return offered[0]
    return str(
        st.segmented_control(
            "Currency of the charts",
            offered[:8],
            default=offered[0],
            required=True,
            key="chart_currency",
            label_visibility="collapsed",
            help="Currencies are never added: there is no rate between them.",
        )
    )


def chart(
    title: str,
    alt: str,
    rows: Any,
    draw: Callable[[], Any],
    note: str = "",
    below: Callable[[], None] | None = None,
) -> list[dict[str, Any]]:
    """A card with one chart, or with the reason why there is none; the points that were clicked.

    ``below`` draws what stands at the foot of the card.
    """
    with st.container(border=True, height="stretch"):
        st.markdown(f"**{title}**", help=note or None)
        if not rows:
            st.caption("Nothing to show for these filters.")
            return []
        event = st.plotly_chart(
            draw(),
            key=f"chart_{title}",
            config={"displayModeBar": False},
            alt=alt,
            on_select="rerun",
            selection_mode="points",
        )
        if below is not None:
            below()
        return list(event.selection.points)


def _vendor_of(picked: list[dict[str, Any]], rows: Sequence[dict[str, Any]]) -> str | None:
    """The vendor whose bar was clicked; None for the bar of all others."""
    if not picked:
        return None
    names = charts.vendors_of(rows)
    place = int(picked[0].get("curve_number", -1))
    return names[place] if 0 <= place < len(names) else None


def _open_month(
    name: str,
    picked: list[dict[str, Any]],
    rows: Sequence[dict[str, Any]],
    board: Board,
    vendor: str | None,
    currency: str,
) -> None:
    label = picked[0].get("x") if picked else None
    month = next((m for m in months_of(rows) if f"{m:%b %Y}" == label), None)
    if month is None:
        show_once(name, None, None, board.filters)
        return
    what, mart = ("Invoices", "spend_invoices") if name == "spend" else ("Bank lines", "cash_lines")
    start, end = within(month, board.filters.from_date, board.filters.to_date)
    params = {"from_date": start, "to_date": end, "currency": currency}
    if vendor:
        params["vendor"] = vendor
    whose = f" of {vendor}" if vendor else ""
    drill = Drill(f"{what}{whose}, {month:%B %Y}, {currency}", mart, params)
    show_once(name, f"{label} {vendor} {currency}", drill, board.filters)


def _ageing(board: Board, currency: str) -> None:
    rows = [row for row in board.ageing if row["currency"] == currency]
    with st.container(border=True):
        st.markdown(
            f"**Open by age, {currency}**",
            help="What no match in force settles, by days after the due date today; an invoice "
            "without a due date is due on its date. Choose a cell to see its invoices.",
        )
        if not rows:
            st.caption("Nothing is open.")
            return
        left, right = st.columns([1.1, 1])
        with left:
            _ageing_table(board, rows, currency)
        with right:
            st.plotly_chart(
                charts.ageing_chart(rows, currency),
                key="chart_ageing",
                config={"displayModeBar": False},
                alt=f"Open amounts by days after the due date in {currency}",
            )


def _ageing_table(board: Board, rows: Sequence[dict[str, Any]], currency: str) -> None:
    ways = [way for way in _WAYS if any(row["direction"] == way for row in rows)]
    buckets = list(dict.fromkeys(row["bucket"] for row in rows))
    cells = {(row["bucket"], row["direction"]): row for row in rows}
    texts = pd.DataFrame(
        {_WAYS[way]: [_cell(cells.get((b, way)), currency) for b in buckets] for way in ways},
        index=pd.Index([bucket.capitalize() for bucket in buckets], name="Days overdue"),
    )
    event = st.dataframe(
        texts.style.apply(_heat, axis=None, cells=cells, buckets=buckets, ways=ways),
        column_config={
            label: st.column_config.Column(label, alignment="right") for label in _WAYS.values()
        },
        key=f"ageing_{currency}",
        on_select="rerun",
        selection_mode="single-cell",
        alt=f"Open amounts and counts by age in {currency}",
    )
    chosen = next(iter(event.selection.cells), None)
    if not chosen or chosen[1] not in _WAYS.values():
        show_once("ageing", None, None, board.filters)
        return
    bucket = buckets[chosen[0]]
    way = next(name for name, label in _WAYS.items() if label == chosen[1])
    params = {"bucket": bucket, "direction": way, "currency": currency}
    title = f"{chosen[1]}, {bucket} days overdue, {currency}"
    if bucket in ("not due", "no date"):
        title = f"{chosen[1]}, {bucket}, {currency}"
    drill = Drill(title, "open_invoices", params)
    show_once("ageing", f"{bucket} {way} {currency}", drill, board.filters)


def _cell(row: dict[str, Any] | None, currency: str) -> str:
    if row is None or not row["invoices"]:
        return "–"
    return f"{money(row['amount_open'], currency)} · {counted(row['invoices'], 'invoice')}"


def _heat(frame: pd.DataFrame, *, cells: Any, buckets: Any, ways: Any) -> pd.DataFrame:
    """Backgrounds by the share of the largest amount."""
    amounts = {key: abs(row["amount_open"] or Decimal(0)) for key, row in cells.items()}
    most = max(amounts.values(), default=Decimal(0))
    looks = frame.copy()
    for way in ways:
        looks[_WAYS[way]] = [
            f"background-color: rgba(201, 106, 92, {_depth(amounts.get((b, way)), most):.2f})"
            for b in buckets
        ]
    return looks


def _depth(amount: Decimal | None, most: Decimal) -> float:
    return 0.35 * float(amount / most) if amount and most else 0.0
