"""Screens of many people share what is worked out; who changes something sees it at once."""

import pytest
from made_rows import add_invoices, invoice, new_upload

from engine.access import person
from engine.store.freshness import CROWD
from pages._parts import session


@pytest.fixture
def crowd(engine, monkeypatch):
    """Says which session asks; as many as make a crowd have asked already."""
    who = ["s0"]
    monkeypatch.setattr(person, "_session_namers", [lambda: who[0]])
    monkeypatch.setattr(engine.store._freshness, "_most_age", 1e9)

    def be(name):
        who[0] = name

    add_invoices(engine.store, "u1", invoice("u1-1"))
    for number in range(CROWD):
        be(f"s{number}")
        engine.store.shown_version()
    return be


def test_screens_tell_their_sessions_from_each_other():
    session._session_name()  # outside of any session
    assert person._session_namers == [session._session_name]


def test_what_a_program_stores_comes_to_a_crowd_with_the_next_state(engine, crowd):
    shown = engine.store.shown_version()
    crowd(None)
    engine.store.invoices.insert(new_upload("u2"))
    assert engine.store.shown_version() > shown
    crowd("s2")
    assert engine.store.shown_version() == shown


def test_who_changes_something_is_shown_it_at_once(engine, crowd):
    shown = engine.store.shown_version()
    crowd("s1")
    engine.set_target("match_rate", 0.9)
    assert engine.store.shown_version() > shown
    assert engine.store.shown_version() == engine.store.version()


def test_who_saw_an_upload_being_read_is_shown_it_in_lists(engine, crowd):
    crowd(None)
    engine.store.invoices.insert(new_upload("u3"))
    crowd("s3")
    engine.latest_uploads(10)
    assert engine.store.shown_version() == engine.store.version()


def test_a_program_that_acts_for_somebody_is_no_session(engine, crowd):
    crowd("s1")
    with person.acting(person.LOCAL):
        assert person.current_session() is None
    assert person.current_session() == "s1"
