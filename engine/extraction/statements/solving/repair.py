"""Recognised figures that the sums around them prove misread: the cheapest way to make all agree.

Balances that agree with their other neighbours are the ends of a search over everything between
them. A change is made only where it is the only cheapest one and the picture of the figure allows
it; otherwise the gap stays and is shown. No row is invented, and a file's own text is never bent.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from engine.extraction.statements.solving.misreads import misreading_cost
from engine.extraction.statements.solving.track import Figure, Track

_MOST_COST: Final = 2.0
"""What the changes of one stretch may cost at most."""

_CLEARLY: Final = 0.5
"""By how much the cheapest way must be cheaper than the next one."""

_READ_AGAIN: Final = 0.3
_LOST_SIGN: Final = 1.2
_SURE_WORD: Final = 0.96
_SURE_COST: Final = 1.2
"""Costs: of a figure that a second reading gives, of a sign, of doubting a confident word or one
that was read the same twice."""

_MOST_GAPS: Final = 12
"""Stretches in a row that are searched together, at most."""

_MOST_PAIRS: Final = 60
"""Amounts of a stretch of which two are changed together, at most."""


@dataclass(frozen=True, slots=True)
class Change:
    """Another value for a figure, what it costs to believe it, and why it is believed.

    ``is_guess``: it only looks like what was recognised; no second reading says so.
    """

    figure: Figure
    value: Decimal
    cost: float
    reason: str
    is_guess: bool = True


@dataclass(frozen=True, slots=True)
class _Way:
    """Changes that make sums agree."""

    cost: float
    changes: tuple[Change, ...]


_NOTHING: Final = _Way(0.0, ())


def repairs_of(track: Track, *, whole: bool = False) -> list[Change]:
    """The changes that make a track agree wherever there is exactly one cheapest way.

    ``whole``: the document writes amounts without decimals.
    """
    if not any(figure.recognised for figure in track.balances):
        return []
    return [
        change for first, last in _clusters(track) for change in _solve(track, first, last, whole)
    ]


def _clusters(track: Track) -> Iterator[tuple[int, int]]:
    """Runs of stretches that do not agree: the numbers of their first and last stretch."""
    run: list[int] = []
    count = len(track.stretches)
    for index in range(count + 1):
        if index < count and track.misses(index) != 0:
            run.append(index)
        elif run:
            yield run[0], run[-1]
            run = []


def _solve(track: Track, first: int, last: int, whole: bool) -> tuple[Change, ...]:
    if last - first >= _MOST_GAPS or not _is_anchored(track, first, last):
        return ()
    ways: dict[Decimal, list[_Way]] = {}
    for value, change in _values(track, first, first, last, whole):
        ways[value] = [change]
    for stretch in range(first, last + 1):
        ways = _next(track, stretch, first, last, ways, whole)
        if not ways:
            return ()
    found = sorted((way for each in ways.values() for way in each), key=lambda way: way.cost)
    if not found or found[0].cost > _MOST_COST * (last - first + 1):
        return ()
    if len(found) > 1 and found[1].cost - found[0].cost < _CLEARLY:
        return ()
    return found[0].changes


def _is_anchored(track: Track, first: int, last: int) -> bool:
    """Whether both ends agree with their other neighbours or stand apart from the rows."""
    begin, end = track.balances[first], track.balances[last + 1]
    return (first > 0 or begin.row is None) and (last + 1 < len(track.stretches) or end.row is None)


def _next(
    track: Track,
    stretch: int,
    first: int,
    last: int,
    ways: Mapping[Decimal, Sequence[_Way]],
    whole: bool,
) -> dict[Decimal, list[_Way]]:
    """The two cheapest ways to each value of the balance after ``stretch``."""
    limit = _MOST_COST * (last - first + 1) + _CLEARLY
    reached: dict[Decimal, list[_Way]] = {}
    amounts = _Amounts(track.stretches[stretch], whole)
    for value, own in _values(track, stretch + 1, first, last, whole):
        for before, so_far in ways.items():
            for between in amounts.ways(value - before):
                for way in so_far:
                    cost = way.cost + between.cost + own.cost
                    if cost <= limit:
                        changes = (*way.changes, *between.changes, *own.changes)
                        reached.setdefault(value, []).append(_Way(cost, changes))
    return {value: sorted(each, key=lambda way: way.cost)[:2] for value, each in reached.items()}


def _values(
    track: Track, index: int, first: int, last: int, whole: bool
) -> list[tuple[Decimal, _Way]]:
    """What a balance may be: as read, as read again, or as its neighbours would have it."""
    figure = track.balances[index]
    if figure.value is None:
        return []
    found = [(figure.value, _NOTHING)]
    is_end = index in {first, last + 1}
    if not figure.recognised or (is_end and figure.row is not None):
        return found
    wanted = {size.copy_sign(figure.value) for size in figure.readings}
    for stretch, sign in ((index - 1, -1), (index, 1)):
        if 0 <= stretch < len(track.stretches):
            missing = track.misses(stretch)
            if missing:
                wanted.add(figure.value + sign * missing)
    wanted |= set(_carried(track, index, first, last))
    for value in sorted(wanted - {figure.value}):
        change = change_to(figure, value, whole=whole)
        if change is not None:
            found.append((value, _Way(change.cost, (change,))))
    return found


def _carried(track: Track, index: int, first: int, last: int) -> Iterator[Decimal]:
    """The balance that follows from either end of the cluster by the amounts as read."""
    for end, stretches, sign in (
        (first, range(first, index), 1),
        (last + 1, range(index, last + 1), -1),
    ):
        value = track.balances[end].value
        amounts = [figure.value for stretch in stretches for figure in track.stretches[stretch]]
        if value is not None and None not in amounts:
            yield value + sign * sum((a for a in amounts if a is not None), Decimal(0))


class _Amounts:
    """The amounts of one stretch: how to make them add up to what is wanted."""

    def __init__(self, figures: Sequence[Figure], whole: bool) -> None:
        self._figures = figures
        self._whole = whole
        self._unknown = [figure for figure in figures if figure.value is None]
        self._sum = sum((f.value for f in figures if f.value is not None), Decimal(0))
        self._known: dict[Decimal, list[_Way]] = {}

    def ways(self, wanted: Decimal) -> list[_Way]:
        """The two cheapest ways for the amounts to come to ``wanted``."""
        if wanted not in self._known:
            self._known[wanted] = sorted(self._find(wanted), key=lambda way: way.cost)[:2]
        return self._known[wanted]

    def _find(self, wanted: Decimal) -> Iterator[_Way]:
        missing = wanted - self._sum
        if self._unknown:
            if len(self._unknown) == 1:
                yield from self._single(self._unknown[0], missing)
            return
        if not missing:
            yield _NOTHING
            return
        most = _most_cost(len(self._figures))
        for figure in self._figures:
            for way in self._single(figure, missing):
                if way.cost <= most:
                    yield way
        yield from self._pairs(missing)

    def _single(self, figure: Figure, missing: Decimal) -> Iterator[_Way]:
        change = change_to(figure, (figure.value or Decimal(0)) + missing, whole=self._whole)
        if change is not None:
            yield _Way(change.cost, (change,))

    def _pairs(self, missing: Decimal) -> Iterator[_Way]:
        """One amount as a second reading has it, another as the sum then wants it."""
        if len(self._figures) > _MOST_PAIRS:
            return
        for figure in self._figures:
            for size in figure.readings:
                value = figure.value or Decimal(0)
                first = change_to(figure, size.copy_sign(value), whole=self._whole)
                if first is None or first.value == value:
                    continue
                rest = missing - (first.value - value)
                for other in self._figures:
                    if other is not figure and rest:
                        for way in self._single(other, rest):
                            yield _Way(way.cost + first.cost, (first, *way.changes))


def _most_cost(count: int) -> float:
    """The more figures there are to choose from, the surer a change must be."""
    if count <= 3:
        return _MOST_COST
    return 1.5 if count <= 12 else 1.1 if count <= 40 else 2 * _READ_AGAIN


def change_to(figure: Figure, value: Decimal, *, whole: bool = False) -> Change | None:
    """Taking ``value`` for a figure; None where nothing on the page allows it."""
    if not figure.recognised or figure.cell is None:
        return None
    size, read = abs(value), figure.value
    turned = read is not None and not figure.either_sign and value * read < 0
    sign_cost = _LOST_SIGN if turned else 0.0
    if size in figure.readings:
        reason = f"Read again it is {size:.2f}, and the balances around it agree."
        return Change(figure, value, _READ_AGAIN + sign_cost, reason, is_guess=False)
    if read is not None and size == abs(read):
        cost = sign_cost if turned else _READ_AGAIN
        return Change(figure, value, cost, "With the other sign the balances around it agree.")
    misread = misreading_cost(figure.text, size, whole=whole)
    if misread is None:
        return None
    if figure.certainty >= _SURE_WORD or (read is not None and abs(read) in figure.readings):
        misread += _SURE_COST
    reason = f"Digits of {figure.text} look alike: with {size:.2f} the balances around it agree."
    cost = misread + sign_cost
    return Change(figure, value, cost, reason) if cost <= _MOST_COST else None
