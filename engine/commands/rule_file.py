"""Reads the user's own rules for one run from a JSON file.

The file holds a list of rules in the order in which they are asked, each as the API takes it:

    [{"name": "Card payouts",
      "conditions": [{"type": "memo", "test": "contains", "text": "CARD PAYOUT"}],
      "treatment": {"type": "group", "by": "day", "fee_percent": 3.5}}]
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from engine.errors import InvalidInputError, MatchbookError
from engine.processing.rule_book import checked, read_rule
from engine.records import MatchingRule

EXAMPLE = (
    'It looks like [{"name": "Bank fees", "conditions": [{"type": "memo", "test": "contains", '
    '"text": "FEE"}], "treatment": {"type": "set_aside", "label": "bank fee"}}].'
)
"""What a rule file looks like, for whoever wrote one that cannot be read."""


def rules_of(path: Path, content: bytes) -> tuple[MatchingRule, ...]:
    """The rules of a file; those with ``is_enabled`` false are kept and decide nothing.

    Raises:
        InvalidInputError: it is no list of rules, a rule cannot do what it says, or two have one
            name. The message names the file and the rule.
    """
    try:
        rows: Any = json.loads(content)
    except ValueError as error:
        raise InvalidInputError(f"{path} is no JSON: {error}.", EXAMPLE) from error
    if not isinstance(rows, list):
        raise InvalidInputError(f"{path} holds no list of rules.", EXAMPLE)
    rules = tuple(_rule(path, number, row) for number, row in enumerate(rows, 1))
    names = Counter(rule.name.casefold() for rule in rules)
    repeated = [rule.name for rule in rules if names[rule.name.casefold()] > 1]
    if repeated:
        raise InvalidInputError(
            f"{path} has two rules called “{repeated[0]}”.", "Give every rule a name of its own."
        )
    return rules


def _rule(path: Path, number: int, row: object) -> MatchingRule:
    try:
        return checked(read_rule(row))
    except MatchbookError as error:
        raise InvalidInputError(f"{path}, rule {number}: {error}", EXAMPLE) from error
