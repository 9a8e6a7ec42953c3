"""The search for the bills of one processor's deposit, its fee being known.

What arrives of every bill is known to the cent. A deposit is a run of days of the bills that are
nobody else's, such a run but for one or two bills, or a choice of the few bills of some days.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from engine.matching.charges import slack
from engine.matching.clues import Clues
from engine.matching.printed import printed_gross
from engine.matching.processor import Stream
from engine.matching.tills import Till

_SMALL_POOL = 11
_PERIOD_POOL = 14
_LEFT_OUT = 40
_FEW_WINDOWS = 24
_SHOWN = 3
_MOST_CHOICES = 8


@dataclass(frozen=True, slots=True)
class Answer:
    """One way to make up a deposit.

    Attributes:
        rank: Higher for better ones.
        places: Places of the bills in the till, ascending.
        how: "run", "run_less" for one but for a bill or two, or "choice".
        chance: Decimal logarithm of how many such ways accident would give.
        known: Bills of customers who pay through this processor.
        foreign: Bills of customers who pay through another.
        left: Bills of the same days that may be this processor's but are not taken.
    """

    rank: float
    places: tuple[int, ...]
    how: str
    chance: float
    known: int
    foreign: int
    left: int


@dataclass(slots=True)
class Desk:
    """What is known so far of one currency.

    Attributes:
        till: The bills that are paid at once.
        streams: The processors; others name them by their places here.
        sure: For lines that are sure, the processor and the way.
        customers: For every party, the sure lines by which it paid through each processor.
        lags: For a processor, the days from the last bill to the deposit, least and most, and the
            most days that one deposit covers.
        usual_lags: For a processor, the days from the end of what a deposit covers to the deposit.
    """

    till: Till
    streams: list[Stream] = field(default_factory=list)
    sure: dict[int, tuple[int, Answer]] = field(default_factory=dict)
    customers: dict[int, dict[int, set[int]]] = field(default_factory=dict)
    lags: dict[int, tuple[int, int, int]] = field(default_factory=dict)
    usual_lags: dict[int, int] = field(default_factory=dict)


class Search:
    """Looks for the bills of one deposit."""

    def __init__(
        self,
        clues: Clues,
        desk: Desk,
        number: int,
        line: int,
        holder: dict[int, int],
        before: int | None = None,
    ) -> None:
        """Look for the bills of ``line``, of the desk's processor of that ``number``.

        ``holder`` says which sure line has which place of the till, ``before`` on which day the
        processor paid the last time.
        """
        payment = clues.ledger.payments[line]
        self._clues, self._desk, self._number, self._line = clues, desk, number, line
        stream = desk.streams[number]
        self._day, self._fee = payment.day, stream.fee
        self._amount = payment.amount - stream.beside.get(line, 0)
        self._gross = printed_gross(payment)
        till = desk.till
        by_pace = (0, stream.pace.latest, stream.pace.longest - 1)
        soonest, latest, span = desk.lags.get(number, stream.lags or by_pace)
        self._soonest, self._latest, self._span = soonest, latest, span
        self._before = before
        self._lag = stream.lags[0] + 1 if stream.lags else desk.usual_lags.get(number)
        places = till.between(self._day - latest - span, self._day - soonest)
        self._open = [p for p in places if holder.get(p, line) == line]
        self._owner = {p: self._owned(p) for p in self._open}
        self._pool = [p for p in self._open if self._owner[p] >= 0]

    def _owned(self, place: int) -> int:
        """1 for a customer in other deposits of this processor, -1 of another, 0 if not known."""
        bill = self._desk.till.bills[place]
        own = self._desk.customers.get(self._clues.ledger.bills[bill].party, {})
        counts = {number: len(lines - {self._line}) for number, lines in own.items()}
        most = max(counts.values(), default=0)
        if not most:
            return 0
        return 1 if counts.get(self._number) == most else -1

    def answers(self) -> list[Answer]:
        """The best few ways, the best first."""
        found: dict[tuple[int, ...], Answer] = {}
        ways = (*self._runs(), *self._choices(), *self._of_all(), *self._since())
        for how, places, tries in ways:
            answer = self._answer(how, places, tries)
            if answer and (places not in found or answer.rank > found[places].rank):
                found[places] = answer
        return sorted(found.values(), key=lambda a: (-round(a.rank, 6), a.places))[:_SHOWN]

    def _windows(self) -> list[tuple[int, ...]]:
        """The pool's runs of days, each once; with bills that seem to be paid alone and without."""
        till = self._desk.till
        free = [p for p in self._pool if till.is_free(p)]
        found = self._runs_of_days(free)
        if len(free) < len(self._pool):
            known = set(found)
            found += [run for run in self._runs_of_days(self._pool) if run not in known]
        return found

    def _runs_of_days(self, pool: Sequence[int]) -> list[tuple[int, ...]]:
        days = self._desk.till.days
        ends = sorted({days[p] for p in pool if days[p] >= self._day - self._latest})
        starts = sorted({days[p] for p in pool})
        return [
            tuple(p for p in pool if start <= days[p] <= end)
            for end in ends
            for start in starts
            if end - self._span <= start <= end
        ]

    def _runs(self) -> Iterator[tuple[str, tuple[int, ...], int]]:
        windows = self._windows()
        for places in windows:
            nets = self._nets(places)
            rest = sum(nets) - self._amount
            off = slack(self._fee, len(places))
            if abs(rest) <= off:
                yield "run", places, len(windows)
                continue
            if rest < 0 or len(places) < 3 or len(places) > _LEFT_OUT:
                continue
            tries = len(windows) * len(places)
            for n, net in enumerate(nets):
                if abs(rest - net) <= off:
                    yield "run_less", places[:n] + places[n + 1 :], tries
            if len(windows) > _FEW_WINDOWS:
                continue
            for n, net in enumerate(nets):
                for m in range(n + 1, len(nets)):
                    if abs(rest - net - nets[m]) <= off:
                        kept = places[:n] + places[n + 1 : m] + places[m + 1 :]
                        yield "run_less", kept, tries * len(places)

    def _choices(self) -> Iterator[tuple[str, tuple[int, ...], int]]:
        """All choices of the bills of few days, where they are few."""
        yield from self._chosen(self._windows(), "choice")

    def _of_all(self) -> Iterator[tuple[str, tuple[int, ...], int]]:
        """The same with bills that were thought to be another processor's."""
        if len(self._pool) == len(self._open):
            return
        days = self._desk.till.days
        ends = sorted({days[p] for p in self._open if days[p] >= self._day - self._latest})
        alike = [tuple(p for p in self._open if days[p] == end) for end in ends]
        yield from self._chosen(alike, "choice")

    def _since(self) -> Iterator[tuple[str, tuple[int, ...], int]]:
        """All choices of the bills since the processor paid the last time, by its usual delay."""
        if self._lag is None or self._before is None:
            return
        days = self._desk.till.days
        periods = [
            tuple(
                p
                for p in self._pool
                if self._before - lag < days[p] <= self._day - lag and self._desk.till.is_free(p)
            )
            for lag in (self._lag, self._lag - 1, self._lag + 1)
        ]
        yield from self._chosen(list(dict.fromkeys(periods)), "choice", _PERIOD_POOL)

    def _chosen(
        self, windows: Sequence[tuple[int, ...]], how: str, most: int = _SMALL_POOL
    ) -> Iterator[tuple[str, tuple[int, ...], int]]:
        tries = 0
        for places in sorted(windows, key=lambda w: (len(w), w)):
            if not 1 <= len(places) <= most:
                continue
            tries += 1 << len(places)  # the smallest are the likeliest
            sums = np.zeros(1 << len(places), dtype=np.int64)
            for n, net in enumerate(self._nets(places)):
                np.add(sums[: 1 << n], net, out=sums[1 << n : 2 << n])
            off = slack(self._fee, len(places))
            for mask in np.flatnonzero(np.abs(sums - self._amount) <= off).tolist()[:_MOST_CHOICES]:
                if mask:
                    yield how, tuple(p for n, p in enumerate(places) if mask >> n & 1), tries

    def _nets(self, places: Sequence[int]) -> list[int]:
        return [self._fee.net(self._desk.till.effects[p]) for p in places]

    def _answer(self, how: str, places: tuple[int, ...], tries: int) -> Answer | None:
        till = self._desk.till
        gross = sum(till.effects[p] for p in places if till.effects[p] > 0)
        if not gross or (self._gross is not None and not self._is_printed(places, gross)):
            return None
        if self._gross is not None:
            tries = max(1, tries // 1000)
        off = abs(sum(self._nets(places)) - self._amount)
        chance = math.log10(tries * (2 * off + till.unit) / max(1, self._amount // 2))
        known = sum(self._owner[p] > 0 for p in places)
        foreign = sum(self._owner[p] < 0 for p in places)
        first, last = till.days[places[0]], till.days[places[-1]]
        inside = [p for p in self._pool if first <= till.days[p] <= last]
        left = len(inside) - sum(self._owner[p] >= 0 for p in places)
        rank = -chance + 0.6 * min(known, 5) - 1.0 * foreign - 0.4 * min(left, 6)
        return Answer(rank, places, how, chance, known, foreign, left)

    def _is_printed(self, places: Sequence[int], gross: int) -> bool:
        return self._gross in (gross, sum(self._desk.till.effects[p] for p in places))
