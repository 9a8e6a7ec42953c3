"""How a matching left its bank lines, and what it came to in figures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from engine.matching import MatchResult
from engine.records import Match, Unmatched

State = Literal["matched", "to_look_at", "set_aside", "open"]


@dataclass(frozen=True, slots=True)
class LineState:
    """Where a bank line stands: ``invoices`` are the numbers it pays, ``rule`` decided it."""

    state: State
    invoices: tuple[str, ...] = ()
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """What a matching found; ``amounts`` are those matched in full, by currency."""

    matched: int
    partial: int
    unmatched_invoices: int
    unmatched_lines: int
    set_aside_lines: int
    amounts: Mapping[str, Decimal]


def line_states(
    matched: Iterable[Match],
    partial: Iterable[Match],
    unmatched: Unmatched,
    numbers: Mapping[str, str],
) -> dict[str, LineState]:
    """Where every line stands, by its id."""
    states = {line_id: LineState("open") for line_id in unmatched.bank_transactions}
    for aside in unmatched.set_aside:
        state = LineState("set_aside", rule=aside.rule)
        states.update(dict.fromkeys(aside.transaction_ids, state))
    lists: tuple[tuple[State, Iterable[Match]], ...] = (
        ("matched", matched),
        ("to_look_at", partial),
    )
    for state_name, matches in lists:
        for found in matches:
            if found.decision != "rejected":
                paid = tuple(numbers.get(i, i) for i in found.invoice_ids)
                state = LineState(state_name, paid, found.rule)
                states.update(dict.fromkeys(found.transaction_ids, state))
    return states


def tally_of(result: MatchResult) -> Tally:
    """The figures of a matching."""
    amounts: dict[str, Decimal] = {}
    for found in result.matched:
        code = found.currency or ""
        amounts[code] = amounts.get(code, Decimal(0)) + found.amount_matched
    return Tally(
        matched=len(result.matched),
        partial=len(result.partial),
        unmatched_invoices=len(result.unmatched.invoices),
        unmatched_lines=len(result.unmatched.bank_transactions),
        set_aside_lines=sum(len(a.transaction_ids) for a in result.unmatched.set_aside),
        amounts=dict(sorted(amounts.items())),
    )
