"""ISO 20022 account reports (camt.052), statements (camt.053) and notifications (camt.054).

Names match in any namespace, so every version is read alike. An entry (Ntry) is one movement of the
account; the details below it (TxDtls) only say what it was for, also where it is a batch of many.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from engine.extraction.bank_files.ledger import BankFile, Entry, Ledger, UnreadableBankFileError
from engine.extraction.bank_files.references import told_reference
from engine.extraction.einvoice.tree import Node, tree_of
from engine.records.bank import TransactionType

_REPORTS: Final = ("Stmt", "Rpt", "Ntfctn")
_NAMES: Final = {
    "BkToCstmrStmt": "CAMT.053",
    "BkToCstmrAcctRpt": "CAMT.052",
    "BkToCstmrDbtCdtNtfctn": "CAMT.054",
}
_OPENING: Final = ("OPBD", "PRCD")
_CLOSING: Final = ("CLBD",)
_TYPES: Final[dict[str, TransactionType]] = {
    "ICDT": "transfer", "RCDT": "transfer", "IRCT": "transfer", "RRCT": "transfer",
    "IDDT": "direct_debit", "RDDT": "direct_debit", "CCRD": "card", "MCRD": "card",
    "ICHQ": "cheque", "RCHQ": "cheque", "CNTR": "cash",
}  # fmt: skip
_SUBTYPES: Final[dict[str, TransactionType]] = {
    "CHRG": "fee", "FEES": "fee", "COMM": "fee", "INTR": "interest", "CWDL": "cash",
    "CDPT": "cash", "POSD": "card",
}  # fmt: skip
"""What families and sub-families of bank transaction codes are."""

_MOST_NAMED: Final = 40
"""Details of a batch whose words are told; a salary run may have thousands."""


def read_camt(content: bytes) -> BankFile:
    """The accounts of ``content``.

    Raises:
        UnreadableBankFileError: it is no such message.
    """
    try:
        root = tree_of(content)
    except ValueError as error:
        raise UnreadableBankFileError(str(error)) from error
    message = _message(root)
    if message is None:
        raise UnreadableBankFileError("it holds no account statement")
    parts = [part for name in _REPORTS for part in message.all(name)]
    ledgers = tuple(_ledger(part) for part in parts)
    return BankFile(_NAMES[message.name], ledgers, tuple(dict.fromkeys(root.problems)))


def _message(root: Node) -> Node | None:
    """The message, which an envelope may surround."""
    if root.name in _NAMES:
        return root
    for element in root.element.iter():
        node = Node(element, root.problems) if isinstance(element.tag, str) else None
        if node is not None and node.name in _NAMES:
            return node
    return None


def _ledger(part: Node) -> Ledger:
    account = part.one("Acct")
    number = account.text("Id/IBAN", "Id/Othr/Id", "Id/PrtryAcct/Id") if account else None
    opening, closing = _balances(part.all("Bal"))
    entries = tuple(_entry(node) for node in part.all("Ntry"))
    currency = account.text("Ccy") if account else None
    return Ledger(
        entries=entries,
        account_number=number,
        iban=account.text("Id/IBAN") if account else None,
        account_name=account.text("Ownr/Nm", "Nm") if account else None,
        account_type=account.text("Tp/Cd", "Tp/Prtry") if account else None,
        bank_name=account.text("Svcr/FinInstnId/Nm", "Svcr/FinInstnId/CmbndId/Nm")
        if account
        else None,
        currency=currency or _balance_currency(part) or _usual_currency(entries),
        is_card=bool(account) and account.text("Tp/Cd") == "CARD" if account else False,
        start=_day(part, "FrToDt/FrDtTm", "FrToDt/FrDt"),
        end=_day(part, "FrToDt/ToDtTm", "FrToDt/ToDt"),
        opening=opening,
        closing=closing,
        total_debits=part.number("TxsSummry/TtlDbtNtries/Sum"),
        total_credits=part.number("TxsSummry/TtlCdtNtries/Sum"),
    )


def _balances(balances: Iterable[Node]) -> tuple[Decimal | None, Decimal | None]:
    """Opening and closing balance; of interim ones the first opens and the last closes."""
    kinds: dict[str, list[Decimal]] = {}
    for node in balances:
        value = _signed(node)
        kind = node.text("Tp/CdOrPrtry/Cd", "Tp/CdOrPrtry/Prtry", "Tp/Cd")
        if value is not None and kind:
            kinds.setdefault(kind.upper(), []).append(value)
    opening = next((kinds[kind][0] for kind in _OPENING if kind in kinds), None)
    closing = next((kinds[kind][-1] for kind in _CLOSING if kind in kinds), None)
    interim = kinds.get("ITBD", [])
    if opening is None and len(interim) > 1:
        opening = interim[0]
    if closing is None and interim:
        closing = interim[-1]
    return opening, closing


def _balance_currency(part: Node) -> str | None:
    """The currency that the closing balance is in, else any balance."""
    found = None
    for node in part.all("Bal"):
        amount = node.one("Amt")
        code = amount.attribute("Ccy") if amount else ""
        if node.text("Tp/CdOrPrtry/Cd") == "CLBD" and code:
            return code
        found = found or code
    return found or None


def _usual_currency(entries: Iterable[Entry]) -> str | None:
    codes = {entry.currency for entry in entries if entry.currency}
    return codes.pop() if len(codes) == 1 else None


def _signed(node: Node) -> Decimal | None:
    """The amount of a balance or an entry with the sign of its indicator."""
    value = node.number("Amt")
    if value is None:
        return None
    return -value if (node.text("CdtDbtInd") or "").upper().startswith("D") else value


def _entry(node: Node) -> Entry:
    details = node.all("NtryDtls/TxDtls")
    amount, note = _signed(node), None
    if node.text("RvslInd") in ("true", "1"):
        # The indicator is that of the reversal itself; only the kind of the entry differs.
        note = "A reversal of an earlier entry."
    booked = _day(node, "BookgDt/Dt", "BookgDt/DtTm")
    value_date = _day(node, "ValDt/Dt", "ValDt/DtTm")
    money = node.one("Amt")
    return Entry(
        date=booked or value_date,
        value_date=value_date,
        amount=amount,
        description=_description(node, details, amount),
        currency=(money.attribute("Ccy") if money else None) or None,
        reference=_reference(node, details),
        counterparty=_counterparty(details, amount),
        type=_type(node),
        written=(node.text("Amt") or "") + (" " + (node.text("CdtDbtInd") or "")).rstrip(),
        note=note,
        checks=_status_checks(node),
    )


def _type(node: Node) -> TransactionType | None:
    sub = node.text("BkTxCd/Domn/Fmly/SubFmlyCd") or ""
    family = node.text("BkTxCd/Domn/Fmly/Cd") or ""
    return _SUBTYPES.get(sub) or _TYPES.get(family)


def _status_checks(node: Node) -> tuple[str, ...]:
    status = (node.text("Sts", "Sts/Cd") or "").upper()
    if status == "PDNG":
        return ("The bank has not booked this yet (pending).",)
    if status == "INFO":
        return ("The bank says this is for information only.",)
    return ()


def _description(node: Node, details: list[Node], amount: Decimal | None) -> str:
    """The entry's own words, then those of its details: remittance, names, additions."""
    words: list[str] = []
    for detail in details[:_MOST_NAMED]:
        words += _remittance(detail)
        words += _names(detail, amount)
        words += [text.content for text in detail.all("AddtlTxInf") if text.content]
    if len(details) > _MOST_NAMED:
        words.append(f"(and {len(details) - _MOST_NAMED} more)")
    own = [text.content for text in node.all("AddtlNtryInf") if text.content]
    return " ".join(dict.fromkeys([*own, *words]))


def _remittance(detail: Node) -> Iterator[str]:
    for text in detail.all("RmtInf/Ustrd"):
        if text.content:
            yield text.content
    for text in detail.all("RmtInf/Strd/AddtlRmtInf"):
        if text.content:
            yield text.content


def _names(detail: Node, amount: Decimal | None) -> Iterator[str]:
    """The other side's name first, then whoever else is named, so that nothing told is lost."""
    sides = ("Dbtr", "Cdtr") if amount is not None and amount > 0 else ("Cdtr", "Dbtr")
    told = False
    for side in (*sides, f"Ultmt{sides[0]}", f"Ultmt{sides[1]}", "InitgPty", "TradgPty"):
        name = detail.text(f"RltdPties/{side}/Nm", f"RltdPties/{side}/Pty/Nm")
        if name:
            told = True
            yield name
    for agent in (f"{side}Agt" for side in sides if not told):
        name = detail.text(f"RltdAgts/{agent}/FinInstnId/Nm")
        if name:
            yield name


def _counterparty(details: list[Node], amount: Decimal | None) -> str | None:
    """The one who paid or was paid; None where a batch names several."""
    side = "Dbtr" if amount is not None and amount > 0 else "Cdtr"
    other = "Cdtr" if side == "Dbtr" else "Dbtr"
    found = set()
    for detail in details:
        paths = [
            f"RltdPties/{party}/{name}"
            for party in (side, f"Ultmt{side}", f"Ultmt{other}")
            for name in ("Nm", "Pty/Nm")
        ]
        name = detail.text(*paths)
        if name:
            found.add(name)
    return found.pop() if len(found) == 1 else None


def _reference(node: Node, details: list[Node]) -> str | None:
    """A creditor's reference or the payer's own; the bank's only where nothing else is told."""
    if len(details) == 1:
        told = told_reference(
            details[0].text("RmtInf/Strd/CdtrRefInf/Ref", "RmtInf/Strd/CdtrRefInf/CdtrRef"),
            details[0].text("Refs/EndToEndId"),
            details[0].text("Refs/InstrId"),
            details[0].text("Refs/TxId"),
        )
        if told:
            return told
    return told_reference(node.text("NtryRef"), node.text("AcctSvcrRef"))


def _day(node: Node, *paths: str) -> dt.date | None:
    for path in paths:
        day = node.date(path)
        if day is not None:
            return day
    return None
