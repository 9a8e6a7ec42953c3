"""Parts of a bill that tell themselves: round shares of it, and a share that was held back.

Few sums are a twentieth of a large bill, or a multiple of that, by accident.
"""

from collections.abc import Iterator, Mapping, Sequence

from engine.matching.party_lines import Pool
from engine.matching.rows import Bill

PARTS = 12
"""Lines that may pay one bill."""
WIDEST_STEP = 45
"""Days between two parts."""
LARGE = 10_000
"""Minor units: nobody pays less than a hundred in parts without saying so."""
_TWENTIETHS = 20
_OFF = (-1, 0, 1, 2)
_RETAINED_DAYS = 300
_RETAINED_MOST = 40
_RETAINED_SETS = 3

Found = tuple[str, tuple[int, ...]]
"""How a set of lines was found, and the lines."""


def retained(bill: Bill, pool: Pool) -> Iterator[Found]:
    """Most of the bill, and months later the rest: a round share was held back, or paid first."""
    if pool.total < LARGE:
        return
    found = 0
    for line, day, amount in pool.since(bill.issued, _RETAINED_MOST):
        rests = pool.of_amount(pool.total - amount)
        if not rests or not _is_round_share(amount, pool.total):
            continue
        for rest in rests:
            gap = pool.days_of((rest,))[0] - day
            if WIDEST_STEP < gap <= _RETAINED_DAYS and found < _RETAINED_SETS:
                found += 1
                yield "retained", (line, rest)


def shares(places: Sequence[int], pool: Pool) -> Iterator[Found]:
    """Lines in a row that are each some twentieths of the bill, or quote it; all paid or so far.

    Few sums are a round share of a large bill by accident, so the shares themselves tell.
    """
    if pool.total < LARGE:
        return
    lines = pool.among(places)
    round_shares = [pool.total * part // _TWENTIETHS for part in range(1, _TWENTIETHS)]
    lines.update(pool.of_amounts(share + off for share in round_shares for off in _OFF))
    days = {line: pool.days_of((line,))[0] for line in sorted(lines)} if len(lines) > 1 else {}
    chain: list[int] = []
    for line in days:
        if chain and days[line] - days[chain[-1]] > WIDEST_STEP:
            yield from _chain_of_shares(chain, lines, pool.total)
            chain = []
        if sum(lines[other] for other in chain) + lines[line] <= pool.total:
            chain.append(line)
    yield from _chain_of_shares(chain, lines, pool.total)


def _chain_of_shares(
    chain: Sequence[int], amounts: Mapping[int, int], total: int
) -> Iterator[Found]:
    if 2 <= len(chain) <= PARTS:
        is_whole = sum(amounts[line] for line in chain) == total
        yield "shares" if is_whole else "shares_so_far", tuple(chain)


def _is_round_share(amount: int, total: int) -> bool:
    """Whether the amount is a multiple of a twentieth or a third of the total."""
    return any(
        abs(amount * parts - round(amount * parts / total) * total) <= 2 * parts
        for parts in (_TWENTIETHS, 3)
    )
