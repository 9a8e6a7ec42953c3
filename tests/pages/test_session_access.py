"""Who may come in sees the screens; who may not is told what they can do."""

import pytest
import streamlit as st
from made_screens import words_on
from streamlit.testing.v1 import AppTest

from engine.processing.pool import InlineExecutor
from engine.services import Services, services
from engine.settings import Settings

ROLES = "vic@firm.example=viewer"


@pytest.fixture
def shell(monkeypatch, request):
    """Opens the first screen of an installation with these settings, as somebody."""
    closing = []

    def start(user=None, **settings):
        opened = Services(Settings(roles=ROLES, **settings), executor=InlineExecutor())
        closing.append(opened.close)
        monkeypatch.setattr(services, "_opened", opened)
        st.cache_data.clear()
        app = AppTest.from_file(
            str(request.config.rootpath / "pages/_shell.py"), default_timeout=60
        )
        if user is not None:
            app.user = user
        return app.run()

    yield start
    for close in closing:
        close()


def test_the_one_local_person_is_let_in(shell):
    assert "Nothing here yet" in words_on(shell())


def test_who_has_not_signed_in_finds_the_way(shell):
    app = shell(access="oidc")
    assert "Sign in to Matchbook" in words_on(app)
    assert "Nothing here yet" not in words_on(app)
    assert [button.label for button in app.button] == ["Sign in"]


def test_who_signed_in_with_a_role_is_let_in(shell):
    user = {"is_logged_in": True, "email": "vic@firm.example"}
    app = shell(user, access="oidc")
    assert "Nothing here yet" in words_on(app)
    assert "Sign out" in [button.label for button in app.button]


@pytest.mark.parametrize(
    "user",
    [
        {"is_logged_in": True, "email": "eve@evil.example"},
        {"is_logged_in": True, "email": "<script>x</script>@evil.example"},
    ],
)
def test_who_signed_in_without_a_role_is_told(shell, user):
    app = shell(user, access="oidc")
    assert "No role yet" in words_on(app)
    assert "Nothing here yet" not in words_on(app)


def test_an_address_that_was_not_verified_names_nobody(shell):
    user = {"is_logged_in": True, "email": "vic@firm.example", "email_verified": False}
    assert "Sign in to Matchbook" in words_on(shell(user, access="oidc"))


def test_what_a_role_may_not_does_not_happen(shell):
    app = shell({"is_logged_in": True, "email": "vic@firm.example"}, access="oidc")
    app.button(key="load_samples").click().run()
    assert not app.exception
    assert services().store.counts()["invoice_uploads"] == 0


def test_behind_a_proxy_that_names_nobody_there_is_no_way_in(shell):
    assert "Come in by the address of your organisation's sign-in." in words_on(
        shell(access="proxy")
    )
