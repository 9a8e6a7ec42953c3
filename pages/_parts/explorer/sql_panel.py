"""SQL of a person's own over the views: schema beside it, kept questions, a table and a chart."""

from typing import Any

import pandas as pd
import streamlit as st

from engine.access import Permission
from engine.errors import MatchbookError
from engine.exports import rows_table
from engine.presentation import counted, duration, plain
from engine.presentation.answers import cell, charted, decimals_of_columns, is_number, labels_of
from engine.services import Answer, SavedQuery, services
from pages._parts.downloads import downloads
from pages._parts.explorer.charts import answer_chart
from pages._parts.failures import keep_failure, say, show_failure
from pages._parts.session import may
from pages._parts.sql_behind import TAKEN


def sql_panel() -> None:
    """Draw the section."""
    if not may(Permission.QUERY):
        st.info("Asking in SQL needs the role of an analyst.", icon=":material/lock:")
        return
    if taken := st.session_state.pop(TAKEN, None):
        st.session_state["sql_text"] = taken
        st.session_state.pop("sql_answer", None)
    st.session_state.setdefault("sql_text", services().example_queries()[0].text)
    desk, schema = st.columns([2.4, 1], gap="medium")
    with schema:
        _schema()
    with desk:
        _kept()
        st.text_area(
            "SQL",
            key="sql_text",
            height=190,
            max_chars=100_000,
            persist_state="session",
            help="One SELECT over the views on the right. It can change nothing, and reaches "
            "neither files nor the network.",
        )
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.button(
                "Run",
                type="primary",
                icon=":material/play_arrow:",
                shortcut="Ctrl+Enter",
                key="sql_run",
                on_click=_run,
            )
            with st.popover("Keep …", icon=":material/bookmark_add:"):
                st.text_input("Name", key="sql_name", max_chars=80)
                st.button("Keep", key="sql_keep", type="primary", on_click=_keep)
            limits = services().settings
            st.caption(
                f"At most {limits.query_max_rows:,} rows and "
                f"{limits.query_timeout_seconds:g} seconds"
            )
        _result()


def _kept() -> None:
    kept = {query.query_id: query for query in services().saved_queries()}
    examples = {f"example:{query.title}": query for query in services().example_queries()}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            "Open a query",
            [*kept, *examples],
            format_func=lambda key: (
                kept[key].name if key in kept else f"Example: {examples[key].title}"
            ),
            index=None,
            placeholder="Kept queries and examples",
            key="sql_open",
            on_change=_open,
            args=(
                {key: query.query_text for key, query in kept.items()}
                | {key: query.text for key, query in examples.items()},
            ),
            label_visibility="collapsed",
        )
        chosen = kept.get(st.session_state.get("sql_open") or "")
        if chosen is not None:
            st.button(
                "Forget it",
                icon=":material/delete:",
                type="tertiary",
                key="sql_forget",
                help=f"Kept by {plain(chosen.created_by)}",
                on_click=_forget,
                args=(chosen,),
            )


def _open(texts: dict[str, str]) -> None:
    found = texts.get(st.session_state.get("sql_open") or "")
    if found:
        st.session_state["sql_text"] = found


def _forget(query: SavedQuery) -> None:
    try:
        services().forget_query(query.query_id)
    except MatchbookError as error:
        keep_failure(error)
        return
    st.session_state["sql_open"] = None
    say(f"“{query.name}” is no longer kept.")


def _keep() -> None:
    try:
        kept = services().keep_query(st.session_state["sql_name"], st.session_state["sql_text"])
    except MatchbookError as error:
        keep_failure(error)
        return
    say(f"Kept as “{kept.name}”.")


def _run() -> None:
    try:
        st.session_state["sql_answer"] = services().ask(st.session_state["sql_text"])
    except MatchbookError as error:
        st.session_state["sql_answer"] = error


def _schema() -> None:
    with st.container(height=560, border=True):
        st.markdown("**Views**")
        for view in _views(str(services().store.database_path)):
            with st.expander(view.name):
                st.caption(plain(view.description))
                st.markdown(
                    "\n".join(f"- `{column.name}` :gray[{column.type}]" for column in view.columns)
                )


@st.cache_data(max_entries=2, ttl="1h", show_spinner=False)
def _views(database: str) -> Any:
    del database  # what the answer depends on
    return services().views()


def _result() -> None:
    answer = st.session_state.get("sql_answer")
    if isinstance(answer, MatchbookError):
        show_failure(answer)
    elif isinstance(answer, Answer):
        _shown(answer)


def _shown(answer: Answer) -> None:
    labels = labels_of(answer.columns)
    with st.container(
        horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
    ):
        more = " and more: the limit is reached" if answer.has_more else ""
        st.caption(f"{counted(len(answer.rows), 'row')}{more}, {duration(answer.seconds)}")
        rows = [dict(zip(labels, map(cell, row), strict=True)) for row in answer.rows]
        downloads("Query", lambda: rows_table("Query", rows), key="sql_download", disabled=not rows)
    if not answer.rows:
        st.caption("No row fits.")
        return
    table, chart = st.tabs(["Table", "Chart"])
    with table:
        st.dataframe(
            pd.DataFrame(rows, columns=labels),
            hide_index=True,
            column_config={
                name: st.column_config.NumberColumn(name, format=f"%.{decimals}f")
                for name, decimals in decimals_of_columns(answer, labels).items()
            },
            height=min(33 * len(rows) + 36, 420),
            key="sql_table",
            alt="Rows of the query",
        )
    with chart:
        _chart(answer, labels)


def _chart(answer: Answer, labels: tuple[str, ...]) -> None:
    numbers = [name for name, kind in zip(labels, answer.types, strict=True) if is_number(kind)]
    if not numbers:
        st.caption("A chart needs a column of numbers.")
        return
    kind_slot, place_slot, value_slot = st.columns([1, 1, 2])
    kind = kind_slot.segmented_control(
        "Kind", ["Bars", "Lines", "Points"], default="Bars", required=True, key="sql_chart_kind"
    )
    first = next((name for name in labels if name not in numbers), labels[0])
    place = place_slot.selectbox("Across", labels, index=labels.index(first), key="sql_chart_x")
    values = value_slot.multiselect(
        "Values",
        numbers,
        default=[name for name in numbers if name != place][:3] or numbers[:1],
        key="sql_chart_y",
    )
    data = charted(answer, place, values, labels)
    st.plotly_chart(
        answer_chart(kind or "Bars", data.places, data.values),
        key="sql_chart",
        config={"displayModeBar": False},
        alt=f"{', '.join(values)} by {place}",
    )
    if data.left_out:
        st.caption(f"The first {len(data.places):,} rows; {data.left_out:,} more are in the table.")
