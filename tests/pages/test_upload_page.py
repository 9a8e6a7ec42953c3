import pytest
from made_screens import button, labels_of, pdf, words_on

from engine.store import ListQuery
from engine.store.database import Statements


def send(app, *files):
    for name, content in files:
        app.file_uploader[0].upload(name, content)
    app.run()
    assert not app.exception, app.exception
    return app


def only_upload(engine):
    page = engine.store.invoices.list(ListQuery())
    assert page.total == 1
    return page.rows[0]


def test_an_empty_installation_offers_samples(open_page):
    app = open_page()
    assert "Nothing here yet" in words_on(app)
    assert "Load sample documents" in labels_of(app)


def test_a_file_is_taken_in_and_its_outcome_shown(open_page, engine):
    app = send(open_page(), ("march.pdf", pdf()))
    line = only_upload(engine)
    engine.wait(line.upload_id, 60)
    app.run()
    assert "march.pdf" in words_on(app)
    assert "To review" in words_on(app)
    assert "Review" in labels_of(app)


def test_a_bad_file_says_why_and_does_not_stop_the_others(open_page, engine):
    app = send(open_page(), ("bad.pdf", b"no pdf at all"), ("good.pdf", pdf()))
    said = words_on(app)
    assert "“bad.pdf” is not a PDF, PNG, JPEG or TIFF file, nor an e-invoice in XML" in said
    assert "Upload a PDF, PNG, JPEG or TIFF file, an e-invoice as XML" in said
    assert only_upload(engine).file_name == "good.pdf"
    button(app, "Dismiss").click().run()
    assert "bad.pdf" not in words_on(app)


def test_the_same_bytes_say_where_they_are(open_page, engine):
    app = send(open_page(), ("march.pdf", pdf()))
    engine.wait(only_upload(engine).upload_id, 60)
    app = send(app, ("again.pdf", pdf()))
    assert "“again.pdf” was already uploaded on" in words_on(app)
    assert "as “march.pdf”" in words_on(app)
    button(app, "Open it").click().run()
    assert not app.exception
    assert "march.pdf" in words_on(app)


def unlock(app, password, number=0):
    app.text_input[number].set_value(password)
    next(found for found in app.button[number:] if found.label == "Unlock").click().run()
    assert not app.exception, app.exception
    return app


def remembered(app):
    """Everything that the session holds, as text."""
    return str(app.session_state._state.filtered_state)


def test_a_protected_file_asks_for_its_password(open_page, engine):
    app = send(open_page(), ("locked.pdf", pdf(password="sesame")))
    assert "Password needed" in words_on(app)
    assert "protected by a password" in words_on(app)
    unlock(app, "wrong")
    assert "The password does not open" in words_on(app)
    assert "capital letters count" in words_on(app)
    assert [field.value for field in app.text_input] == [""]
    unlock(app, "sesame")
    assert only_upload(engine).file_name == "locked.pdf"
    assert "password" not in words_on(app).lower()


def test_nothing_remembers_a_password(open_page, engine):
    app = send(open_page(), ("locked.pdf", pdf(password="open-sesame")))
    unlock(app, "wr0ng-one")
    assert "locked.pdf" in remembered(app)
    assert "wr0ng-one" not in remembered(app)
    unlock(app, "open-sesame")
    assert "open-sesame" not in remembered(app)


def test_a_protected_file_can_be_left_out(open_page, engine):
    app = send(open_page(), ("locked.pdf", pdf(password="sesame")))
    button(app, "Leave it out").click().run()
    assert "locked.pdf" not in words_on(app)
    assert engine.store.invoices.list(ListQuery()).total == 0


def test_one_password_may_open_several_files(open_page, engine):
    files = [(f"{name}.pdf", pdf((name,), password="sesame")) for name in ("may", "june")]
    app = send(open_page(), *files, ("july.pdf", pdf(password="another")))
    app.checkbox[0].check()
    unlock(app, "sesame")
    assert "may.pdf" in words_on(app)
    assert engine.store.invoices.list(ListQuery()).total == 2
    assert "“july.pdf” is protected by a password." in words_on(app)
    assert not app.checkbox


def test_a_file_that_is_read_again_asks_for_its_password_again(open_page, engine):
    app = unlock(send(open_page(), ("locked.pdf", pdf(password="sesame"))), "sesame")
    upload_id = only_upload(engine).upload_id
    engine.change_kind(upload_id, "bank")
    engine.wait(upload_id, 60)
    app.run()
    assert "Password needed" in words_on(app)
    assert "Retry" not in labels_of(app)
    unlock(app, "wrong")
    engine.wait(upload_id, 60)
    app.run()
    assert "The password does not open" in words_on(app)
    assert [field.value for field in app.text_input] == [""]
    unlock(app, "sesame")
    assert engine.wait(upload_id, 60).status == "completed"
    app.run()
    assert "Password needed" not in words_on(app)


def test_markup_in_a_file_name_stays_text(open_page, engine):
    name = "**bold** [x](http:--evil) <b>.pdf"
    app = send(open_page(), (name, pdf()))
    engine.wait(only_upload(engine).upload_id, 60)
    app.run()
    shown = next(element.value for element in app.markdown if "bold" in element.value)
    assert r"\*\*bold\*\*" in shown
    assert r"\<b\>" in shown


def test_the_kind_can_be_corrected(open_page, engine):
    app = send(open_page(), ("march.pdf", pdf()))
    upload_id = only_upload(engine).upload_id
    engine.wait(upload_id, 60)
    app.run()
    app.selectbox(key=f"kind_{upload_id}_invoice").set_value("bank").run()
    assert not app.exception
    assert engine.upload_kind(upload_id) == "bank"


@pytest.mark.parametrize("kind", ["invoice", "bank"])
def test_the_kind_can_be_said_beforehand(open_page, engine, kind):
    app = open_page()
    app.get_by_key("upload_kind").set_value(kind)
    send(app, ("march.pdf", pdf()))
    assert engine.store.uploads(kind).list(ListQuery()).total == 1


def test_samples_are_loaded_by_one_click(open_page, engine):
    app = open_page()
    button(app, "Load sample documents").click().run()
    assert not app.exception
    kinds = (engine.store.invoices, engine.store.bank)
    assert all(table.list(ListQuery()).total >= 2 for table in kinds)
    assert "Latest files" in words_on(app)


def test_it_says_that_nothing_leaves_the_machine(open_page):
    assert "Nothing leaves this machine" in words_on(open_page("upload.py"))


def test_it_says_where_words_go_when_a_model_is_asked(asking, open_page):
    app = open_page("upload.py")
    assert "sent to model.example:8443" in words_on(app)
    assert "Nothing leaves" not in words_on(app)


def test_looking_again_costs_a_bounded_number_of_statements(open_page, engine, monkeypatch):
    app = send(open_page(), *((f"{name}.pdf", pdf((name,))) for name in ("may", "june", "july")))
    for line in engine.latest_uploads(10).rows:
        engine.wait(line.upload_id, 60)
    engine.librarian.wait()
    app.run()
    ran, run = [], Statements._execute

    def noted(self, name, params=None):
        ran.append(name)
        return run(self, name, params)

    monkeypatch.setattr(Statements, "_execute", noted)
    app.run()
    assert ran == ["rows/documents/latest"] * 2
