import pytest

from engine.errors import InvalidInputError, NotFoundError

STATE = {"status": ["partial"], "find": "acme"}


def names(store, owner="anna", screen="documents"):
    return [view.name for view in store.views.list(screen, owner)]


def test_a_view_is_kept_with_its_state(store):
    store.views.save("documents", "anna", "  To  do ", STATE)
    (view,) = store.views.list("documents", "anna")
    assert (view.name, view.state, view.owner) == ("To do", STATE, "anna")


def test_a_name_is_used_once_by_each_person_and_screen(store):
    store.views.save("documents", "anna", "To do", STATE)
    store.views.save("documents", "anna", "To do", {"find": "other"})
    store.views.save("documents", "ben", "To do", STATE)
    store.views.save("transactions", "anna", "To do", STATE)
    (view,) = store.views.list("documents", "anna")
    assert view.state == {"find": "other"}


def test_views_stand_by_name(store):
    for name in ("b", "A", "c"):
        store.views.save("documents", "anna", name, STATE)
    assert names(store) == ["A", "b", "c"]


def test_a_view_is_forgotten_by_its_owner_only(store):
    store.views.save("documents", "anna", "To do", STATE)
    (view,) = store.views.list("documents", "anna")
    with pytest.raises(NotFoundError):
        store.views.delete(view.view_id, "ben")
    store.views.delete(view.view_id, "anna")
    assert names(store) == []


@pytest.mark.parametrize("name", ["", "   ", "x" * 81])
def test_a_view_needs_a_name(store, name):
    with pytest.raises(InvalidInputError):
        store.views.save("documents", "anna", name, STATE)
