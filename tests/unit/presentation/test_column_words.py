"""Columns of a bank's table in words, and back as a plan."""

from typing import get_args

from engine.presentation.column_words import ROLES, SIGNS, column_rows, plan_source, with_roles
from engine.records import ColumnPlan, ColumnRole
from engine.records.column_plan import SignConvention

PLAN = ColumnPlan(
    signature="s",
    delimiter=";",
    header_row=2,
    heads=("Day", "What", "Value"),
    roles=("date", "description", "amount"),
    confidence=0.62,
)
RECORDS = [("Account 1",), ("Day", "What", ""), ("1.3.", "Taxi", "5,00"), (), ("2.3.", "", "6,00")]


def test_each_column_shows_its_head_and_its_first_records():
    rows = column_rows(PLAN, RECORDS)
    assert [row.head for row in rows] == ["Day", "What", "Column 3"]
    assert [row.examples for row in rows] == ["1.3. · 2.3.", "Taxi", "5,00 · 6,00"]
    assert [row.role for row in rows] == ["date", "description", "amount"]


def test_columns_that_no_role_is_known_of_are_not_used():
    rows = column_rows(PLAN, [*RECORDS, ("3.3.", "Bus", "7,00", "more")])
    assert [row.role for row in rows] == ["date", "description", "amount", "other"]


def test_chosen_words_become_roles_and_signs_follow_the_columns():
    rows = column_rows(PLAN, RECORDS)
    split = with_roles(PLAN, rows, ["Date", "Money out", "Money in"])
    assert split.roles == ("date", "debit", "credit")
    assert split.sign_convention == "columns"
    assert with_roles(split, rows, ["Date", "Description", "Amount"]).sign_convention == "signed"
    told = with_roles(split, rows, ["Date", "In or out", "Amount"])
    assert told.sign_convention == "indicator"


def test_a_plan_says_where_it_comes_from():
    assert plan_source(PLAN) == "Guessed from the file, 62% sure."


def test_every_role_and_every_sign_convention_has_its_words():
    assert set(ROLES) == set(get_args(ColumnRole))
    assert set(SIGNS) == set(get_args(SignConvention))
