"""A reviewer sees how a bank's table was read, corrects it, and has it read again."""

from decimal import Decimal

from made_screens import button, labels_of, words_on

CARD = b"Day;What;Value\n13/03/2025;Hotel;120,00\n14/03/2025;Taxi;20,00\n15/03/2025;Back;-5,00\n"


def open_columns(open_page, engine, content=CARD, name="card.csv"):
    upload_id = engine.upload(name, content).upload_id
    engine.wait(upload_id, 60)
    app = open_page("review.py", upload=upload_id)
    app.get_by_key("review_statement_view").set_value("columns").run()
    assert not app.exception, app.exception
    return app, upload_id


def choose(app, label, value):
    next(box for box in app.selectbox if box.label == label).set_value(value).run()
    assert not app.exception, app.exception


def amounts(engine, upload_id):
    return [line.amount for line in engine.bank_upload(upload_id).document.transactions]


def test_each_column_is_shown_with_what_it_says_and_holds(open_page, engine):
    app, _ = open_columns(open_page, engine)
    table = app.data_editor[0].value
    assert list(table["Column"]) == ["Day", "What", "Value"]
    assert list(table["Holds"]) == ["Date", "Description", "Amount"]
    assert table["Says"][1] == "Hotel · Taxi · Back"
    assert "Guessed from the file" in words_on(app)
    assert button(app, "Read again so").disabled


def test_signs_are_turned_and_remembered_for_the_next_file(open_page, engine):
    app, upload_id = open_columns(open_page, engine)
    before = amounts(engine, upload_id)
    turned = "turned" if before[0] > 0 else "signed"
    choose(app, "Money in or out", turned)
    button(app, "Read again so").click().run()
    assert not app.exception, app.exception
    assert amounts(engine, upload_id) == [-amount for amount in before]
    assert "As you said" in words_on(app)
    app, _ = open_columns(open_page, engine, CARD.replace(b"Taxi", b"Bus"), "next.csv")
    assert "an earlier file with the same columns" in words_on(app)
    button(app, "Forget").click().run()
    assert not app.exception, app.exception
    app, _ = open_columns(open_page, engine, CARD.replace(b"Taxi", b"Tram"), "third.csv")
    assert "Guessed from the file" in words_on(app)


def test_another_separator_cuts_the_columns_anew(open_page, engine):
    app, upload_id = open_columns(open_page, engine)
    choose(app, "Separator", ",")
    assert list(app.data_editor[0].value["Column"]) == ["Day;What;Value", "Column 2"]
    button(app, "Read again so").click().run()
    assert not app.exception, app.exception
    assert amounts(engine, upload_id)[0].copy_abs() == Decimal("120.00")


def test_a_statement_that_is_no_table_has_no_columns(open_page, engine):
    content = b"!Type:Bank\nD03/13/2025\nT-12.00\nPHotel\n^\n"
    upload_id = engine.upload("a.qif", content).upload_id
    engine.wait(upload_id, 60)
    app = open_page("review.py", upload=upload_id)
    assert "Columns" not in app.get_by_key("review_statement_view").options
    assert "Read again so" not in labels_of(app)
