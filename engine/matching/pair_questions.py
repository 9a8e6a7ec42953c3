"""Answers why a person's choice of invoices and bank lines was proposed, or was not.

Any records of a run may be asked about. What the run weighed is told as it was weighed; what it
never looked at is weighed now, by the same evidence and against the same rivals, and the obstacles
that kept it out are named.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from engine.errors import InvalidInputError
from engine.matching.clues import Clues
from engine.matching.competition import standings
from engine.matching.customs import Custom
from engine.matching.exchange import Exchange
from engine.matching.explanation import Explanation
from engine.matching.hands import ALONE, Hands
from engine.matching.inputs import BankLine, OpenInvoice
from engine.matching.limits import NOT_SEARCHED, Limit, limits_of
from engine.matching.matcher import weigh
from engine.matching.normalise import money
from engine.matching.options import MatchOptions
from engine.matching.pair_answers import (
    Finding,
    PairAnswer,
    Standing,
    sentence_of,
    vetoed_sentence,
)
from engine.matching.reasons import reasons
from engine.matching.rivals import LEAST, Rivals, alternative
from engine.matching.scoring import FamilyWeights, log_odds, probability
from engine.matching.supposed import suppose
from engine.matching.vetoes import not_searched, vetoes_of, vetoes_of_rows
from engine.records import Alternative

_MOST = 50


def explain_pair(
    invoices: Sequence[OpenInvoice],
    lines: Sequence[BankLine],
    options: MatchOptions,
    invoice_ids: Sequence[str],
    transaction_ids: Sequence[str],
) -> PairAnswer:
    """One answer about rows of a run; whoever has several questions keeps ``PairQuestions``.

    Raises:
        InvalidInputError: a row is not of the run, or no row of one side is named.
    """
    return PairQuestions(invoices, lines, options).ask(invoice_ids, transaction_ids)


class _Heard(NamedTuple):
    """An explanation with its evidence, its worth after competition, and its nearest rivals."""

    explanation: Explanation
    features: tuple[str, ...]
    total: float
    limit: Limit
    rivals: list[Explanation]
    custom: Custom


class PairQuestions:
    """A run that is weighed once and can be asked about any of its rows."""

    def __init__(
        self,
        invoices: Sequence[OpenInvoice],
        lines: Sequence[BankLine],
        options: MatchOptions,
        hands: Hands = ALONE,
    ) -> None:
        """Weigh the run: as much work as matching it. ``hands`` share it."""
        self._options = options
        self._invoice_ids = {invoice.invoice_id for invoice in invoices}
        self._line_ids = {line.transaction_id for line in lines}
        run = weigh(invoices, lines, options, hands)
        self._run, self._ledger = run, run.ledger
        self._clues: Clues = run.explained.clues
        self._exchange = Exchange(options.rates, run.ledger.home)
        self._bills = {bill.id: n for n, bill in enumerate(run.ledger.bills)}
        self._payments = {line.id: n for n, line in enumerate(run.ledger.payments)}
        explanations = run.explained.explanations
        self._known = {(e.bills, e.payments): n for n, e in reversed(list(enumerate(explanations)))}
        self._maker, self._own = run.explained.maker, run.scored.own

    def ask(self, invoice_ids: Sequence[str], transaction_ids: Sequence[str]) -> PairAnswer:
        """What speaks for and against these invoices being settled by these bank lines.

        Raises:
            InvalidInputError: a row is not of the run, no row of one side is named, or too many.
        """
        invoice_ids, transaction_ids = sorted(set(invoice_ids)), sorted(set(transaction_ids))
        self._check(invoice_ids, transaction_ids)
        vetoes = vetoes_of_rows(self._ledger, self._options, invoice_ids, transaction_ids)
        bills = tuple(sorted(self._bills[i] for i in invoice_ids if i in self._bills))
        payments = tuple(sorted(self._payments[t] for t in transaction_ids if t in self._payments))
        is_whole = len(bills) == len(invoice_ids) and len(payments) == len(transaction_ids)
        answer = PairAnswer(
            invoice_ids=tuple(invoice_ids),
            transaction_ids=tuple(transaction_ids),
            standing="vetoed",
            sentence=vetoed_sentence(vetoes),
            vetoes=vetoes,
        )
        if not is_whole:
            return answer
        place = self._known.get((bills, payments))
        if place is not None:
            return self._weighed(answer, place)
        return self._supposed(answer, bills, payments)

    def _check(self, invoice_ids: Sequence[str], transaction_ids: Sequence[str]) -> None:
        if not invoice_ids or not transaction_ids:
            raise InvalidInputError("Name at least one invoice and one bank line.")
        if len(invoice_ids) + len(transaction_ids) > _MOST:
            raise InvalidInputError(f"At most {_MOST} records can be asked about at once.")
        unknown = [i for i in invoice_ids if i not in self._invoice_ids]
        unknown += [t for t in transaction_ids if t not in self._line_ids]
        if unknown:
            raise InvalidInputError(f"“{unknown[0]}” is not among the rows of this run.")

    def _weighed(self, answer: PairAnswer, place: int) -> PairAnswer:
        """What the run itself said of them."""
        run = self._run
        near, tied = run.rivals.of(place), run.rivals.tied(place)
        heard = _Heard(
            run.explained.explanations[place],
            run.explained.evidence([place])[0],
            run.scored.totals[place],
            run.scored.limits[place],
            [run.explained.explanations[n] for n in near if n in tied],
            run.scored.customs.of(place),
        )
        confidence = run.scored.confidences[place]
        standing: Standing = "candidate"
        if place in run.chosen:
            is_sure = confidence >= self._options.threshold and not tied
            is_open = heard.explanation.settlement.treatment == "open"
            standing = "matched" if is_sure and not is_open else "partial"
        told = self._told(answer, heard, place)
        limited = min(heard.total, heard.limit.log_odds)
        return replace(
            told,
            standing=standing,
            sentence=sentence_of(standing, confidence, told.taken, is_tied=bool(tied)),
            vetoes=(),
            confidence=round(confidence, 4),
            reasons=run.explained.words.reasons(place, told.reasons, limited),
            alternatives=self._alternatives(near, run.scored.confidences),
        )

    def _supposed(
        self, answer: PairAnswer, bills: tuple[int, ...], payments: tuple[int, ...]
    ) -> PairAnswer:
        """What they would be worth if they had been looked at together."""
        vetoes = (*answer.vetoes, *vetoes_of(self._clues, self._exchange, bills, payments))
        e = suppose(self._clues, self._exchange, bills, payments)
        if e is None:
            return replace(answer, vetoes=vetoes, sentence=vetoed_sentence(vetoes))
        run, features = self._run, self._maker.features(e)
        weights = run.scored.weights[e.family]
        explanations = (*run.explained.explanations, e)
        after = standings([*self._own, log_odds(features, weights)], explanations)
        customs = run.scored.customs
        total = customs.total_of(float(after[-1]), e.family, features)
        limits = limits_of([e], [features], self._ledger)
        limit = min((*limits, NOT_SEARCHED), key=lambda limit: limit.most)
        confidence = probability(min(total, limit.log_odds))
        near = Rivals(explanations, (*run.scored.confidences, LEAST)).of(len(explanations) - 1)
        nearer = [explanations[n] for n in near if run.scored.confidences[n] >= confidence]
        custom = customs.of_kind(e.family, features)
        told = self._told(answer, _Heard(e, features, total, limit, nearer, custom), None)
        told = replace(told, alternatives=self._alternatives(near, run.scored.confidences))
        if vetoes:
            return replace(told, vetoes=vetoes, sentence=vetoed_sentence(vetoes))
        return replace(
            told,
            standing="not_searched",
            sentence=sentence_of("not_searched", confidence, told.taken),
            vetoes=(not_searched(self._clues, bills, payments),),
            confidence=round(confidence, 4),
        )

    def _told(self, answer: PairAnswer, heard: _Heard, place: int | None) -> PairAnswer:
        """The answer with evidence, reasons and what took the records instead."""
        e, weights = heard.explanation, self._run.scored.weights[heard.explanation.family]
        s, currency = e.settlement, self._ledger.payments[e.payments[0]].currency
        return replace(
            answer,
            kind=e.kind,
            difference=money(s.difference, currency),
            difference_treatment=s.treatment if s.difference else None,
            findings=_findings(heard.features, weights),
            reasons=reasons(
                e,
                heard.features,
                weights,
                self._clues,
                heard.total,
                heard.limit,
                heard.rivals,
                heard.custom,
            ),
            taken=self._taken(e, place),
        )

    def _taken(self, e: Explanation, place: int | None) -> tuple[str, ...]:
        """Ids of the records of chosen matches that hold one of the same records."""
        found: list[str] = []
        for n in self._run.chosen:
            other = self._run.explained.explanations[n]
            shares = not set(e.bills).isdisjoint(other.bills) or not set(e.payments).isdisjoint(
                other.payments
            )
            if n != place and shares:
                found += [self._ledger.bills[bill].id for bill in other.bills]
                found += [self._ledger.payments[line].id for line in other.payments]
        return tuple(dict.fromkeys(found))

    def _alternatives(
        self, near: Sequence[int], confidences: Sequence[float]
    ) -> tuple[Alternative, ...]:
        return tuple(
            alternative(self._run.explained.explanations[n], confidences[n], self._ledger)
            for n in near
        )


def _findings(features: Sequence[str], weights: FamilyWeights) -> tuple[Finding, ...]:
    """The pieces of evidence with their calibrated worth, the weightiest first."""
    scale, evidence = weights.scale, weights.evidence
    found = [
        Finding(
            topic=feature.partition(":")[0],
            found=feature.partition(":")[2],
            log_odds=round(scale * evidence.get(feature, 0.0), 4),
        )
        for feature in features
    ]
    return tuple(sorted(found, key=lambda f: (-abs(f.log_odds), f.topic)))
