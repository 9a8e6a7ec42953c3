"""The document center: one statement a page, words on many uploads, and every one taken back."""

import datetime as dt
from decimal import Decimal

import made_rows as made
import pytest

from engine.errors import InvalidInputError, UploadDeletedError
from engine.services import DocumentQuery


@pytest.fixture
def filled(engine):
    made.add_invoices(engine.store, "u1")
    made.add_invoices(
        engine.store,
        "u2",
        made.invoice(
            "u2-1", vendor_name="Zenith Straße", total_amount=Decimal("5000"), currency="JPY"
        ),
        status="partial",
    )
    made.add_statement(engine.store, "b1")
    engine.store.words.put_all(
        {"u1": {1: "Payable net 30 days", 2: "Café Büro"}, "u2": {1: "Toner"}, "b1": {1: "Rent"}}
    )
    return engine


def found(engine, **query):
    return [row.upload_id for row in engine.documents(DocumentQuery(**query)).rows]


def statements_of(engine, monkeypatch, act):
    """Names of the statements that ``act`` runs."""
    from engine.store.database import Statements

    ran, run = [], Statements._execute

    def noted(self, name, params=None):
        ran.append(name)
        return run(self, name, params)

    monkeypatch.setattr(Statements, "_execute", noted)
    act()
    monkeypatch.undo()
    return ran


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ({"search": "acme"}, {"u1"}),
        ({"search": "strasse"}, {"u2"}),
        ({"search": '"30 days"'}, {"u1"}),
        ({"search": "cafe net"}, set()),
        ({"search": "cafe acme"}, {"u1"}),
        ({"search": "CAFÉ"}, {"u1"}),
        ({"search": "nobody"}, set()),
        ({"search": "%' or 1=1"}, set()),
        ({"kind": "bank"}, {"b1"}),
        ({"statuses": ("partial",)}, {"u2"}),
        ({"needs_person": True}, {"u2"}),
        ({"currency": "JPY"}, {"u2"}),
        ({"to_date": dt.date(2000, 1, 1)}, set()),
    ],
)
def test_uploads_are_found(filled, query, ids):
    assert set(found(filled, **query)) == ids


def test_a_search_tells_where_it_found_what(filled):
    (row,) = filled.documents(DocumentQuery(search="buro")).rows
    assert (row.found_page, row.found_text) == (2, "cafe buro")


def test_each_filter_counts_within_the_others(filled):
    counts = filled.documents(DocumentQuery(kind="invoice", statuses=("partial",))).counts
    assert counts.count() == 3
    assert counts.count(kind="invoice") == 2
    assert counts.count(kind="invoice", statuses=("partial",)) == 1
    assert counts.count(needs_person=True) == 1


def test_the_list_has_pages_in_any_order(filled):
    page = filled.documents(DocumentQuery(sort_by="amount", per_page=2))
    assert ([row.upload_id for row in page.rows], page.total) == (["u2", "b1"], 3)
    assert found(filled, sort_by="amount", per_page=2, page=2) == ["u1"]
    assert found(filled, sort_by="party", descending=False) == ["u1", "b1", "u2"]
    assert found(filled, sort_by="party") == ["u2", "b1", "u1"]
    empty = filled.documents(DocumentQuery(page=9))
    assert (empty.rows, empty.total) == ((), 3)


@pytest.mark.parametrize("wrong", [{"sort_by": "1; drop"}, {"page": 0}, {"per_page": 0}])
def test_what_cannot_be_asked_is_refused(engine, wrong):
    with pytest.raises(InvalidInputError):
        engine.documents(DocumentQuery(**wrong))


def test_a_page_is_one_statement(filled, monkeypatch):
    filled.documents(DocumentQuery())
    asked = statements_of(
        filled, monkeypatch, lambda: filled.documents(DocumentQuery(search="acme"))
    )
    assert asked == ["marts/document_page"]


def test_a_preview_says_what_can_be_done_and_why_not(filled, monkeypatch):
    filled.confirm("b1")
    filled.documents(DocumentQuery())
    seen = []
    ran = statements_of(
        filled,
        monkeypatch,
        lambda: seen.append(filled.preview_action("confirm", ["u1", "u2", "b1", "gone"])),
    )
    assert ran == ["marts/chosen_documents"]
    (preview,) = seen
    assert [one.upload_id for one in preview.possible] == ["u2", "u1"]
    assert [one.upload_id for one in preview.doubtful] == ["u2"]
    assert [(one.upload_id, one.why_not) for one in preview.impossible] == [
        ("b1", "it is confirmed")
    ]


def test_confirming_many_is_taken_back_together(filled):
    told = []
    preview = filled.preview_action("confirm", ["u1", "u2"])
    result = filled.carry_out_action(preview, on_progress=told.append)
    assert (len(result.done), result.failed, told) == (2, (), [1, 2])
    assert set(found(filled, statuses=("confirmed",))) == {"u1", "u2"}
    filled.take_back_action(result)
    assert found(filled, statuses=("confirmed",)) == []


def test_one_that_was_saved_meanwhile_is_left_and_told(filled):
    preview = filled.preview_action("confirm", ["u1", "u2"])
    filled.reject("u1", "wrong")
    result = filled.carry_out_action(preview)
    assert [one.upload_id for one in result.done] == ["u2"]
    assert [one.file_name for one in result.failed] == ["u1.pdf"]


def test_what_people_went_on_from_is_not_taken_back(filled):
    result = filled.carry_out_action(filled.preview_action("confirm", ["u1"]))
    filled.reopen("u1", "look again")
    undone = filled.take_back_action(result)
    assert (undone.done, len(undone.failed)) == ((), 1)


def test_deleting_many_is_taken_back_together(filled):
    result = filled.carry_out_action(filled.preview_action("delete", ["u1", "b1"]))
    assert found(filled) == ["u2"]
    assert filled.deleted_documents().total == 2
    with pytest.raises(UploadDeletedError):
        filled.upload_kind("u1")
    filled.take_back_action(result)
    assert len(found(filled)) == 3
    assert filled.deleted_documents().total == 0


def test_what_a_reconciliation_uses_is_not_deleted(filled):
    filled.store.reconciliations.insert(made.reconciliation("r1"))
    preview = filled.preview_action("delete", ["u1", "u2"])
    assert [(one.upload_id, one.why_not) for one in preview.impossible] == [
        ("u1", "a reconciliation uses it")
    ]


def test_views_are_a_persons_own(engine):
    engine.save_view("documents", "To do", {"status": ["partial"]})
    (view,) = engine.saved_views("documents")
    assert engine.saved_views("documents", by="somebody") == ()
    engine.forget_view(view.view_id)
    assert engine.saved_views("documents") == ()
