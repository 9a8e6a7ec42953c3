"""Everything that could explain a ledger's bank lines, each with its evidence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import NamedTuple

from engine.matching.batches import batch_explanations, nameless_batches
from engine.matching.candidates import single_explanations
from engine.matching.clues import Clues
from engine.matching.collectives import listed_collectives
from engine.matching.debits import debit_explanations
from engine.matching.delays import Delays
from engine.matching.exchange import Exchange
from engine.matching.explanation import Explanation
from engine.matching.features import FeatureMaker
from engine.matching.hands import ALONE, Hands
from engine.matching.instalments import instalment_explanations
from engine.matching.ledger import Ledger
from engine.matching.options import MatchOptions
from engine.matching.party_lines import LinesByParty
from engine.matching.payouts import payout_explanations
from engine.matching.pools import Pools
from engine.matching.remembered import Remembered
from engine.matching.rule_words import RuleWords, with_rules, words_of
from engine.matching.sieve import Sieve

_PROOF = -4.0
"""Decimal logarithm of the accidental lists from which on one that adds up is proof."""


class Part(NamedTuple):
    """What one work finds."""

    singles: list[Explanation]
    batches: list[Explanation]
    instalments: list[Explanation]
    joint: list[Explanation]
    nameless: list[Explanation]


@dataclass(frozen=True, slots=True)
class Explained:
    """The explanations of a ledger, none twice, and what reads the evidence of each.

    Evidence is read whenever it is asked for: kept, it would be the most of a large run's memory.
    ``words`` is what the user's own rules say of the explanations.
    """

    clues: Clues
    explanations: tuple[Explanation, ...]
    maker: FeatureMaker
    words: RuleWords = field(default_factory=RuleWords)

    def evidence(self, places: Sequence[int]) -> list[tuple[str, ...]]:
        """The pieces of evidence for and against each of some explanations."""
        return self.maker.features_of([self.explanations[place] for place in places])

    @property
    def features(self) -> tuple[tuple[str, ...], ...]:
        """The evidence of all explanations: as much work as finding it anew."""
        return tuple(self.maker.features_of(self.explanations))


def explain(ledger: Ledger, options: MatchOptions, hands: Hands = ALONE) -> Explained:
    """Find the explanations and the evidence for and against each."""
    remembered = Remembered(options.lessons, ledger)
    clues = Clues(ledger, options.date_window_days, hands, remembered)
    exchange = Exchange(options.rates, ledger.home)
    singles, sets = _found(clues, exchange, hands)
    found, ruled = with_rules([*singles, *sets], clues, exchange)
    kept = _allowed(found, ledger, options)
    maker = FeatureMaker(clues, Delays(clues, singles, remembered), kept, remembered)
    words = words_of(kept, ruled, clues)
    return Explained(clues, tuple(kept), maker, words)


def _found(
    clues: Clues, exchange: Exchange, hands: Hands
) -> tuple[list[Explanation], list[Explanation]]:
    """Explanations by single bills, and by sets; in one order, however many hands find them."""
    ledger, sieve, pools, by_party = clues.ledger, Sieve(clues), Pools(clues), LinesByParty(clues)

    def of_one_party(payments: range, bills: range) -> Part:
        return Part(
            list(single_explanations(clues, exchange, payments, sieve)),
            list(batch_explanations(clues, payments, pools)),
            list(instalment_explanations(clues, bills, by_party)),
            [],
            [],
        )

    def of_many_parties() -> Part:
        found = (payout_explanations(clues), listed_collectives(clues), debit_explanations(clues))
        return Part([], [], [], list(chain(*found)), list(nameless_batches(clues, pools)))

    shares = zip(
        hands.shares_of(len(ledger.payments)), hands.shares_of(len(ledger.bills)), strict=True
    )
    works: list[Callable[[], Part]] = [of_many_parties]
    works += [partial(of_one_party, *share) for share in shares]
    found = hands.together(works, Part)
    singles, batches, instalments, joint, nameless = (
        list(chain.from_iterable(column)) for column in zip(*found, strict=True)
    )
    sets = [*nameless, *batches, *instalments]
    return _none_twice(singles, sets, joint) if joint else (singles, sets)


def _none_twice(
    singles: list[Explanation], sets: list[Explanation], joint: list[Explanation]
) -> tuple[list[Explanation], list[Explanation]]:
    """All of them; of two for the same records that of many parties, if other lines are like it.

    A line whose list adds up to the cent, and no other way, pays no single bill of the list.
    """
    surer = {(e.bills, e.payments) for e in joint if e.joint and (e.joint.alike or e.joint.listed)}
    proven = {e.payments for e in joint if _is_proven(e)}
    if proven or surer:
        singles = [
            e for e in singles if e.payments not in proven and (e.bills, e.payments) not in surer
        ]
        sets = [e for e in sets if (e.bills, e.payments) not in surer]
    joined = {e.payments for e in joint}
    known = {(e.bills, e.payments) for e in chain(singles, sets) if e.payments in joined}
    others = {(e.bills, e.payments): e for e in reversed(joint)}
    return singles, [*sets, *(e for key, e in others.items() if key not in known)]


def _is_proven(e: Explanation) -> bool:
    return e.how == "listed" and e.rivals == 0 and e.chance < _PROOF


def _allowed(
    found: Sequence[Explanation], ledger: Ledger, options: MatchOptions
) -> Sequence[Explanation]:
    """Those that nobody has rejected before."""
    if not options.rejected:
        return found
    return [
        e
        for e in found
        if (
            tuple(sorted(ledger.bills[b].id for b in e.bills)),
            tuple(sorted(ledger.payments[p].id for p in e.payments)),
        )
        not in options.rejected
    ]
