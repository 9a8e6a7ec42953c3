"""The accounts of a statement that shows several: balances, movements, and whether they agree."""

import pandas as pd
import streamlit as st

from engine.presentation import UNKNOWN, amount, period
from engine.presentation.statement_accounts import AccountRow, account_rows
from engine.records import BankDocument


def accounts_of(document: BankDocument) -> None:
    """Draw one line for each account; nothing where the file holds only one."""
    rows = account_rows(document)
    if len(rows) < 2:
        return
    cells = [_cells(row) for row in rows]
    st.dataframe(
        pd.DataFrame(cells),
        hide_index=True,
        column_order=[n for n in cells[0] if n != "Period" or any(row.start for row in rows)],
        alt="Accounts of the statement",
        column_config={
            name: st.column_config.TextColumn(name, alignment="right")
            for name in ("Lines", "Opening", "In", "Out", "Closing", "Missing")
        },
    )


def _cells(row: AccountRow) -> dict[str, str]:
    return {
        "Account": row.label,
        "Lines": f"{row.lines:,}",
        "Opening": amount(row.sums.opening, row.currency),
        "In": amount(row.sums.credits, row.currency),
        "Out": amount(row.sums.debits, row.currency),
        "Closing": amount(row.sums.closing, row.currency),
        "Currency": row.currency or UNKNOWN,
        "Period": period(row.start, row.end),
        "Missing": amount(row.sums.difference or None, row.currency),
    }
