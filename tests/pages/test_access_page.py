"""Tokens, roles and the access log on the administrators' screen."""

import datetime as dt

import made_rows as made
import pytest
import streamlit as st
from made_screens import button, labels_of, words_on
from streamlit.testing.v1 import AppTest

from engine.access import Role
from engine.processing.pool import InlineExecutor
from engine.services import Services, StoredToken, services
from engine.settings import Settings
from pages._parts.token_section import state_of

NOW = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)


def table(app):
    return app.dataframe[0].value


def make(app, name="ERP"):
    app.text_input(key="token_name").input(name)
    app.selectbox(key="token_role").select(Role.REVIEWER)
    app.selectbox(key="token_days").select(30)
    button(app, "Make the token").click().run()
    assert not app.exception, app.exception
    return app


def test_a_token_is_shown_once(open_page, engine):
    app = make(open_page("access.py"))
    (text,) = [code.value for code in app.code]
    assert engine.person_by_token(text).roles == {Role.REVIEWER}
    assert not app.run().code
    assert list(table(app)["name"]) == ["ERP"]
    assert table(app)["state"][0] == ["Good"]


def test_a_token_without_a_name_is_not_made(open_page, engine):
    app = make(open_page("access.py"), " ")
    assert app.error
    assert engine.tokens() == ()


def test_a_token_is_revoked_and_says_so(open_page, engine):
    engine.create_token("ERP", Role.VIEWER, days=1)
    app = open_page("access.py")
    assert table(app)["state"][0] == ["Ends soon"]
    app.session_state[app.dataframe[0].key] = {
        "selection": {"rows": [0], "columns": [], "cells": []}
    }
    app.run()
    button(app, "Revoke ERP").click().run()
    assert engine.tokens()[0].revoked_at is not None
    assert table(app)["state"][0] == ["Revoked"]
    assert "Revoke ERP" not in labels_of(app)


@pytest.mark.parametrize(
    ("days", "revoked", "state"),
    [(30, None, "good"), (3, None, "soon"), (-1, None, "expired"), (30, NOW, "revoked")],
)
def test_the_state_of_a_token(days, revoked, state):
    token = StoredToken(
        token_id="a",
        name="ERP",
        role="viewer",
        secret_hash="",
        created_at=NOW,
        created_by="ana",
        expires_at=NOW + dt.timedelta(days=days),
        revoked_at=revoked,
    )
    assert state_of(token, NOW) == state


@pytest.fixture
def signed_in(monkeypatch, request):
    """Opens the frame as somebody who signed in."""
    people = "vic@firm.example=viewer;ada@firm.example=admin"
    opened = Services(Settings(roles=people, access="oidc"), executor=InlineExecutor())
    monkeypatch.setattr(services, "_opened", opened)
    st.cache_data.clear()

    def start(who):
        shell = request.config.rootpath / "pages/_shell.py"
        app = AppTest.from_file(str(shell), default_timeout=60)
        app.user = {"is_logged_in": True, "email": f"{who}@firm.example"}
        return app.run()

    yield start
    opened.close()


def test_an_administrator_finds_the_way_there(signed_in):
    assert "API tokens" in words_on(signed_in("ada").switch_page("access.py").run())


def test_others_have_no_such_screen(signed_in):
    with pytest.raises(ValueError, match="navigation page"):
        signed_in("vic").switch_page("access.py")


def test_administrators_see_who_saw_what(open_page, engine):
    made.add_invoices(engine.store, "u1")
    engine.store.access_log.add("downloaded", "u1", by="ana")
    engine.store.access_log.add("saw", "u1/pages/2", by="bo")
    app = open_page("access.py")
    assert "2 entries, newest first" in words_on(app)
    shown = app.dataframe[0].value
    assert list(shown["by"]) == ["bo", "ana"]
    assert shown["about"][0].endswith(", page 2")
    app.selectbox(key="access_action").select("downloaded").run()
    assert "1 entry, newest first" in words_on(app)
