"""Questions are kept under a name for everybody."""

import pytest

from engine.errors import InvalidInputError, NotFoundError


def test_a_kept_question_is_listed_by_name(store):
    store.saved_queries.keep(" Open   by vendor ", "from invoices", by="anna")
    store.saved_queries.keep("A first one", "select 1", by="ben")
    names = [(query.name, query.created_by) for query in store.saved_queries.list()]
    assert names == [("A first one", "ben"), ("Open by vendor", "anna")]


def test_the_same_name_replaces(store, clock):
    first = store.saved_queries.keep("Open", "select 1", by="anna")
    clock.pass_seconds(60)
    second = store.saved_queries.keep("open", "select 2", by="ben")
    assert (second.query_id, second.query_text, second.row_version) == (
        first.query_id,
        "select 2",
        2,
    )
    assert (second.created_by, second.updated_by) == ("anna", "ben")
    assert len(store.saved_queries.list()) == 1


def test_a_question_can_be_forgotten_once(store):
    kept = store.saved_queries.keep("Open", "select 1", by="anna")
    store.saved_queries.forget(kept.query_id)
    assert store.saved_queries.list() == ()
    with pytest.raises(NotFoundError):
        store.saved_queries.forget(kept.query_id)


@pytest.mark.parametrize(("name", "text"), [("", "select 1"), ("a" * 81, "select 1"), ("a", " ")])
def test_a_question_needs_a_name_and_a_text(store, name, text):
    with pytest.raises(InvalidInputError):
        store.saved_queries.keep(name, text, by="anna")
