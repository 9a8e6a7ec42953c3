"""Which of the user's own rules decides about a bank line, and what rules set aside.

Rules are asked in their order and the first that holds wins, so what a line falls under depends on
nothing but the line and the rules.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from engine.matching.inputs import BankLine
from engine.matching.rule_conditions import holds
from engine.records import (
    MatchingRule,
    NeverTreatment,
    SetAside,
    SetAsideTreatment,
)
from engine.records.rule_words import conditions_words


class RuleWord(NamedTuple):
    """What a rule says of an explanation.

    Attributes:
        rule: The rule's name.
        evidence: The sentence that a reviewer reads.
        log_odds: What the rule's word is worth; the evidence of the rows is not asked.
            None where the rule only told whose line it is.
    """

    rule: str
    evidence: str
    log_odds: float | None = None


def rules_of_lines(
    lines: Iterable[BankLine], rules: Sequence[MatchingRule]
) -> dict[str, MatchingRule]:
    """The rule that decides about each line, by the line's id; lines under no rule are left out."""
    enabled = [rule for rule in rules if rule.is_enabled]
    if not enabled:
        return {}
    found = ((line.transaction_id, first_rule(line, enabled)) for line in lines)
    return {line_id: rule for line_id, rule in found if rule}


def first_rule(line: BankLine, rules: Iterable[MatchingRule]) -> MatchingRule | None:
    """The first of the rules that holds for the line."""
    return next((rule for rule in rules if holds(rule, line)), None)


def set_aside_by_rules(decided: Mapping[str, MatchingRule]) -> tuple[SetAside, ...]:
    """The lines that rules keep away from all invoices, each with the rule's words."""
    return tuple(
        SetAside(
            kind="rule",
            transaction_ids=(line_id,),
            confidence=1.0,
            evidence=sentence(rule, _aside(rule)),
            rule=rule.name,
        )
        for line_id, rule in sorted(decided.items())
        if keeps_away(rule)
    )


def keeps_away(rule: MatchingRule) -> bool:
    """Whether the rule's lines are matched with no invoice at all."""
    treatment = rule.treatment
    if isinstance(treatment, NeverTreatment):
        return treatment.party is None
    return isinstance(treatment, SetAsideTreatment)


def sentence(rule: MatchingRule, what: str) -> str:
    """What the rule did, with its name and why it holds."""
    return f"rule “{rule.name}” ({conditions_words(rule)}): {what}"


def _aside(rule: MatchingRule) -> str:
    if isinstance(rule.treatment, SetAsideTreatment):
        return f"{rule.treatment.label}, pays no invoice"
    return "never matched, a person settles it"
