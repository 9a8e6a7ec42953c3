"""The user's own rules: made, changed, put in order, deleted and brought back, each change kept."""

import uuid
from collections.abc import Sequence

import msgspec

from engine.errors import InvalidInputError, RuleInvalidError
from engine.matching.rule_checks import check_rule
from engine.records import MatchingRule, check_record
from engine.store import RuleAction, RuleChange, Store, StoredRule


class RuleBook:
    """The rules of ``store``."""

    def __init__(self, store: Store) -> None:
        self._rules = store.rules

    def all(self) -> tuple[StoredRule, ...]:
        """The rules in the order in which they are asked."""
        return self._rules.list()

    def in_force(self) -> tuple[MatchingRule, ...]:
        """The rules that are on, in their order."""
        return tuple(s.rule for s in self._rules.list() if s.rule.is_enabled)

    def history(self, rule_id: str | None = None) -> tuple[RuleChange, ...]:
        """What was changed, of one rule or of all, the newest first."""
        return self._rules.changes(rule_id)

    def create(self, rule: MatchingRule, *, by: str, position: int | None = None) -> StoredRule:
        """Store a new rule, at the end or at a position; its id is made here.

        Raises:
            RuleInvalidError: it cannot do what it says.
            RuleNameTakenError: another rule has its name.
        """
        new = msgspec.structs.replace(checked(rule), rule_id=str(uuid.uuid4()))
        return self._rules.add(new, by=by, position=position, action="create")

    def change(self, rule: MatchingRule, *, row_version: int, by: str) -> StoredRule:
        """Store what a rule says now; the same again changes nothing.

        Raises:
            NotFoundError, StaleVersionError: it is not there, or somebody else saved it since.
            RuleInvalidError, RuleNameTakenError: as for a new one.
        """
        new, old = checked(rule), self._rules.get(rule.rule_id)
        if new == old.rule:
            return old
        is_switched = new == msgspec.structs.replace(old.rule, is_enabled=new.is_enabled)
        switched: RuleAction = "enable" if new.is_enabled else "disable"
        action: RuleAction = switched if is_switched else "change"
        return self._rules.save(new, row_version=row_version, by=by, action=action)

    def move(self, rule_id: str, position: int, *, by: str) -> tuple[StoredRule, ...]:
        """Put a rule at a position from 1 on; all rules in their new order.

        Raises:
            NotFoundError: there is none with this id.
        """
        return self._rules.move(rule_id, position, by=by)

    def reorder(self, rule_ids: Sequence[str], *, by: str) -> tuple[StoredRule, ...]:
        """Put the rules in an order that names each of them once.

        Raises:
            InvalidInputError: a rule is missing, or there twice, or unknown.
        """
        if sorted(rule_ids) != sorted(s.rule.rule_id for s in self._rules.list()):
            raise InvalidInputError(
                "The order does not name every rule once.",
                "List the rules again and send all of their ids.",
            )
        for position, rule_id in enumerate(rule_ids, 1):
            self._rules.move(rule_id, position, by=by)
        return self._rules.list()

    def delete(self, rule_id: str, *, by: str) -> None:
        """Take a rule out of use; ``restore`` brings it back.

        Raises:
            NotFoundError: there is none with this id.
        """
        self._rules.delete(rule_id, by=by)

    def restore(self, rule_id: str, *, by: str) -> StoredRule:
        """Bring a deleted rule back as it was, where it was.

        Raises:
            NotFoundError: no such rule was deleted.
            RuleNameTakenError: another rule has its name by now.
        """
        was = self._rules.deleted(rule_id)
        return self._rules.add(was.rule, by=by, position=was.position, action="restore")


def checked(rule: MatchingRule) -> MatchingRule:
    """The rule as it is stored, its name without spaces around it.

    Raises:
        RuleInvalidError: it cannot do what it says.
        RecordInvalidError: a value is of the wrong type or out of its range.
    """
    trimmed = msgspec.structs.replace(rule, name=rule.name.strip())
    check_rule(trimmed)
    check_record(trimmed)
    return trimmed


def read_rule(content: object) -> MatchingRule:
    """The rule that data from outside (JSON objects, lists, texts, numbers) describes.

    Raises:
        RuleInvalidError: it is none; the message gives the place.
    """
    try:
        return msgspec.convert(content, MatchingRule, strict=False)
    except msgspec.ValidationError as error:
        raise RuleInvalidError(
            f"The rule cannot be read: {str(error).rstrip('.')}.", "See /api/docs."
        ) from error
