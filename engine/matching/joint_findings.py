"""The pieces of evidence of one line that many parties' bills make up."""

from engine.matching.clues import Clues
from engine.matching.explanation import Explanation, Joint
from engine.matching.ledger import UNKNOWN_DAY
from engine.matching.line_payers import SURELY_NAMED
from engine.matching.printed import printed_counts, printed_gross
from engine.matching.scale import Scale

_CHANCE = Scale(-6.0, -5.0, -4.0, -3.0, -2.0, -1.0, 0.0)
_ALIKE = Scale(1, 2, 3, 5, 9, 17)
_SHARE = Scale(0.1, 0.25, 0.5, 0.75, 0.95)
_SIZE = Scale(2, 3, 4, 6, 10, 20)
_EVIDENCE = Scale(9.0, 10.0, 11.0, 12.0, 14.0, 18.0, 25.0, 40.0)
_LEFT = Scale(1, 2, 4, 8)
_AGE = Scale(0, 1, 2, 3, 5, 8, 12)


def payout_findings(clues: Clues, e: Explanation) -> tuple[str, ...]:
    """The evidence for and against a processor's deposit."""
    joint = e.joint or Joint()
    line = e.payments[0]
    gross = printed_gross(clues.ledger.payments[line])
    return (
        f"found:{e.how}",
        f"chance:{_CHANCE.of(e.chance)}",
        f"other_sets:{min(e.rivals, 3)}",
        f"alike:{_ALIKE.of(joint.alike)}",
        f"share:{_SHARE.of((joint.alike + 1) / joint.lines)}",
        f"fee:{_EVIDENCE.of(joint.evidence)}",
        f"percent:{_roundness(joint.percent)}",
        f"customers:{_customers(e, joint)}",
        f"left:{_LEFT.of(joint.left)}",
        f"size:{_SIZE.of(len(e.bills))}",
        f"gross:{'silent' if gross is None else 'printed'}",
        f"last:{_last(clues, e)}",
        f"equal_bill:{_equal_bill(clues, e)}",
        f"counted:{_counted(clues, e)}",
    )


def collective_findings(clues: Clues, e: Explanation) -> tuple[str, ...]:
    """The evidence for and against a line for many debits or transfers."""
    joint = e.joint or Joint()
    return (
        f"found:{e.how}",
        f"chance:{_CHANCE.of(e.chance)}",
        f"other_sets:{min(e.rivals, 3)}",
        f"listed:{_listed(e, joint)}",
        f"counted:{_counted(clues, e)}",
        f"dated:{'yes' if joint.is_dated else 'no'}",
        f"customers:{_customers(e, joint)}",
        f"left:{_LEFT.of(joint.left)}",
        f"size:{_SIZE.of(len(e.bills))}",
        f"alike:{_ALIKE.of(joint.alike)}",
        f"name:{_name(clues, e)}",
        f"last:{_last(clues, e)}",
        f"equal_bill:{_equal_bill(clues, e)}",
        f"way:{'in' if clues.ledger.payments[e.payments[0]].amount > 0 else 'out'}",
    )


def _roundness(percent: int) -> str:
    return "round" if percent % 1000 == 0 else "half" if percent % 500 == 0 else "odd"


def _customers(e: Explanation, joint: Joint) -> str:
    if joint.foreign:
        return "some_foreign" if joint.foreign < len(e.bills) else "all_foreign"
    if joint.known == 0:
        return "new"
    return "all_known" if joint.known == len(e.bills) else "some_known"


def _listed(e: Explanation, joint: Joint) -> str:
    if not joint.listed:
        return "none" if not joint.items else "others"
    if joint.listed < len(e.bills):
        return "some"
    return "all" if joint.listed >= joint.items else "all_and_others"


def _counted(clues: Clues, e: Explanation) -> str:
    """Whether a small number in the memo is the number of bills."""
    counts = printed_counts(clues.ledger.payments[e.payments[0]])
    if len(e.bills) in counts:
        return "yes"
    return "other" if counts else "silent"


def _name(clues: Clues, e: Explanation) -> str:
    named = clues.named[e.payments[0]]
    parties = {clues.ledger.bills[b].party for b in e.bills}
    if not named or named[0].score < SURELY_NAMED:
        return "nobody"
    return "one" if named[0].party in parties else "other"


def _last(clues: Clues, e: Explanation) -> str:
    days = [clues.ledger.bills[b].reckoned for b in e.bills]
    last = max(days)
    if last == UNKNOWN_DAY:
        return "unknown"
    return _AGE.of(clues.ledger.payments[e.payments[0]].day - last)


def _equal_bill(clues: Clues, e: Explanation) -> str:
    """Whether one bill alone has the amount of the line."""
    payment = clues.ledger.payments[e.payments[0]]
    alike = clues.of_amount(payment.currency, payment.amount, payment.day)
    return "yes" if clues.payable(alike, e.payments[0]) else "no"
