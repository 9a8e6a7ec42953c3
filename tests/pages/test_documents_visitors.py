"""Who may only look finds no way to bring files in, to confirm, or to delete."""

import made_rows as made
import pytest
import streamlit as st
from made_components import given
from made_screens import labels_of, words_on
from streamlit.testing.v1 import AppTest

from engine.processing.pool import InlineExecutor
from engine.services import Services, services
from engine.settings import Settings

PEOPLE = "vic@firm.example=viewer;rae@firm.example=reviewer"


@pytest.fixture
def screen(monkeypatch, request):
    """Opens a screen over one invoice file as somebody who signed in."""
    opened = Services(Settings(roles=PEOPLE, access="oidc"), executor=InlineExecutor())
    monkeypatch.setattr(services, "_opened", opened)
    st.cache_data.clear()
    made.add_invoices(opened.store, "u1")

    def start(name, who):
        shell = request.config.rootpath / "pages/_shell.py"
        app = AppTest.from_file(str(shell), default_timeout=60)
        app.user = {"is_logged_in": True, "email": f"{who}@firm.example"}
        app.run()
        if name != "upload.py":
            app.switch_page(name).run()
        assert not app.exception
        return app

    yield start
    opened.close()


def test_a_viewer_is_not_asked_for_files(screen):
    app = screen("upload.py", "vic")
    assert "You may look at what is here" in words_on(app)
    assert not app.file_uploader


def test_a_viewer_chooses_documents_and_can_do_nothing_to_them(screen):
    app = screen("documents.py", "vic")
    key = app.dataframe[0].key
    app.session_state[key] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    app.run()
    assert "1 document" in words_on(app)
    assert not {"Confirm …", "Read again …", "Delete …"} & set(labels_of(app))


def test_pictures_and_sent_files_carry_a_key_where_people_sign_in(screen):
    app = screen("documents.py", "rae")
    assert "/api/documents/u1/thumbnail?key=" in app.dataframe[0].value["picture"][0]


def test_pages_under_review_and_the_original_carry_a_key_that_stays(screen):
    app = screen("review.py", "rae")
    first = given(app, "review_pages")["access"]
    assert first
    app.run()
    assert given(app, "review_pages")["access"] == first
