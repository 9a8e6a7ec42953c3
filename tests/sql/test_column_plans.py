"""Plans of columns are found in the rows of the files that they were said of."""

import made_rows as made
import pytest
from msgspec.structs import replace

from engine.records import ColumnPlan

PLAN = ColumnPlan(signature="day|value", heads=("Day", "Value"), roles=("date", "amount"))


def add(store, upload_id, plan, status):
    info = replace(made.bank_document(upload_id).processing_info, columns=plan)
    store.bank.insert(made.new_upload(upload_id, kind="bank"))
    document = replace(made.bank_document(upload_id), processing_info=info)
    store.bank.complete(upload_id, document, status=status, confidence_score=1.0, row_version=1)


@pytest.mark.parametrize(
    ("source", "status", "is_said"),
    [
        ("guessed", "completed", False),
        ("guessed", "confirmed", True),
        ("person", "completed", True),
        ("person", "rejected", False),
    ],
)
def test_only_the_word_of_a_person_counts(store, source, status, is_said):
    plan = replace(PLAN, source=source)
    add(store, "u1", plan, status)
    assert [entry.plan for entry in store.column_plans.said()] == [plan] * is_said


def test_statements_on_pages_say_nothing(store):
    made.add_statement(store, "u1", status="confirmed")
    assert store.column_plans.said() == []
