"""Plans that the columns allow, each held against the balances of the table's first rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from msgspec.structs import replace

from engine.extraction.bank_files.ledger import UnreadableBankFileError
from engine.extraction.bank_files.tables.by_balances import explains
from engine.extraction.bank_files.tables.grid import Record
from engine.extraction.bank_files.tables.money_columns import money_choices
from engine.extraction.bank_files.tables.profile import Profile
from engine.extraction.bank_files.tables.roles import Roles
from engine.extraction.bank_files.tables.rows import RowReader
from engine.extraction.statements.solving.chain import Chain, follow
from engine.records import ColumnPlan, ColumnRole
from engine.records.column_plan import SignConvention

_TRIED: Final = 400
"""Rows from the start of the table on which plans are tried."""

AGREES: Final = 0.5
"""The share of balances that follow from which they speak for a plan."""


@dataclass(frozen=True, slots=True)
class TriedPlan:
    """A plan, the weight of what its columns are called, and what the balances of its rows say."""

    plan: ColumnPlan
    weight: float
    chain: Chain | None

    @property
    def agreement(self) -> float:
        """The share of balances that follow, 0..1; 0 without balances."""
        if self.chain is None or self.chain.balances < 2:
            return 0.0
        return len(self.chain.agreeing) / (self.chain.balances - 1)

    @property
    def score(self) -> float:
        """What the names are worth, and ten times the agreement once it speaks for the plan."""
        agreement = self.agreement
        return self.weight + (10.0 * agreement if agreement >= AGREES else 0.0)


def tried_plans(
    base: ColumnPlan,
    roles: Roles,
    profiles: Sequence[Profile],
    rows: Sequence[Record],
    table: Sequence[Record],
) -> list[TriedPlan]:
    """Every plan that the columns allow.

    Args:
        base: the plan but for roles and signs.
        roles: what the columns are by names and cells, as far as that is known.
        profiles: what the columns hold.
        rows: the movements of the table.
        table: all its records from the first row on.

    Raises:
        UnreadableBankFileError: none of the columns has amounts.
    """
    choices = money_choices(roles, profiles, rows, base.heads)
    if not choices:
        raise UnreadableBankFileError("none of its columns has amounts")
    tried = []
    for weight, chosen in choices:
        for extra, plan in _plans(base, chosen, profiles):
            chain = _chain(plan, rows, table) if "balance" in plan.roles else None
            found = TriedPlan(plan, weight + extra, chain)
            # A column that nothing calls a balance is one only when the figures follow.
            if chain is None or _is_named(plan, roles) or found.agreement >= AGREES:
                tried.append(found)
    if not tried:
        raise UnreadableBankFileError("none of its columns has amounts")
    return tried


def _is_named(plan: ColumnPlan, roles: Roles) -> bool:
    return roles[plan.roles.index("balance")] == "balance"


def _plans(
    base: ColumnPlan, chosen: Roles, profiles: Sequence[Profile]
) -> Iterator[tuple[float, ColumnPlan]]:
    """The plans that one choice of money columns allows, each with an addition to its weight."""
    with_fee = tuple(role or "other" for role in chosen)
    without: tuple[ColumnRole, ...] = tuple("other" if r == "fee" else r for r in with_fee)
    if "amount" not in without:
        yield 0.0, replace(base, roles=without, sign_convention="columns")
        if "fee" in with_fee and "balance" in with_fee:
            yield -0.1, replace(base, roles=with_fee, sign_convention="columns")
        return
    amount = profiles[without.index("amount")]
    for column, role in enumerate(without):
        profile = profiles[column]
        says = profile.direction >= 0.9 and profile.filled >= 0.9 and profile.distinct <= 8
        if role in {"indicator", "kind"} and says:
            told = [*without]
            told[column] = "indicator"
            likely = 1.0 if amount.minus == 0 else -1.5
            yield likely, replace(base, roles=tuple(told), sign_convention="indicator")
    conventions: tuple[tuple[float, SignConvention], ...] = ((0.0, "signed"), (-0.5, "turned"))
    plain_roles: tuple[ColumnRole, ...] = tuple(
        "kind" if role == "indicator" else role for role in without
    )
    for extra, convention in conventions:
        yield extra, replace(base, roles=plain_roles, sign_convention=convention)
        if "fee" in with_fee and "balance" in with_fee:
            yield extra - 0.1, replace(base, roles=with_fee, sign_convention=convention)


def _chain(plan: ColumnPlan, rows: Sequence[Record], table: Sequence[Record]) -> Chain | None:
    reader = RowReader(plan, rows)
    groups: dict[tuple[str, str], list[tuple[Decimal, Decimal | None]]] = {}
    for row in table[:_TRIED]:
        if reader.state(row) == "void":
            continue
        amount = reader.amount(row)
        if amount is not None and reader.day(row, "date") is not None:
            key = (reader.cell(row, "account"), reader.cell(row, "currency"))
            groups.setdefault(key, []).append((amount.value, reader.balance(row)))
    chains = [
        follow([a for a, _ in group], [b for _, b in group], None) for group in groups.values()
    ]
    return max(chains, key=lambda chain: chain.balances, default=None)


def told_by_balances(best: TriedPlan, rows: Sequence[Record], table: Sequence[Record]) -> bool:
    """Whether amounts are all plain and the balances show which way each went."""
    plan = best.plan
    if best.chain is None or plan.sign_convention not in {"signed", "turned"}:
        return False
    reader = RowReader(replace(plan, sign_convention="signed"), rows)
    read = [(reader.amount(row), reader.balance(row)) for row in table[:_TRIED]]
    told = [(amount.value, balance) for amount, balance in read if amount is not None]
    return all(value >= 0 for value, _ in told) and explains(told)
