"""Which parties of a run a user's rule means by a name."""

from engine.matching.ledger import Ledger
from engine.matching.normalise import name_tokens, unconfused
from engine.records import PartyTreatment


def parties_called(ledger: Ledger, name: str) -> frozenset[int]:
    """The run's parties of this name, legal forms and misread letters aside."""
    wanted = _key(name)
    return frozenset(
        index
        for index, party in enumerate(ledger.parties)
        if any(_key(own) == wanted for own in party.names)
    )


def told_parties(ledger: Ledger) -> dict[int, frozenset[int]]:
    """For the lines that a rule gives to a counterparty, the parties of its name; may be none."""
    names = {
        payment: rule.treatment.name
        for payment, rule in ledger.ruled.items()
        if isinstance(rule.treatment, PartyTreatment)
    }
    parties = {name: parties_called(ledger, name) for name in set(names.values())}
    return {payment: parties[name] for payment, name in names.items()}


def _key(name: str) -> str:
    return " ".join(unconfused(token) for token in name_tokens(name))
