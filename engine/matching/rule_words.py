"""Puts what rules say beside what the rows say: candidates, their worth and their reasons."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from engine.matching.clues import Clues
from engine.matching.exchange import Exchange
from engine.matching.explanation import Explanation
from engine.matching.reasons import FULL_WEIGHT
from engine.matching.rules import RuleWord
from engine.records import Reason

_LEAST = 0.04
_OVER_PARTIES = frozenset({"payout", "collective"})
_OTHERS = "other explanations of these records take a part of the likelihood"


@dataclass(frozen=True, slots=True)
class RuleWords:
    """What rules say of a run's explanations, by their place."""

    of: Mapping[int, RuleWord] = field(default_factory=dict)

    def worth(self, own: Sequence[float]) -> list[float]:
        """Log-odds before competition, with those of the rules where a rule decides."""
        worth = list(own)
        for place, word in self.of.items():
            if word.log_odds is not None:
                worth[place] = word.log_odds
        return worth

    def name(self, place: int) -> str | None:
        """The rule that made the explanation, or told whose line it is."""
        return self.of[place].rule if place in self.of else None

    def reasons(self, place: int, found: tuple[Reason, ...], total: float) -> tuple[Reason, ...]:
        """The reasons of the explanation with its rule's; they still add up to ``total``."""
        word = self.of.get(place)
        if word is None:
            return found
        if word.log_odds is None:
            return (*found, _reason("rule", word.evidence, 0.0))
        own = _reason("rule", word.evidence, word.log_odds)
        rivals = next((reason.evidence for reason in found if reason.name == "rivals"), _OTHERS)
        rest = total - word.log_odds
        return (own, _reason("rivals", rivals, rest)) if abs(rest) > _LEAST else (own,)


def with_rules(
    found: Iterable[Explanation], clues: Clues, exchange: Exchange
) -> tuple[list[Explanation], dict[Explanation, RuleWord]]:
    """The explanations that rules permit, with those that rules make, none twice.

    Where a rule's sums make up a deposit, no other sums over many parties are asked.
    """
    if not clues.ledger.ruled:
        return list(found), {}
    # Loaded only for runs with rules.
    from engine.matching.rule_groups import grouped
    from engine.matching.rule_parties import permitted
    from engine.matching.rule_tolerance import tolerated

    summed = dict(grouped(clues))
    made = {**dict(tolerated(clues, exchange)), **summed}
    sets = {(e.bills, e.payments) for e in made}
    lines = {e.payments for e in summed}
    others = [
        e
        for e in found
        if (e.bills, e.payments) not in sets
        and not (e.payments in lines and e.kind in _OVER_PARTIES)
    ]
    return permitted([*others, *made], clues), made


def words_of(
    kept: Sequence[Explanation], made: Mapping[Explanation, RuleWord], clues: Clues
) -> RuleWords:
    """The words about those that are left."""
    if not clues.ledger.ruled:
        return RuleWords()
    # Loaded only for runs with rules.
    from engine.matching.rule_parties import party_words

    words = party_words(kept, clues)
    words.update({place: made[e] for place, e in enumerate(kept) if made and e in made})
    return RuleWords(words)


def _reason(name: str, evidence: str, log_odds: float) -> Reason:
    score = max(-1.0, min(1.0, log_odds / FULL_WEIGHT))
    return Reason(name=name, score=round(score, 3), evidence=evidence, log_odds=round(log_odds, 4))
