"""Several people at the screens: who has a document, sending it back, answering, the row's menu."""

import made_rows as made
import pytest
import streamlit as st
from made_screens import button, labels_of, words_on
from streamlit.testing.v1 import AppTest

from engine.access import Person, Role, acting
from engine.processing.assignments import assignee
from engine.processing.pool import InlineExecutor
from engine.records.remarks import open_remark
from engine.services import Services, services
from engine.settings import Settings

ADA, BEN, VIC = "ada@firm.example", "ben@firm.example", "vic@firm.example"
ROLES = f"{ADA}=reviewer;{BEN}=reviewer;{VIC}=viewer"


@pytest.fixture
def firm(monkeypatch):
    """An installation to which several people sign in."""
    opened = Services(Settings(access="oidc", roles=ROLES), executor=InlineExecutor())
    monkeypatch.setattr(services, "_opened", opened)
    st.cache_data.clear()
    made.add_invoices(opened.store, "u1")
    made.add_statement(opened.store, "b1")
    yield opened
    opened.close()


@pytest.fixture
def seen_by(firm, request):
    """Opens a screen as somebody."""

    def open_it(name, page="documents.py", **query):
        app = AppTest.from_file(
            str(request.config.rootpath / "pages/_shell.py"), default_timeout=60
        )
        app.user = {"is_logged_in": True, "email": name}
        app.run()
        app.switch_page(page)
        for key, value in query.items():
            app.query_params[key] = value
        app.run()
        assert not app.exception, app.exception
        return app

    return open_it


def reviewer(name):
    return Person(name, frozenset({Role.REVIEWER}))


def files_in(app):
    return sorted(app.dataframe[0].value["file"])


def menu_of(app, file):
    rows = app.dataframe[0].value.set_index("file")
    return [label.partition(": ")[2] for label in rows.loc[file, "menu"]]


def wanted(app, file, label):
    """As if that line of the menu of a row had been clicked."""
    frame = app.dataframe[0]
    place = list(frame.value["file"]).index(file)
    line = next(one for one in frame.value["menu"][place] if one.endswith(label))
    app.session_state[f"{frame.key}_wanted"] = (place, line)
    app.run()
    assert not app.exception, app.exception
    return app


def pill_labels(app, key):
    return [option.rpartition(": ")[2] for option in app.get_by_key(key).options]


def test_one_person_alone_is_shown_nothing_of_it(open_page, engine):
    made.add_invoices(engine.store, "u1")
    app = open_page("documents.py")
    shown = [label.partition(": ")[2] for label in app.dataframe[0].value["menu"][0]]
    assert shown == ["Confirm …", "Reject …", "Download …", "Delete …"]
    with pytest.raises(KeyError):
        app.get_by_key("documents_hands")
    labels = labels_of(open_page("review.py", upload="u1"))
    assert not {"Assign to me", "Send back …"} & set(labels)


def test_a_document_is_taken_by_its_menu_found_and_put_back(seen_by, firm):
    app = wanted(seen_by(ADA), "u1.pdf", "Assign to me")
    assert assignee(firm.store, "u1") == ADA
    assert pill_labels(app, "documents_hands") == ["Mine 1", "Unassigned 1"]
    assert list(app.dataframe[0].value.set_index("file")["who"]["u1.pdf":"u1.pdf"]) == [ADA]
    app.get_by_key("documents_hands").set_value("me").run()
    assert files_in(app) == ["u1.pdf"]
    app.button(key="work_undo").click().run()
    assert assignee(firm.store, "u1") is None


def test_many_are_given_to_somebody(seen_by, firm):
    app = seen_by(ADA)
    key = app.dataframe[0].key
    app.session_state[key] = {"selection": {"rows": [0, 1], "columns": [], "cells": []}}
    app.run()
    app.button(key="documents_assign").click().run()
    app.selectbox(key="work_whom").set_value(BEN).run()
    app.button(key="work_do").click().run()
    assert not app.exception
    assert (assignee(firm.store, "u1"), assignee(firm.store, "b1")) == (BEN, BEN)
    assert files_in(seen_by(BEN, hands="me")) == ["b1.pdf", "u1.pdf"]
    assert not seen_by(ADA, hands="me").dataframe


def test_a_document_is_sent_back_answered_and_confirmed(seen_by, firm):
    app = seen_by(BEN, "review.py", upload="u1")
    button(app, "Send back …").click().run()
    app.selectbox(key="work_back_u1").set_value(ADA).run()
    app.text_area(key="work_back_text").set_value("Net or *gross*?")
    button(app, "Send back").click().run()
    assert not app.exception
    asked = open_remark(firm.store.invoices.get("u1").document.audit_trail)
    assert (asked.by, asked.to, asked.comment) == (BEN, ADA, "Net or *gross*?")

    listed = seen_by(ADA, back="yes")
    assert files_in(listed) == ["u1.pdf"]
    assert listed.dataframe[0].value["reason"][0] == f"{BEN}: Net or *gross*?"
    assert "Confirm …" not in menu_of(listed, "u1.pdf")

    app = seen_by(ADA, "review.py", upload="u1")
    assert "Sent back" in words_on(app)
    assert "Net or *gross*?" in words_on(app)
    assert button(app, "Confirm").disabled
    app.text_area(key="work_answer_text").set_value("Gross.")
    button(app, "Answer").click().run()
    assert not app.exception
    assert not button(app, "Confirm").disabled
    assert assignee(firm.store, "u1") == BEN
    assert "answered ben@firm.example" in words_on(app)
    button(app, "Confirm").click().run()
    assert firm.store.invoices.get("u1").status == "confirmed"


def test_an_empty_comment_is_refused_where_it_is_written(seen_by, firm):
    app = seen_by(BEN, "review.py", upload="u1")
    button(app, "Send back …").click().run()
    button(app, "Send back").click().run()
    assert "Write a comment." in words_on(app)
    assert firm.store.invoices.get("u1").row_version == 3


def test_what_is_confirmed_is_sent_back_and_open_again(seen_by, firm):
    with acting(reviewer(ADA)):
        firm.confirm("b1")
    app = wanted(seen_by(BEN), "b1.pdf", "Send back …")
    assert app.selectbox(key="work_back_b1").value == ADA
    app.text_area(key="work_back_text").set_value("Which account?")
    button(app, "Send back").click().run()
    assert firm.store.bank.get("b1").status == "completed"
    assert assignee(firm.store, "b1") == ADA


def test_who_may_only_look_sees_who_has_it_and_what_was_said(seen_by, firm):
    with acting(reviewer(BEN)):
        firm.send_back("u1", "Net or gross?", to=ADA)
    app = seen_by(VIC, "review.py", upload="u1")
    assert "Net or gross?" in words_on(app)
    assert ADA in words_on(app)
    assert not {"Answer", "Assign to me", "Send back …", "Confirm"} & set(labels_of(app))
    assert menu_of(seen_by(VIC), "u1.pdf") == ["Download …"]


def test_a_word_of_the_menu_is_looked_at_first(seen_by, firm):
    app = wanted(seen_by(ADA), "u1.pdf", "Confirm …")
    assert firm.store.invoices.get("u1").status == "completed"
    app.button(key="documents_do").click().run()
    assert firm.store.invoices.get("u1").status == "confirmed"
    app = wanted(seen_by(ADA), "u1.pdf", "Reopen …")
    assert app.text_input(key="reason_text").label == "Reason"


def test_the_file_is_downloaded_from_the_menu(seen_by, firm):
    app = wanted(seen_by(ADA), "u1.pdf", "Download …")
    links = [element.proto.url for element in app.get("link_button")]
    assert any(link.startswith("/api/documents/u1/file?key=") for link in links)
