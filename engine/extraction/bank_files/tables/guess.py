"""The plan of a table's columns: the likeliest one, proved by its balances where it has any."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from msgspec.structs import replace

from engine.extraction.amounts import decimal_mark_of
from engine.extraction.bank_files.day_order import DayOrder, day_order
from engine.extraction.bank_files.ledger import UnreadableBankFileError
from engine.extraction.bank_files.tables.by_balances import explains
from engine.extraction.bank_files.tables.cells import cleaned, kind_of_cell
from engine.extraction.bank_files.tables.facts import facts_of
from engine.extraction.bank_files.tables.grid import Grid, Record
from engine.extraction.bank_files.tables.layout import Layout
from engine.extraction.bank_files.tables.money_columns import money_choices
from engine.extraction.bank_files.tables.own_account import own_account
from engine.extraction.bank_files.tables.profile import Profile, movements_of, profiles_of
from engine.extraction.bank_files.tables.roles import (
    MONEY,
    Roles,
    fill_by_cells,
    roles_by_name,
    single_dates,
)
from engine.extraction.bank_files.tables.rows import RowReader
from engine.extraction.bank_files.tables.turned import turned_evidence
from engine.extraction.phrases import plain
from engine.extraction.statements.solving.chain import Chain, follow
from engine.records import ColumnPlan, ColumnRole
from engine.records.column_plan import SignConvention

_TRIED: Final = 400
"""Rows from the start of the table on which plans are tried."""
_PREAMBLE: Final = 60
"""Records above the table that are looked at for the own account."""
_AGREES: Final = 0.5
_NEARLY_ALL: Final = 0.95
_BY_NAME: Final = 0.97
_BY_CELLS: Final = 0.8
_PROVEN: Final = 0.995


@dataclass(frozen=True, slots=True)
class Guess:
    """A plan, and how sure its parts are: columns and signs, and the order of the dates."""

    plan: ColumnPlan
    columns_certainty: float
    days: DayOrder


@dataclass(frozen=True, slots=True)
class _Tried:
    """A plan with what the balances of its rows say."""

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
        agreement = self.agreement
        return self.weight + (10.0 * agreement if agreement >= _AGREES else 0.0)


def guess_plan(grid: Grid, layout: Layout) -> Guess:
    """The likeliest plan of the table at ``layout``.

    Raises:
        UnreadableBankFileError: no column has days, or none has amounts.
    """
    rows = movements_of(grid.records, layout.first)
    stated = facts_of(grid.records[: layout.header or 0][-_PREAMBLE:], ".", "dmy")
    width = max([len(layout.heads), *(len(row) for row in rows)], default=0)
    heads = (*layout.heads, *("" for _ in range(width - len(layout.heads))))
    profiles = profiles_of(rows, width)
    named = own_account(roles_by_name(heads, profiles), profiles, rows, stated)
    filled = fill_by_cells(named, profiles, heads)
    roles = single_dates(filled, heads, profiles)
    base = ColumnPlan(
        signature=signature_of(heads, profiles, layout.header is not None),
        encoding=grid.encoding,
        delimiter=grid.delimiter,
        sheet=grid.sheet,
        header_row=None if layout.header is None else layout.header + 1,
        heads=heads,
    )
    if not rows:
        return _empty(base, heads)
    days = _days(grid.records, layout.first, roles, heads)
    sign, sign_evidence = _decimal_sign(rows, roles, profiles, grid.delimiter)
    base = replace(base, date_order=days.order, decimal_sign=sign)
    tried = _try_all(base, roles, profiles, rows, grid.records[layout.first :])
    best = max(tried, key=lambda t: t.score)
    table = grid.records[layout.first :]
    return _guess(best, table, days, profiles, rows, sign_evidence)


def signature_of(heads: Sequence[str], profiles: Sequence[Profile], has_heads: bool) -> str:
    """What a plan is remembered under: the columns' names, or without them their kinds."""
    if has_heads:
        return "|".join(plain(head) for head in heads)
    kinds = "".join(
        "d" if p.date > 0.5 else "n" if p.amounts > 0.5 else "t" if p.count else "-"
        for p in profiles
    )
    return f"#{kinds}"


def _empty(base: ColumnPlan, heads: Sequence[str]) -> Guess:
    """The plan of a table without rows: what the names say."""
    from engine.extraction.bank_files.tables.vocabulary import head_role

    roles = tuple(head_role(head) or "other" for head in heads)
    has_sides = "debit" in roles or "credit" in roles
    plan = replace(base, roles=roles, sign_convention="columns" if has_sides else "signed")
    return Guess(replace(plan, confidence=0.5), 0.5, day_order([]))


def _days(records: Sequence[Record], first: int, roles: Roles, heads: Sequence[str]) -> DayOrder:
    if "date" not in roles:
        raise UnreadableBankFileError("none of its columns has dates")
    found: DayOrder | None = None
    for role in ("date", "value_date"):
        if role in roles:
            index = roles.index(role)
            texts = dict.fromkeys(
                cleaned(record[index]) for record in records[first:] if index < len(record)
            )
            days = [text for text in texts if kind_of_cell(text) in {"date", "compact"}]
            order = day_order(days, month_first=_is_american(records, first, heads))
            if found is None or order.certainty > found.certainty:
                found = order
    assert found is not None  # noqa: S101 (there is a column of dates)
    return found


def _is_american(records: Sequence[Record], first: int, heads: Sequence[str]) -> bool:
    """Whether dollars are named anywhere: where they are used the month is written first."""
    looked = [cell for record in records[: first + 30] for cell in record]
    return any("$" in cell or cell.strip() == "USD" for cell in looked) or any(
        word in plain(" ".join(heads)).split() for word in ("usd", "check", "routing")
    )


def _decimal_sign(
    rows: Sequence[Record], roles: Roles, profiles: Sequence[Profile], delimiter: str | None
) -> tuple[Literal[".", ","], str | None]:
    money = [i for i, role in enumerate(roles) if role in MONEY]
    money = money or [i for i, profile in enumerate(profiles) if profile.money > 0.5]
    texts = {row[i] for row in rows for i in money if i < len(row)}
    shown = decimal_mark_of(texts)
    if shown in {".", ","}:
        return ("." if shown == "." else ","), None
    if not any("." in text or "," in text for text in texts):
        return ".", None
    usual: Literal[".", ","] = "," if delimiter == ";" else "."
    return usual, "The decimal sign cannot be told from the amounts."


def _try_all(
    base: ColumnPlan,
    roles: Roles,
    profiles: Sequence[Profile],
    rows: Sequence[Record],
    table: Sequence[Record],
) -> list[_Tried]:
    choices = money_choices(roles, profiles, rows, base.heads)
    if not choices:
        raise UnreadableBankFileError("none of its columns has amounts")
    tried = []
    for weight, chosen in choices:
        for extra, plan in _plans(base, chosen, profiles):
            chain = _chain(plan, rows, table) if "balance" in plan.roles else None
            found = _Tried(plan, weight + extra, chain)
            # A column that nothing calls a balance is one only when the figures follow.
            if chain is None or _is_named(plan, roles) or found.agreement >= _AGREES:
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


def _told_by_balances(best: _Tried, rows: Sequence[Record], table: Sequence[Record]) -> bool:
    """Whether amounts are all plain and the balances show which way each went."""
    plan = best.plan
    if best.chain is None or plan.sign_convention not in {"signed", "turned"}:
        return False
    reader = RowReader(replace(plan, sign_convention="signed"), rows)
    read = [(reader.amount(row), reader.balance(row)) for row in table[:_TRIED]]
    told = [(amount.value, balance) for amount, balance in read if amount is not None]
    return all(value >= 0 for value, _ in told) and explains(told)


def _guess(
    best: _Tried,
    table: Sequence[Record],
    days: DayOrder,
    profiles: Sequence[Profile],
    rows: Sequence[Record],
    sign_evidence: str | None,
) -> Guess:
    plan, evidence = best.plan, []
    certainty = _named_share(plan)
    if best.agreement < _NEARLY_ALL and _told_by_balances(best, rows, table):
        plan = replace(plan, sign_convention="balances")
        evidence += ["Each balance rose or fell by the amount of its row.", days.why]
        certainty = 0.97
        confidence = round(min(certainty, days.certainty), 3)
        plan = replace(plan, confidence=confidence, evidence=tuple(evidence))
        return Guess(plan, certainty, days)
    if best.agreement >= _AGREES:
        certainty = _PROVEN if best.agreement > _NEARLY_ALL else 0.97
        share = "All" if best.agreement == 1 else f"{best.agreement:.0%} of the"
        evidence.append(f"{share} running balances follow from the amounts so.")
    else:
        plan, evidence, certainty = _unproven(plan, best, rows, profiles, certainty)
        if sign_evidence:
            evidence.append(sign_evidence)
            certainty = min(certainty, 0.7)
    evidence.append(days.why)
    confidence = round(min(certainty, days.certainty), 3)
    return Guess(replace(plan, confidence=confidence, evidence=tuple(evidence)), certainty, days)


def _unproven(
    plan: ColumnPlan,
    best: _Tried,
    rows: Sequence[Record],
    profiles: Sequence[Profile],
    certainty: float,
) -> tuple[ColumnPlan, list[str], float]:
    """The plan as words and signs alone suggest it, when no balances prove it."""
    evidence = []
    chain = best.chain
    if chain is not None and not chain.agreeing and _is_no_balance(plan, chain, profiles):
        roles = tuple("other" if role == "balance" else role for role in plan.roles)
        plan = replace(plan, roles=roles)
        evidence.append("The column of balances does not follow from the amounts: it is not used.")
    if plan.sign_convention in {"signed", "turned"}:
        found = turned_evidence(plan, rows)
        plan = replace(plan, sign_convention="turned" if found.is_turned else "signed")
        evidence.append(found.why)
        certainty = min(certainty, found.certainty)
    return plan, evidence, certainty


def _is_no_balance(plan: ColumnPlan, chain: Chain, profiles: Sequence[Profile]) -> bool:
    """Whether balances that never follow are no running ones: many, or always the same."""
    is_same = profiles[plan.roles.index("balance")].distinct == 1 and chain.balances > 1
    return is_same or chain.balances > 3


def _named_share(plan: ColumnPlan) -> float:
    """How sure columns are by their names alone."""
    from engine.extraction.bank_files.tables.vocabulary import head_role

    needed = {"date", "amount", "debit", "credit"}
    named = all(
        head and head_role(head) is not None
        for head, role in zip(plan.heads, plan.roles, strict=True)
        if role in needed
    )
    return _BY_NAME if named and plan.header_row is not None else _BY_CELLS
