"""Dashboard: how much reconciles itself, what is open, and where the money goes."""

import datetime as dt
from functools import partial

import streamlit as st

from engine.presentation import plain
from engine.services import BOARD_STATEMENTS, services
from pages._parts.dashboard.cards import cards
from pages._parts.dashboard.choices import choose_filters, filter_values
from pages._parts.dashboard.data import board
from pages._parts.dashboard.flow import flow_section, trust_section
from pages._parts.dashboard.money import money_section
from pages._parts.dashboard.people import people_section
from pages._parts.dashboard.spot_checks import spot_section
from pages._parts.dashboard.take_along import take_along
from pages._parts.dashboard.target_form import target_form
from pages._parts.empty_state import empty_state
from pages._parts.sql_behind import sql_behind
from pages._parts.uploads import zone

counts = services().store.counts()
if not counts["invoice_uploads"] and not counts["bank_uploads"]:
    st.title("Dashboard")
    empty_state(
        "No figures yet",
        "They come from the documents that were read and from the runs that match them.",
    )

head, tools = st.columns([1, 1.4], vertical_alignment="center")
head.title("Dashboard")
filters = choose_filters(dt.datetime.now(zone()).date())
with tools, st.container(horizontal=True, horizontal_alignment="right"):
    sql_behind(
        {
            title: partial(services().statement_of_rows, drill, filters)
            for title, drill in BOARD_STATEMENTS.items()
        },
        key="board_sql",
    )
    target_form()
    take_along(filters)
data = board(filters)
st.caption(
    plain(" · ".join(filters.words())) + f" · as of {data.made_at.astimezone(zone()):%H:%M:%S}",
    help="Figures are worked out anew as soon as anything is stored; while several people look, "
    "all see those of a moment ago. Vendors filter invoices and their files, accounts filter bank "
    "lines and their statements.",
)
cards(data)
money_section(data, filter_values().get("currency", []))
flow_section(data)
trust_section(data)
people_section(data)
spot_section()
