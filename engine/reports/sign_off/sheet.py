"""What a run comes to on both sides, what it leaves open, and who decided which match.

Every record of the run stands in one place: what confirmed matches settled of it, waiting for a
person in a proposal, set aside, or open. So each side adds up to what was uploaded. Amounts stand
per currency and are never added across.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from engine.presentation.match_words import MATCH_KIND, TREATMENT
from engine.records import Match, ReconciliationDocument
from engine.reports.sign_off.standing import (
    Row,
    Rows,
    Stand,
    party_of,
    payable,
    stand_of,
    totals_of,
)
from engine.reports.sign_off.summaries import age_of, ageing_of, deciders_of, differences_of
from engine.store import Closing


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff:
    """The sheet; its rows are told by their column names in ``tables``.

    ``first_day`` and ``last_day`` are the period that it answers for, None where it is open.
    ``waiting`` counts proposals that nobody decided about; ``earlier`` says how many invoices and
    bank lines earlier runs had settled, ``copies`` how many records were left out as copies.
    """

    run_at: dt.datetime
    run_by: str
    made_at: dt.datetime
    made_by: str
    file_names: tuple[str, ...]
    first_day: dt.date | None
    last_day: dt.date | None
    totals: Rows
    differences: Rows
    deciders: Rows
    ageing: Rows
    open_items: Rows
    decided: Rows
    closings: Rows
    waiting: int
    earlier: tuple[int, int]
    copies: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecords:
    """A run with its records.

    ``invoices`` and ``lines`` are rows of the marts ``run_invoices`` and ``run_lines``, ``rests``
    what confirmed matches left of the records that they hold, by kind and id, positive.
    """

    document: ReconciliationDocument
    invoices: Rows
    lines: Rows
    rests: Mapping[tuple[str, str], Decimal]
    closings: Sequence[Closing] = ()


def make_sign_off(
    run: RunRecords,
    *,
    made_at: dt.datetime,
    made_by: str,
    first_day: dt.date | None = None,
    last_day: dt.date | None = None,
) -> SignOff:
    """The sheet of a run, or of the part of it that lies in a period.

    Args:
        run: The run with its records as they are now.
        made_at: Now; ages count up to its day, or to ``last_day`` where that is earlier.
        made_by: Who asks for it.
        first_day: Bank lines before it are left out, with the invoices that only they pay.
        last_day: Bank lines and open invoices after it are left out.
    """
    part = _Part(run, first_day, last_day)
    today = min(made_at.date(), last_day or made_at.date())
    document = run.document
    info, carried = document.reconciliation_info, document.reconciliation_info.carried_in
    items = part.open_items(today)
    return SignOff(
        run_at=info.run_at,
        run_by=info.run_by,
        made_at=made_at,
        made_by=made_by,
        file_names=tuple(source.file_name for source in document.source_documents),
        first_day=first_day,
        last_day=last_day,
        totals=part.totals(),
        differences=differences_of(part.matches),
        deciders=deciders_of(part.matches),
        ageing=ageing_of(items),
        open_items=items,
        decided=[part.match_row(m) for m in part.matches if m.decision != "proposed"],
        closings=[_closing_row(closing) for closing in run.closings if closing.holds],
        waiting=sum(m.decision == "proposed" for m in part.matches),
        earlier=(carried.settled_invoices, carried.settled_transactions),
        copies=sum(
            len(found.other_ids)
            for found in document.unmatched.duplicates
            if found.kind != "payment" and found.kept_id
        ),
    )


class _Part:
    """The matches and records of a run that a period holds, each with where it stands."""

    def __init__(self, run: RunRecords, first: dt.date | None, last: dt.date | None) -> None:
        document = run.document
        self._rests = run.rests
        known_lines = {row["transaction_id"]: row for row in run.lines}
        known_bills = {row["invoice_id"]: row for row in run.invoices}

        def is_in(day: dt.date | None) -> bool:
            if first is None and last is None:
                return True
            return day is not None and (first or day) <= day <= (last or day)

        in_period = {i for i, row in known_lines.items() if is_in(row["transaction_date"])}
        both = (*document.matched, *document.partial)
        self.matches = [m for m in both if not in_period.isdisjoint(m.transaction_ids)]
        self._line_state = self._states("transaction_ids")
        self._bill_state = self._states("invoice_ids")
        aside = {t for found in document.unmatched.set_aside for t in found.transaction_ids}
        self._line_state |= dict.fromkeys(aside, "set_aside")
        mine = {t for m in both for t in m.transaction_ids} | {
            *document.unmatched.bank_transactions,
            *aside,
        }
        self.lines = [row for i, row in known_lines.items() if i in mine and i in in_period]
        elsewhere = {
            i
            for m in both
            if m.decision != "rejected" and in_period.isdisjoint(m.transaction_ids)
            for i in m.invoice_ids
        } - self._bill_state.keys()
        bills = {i for m in both for i in m.invoice_ids} | set(document.unmatched.invoices)
        self.bills = [
            row
            for i, row in known_bills.items()
            if i in bills
            and i not in elsewhere
            and (i in self._bill_state or last is None or (row["invoice_date"] or last) <= last)
        ]
        self._known = known_bills, known_lines

    def _states(self, field: str) -> dict[str, str]:
        states: dict[str, str] = {}
        for decision in ("proposed", "confirmed"):
            for match in self.matches:
                if match.decision == decision:
                    states |= dict.fromkeys(getattr(match, field), decision)
        return states

    def totals(self) -> Rows:
        """Both sides by currency: what was uploaded, and where it stands."""
        return [
            *totals_of("Bank lines", map(self._stand_of_line, self.lines)),
            *totals_of("Invoices", map(self._stand_of_bill, self.bills)),
        ]

    def _stand_of_line(self, row: Row) -> Stand:
        key = row["transaction_id"]
        rest = self._rests.get(("transaction", key))
        return stand_of(row["amount"], rest, row["currency"], self._line_state.get(key))

    def _stand_of_bill(self, row: Row) -> Stand:
        key = row["invoice_id"]
        rest = self._rests.get(("invoice", key))
        return stand_of(payable(row), rest, row["currency"], self._bill_state.get(key))

    def open_items(self, today: dt.date) -> list[dict[str, Any]]:
        """What nothing settles and no proposal holds, the oldest first."""
        lines = [
            {
                "side": "Bank lines",
                "party": row["counterparty"],
                "number": row["reference"],
                "day": row["transaction_date"],
                "words": row["description"],
                "account": row["account_number"],
                **self._stand_of_line(row).as_open(),
            }
            for row in self.lines
        ]
        bills = [
            {
                "side": "Invoices",
                "party": party_of(row),
                "number": row["invoice_number"],
                "day": row["due_date"] or row["invoice_date"],
                "words": None,
                "account": None,
                **self._stand_of_bill(row).as_open(),
            }
            for row in self.bills
        ]
        found = [item for item in (*lines, *bills) if item["open"] is None or item["open"]]
        for item in found:
            item["days"] = None if item["day"] is None else (today - item["day"]).days
            item["age"] = age_of(item["days"])
        return sorted(found, key=lambda item: (item["day"] is None, item["day"] or today))

    def match_row(self, match: Match) -> dict[str, Any]:
        """A decided match in words."""
        bills = [self._known[0][i] for i in match.invoice_ids if i in self._known[0]]
        lines = [self._known[1][t] for t in match.transaction_ids if t in self._known[1]]
        days = [row["transaction_date"] for row in lines if row["transaction_date"]]
        return {
            "decision": match.decision.capitalize(),
            "decided_by": match.decided_by,
            "decided_at": match.decided_at,
            "kind": MATCH_KIND[match.kind],
            "parties": "; ".join(dict.fromkeys(filter(None, map(party_of, bills)))),
            "invoices": "; ".join(filter(None, (row["invoice_number"] for row in bills))),
            "paid": min(days, default=None),
            "lines": "; ".join(filter(None, (row["description"] for row in lines))),
            "amount_matched": match.amount_matched,
            "difference": match.difference,
            "treatment": TREATMENT.get(match.difference_treatment or ""),
            "currency": match.currency,
            "confidence": None if match.is_manual else match.confidence,
            "note": match.note,
        }


def _closing_row(closing: Closing) -> dict[str, Any]:
    return {
        "account": closing.account_number or "All accounts",
        "closed_up_to": closing.closed_up_to,
        "closed_by": closing.closed_by,
        "closed_at": closing.closed_at,
        "note": closing.note,
    }
