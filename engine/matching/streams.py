"""Lines that one processor pays, by a word that they share and a fee that explains them all."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from engine.matching.charges import Fee
from engine.matching.clues import Clues
from engine.matching.fees import (
    LONG,
    Pace,
    Proposals,
    likeliest,
    pace_of,
    proposals,
    ways,
)
from engine.matching.paydays import may_have_paydays, paydays_of, stream_by_paydays
from engine.matching.printed import printed_gross
from engine.matching.processor import Known, Stream
from engine.matching.tills import Till

_SHORTEST_WORD = 3
_MOST_STREAMS = 40
_MOST_WORDS = 400
_FEW_WORDS = 40
_SAMPLE = 64
_OTHERS = 1.0
"""Lines that are no deposits, for each that may be one, of a word that names a processor."""
_UNEXPLAINED = 0.5
_SURELY = 0.9  # less may be a word that begins like a name
_SEARCHED = 2000
"""Lines of one currency whose fees are searched: those of the words that recur the most."""
_CYCLED_EVIDENCE = 10.0
_MOSTLY = 0.5


def known_of(clues: Clues, till: Till) -> Known:
    """What is known before any search."""
    return Known(
        tuple(
            (line, words, _may_be_deposit(clues, line, till))
            for line, payment in enumerate(clues.ledger.payments)
            if payment.currency == till.currency and payment.amount > 0
            if (words := tuple(sorted({w for w in payment.memo.name_key if _may_name(w)})))
        )
    )


def streams(
    clues: Clues, till: Till, taken: Collection[int], least: float, known: Known
) -> list[Stream]:
    """The processors that pay bills of the till; every line is of one of them at most.

    Args:
        clues: what the lines say.
        till: bills to be paid at once.
        taken: lines that are of a known processor.
        least: evidence that a fee needs.
        known: what was found before for the same lines and bills; new findings are put in.
    """
    by_word = _lines_by_word(known, taken)
    least += math.log(max(1.0, len(by_word) / _FEW_WORDS))  # of many some fit by accident
    found: list[Stream] = []
    taken = set(taken)
    scored: dict[str, tuple[float, Fee, tuple[int, ...], tuple[int, ...]]] = {}
    while len(found) < _MOST_STREAMS:
        for word, lines in by_word.items():
            free = tuple(line for line in lines if line not in taken)
            if not free:
                scored.pop(word, None)
            elif word not in scored or scored[word][2] != free:
                scored[word] = _scored(clues, till, free, known)
        likely = {w: s for w, s in scored.items() if s[0] >= least}
        if not likely:
            break
        best = min(likely, key=lambda w: (-round(likely[w][0], 6), -len(likely[w][2]), w))
        evidence, fee, own, explained = likely[best]
        pace = pace_of([clues.ledger.payments[line].day for line in own])
        stream = Stream(best, till.currency, own, fee, evidence, pace)
        if len(explained) < _MOSTLY * min(len(own), _SAMPLE) and may_have_paydays(clues, till, own):
            other = paydays_of(clues, till, best, own, known)
            stream = max(other or stream, stream, key=lambda s: s.evidence)
        found.append(stream)
        taken.update(own)
    if found or least < _CYCLED_EVIDENCE:
        return found
    return stream_by_paydays(clues, till, by_word, least, taken, known)


def _scored(
    clues: Clues, till: Till, lines: Sequence[int], known: Known
) -> tuple[float, Fee, tuple[int, ...], tuple[int, ...]]:
    sample = lines[:: max(1, -(-len(lines) // _SAMPLE))]
    currency = clues.ledger.payments[lines[0]].currency
    pace = pace_of([clues.ledger.payments[line].day for line in lines])
    found = [_proposals(clues, till, line, known, pace) for line in sample]
    evidence, fee, explained = likeliest(found, currency, till.unit)
    evidence -= _UNEXPLAINED * (len(sample) - len(explained))
    return evidence, fee, tuple(lines), tuple(sample[place] for place in explained)


def _proposals(clues: Clues, till: Till, line: int, known: Known, pace: Pace) -> Proposals:
    payment = clues.ledger.payments[line]
    places = till.between(payment.day - pace.latest - pace.longest, payment.day)
    bills = tuple(till.bills[places.start : places.stop])
    if (line, pace, bills) not in known.proposals:
        if (payment.day, pace, bills) not in known.ways:
            known.ways[payment.day, pace, bills] = ways(till, payment.day, pace)
        known.proposals[line, pace, bills] = proposals(
            known.ways[payment.day, pace, bills],
            payment.amount,
            payment.currency,
            till.unit,
            printed_gross(payment),
        )
    return known.proposals[line, pace, bills]


def _lines_by_word(known: Known, taken: Collection[int]) -> dict[str, list[int]]:
    """Words of incoming lines that name no party, the commonest first; each with its lines."""
    found: dict[str, list[int]] = defaultdict(list)
    others: Counter[str] = Counter()
    for line, words, may_be_deposit in known.rows:
        if line in taken:
            continue
        if not may_be_deposit:
            others.update(words)
            continue
        for word in words:
            found[word].append(line)
    order = sorted(
        (w for w, lines in found.items() if others[w] <= _OTHERS * len(lines)),
        key=lambda word: (-len(found[word]), word),
    )
    lines: set[int] = set()
    kept: dict[str, list[int]] = {}
    for word in order[:_MOST_WORDS]:
        lines.update(found[word][:_SAMPLE])
        if len(lines) > _SEARCHED:
            break
        kept[word] = found[word]
    return kept


def _may_name(word: str) -> bool:
    return len(word) >= _SHORTEST_WORD and word.isalpha()


def _may_be_deposit(clues: Clues, line: int, till: Till) -> bool:
    """Whether the line quotes nothing, names nobody and is no bill's amount."""
    payment = clues.ledger.payments[line]
    if clues.whole_quotes[line] or _names_somebody(clues, line):
        return False
    if not till.between(payment.day - LONG.latest - LONG.longest, payment.day):
        return False
    alike = clues.of_amount(payment.currency, payment.amount, payment.day)
    return not clues.payable(alike, line)


def _names_somebody(clues: Clues, line: int) -> bool:
    named = clues.named[line]
    if not named or named[0].score < _SURELY or named[0].via == "alias":
        return False
    return printed_gross(clues.ledger.payments[line]) is None
