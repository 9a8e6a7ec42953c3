"""What a record's own figures say about each other, worked out again after a correction. Pure.

Of a statement, sentences about other things than sums (a date without its year) stay as they were;
of an invoice, what an e-invoice says otherwise than its page, and doubts about where it begins.
"""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from engine.extraction.einvoice.compare import standing_differences
from engine.extraction.invoices.boundary_doubts import standing_doubts
from engine.extraction.invoices.checks import failed_checks
from engine.extraction.statements.proof import Chain, follow, stretches
from engine.records import Account, Invoice, StatementInfo, Transaction


def recheck_invoice(invoice: Invoice) -> Invoice:
    """The invoice with the sentences that are true of its figures now.

    Where an e-invoice and its page differ stays told until a person settles the field. An
    e-invoice's lines are not added up: what comes between them and its sums is not in the record.
    """
    is_einvoice = any(place.source == "xml" for place in invoice.provenance.values())
    checks = failed_checks(
        subtotal=invoice.subtotal,
        tax_amount=invoice.tax_amount,
        total_amount=invoice.total_amount,
        charges=invoice.charges,
        line_items=() if is_einvoice else invoice.line_items,
    )
    told = (*standing_differences(invoice), *checks, *standing_doubts(invoice))
    return replace(invoice, checks=told)


def recheck_statement(
    info: StatementInfo, transactions: Sequence[Transaction]
) -> tuple[StatementInfo, tuple[Transaction, ...]]:
    """The header and the lines with the sentences that are true of their figures now."""
    about_lines: defaultdict[int, list[str]] = defaultdict(list)
    about_all = [sentence for sentence in info.checks if "year" in sentence]
    for account, places in _accounts(info, transactions):
        lines = [transactions[place] for place in places]
        chain = follow(
            [line.amount for line in lines],
            [line.balance for line in lines],
            account.opening_balance,
        )
        for gap, rows in stretches(chain, len(lines)):
            sentence = (
                f"Balances differ by {gap.printed - gap.expected:+.2f} at row "
                f"{places[gap.row] + 1}: {gap.expected:.2f} would follow, "
                f"{gap.printed:.2f} is there."
            )
            about_all.append(sentence)
            for row in rows:
                about_lines[places[row]].append(sentence)
        about_all += _unclosed(chain, account.closing_balance)
    unknown = sum(line.amount is None for line in transactions)
    if unknown:
        about_all.append(f"{unknown} rows have no amount.")
    checked = tuple(
        replace(line, checks=tuple(about_lines[place])) for place, line in enumerate(transactions)
    )
    return replace(info, checks=tuple(about_all)), checked


def _accounts(
    info: StatementInfo, transactions: Sequence[Transaction]
) -> list[tuple[Account, list[int]]]:
    """Each account with the places of its lines."""
    if len(info.accounts) < 2:
        account = Account(
            opening_balance=info.opening_balance, closing_balance=info.closing_balance
        )
        return [(account, list(range(len(transactions))))]
    return [
        (
            account,
            [
                place
                for place, line in enumerate(transactions)
                if line.account_number == account.account_number
            ],
        )
        for account in info.accounts
    ]


def _unclosed(chain: Chain, closing: Decimal | None) -> list[str]:
    if closing is None or chain.end is None or chain.gaps or chain.end == closing:
        return []
    return [
        f"Opening balance and rows make {chain.end:.2f}, but the closing balance is {closing:.2f}."
    ]
