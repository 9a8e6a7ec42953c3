import msgspec
import pytest

from engine.errors import (
    InvalidInputError,
    NotFoundError,
    RuleNameTakenError,
    StaleVersionError,
)
from engine.records import MatchingRule, MemoCondition, SetAsideTreatment


def rule(key, name=None):
    return MatchingRule(
        name=name or f"Rule {key}",
        conditions=(MemoCondition(test="contains", text="FEE"),),
        treatment=SetAsideTreatment(label="bank fee"),
        rule_id=key,
    )


def add(store, *keys):
    for key in keys:
        store.rules.add(rule(key), by="kim", action="create")


def order(store):
    return [(stored.position, stored.rule.rule_id) for stored in store.rules.list()]


def noted(store, rule_id=None):
    return [(c.action, c.rule.rule_id, c.position) for c in store.rules.changes(rule_id)]


def test_rules_come_in_their_order_as_they_were_stored(store):
    add(store, "a", "b")
    store.rules.add(rule("c"), by="kim", position=1, action="create")
    assert order(store) == [(1, "c"), (2, "a"), (3, "b")]
    assert store.rules.get("a").rule == rule("a")
    assert store.rules.get("a").updated_by == "kim"


def test_a_name_belongs_to_one_rule(store):
    add(store, "a")
    with pytest.raises(RuleNameTakenError, match="Rule a"):
        store.rules.add(rule("b", "RULE A "), by="kim", action="create")
    with pytest.raises(InvalidInputError):
        store.rules.add(rule("a", "Other"), by="kim", action="create")
    assert order(store) == [(1, "a")]


def test_a_change_is_refused_when_somebody_else_was_first(store):
    add(store, "a")
    changed = msgspec.structs.replace(rule("a"), name="New")
    stored = store.rules.save(changed, row_version=1, by="lee", action="change")
    assert (stored.rule.name, stored.row_version, stored.updated_by) == ("New", 2, "lee")
    with pytest.raises(StaleVersionError):
        store.rules.save(rule("a"), row_version=1, by="kim", action="change")
    with pytest.raises(NotFoundError):
        store.rules.save(rule("z"), row_version=1, by="kim", action="change")


@pytest.mark.parametrize(
    ("key", "position", "expected"),
    [("c", 1, "cab"), ("a", 2, "bac"), ("a", 99, "bca"), ("c", -1, "cab"), ("b", 2, "abc")],
)
def test_a_rule_moves_and_the_others_make_room(store, key, position, expected):
    add(store, "a", "b", "c")
    moved = store.rules.move(key, position, by="kim")
    assert "".join(stored.rule.rule_id for stored in moved) == expected
    assert [position for position, _ in order(store)] == [1, 2, 3]


def test_a_deleted_rule_can_be_looked_up(store):
    add(store, "a", "b")
    store.rules.delete("a", by="kim")
    assert order(store) == [(1, "b")]
    was = store.rules.deleted("a")
    assert (was.rule, was.position) == (rule("a"), 1)
    with pytest.raises(NotFoundError):
        store.rules.deleted("b")


def test_every_change_is_kept(store):
    add(store, "a", "b")
    store.rules.move("b", 1, by="lee")
    store.rules.save(rule("a", "New"), row_version=1, by="kim", action="change")
    store.rules.delete("a", by="kim")
    assert noted(store) == [
        ("delete", "a", 2),
        ("change", "a", 2),
        ("move", "b", 1),
        ("create", "b", 2),
        ("create", "a", 1),
    ]
    assert noted(store, "b") == [("move", "b", 1), ("create", "b", 2)]
    assert [c.rule.name for c in store.rules.changes("a")] == ["New", "New", "Rule a"]
    assert [c.changed_by for c in store.rules.changes("b")] == ["lee", "kim"]
