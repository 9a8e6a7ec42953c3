"""The review screen says who else read an invoice, and what that cost."""

from decimal import Decimal

import made_rows as made
from made_screens import words_on

from engine.records import ModelUse

USE = ModelUse(
    host="model.example",
    model="reader-1",
    calls=1,
    remembered=0,
    tokens_in=1000,
    tokens_out=200,
    cost=Decimal("0.004"),
    fields_agreed=3,
    fields_differing=1,
)


def test_a_second_reading_is_told_with_its_cost(open_page, engine):
    made.add_invoices(engine.store, "u1", processing_info=made.processing_info(language_model=USE))
    said = words_on(open_page("review.py", upload="u1"))
    assert "Read a second time by reader-1 at model.example: 3 fields the same, 1 different" in said
    assert "1,200 tokens, cost 0.004." in said


def test_without_one_nothing_is_said(open_page, engine):
    made.add_invoices(engine.store, "u1")
    assert "second time" not in words_on(open_page("review.py", upload="u1"))
