"""Explanations of one deposit by the bills that fell due on one day: direct debits collected.

Only days that the line can mean are searched, all bills of the day first, then as many of them as
the line counts. Whose bills an account collects is learned from the sure lines and narrows the next
search, and who pays by transfer is left out at first.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from engine.matching.clues import Clues
from engine.matching.explanation import Explanation, Joint
from engine.matching.line_payers import SURELY_NAMED
from engine.matching.printed import printed_counts, printed_days
from engine.matching.rows import Payment
from engine.matching.sized_sums import choices_of_size
from engine.matching.treatment import Settlement

_ROUNDS = 3
_LATEST = 7
_DATED_LATEST = 12
_SURE = 2.5
_MARGIN = 0.7
_SHOWN = 3
_LARGEST_COUNT = 200


@dataclass(frozen=True, slots=True)
class _Answer:
    """One set of bills due on a day; ``rank`` is higher for better ones."""

    rank: float
    bills: tuple[int, ...]
    how: str
    chance: float
    known: int
    foreign: int
    left: int
    is_dated: bool


@dataclass(slots=True)
class _Book:
    """What is known so far: bills by due day, who pays alone, sure lines, parties by account."""

    due: dict[tuple[str, int], list[int]]
    alone: frozenset[int]
    holder: dict[int, int] = field(default_factory=dict)
    members: dict[int, dict[str, set[int]]] = field(default_factory=dict)
    lines_of: Counter[str] = field(default_factory=Counter)


def debit_explanations(clues: Clues) -> Iterator[Explanation]:
    """Lines for direct debits, each with the likeliest sets of bills due on one day."""
    book = _Book(_by_due_day(clues), _paying_alone(clues))
    lines = [line for line in range(len(clues.ledger.payments)) if _may_collect(clues, line, book)]
    answers: dict[int, list[_Answer]] = {}
    for _ in range(_ROUNDS if lines else 0):
        answers = {line: _answers(clues, book, line) for line in lines}
        _learn(clues, book, answers)
    for line in lines:
        yield from _explanations(clues, book, line, answers.get(line, []))


def _by_due_day(clues: Clues) -> dict[tuple[str, int], list[int]]:
    found: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index, bill in enumerate(clues.ledger.bills):
        if bill.effect > 0 and bill.due > bill.issued and bill.source.direction == "receivable":
            found[bill.currency, bill.due].append(index)
    return found


def _paying_alone(clues: Clues) -> frozenset[int]:
    """Parties that incoming lines name: they pay by themselves."""
    return frozenset(
        named[0].party
        for payment, named in zip(clues.ledger.payments, clues.named, strict=True)
        if payment.amount > 0 and named and named[0].score >= SURELY_NAMED
    )


def _may_collect(clues: Clues, line: int, book: _Book) -> bool:
    """Whether the line names nobody and counts or dates what it collects."""
    payment = clues.ledger.payments[line]
    if payment.amount <= 0:
        return False
    named = clues.named[line]
    if named and named[0].score >= SURELY_NAMED:
        return False
    days = [day for day in _days(payment, _DATED_LATEST) if (payment.currency, day) in book.due]
    if not days:
        return False
    if _counts(clues, line):
        return True
    return not printed_days(payment, payment.day - _DATED_LATEST).isdisjoint(days)


def _counts(clues: Clues, line: int) -> list[int]:
    return sorted(
        n for n in printed_counts(clues.ledger.payments[line]) if 2 <= n <= _LARGEST_COUNT
    )


def _days(payment: Payment, latest: int) -> range:
    return range(payment.day - latest, payment.day + 1)


def _answers(clues: Clues, book: _Book, line: int) -> list[_Answer]:
    payment, counts = clues.ledger.payments[line], _counts(clues, line)
    dated = sorted(printed_days(payment, payment.day - _DATED_LATEST))
    days = [d for d in dated if (payment.currency, d) in book.due] or list(_days(payment, _LATEST))
    found: dict[tuple[int, ...], _Answer] = {}
    for day in days:
        pool = [
            b for b in book.due.get((payment.currency, day), ()) if book.holder.get(b, line) == line
        ]
        for answer in _of_day(clues, book, line, pool, counts, day in dated):
            if answer.bills not in found or answer.rank > found[answer.bills].rank:
                found[answer.bills] = answer
    return sorted(found.values(), key=lambda a: (-round(a.rank, 6), a.bills))[:_SHOWN]


def _of_day(
    clues: Clues,
    book: _Book,
    line: int,
    pool: Sequence[int],
    counts: Sequence[int],
    dated: bool,
) -> Iterator[_Answer]:
    account = _account(clues, line)
    payment, bills = clues.ledger.payments[line], clues.ledger.bills
    owners = {b: _owner(book, bills[b].party, account, line) for b in pool}
    narrow = [b for b in pool if owners[b] >= 0 and bills[b].party not in book.alone]
    known = [b for b in narrow if owners[b] > 0]
    pools = dict.fromkeys(tuple(p) for p in (known, narrow, pool) if len(p) > 1)
    for number, members in enumerate(pools):
        effects = [bills[b].effect for b in members]
        if sum(effects) < payment.amount:
            continue
        made: list[tuple[str, tuple[int, ...], float]] = []
        if sum(effects) == payment.amount:
            made.append(("day", members, 1.0))
        for count in counts:
            if count < len(members):
                made.extend(
                    (
                        "count",
                        tuple(members[n] for n in places),
                        float(math.comb(len(members), count)),
                    )
                    for places in choices_of_size(effects, payment.amount, count)
                )
        for how, chosen, tries in made:
            is_counted = len(chosen) in counts
            chance = math.log10(max(1.0, tries) * (number + 1) / max(1, payment.amount // 2))
            own = sum(owners[b] > 0 for b in chosen)
            foreign = sum(owners[b] < 0 for b in chosen)
            left = sum(owners[b] >= 0 for b in narrow) - sum(b in chosen for b in narrow)
            rank = -chance + 1.0 * is_counted + 0.7 * dated + 0.6 * min(own, 5) - foreign
            yield _Answer(rank, tuple(sorted(chosen)), how, chance, own, foreign, left, dated)


def _owner(book: _Book, party: int, account: str, line: int) -> int:
    """1 for a party that other lines of the account collect from, -1 of another account, else 0."""
    members = book.members.get(party, {})
    counts = {key: len(lines - {line}) for key, lines in members.items()}
    most = max(counts.values(), default=0)
    if not most:
        return 0
    return 1 if counts.get(account) == most else -1


def _account(clues: Clues, line: int) -> str:
    return clues.ledger.payments[line].source.account_number or ""


def _learn(clues: Clues, book: _Book, answers: dict[int, list[_Answer]]) -> None:
    book.holder.clear()
    book.members.clear()
    book.lines_of.clear()
    offers = sorted(
        (-round(found[0].rank, 6), line)
        for line, found in answers.items()
        if found
        and found[0].rank >= _SURE
        and (len(found) < 2 or found[0].rank - found[1].rank >= _MARGIN)
    )
    for _, line in offers:
        chosen = answers[line][0].bills
        if book.holder.keys().isdisjoint(chosen):
            book.holder.update(dict.fromkeys(chosen, line))
            book.lines_of[_account(clues, line)] += 1
            for bill in chosen:
                own = book.members.setdefault(clues.ledger.bills[bill].party, {})
                own.setdefault(_account(clues, line), set()).add(line)


def _explanations(
    clues: Clues, book: _Book, line: int, answers: Sequence[_Answer]
) -> Iterator[Explanation]:
    amount = clues.ledger.payments[line].amount
    is_sure = any(book.holder.get(b) == line for a in answers for b in a.bills)
    alike = book.lines_of[_account(clues, line)] - is_sure
    for answer in answers:
        if len({clues.ledger.bills[b].party for b in answer.bills}) < 2:
            continue
        yield Explanation(
            "collective",
            "collective",
            answer.bills,
            (line,),
            Settlement("sum", amount, amount),
            how=answer.how,
            rivals=len(answers) - 1,
            chance=answer.chance,
            joint=Joint(
                alike=alike,
                known=answer.known,
                foreign=answer.foreign,
                left=answer.left,
                is_dated=answer.is_dated,
            ),
        )
