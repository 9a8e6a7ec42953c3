"""How many SQL statements each thing costs that a reviewer does: a few, whatever the file holds."""

import made_rows as made
import pytest
from made_components import fire, take_action, type_cell, type_field
from made_screens import button

from engine.records import LineItem
from engine.store.database import Statements


@pytest.fixture
def asked(monkeypatch):
    """The names of all statements since it was cleared."""
    names = []
    run = Statements._execute

    def noted(self, name, params=None):
        names.append(name)
        return run(self, name, params)

    monkeypatch.setattr(Statements, "_execute", noted)
    return names


def during(asked, action):
    """The statements that an action and the drawing after it cost."""
    asked.clear()
    action()
    return list(asked)


def add_file(engine, upload_id, count):
    """A file of that many invoices with items each."""
    invoices = [
        made.invoice(f"{upload_id}-{n}", line_items=(LineItem(description=f"Item {n}"),) * 3)
        for n in range(count)
    ]
    made.add_invoices(engine.store, upload_id, *invoices)


@pytest.mark.parametrize("count", [1, 100])
def test_what_a_reviewer_does_to_invoices_costs_the_same_few_statements(
    open_page, engine, asked, count
):
    add_file(engine, "u1", count)
    add_file(engine, "u2", 1)
    opened = during(asked, lambda: open_page("review.py", upload="u1"))
    assert len(opened) <= 12
    app = open_page("review.py", upload="u1")
    assert during(asked, app.run) == []
    items = app.get_by_key("review_invoice_view")
    assert during(asked, lambda: items.set_value("items").run()) == []
    items.set_value("fields").run()
    edit = during(asked, lambda: type_field(app, "fields_u1-0", "iban", "DE02120300000000202051"))
    assert len(edit) <= 14, edit
    look = {"key": "total_amount", "seen": True}
    assert len(during(asked, lambda: fire(app, "fields_u1-0", "edit", look))) <= 14
    assert len(during(asked, lambda: button(app, "Undo").click().run())) <= 14
    step = during(asked, lambda: button(app, "Next").click().run())
    assert len(step) <= 4, step
    button(app, "Previous").click().run()
    confirm = during(asked, lambda: button(app, "Confirm").click().run())
    assert len(confirm) <= 14, confirm


@pytest.mark.parametrize("count", [1, 500])
def test_what_a_reviewer_does_to_lines_costs_the_same_few_statements(
    open_page, engine, asked, count
):
    lines = [made.transaction(f"b1-{n}") for n in range(count)]
    made.add_statement(engine.store, "b1", *lines)
    opened = during(asked, lambda: open_page("review.py", upload="b1"))
    assert len(opened) <= 12, opened
    app = open_page("review.py", upload="b1")
    assert during(asked, app.run) == []
    search = app.text_input(key="review_lines_search")
    assert during(asked, lambda: search.set_value("acme").run()) == []
    pick = {"kind": "pick", "rows": ["b1-0"]}
    assert during(asked, lambda: fire(app, "lines_b1", "event", pick)) == []
    edit = during(asked, lambda: type_cell(app, "lines_b1", "b1-0", "amount", "5"))
    assert len(edit) <= 14, edit
    assert len(during(asked, lambda: take_action(app, "lines_b1", "split", "b1-0"))) <= 14


def test_somebody_elses_file_that_is_read_meanwhile_costs_two_small_questions(
    open_page, engine, asked
):
    made.add_invoices(engine.store, "u1")
    app = open_page("review.py", upload="u1")
    made.add_invoices(engine.store, "u2")
    again = during(asked, app.run)
    assert "rows/invoice_uploads/get" not in again
    assert len(again) <= 5, again
