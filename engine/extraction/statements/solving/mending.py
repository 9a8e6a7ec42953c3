"""The chosen reading with its misread figures put right, each marked with what was printed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from msgspec import structs

from engine.extraction.statements.solving.accounts import Balances, Segment
from engine.extraction.statements.solving.chain import follow
from engine.extraction.statements.solving.repair import Change, repairs_of
from engine.extraction.statements.solving.second_readings import SecondReadings
from engine.extraction.statements.solving.settle import Settled
from engine.extraction.statements.solving.signs import Signed
from engine.extraction.statements.solving.track import track_of
from engine.records.bank import Repair


def mended(settled: Settled, seconds: SecondReadings, *, whole: bool = False) -> Settled:
    """``settled`` with every repair that its sums and the pictures of its figures allow."""
    signed, balances = list(settled.signed), list(settled.balances)
    repairs: defaultdict[int, list[Repair]] = defaultdict(list)
    proofs, made = list(settled.proofs), list[Change]()
    for number, (segment, proof) in enumerate(zip(settled.segments, proofs, strict=True)):
        if proof.closes is not False and not proof.chain.gaps:
            continue
        track = track_of(settled.rows, signed, balances, segment, proof, seconds)
        changes = repairs_of(track, whole=whole)
        for change in changes:
            _apply(change, signed, balances, repairs)
        made += changes
        if changes:
            proofs[number] = _proved_again(segment, proof, changes, signed, balances)
    if not made:
        return settled
    return replace(
        settled,
        signed=tuple(signed),
        balances=tuple(balances),
        proofs=tuple(proofs),
        repairs={row: tuple(each) for row, each in repairs.items()},
        guessed=frozenset(
            change.figure.row
            for change in made
            if change.is_guess and change.figure.field == "amount" and change.figure.row is not None
        ),
    )


def _apply(
    change: Change,
    signed: list[Signed],
    balances: list[Decimal | None],
    repairs: defaultdict[int, list[Repair]],
) -> None:
    row = change.figure.row
    if row is None:
        return
    if change.figure.field == "amount":
        old = signed[row]
        has_effect = old.effect is not None
        signed[row] = structs.replace(old, **{"effect" if has_effect else "value": change.value})
    else:
        balances[row] = change.value
    repairs[row].append(
        Repair(
            field=change.figure.field,
            printed=change.figure.text,
            value=f"{change.value:.2f}",
            reason=change.reason,
        )
    )


def _proved_again(
    segment: Segment,
    proof: Balances,
    changes: Sequence[Change],
    signed: Sequence[Signed],
    balances: Sequence[Decimal | None],
) -> Balances:
    """The account's proof with the changed figures."""
    named = {change.figure.field: change.value for change in changes if change.figure.row is None}
    opening = named.get("opening_balance", proof.opening)
    closing = named.get("closing_balance", proof.closing)
    own = slice(segment.first, segment.last)
    amounts = [item.moves for item in signed[own]]
    chain = follow(amounts, balances[own], opening, newest_first=proof.chain.newest_first)
    closes = proof.closes
    if opening is not None and closing is not None:
        closes = not chain.gaps and chain.end == closing
    return replace(proof, opening=opening, closing=closing, closes=closes, chain=chain)
