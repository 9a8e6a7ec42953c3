"""Who did what, and how well each OCR engine read: two tables of the board."""

import pandas as pd
import streamlit as st

from engine.presentation import UNKNOWN, duration
from engine.services import Board
from pages._parts.tables import as_percentage, confidence_column


def people_section(board: Board) -> None:
    """Draw both tables."""
    left, right = st.columns(2)
    with left, st.container(border=True, height="stretch"):
        st.markdown(
            "**By reviewer**",
            help="Files confirmed and values corrected, of files uploaded in the period; matches "
            "decided, of runs made in it. “automatic” is nobody.",
        )
        _reviewers(board)
    with right, st.container(border=True, height="stretch"):
        st.markdown(
            "**By OCR engine**",
            help="Files by what recognised their pages, with how sure the values are, corrections "
            "of 100 values, and the median time that a page took.",
        )
        _engines(board)


def _reviewers(board: Board) -> None:
    if not board.reviewers:
        st.caption("Nobody has confirmed, corrected or decided anything yet.")
        return
    st.dataframe(
        pd.DataFrame(
            [
                {
                    "Who": row["who"],
                    "Files": row["files_confirmed"],
                    "Median time": duration(row["median_seconds_to_confirm"]),
                    "Corrections": row["corrections"],
                    "Matches": row["matches_confirmed"],
                    "Rejected": row["matches_rejected"],
                }
                for row in board.reviewers
            ]
        ),
        hide_index=True,
        placeholder=UNKNOWN,
        column_config={
            "Who": st.column_config.TextColumn(width=170),
            "Median time": st.column_config.Column(
                alignment="right", help="From the upload to the word that confirmed it."
            ),
        },
        key="by_reviewer",
        alt="What each reviewer did",
    )


def _programs(engine: str | None) -> str:
    """The programs that recognised pages as people read them."""
    if not engine:
        return "Text in the file"
    names = {"rapidocr": "RapidOCR", "tesseract": "Tesseract"}
    return " and ".join(names.get(name, name) for name in engine.split("+"))


def _engines(board: Board) -> None:
    if not board.engines:
        st.caption("No file was read yet.")
        return
    st.dataframe(
        pd.DataFrame(
            [
                {
                    "Read by": _programs(row["ocr_engine"]),
                    "Files": row["files"],
                    "Pages": row["pages"],
                    "Confidence": as_percentage(row["mean_confidence"]),
                    "Per 100": 100 * row["corrections"] / row["values_read"]
                    if row["values_read"]
                    else None,
                    "Time a page": duration(row["median_seconds_per_page"]),
                }
                for row in board.engines
            ]
        ),
        hide_index=True,
        placeholder=UNKNOWN,
        column_config={
            "Read by": st.column_config.TextColumn(width=165),
            "Files": st.column_config.NumberColumn(format="localized", width=55),
            "Pages": st.column_config.NumberColumn(format="localized", width=60),
            "Confidence": confidence_column(width=95),
            "Per 100": st.column_config.NumberColumn(
                "Per 100", format="%.2f", width=70, help="Corrections of 100 values."
            ),
            "Time a page": st.column_config.Column(alignment="right", width=90),
        },
        key="by_engine",
        alt="How well each OCR engine read",
    )
