"""Explanations of one deposit by a processor: many customers' bills, less a fee for each.

Who the processors are and what they keep is inferred from all lines at once. Whose customer pays
through which of them is learned from the sure deposits, and narrows the next round's search.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import chain, pairwise

from engine.matching.clues import Clues
from engine.matching.deposits import Answer, Desk, Search
from engine.matching.explanation import Explanation, Joint
from engine.matching.processor import Known, Stream
from engine.matching.refining import refined
from engine.matching.streams import known_of, streams
from engine.matching.tills import Till, tills
from engine.matching.treatment import Settlement

_ROUNDS = 4
_PASSES = 2
_NEW_STREAMS = (0, 1, 3)  # rounds that look for more processors
_SURE_EVIDENCE = 11.0
_LEAST_EVIDENCE = 6.5
_SURE = 2.0
_MARGIN = 0.7
_SIDE_DAYS = 1


def payout_explanations(clues: Clues) -> Iterator[Explanation]:
    """Deposits of processors, each with its likeliest sets of bills.

    What one processor was found to pay is out of the way of the others: tills are searched again
    while some is found.
    """
    lines: dict[str, set[int]] = defaultdict(set)
    bills: dict[str, set[int]] = defaultdict(set)
    found = [(till, known_of(clues, till)) for till in tills(clues)]
    open_: dict[int, list[Explanation]] = {}
    searched: dict[int, tuple[int, int]] = {}
    for _ in range(_PASSES):
        for number, (till, known) in enumerate(found):
            taken, gone = lines[till.currency], bills[till.currency]
            if searched.get(number) == (len(taken), len(gone)):
                continue
            desk, answers = _searched(clues, till.without(gone), taken, known)
            open_[number] = []
            for stream in range(len(desk.streams)):
                own = list(_of_stream(clues, desk, stream, answers))
                if _is_settled(desk, stream):
                    yield from own
                    taken.update(desk.streams[stream].lines)
                    gone.update(_held(desk, stream))
                else:
                    open_[number] += own
            searched[number] = (len(taken), len(gone))
    yield from chain.from_iterable(open_.values())


def _of_stream(
    clues: Clues, desk: Desk, number: int, answers: Mapping[int, Sequence[Answer]]
) -> Iterator[Explanation]:
    for line in desk.streams[number].lines:
        yield from _explanations(clues, desk, number, line, answers.get(line, []))


def _is_settled(desk: Desk, number: int) -> bool:
    """Whether at least half of the processor's lines are sure."""
    lines = desk.streams[number].lines
    return 2 * sum(line in desk.sure for line in lines) >= len(lines)


def _held(desk: Desk, number: int) -> Iterator[int]:
    """The bills of the processor's sure lines."""
    for owner, answer in desk.sure.values():
        if owner == number:
            yield from (desk.till.bills[place] for place in answer.places)


def _searched(
    clues: Clues, till: Till, elsewhere: Set[int], known: Known
) -> tuple[Desk, dict[int, list[Answer]]]:
    """The processors that pay bills of the till, with the likeliest sets of bills of each line."""
    desk = Desk(till)
    answers: dict[int, list[Answer]] = {}
    for round_ in range(_ROUNDS):
        if round_ in _NEW_STREAMS:
            taken = {line for stream in desk.streams for line in stream.lines} | elsewhere
            is_last = round_ == _ROUNDS - 1 and not till.has_terms
            least = _LEAST_EVIDENCE if is_last else _SURE_EVIDENCE
            more = streams(clues, _unclaimed(clues, desk), taken, least, known)
            desk.streams = _merged([*desk.streams, *more], clues)
            if not desk.streams and till.has_terms:
                break
        answers = _answers(clues, desk)
        _learn(clues, desk, answers)
    return desk, answers


def _merged(found: Sequence[Stream], clues: Clues) -> list[Stream]:
    """Streams of one fee whose lines begin alike are one processor."""
    merged: list[Stream] = []
    for stream in found:
        words = {w for line in stream.lines for w in clues.ledger.payments[line].memo.name_key}
        for place, other in enumerate(merged):
            if other.fee == stream.fee and other.word in words:
                lines = tuple(sorted({*other.lines, *stream.lines}))
                merged[place] = other._replace(
                    lines=lines, evidence=other.evidence + stream.evidence
                )
                break
        else:
            merged.append(stream)
    return merged


def _unclaimed(clues: Clues, desk: Desk) -> Till:
    """The bills that no sure deposit holds and whose customers pay through no known processor."""
    if not desk.sure:
        return desk.till
    claimed = {place for _, answer in desk.sure.values() for place in answer.places}
    return desk.till.without(
        {
            bill
            for place, bill in enumerate(desk.till.bills)
            if place in claimed or desk.customers.get(clues.ledger.bills[bill].party)
        }
    )


def _answers(clues: Clues, desk: Desk) -> dict[int, list[Answer]]:
    found: dict[int, list[Answer]] = {}
    holder = {p: line for line, (_, answer) in desk.sure.items() for p in answer.places}
    for number, stream in enumerate(desk.streams):
        days = sorted({clues.ledger.payments[line].day for line in stream.lines})
        before = {day: last for last, day in pairwise(days)}
        for line in stream.lines:
            last = before.get(clues.ledger.payments[line].day)
            found[line] = Search(clues, desk, number, line, holder, last).answers()
    return found


def _learn(clues: Clues, desk: Desk, answers: dict[int, list[Answer]]) -> None:
    """Take the sure answers, the surest first, and what they say of customers, days and fees."""
    of_line = {line: n for n, stream in enumerate(desk.streams) for line in stream.lines}
    offers = sorted(
        (-round(found[0].rank, 6), line)
        for line, found in answers.items()
        if found
        and desk.streams[of_line[line]].evidence >= _SURE_EVIDENCE
        and found[0].rank >= _SURE
        and (len(found) < 2 or found[0].rank - found[1].rank >= _MARGIN)
    )
    claimed: set[int] = set()
    desk.sure.clear()
    desk.customers.clear()
    for _, line in offers:
        answer = answers[line][0]
        if claimed.isdisjoint(answer.places):
            claimed.update(answer.places)
            desk.sure[line] = (of_line[line], answer)
            for place in answer.places:
                party = clues.ledger.bills[desk.till.bills[place]].party
                desk.customers.setdefault(party, {}).setdefault(of_line[line], set()).add(line)
    for number in range(len(desk.streams)):
        _learn_stream(clues, desk, number)


def _learn_stream(clues: Clues, desk: Desk, number: int) -> None:
    till, payments, stream = desk.till, clues.ledger.payments, desk.streams[number]
    own = {line: a for line, (n, a) in desk.sure.items() if n == number}
    if len(own) < 3:
        return
    lags = [payments[line].day - till.days[a.places[-1]] for line, a in own.items()]
    spans = [till.days[a.places[-1]] - till.days[a.places[0]] for a in own.values()]
    span = max(spans)
    desk.usual_lags[number] = min(lags)
    latest = min(desk.streams[number].pace.latest, max(lags) + span)
    desk.lags[number] = (
        max(0, min(lags) - _SIDE_DAYS),
        latest + _SIDE_DAYS,
        span + _SIDE_DAYS * (span > 0),
    )
    kept = []
    for line, answer in own.items():
        effects = [till.effects[p] for p in answer.places]
        count = sum(e > 0 for e in effects)
        arrived = payments[line].amount - stream.beside.get(line, 0)
        kept.append((sum(e for e in effects if e > 0), count, sum(effects) - arrived))
    desk.streams[number] = stream._replace(fee=refined(stream.fee, kept))


def _explanations(
    clues: Clues, desk: Desk, number: int, line: int, answers: Sequence[Answer]
) -> Iterator[Explanation]:
    till, stream, paid = desk.till, desk.streams[number], clues.ledger.payments[line].amount
    alike = sum(n == number and other != line for other, (n, _) in desk.sure.items())
    for answer in answers:
        bills = tuple(sorted(till.bills[p] for p in answer.places))
        billed = sum(clues.ledger.bills[b].effect for b in bills)
        yield Explanation(
            "payout" if len(bills) > 1 else "one_to_one",
            "payout",
            bills,
            (line,),
            Settlement("charge", billed, paid),
            how=answer.how,
            rivals=len(answers) - 1,
            chance=answer.chance,
            joint=Joint(
                word=stream.word,
                percent=stream.fee.percent,
                fixed=stream.fee.fixed,
                alike=alike,
                lines=len(stream.lines),
                known=answer.known,
                foreign=answer.foreign,
                left=answer.left,
                evidence=stream.evidence,
                beside=stream.beside.get(line, 0),
            ),
        )
