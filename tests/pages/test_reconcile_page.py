import datetime as dt
from decimal import Decimal

import made_rows as made
from made_screens import button, labels_of, words_on

from engine.records import Reason
from pages._parts.reason_bars import bars_of


def fill(engine):
    made.add_invoices(
        engine.store,
        "u1",
        made.invoice("u1-1"),
        made.invoice("u1-2", total_amount=Decimal("70000"), currency="JPY", vendor_name="Zenith"),
    )
    made.add_statement(
        engine.store,
        "b1",
        made.transaction("b1-1"),
        made.transaction("b1-2", amount=Decimal("33.30"), description="Interest"),
    )


def run(app):
    button(app, "Reconcile").click().run()
    assert not app.exception, app.exception
    return app


def lists(app):
    """The titles of the lists of a run."""
    return list(app.segmented_control(key="reconcile_list").options)


def show(app, name):
    app.segmented_control(key="reconcile_list").set_value(name).run()
    assert not app.exception, app.exception
    return app


def test_it_says_what_is_missing(open_page, engine):
    assert "Upload invoices and the bank statements" in words_on(open_page("reconcile.py"))
    made.add_invoices(engine.store, "u1")
    assert "Upload the statements that pay your invoices" in words_on(open_page("reconcile.py"))


def test_all_read_files_are_taken_when_none_is_chosen(open_page, engine):
    fill(engine)
    app = open_page("reconcile.py")
    assert app.multiselect(key="reconcile_invoice").placeholder == "All 1 that were read"
    run(app)
    sources = engine.store.reconciliations.list()
    assert len(sources) == 1


def test_the_counts_are_told_before_anything_is_stored(open_page, engine):
    fill(engine)
    app = open_page("reconcile.py")
    assert "Would give 1 matched (119.00 EUR), 0 to look at, 1 invoices and 1 bank" in words_on(
        app
    ).replace("*", "")
    assert not engine.store.reconciliations.list()
    app.slider(key="reconcile_threshold").set_value(100).run()
    assert "Would give 0 matched" in words_on(app).replace("*", "")


def test_a_run_answers_for_the_part_that_was_asked_for(open_page, engine):
    fill(engine)
    app = open_page("reconcile.py")
    app.multiselect(key="reconcile_parties").set_value(["Zenith"]).run()
    run(app)
    document = engine.reconciliation(
        engine.store.reconciliations.list()[0].reconciliation_id
    ).document
    assert document.unmatched.invoices == ("u1-2",)
    assert not document.matched
    assert document.reconciliation_info.scope.parties == ("Zenith",)


def test_a_tolerance_stands_among_the_rules_of_the_run(open_page, engine):
    fill(engine)
    app = open_page("reconcile.py")
    app.selectbox(key="reconcile_tolerance").set_value("fee").run()
    run(app)
    info = engine.reconciliation(
        engine.store.reconciliations.list()[0].reconciliation_id
    ).document.reconciliation_info
    assert [rule.name for rule in info.rules] == ["Tolerance of this run"]
    assert engine.rules() == ()


def test_the_result_is_told_in_sums_per_currency(open_page, engine):
    fill(engine)
    app = run(open_page("reconcile.py"))
    cards = {metric.label: metric.value for metric in app.metric}
    assert cards == {
        "Match rate": "50%",
        "Matched": "1",
        "To look at": "0",
        "Open invoices": "1",
        "Open bank lines": "1",
    }
    said = words_on(app)
    assert "119.00 EUR" in said
    assert "70,000 JPY" in said
    assert "33.30 EUR in" in said
    assert lists(app) == [
        "Matched 1",
        "To look at 0",
        "Unmatched 1 + 1",
        "History",
    ]


def test_unmatched_lines_stand_by_day_and_those_set_aside_are_not_counted(open_page, engine):
    fill(engine)
    days = [dt.date(2024, 3, day) for day in (20, 4, 11)]
    lines = [
        made.transaction(f"b2-{n}", date=day, amount=Decimal("7.70") + n, description=f"Line {n}")
        for n, day in enumerate(days)
    ]
    back = [
        made.transaction("b2-8", date=days[0], amount=Decimal("-55.00"), description="Shop"),
        made.transaction(
            "b2-9", date=days[0], amount=Decimal("55.00"), description="Reversal shop"
        ),
    ]
    made.add_statement(engine.store, "b2", *lines, *back)
    app = run(open_page("reconcile.py"))
    assert {card.label: card.value for card in app.metric}["Open bank lines"] == "4"
    show(app, "by_hand")
    table = next(t.value for t in app.dataframe if "transaction_date" in t.value)
    found = [day for day in table["transaction_date"] if day in days]
    assert found == sorted(days)
    show(app, "aside")
    [aside] = [t.value for t in app.dataframe]
    assert set(aside["kind"]) == {"Reversed"}


def test_a_match_is_accepted_taken_back_and_rejected(open_page, engine):
    fill(engine)
    app = run(open_page("reconcile.py"))
    run_id = engine.store.reconciliations.list()[0].reconciliation_id

    def decision():
        return engine.reconciliation(run_id).document.matched[0].decision

    assert [b.label for b in app.button if b.label in ("Accept", "Reject …", "Split …")]
    button(app, "Accept").click().run()
    assert decision() == "confirmed"
    button(app, "Take back").click().run()
    assert decision() == "proposed"
    button(app, "Undo").click().run()
    assert decision() == "confirmed"
    button(app, "Undo").click().run()
    assert decision() == "proposed"
    button(app, "Reject …").click().run()
    app.text_input(key="reject_reason").set_value("another customer")
    button(app, "Reject").click().run()
    assert not app.exception, app.exception
    document = engine.reconciliation(run_id).document
    assert document.matched[0].decision == "rejected"
    assert document.audit_trail[-1].after == "rejected: another customer"
    show(app, "history")
    history = app.dataframe[-1].value
    assert list(history["What"][:3]) == ["Rejected", "Undone", "Undone"]
    assert history.iloc[0]["Why"] == "another customer"
    assert history.iloc[0]["About"] == "Acme Corp INV-u1-1, 119.00\xa0EUR"
    assert list(history["What"][3:5]) == [
        "Taken back (undone later)",
        "Accepted (undone later)",
    ]


def test_no_id_is_shown_to_people(open_page, engine):
    fill(engine)
    app = run(open_page("reconcile.py"))
    for name in ("matched", "by_hand", "history"):
        show(app, name)
        assert app.dataframe
        for table in app.dataframe:
            text = table.value.to_string().replace("INV-u1-1", "its number")
            assert "b1-1" not in text
            assert "u1-1" not in text
            assert "M00000" not in text


def test_copies_and_what_was_settled_before_are_told(open_page, engine):
    fill(engine)
    made.add_invoices(engine.store, "u2", made.invoice("u2-1", invoice_number="INV-u1-1"))
    app = run(open_page("reconcile.py"))
    assert "Twice 1" in lists(app)
    show(app, "twice")
    [table] = [found.value for found in app.dataframe if "evidence" in found.value]
    [row] = table.to_dict("records")
    assert row["effect"] == "Left out"
    assert row["evidence"] == "number, party, total and date are those of INV-u1-1 in u1.pdf"
    show(app, "matched")
    button(app, "Accept").click().run()
    app.toggle(key="reconcile_new_run").set_value(True).run()
    run(app)
    assert "1 invoice and 1 bank line settled by earlier runs are left out." in words_on(app)


def test_what_decisions_taught_is_told_and_can_be_forgotten(open_page, engine):
    made.add_invoices(engine.store, "u1", made.invoice("u1-1"), made.invoice("u1-2"))
    made.add_statement(
        engine.store,
        "b1",
        made.transaction("b1-1"),
        made.transaction("b1-2", description="Acme Corp INV-u1-2"),
    )
    app = run(open_page("reconcile.py"))
    button(app, "Accept").click().run()
    button(app, "Accept").click().run()
    assert "Acme Corp is usually settled 4 days before the due date." in words_on(app)
    button(app, "Forget all of it").click().run()
    assert not app.exception, app.exception
    assert "usually settled" not in words_on(app)


def test_a_period_is_closed_and_reopened_with_a_reason(open_page, engine):
    fill(engine)
    app = run(open_page("reconcile.py"))
    button(app, "Accept").click().run()
    button(app, "Close").click().run()
    assert not app.exception, app.exception
    [closing] = engine.closings()
    assert (closing.account_number, closing.holds) == (None, True)
    assert "Locked up to" in words_on(app)
    assert "Take back" not in labels_of(app)
    button(app, "Undo").click().run()
    assert "lies in a closed period" in words_on(app)
    run_id = engine.store.reconciliations.list()[0].reconciliation_id
    assert engine.reconciliation(run_id).document.matched[0].decision == "confirmed"
    app.text_input(key=f"reopen_reason_{closing.closing_id}").set_value("late bill")
    button(app, "Reopen").click().run()
    assert not app.exception, app.exception
    assert engine.closings()[0].reopened_because == "late bill"
    assert "late bill" in words_on(app)
    button(app, "Take back").click().run()
    assert engine.reconciliation(run_id).document.matched[0].decision == "proposed"


def test_the_sheet_to_sign_is_offered_and_says_what_waits(open_page, engine):
    fill(engine)
    app = run(open_page("reconcile.py"))
    offered = {found.label for found in app.get("download_button")}
    assert {"Excel", "PDF"} <= offered
    assert "1 match waits for a decision" in words_on(app)
    found = engine.store.reconciliations.list()[0].reconciliation_id
    sheet = engine.sign_off(found, by="dora")
    assert (sheet.made_by, sheet.waiting) == ("dora", 1)
    row = engine.reconciliation(found)
    engine.decide(found, "M000001", "confirmed", row_version=row.row_version, by="ben")
    sheet = engine.sign_off(found)
    bills = {row["currency"]: row for row in sheet.totals if row["side"] == "Invoices"}
    assert (bills["EUR"]["settled"], bills["JPY"]["open"]) == (Decimal("119.00"), Decimal(70_000))
    assert [(row["who"], row["matches"]) for row in sheet.deciders] == [("ben", 1)]


def test_automatic_acceptance_is_off_until_somebody_chooses_it(open_page, engine):
    fill(engine)
    app = run(open_page("reconcile.py"))
    titles = {found.label for found in app.expander}
    assert "Automatic acceptance · off" in titles
    assert button(app, "Keep this").disabled
    app.text_input(key="automatic_caps").set_value("EUR 500").run()
    assert "Of this run it would accept 0 proposals" in words_on(app).replace("*", "")
    assert "1 of parties that have not earned it" in words_on(app)
    app.segmented_control(key="automatic_mode").set_value("shadow").run()
    button(app, "Keep this").click().run()
    assert not app.exception, app.exception
    policy = engine.automatic_policy()
    assert (policy.mode, policy.caps) == ("shadow", {"EUR": Decimal(500)})
    assert "up to EUR 500" in words_on(app)
    app.text_input(key="automatic_caps").set_value("a lot").run()
    assert "is no largest amount" in words_on(app)


def test_what_can_be_said_at_most_is_no_reason():
    reasons = (
        Reason(name="amount", score=0.9, log_odds=3.0, evidence="119.00 EUR is paid by b1-1"),
        Reason(name="limit", score=-0.4, log_odds=-1.0, evidence="nothing is surer"),
    )
    bars = bars_of(reasons, lambda text: text.replace("b1-1", "a line"))
    assert bars == [{"name": "Amount", "score": 0.9, "evidence": "119.00 EUR is paid by a line"}]
