"""Rules that say whose a bank line is, or whose it never is."""

from collections.abc import Iterable, Mapping, Sequence

from engine.matching.clues import Clues
from engine.matching.explanation import Explanation
from engine.matching.rule_names import parties_called, told_parties
from engine.matching.rules import RuleWord, sentence
from engine.records import NeverTreatment, PartyTreatment


def permitted(found: Iterable[Explanation], clues: Clues) -> list[Explanation]:
    """The explanations that no rule of their lines forbids.

    A line that a rule gives to a counterparty pays no other one's invoices, unless it quotes them.
    """
    told, barred = told_parties(clues.ledger), _barred(clues)
    if not told and not barred:
        return list(found)
    return [
        e
        for e in found
        if all(_may_pay(clues, told, barred, p, b) for p in e.payments for b in e.bills)
    ]


def permits(clues: Clues, payment: int, bill: int) -> bool:
    """Whether no rule of the line forbids that it pays the bill."""
    if payment not in clues.ledger.ruled:
        return True
    return _may_pay(clues, told_parties(clues.ledger), _barred(clues), payment, bill)


def _may_pay(
    clues: Clues,
    told: Mapping[int, frozenset[int]],
    barred: Mapping[int, frozenset[int]],
    payment: int,
    bill: int,
) -> bool:
    party = clues.ledger.bills[bill].party
    if payment in barred:
        return party not in barred[payment]
    is_own = payment not in told or party in told[payment]
    return is_own or bill in clues.whole_quotes[payment]


def party_words(found: Sequence[Explanation], clues: Clues) -> dict[int, RuleWord]:
    """The words of rules that said whose a line is, by the place of each that follows them."""
    told, ledger = told_parties(clues.ledger), clues.ledger
    words: dict[int, RuleWord] = {}
    for place, e in enumerate(found if told else ()):
        for payment in e.payments:
            parties = told.get(payment)
            if parties and all(ledger.bills[bill].party in parties for bill in e.bills):
                rule = ledger.ruled[payment]
                if isinstance(rule.treatment, PartyTreatment):
                    evidence = sentence(rule, f"the line is {rule.treatment.name}'s")
                    words[place] = RuleWord(rule.name, evidence)
    return words


def _barred(clues: Clues) -> dict[int, frozenset[int]]:
    """For the lines that are never matched with one counterparty, the parties of its name."""
    names = {
        payment: rule.treatment.party
        for payment, rule in clues.ledger.ruled.items()
        if isinstance(rule.treatment, NeverTreatment) and rule.treatment.party
    }
    parties = {name: parties_called(clues.ledger, name) for name in set(names.values())}
    return {payment: parties[name] for payment, name in names.items()}
