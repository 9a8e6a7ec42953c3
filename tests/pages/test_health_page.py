import made_rows as made
from made_screens import words_on


def test_it_tells_what_is_there(open_page, engine):
    made.add_invoices(engine.store, "u1")
    app = open_page("health.py")
    counts = {metric.label: metric.value for metric in app.metric}
    assert counts == {
        "Invoice files": "1",
        "Statements": "0",
        "Reconciliations": "0",
        "Waiting or being read": "0",
    }
    assert "rules hold" in words_on(app)
    programs = app.table[0].value
    assert "tesseract" in programs.index


def test_a_missing_program_is_marked(open_page, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    app = open_page("health.py")
    assert "Something needs attention" in words_on(app)
    assert "Not installed" in app.table[0].value.to_string()


def test_it_tells_that_no_model_is_asked(open_page):
    assert "nothing is sent away" in open_page("health.py").table[0].value.to_string()


def test_it_tells_which_model_is_asked(asking, open_page):
    app = open_page("health.py")
    said = app.table[0].value.to_string().replace("\\", "")
    assert "reader-1 at model.example:8443" in said


def test_files_that_could_not_be_read_are_read_again_by_one_button(open_page, engine):
    made.add_invoices(engine.store, "u1")
    made.add_invoices(engine.store, "u2")
    engine.store.invoices.set_status("u2", "failed", error_message="Its file is away. (made)")
    app = open_page("health.py")
    assert "**1 file** could not be read." in words_on(app)
    app.button(key="health_retry").click().run()
    assert not app.exception
    engine.wait("u2", 60)
    assert "(made)" not in (engine.store.invoices.state("u2").error_message or "")
    assert engine.store.invoices.state("u1").status == "completed"


def test_the_settings_in_force_are_shown_without_keys(open_page, monkeypatch):
    monkeypatch.setenv("MATCHBOOK_LLM_API_KEY", "secret-key")
    app = open_page("health.py")
    shown = app.table[-1].value.to_string().replace("\\", "")
    assert "MATCHBOOK_MATCH_THRESHOLD" in shown
    assert "0.75" in shown
    assert "secret-key" not in shown


def test_somebody_who_only_looks_sees_no_settings(open_page, monkeypatch):
    monkeypatch.setenv("MATCHBOOK_ACCESS", "proxy")
    monkeypatch.setenv("MATCHBOOK_ROLES", "vera@firm.example=viewer")
    monkeypatch.setattr("pages._parts.session.person_of_session", _viewer)
    assert "Settings in force" not in words_on(open_page("health.py"))


def _viewer():
    from engine.access import Person, Role

    return Person("vera@firm.example", frozenset({Role.VIEWER}))
