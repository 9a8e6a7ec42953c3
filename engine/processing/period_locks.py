"""What closed periods forbid: their confirmed matches, and the records of these, stay as they are.

A match lies in a period when one of its bank lines is dated in it. Nothing is written into the
match: reopening the period frees it at once.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence

from engine.errors import PeriodClosedError
from engine.matching.normalise import compact
from engine.records import BankDocument, InvoiceDocument, Match
from engine.store import Closing, Store


def closing_of(
    closings: Iterable[Closing], account_number: str | None, day: dt.date | None
) -> Closing | None:
    """The closing that holds a bank line of this account and day; the widest of several."""
    if day is None:
        return None
    account = compact(account_number or "")
    found = [
        closing
        for closing in closings
        if closing.holds
        and day <= closing.closed_up_to
        and (closing.account_number is None or compact(closing.account_number) == account)
    ]
    return max(found, key=lambda c: (c.account_number is None, c.closed_up_to), default=None)


def refuse_decision(store: Store, match: Match) -> None:
    """Refuse to confirm a match with a line of a closed period, or to take its confirmation back.

    Raises:
        PeriodClosedError: one of its lines lies in a closed period.
    """
    for closing in locked_lines(store, match.transaction_ids).values():
        raise PeriodClosedError("This match", closing.closed_up_to, closing.account_number)


def locked_lines(store: Store, transaction_ids: Collection[str]) -> Mapping[str, Closing]:
    """Those of the bank lines that lie in a closed period, and what closed it."""
    closings = store.periods.list()
    if not any(closing.holds for closing in closings):
        return {}
    found = {}
    for line in store.analytics.query("dated_lines", transaction_ids=list(transaction_ids)):
        closing = closing_of(closings, line["account_number"], line["transaction_date"])
        if closing:
            found[line["transaction_id"]] = closing
    return found


def refuse_edit(
    store: Store,
    before: InvoiceDocument | BankDocument | None,
    after: InvoiceDocument | BankDocument | None,
) -> None:
    """Refuse a change of records that confirmed matches of a closed period hold.

    Args:
        store: The installation's rows.
        before: An upload's record as it is stored.
        after: What is to be stored; None when its records are not to count any more.

    Raises:
        PeriodClosedError: a record that would change is held so.
    """
    closings = store.periods.list()
    if before is None or not any(closing.holds for closing in closings):
        return
    kept = _records(after)
    changed = {key for key, record in _records(before).items() if kept.get(key) != record}
    if not changed:
        return
    for line in store.analytics.query("confirmed_lines"):
        if line["transaction_id"] in changed or changed & set(line["invoice_ids"]):
            closing = closing_of(closings, line["account_number"], line["transaction_date"])
            if closing:
                what = "A record that would change"
                raise PeriodClosedError(what, closing.closed_up_to, closing.account_number)


def locked_matches(store: Store, reconciliation_id: str) -> Mapping[str, Closing]:
    """The confirmed matches of a run that lie in a closed period, and what closed it."""
    closings: Sequence[Closing] = store.periods.list()
    if not any(closing.holds for closing in closings):
        return {}
    found = {}
    for line in store.analytics.query("confirmed_lines", reconciliation_id=reconciliation_id):
        closing = closing_of(closings, line["account_number"], line["transaction_date"])
        if closing:
            found[line["match_id"]] = closing
    return found


def _records(document: InvoiceDocument | BankDocument | None) -> dict[str, object]:
    """Every record's values that a match rests on, by its id."""
    if document is None:
        return {}
    if isinstance(document, InvoiceDocument):
        return {
            i.invoice_id: (
                i.document_type,
                i.direction,
                i.invoice_number,
                i.invoice_date,
                i.due_date,
                i.vendor_name,
                i.customer_name,
                i.currency,
                i.total_amount,
                i.amount_due,
            )
            for i in document.invoices
        }
    return {
        t.transaction_id: (
            t.account_number,
            t.date,
            t.amount,
            t.currency,
            t.description,
            t.reference,
            t.counterparty,
        )
        for t in document.transactions
    }
