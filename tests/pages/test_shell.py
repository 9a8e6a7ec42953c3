import logging

import streamlit as st
from made_screens import words_on
from streamlit.testing.v1 import AppTest

from engine.errors import EmptyFileError
from engine.services import services
from engine.settings import Settings
from pages._parts.failures import show_script_error


def test_a_damaged_database_is_explained_instead_of_a_traceback(request, monkeypatch):
    monkeypatch.setattr(services, "_opened", None)
    path = Settings().database_path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"not a database" * 1000)
    st.cache_data.clear()
    root = request.config.rootpath
    app = AppTest.from_file(str(root / "pages/_shell.py"), default_timeout=60).run()
    assert not app.exception
    assert "Matchbook cannot start" in words_on(app)
    assert "Move the file aside and restore the last backup." in words_on(app)


def fail_unexpectedly():
    from pages._parts.failures import show_script_error

    show_script_error(ValueError("secret detail"))


def test_an_unexpected_failure_shows_a_number_and_no_detail(caplog):
    with caplog.at_level(logging.ERROR):
        app = AppTest.from_function(fail_unexpectedly).run()
    said = words_on(app)
    number = next(r.args[0] for r in caplog.records if "reference" in r.message)
    assert number in said
    assert "secret detail" not in said


def test_a_failure_that_can_be_explained_is_explained():
    assert show_script_error(EmptyFileError("a.pdf")) is True
