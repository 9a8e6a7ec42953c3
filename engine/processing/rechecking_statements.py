"""What a statement's own figures say of each other, worked out again after a correction. Pure.

The arithmetic is done anew for every account. What else was doubtful about a line (its date, how
well it could be read) stands until a person changes something in it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from msgspec.structs import replace

from engine.extraction.statements.solving.chain import (
    Chain,
    Gap,
    first_in_time,
    follow,
    gap_sentence,
    stretches,
)
from engine.extraction.statements.solving.principal import move_of
from engine.extraction.statements.solving.side_sums import sides_agree
from engine.records import (
    Account,
    BalanceGap,
    ProofStatus,
    StatementInfo,
    StatementProof,
    Transaction,
    lines_by_account,
)
from engine.records.statement_checks import (
    figure_check,
    say_closing_differs,
    say_gap,
    say_rows_without,
)


@dataclass(slots=True)
class _Findings:
    """What the accounts' arithmetic gives, by the lines' places."""

    about_all: list[str] = field(default_factory=list)
    about_lines: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    gaps: list[BalanceGap] = field(default_factory=list)
    vouched: set[int] = field(default_factory=set)
    closed: int = 0
    figures: str = "balances"


def recheck_statement(
    info: StatementInfo, transactions: Sequence[Transaction]
) -> tuple[StatementInfo, tuple[Transaction, ...]]:
    """The header and the lines with the sentences, gaps and proof that are true of them now."""
    found = _Findings(about_all=_of_no_figure(info.checks))
    for account, places in lines_by_account(info, transactions):
        _check_account(account, [transactions[place] for place in places], places, found)
    if _sums_vouch(info, transactions, found):
        found.vouched.update(range(len(transactions)))
        found.figures = "sums"
    found.about_all += [_told(gap) for gap in found.gaps]
    found.about_all += _told_missing(transactions)
    checked = tuple(
        replace(line, checks=(*found.about_lines[place], *_standing(line)))
        for place, line in enumerate(transactions)
    )
    proof = _proof(checked, found, is_closed=found.closed == max(1, len(info.accounts)))
    return replace(info, checks=tuple(found.about_all), proof=proof), checked


def _sums_vouch(info: StatementInfo, transactions: Sequence[Transaction], found: _Findings) -> bool:
    """Whether the printed sums of the only account prove its lines, where no balance does."""
    if found.gaps or found.vouched or len(info.accounts) > 1:
        return False
    amounts = [line.amount for line in transactions]
    return sides_agree(amounts, info.total_credits, info.total_debits)


def _check_account(
    account: Account, lines: Sequence[Transaction], places: Sequence[int], found: _Findings
) -> None:
    chain = follow(
        [move_of(line) for line in lines],
        [line.balance for line in lines],
        account.opening_balance,
    )
    for gap, rows in stretches(chain, len(lines)):
        sentence = gap_sentence(gap)
        found.gaps.append(_gap_at_line(account, lines, gap))
        for row in rows:
            found.about_lines[places[row]].append(sentence)
    closing = account.closing_balance
    if closing is None or chain.end is None or chain.gaps:
        closes = False
    else:
        closes = chain.end == closing
        if not closes:
            found.gaps.append(_gap_at_end(account, lines, chain, closing))
    if (closes and account.opening_balance is not None) or _begins_at_a_balance(
        account, lines, chain
    ):
        found.vouched.update(places)
        found.closed += 1
    else:
        found.vouched.update(places[row] for row in chain.covered)


def _begins_at_a_balance(account: Account, lines: Sequence[Transaction], chain: Chain) -> bool:
    """Whether the first balance implies the opening one, and all other lines follow from it."""
    first = first_in_time(chain, len(lines))
    others = set(range(len(lines))) - {first}
    return (
        account.opening_balance is None
        and bool(others)
        and chain.covered == others
        and lines[first].amount is not None
        and lines[first].balance is not None
    )


def _gap_at_line(account: Account, lines: Sequence[Transaction], gap: Gap) -> BalanceGap:
    line = lines[gap.row]
    return BalanceGap(
        account_number=account.account_number,
        page=line.page,
        after_transaction=None if gap.before is None else lines[gap.before].transaction_id,
        transaction=line.transaction_id,
        expected=gap.expected,
        printed=gap.printed,
        difference=gap.printed - gap.expected,
    )


def _gap_at_end(
    account: Account, lines: Sequence[Transaction], chain: Chain, closing: Decimal
) -> BalanceGap:
    last = max(chain.agreeing, default=None)
    end = chain.end or Decimal(0)
    return BalanceGap(
        account_number=account.account_number,
        page=lines[-1].page if lines else None,
        after_transaction=None if last is None else lines[last].transaction_id,
        expected=end,
        printed=closing,
        difference=closing - end,
    )


def _told(gap: BalanceGap) -> str:
    if gap.transaction is None:
        return say_closing_differs(gap.expected, gap.printed)
    return say_gap(gap.expected, gap.printed)


def _told_missing(lines: Sequence[Transaction]) -> Iterator[str]:
    if unknown := sum(line.amount is None for line in lines):
        yield say_rows_without(unknown, "amount")
    if undated := sum(line.date is None for line in lines):
        yield say_rows_without(undated, "date")


def _of_no_figure(checks: Iterable[str]) -> list[str]:
    """The sentences that no arithmetic can settle."""
    return [check for check in checks if figure_check(check) is None]


def _standing(line: Transaction) -> Iterable[str]:
    """Doubts about a line that no person has changed."""
    if any(place.source == "user" for place in line.provenance.values()):
        return ()
    return _of_no_figure(line.checks)


def _proof(lines: Sequence[Transaction], found: _Findings, *, is_closed: bool) -> StatementProof:
    total, vouched = len(lines), len(found.vouched)
    doubtful = sum(bool(line.checks) or line.date is None for line in lines)
    status: ProofStatus
    if found.gaps:
        status, sentence = "gaps", f"Balances agree for {vouched} of {total} rows."
    elif not total:
        status = "proven" if is_closed else "unproven"
        sentence = "There are no transactions."
    elif not vouched:
        status, sentence = "unproven", "No balances are known that could prove the rows."
    elif vouched < total:
        status, sentence = "agrees", f"{vouched} of {total} rows agree with the {found.figures}."
    elif doubtful:
        status = "agrees"
        sentence = (
            f"All {total} rows agree with the {found.figures}; {doubtful} of them need a look."
        )
    else:
        status, sentence = "proven", f"All {total} rows agree with the {found.figures}."
    return StatementProof(
        status=status,
        sentence=sentence,
        rows_total=total,
        rows_proven=vouched,
        gaps=tuple(found.gaps),
    )
