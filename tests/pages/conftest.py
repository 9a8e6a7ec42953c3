"""Screens over an installation of their own that reads files in the test's process."""

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from engine.processing.pool import InlineExecutor
from engine.services import Services, services
from engine.settings import Settings

SHELL = Path(__file__).resolve().parents[2] / "pages/_shell.py"


@pytest.fixture
def asking(monkeypatch):
    """Settings that name a language model; to be asked for before the installation is opened."""
    monkeypatch.setenv("MATCHBOOK_LLM_BASE_URL", "https://model.example:8443/v1")
    monkeypatch.setenv("MATCHBOOK_LLM_MODEL", "reader-1")


@pytest.fixture
def engine(monkeypatch):
    """The installation that the screens open."""
    opened = Services(Settings(), executor=InlineExecutor())
    monkeypatch.setattr(services, "_opened", opened)
    st.cache_data.clear()
    st.cache_resource.clear()
    yield opened
    opened.close()


@pytest.fixture
def open_page(engine):
    """Opens a screen by its file name; query parameters may be given."""

    def open_it(name="upload.py", **query_params):
        app = AppTest.from_file(str(SHELL), default_timeout=60).run()
        if name != "upload.py":
            app.switch_page(name)
            for key, value in query_params.items():
                app.query_params[key] = value
            app.run()
        assert not app.exception, app.exception
        return app

    return open_it
