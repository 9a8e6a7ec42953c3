"""Which kind of document the pages are: an invoice or a statement of a bank.

Words that only one of the two uses are counted once each, by weight, and so is the picture that a
statement makes: many rows that begin with a date and end with an amount.
"""

import math
import re
from collections.abc import Iterable, Sequence
from typing import Final, Literal

from engine.extraction.phrases import PhraseBook, plain
from engine.reading.lines import Line, lines_of
from engine.reading.page import Page

Kind = Literal["invoice", "bank"]
_Sign = Literal["invoice", "invoice_weak", "bank", "bank_weak"]

_PAGES_LOOKED_AT: Final = 3
_PHRASES: Final[dict[_Sign, str]] = {
    "invoice": """
        invoice number, invoice no, invoice date, tax invoice, invoice id, bill to, billed
        to, sold to, invoice total, vat invoice, inv no, invoice period, credit note, credit
        memo, receipt no, rechnung, rechnungsnummer, rechnungsnr, rechnungsdatum,
        rechnungsempfanger, gutschrift, rechnungskorrektur, handelsrechnung, umsatzsteuer,
        mwst, facture, facture no, avoir, total ttc, total ht, factuur, factuurnummer,
        factuurdatum, btw, fattura, partita iva, imponibile, factura, base imponible, fatura
        no, nota fiscal, danfe, faktura, faktury, danovy doklad, dph, sprzedawca, nabywca,
        lasku, fakturanummer, fakturadatum, moms, bestellnummer, purchase order, po number,
        unit price, einzelpreis, prix unitaire, qty, cashier, gross total, agency
        commission, subtotal, sub total, grand total, change, rounding
    """,
    "invoice_weak": """
        invoice, receipt, vat, tax, gst, gst id, quantity, ship to, due date, menge,
        quantite, aantal, customer, kunde, kundennummer, client, payment terms, zahlbar, vat
        no, cash, item, bill
    """,
    "bank": """
        account statement, bank statement, statement of account, statement period, opening
        balance, closing balance, beginning balance, ending balance, previous balance, new
        balance, balance brought forward, balance carried forward, account summary, account
        activity, transaction details, withdrawals, deposits, withdrawal, deposit, statement
        date, minimum payment, credit limit, available credit, total deposits, total
        withdrawals, transaction date, posting date, value date, running balance, card
        statement, checking, savings account, money out, money in, paid out, paid in, credit
        card statement, txn date, account transactions, debit credit balance, interest
        earned, overdraft, cheque no, annual percentage rate, atm, payment due date, late
        payment warning, total credits, total debits, statement balance, sort code, daily
        balance, ledger balance, kontoauszug, kontostand, saldo, buchungstag, wertstellung,
        valuta, umsatze, anfangssaldo, endsaldo, lastschrift, releve de compte, solde, solde
        precedent, date valeur, rekeningafschrift, rekeningoverzicht, beginsaldo, eindsaldo,
        bij af, estratto conto, saldo iniziale, saldo finale, extracto, estado de cuenta,
        saldo anterior, saldo inicial, saldo final, movimientos, abonos, cargos, extrato,
        lancamentos, vypis, vypis z uctu, pocatecni zustatek, konecny zustatek, wyciag,
        saldo poczatkowe, saldo koncowe, kontoutdrag, ingaende saldo, utgaende saldo,
        kontoudskrift, kontoutskrift, tiliote, account statement for
    """,
    "bank_weak": """
        balance, debit, credit, debits, credits, statement, transactions, transaction,
        interest, transfer, purchase, purchases, branch, soll, haben, debe, haber, debito,
        credito, buchung, verwendungszweck, account holder, ifsc, member fdic, particulars
    """,
}  # fmt: skip
_BOOK: Final[PhraseBook[_Sign]] = PhraseBook.of_lists(_PHRASES)
_WEIGHTS: Final[dict[_Sign, float]] = {
    "invoice": 1.0,
    "invoice_weak": 0.35,
    "bank": -1.0,
    "bank_weak": -0.4,
}
_TITLES: Final[PhraseBook[Kind]] = PhraseBook.of_lists(
    {
        "invoice": """
            invoice, receipt, rechnung, facture, factuur, fattura, factura, fatura, faktura,
            lasku, credit note, credit memo, gutschrift, avoir, rechnungskorrektur, nota
            fiscal, danfe, cash bill, tax invoice, commercial invoice, bill
        """,
        "bank": """
            statement, statements, kontoauszug, releve, rekeningafschrift, estratto conto,
            extracto, extrato, estado de cuenta, vypis, wyciag, kontoutdrag, kontoudskrift,
            kontoutskrift, tiliote, account summary, umsatzubersicht
        """,
    }
)
_MOST_TITLE_WORDS: Final = 5
_TITLE_WEIGHT: Final = 1.2
_DATE_FIRST = re.compile(
    r"(?:\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?|\d{4}-\d\d-\d\d|\d{1,2}[ -]?[^\W\d_]{3}\w*|"
    r"[^\W\d_]{3}\w*\.? ?\d{1,2})\b"
)
_AMOUNT_LAST = re.compile(r"\d[.,]\d{2}(?:\s?(?:CR|DR|Cr|Dr|[-+)]|[A-Z]{3}|€))?\s*$")
_ENTRIES_COUNTED: Final = 12
_ENTRY_WEIGHT: Final = 0.15


def guess_kind(pages: Sequence[Page]) -> tuple[Kind, float]:
    """The kind and the probability (0.5 to 1) that it is right, by the first pages with words."""
    lines: list[Line] = []
    for page in [page for page in pages if page.words][:_PAGES_LOOKED_AT]:
        lines += lines_of(page)
    evidence = _evidence_of_words(lines) + _TITLE_WEIGHT * _title(lines)
    evidence -= _ENTRY_WEIGHT * min(_entries(lines), _ENTRIES_COUNTED)
    probability = 1 / (1 + math.exp(-0.9 * evidence))
    if probability >= 0.5:
        return "invoice", round(probability, 3)
    return "bank", round(1 - probability, 3)


def _evidence_of_words(lines: Iterable[Line]) -> float:
    """The summed weights of the different phrases on the pages; above 0 speaks for an invoice."""
    seen = dict[str, _Sign]()
    for line in lines:
        tokens = plain(line.text).split()
        for hit in _BOOK.find(tokens):
            seen[" ".join(tokens[hit.start : hit.end])] = hit.label
    return sum(_WEIGHTS[sign] for sign in seen.values())


def _title(lines: Iterable[Line]) -> int:
    """1 when short lines call it an invoice, -1 for a statement, 0 for neither or both."""
    found = set[Kind]()
    for line in lines:
        if len(line.words) <= _MOST_TITLE_WORDS:
            found |= _TITLES.labels(line.text)
    return ("invoice" in found) - ("bank" in found)


def _entries(lines: Iterable[Line]) -> int:
    """Rows that begin with a date and end with an amount."""
    return sum(
        bool(_DATE_FIRST.match(line.text) and _AMOUNT_LAST.search(line.text)) for line in lines
    )
