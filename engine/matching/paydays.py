"""The processor whose days of payment tell what its lines hold."""

from collections.abc import Collection, Sequence

from engine.matching.clues import Clues
from engine.matching.cycles import cycle_of
from engine.matching.fees import pace_of
from engine.matching.processor import Known, Stream
from engine.matching.tariffs import tariff_of
from engine.matching.tills import Till

_CYCLED_BILLS, _CYCLED_LINES, _CYCLED_WORDS = 40, 8, 8
"""Bills and lines that a search for days of payment needs, and words that are searched so."""


def stream_by_paydays(
    clues: Clues,
    till: Till,
    by_word: dict[str, list[int]],
    least: float,
    taken: Collection[int],
    known: Known,
) -> list[Stream]:
    """The processor whose days of payment tell the most, where runs of days told of none."""
    found: list[Stream] = []
    seen: set[tuple[int, ...]] = set()
    for word, lines in by_word.items():
        own = tuple(line for line in lines if line not in taken)
        if own in seen or not may_have_paydays(clues, till, own):
            continue
        seen.add(own)
        if len(seen) > _CYCLED_WORDS:
            break
        stream = paydays_of(clues, till, word, own, known)
        if stream and stream.evidence >= least:
            found.append(stream)
    best = sorted(found, key=lambda s: (-round(s.evidence, 6), -len(s.lines), s.word))
    return best[:1]


def may_have_paydays(clues: Clues, till: Till, lines: Sequence[int]) -> bool:
    """Whether lines and bills are enough, and the lines no smaller than bills are."""
    free = sum(till.is_free(place) for place in range(len(till.bills)))
    if free < _CYCLED_BILLS or len(lines) < _CYCLED_LINES:
        return False
    amounts = sorted(clues.ledger.payments[line].amount for line in lines)
    usual = sorted(abs(effect) for effect in till.effects)[len(till.effects) // 2]
    return 2 * amounts[len(amounts) // 2] >= usual


def paydays_of(
    clues: Clues, till: Till, word: str, lines: tuple[int, ...], known: Known
) -> Stream | None:
    """The processor that the days of payment of a word's lines tell of."""
    pace = pace_of([clues.ledger.payments[line].day for line in lines])
    key = (lines, tuple(till.bills))
    if key not in known.cycles:
        made = (cycle_of(clues, till, lines, pace), tariff_of(clues, till, lines, pace))
        likely = [cycle for cycle in made if cycle]
        known.cycles[key] = max(likely, default=None, key=lambda c: c.evidence)
    cycle = known.cycles[key]
    if cycle is None:
        return None
    lags = (max(0, cycle.lag - 1), cycle.lag + 1, min(pace.longest, cycle.longest) - 1)
    fee, evidence = cycle.fee, cycle.evidence
    return Stream(word, till.currency, lines, fee, evidence, pace, lags, cycle.beside)
