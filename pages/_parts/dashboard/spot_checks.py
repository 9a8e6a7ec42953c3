"""A second look at a random sample of what went through unchanged, and what it says of the rest."""

from collections.abc import Mapping
from typing import Final, NamedTuple

import pandas as pd
import streamlit as st

from engine.access import Permission
from engine.errors import MatchbookError
from engine.presentation import UNKNOWN, counted, money, number, plain
from engine.presentation.spot_words import spot_sentence
from engine.services import Population, SpotCheck, SpotFigure, SpotItem, services
from pages._parts.failures import keep_failure, say
from pages._parts.session import may
from pages._parts.tables import money_column, with_money
from pages._parts.uploads import open_review
from pages._parts.work.spot_look import judge, wrong_form

MOST_SHOWN: Final = 5


class _Words(NamedTuple):
    title: str
    help: str
    nothing: str
    one: str


_WORDS: Final[Mapping[Population, _Words]] = {
    "documents": _Words(
        "Files confirmed unchanged",
        "Files that a person confirmed without changing or accepting a single value. A random "
        "sample of them, in which small and large amounts are there by their share, is looked at "
        "once more; the range holds the share of wrong ones 95 times in 100 (Clopper and Pearson).",
        "No file was confirmed unchanged yet.",
        "file",
    ),
    "matches": _Words(
        "Matches accepted automatically",
        "Matches that the policy of automatic acceptance confirmed without a person. A random "
        "sample of them is looked at; the range holds the share of wrong ones 95 times in 100 "
        "(Clopper and Pearson).",
        "No match was accepted automatically yet.",
        "match",
    ),
}


def spot_section() -> None:
    """Draw both populations: what is known of them, a way to draw more, and what waits."""
    st.subheader("Second look", anchor=False)
    store = services().store
    figures, totals, checks = _asked(str(store.database_path), store.version())
    for column, figure in zip(st.columns(2), figures, strict=True):
        with column, st.container(border=True, height="stretch", key=f"spot_{figure.population}"):
            own = tuple(check for check in checks if check.population == figure.population)
            _population(figure, totals[figure.population], own)


@st.cache_data(max_entries=4, ttl="1h", show_spinner=False)
def _asked(
    database: str, version: int
) -> tuple[tuple[SpotFigure, ...], dict[Population, int], tuple[SpotCheck, ...]]:
    del database, version  # what the answer depends on
    engine = services()
    return engine.spot_figures(), engine.spot_check_totals(), engine.spot_checks()


def _population(figure: SpotFigure, left: int, checks: tuple[SpotCheck, ...]) -> None:
    words = _WORDS[figure.population]
    st.markdown(f"**{words.title}**", help=words.help)
    if not figure.drawn and not left:
        st.caption(words.nothing)
        return
    if figure.drawn:
        st.markdown(spot_sentence(figure.looked_at, figure.wrong, figure.low, figure.high))
    waiting = [(check, item) for check in checks for item in check.waiting]
    many = "files" if words.one == "file" else "matches"
    st.caption(
        f"{number(figure.drawn)} drawn, {number(len(waiting))} of them wait · "
        f"{counted(left, words.one, many)} not drawn yet"
    )
    with st.container(horizontal=True):
        if may(Permission.DECIDE):
            _draw_form(figure.population, left, many)
            if waiting and figure.population == "documents":
                _look_button(waiting)
    if figure.population == "matches" and may(Permission.DECIDE):
        for check, item in waiting[:MOST_SHOWN]:
            _match(check, item)
    if figure.looked_at:
        _found(figure.population, checks)


def _draw_form(population: Population, left: int, many: str) -> None:
    with (
        st.popover("Draw a sample …", icon=":material/casino:", disabled=not left),
        st.form(f"spot_form_{population}", border=False),
    ):
        st.number_input(
            f"Share of the {number(left)} {many} not drawn yet (%)",
            0.1,
            100.0,
            5.0,
            step=1.0,
            key=f"spot_share_{population}",
        )
        st.number_input(
            "Seed",
            0,
            999_999_999,
            None,
            placeholder="By chance",
            key=f"spot_seed_{population}",
            help="The same seed draws the same again from the same things.",
        )
        st.form_submit_button("Draw", type="primary", on_click=_draw, args=(population,))


def _draw(population: Population) -> None:
    share = st.session_state[f"spot_share_{population}"] / 100
    seed = st.session_state[f"spot_seed_{population}"]
    try:
        check = services().draw_spot_check(population, share=share, seed=seed)
    except MatchbookError as error:
        keep_failure(error)
    else:
        say(f"{number(len(check.items))} drawn with seed {check.seed}", ":material/casino:")


def _look_button(waiting: list[tuple[SpotCheck, SpotItem]]) -> None:
    if st.button(
        f"Look at {number(len(waiting))}",
        icon=":material/visibility:",
        type="primary",
        key="spot_look",
    ):
        st.session_state["spot_look_on"] = True
        ids = [item.item_id for _, item in waiting]
        open_review(ids[0], ids)


def _match(check: SpotCheck, item: SpotItem) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"spot_{item.item_id}"):
        st.markdown(
            f"{plain(item.label) or UNKNOWN} · {money(item.amount, item.currency)}",
            width="stretch",
        )
        if st.button("Open", icon=":material/open_in_new:", key=f"spot_open_{item.item_id}"):
            _open_match(item)
        st.button(
            "Right",
            icon=":material/check:",
            key=f"spot_right_{item.item_id}",
            on_click=_right,
            args=(check.check_id, item.item_id),
        )
        wrong_form(check, item)


def _right(check_id: str, item_id: str) -> None:
    judge(check_id, item_id, True)


def _open_match(item: SpotItem) -> None:
    run_id, _, match_id = item.item_id.partition(" ")
    document = services().reconciliation(run_id).document
    name = "matched" if any(m.match_id == match_id for m in document.matched) else "partial"
    st.session_state["reconcile_run"] = run_id
    st.session_state["reconcile_list"] = name
    moves = st.session_state.get(f"reconcile_at_{name}", (None, 0))[1]
    st.session_state[f"reconcile_at_{name}"] = (match_id, moves + 1)
    st.switch_page("reconcile.py", query_params={})


def _found(population: Population, checks: tuple[SpotCheck, ...]) -> None:
    rows = [
        {
            "What": item.label,
            "Amount": item.amount,
            "currency": item.currency,
            "Found": "Right" if item.is_right else "Wrong",
            "What is wrong": item.note,
            "Looked at by": item.looked_by,
        }
        for check in checks
        for item in check.items
        if item.is_right is not None
    ]
    rows.sort(key=lambda row: row["Found"] == "Right")
    with st.expander("What was found", icon=":material/table_rows:"):
        st.dataframe(
            with_money(pd.DataFrame(rows), {"Amount": "currency"}),
            hide_index=True,
            column_config={
                "What": st.column_config.TextColumn("What", width=130),
                "Amount": money_column("Amount", width=95),
                "Found": st.column_config.TextColumn("Found", width=60),
                "What is wrong": st.column_config.TextColumn("What is wrong", width=150),
            },
            placeholder=UNKNOWN,
            key=f"spot_found_{population}",
            alt="What second looks found",
        )
