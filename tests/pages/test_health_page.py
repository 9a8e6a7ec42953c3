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
