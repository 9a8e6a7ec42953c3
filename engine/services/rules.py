"""The user's own rules: listed, made, changed, put in order, deleted, tried out on past runs."""

from collections.abc import Sequence

from engine.processing.rule_preview import RulePreview
from engine.records import MatchingRule
from engine.services.rooms import Rooms
from engine.store import RuleChange, StoredRule


class OwnRules(Rooms):
    """What can be done with rules. Runs made from then on follow them; stored runs stay."""

    def rules(self) -> tuple[StoredRule, ...]:
        """The rules in the order in which they are asked."""
        return self._rule_book.all()

    def rule_history(self, rule_id: str | None = None) -> tuple[RuleChange, ...]:
        """Every change of one rule or of all, the newest first."""
        return self._rule_book.history(rule_id)

    def create_rule(
        self, rule: MatchingRule, *, position: int | None = None, by: str | None = None
    ) -> StoredRule:
        """Store a new rule, at the end or at a position from 1 on."""
        return self._rule_book.create(rule, by=self._name(by), position=position)

    def change_rule(
        self, rule: MatchingRule, *, row_version: int, by: str | None = None
    ) -> StoredRule:
        """Store what a rule says now; also how it is switched on and off."""
        return self._rule_book.change(rule, row_version=row_version, by=self._name(by))

    def move_rule(
        self, rule_id: str, position: int, *, by: str | None = None
    ) -> tuple[StoredRule, ...]:
        """Put a rule at a position from 1 on; all rules in their new order."""
        return self._rule_book.move(rule_id, position, by=self._name(by))

    def reorder_rules(
        self, rule_ids: Sequence[str], *, by: str | None = None
    ) -> tuple[StoredRule, ...]:
        """Put all rules in the order of these ids."""
        return self._rule_book.reorder(rule_ids, by=self._name(by))

    def delete_rule(self, rule_id: str, *, by: str | None = None) -> None:
        """Take a rule out of use."""
        self._rule_book.delete(rule_id, by=self._name(by))

    def restore_rule(self, rule_id: str, *, by: str | None = None) -> StoredRule:
        """Bring a deleted rule back where it was."""
        return self._rule_book.restore(rule_id, by=self._name(by))

    def preview_rule(self, rule: MatchingRule, *, position: int | None = None) -> RulePreview:
        """What a rule, stored or not, would have done to past runs; nothing is stored."""
        return self._rule_previews.preview(rule, position)
