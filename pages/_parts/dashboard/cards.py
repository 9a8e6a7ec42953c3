"""The six figures as cards: value, change, trend, what it counts, and the rows behind it."""

import streamlit as st

from engine.presentation import plain
from engine.services import Board, Figure, Target
from pages._parts.dashboard.drawer import drill_button


def cards(board: Board) -> None:
    """Draw the cards of the board."""
    with st.grid(3, min_column_width=270):
        for figure in board.figures:
            _card(figure, board)


def _card(figure: Figure, board: Board) -> None:
    with st.container(border=True, height="stretch", gap="xsmall", key=f"card_{figure.key}"):
        is_flat = figure.change in (None, "0")
        st.metric(
            figure.label,
            figure.value,
            delta=None if figure.change is None else figure.change.replace("−", "-"),
            delta_color="off" if is_flat else "normal" if figure.better == "up" else "inverse",
            delta_arrow="off" if is_flat else "auto",
            delta_description="against the period before" if figure.change else None,
            help=figure.definition,
            chart_data=list(figure.trend) if len(figure.trend) > 1 else None,
            chart_type="area",
        )
        if figure.target:
            st.markdown(_badge(figure.target))
        st.caption("  \n".join(plain(line) for line in figure.below))
        drill_button(figure.drill, board.filters, key=f"rows_{figure.key}")


def _badge(target: Target) -> str:
    """The target by colour, sign and word."""
    look = {
        True: ":green-badge[:material/check:",
        False: ":orange-badge[:material/flag:",
        None: ":gray-badge[:material/flag:",
    }[target.is_met]
    return f"{look} {plain(target.words)}]"
