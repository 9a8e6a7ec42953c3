"""Rules on the Reconcile screen."""

from decimal import Decimal

import made_rows as made
import pytest
from made_screens import button, labels_of, words_on

from engine.records import MatchingRule, MemoCondition, SetAsideTreatment


def rule(name="Interest", text="INTEREST"):
    return MatchingRule(
        name=name,
        conditions=(MemoCondition(test="contains", text=text),),
        treatment=SetAsideTreatment(label="Bank fee"),
    )


@pytest.fixture
def filled(engine):
    made.add_invoices(engine.store, "u1", made.invoice("u1-1"))
    made.add_statement(
        engine.store,
        "b1",
        made.transaction("b1-1"),
        made.transaction("b1-2", amount=Decimal("-33.30"), description="Interest *[x](y)*"),
    )
    engine.reconcile(["u1"], ["b1"])
    return engine


def press(app, label):
    button(app, label).click().run()
    assert not app.exception, app.exception
    return app


def input_of(app, label):
    return next(found for found in app.text_input if found.label == label)


def select_of(app, label):
    return next(found for found in app.selectbox if found.label == label)


def test_without_rules_it_says_what_they_are_for(open_page, filled):
    app = open_page("reconcile.py")
    assert "A rule says what is to be done with bank lines" in words_on(app)
    assert "Add a rule" in labels_of(app)


def test_a_rule_is_written_tried_and_saved(open_page, filled):
    app = press(open_page("reconcile.py"), "Add a rule")
    input_of(app, "Name").set_value("Interest")
    input_of(app, "Bank's words contain").set_value("interest")
    press(app, "Try it on past runs")
    assert "1 bank line** falls under it, **1 line** would stand elsewhere" in words_on(app)
    figures = next(table.value for table in app.dataframe if "Sum matched" in table.value)
    assert figures.iloc[0]["Open bank lines"] == "1 → 0"
    assert figures.iloc[0]["Set aside"] == "0 → 1"
    lines = next(table.value for table in app.dataframe if "then" in table.value)
    assert lines.iloc[0][["then", "now"]].tolist() == ["Open", "Set aside"]
    assert filled.rules() == ()
    press(app, "Save rule")
    (stored,) = filled.rules()
    assert stored.rule.name == "Interest"
    assert stored.rule.treatment == SetAsideTreatment(label="Bank fee")
    assert "Memo contains “interest” → set aside as Bank fee" in words_on(app)


def test_what_is_missing_is_said_and_nothing_is_lost(open_page, filled):
    app = press(open_page("reconcile.py"), "Add a rule")
    press(app, "Save rule")
    assert "The rule has no name." in words_on(app)
    input_of(app, "Name").set_value("Interest")
    press(app, "Save rule")
    assert "has no words" in words_on(app)
    assert input_of(app, "Name").value == "Interest"
    assert filled.rules() == ()


def test_conditions_are_added_and_removed(open_page, filled):
    app = press(open_page("reconcile.py"), "Add a rule")
    input_of(app, "Name").set_value("Small fees")
    input_of(app, "Bank's words contain").set_value("fee")
    press(app, "Add a condition")
    [what for what in app.selectbox if what.label == "Condition"][1].set_value("amount").run()
    input_of(app, "To").set_value("9.99")
    select_of(app, "What is done with such bank lines").set_value("tolerance").run()
    input_of(app, "Or up to, % of the invoice").set_value("3.5 %")
    press(app, "Save rule")
    (stored,) = filled.rules()
    assert stored.rule.conditions[1].most == Decimal("9.99")
    assert stored.rule.treatment.percent == Decimal("3.5")
    press(app, "Edit")
    assert input_of(app, "To").value == "9.99"
    press(app, "Remove")
    press(app, "Save rule")
    assert [type(c).__name__ for c in filled.rules()[0].rule.conditions] == ["AmountCondition"]


@pytest.mark.parametrize("kind", ["set_aside", "party", "tolerance", "group", "never"])
def test_every_treatment_can_be_edited_again(open_page, filled, kind):
    app = press(open_page("reconcile.py"), "Add a rule")
    input_of(app, "Name").set_value("Any")
    input_of(app, "Bank's words contain").set_value("x")
    select_of(app, "What is done with such bank lines").set_value(kind).run()
    if kind == "party":
        input_of(app, "Counterparty, as your invoices name it").set_value("Acme Corp")
    if kind == "tolerance":
        input_of(app, "Up to, in the line's currency").set_value("5")
    if kind == "group":
        input_of(app, "Fee up to, %").set_value("3.5")
    press(app, "Save rule")
    (stored,) = filled.rules()
    press(app, "Edit")
    press(app, "Save rule")
    assert filled.rules() == (stored,)


def test_rules_are_moved_switched_deleted_and_brought_back(open_page, filled):
    for name in ("First", "Second"):
        filled.create_rule(rule(name))
    app = open_page("reconcile.py")
    press(app, "Down")
    assert [s.rule.name for s in filled.rules()] == ["Second", "First"]
    switch = next(found for found in app.toggle if found.label != "New run")
    switch.set_value(False).run()
    assert [s.rule.is_enabled for s in filled.rules()] == [False, True]
    press(app, "Delete")
    assert [s.rule.name for s in filled.rules()] == ["First"]
    assert "“Second” was deleted." in words_on(app)
    app.button(key="rules_undo_delete").click().run()
    assert [s.rule.name for s in filled.rules()] == ["Second", "First"]
    assert "was deleted" not in words_on(app)
    assert "brought back “Second”" in words_on(app)


def test_a_name_that_is_taken_is_told(open_page, filled):
    filled.create_rule(rule())
    app = press(open_page("reconcile.py"), "Add a rule")
    input_of(app, "Name").set_value("interest")
    input_of(app, "Bank's words contain").set_value("x")
    press(app, "Save rule")
    assert "There is a rule “Interest” already." in words_on(app)


def test_set_aside_lines_say_why(open_page, filled):
    filled.create_rule(rule("*Bold* [x](y)"))
    filled.reconcile(["u1"], ["b1"])
    app = open_page("reconcile.py")
    app.segmented_control(key="reconcile_list").set_value("aside").run()
    lines = next(table.value for table in app.dataframe if "evidence" in table.value)
    assert "Bank fee, pays no invoice" in lines.iloc[0]["evidence"]
    assert lines.iloc[0]["kind"] == "*Bold* [x](y)"
