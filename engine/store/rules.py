"""The user's own rules: which there are, in which order, and every change that was made to them."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from engine.errors import InvalidInputError, NotFoundError, RuleNameTakenError, StaleVersionError
from engine.records import MatchingRule, decode, encode
from engine.store.database import Database, Row, Statements

RuleAction = Literal["create", "change", "enable", "disable", "move", "delete", "restore"]
_LARGEST_BYTES = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredRule:
    """A rule in use; ``position`` counts from 1."""

    rule: MatchingRule
    position: int
    created_at: dt.datetime
    updated_at: dt.datetime
    updated_by: str
    row_version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleChange:
    """One entry of the history: the rule and its place after the change.

    For a deletion they are those that it had.
    """

    change_number: int
    action: RuleAction
    rule: MatchingRule
    position: int
    changed_at: dt.datetime
    changed_by: str


class Rules:
    """The rows of ``matching_rules`` and of their history. Thread-safe."""

    def __init__(self, database: Database, *, clock: Callable[[], dt.datetime]) -> None:
        self._database = database
        self._clock = clock

    def list(self) -> tuple[StoredRule, ...]:
        """The rules in the order in which they are asked."""
        with self._database.read() as statements:
            return _all(statements)

    def get(self, rule_id: str) -> StoredRule:
        """One rule.

        Raises:
            NotFoundError: there is none with this id.
        """
        return _find(self.list(), rule_id)

    def changes(self, rule_id: str | None = None) -> tuple[RuleChange, ...]:
        """What was changed, of one rule or of all, the newest first."""
        with self._database.read() as statements:
            return _changes(statements, rule_id)

    def add(
        self, rule: MatchingRule, *, by: str, position: int | None = None, action: RuleAction
    ) -> StoredRule:
        """Put a rule, which has an id, at a place; at the end without one.

        Raises:
            InvalidInputError: there is a rule with this id already.
            RuleNameTakenError: another rule has its name.
        """
        with self._database.write() as statements:
            rules = _all(statements)
            _refuse_name(rule, rules)
            if any(stored.rule.rule_id == rule.rule_id for stored in rules):
                raise InvalidInputError("The rule is there already.")
            order = [stored.rule.rule_id for stored in rules]
            place = min(max(position or len(order) + 1, 1), len(order) + 1)
            order.insert(place - 1, rule.rule_id)
            params = {**self._words(rule, by), "position": place}
            statements.rows("rows/rules/insert", params)
            self._put_in_order(statements, order)
            statements.rows("rows/rules/note_change", {**params, "action": action})
        return self.get(rule.rule_id)

    def save(
        self, rule: MatchingRule, *, row_version: int, by: str, action: RuleAction
    ) -> StoredRule:
        """Store what a rule says now.

        Raises:
            NotFoundError, StaleVersionError: it is not there, or somebody else saved it since.
            RuleNameTakenError: another rule has its name.
        """
        with self._database.write() as statements:
            rules = _all(statements)
            found = _find(rules, rule.rule_id)
            if found.row_version != row_version:
                raise StaleVersionError("The rule", row_version, found.row_version)
            _refuse_name(rule, rules)
            params = self._words(rule, by)
            statements.change("rows/rules/save", params)
            noted = {**params, "action": action, "position": found.position}
            statements.rows("rows/rules/note_change", noted)
        return self.get(rule.rule_id)

    def move(self, rule_id: str, position: int, *, by: str) -> tuple[StoredRule, ...]:
        """Put a rule at another place; places beyond the ends are the ends. All rules, in order.

        Raises:
            NotFoundError: there is none with this id.
        """
        with self._database.write() as statements:
            rules = _all(statements)
            found = _find(rules, rule_id)
            order = [stored.rule.rule_id for stored in rules]
            place = min(max(position, 1), len(order))
            if place != found.position:
                order.remove(rule_id)
                order.insert(place - 1, rule_id)
                self._put_in_order(statements, order)
                noted = {**self._words(found.rule, by), "action": "move", "position": place}
                statements.rows("rows/rules/note_change", noted)
        return self.list()

    def delete(self, rule_id: str, *, by: str) -> None:
        """Take a rule out of use; the history keeps it.

        Raises:
            NotFoundError: there is none with this id.
        """
        with self._database.write() as statements:
            rules = _all(statements)
            found = _find(rules, rule_id)
            statements.change("rows/rules/delete", {"rule_id": rule_id})
            order = [s.rule.rule_id for s in rules if s.rule.rule_id != rule_id]
            self._put_in_order(statements, order)
            params = {"action": "delete", "position": found.position}
            statements.rows("rows/rules/note_change", {**self._words(found.rule, by), **params})

    def deleted(self, rule_id: str) -> RuleChange:
        """How a deleted rule was.

        Raises:
            NotFoundError: no such rule was deleted, or it is in use again.
        """
        newest = next(iter(self.changes(rule_id)), None)
        if newest is None or newest.action != "delete":
            raise NotFoundError("deleted rule", rule_id)
        return newest

    def _words(self, rule: MatchingRule, by: str) -> Row:
        text = encode(rule, max_bytes=_LARGEST_BYTES)
        return {"rule_id": rule.rule_id, "rule_json": text, "now": self._clock(), "by": by}

    def _put_in_order(self, statements: Statements, order: Sequence[str]) -> None:
        places = {stored.rule.rule_id: stored.position for stored in _all(statements)}
        for position, rule_id in enumerate(order, 1):
            if places[rule_id] != position:
                params = {"rule_id": rule_id, "position": position}
                statements.change("rows/rules/place", params)


def _all(statements: Statements) -> tuple[StoredRule, ...]:
    return tuple(StoredRule(**_with_rule(row)) for row in statements.rows("rows/rules/list"))


def _changes(statements: Statements, rule_id: str | None) -> tuple[RuleChange, ...]:
    rows = statements.rows("rows/rules/changes", {"rule_id": rule_id})
    return tuple(RuleChange(**_with_rule(row)) for row in rows)


def _with_rule(row: Row) -> Row:
    rule = decode(row.pop("rule_json"), MatchingRule)
    return {**row, "rule": rule}


def _find(rules: Sequence[StoredRule], rule_id: str) -> StoredRule:
    for stored in rules:
        if stored.rule.rule_id == rule_id:
            return stored
    raise NotFoundError("rule", rule_id)


def _refuse_name(rule: MatchingRule, rules: Sequence[StoredRule]) -> None:
    name = rule.name.strip().casefold()
    for stored in rules:
        is_other = stored.rule.rule_id != rule.rule_id
        if is_other and stored.rule.name.strip().casefold() == name:
            raise RuleNameTakenError(stored.rule.name)
