"""A sample is drawn on the Dashboard, looked at in Review, and its outcome stands on the board."""

import made_rows as made
import pytest
from made_screens import button, labels_of, words_on


@pytest.fixture
def confirmed(engine):
    for number in range(6):
        made.add_invoices(engine.store, f"u{number}")
        engine.confirm(f"u{number}")


def test_without_anything_unchanged_there_is_nothing_to_draw(open_page, engine):
    made.add_invoices(engine.store, "u1")
    app = open_page("dashboard.py")
    assert "No file was confirmed unchanged yet." in words_on(app)
    assert "No match was accepted automatically yet." in words_on(app)
    assert "Draw" not in labels_of(app)


def test_a_sample_is_drawn_by_its_seed(open_page, engine, confirmed):
    app = open_page("dashboard.py")
    app.number_input(key="spot_share_documents").set_value(50.0)
    app.number_input(key="spot_seed_documents").set_value(7)
    button(app, "Draw").click().run()
    assert not app.exception
    (check,) = engine.spot_checks()
    assert (check.seed, check.total, len(check.items)) == (7, 6, 3)
    assert "3 drawn, 3 of them wait · 3 files not drawn yet" in words_on(app)
    assert "Nobody has looked at any of them yet." in words_on(app)


def look_at(open_page, upload_id):
    app = open_page("dashboard.py")
    app.session_state["spot_look_on"] = True
    app.switch_page("review.py")
    app.query_params["upload"] = upload_id
    app.run()
    assert not app.exception, app.exception
    return app


def test_what_is_found_is_counted_with_its_range(open_page, engine, confirmed):
    check = engine.draw_spot_check("documents", count=2, seed=1)
    first, second = (item.item_id for item in check.items)
    app = look_at(open_page, first)
    assert "Second look: is everything of this file" in words_on(app).replace("**", "")
    app.button(key="spot_all_right").click().run()
    assert not app.exception
    assert app.query_params["upload"] == second
    app.text_input(key=f"spot_note_{second}").set_value("the total is the net amount")
    button(app, "Wrong").click().run()
    assert not app.exception
    assert "the total is the net amount" in words_on(app)
    app = open_page("dashboard.py")
    assert "Of 2 sampled ones, 1 was wrong: 1.3–99 % of all" in words_on(app)
    found = next(f.value for f in app.dataframe if "What is wrong" in f.value)
    assert list(found["Found"]) == ["Wrong", "Right"]


def test_wrong_without_a_word_is_not_noted(open_page, engine, confirmed):
    check = engine.draw_spot_check("documents", count=1, seed=1)
    app = look_at(open_page, check.items[0].item_id)
    button(app, "Wrong").click().run()
    assert "Say what is wrong." in words_on(app)
    assert engine.spot_figures()[0].looked_at == 0


def test_review_asks_nothing_of_whoever_did_not_come_from_a_sample(open_page, engine, confirmed):
    check = engine.draw_spot_check("documents", count=1, seed=1)
    app = open_page("review.py", upload=check.items[0].item_id)
    assert "Second look" not in words_on(app)


def test_a_match_that_nobody_accepted_is_judged_on_the_board(open_page, engine):
    made.add_invoices(engine.store, "u1", status="confirmed")
    made.add_statement(engine.store, "b1")
    match = made.match("m1", decision="confirmed", decided_by="automatic", decided_at=made.NOON)
    engine.store.reconciliations.insert(made.reconciliation(matched=(match,)))
    engine.draw_spot_check("matches", share=1.0)
    app = open_page("dashboard.py")
    assert "Acme Corp INV-u1-1" in words_on(app)
    app.button(key="spot_right_r1 m1").click().run()
    assert not app.exception
    assert "Of 1 sampled one, none was wrong: 0–98 % of all" in words_on(app)
